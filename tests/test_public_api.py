"""The names that users import: all there, all lazy, all typed as what they are."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import partyreports


@pytest.mark.parametrize("name", partyreports.__all__)
def test_every_public_name_is_there_and_listed(name: str) -> None:
    assert getattr(partyreports, name) is not None
    assert name in dir(partyreports)


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(partyreports.__file__).read_text(encoding="utf-8"))
    imported = {
        alias.name: node.module or ""
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(imported) == set(partyreports.__all__)
    for name, module in imported.items():
        assert getattr(sys.modules[module], name) is getattr(partyreports, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'parse_all'"):
        partyreports.parse_all  # noqa: B018
    with pytest.raises(ImportError):
        from partyreports import parse_all  # noqa: F401, PLC0415


def test_importing_the_package_imports_none_of_its_parts() -> None:
    code = (
        "import sys, partyreports; print(sorted(m for m in sys.modules if m.startswith(('partyreports.', 'pydantic'))))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert result.stdout.strip() == "[]"

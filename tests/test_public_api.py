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
    stub = Path(partyreports.__file__).with_suffix(".pyi")
    imported = {
        alias.name: f"partyreports.{node.module}"
        for node in ast.parse(stub.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(imported) == set(partyreports.__all__)
    for name, module in imported.items():
        assert getattr(sys.modules[module], name) is getattr(partyreports, name)


def test_the_report_is_one_class_wherever_it_is_imported_from() -> None:
    from partyreports.models import MeetingReport  # noqa: PLC0415

    assert MeetingReport is partyreports.MeetingReport is type(partyreports.parse("Họp báo"))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="parse_all"):
        getattr(partyreports, "parse_all")  # noqa: B009  (type checkers know that it is not there)
    with pytest.raises(ImportError):
        exec("from partyreports import parse_all")


def test_importing_the_package_imports_none_of_its_parts() -> None:
    code = (
        "import sys, partyreports; print(sorted(m for m in sys.modules if m.startswith(('partyreports.', 'pydantic'))))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert result.stdout.strip() == "[]"

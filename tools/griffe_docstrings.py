"""For the documentation site: shows doctests as code, and the fields of models and enums as one table a class."""

import ast
import re
from collections.abc import Iterator

import griffe

_DOCTEST = re.compile(r"^>>> .*\n?(?:^(?!\s*$).*\n?)*", re.MULTILINE)
_ANNOTATED = re.compile(r"Annotated\[(\w+), [^\]]*\]")
_ABOUT = "partyreports"


class Docstrings(griffe.Extension):
    """Changes what the site is made of, not what `help()` shows."""

    def on_object(self, *, obj: griffe.Object, **_: object) -> None:
        """Fence every run of lines that begins with `>>>` and ends at a blank one."""
        if obj.docstring is not None:
            obj.docstring.value = _DOCTEST.sub(_fenced, obj.docstring.value)

    def on_package(self, *, pkg: griffe.Module, **_: object) -> None:
        """Move what is said of the fields of models and enums into the docstrings of their classes."""
        classes = list(_classes(pkg))
        for cls in classes:
            for attr in _own(cls):
                attr.extra[_ABOUT]["about"] = _about(cls, attr)
        for cls in classes:
            if _is_enum(cls) or any(_is_field(attr) for attr in _attributes(cls)):
                rows = [(attr, attr.extra[_ABOUT]["about"]) for attr in _attributes(cls)]
                table = "".join(f"    {attr.name}{_type(attr)}: {about}\n" for attr, about in rows if about)
                cls.docstring = griffe.Docstring(f"{cls.docstring.value}\n\nAttributes:\n{table}", parent=cls)
        for cls in classes:
            if "\n\nAttributes:\n" in (cls.docstring.value if cls.docstring else ""):
                for attr in _own(cls):
                    if "property" not in attr.labels:
                        attr.docstring = None  # so that it is not shown a second time


def _fenced(match: re.Match[str]) -> str:
    return f"```pycon\n{match[0].rstrip()}\n```\n"


def _classes(place: griffe.Module) -> Iterator[griffe.Class]:
    for member in place.members.values():
        if member.is_alias:
            continue
        if member.is_class:
            yield member
        elif member.is_module:
            yield from _classes(member)


def _own(cls: griffe.Class) -> list[griffe.Attribute]:
    return [member for member in cls.members.values() if isinstance(member, griffe.Attribute)]


def _attributes(cls: griffe.Class) -> Iterator[griffe.Attribute]:
    """Public fields, inherited ones first; no properties."""
    for one in reversed([cls, *cls.mro()]):
        for attr in _own(one):
            if not attr.name.startswith("_") and attr.name != "model_config" and "property" not in attr.labels:
                yield attr


def _is_enum(cls: griffe.Class) -> bool:
    return any(str(base) == "StrEnum" for base in cls.bases)


def _is_field(attr: griffe.Attribute) -> bool:
    return isinstance(attr.value, griffe.ExprCall) and str(attr.value.function) == "Field"


def _about(cls: griffe.Class, attr: griffe.Attribute) -> str:
    text = " ".join(attr.docstring.value.split()) if attr.docstring else ""
    if _is_field(attr):
        given = {part.name: part.value for part in attr.value.arguments if isinstance(part, griffe.ExprKeyword)}
        text = ast.literal_eval(str(given["description"])) if "description" in given else text
    return f"`{attr.value}` – {text}" if _is_enum(cls) else text


def _type(attr: griffe.Attribute) -> str:
    annotation = _ANNOTATED.sub(r"\1", str(attr.annotation or ""))
    return f" ({annotation})" if annotation else ""

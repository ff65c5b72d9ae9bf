"""For the documentation site: shows doctests as code, and the fields of the models with their descriptions."""

import ast
import re

import griffe

_DOCTEST = re.compile(r"^>>> .*\n?(?:^(?!\s*$).*\n?)*", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Changes what the site is made of, not what `help()` shows."""

    def on_object(self, *, obj: griffe.Object, **_: object) -> None:
        """Fence every run of lines that begins with `>>>` and ends at a blank one."""
        if obj.docstring is not None:
            obj.docstring.value = _DOCTEST.sub(_fenced, obj.docstring.value)

    def on_attribute(self, *, attr: griffe.Attribute, **_: object) -> None:
        """Show `Field(default=…, description=…)` as the default and a docstring."""
        call = attr.value
        if not isinstance(call, griffe.ExprCall) or str(call.function) != "Field":
            return
        given = {part.name: part.value for part in call.arguments if isinstance(part, griffe.ExprKeyword)}
        attr.value = given.get("default")
        attr.labels.clear()
        if "description" in given and attr.docstring is None:
            attr.docstring = griffe.Docstring(ast.literal_eval(str(given["description"])), parent=attr)


def _fenced(match: re.Match[str]) -> str:
    return f"```pycon\n{match[0].rstrip()}\n```\n"

"""The markers that a browser prints before list items, which the page does not write."""

import re
from dataclasses import dataclass

from partyreports.documents.html.tree import Element
from partyreports.documents.numerals import in_style

_TYPES = {"1": "decimal", "a": "lower-letter", "A": "upper-letter", "i": "lower-roman", "I": "upper-roman"}
_CSS_TYPES = {
    "decimal": "decimal",
    "lower-alpha": "lower-letter",
    "lower-latin": "lower-letter",
    "upper-alpha": "upper-letter",
    "upper-latin": "upper-letter",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
    "decimal-leading-zero": "decimal-zero",
}
_BULLET = "•"
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*+:\s*+([^;]*+)")
_WHOLE_NUMBER = re.compile(r"\A\s*+([+-]?\d{1,9})")
_OWN_MARKER = re.compile(r"(?:[-–—+•*]|\d{1,3}[.)/]|[a-zđ][.)]|[IVX]{1,6}\.)\s?")


@dataclass(slots=True)
class OpenList:
    """A list whose items are being read."""

    style: str | None
    """How numbers are written; None where the page asks for no marker."""
    ordered: bool
    number: int
    step: int

    def marker(self, item: Element) -> str:
        """The marker of the next item with the space after it; empty where none is shown."""
        if self.ordered and (value := _whole_number(item.get("value"))) is not None:
            self.number = value
        number = self.number
        self.number += self.step
        style = _style_of(item, default=self.style, ordered=self.ordered)
        if style is None:
            return ""
        return f"{in_style(number, style)}. " if self.ordered else f"{_BULLET} "


def open_list(element: Element) -> OpenList:
    """The list that an `ol`, `ul`, `menu` or `dir` begins."""
    ordered = element.tag == "ol"
    style = _style_of(element, default="decimal" if ordered else _BULLET, ordered=ordered)
    if not ordered:
        return OpenList(style, ordered=False, number=0, step=0)
    backwards = "reversed" in element.attributes
    start = _whole_number(element.get("start"))
    if start is None:
        start = sum(isinstance(child, Element) and child.tag == "li" for child in element.children) if backwards else 1
    return OpenList(style, ordered=True, number=start, step=-1 if backwards else 1)


def is_printed(marker: str, text: str) -> bool:
    """Whether an item's own text begins with the marker, or with another one where the marker is a mere bullet."""
    if marker.startswith(_BULLET):
        return _OWN_MARKER.match(text) is not None
    return text.startswith(marker.rstrip())


def _style_of(element: Element, *, default: str | None, ordered: bool) -> str | None:
    if (declared := _LIST_STYLE.search(element.get("style").lower())) is not None:
        for word in declared[1].split():
            if word == "none":
                return None
            if ordered and word in _CSS_TYPES:
                return _CSS_TYPES[word]
    return _TYPES.get(element.get("type"), default) if ordered else default


def _whole_number(value: str) -> int | None:
    match = _WHOLE_NUMBER.match(value)
    return int(match[1]) if match is not None else None

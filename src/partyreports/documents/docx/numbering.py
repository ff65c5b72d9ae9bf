"""List numbers as Word prints them: numbering.xml, and the styles that give paragraphs a number."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from partyreports.documents.docx.package import Package
from partyreports.documents.numerals import in_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FORMATS = {
    "decimal": "decimal",
    "decimalZero": "decimal-zero",
    "lowerLetter": "lower-letter",
    "upperLetter": "upper-letter",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_STEP = 720  # indent of a level that says none
_MAX_STYLES = 64
"""Styles that a style may be based on, one on the other."""


@dataclass(slots=True)
class Level:
    """One level of a list."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    """Level (from 1) whose next item starts this one anew; None: every level above; 0: none."""
    legal: bool = False
    """Whether the numbers of all levels are written in digits."""
    style: str | None = None
    left: int | None = None
    """Indent, in twentieths of a point."""


@dataclass(slots=True)
class List:
    """What a `w:num` points at: an abstract list, with levels of its own where it overrides them."""

    abstract: str
    overrides: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Counter:
    """Numbers of a list so far, by level."""

    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Gives each paragraph its number, in the order of the document."""

    def __init__(self, package: Package) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._style_lists: dict[str, str] = {}
        self._lists: dict[str, List] = {}
        self._counters: dict[str, _Counter] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles: dict[str, Element] = {}
        self._default_style: str | None = None
        if package.has("word/styles.xml"):
            self._read_styles(package.xml("word/styles.xml"))
        if package.has("word/numbering.xml"):
            self._read(package.xml("word/numbering.xml"))

    def _read_styles(self, root: Element) -> None:
        for style in children(root, "style"):
            if (name := attribute(style, "styleId")) is not None:
                self._styles[name] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}:
                    self._default_style = name

    def _read(self, root: Element) -> None:
        for abstract in children(root, "abstractNum"):
            name = attribute(abstract, "abstractNumId") or ""
            levels = {}
            for level in children(abstract, "lvl"):
                if (number := whole(attribute(level, "ilvl"))) is not None and 0 <= number < _LEVELS:
                    levels[number] = _level(level)
            self._abstract[name] = levels
            if (link := value(abstract, "numStyleLink")) is not None:
                self._links[name] = link
            if (style := value(abstract, "styleLink")) is not None:
                self._style_lists[style] = name
        for num in children(root, "num"):
            self._lists[attribute(num, "numId") or ""] = _list(num)

    def _levels(self, abstract: str) -> tuple[str, dict[int, Level]]:
        """The abstract list that counts, and its levels: one may point at a style of lists."""
        if not self._abstract.get(abstract) and abstract in self._links:
            abstract = self._style_lists.get(self._links[abstract], abstract)
        return abstract, self._abstract.get(abstract, {})

    def style_chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on."""
        chain: list[Element] = []
        name = style if style in self._styles else self._default_style
        while name is not None and name in self._styles and len(chain) < _MAX_STYLES:
            chain.append(self._styles[name])
            name = value(self._styles[name], "basedOn")
        return chain

    def of(self, paragraph: Element) -> tuple[str, int | None]:
        """The number printed before a paragraph with what parts it from the text, and its indent.

        The number is empty where none is printed; the indent is in twentieths of a point, None outside lists.
        """
        properties = child(paragraph, "pPr")
        num, level = self._reference(properties)
        if num is None or num == "0" or num not in self._lists:
            return "", None
        listed = self._lists[num]
        abstract, levels = self._levels(listed.abstract)
        effective = {**levels, **listed.overrides}
        if level not in effective:
            return "", None
        indent = self._indent(properties, effective[level], level)
        values = self._count(num, abstract, listed, effective, level)
        here = effective[level]
        if here.format == "none" and not _PLACE.search(here.text):
            return here.text and f"{here.text} ", indent
        if here.format == "bullet":
            return "• ", indent
        written = _PLACE.sub(lambda match: _number(values, effective, int(match[1]) - 1, here), here.text)
        gap = "" if here.suffix == "nothing" else " "
        return (written + gap if written.strip() else ""), indent

    def _indent(self, properties: Element | None, here: Level, level: int) -> int:
        """How far from the edge a list paragraph stands: by its own word, its level's, its style's."""
        own = _left(properties)
        if own is None:
            own = here.left
        if own is None:
            style = value(properties, "pStyle") if properties is not None else None
            lefts = (_left(child(inherited, "pPr")) for inherited in self.style_chain(style))
            own = next((left for left in lefts if left is not None), None)
        return _STEP * level if own is None else own

    def _reference(self, properties: Element | None) -> tuple[str | None, int]:
        """List and level of a paragraph: its own word first, then its style's."""
        num: str | None = None
        level: int | None = None
        style = value(properties, "pStyle") if properties is not None else None
        own = child(properties, "numPr") if properties is not None else None
        if own is not None:
            num, level = value(own, "numId"), whole(value(own, "ilvl"))
        chain = self.style_chain(style)
        for inherited in chain:
            if num is not None and level is not None:
                break
            style_properties = child(inherited, "pPr")
            numbers = child(style_properties, "numPr") if style_properties is not None else None
            if numbers is not None:
                num = num if num is not None else value(numbers, "numId")
                level = level if level is not None else whole(value(numbers, "ilvl"))
        if num is not None and level is None:
            level = self._level_of_style(num, chain)
        return num, min(max(level or 0, 0), _LEVELS - 1)

    def _level_of_style(self, num: str, chain: list[Element]) -> int | None:
        """The level that names one of the styles as its own (headings that are numbered in a list of levels)."""
        listed = self._lists.get(num)
        if listed is None:
            return None
        names = [attribute(style, "styleId") for style in chain]
        for number, level in self._levels(listed.abstract)[1].items():
            if level.style is not None and level.style in names:
                return number
        return None

    def _count(self, num: str, abstract: str, listed: List, levels: dict[int, Level], level: int) -> list[int | None]:
        counter = self._counters.setdefault(abstract, _Counter())
        values = counter.values
        # A start of its own counts once: when the list is first used at that level.
        anew = level in listed.starts and (num, level) not in self._started
        if anew:
            self._started.add((num, level))
            values[level] = listed.starts[level]
        else:
            before = values[level]
            values[level] = levels[level].start if before is None else before + 1
        for above in range(level):
            if values[above] is None:
                values[above] = listed.starts.get(above, levels[above].start if above in levels else 1)
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart != 0 and level < restart):
                values[below] = None
        return values


def _number(values: list[int | None], levels: dict[int, Level], level: int, here: Level) -> str:
    number = values[level]
    if number is None or level not in levels:
        return ""
    format_ = levels[level].format
    if format_ in {"bullet", "none"}:
        return ""
    style = "decimal" if here.legal else _FORMATS.get(format_, "decimal")
    return in_style(number, style, repeat_letters=True)


def _list(num: Element) -> List:
    listed = List(value(num, "abstractNumId") or "")
    for override in children(num, "lvlOverride"):
        number = whole(attribute(override, "ilvl"))
        if number is None or not 0 <= number < _LEVELS:
            continue
        if (own := child(override, "lvl")) is not None:
            listed.overrides[number] = _level(own)
        if (start := whole(value(override, "startOverride"))) is not None:
            listed.starts[number] = start
    return listed


def _left(properties: Element | None) -> int | None:
    indent = child(properties, "ind") if properties is not None else None
    if indent is None:
        return None
    left = attribute(indent, "left")
    return whole(left if left is not None else attribute(indent, "start"))


def _level(element: Element) -> Level:
    level = Level()
    level.left = _left(child(element, "pPr"))
    level.format = value(element, "numFmt") or "decimal"
    level.text = (value(element, "lvlText") or "")[:200]
    start = whole(value(element, "start"))
    level.start = start if start is not None else 0
    level.suffix = value(element, "suff") or "tab"
    level.restart = whole(value(element, "lvlRestart"))
    legal = child(element, "isLgl")
    level.legal = legal is not None and attribute(legal, "val") not in {"0", "false"}
    level.style = value(element, "pStyle")
    return level


def child(element: Element, name: str) -> Element | None:
    """The first child of a name in the namespace of Word."""
    found = element.find(W + name)
    return found if found is not None else element.find(STRICT_W + name)


def children(element: Element, name: str) -> list[Element]:
    """The children of a name in the namespace of Word."""
    return element.findall(W + name) or element.findall(STRICT_W + name)


def attribute(element: Element, name: str) -> str | None:
    """An attribute in the namespace of Word."""
    found = element.get(W + name)
    return found if found is not None else element.get(STRICT_W + name)


def value(element: Element, name: str) -> str | None:
    """The attribute `w:val` of a child."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def whole(written: str | None) -> int | None:
    """A whole number of up to nine digits; None for anything else."""
    return int(written) if written is not None and re.fullmatch(r"-?\d{1,9}", written, re.ASCII) else None

"""Lines of a PDF to paragraphs: reading order, heads and feet of pages, wraps."""

import re
from itertools import pairwise
from statistics import median

from partyreports.documents.pdf.glyphs import Line, Pages
from partyreports.text.numerals import ORDINALS, TEN, UNITS

_EDGE = 0.1
"""Part of a page's height, above and below, where its head and foot stand."""
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:trang|page)?\s?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:file|https?)://\S+(?:\s+\d{1,4}/\d{1,4})?")
_PRINTED_AT = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:h]\d{2}")
_MARKER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?|\(\d{1,2}\)|[a-zđ][.)]|[IVX]{1,5}[.)]|[-–—+•*●○▪■])\s"
    rf"|(?:{'|'.join(word.capitalize() for word in (*UNITS, TEN))}) là\b|Thứ (?:{'|'.join((*ORDINALS, TEN))})\b"
)
_DIGITS = re.compile(r"\d+")


def find_paragraphs(pages: Pages) -> tuple[list[list[Line]], list[Line]]:
    """Paragraphs in reading order, each with its lines, and the heads and feet of pages that are left out."""
    furniture = _find_running_lines(pages)
    left_out = {(line.page, line.start) for line in furniture}
    ordered = [
        line
        for page in pages.lines
        for line in _in_reading_order([line for line in page if (line.page, line.start) not in left_out])
    ]
    if not ordered:
        return [], furniture
    sizes = [line.size for line in ordered for _ in range(0, len(line.text), 20)]
    body_size = median(sizes)
    paragraphs: list[list[Line]] = []
    for column in _columns(ordered):
        right = max(line.right for line in column)
        pitch = _pitch(column)
        for i, line in enumerate(column):
            if i and _goes_on(paragraphs[-1], line, right, pitch, body_size):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return _joined_over_pages(paragraphs, body_size), furniture


def _find_running_lines(pages: Pages) -> list[Line]:
    """Heads and feet: page numbers, the printer's own lines, and what comes again on most pages."""
    at_edge: list[list[Line]] = []
    for lines, (_, height) in zip(pages.lines, pages.sizes, strict=True):
        at_edge.append([line for line in lines if not _EDGE * height < line.middle < (1 - _EDGE) * height])
    seen: dict[tuple[str, bool], int] = {}
    for lines, (_, height) in zip(at_edge, pages.sizes, strict=True):
        for key in {_key(line, height) for line in lines}:
            seen[key] = seen.get(key, 0) + 1
    often = max(2, len(pages.lines) // 2)
    found = []
    for lines, (_, height) in zip(at_edge, pages.sizes, strict=True):
        for line in lines:
            printed = _PRINTED_AT.match(line.text) and pages.title is not None and pages.title in line.text
            if (
                _PAGE_NUMBER.fullmatch(line.text)
                or _ADDRESS.fullmatch(line.text)
                or printed
                or seen[_key(line, height)] >= often
            ):
                found.append(line)
    return found


def _key(line: Line, height: float) -> tuple[str, bool]:
    return _DIGITS.sub("0", line.text), line.middle < height / 2


def _in_reading_order(lines: list[Line]) -> list[Line]:
    """Lines of a page from top to bottom; in the file's own order where some stand beside one another."""
    from_top = sorted(lines, key=lambda line: line.middle)
    for line, after in pairwise(from_top):
        overlap = min(line.bottom, after.bottom) - max(line.top, after.top)
        if overlap > 0.5 * min(line.bottom - line.top, after.bottom - after.top):
            return lines
    return from_top


def _columns(lines: list[Line]) -> list[list[Line]]:
    """Lines one below the other: a new column where the next stands beside or above, or on another page."""
    columns: list[list[Line]] = []
    left = right = 0.0
    for line in lines:
        if columns:
            last = columns[-1][-1]
            below = line.page == last.page and line.top > last.top
            if below and line.left < right and line.right > left:
                columns[-1].append(line)
                left, right = min(left, line.left), max(right, line.right)
                continue
        columns.append([line])
        left, right = line.left, line.right
    return columns


def _pitch(column: list[Line]) -> dict[int, float]:
    """Distance of lines one below the other by size of type: the smallest is that within paragraphs."""
    pitch: dict[int, float] = {}
    for line, after in pairwise(column):
        if abs(line.size - after.size) < 0.08 * line.size:
            key = round(line.size)
            distance = after.bottom - line.bottom
            if distance > 0.8 * line.size:
                pitch[key] = min(pitch.get(key, distance), distance)
    return pitch


def _goes_on(paragraph: list[Line], line: Line, right: float, pitch: dict[int, float], body_size: float) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = paragraph[-1]
    if abs(line.size - last.size) > 0.08 * last.size:
        return False
    usual = min(pitch.get(round(last.size), 1.4 * last.size), 1.9 * last.size)
    if line.middle - last.middle > 1.25 * usual:
        return False
    if last.size > 1.15 * body_size:
        return True  # a headline in several lines, ragged or centred
    return not _begins_anew(paragraph, line) and _is_full(last, line, right)


def _begins_anew(paragraph: list[Line], line: Line) -> bool:
    """Whether a line begins a paragraph: a list marker, or an indent of its first line."""
    if _MARKER.match(line.text):
        return True
    last = paragraph[-1]
    if len(paragraph) == 1:
        hanging = _MARKER.match(last.text) is not None
        return line.left > last.left + 0.8 * last.size and not hanging
    return abs(line.left - last.left) > 0.8 * last.size


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line did not fit into the one above."""
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(len(line.text), 1) * (len(first) + 1)
    return last.right + width > right - 0.1 * last.size


def _joined_over_pages(paragraphs: list[list[Line]], body_size: float) -> list[list[Line]]:
    """Paragraphs with those joined that a page's end cuts: no full stop before it, small letters after."""
    joined: list[list[Line]] = []
    for paragraph in paragraphs:
        if joined:
            last, first = joined[-1][-1], paragraph[0]
            cut = last.page != first.page and abs(last.size - first.size) <= 0.08 * last.size <= 0.1 * body_size
            if cut and first.text[:1].islower() and not _MARKER.match(first.text) and last.text[-1:] not in ".!?:;":
                joined[-1].extend(paragraph)
                continue
        joined.append(paragraph)
    return joined

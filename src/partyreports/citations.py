"""Official documents that the article cites.

    Chỉ thị 35-CT/TW · Quy định số 205-QĐ/TW · Quyết định số 38/QĐ-TTg ngày 12/1/2021 · 30/2020/NĐ-CP
    101 – QĐ/TW · 18 NQ/TU · Nghị quyết 18,19 (two) · Nghị quyết Trung ương 4 khóa XII · Đề án 06

Two ways lead to a document: a type word (“Chỉ thị”) with a number or a name behind it, and a number whose letters name
a type (`30/2020/NĐ-CP`). The number is kept as printed, its type suffix included. Committees (“Ban Chỉ đạo 138/CP”),
fractions and dates are no documents.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.dates import date_at
from partyreports.layout.article import Article
from partyreports.models import Citation, PartialDate
from partyreports.text.cues import Cue
from partyreports.text.lexicon import Lexicon
from partyreports.text.spans import Range

_MOST_NUMBERS = 12
"""Numbers of one row behind a type word; a longer row is a table."""

# "35-CT/TW", "205-QĐ/TW", "38/QĐ-TTg", "30/2020/NĐ-CP", "101 – QĐ/TW", "81/KH-UBTVQH15", "29/2014/TTLT-BYT-BTC-…"
_PART = r"[A-ZĐƯ](?:[A-Za-zĐđƯư&]|\.(?=[A-ZĐƯ]))*+\d{0,3}"
_CODE = re.compile(
    rf"(?P<number>\d{{1,5}}[a-zđ]?(?: ?[-/] ?(?:19|20)\d\d)?) ?[-–/] ?(?P<type>{_PART})"
    rf"(?P<issuer>(?: ?[-–/] ?{_PART}){{0,12}}+)(?!\w)"
)
# “18 NQ/TU”: a space where the hyphen should be; only behind a type word
_SPACED_CODE = re.compile(
    rf"(?P<number>\d{{1,5}}) (?P<type>[A-ZĐ]{{2,5}})"
    rf"(?P<issuer>/ ?{_PART}(?: ?[-–/] ?{_PART}){{0,4}}+)(?!\w)"
)
# "123/2020/QH14": the type is in the issuer's letters
_LAWGIVER = re.compile(r"QH\d{1,2}|UBTVQH\d{1,2}|HĐBT|CP|TTg")
# A bare number is a document's if the clause goes on; “quyết định 3 vấn đề” counts things.
_BARE = (
    r"(?P<number>\d{1,4})(?![\w/%]|[.,]\d{3}|[-–]\w|,\d{1,2}[-–/]|\.\d)"
    r"(?= ?[,.;:()“”\"\n]|$| {citation.after_number}(?!\w))"
)
_NEXT = re.compile(r" ?, ?(?:số )?(?=\d)| và (?:số )?(?=\d)")
_PLENUM = (
    r" (?:số )?(?:{citation.plenum} )?(?:{citation.nth} \w+ )?(?:của )?(?:{citation.committee} )?{citation.centre}"
    r"(?: {citation.party})?(?: {citation.nth} \w+)?(?: \d{1,2})?,? ?\(?{citation.term} {roman}\)?"
)
_CONGRESS = (
    r" (?:số )?{citation.congress} (?:{citation.party} )?(?:{citation.of_congress} ){0,2}(?:{citation.nth} )?"
    r"{roman}(?!\w)(?: của {citation.party})?"
)
_ISSUER = r" (?:của|do) (?P<issuer>[^\W\d_][^,.;:()“”\"\n]{2,60}?)(?= {citation.after_issuer}(?!\w)|[,.;:()“”\"\n]|$)"
_DATED = r",? ?(?:{citation.issued} )?{time.day} "
_NUMBER = re.compile(r" ?(?:số)?:? ?(?=\d)")
_TAIL = 90
"""Characters behind a number within which its date and issuer stand."""


_TYPE = "citation.type"


class _Found(NamedTuple):
    """A document, in the analysed text."""

    start: int
    end: int
    type: str | None
    number: Range | None
    rule: str
    issuer: Range | None = None
    date: PartialDate | None = None


def find_citations(article: Article) -> tuple[Citation, ...]:
    """Citations in the article proper (headline, body, captions), in reading order, repeats included.

    Args:
        article: the article; the footer's documents are not cited.
    """
    layout = article.layout
    places = sorted([*layout.body, *layout.captions, *([layout.title] if layout.title else [])])
    codes = _codes(article.lexicon)
    found: list[Citation] = []
    named, text = article.cues.starts((_TYPE,)).among(places), article.source.text
    has_codes = "/" in text
    for place in places:
        if place not in named and not (has_codes and "/" in text[place.start : place.end]):
            continue
        position = place.start
        for one in sorted([*_behind_types(article, place), *_by_code(article, place, codes)]):
            if one.start >= position:
                position = one.end
                found.append(_citation(article, one))
    return tuple(found)


@lru_cache(maxsize=8)
def _codes(lexicon: Lexicon) -> dict[str, str]:
    """Types by the letters of their numbers."""
    return {form: str(entry.value) for entry in lexicon.group("citation.code") for form in entry.forms}


# --- behind a type word


def _behind_types(article: Article, place: Range) -> Iterator[_Found]:
    """“Nghị quyết số 18, 19-NQ/TW”, “Nghị quyết Trung ương 4 khóa XII”, at each type word of a place."""
    end = place.start
    for cue in article.cues.within(_TYPE, place.start, place.end):
        if cue.start < end or article.cues.ending_at("citation.not_a_document", cue.start) is not None:
            continue
        for one in _row(article, place, cue) or _named(article, place, cue):
            end = one.end
            yield one


def _row(article: Article, place: Range, cue: Cue) -> list[_Found]:
    """The numbers behind a type word: one, or several with commas and “và” between."""
    source = article.source
    lead = _NUMBER.match(source.folded, cue.end, place.end)
    found: list[_Found] = []
    position = lead.end() if lead else place.end
    start = cue.start
    while position < place.end and len(found) < _MOST_NUMBERS:
        one = _number_at(article, place, position, start, str(cue.value))
        if one is None:
            break
        found.append(one)
        following = _NEXT.match(source.folded, one.number.end if one.number else one.end, place.end)
        if following is None:
            break
        position = start = following.end()
    return found


def _number_at(article: Article, place: Range, position: int, start: int, kind: str) -> _Found | None:
    """The document whose number begins at `position`, with date and issuer if it is the last of its row."""
    source = article.source
    code = _CODE.match(source.text, position, place.end) or _SPACED_CODE.match(source.text, position, place.end)
    if code is not None:
        end, issuer, date = _tail(article, code.end(), place.end)
        return _Found(start, end, kind, Range(*code.span()), "citation.code", issuer, date)
    pattern = article.lexicon.compile(_BARE)
    bare = pattern.match(source.folded, position, place.end) or _before_a_code(source.text, position, place.end)
    if bare is None or article.cues.at("time.year", bare.end() + 1) is not None:
        return None
    if _is_decimal(article, bare.end(), place.end):
        return None
    end, issuer, date = _tail(article, bare.end(), place.end)
    return _Found(start, end, kind, Range(*bare.span()), "citation.bare_number", issuer, date)


_CODES_ROW = re.compile(r"(?:,\d{1,5}+){1,8}+(?= ?[-–/] ?[A-ZĐ])")
_FRACTION = re.compile(r",(?=(\d++))")


def _is_decimal(article: Article, comma: int, end: int) -> bool:
    """“quyết định 3|,5 tỷ đồng”: a comma without a space, and behind it one digit, or what no document's number is."""
    source = article.source
    fraction = _FRACTION.match(source.text, comma, end)
    if fraction is None:
        return False
    behind = fraction.end()
    if _CODES_ROW.match(source.text, comma, end) is not None:
        return False
    is_number = article.lexicon.compile(_BARE).match(source.folded, behind, end) is not None
    return len(fraction[1]) == 1 or not is_number


_BEFORE_A_CODE = re.compile(r"\d{1,4}(?= ?, ?\d| và (?:số )?\d)")


def _before_a_code(text: str, position: int, end: int) -> "re.Match[str] | None":
    """The 18 of “18, 19-NQ/TW”, which no word follows."""
    return _BEFORE_A_CODE.match(text, position, end)


def _named(article: Article, place: Range, cue: Cue) -> list[_Found]:
    """“Nghị quyết Trung ương 4 khóa XII”, “Nghị quyết Đại hội XIII của Đảng”."""
    for pattern in (_PLENUM, _CONGRESS):
        match = article.lexicon.compile(pattern).match(article.source.folded, cue.end, place.end)
        if match is not None:
            return [_Found(cue.start, match.end(), str(cue.value), None, "citation.named")]
    return []


# --- by its code alone


def _by_code(article: Article, place: Range, codes: dict[str, str]) -> Iterator[_Found]:
    """Numbers whose letters name a type and an issuer, without a type word: “30/2020/NĐ-CP”."""
    text = article.source.text
    if text.find("/", place.start, place.end) < 0:
        return
    position = place.start
    for number in _DIGITS.finditer(text, place.start, place.end):
        if number.start() < position or text[number.start() - 1 : number.start()] in _NOT_BEFORE:
            continue
        match = _CODE.match(text, number.start(), place.end)
        if match is None:
            continue
        position = match.end()
        kind = _type_of(match, codes)
        known = (match["issuer"] and match["type"] in codes) or _LAWGIVER.fullmatch(match["type"])
        if not known or (kind is None and "/" not in match["number"]):
            continue  # “tổ 5/CP” is no document
        if article.cues.ending_at("citation.not_a_document", _before_number(article, number.start())) is None:
            end, issuer, date = _tail(article, match.end(), place.end)
            yield _Found(match.start(), end, kind, Range(*match.span()), "citation.code", issuer, date)


_DIGITS = re.compile(r"\d(?<!\d\d)")
_NOT_BEFORE = {"/", ".", ",", "-"}


def _before_number(article: Article, start: int) -> int:
    """Where the words before a number end, “số” left out."""
    before = article.source.folded[max(0, start - 4) : start].rstrip()
    return start - 3 if before.endswith("số") else start


def _type_of(match: "re.Match[str]", codes: dict[str, str]) -> str | None:
    """Type that the code's letters name: CT → Chỉ thị."""
    parts = [match["type"], *re.split(r"[-–/ ]+", match["issuer"])]
    return next((codes[part] for part in parts if part in codes), None)


# --- date and issuer


def _tail(article: Article, end: int, limit: int) -> tuple[int, Range | None, PartialDate | None]:
    """Date and issuer that follow: “ngày 12/1/2021 của Thủ tướng Chính phủ”."""
    limit = min(limit, end + _TAIL)
    issuer = None
    date, end = _date(article, end, limit)
    if match := article.lexicon.compile(_ISSUER).match(article.source.folded, end, limit):
        issuer = article.source.trim(*match.span("issuer"))
        end = issuer.end
        if date is None:
            date, end = _date(article, end, limit)
    return end, issuer, date


def _date(article: Article, end: int, limit: int) -> tuple[PartialDate | None, int]:
    """The date that follows at once (“ngày 12/1/2021”), and where it ends."""
    if match := article.lexicon.compile(_DATED).match(article.source.folded, end, limit):
        reading = date_at(article, match.end(), limit)
        if reading is not None and reading.last is None:
            return reading.value, reading.end
    return None, end


def _citation(article: Article, found: _Found) -> Citation:
    source = article.source
    text, span = source.quoted(found.start, found.end)
    return construct(
        Citation,
        text=text,
        span=span,
        rule=found.rule,
        type=found.type,
        number=source.words(*found.number) if found.number else None,
        issuer=source.words(*found.issuer) if found.issuer else None,
        date=found.date,
    )

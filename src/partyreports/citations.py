"""Official documents that the article cites.

    Chỉ thị 35-CT/TW · Quy định số 205-QĐ/TW · Quyết định số 38/QĐ-TTg ngày 12/1/2021 · 30/2020/NĐ-CP
    101 – QĐ/TW · Nghị quyết 18,19 (two) · Nghị quyết Trung ương 4 khóa XII · Đề án 06

The number is kept as printed, its type suffix included. Committees (“Ban Chỉ đạo 138/CP”), fractions
and dates are no documents.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.grammar.dates import date_at
from partyreports.layout.article import Article
from partyreports.models import Citation, PartialDate
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation, spaced_words, whole_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, by_range

_LOOK_BACK = 48
_REACH = 90

# "35-CT/TW", "205-QĐ/TW", "38/QĐ-TTg", "30/2020/NĐ-CP", "101 – QĐ/TW", "35/CT-TW", "81/KH-UBTVQH15", "03/CT-BCA-X11"
_CODE = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-z]?(?: ?/ ?(?:19|20)\d\d)?) ?[-–/] ?(?P<type>[A-ZĐƯ][A-Za-zĐđƯư]{0,6}\d{0,3})"
    r"(?P<issuer>(?: ?[-–/] ?[A-ZĐƯ](?:[A-Za-zĐđƯư&]|\.(?=[A-ZĐƯ])){0,11}\d{0,3}){0,3})(?!\w)"
)
# "123/2020/QH14": the type is in the issuer's letters
_QH = re.compile(r"QH\d{1,2}|UBTVQH\d{1,2}|HĐBT|CP|TTg")
_ISSUER = re.compile(
    r" (?:của|do) (?P<issuer>[^\W\d_][^,.;:()“”\"\n]{2,60}?)(?= (?:về|ban hành|ngày|và|quy định|"
    r"hướng dẫn|đã|trong|tại|có|đối với|gắn|thực hiện|là|cũng|sửa)(?!\w)|[,.;:()“”\"\n]|$)"
)
_DATED = re.compile(r",? ?(?:được ban hành )?ngày ")
_LIST = re.compile(r"(?: ?, ?| và )(?:số )?(?=\d)")


# A bare number is a document's if the clause goes on; “quyết định 3 vấn đề” counts things.
_AFTER_NUMBER = (
    r" ?[,.;:()“”\"\n]|$| (?:của|về|và|khóa|ngày|được|có|đã|trong|trên|tại|ở|cho|là|đối|theo|từ|đến|do|với|để|"
    r"nhằm|sẽ|vào|"
    r"cùng|bằng|như|này|kèm|ban hành|còn|gắn|phù hợp|cũng|số)(?!\w)"
)


class _Cues(NamedTuple):
    type_end: "re.Pattern[str]"
    canonical: dict[str, str]
    type_tails: frozenset[str]
    """The last two characters of what stands before a number, if it is a type word: quick to ask."""
    longest_type: int
    type_word: "re.Pattern[str]"
    codes: dict[str, str]
    committee: "re.Pattern[str]"
    committee_tails: frozenset[str]
    named: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    canonical = {fold(form): str(entry.value) for entry in lexicon.group("citation.type") for form in entry.forms}
    committees = lexicon.forms("citation.not_a_document")
    words = alternation(canonical)
    return _Cues(
        type_end=re.compile(rf"({whole_words(canonical, end='')})(?: số)?:? *$"),
        canonical=canonical,
        type_tails=frozenset(form[-3:] for word in (*canonical, " số", "số:") for form in (word, word + " ")),
        longest_type=max(map(len, canonical)) + len(" số: "),
        type_word=re.compile(spaced_words(canonical)),
        codes={form: str(entry.value) for entry in lexicon.group("citation.code") for form in entry.forms},
        committee=re.compile(whole_words(committees, end=r"(?: số)? *$")),
        committee_tails=frozenset(form[-2:] for form in (*map(fold, committees), "số")),
        named=re.compile(
            rf"(?<!\w)(?P<type>{words})(?: số)? +(?:"
            r"(?P<plenum>(?:hội nghị )?(?:lần thứ \w+ )?(?:của )?(?:ban chấp hành )?(?:bch )?(?:trung ương|"
            r"tw|t\.ư)(?: đảng)?(?: lần thứ \w+)?(?: \d{1,2})?,? ?\(?(?:khóa [ivx]+)\)?)"
            r"|(?P<congress>đại hội (?:đảng )?(?:đại biểu )?(?:toàn quốc )?(?:lần thứ )?[ivx]+(?![\w])(?: của đảng)?)"
            r"|(?P<bare>\d{1,4}(?![\w/%]|[.,]\d{3}|[-–]\w|,\d{1,2}[-–/]|\.\d))(?=" + _AFTER_NUMBER + r")"
            r")"
        ),
    )


def find_citations(article: Article) -> tuple[Citation, ...]:
    """Citations in the article proper (headline, body, captions), in reading order, repeats included.

    Args:
        article: the article.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    cues = _cues(lexicon)
    found: list[Citation] = []
    places = sorted([*layout.body, *layout.captions, *([layout.title] if layout.title else [])])
    taken: dict[Range, list[Range]] = {}
    for place, hints in by_range(_code_hints(source.text), places).items():
        if source.text.find("/", place.start, place.end) < 0:
            continue
        numbered = list(_numbered(article, place, hints, cues))
        taken[place] = [Range(start, end) for start, end, _ in numbered]
        found += [citation for _, _, citation in numbered]
    for place, heads in by_range(_type_words(source, cues), places).items():
        found += _named(article, place, taken.get(place, []), heads, cues)
    return tuple(_disjoint(sorted(found, key=lambda citation: (citation.span.start, -citation.span.end))))


def _disjoint(citations: list[Citation]) -> Iterator[Citation]:
    end = -1
    for citation in citations:
        if citation.span.start >= end:
            end = citation.span.end
            yield citation


# --- with a code


def _numbered(article: Article, place: Range, hints: Iterable[int], cues: _Cues) -> Iterator[tuple[int, int, Citation]]:
    """Documents with a code, and the numbers before it in a list: “18, 19-NQ/TW”."""
    source = article.source
    text = source.text
    last = place.start
    for match in _codes(text, place, hints):
        head = _type_before(source, place, match.start(), cues)
        code = None if head else _code_of(match, cues)
        if head is None and ((code is None and "/" not in match["number"]) or not _is_code(match, cues)):
            continue  # “tổ 5/CP” is no document, “45/2013/QH13” is one without a type word
        if _is_of_a_committee(source, place, match.start(), cues):
            continue
        kind = cues.canonical[_spaced(source.folded[head.start : head.end])] if head else code
        start = head.start if head else match.start()
        if head is not None:
            earlier = _earlier_numbers(source, max(head.end, last), match.start())
            for number in earlier:
                yield start, number.end, _citation(source, Range(start, number.end), kind, number, None, None, _BARE)
                start = number.start
            # In a list only the first document holds the type word: “Nghị quyết số 18, 19-NQ/TW”.
            start = match.start() if earlier or head.start < last else start
        end, issuer, date = _tail(article, match.end(), place.end)
        number = Range(match.start(), match.end())
        yield start, end, _citation(source, Range(start, end), kind, number, issuer, date, "citation.code")
        last = end


def _is_of_a_committee(source: SourceText, place: Range, start: int, cues: _Cues) -> bool:
    """Whether the number at `start` is that of a body, a road, an article: “Ban Chỉ đạo 138/CP”, “khoản 5”."""
    before = source.folded[max(place.start, start - _LOOK_BACK) : start]
    return before.rstrip()[-2:] in cues.committee_tails and cues.committee.search(before) is not None


_BARE = "citation.bare_number"
# What stands in every code, cheap to look for: the “-CT” of “35-CT”, “/QĐ”, the “– QĐ” of “101 – QĐ”. (Each has
# a literal head, which the regex engine skips ahead to.)
_SIGNS = tuple(re.compile(rf"{sign}(?<=[\da-z ].) ?[A-ZĐƯ]") for sign in "/-–")


def _code_hints(text: str) -> list[int]:
    return sorted(match.start() for sign in _SIGNS for match in sign.finditer(text))


def _codes(text: str, place: Range, hints: Iterable[int]) -> Iterator["re.Match[str]"]:
    """Codes of a place, looked for around their hints."""
    position = place.start
    for hint in hints:
        if hint >= position:
            match = _CODE.search(text, max(position, hint - 14), min(place.end, hint + 62))
            if match is not None and match.start() < hint:
                position = match.end()
                yield match


_EARLIER = re.compile(r"\d{1,4}(?= ?,| và)")


def _earlier_numbers(source: SourceText, start: int, end: int) -> list[Range]:
    """Bare numbers of a list between the type word and a code: the 18 of “Nghị quyết số 18, 19-NQ/TW”."""
    return [Range(*number.span()) for number in _EARLIER.finditer(source.folded, start, end)]


def _spaced(words: str) -> str:
    return " ".join(words.split()).removesuffix(" số")


def _code_of(match: "re.Match[str]", cues: _Cues) -> str | None:
    """Type that the code's letters name: CT → Chỉ thị."""
    return cues.codes.get(match["type"]) or next(
        (cues.codes[part] for part in re.split(r"[-–/ ]+", match["issuer"]) if part in cues.codes), None
    )


def _is_code(match: "re.Match[str]", cues: _Cues) -> bool:
    """Whether a code without a type word is one: its letters name a type, and an issuer follows."""
    return (bool(match["issuer"]) and match["type"] in cues.codes) or bool(_QH.fullmatch(match["type"]))


_NUMBERS_OF_A_LIST = re.compile(r"(?:\d{1,4}(?:[-–/][\w/-]+)?(?: ?, ?| và (?:số )?))+$")


def _type_before(source: SourceText, place: Range, start: int, cues: _Cues) -> Range | None:
    """The type word before a number; through the numbers of a list before it (“Nghị quyết số 18, 19-NQ/TW”)."""
    begin = max(place.start, start - _LOOK_BACK)
    before = source.folded[begin:start]
    if before.endswith((",", ", ", " và ", " và số ")):
        before = _NUMBERS_OF_A_LIST.sub(lambda match: " " * len(match[0]), before)
    match = cues.type_end.search(before)
    return Range(begin + match.start(1), begin + match.end(1)) if match else None


def _tail(article: Article, end: int, limit: int) -> tuple[int, Range | None, PartialDate | None]:
    """Date and issuer that follow: “ngày 12/1/2021 của Thủ tướng Chính phủ”."""
    source = article.source
    limit = min(limit, end + _REACH)
    issuer = None
    date, end = _date(article, end, limit)
    if match := _ISSUER.match(source.folded, end, limit):
        issuer = source.trim(*match.span("issuer"))
        end = issuer.end
        if date is None:
            date, end = _date(article, end, limit)
    return end, issuer, date


def _date(article: Article, end: int, limit: int) -> tuple[PartialDate | None, int]:
    """The date that follows at once (“ngày 12/1/2021”), and where it ends."""
    if match := _DATED.match(article.source.folded, end, limit):
        reading = date_at(article, match.end(), limit)
        if reading is not None:
            return reading.value, reading.end
    return None, end


def _citation(
    source: SourceText,
    whole: Range,
    kind: str | None,
    number: Range | None,
    issuer: Range | None,
    date: PartialDate | None,
    rule: str,
) -> Citation:
    text, span = source.quoted(*whole)
    return construct(
        Citation,
        text=text,
        span=span,
        rule=rule,
        type=kind,
        number=source.words(*number) if number else None,
        issuer=source.words(*issuer) if issuer else None,
        date=date,
    )


# --- by name or bare number


def _named(article: Article, place: Range, taken: list[Range], heads: Sequence[int], cues: _Cues) -> Iterator[Citation]:
    """“Nghị quyết Trung ương 4 khóa XII”, “Nghị quyết 39 của Bộ Chính trị”, “Nghị quyết 18,19”."""
    source = article.source
    folded = source.folded
    for head in heads:
        match = cues.named.match(folded, head, place.end)
        if match is None or any(part.start <= match.start() < part.end for part in taken):
            continue
        if _is_of_a_committee(source, place, match.start(), cues):
            continue
        kind = cues.canonical[_spaced(match["type"])]
        end, issuer, date = _tail(article, match.end(), place.end)
        if not match["bare"]:
            yield _citation(source, Range(match.start(), match.end()), kind, None, None, None, "citation.named")
            continue
        numbers = _bare_numbers(source, match, place.end)
        end, issuer, date = _tail(article, numbers[-1].end, place.end)
        for i, number in enumerate(numbers):
            start = match.start() if i == 0 else number.start
            stop = end if i == len(numbers) - 1 else number.end
            yield _citation(source, Range(start, stop), kind, number, issuer, date, _BARE)


# What a type word is followed by: a number (“Nghị quyết 39”), a congress; or, further on, a plenum's term
# (“Nghị quyết Trung ương 4 khóa XII”).
_CONGRESS = "đại hội "
_TERM = re.compile(r"khóa [ivx]")
_LONGEST_PLENUM = 130


def _type_words(source: SourceText, cues: _Cues) -> list[int]:
    """Where type words stand that may begin a citation, sorted: looked for around what follows them."""
    folded = source.folded
    heads = set()
    tails = cues.type_tails  # (nearly every number stands behind another word)
    for at in [at for at in chain(source.numbers, source.positions((_CONGRESS,))) if folded[at - 4 : at - 1] in tails]:
        begin = max(0, at - cues.longest_type)
        if match := cues.type_end.search(folded, begin, at):
            heads.add(match.start(1))
    for at in source.places_of(_TERM):
        begin = max(0, at - _LONGEST_PLENUM)
        heads.update(match.start() for match in cues.type_word.finditer(source.spaced, begin, at))
    return sorted(heads)


def _bare_numbers(source: SourceText, match: "re.Match[str]", limit: int) -> list[Range]:
    """“18,19”: after a type word a list of numbers is several documents, not a decimal."""
    numbers = [Range(match.start("bare"), match.end("bare"))]
    while len(numbers) < 12 and (more := _LIST.match(source.folded, numbers[-1].end, limit)):
        number = re.compile(r"\d{1,3}(?![\w/%]|[.,]\d{3}|[-–]\w)").match(source.folded, more.end(), limit)
        if number is None or "năm" in source.folded[number.end() : number.end() + 5]:
            break
        numbers.append(Range(number.start(), number.end()))
    return numbers

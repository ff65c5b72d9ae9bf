"""The meeting itself: name, kind, format, place."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from partyreports.construct import construct
from partyreports.layout.article import Article
from partyreports.layout.segmentation import Layout
from partyreports.meeting.detection import MeetingMentions
from partyreports.models import Evidence, FoundPassage, MeetingFormat, MeetingKind
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import spaced_words
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, slice_between

_FORMS = (MeetingFormat.HYBRID, MeetingFormat.ONLINE, MeetingFormat.IN_PERSON)
"""Forms in the order in which they are looked for: “trực tiếp kết hợp trực tuyến” holds the words of all three."""
_NEAR = 120
_NAME_LENGTH = 220


class MeetingDetails(NamedTuple):
    """Name, kind, format and place of the meeting, and the words behind them."""

    name: FoundPassage | None = None
    kind: MeetingKind | None = None
    format: MeetingFormat | None = None
    place: FoundPassage | None = None
    evidence: tuple[Evidence, ...] = ()


class _Cues(NamedTuple):
    kinds: tuple[tuple[str, MeetingKind], ...]
    forms: "tuple[tuple[MeetingFormat, re.Pattern[str]], ...]"
    """How people met; for `SourceText.spaced`, as the next."""
    form_hints: tuple[str, ...]
    not_the_form: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    kinds = tuple(
        (fold(form), MeetingKind(str(entry.value))) for entry in lexicon.group("meeting.kind") for form in entry.forms
    )
    return _Cues(
        kinds=kinds,
        forms=tuple((form, re.compile(spaced_words(lexicon.forms(f"meeting.format.{form.value}")))) for form in _FORMS),
        form_hints=_hints([words for form in _FORMS for words in lexicon.forms(f"meeting.format.{form.value}")]),
        not_the_form=re.compile(spaced_words(lexicon.forms("meeting.not_the_form"))),
    )


def _hints(forms: Iterable[str]) -> tuple[str, ...]:
    """A few words, quick to look for, one of which stands in every form: “trực”, “truyền”, “online”."""
    left = [fold(form).split() for form in forms]
    hints = []
    while left:
        counts = Counter(word for words in left for word in words)
        hints.append(max(counts, key=lambda word: (counts[word], len(word))))
        left = [words for words in left if hints[-1] not in words]
    return tuple(hints)


def find_details(article: Article, occasion: MeetingMentions) -> MeetingDetails:
    """What the article says of the meeting as such.

    Args:
        article: the article.
        occasion: where the article speaks of the meeting; nothing is given for no meeting.
    """
    source, layout, lexicon = article.source, article.layout, article.lexicon
    if not occasion.is_meeting:
        return MeetingDetails()
    cues = _cues(lexicon)
    evidence: list[Evidence] = []
    name = _name(source, occasion)
    kind = _kind(source, layout, name, occasion, cues, evidence)
    how = _format(source, layout, occasion, cues, evidence)
    return MeetingDetails(
        name=source.found(*name, "meeting.named") if name else None,
        kind=kind,
        format=how,
        place=_place(source, occasion),
        evidence=tuple(evidence),
    )


# --- name and kind

# The name runs from the meeting noun to the end of its clause: a comma, "do", "dưới", "chiều 1-6", …
_NAME_END = re.compile(
    r"[.;:()“”\n]|, (?!đại hội|giao ban|sơ kết|tổng kết|triển khai|phương hướng|nhiệm vụ|quán triệt|"
    r"học tập|tuyên truyền|kiểm tra|phòng|chống|giám sát)"
    r"| (?:do|dưới|theo|với sự|diễn ra|được|đã|tại|nhằm|để|vào|có|sẽ|sáng|chiều|tối|trưa|ngày|cho biết|"
    r"cho rằng|và phát biểu|chủ trì)(?= )"
)


def _name(source: SourceText, occasion: MeetingMentions) -> Range | None:
    """The longest early wording of the meeting's name: “Hội nghị giao ban trực tuyến toàn ngành …”."""
    best: Range | None = None
    for mention in occasion.mentions[:8]:
        limit = min(source.line_at(mention.start).end, mention.start + _NAME_LENGTH)
        match = _NAME_END.search(source.folded, mention.end, limit)
        name = source.trim(mention.start, match.start() if match else limit)
        if name.end - name.start > _NAME_LENGTH - 2:
            continue
        if best is None or name.end - name.start > 1.4 * (best.end - best.start):
            best = name
    return best


def _kind(
    source: SourceText,
    layout: Layout,
    name: Range | None,
    occasion: MeetingMentions,
    cues: _Cues,
    evidence: list[Evidence],
) -> MeetingKind:
    """The most specific word of the meeting's own name, else of the headline, else of the first mentions."""
    places = [name, layout.title, *(Range(m.start, m.end + 40) for m in occasion.mentions[:6])]
    for place in places:
        if place is None:
            continue
        for form, kind in cues.kinds:
            at = source.folded.find(form, place.start, place.end)
            if at >= 0:
                evidence.append(_evidence(source, "kind", at, at + len(form), f"kind.{kind.value}"))
                return kind
    return MeetingKind.KHAC


def _evidence(source: SourceText, field: str, start: int, end: int, rule: str) -> Evidence:
    text, span = source.quoted(start, end)
    return construct(Evidence, text=text, span=span, rule=rule, field=field)


# --- format


def _format(
    source: SourceText, layout: Layout, occasion: MeetingMentions, cues: _Cues, evidence: list[Evidence]
) -> MeetingFormat | None:
    regions = occasion.regions if layout.title is None else (layout.title, *occasion.regions)
    hints = source.positions(cues.form_hints, min(regions).start, max(region.end for region in regions))
    regions = tuple([region for region in regions if slice_between(hints, *region)])  # (most say nothing of it)
    for form, pattern in cues.forms:
        for region in regions:
            for match in pattern.finditer(source.spaced, region.start, min(region.end, region.start + 3000) + 1):
                start, end = match.start(), match.end() - 1
                if _said_of_the_meeting(source, start, end, occasion, cues):
                    evidence.append(_evidence(source, "format", start, end, f"format.{form.value}"))
                    return form
    return None


def _said_of_the_meeting(source: SourceText, start: int, end: int, occasion: MeetingMentions, cues: _Cues) -> bool:
    """Whether the words for a form stand near a mention of the meeting, and are not about its subject."""
    line = source.line_at(start)
    around = source.spaced[max(line.start, start - 24) : end + 25]
    if cues.not_the_form.search(around):
        return False
    near = any(
        start - _NEAR < mention.start < end + _NEAR and line.start <= mention.start <= line.end
        for mention in occasion.mentions
    )
    return near or "điểm cầu" in around or "đầu cầu" in around


# --- place

# "tại Hà Nội,", "tại trụ sở Tỉnh ủy,", "tại TP Buôn Ma Thuột, tỉnh Đắk Lắk"
# at the head of a clause or after the verb; “Tổ chức … tại Việt Nam” is a body's name
_AT = re.compile(r"tại (?=[^\W\d_])")
_BEFORE_AT = re.compile(r"(?:[,(] ?|\) |(?:tổ chức|diễn ra|khai mạc|bế mạc|\d) )$")
_PLACE_END = re.compile(r"[,.;:()\n]| (?:do|dưới|và|với|đã|có|diễn|được|chủ trì|tổ chức|nhằm|để|trong)(?= )")
_BUILDING = re.compile(
    r"(?:trụ sở|hội trường|nhà quốc hội|trung tâm|nhà văn hóa|khách sạn|cung|nhà khách|tp\.?|"
    r"thành phố|tỉnh|thủ đô|huyện|điểm cầu (?:chính|trung ương|trung tâm))(?!\w)"
)


def _place(source: SourceText, occasion: MeetingMentions) -> FoundPassage | None:
    for region in occasion.regions[:4]:
        for match in _AT.finditer(source.folded, region.start, min(region.end, region.start + 400)):
            head, start = match.span()
            if head > source.line_at(head).start and not _BEFORE_AT.search(source.folded, max(0, head - 9), head):
                continue
            limit = min(region.end, start + 80)
            end = _PLACE_END.search(source.folded, start, limit)
            stop = end.start() if end else limit
            if not any(abs(mention.start - start) < 160 for mention in occasion.mentions):
                continue
            if (source.text[start].isupper() and not _is_the_meeting(start, occasion)) or _BUILDING.match(
                source.folded, start
            ):
                return source.found(*source.trim(start, stop), "place.at")
    return None


def _is_the_meeting(start: int, occasion: MeetingMentions) -> bool:
    """Whether what begins at `start` is the meeting itself: “tại Hội nghị”."""
    return any(mention.start == start for mention in occasion.mentions)

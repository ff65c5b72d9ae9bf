"""The lines above the footer: title, byline, captions, lead, and the article proper."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from partyreports.layout.dateline import Dateline
from partyreports.models import FoundPassage
from partyreports.text.lexicon import Lexicon
from partyreports.text.patterns import alternation
from partyreports.text.source import SourceText, fold
from partyreports.text.spans import Range, containing

_CAPTION_LENGTH = 420
_CREDIT_LENGTH = 60
_BYLINE_LENGTH = 70
# "(TTXVN) - …": the agency in front of a first paragraph
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’)]*$")
# "more(HDDTVN) - Sáng nay …": an excerpt that a page builder moved to the end, a “read more” glued to it
# "Trang chủ » Tin tức » Thời sự", "Home / News", a site's clock above the headline
_BREADCRUMB = re.compile(
    r"(?:(?:trang chủ|home|trang nhất)(?: *[>»/|›→].{0,80})?|[^.!?>»]{2,30}(?: *[>»›] *[^.!?>»]{2,40}){1,4}"
    r"|(?:thứ \w+|chủ nhật),? (?:ngày )?[\d/ .,-]+(?:tháng|năm|[\d /.:,-])*(?:,? ?\d\d:\d\d:\d\d)?)$"
)
_EXCERPT = re.compile(r"(?:read )?more(?=[(\"“]|[^\W\d_a-z])")


class _Cues(NamedTuple):
    head: "re.Pattern[str]"
    """A newline and what may be the head of a line that is no paragraph; finds some others, too."""
    caption: "re.Pattern[str]"
    credit: "re.Pattern[str]"
    credit_words: tuple[str, ...]
    scene: "re.Pattern[str]"
    byline: "re.Pattern[str]"
    inserted: "re.Pattern[str]"


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    heads = chain.from_iterable(map(lexicon.forms, ("caption.head", "caption.scene", "body.inserted_link")))
    return _Cues(
        head=re.compile(r"\n[>»→(\[ ]*" + alternation(heads)),
        caption=re.compile(r"[(\[]?" + alternation(lexicon.forms("caption.head")) + r"(?!\w)"),
        credit=re.compile(
            r"(?:[-–—.,(|]|[^\W\d_]|[\"”]) *"
            + alternation(lexicon.forms("caption.credit"))
            + r"(?: *: *| +)(?P<name>[^.:;]{0,40}?)[.)]*$"
        ),
        credit_words=_covering_words(lexicon.forms("caption.credit")),
        scene=re.compile(alternation(lexicon.forms("caption.scene")) + r"(?!\w)"),
        byline=re.compile(alternation(lexicon.forms("byline.head")) + r" *:"),
        inserted=re.compile(r"[>»→ ]*" + alternation(lexicon.forms("body.inserted_link")) + r" *[:>»]"),
    )


def _covering_words(forms: Iterable[str]) -> tuple[str, ...]:
    """A few words so that each form holds one: “ảnh” stands for “ảnh tư liệu” and “nguồn ảnh”."""
    chosen: list[str] = []
    for form in sorted(map(fold, forms), key=len):
        if not any(word in form for word in chosen):
            chosen.append(max(form.split(), key=len))
    return tuple(chosen)


@dataclass(slots=True)
class Frame:
    """The lines of an article, told apart."""

    title: Range | None = None
    title_rule: str = "title.first_line"
    byline: Range | None = None
    lead: Range | None = None
    lead_rule: str = "lead.first_paragraph"
    captions: list[Range] = field(default_factory=list)
    body: list[Range] = field(default_factory=list)
    furniture: list[FoundPassage] = field(default_factory=list)


def frame_of(source: SourceText, lines: list[Range], dateline: Dateline | None, lexicon: Lexicon) -> Frame:
    """Tell the lines above the footer apart.

    Args:
        source: the article.
        lines: its filled lines above the footer, trimmed.
        dateline: the dateline among them, if any.
        lexicon: gives the cues of captions and bylines.
    """
    cues = _cues(lexicon)
    frame = Frame()
    rest = list(lines)
    if dateline is not None:
        rest.remove(dateline.line)
        frame.byline = dateline.author
    first = 0
    while first < len(rest) - 1 and _BREADCRUMB.match(source.folded, *rest[first]):
        frame.furniture.append(source.found(*rest[first], "furniture.breadcrumb"))
        first += 1
    del rest[:first]
    if rest:
        frame.title = rest.pop(0)
    if rest and _same(source, rest[0], frame.title):
        frame.furniture.append(source.found(*rest.pop(0), "title.repeated"))
    done = 0
    for i in _special_lines(source, rest, cues):
        frame.body += rest[done:i]
        _place(source, frame, rest[i], i, len(rest), cues)
        done = i + 1
    frame.body += rest[done:]
    _read_excerpt(source, frame)
    if frame.lead is None and frame.body:
        frame.lead = frame.body[0]
    return frame


def _same(source: SourceText, line: Range, title: Range | None) -> bool:
    return title is not None and source.folded[line.start : line.end] == source.folded[title.start : title.end]


def _special_lines(source: SourceText, lines: list[Range], cues: _Cues) -> list[int]:
    """Indices of the lines that may be no paragraphs: by their heads, by a credit in them, as the first or last few."""
    if not lines:
        return []
    heads = [match.end() - 1 for match in cues.head.finditer(source.folded, lines[0].start - 1, lines[-1].end)]
    special = {i for i, _ in containing(heads, lines)}
    words = source.positions(cues.credit_words, lines[0].start, lines[-1].end)
    special.update({i for i, _ in containing(words, lines) if _may_credit(source, lines[i], cues)})
    special.update(range(min(2, len(lines))), range(max(len(lines) - 3, 0), len(lines)))
    return sorted(special)


def _place(source: SourceText, frame: Frame, line: Range, index: int, count: int, cues: _Cues) -> None:
    """Put a line where it belongs; `index` and `count` say how near the title or the end it is."""
    if cues.inserted.match(source.folded, line.start, line.end):
        frame.furniture.append(source.found(*line, "furniture.inserted_link"))
    elif frame.byline is None and index >= count - 3 and cues.byline.match(source.folded, line.start, line.start + 40):
        frame.byline = line
    elif _is_caption(source, line, cues):
        frame.captions.append(line)
    elif frame.byline is None and _is_byline(source, line, index, count, cues):
        frame.byline = line
    else:
        frame.body.append(line)


def _is_caption(source: SourceText, line: Range, cues: _Cues) -> bool:
    """“Ảnh: …”, “… - Ảnh: Vân An”, “Quang cảnh hội nghị.”: a photo's words."""
    if line.end - line.start > _CAPTION_LENGTH:
        return False
    folded = source.folded
    if cues.caption.match(folded, line.start, line.end):
        return True
    tail = max(line.start, line.end - _CREDIT_LENGTH)
    credit = cues.credit.search(folded, tail, line.end) if _may_credit(source, line, cues) else None
    if credit is not None and _names_somebody(source, credit):
        return credit.start() > line.start or line.end - line.start < 60
    return line.end - line.start < 220 and cues.scene.match(folded, line.start, line.end) is not None


def _may_credit(source: SourceText, line: Range, cues: _Cues) -> bool:
    """Whether “ảnh”, “video”, … stands near the end of a line that is short enough for a caption; few are."""
    start, end = line
    if end - start > _CAPTION_LENGTH:
        return False
    tail = source.folded[max(start, end - _CREDIT_LENGTH) : end]
    return any(map(tail.__contains__, cues.credit_words))


def _names_somebody(source: SourceText, credit: "re.Match[str]") -> bool:
    """“Ảnh: Vân An”, “Ảnh Vân An”, but not “bị ảnh hưởng”."""
    name = source.text[credit.start("name") : credit.start("name") + 1]
    return ":" in credit[0] or name.isupper()


def _is_byline(source: SourceText, line: Range, index: int, count: int, cues: _Cues) -> bool:
    """“Tin, ảnh: Vân Khánh”, “N.V”, “Thu Trang” near the end (or right below the title)."""
    length = line.end - line.start
    if length > _BYLINE_LENGTH or not (index < 2 or index >= count - 3):
        return False
    if cues.byline.match(source.folded, line.start, line.end):
        return True
    text = source.text[line.start : line.end]
    text = re.sub(r"\((?:ghi|t/h|tổng hợp|thực hiện|lược ghi|theo [^)]*)\)", "", text).strip(" .*")
    if text.startswith("(") and text.endswith(")"):
        return text.casefold().startswith("(theo ")
    words = [word for word in re.split(r"[\s,\-–.]+", text) if word and word not in {"và", "-"}]
    if not 1 <= len(words) <= 7 or any(char.isdigit() for char in text) or ":" in text:
        return False
    if index < 2 and (count <= index + 1 or len(words) < 2 or len(words) > 4):
        return False
    return all(word[0].isupper() for word in words) and (index >= count - 3 or not _SENTENCE_END.search(text))


def _read_excerpt(source: SourceText, frame: Frame) -> None:
    """A lead that was scraped to the end after the byline; cut short (“không…”), it is furniture."""
    if not frame.body:
        return
    last = frame.body[-1]
    match = _EXCERPT.match(source.text, last.start, last.end)
    if match is None:
        return
    if source.text[last.end - 1] == "…" or source.text.endswith("...", last.start, last.end):
        frame.body.pop()
        frame.furniture.append(source.found(*last, "furniture.excerpt"))
        return
    lead = Range(match.end(), last.end)
    frame.furniture.append(source.found(match.start(), match.end(), "furniture.read_more"))
    frame.body[-1] = lead
    frame.lead = lead
    frame.lead_rule = "lead.scraped_to_the_end"

"""What a line may be in the footer of a page: a cue, a link with its age, a teaser, a line of the site, or prose."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from partyreports.layout.captions import find_captions
from partyreports.layout.dateline import read_dateline
from partyreports.layout.footer_words import (
    AGE_AT_END,
    AGE_LINE,
    AGE_REACH,
    CUES_OF_SITE,
    DATE_AT_HEAD,
    HEADS_OF_TEMPLATES,
    are_buttons,
    counts,
    ends_in_address,
    has_keywords,
    invites,
    is_advertisement,
    is_form,
    is_marked_link,
    is_menu,
    is_row_of_widgets,
    is_template,
    names_column,
    names_links,
    turns_pages,
)
from partyreports.layout.shapes import (
    begins_with_marker,
    end_in_stops,
    ends_in_stop,
    has_letters,
    has_two_sentences,
    text_start,
    words_of,
)
from partyreports.layout.teasers import find_teasers
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_LONGEST_CUE = 120
"""Characters of a line that is a cue with a few words behind it."""
_LONGEST_LINK = 260
"""Characters of the longest title of a link."""
_SHORT_PROSE = 160
"""A line that ends in a full stop is prose if it is longer; shorter ones may be titles that end in one."""
_PROSE_OF_TWO = 120
"""The same for a line of two sentences."""
_AGES = ("footer.age", "footer.age_unit")
_STATEMENT = 90
"""Several lines in a row that end in stops are the article's if they are longer on average; else titles may be."""
_MOST_STATEMENTS = 2
_SIGNS_OF_LINKS = re.compile(r"[)\]…](?=[. ]?$)|\.{3}$|\d\D*+\d\D*+\d\D*+\d")
"""One of them ends every line with an age in brackets or with words cut short, or stands in every date: digits."""
_TITLE_OF_DAY = 4
"""Words of a title, at least, behind which a day stands without its year."""
_TITLE_OF_TIME = 5
"""The same for a date and a clock time with no sign before them."""
_ARROWS = re.compile(r"> ?>|&gt; ?&gt;|»|< ?<|«|←")
_ARROWS_BEHIND = (">>", "> >", "»", "→")
"""Arrows of links: before the title, and behind it."""
_HEADS_OF_ARROWS, _ENDS_OF_ARROWS = frozenset(">&»<«←"), frozenset(">»→")
_BEHIND_HERE = 2
"""Signs behind “tại đây” at the end of a line."""
_SHORTEST_MARKED, _LONGEST_MARKED = 12, 400
"""Characters of a link with its address, or of keywords, from and to."""
_LONGEST_COUNTER = 60
_EXCERPT = re.compile(r"(?:read )?more ?(?=[(\"“#]|[^\W_a-z])")
_AFTER_CUE = re.compile(r"(?:\]\([^()\s]*\))?[\s\d():.…>»!?*/|-]*")
_OPENS = re.compile(r" ?(?:[:>»…(]|\.{3}|&gt;)")


class Kind(StrEnum):
    """What a line may be below the article."""

    RELATED = "a cue of links"
    INSERTED = "a cue of links with a link behind it"
    TOPIC = "the name of a topic with links below it"
    WIDGET = "a button or a counter"
    COMMENTS = "where comments begin"
    LICENCE = "a licence or the owner's line"
    SITE = "another line of the site"
    METADATA = "a date line below the article"
    EXCERPT = "the beginning of an article, cut short"
    TEASER = "a link with the beginning of its article behind it"
    DATED_LINK = "a link with its age, its date or its medium in brackets"
    MARKED_LINK = "a link with its address"
    COLUMN = "the name of a column of links"
    FORM = "a field of a form"
    KEYWORDS = "keywords of the article"
    AGE = "an age alone"
    SIGNS = "no letters"
    CAPTION = "the words of a photo"
    LINK = "what may be a title"
    PROSE = "a paragraph"


class PageLines:
    """The lines of a page, and their kinds, each found when it is first asked for.

    Attributes:
        lines: the filled lines, trimmed.
        captions: which of them are captions: the name of the rule by number.
        ends_in_stop: of each whether it ends as a statement does.
    """

    def __init__(self, scanned: ScannedText, lines: Sequence[Range]) -> None:
        self._scanned = scanned
        self._source = scanned.source
        self.lines = lines
        self.captions = find_captions(scanned, lines)
        self._age_line = scanned.lexicon.compile(AGE_LINE)
        self._age_at_end = scanned.lexicon.compile(AGE_AT_END)
        self._date_at_head = scanned.lexicon.compile(DATE_AT_HEAD)
        self._naming_links = names_links(scanned, lines)
        self._with_site_words = scanned.cues.starts(CUES_OF_SITE).among(lines)
        self._with_age = scanned.cues.starts(_AGES).among(lines)
        self._teasers = find_teasers(scanned, lines)
        self.ends_in_stop = end_in_stops(self._source, lines)
        self._cued = self._cue_lines()
        self._marked = self._marked_lines()
        self._kinds: dict[int, Kind] = {}

    def kind(self, i: int) -> Kind:
        """What the line of a number is."""
        if i not in self._kinds:
            self._kinds[i] = self._kind_of(i)
        return self._kinds[i]

    def _cue_lines(self) -> dict[int, Kind]:
        """Lines that begin with a cue, by their numbers; the first group of the list wins."""
        found: dict[int, Kind] = {}
        starts = [line.start for line in self.lines]
        for group, kind in _GROUPS:
            for cue in self._scanned.cues.of(group):
                i = bisect_right(starts, cue.start) - 1
                if i < 0 or i in found or cue.end > self.lines[i].end:
                    continue
                if cue.start <= text_start(self._source, self.lines[i]) and (as_cue := self._as_cue(i, cue.end, kind)):
                    found[i] = as_cue
        return found

    def _as_cue(self, i: int, end: int, kind: Kind) -> Kind | None:
        """What a line is that begins with a cue which ends at `end`."""
        line = self.lines[i]
        rest = Range(end, line.end)
        if kind is Kind.WIDGET and "@" in self._source.text[end : min(line.end, end + _LONGEST_CUE)]:
            kind = Kind.SITE  # “Email: vanthu@hoalac.example” may be the article's own
        if kind in (Kind.LICENCE, Kind.SITE):
            is_field = end == line.end and self._source.text[end - 1] == ":"  # “Email:”
            return Kind.FORM if is_field else kind
        if line.end - line.start > _LONGEST_LINK:
            return None
        if _AFTER_CUE.fullmatch(self._source.text, *rest):
            return kind
        if kind is Kind.RELATED:
            return self._as_related(rest)
        is_short = line.end - line.start <= _LONGEST_CUE
        if kind is Kind.TOPIC:
            return kind if is_short and _OPENS.match(self._source.text, *rest) else None
        return kind if is_short and self._is_button(rest, kind) else None

    def _as_related(self, rest: Range) -> Kind | None:
        """What a cue of links is with words behind it.

        “Xem thêm: …” holds its link. “Mời bạn đọc vào chuyên mục … xem các tin, bài liên quan.” holds a second cue:
        with its stop it is a sentence that says where the links are, and they do not stand below it.
        """
        here = self._scanned.cues.last_within("footer.here", *rest)
        if _OPENS.match(self._source.text, *rest) or (here is not None and rest.end - here.end <= _BEHIND_HERE):
            return Kind.INSERTED
        if rest.end - rest.start > _LONGEST_CUE or not self._scanned.cues.any_within("footer.related", *rest):
            return None
        return Kind.INSERTED if ends_in_stop(self._source, rest) else Kind.RELATED

    def _is_button(self, rest: Range, kind: Kind) -> bool:
        """Whether words behind a button's name belong to it: “Bình luận (3)”, “Tải mẫu biên bản tại đây:”."""
        here = self._scanned.cues.last_within("footer.here", *rest) if kind is Kind.WIDGET else None
        if here is not None:
            return rest.end - here.end <= _BEHIND_HERE
        return _OPENS.match(self._source.text, *rest) is not None or are_buttons(self._scanned, rest)

    def _kind_of(self, i: int) -> Kind:
        cued = self._cued.get(i)
        if cued not in (None, Kind.SITE):
            return cued
        line = self.lines[i]
        has_signs = _SIGNS_OF_LINKS.search(self._source.text, *line) is not None
        if cued is None and has_signs and self._is_metadata(line):
            return Kind.METADATA
        if has_signs and line.end - line.start <= _LONGEST_COUNTER and counts(self._scanned, line):
            return Kind.WIDGET
        if not (self._source.text[line.start].isalpha() or has_letters(self._source, line)):
            return Kind.AGE if has_signs and self.is_age(line) else Kind.SIGNS
        may_be_of_site = (
            line in self._with_site_words
            or line in self._naming_links
            or self._source.text[line.start] in HEADS_OF_TEMPLATES
        )
        if may_be_of_site and (of_site := self._of_site(line)) is not None:
            return of_site
        return cued or self._marked.get(i) or self._kind_of_words(i, has_signs=has_signs)

    def _of_site(self, line: Range) -> Kind | None:
        """What a line of the site is that no cue at its head tells."""
        scanned = self._scanned
        if line.end - line.start > _LONGEST_LINK:
            return None
        is_short = line.end - line.start <= _LONGEST_CUE
        if is_short and is_template(scanned, line):
            return Kind.WIDGET
        if line in self._with_site_words and (of_words := self._of_words_of_site(line, is_short=is_short)) is not None:
            return of_words
        return Kind.RELATED if line in self._naming_links else None

    def _of_words_of_site(self, line: Range, *, is_short: bool) -> Kind | None:
        """What a line is that holds words of the site."""
        scanned = self._scanned
        words = {self._source.folded[cue.start : cue.end] for cue in scanned.cues.within("footer.site", *line)}
        if len(words) > 1 or scanned.cues.any_within("footer.reuse", *line) or self._asks_for_source(line):
            return Kind.LICENCE
        if invites(scanned, line) or (is_short and any(is_one(scanned, line) for is_one in _ROWS)):
            return Kind.WIDGET
        if is_short and is_form(scanned, line):
            return Kind.FORM
        return Kind.COLUMN if is_short and names_column(scanned, line) else None

    def _asks_for_source(self, line: Range) -> bool:
        """“Vui lòng ghi rõ nguồn Báo Mây Trắng khi đăng lại.”."""
        polite = self._scanned.cues.at("footer.site", line.start)
        return polite is not None and self._scanned.cues.any_within("footer.licence", polite.end, line.end)

    def _kind_of_words(self, i: int, *, has_signs: bool) -> Kind:
        """What a line is that is no cue and no line of the site."""
        line = self.lines[i]
        if i in self.captions and not (has_signs and self._is_excerpt(line)):
            return Kind.CAPTION
        if has_signs and (of_signs := self._kind_of_signs(i)) is not None:
            return of_signs
        if line in self._with_age and self.is_age(line):
            return Kind.AGE
        if i in self._teasers:
            return Kind.TEASER
        last, has_stop, length = self._source.text[line.end - 1], self.ends_in_stop[i], line.end - line.start
        if last in ":;" or ((has_stop or length > _PROSE_OF_TWO) and self._is_prose(line, has_stop=has_stop)):
            return Kind.PROSE
        may_have_arrows = last in _ENDS_OF_ARROWS or self._source.text[line.start] in _HEADS_OF_ARROWS
        return Kind.INSERTED if may_have_arrows and not has_stop and self._is_behind_arrows(line) else Kind.LINK

    def _marked_lines(self) -> dict[int, Kind]:
        """Lines that are written as links with their addresses or as keywords are, by their numbers."""
        text, found = self._source.text, {}
        for i in [i for i, (start, end) in enumerate(self.lines) if _SHORTEST_MARKED <= end - start <= _LONGEST_MARKED]:
            if is_marked_link(text, self.lines[i]):
                found[i] = Kind.MARKED_LINK
            elif has_keywords(text, self.lines[i]):
                found[i] = Kind.KEYWORDS
            elif ends_in_address(text, self.lines[i]):
                found[i] = Kind.SITE
        return found

    def _kind_of_signs(self, i: int) -> Kind | None:
        """What a line is that ends as links with their dates or as excerpts do."""
        line = self.lines[i]
        if self._is_excerpt(line):
            return Kind.EXCERPT
        if self.is_age(line):
            return Kind.AGE
        is_marked = self.age_at_end(line) is not None or self.date_at_head(i) is not None or self._shows_media(line)
        return Kind.DATED_LINK if is_marked else None

    def _shows_media(self, line: Range) -> bool:
        """“Một ngày ở kho lưu trữ (video)”."""
        cue = self._scanned.cues.last_within("footer.column.media", *line)
        return cue is not None and self._source.text[cue.start - 1] == "(" and line.end - cue.end == 1

    def _is_behind_arrows(self, line: Range) -> bool:
        text = self._source.text
        if text[line.start] in _HEADS_OF_ARROWS and _ARROWS.match(text, *line) is not None:
            return True
        return text[line.end - 1] in _ENDS_OF_ARROWS and text.endswith(_ARROWS_BEHIND, *line)

    def _is_metadata(self, line: Range) -> bool:
        return read_dateline(self._scanned, line) is not None and not self.is_age(line)

    def _is_excerpt(self, line: Range) -> bool:
        """“more… để xây dựng một hệ thống…”: the beginning of the article once more, cut short."""
        is_more = _EXCERPT.match(self._source.text, *line) is not None
        return is_more and self._source.text.endswith(("…", "..."), line.start, line.end)

    def is_age(self, line: Range) -> bool:
        """Whether a line is an age and nothing else: “hơn 2 giờ trước”, “(10/06/2019)”."""
        if line.end - line.start > AGE_REACH:
            return False
        return self._age_line.match(self._source.folded, *line) is not None

    def age_at_end(self, line: Range) -> Range | None:
        """The age or the date in brackets at the end of a line."""
        reach = max(line.start + 1, line.end - AGE_REACH)
        match = self._age_at_end.search(self._source.folded, reach, line.end)
        if match is None or line.end - line.start > _LONGEST_LINK:
            return None
        if match["day"] is not None and len(words_of(self._source, Range(line.start, match.start()))) < _TITLE_OF_DAY:
            return None  # “Thứ Ba (14/11)”
        if (
            match["timed"] is not None
            and len(words_of(self._source, Range(line.start, match.start()))) < _TITLE_OF_TIME
        ):
            return None  # “Khai mạc 14/11/2022 08:00”
        return Range(*match.span(next(name for name in ("age", "bare", "timed") if match[name] is not None)))

    def date_at_head(self, i: int) -> "re.Match[str] | None":
        """“[12/06/2019] Khánh thành cầu treo”; an entry of a chronicle has no brackets and ends in a stop."""
        match = self._date_at_head.match(self._source.folded, *self.lines[i])
        return None if match is None or (match["open"] is None and self.ends_in_stop[i]) else match

    def are_statements(self, first: int) -> bool:
        """Whether an article goes on at a line: more sentences in a row than titles of links would be."""
        behind = first + _MOST_STATEMENTS + 1
        if behind > len(self.lines) or not all(self.ends_in_stop[first:behind]):
            return False
        length = sum([line.end - line.start for line in self.lines[first:behind]])
        if length <= (behind - first) * _STATEMENT:
            return False
        return all(self.kind(i) in (Kind.LINK, Kind.PROSE) for i in range(first, behind))

    def _is_prose(self, line: Range, *, has_stop: bool) -> bool:
        length = line.end - line.start
        if length > _LONGEST_LINK:
            return True
        if has_stop and (length > _SHORT_PROSE or begins_with_marker(self._scanned, line)):
            return True
        return length > _PROSE_OF_TWO and has_two_sentences(self._source, line)


_ROWS = (turns_pages, is_row_of_widgets, is_menu, is_advertisement)
_GROUPS = (
    ("footer.comments", Kind.COMMENTS),
    ("footer.related", Kind.RELATED),
    ("footer.topic", Kind.TOPIC),
    ("footer.widget", Kind.WIDGET),
    ("footer.licence", Kind.LICENCE),
    ("footer.site", Kind.SITE),
)

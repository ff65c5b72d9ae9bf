"""The first lines of a page, and what is known of each: where a headline may stand."""

import re
from collections.abc import Mapping, Sequence

from partyreports.layout.dateline import Dateline, datelines
from partyreports.layout.shapes import begins_with_marker, is_paragraph, same_words, text_start, words_of
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

MOST_LINES = 14
"""Lines in which a headline is looked for: menus above it are cut to a few lines by most scrapers."""
_MOST_WORDS_OF_A_CATEGORY = 8
BUTTONS = ("furniture.widget", "furniture.signs")
"""Lines that may stand between headline and dateline or lead."""
_LABELS = ("dateline.not_published", "chair.cue")
ARROW_SIGNS = frozenset(">»&→►")
ARROWS = re.compile(r"(?:> ?>|»|&gt; ?&gt;|→|►)[>»\s]{0,6}(?=[\w“\"])")
"""What stands before a link that was put into the text."""
_CRUMB_SIGN = re.compile(r"[>»›→|/]")
_CRUMB_LENGTH = 300
"""Characters of the longest line of crumbs or buttons: five levels of long names."""
_LONGEST_COUNTER = 40
_PLACEHOLDER = re.compile(r"[{<\[]{1,2} ?\w+ ?[}>\]]{1,2}")
"""“{title}”: a template that was not filled."""
_SHORT_WIDGET = 3
"""Words of a line that is a button with a word or two behind it."""
_SEPARATORS = " >»›→|/•·-–—,;:.\t"


class Opening:
    """The first lines of a page.

    Attributes:
        scanned: the text.
        lines: all filled lines above the footer.
        datelines: datelines among the first lines, by number.
        captions: captions among them: the name of the rule by number.
        last: number of the last line that may be the headline; -1 if none may.
    """

    def __init__(self, scanned: ScannedText, lines: Sequence[Range], captions: Mapping[int, str]) -> None:
        self.scanned = scanned
        self.source = scanned.source
        self.lines = lines
        first = list(lines[:MOST_LINES])
        self.datelines: Mapping[int, Dateline] = dict(datelines(scanned, first, range(len(first))))
        self.captions = {i: rule for i, rule in captions.items() if i < len(first)}
        self._furniture_by_line: dict[int, str | None] = {}
        self._words: dict[Range, frozenset[str]] = {}
        self.last = self._last(first)

    def _last(self, first: Sequence[Range]) -> int:
        """Number of the first paragraph, or of the line above what no headline follows; else of the last line.

        None follows a point, a credited photo, and the labels of minutes (“Thời gian: …”).
        """
        for i, line in enumerate(first):
            if i in self.datelines:
                continue
            if begins_with_marker(self.scanned, line) or self._is_labelled(line):
                return i - 1
            if self.captions.get(i) == "caption.credit" and i > 0:
                return i - 1
            if is_paragraph(self.source, line):
                return i
        return len(first) - 1

    def words(self, line: Range) -> frozenset[str]:
        """The words of a line in lower case; kept, because a paragraph is compared with several lines."""
        if line not in self._words:
            self._words[line] = frozenset(map(str.lower, words_of(self.source, line)))
        return self._words[line]

    def _is_labelled(self, line: Range) -> bool:
        """“Thời gian: 8 giờ ngày 5/10”, “Chủ trì: ông A”: what minutes and invitations say line by line."""
        head = text_start(self.source, line)
        labels = (self.scanned.cues.at(group, head) for group in _LABELS)
        return any(cue is not None and self.source.text.startswith((":", " :"), cue.end) for cue in labels)

    def next_line(self, i: int) -> int | None:
        """Number of the next line that is no dateline, caption, button or repetition of the line `i`."""
        for j in range(i + 1, min(len(self.lines), i + 6)):
            known = j in self.datelines or j in self.captions or same_words(self.source, self.lines[j], self.lines[i])
            if not known and self.furniture(j) not in BUTTONS:
                return j
        return None

    def furniture(self, i: int) -> str | None:
        """What part of the site a line of the page's head is by its own words: the name of a rule, or None."""
        if i not in self._furniture_by_line:
            self._furniture_by_line[i] = self._furniture(self.lines[i])
        return self._furniture_by_line[i]

    def _furniture(self, line: Range) -> str | None:
        tests = {
            "furniture.inserted_link": self._is_link,
            "furniture.signs": self._is_signs,
            "furniture.category": self._is_category,
            "furniture.breadcrumb": self._is_crumb,
            "furniture.widget": self._is_widget,
            "furniture.site": self._is_of_the_site,
        }
        return next((rule for rule, holds in tests.items() if holds(line)), None)

    def _is_link(self, line: Range) -> bool:
        """“>> Chuyện kê khai tài sản”: a link to another article."""
        return ARROWS.match(self.source.text, *line) is not None

    def _is_signs(self, line: Range) -> bool:
        """“.”, “***”, “• 219”, “{title}”: no word at all, or the empty place of one."""
        text = self.source.text
        if _PLACEHOLDER.fullmatch(text, *line):
            return True
        return not any(map(str.isalpha, text[line.start : min(line.end, line.start + _CRUMB_LENGTH)]))

    def _is_category(self, line: Range) -> bool:
        """“Thời sự”, “» Xây dựng Đảng”: the name of a section, and nothing else."""
        category = self.scanned.cues.at("headline.category", text_start(self.source, line))
        if category is None or line.end - category.end > len(_SEPARATORS):
            return False
        rest = self.source.text[category.end : line.end]
        return not rest.strip(_SEPARATORS) and not rest.endswith(":")

    def _is_of_the_site(self, line: Range) -> bool:
        """“Cổng thông tin điện tử huyện Tân Lập”: the owner's name at its head, or the motto of papers at its end."""
        if (motto := self.scanned.cues.last_within("headline.motto", *line)) is not None and motto.end == line.end:
            first = self.source.text[motto.start : motto.end]
            return motto.start == line.start or first.isupper() or "-" in first
        owner = self.scanned.cues.at("headline.site", text_start(self.source, line))
        return owner is not None and not is_paragraph(self.source, line)

    def _is_crumb(self, line: Range) -> bool:
        """“Trang chủ » Tin tức » Thời sự”, “> Tin tức > Công tác Đảng”: names of sections with signs between them."""
        if line.end - line.start > _CRUMB_LENGTH:
            return False
        categories = len(self.scanned.cues.within("headline.category", *line))
        text = self.source.text[line.start : line.end]
        signs = len(_CRUMB_SIGN.findall(text))
        if not signs or text.rstrip(' ”"')[-1:] in (".", "…"):
            return False
        arrows = sum(map(text.count, ">»›→"))
        begins = text[0] in ">»›→"
        longest = max(map(len, map(str.split, _CRUMB_SIGN.split(text))))
        if arrows and not text.startswith(">>"):
            return (begins or categories > 0 or arrows > 1) and longest <= 2 * _MOST_WORDS_OF_A_CATEGORY
        begin = {part.lstrip()[0].isupper() for part in _CRUMB_SIGN.split(text) if part.strip()}
        is_row = len(begin) == 1  # (“130.000 đồng/kg, doanh nghiệp kêu thiếu vốn” is none)
        return is_row and categories > 0 and longest <= _MOST_WORDS_OF_A_CATEGORY and categories >= signs

    def _is_counter(self, line: Range) -> bool:
        """“Đã xem: 287”, “1.456 lượt xem”: nothing but a number of views."""
        views = self.scanned.cues.first_within("dateline.views", *line)
        if views is None or line.end - line.start > _LONGEST_COUNTER:
            return False
        rest = self.source.text[line.start : views.start] + self.source.text[views.end : line.end]
        return any(map(str.isdigit, rest)) and not any(map(str.isalpha, rest))

    def _is_widget(self, line: Range) -> bool:
        """“Tiếng Việt | English”, “Đường dây nóng: …”: buttons fill the line, or stand at its head."""
        if line.end - line.start > _CRUMB_LENGTH:
            return False
        cues = self.scanned.cues
        found = [
            cue for group in ("headline.widget", "footer.widget") for cue in cues.within(group, line.start, line.end)
        ]
        if self._is_counter(line):
            return True
        if not found:
            return False
        covered = sum(cue.end - cue.start for cue in found)
        head = text_start(self.source, line)
        labelled = any(
            cue.start == head and self.source.text[cue.end : cue.end + 2].lstrip()[:1] == ":" for cue in found
        )
        is_short = found[0].start == head and len(words_of(self.source, line)) <= _SHORT_WIDGET
        return labelled or is_short or 2 * covered >= line.end - head

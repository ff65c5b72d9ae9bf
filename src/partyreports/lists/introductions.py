"""Introductions: the sentences and headings before a list, and what they announce.

A list is introduced by the sentence or heading right before it; where that one announces nothing, by one of
the two before. What a sentence announces is the head noun that is counted (“ba nhiệm vụ”), that stands for many
(“một số kết quả”), or that a heading begins with (“Nguyên nhân:”):

    “Để khắc phục những hạn chế trên, Sở đề ra ba nhóm giải pháp sau:”
         hạn chế   fronted clause, governed by “khắc phục”: only mentioned
         giải pháp counted: announced
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.grammar.numbers import number_before, read_count
from partyreports.grammar.sentences import sentences
from partyreports.layout.article import Article
from partyreports.lists.series import Series
from partyreports.text.cues import Cue
from partyreports.text.scanned import ScannedText
from partyreports.text.spans import Range

_REACH = 1200
"""Characters before a list beyond which nothing introduces it: two long paragraphs."""
_SENTENCES = 3
"""How many sentences before a list may introduce it."""
_HEADING = 160
"""Longest line without a full stop that is read as a heading: two printed lines."""
_ABOVE = 12
"""How many paragraphs above a list a heading is looked for."""
_FRONTED = 220
"""Longest clause in front of a sentence that is told from what the sentence says."""
_COMPOUND = 8
"""Longest stretch between a neutral noun and the noun that tells what it is, one word: “6 vấn đề còn tồn tại”."""
_CONNECTIVE = 40
"""Longest words that only connect a list to the sentence before: “Điều đó cho thấy,”, “Trong đó, trước hết là:”."""
_COUNTED = (
    r"(?<![\w.,/–-])(?P<number>{number}) +(?!{section.not_counted}(?!\w)|{number_words}(?!\w))"
    r"(?P<noun>[\"“'‘]?[^\W\d_]+(?: [^\W\d_]+)?)"
)

NOUN_CLASSES = ("achievement", "limitation", "cause", "task", "lesson", "proposal", "other", "neutral")
"""Groups of the nouns that name points: `section.task`, …; `neutral` ones say nothing of the role."""


class Noun(NamedTuple):
    """A noun that may name the points of a list."""

    start: int
    end: int
    kind: str
    """One of `NOUN_CLASSES`."""
    number: "Count | None"
    many: bool
    """“một số”, “các”, “những” before it."""
    governed: bool
    """Only spoken of: “khắc phục hạn chế”, “kết quả của …”, or in a clause before what the sentence says."""
    announces: int
    """How surely it names the points that follow: 0 for a mention."""


class Count(NamedTuple):
    """A number in front of a noun."""

    start: int
    end: int
    value: int


class Introduction:
    """What stands before a list, nearest first; read as far as somebody asks."""

    def __init__(self, article: Article, before: Iterator[Range], points: int) -> None:
        self._article = article
        self._unread = before
        self._read: list[Range] = []
        self._nouns: dict[Range, list[Noun]] = {}
        self._points = points

    def sentence(self, i: int) -> Range | None:
        """The nearest sentence or heading (0), the one before it (1), and so on."""
        while i >= len(self._read):
            sentence = next(self._unread, None)
            if sentence is None:
                return None
            self._read.append(sentence)
        return self._read[i]

    def nouns(self, sentence: Range) -> list[Noun]:
        """Nouns in one of the sentences that may name the points, in reading order."""
        found = self._nouns.get(sentence)
        if found is None:
            found = self._nouns[sentence] = nouns_in(self._article, sentence)
        return found

    def announced(self, sentence: Range) -> Noun | None:
        """The noun by which one of the sentences announces the points, or None."""
        best: tuple[int, int] | None = None
        chosen = None
        for noun in self.nouns(sentence):
            if noun.announces == 0:
                continue
            agrees = 3 if noun.number is not None and noun.number.value == self._points else 0
            strength = (noun.announces + agrees, noun.start)
            if best is None or strength > best:
                best, chosen = strength, noun
        return chosen

    def introducing(self) -> int:
        """Index of the sentence that introduces: the nearest that says something, or one that counts the points.

        “Theo đó,” and “Cụ thể:” say nothing of their own; a sentence that announces nothing gives way to one
        before it whose count is just the number of points.
        """
        nearest = self.sentence(0)
        if nearest is None:
            return 0
        first = 1 if self._only_connects(nearest) and self.sentence(1) is not None else 0
        for i in range(first, _SENTENCES):
            sentence = self.sentence(i)
            if sentence is None:
                break
            if i == first and self._speaks(sentence):
                return i
            if self.counts_points(sentence):
                return i
        return first

    def counts_points(self, sentence: Range) -> bool:
        """Whether a sentence counts something, and just as many as there are points."""
        noun = self.announced(sentence)
        if noun is not None and noun.number is not None and noun.number.value == self._points:
            return True
        return self.agreeing(sentence) is not None

    def agreeing(self, sentence: Range) -> "Count | None":
        """A number before any noun that may be counted, with the noun, if it says how many points there are."""
        if self._points < 2:
            return None
        folded = self._article.source.folded
        for match in self._article.lexicon.compile(_COUNTED).finditer(folded, sentence.start, sentence.end):
            reading = read_count(folded, match.start())
            if reading is not None and reading.value == self._points and reading.end <= match.end("number"):
                return Count(match.start(), match.end(), self._points)
        return None

    def _speaks(self, sentence: Range) -> bool:
        return self._article.source.text[sentence.end - 1] == ":" or self.announced(sentence) is not None

    def _only_connects(self, sentence: Range) -> bool:
        if sentence.end - sentence.start > _CONNECTIVE or self.counts_points(sentence):
            return False
        return self._article.cues.at("section.connective", sentence.start) is not None


def introduction_of(article: Article, series: Series, floor: int) -> Introduction:
    """The introduction of a list that no point holds.

    Args:
        article: the article.
        series: the list.
        floor: nothing before it belongs to the introduction: the end of the list before.
    """
    return Introduction(article, _before(article, series, floor), len(series.items))


def introduction_inside(article: Article, series: Series, body: int) -> Introduction:
    """The introduction of a list inside a point whose text begins at `body`: the words of the point before it."""
    first = series.items[0].marker
    text = article.source.trim(max(body, first.start - _REACH), first.start)
    before = iter(reversed(sentences(article.source, text.start, text.end)) if text.start < text.end else [])
    return Introduction(article, before, len(series.items))


def heading_above(article: Article, series: Series, floor: int) -> Range | None:
    """The nearest line above a list that reads as a heading, or None."""
    source, body = article.source, article.layout.body
    index = bisect_left(body, (source.line(series.items[0].marker.line).start,))
    for paragraph in reversed(body[max(0, index - _ABOVE) : index]):
        if paragraph.start < floor:
            break
        if is_heading(article, paragraph):
            return paragraph
    return None


def is_heading(scanned: ScannedText, line: Range) -> bool:
    """Whether a whole line is a heading: short, and no sentence by its end."""
    text = scanned.source.text
    return line.end - line.start <= _HEADING and text[line.end - 1] not in '.!?…;,”"'


def _before(article: Article, series: Series, floor: int) -> Iterator[Range]:
    source, body = article.source, article.layout.body
    first = series.items[0].marker
    line = source.line(first.line)
    head = source.trim(max(line.start, floor), first.start)
    if head.end - head.start > 3:
        yield from reversed(sentences(source, max(head.start, head.end - _REACH), head.end))
    index = bisect_left(body, (line.start,))
    while index > 0:
        index -= 1
        paragraph = body[index]
        if paragraph.start < floor or first.start - paragraph.end > _REACH:
            return
        yield from reversed(sentences(source, max(paragraph.start, paragraph.end - _REACH), paragraph.end))


# --- what a sentence announces


def nouns_in(scanned: ScannedText, sentence: Range) -> list[Noun]:
    """Nouns of a sentence that may name points, in reading order; the longest where several share a place."""
    found: list[tuple[Cue, str]] = []
    for kind in NOUN_CLASSES:
        found += [(cue, kind) for cue in scanned.cues.within(f"section.{kind}", sentence.start, sentence.end)]
    if not found:
        return []
    fixed = scanned.cues.within("section.not_a_cue", sentence.start, sentence.end)
    main = _main_clause(scanned, sentence)
    nouns: list[Noun] = []
    reached = sentence.start
    for cue, kind in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if cue.start < reached or any(phrase.start <= cue.start < phrase.end > cue.end - 1 for phrase in fixed):
            continue
        noun = _noun(scanned, sentence, main, cue, kind)
        if noun is not None:
            reached = cue.end
            nouns.append(noun)
    return list(_compounds(scanned, nouns))


_MANY = ("các", "những", "một số", "nhiều", "mấy", "vài", "số", "hàng loạt", "loạt", "nhóm")
_ANAPHORIC = (" này", " đó", " ấy", " trên", " nêu trên", " nói trên")
_FOLLOWED = ("sau", "như sau", "sau đây", "gồm", "bao gồm", "là", "như", "cụ thể", "dưới đây", "chính", "lớn")


def _noun(scanned: ScannedText, sentence: Range, main: int, cue: Cue, kind: str) -> Noun | None:
    folded = scanned.source.folded
    before = folded[sentence.start : cue.start].rstrip(" \"“'‘")
    count = _count_before(scanned, sentence, cue)
    many = count is None and before.endswith(_MANY)
    if "quantified" in cue.entry.flags and count is None and not (many or cue.start == sentence.start):
        return None
    where = count.start if count else len(before) + sentence.start
    governed = cue.start < main or folded.startswith(_ANAPHORIC, cue.end)
    if not governed:
        words = where
        if many:
            words = _before_quantifier(folded, sentence.start, cue.start)
        governed = count is None and scanned.cues.ending_at("section.governor", words) is not None
    return Noun(
        cue.start, cue.end, kind, count, many, governed, _strength(scanned, sentence, cue, count, many, governed)
    )


def _before_quantifier(folded: str, floor: int, position: int) -> int:
    before = folded[floor:position].rstrip()
    for quantifier in _MANY:
        if before.endswith(quantifier):
            return floor + len(before) - len(quantifier)
    return floor + len(before)


def _strength(
    scanned: ScannedText,
    sentence: Range,
    cue: Cue,
    count: Count | None,
    many: bool,
    governed: bool,  # noqa: FBT001
) -> int:
    folded = scanned.source.folded
    after = folded[cue.end : sentence.end].strip()
    ends = after in {"", ":", "."}
    if count is not None:
        return 6 + ends - 2 * governed
    if governed:
        return 0
    opens = cue.start - sentence.start <= 3
    if opens and (ends or is_heading(scanned, sentence)):
        return 5
    if many:
        return 4 if ends or after.startswith(_FOLLOWED) else 3
    if after == ":" or after.startswith(("sau", "như sau")):
        return 3
    return 1 if folded[sentence.end - 1] == ":" or (opens and "quantified" not in cue.entry.flags) else 0


def _count_before(scanned: ScannedText, sentence: Range, cue: Cue) -> Count | None:
    """The number that counts a noun, but not the second half of “18-20 nhiệm vụ” or “2/3 số việc”."""
    folded = scanned.source.folded
    end = cue.start
    while end > sentence.start and folded[end - 1] in "\"“'‘":
        end -= 1
    start = number_before(folded, sentence.start, end)
    if start is None:
        return None
    reading = read_count(folded, start)
    if reading is None or not 1 < reading.value <= 99:
        return None
    before = folded[max(start - 2, 0) : start]
    if before[-1:] in {"-", "–", "/"} or (before[-1:] == " " and before[:-1].isdigit()):
        return None
    return Count(start, reading.end, reading.value)


def _main_clause(scanned: ScannedText, sentence: Range) -> int:
    """Where what the sentence says begins: after “Để …,”, “Với những kết quả đã đạt được, …”."""
    start = sentence.start
    while start < sentence.end and not scanned.source.folded[start].isalnum():
        start += 1
    if scanned.cues.at("section.fronting", start) is None:
        return sentence.start
    comma = scanned.source.folded.find(",", start, min(sentence.end, start + _FRONTED))
    return comma if comma >= 0 else sentence.start


def _compounds(scanned: ScannedText, nouns: list[Noun]) -> Iterator[Noun]:
    """“6 vấn đề tồn tại”: a neutral noun takes its class from the noun that follows at once."""
    folded = scanned.source.folded
    for i, noun in enumerate(nouns):
        following = nouns[i + 1] if i + 1 < len(nouns) else None
        if (
            noun.kind == "neutral"
            and following is not None
            and following.start - noun.end <= _COMPOUND
            and following.number is None
            and folded[noun.end : following.start].find(",") < 0
            and following.kind != "neutral"
        ):
            yield noun._replace(kind=following.kind)
        else:
            yield noun

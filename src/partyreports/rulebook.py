"""All rules of the package by name: the tables of every room, and the names that algorithms give.

The tests run the examples of every rule in the tables, the reference page shows them, `partyreports rules` prints
them, `partyreports evaluate --rules` counts what they are worth.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources

from partyreports.grammar import dates, markers, periods
from partyreports.layout import bylines, captions, dates_of_lines, headline_signals
from partyreports.lists import continuations, role_signals
from partyreports.meeting.attendance import bodies, counts
from partyreports.meeting.chairs import finding as chairs
from partyreports.meeting.date import choosing as date
from partyreports.meeting.detection import signals
from partyreports.meeting.mentions import finding as mentions
from partyreports.rules import Rule, RuleTable, Signal

TABLES: tuple[RuleTable, ...] = (
    dates.TABLE,
    periods.TABLE,
    markers.TABLE,
    headline_signals.TABLE,
    dates_of_lines.TABLE,
    captions.TABLE,
    bylines.TABLE,
    mentions.TABLE,
    signals.TABLE,
    date.TABLE,
    chairs.TABLE,
    counts.SITES_TABLE,
    counts.DELEGATES_TABLE,
    bodies.TABLE,
    continuations.TABLE,
    role_signals.TABLE,
)

ALGORITHMS: Mapping[str, Mapping[str, str]] = {
    "Around the article": {
        "title.headline": "the line that the signals of `headline` choose",
        "title.part_of_line": "the same, where headline and article stand in one line",
        "title.repeated": "the headline once more below it; furniture",
        "lead.first_paragraph": "the first paragraph",
        "lead.scraped_to_the_end": "a lead that scraping has moved behind the article",
        "dateline.date": "a line with a full date and nothing else but what goes with one",
        "dateline.views": "the count of visits in the dateline",
        "byline.below_links": "a byline below the links that end the article",
        "caption.below_links": "a caption below the links that end the article",
        "furniture.above_headline": "lines of the site above the headline",
        "furniture.breadcrumb": "the way to the page: “Trang chủ / Tin tức”",
        "furniture.category": "the name of the page's category",
        "furniture.dateline": "the dateline as a whole, where it holds more than date and count",
        "furniture.inserted_link": "a link to another article in the middle of this one",
        "furniture.read_more": "a line that invites to read another article",
        "furniture.signs": "a line of signs without a word above the headline",
        "furniture.site": "the owner of the site",
        "furniture.widget": "buttons and labels of the page: “Chia sẻ”, “In bài viết”",
        "footer.…": "what a line behind the article is: an entry of a list of links (`link`, `link_with_age`), the "
        "heading of such a list (`related`, `columns`), links with their addresses, an excerpt, a button, a field of a "
        "form, keywords, a licence, another line (`line`)",
    },
    "The meeting": {
        "meeting.given": "the caller said whether a meeting is reported (`parse(…, meeting=)`)",
        "meeting.no_signal": "no signal of `detection` spoke for the decision, or none against it",
        "meeting.named": "a meeting noun and the words that belong to it, up to the end of its clause",
        "kind.…": "a word for this kind of meeting in its name, else in the headline, else in the first mentions",
        "format.…": "words for this format",
        "place.at": "“tại …” beside the meeting",
        "date.printed": "a date with its year",
        "date.year_of_meeting_name": "day and month; the year stands with the same month in the meeting's name",
        "date.year_of_caption": "day and month; a caption prints the same day with its year",
        "date.year_of_dateline": "day and month; the year is that of the dateline, or the one before if the day "
        "would lie ahead",
        "date.year_from_given_publication": "the same, counted from the day of publication that the caller gave",
        "date.relative_to_dateline": "“sáng nay”, “hôm qua”, counted from the dateline",
        "date.relative_to_given_publication": "the same, counted from the day of publication that the caller gave",
        "date.without_year": "day and month; nothing gives the year",
        "part_of_day.beside_date": "“sáng”, “chiều” before the date",
        "period.…_year_inferred": "a rule of `periods` without a printed year; the year is that of the meeting",
    },
    "People": {
        "attendance.sentence": "the sentence that says who attends",
        "attendance.person": "a person in that sentence",
    },
    "Numbered lists": {
        "marker.la_unpunctuated": "“Một là” where the full stop before it is lost; believed with the tokenizer's "
        "word for it",
        "declared.counted_noun": "“năm nhiệm vụ” in the introducing sentence, or in the one before if it is just "
        "the number of points",
        "declared.agrees": "“ba thói quen:”, a number with any noun before a colon, if it is just the number of points",
        "declared.framed": "“ba thói quen sau:”, a number with any noun where the sentence ends so, even if another "
        "number of points is printed",
        "declared.headline": "“7 điều cần biết khi …” in the headline, if it is just the number of points",
        "marker.clause": "a clause between semicolons behind words that announce as many: a list without numbers",
        "marker.bullet": "a line with “-” or “+” below words that announce a list: a list without numbers",
        "role.none": "no signal of `list_role` spoke for the role",
    },
    "Documents": {
        "citation.code": "a number with its type and issuer: “Chỉ thị số 35-CT/TW”",
        "citation.bare_number": "a type with a number alone: “Nghị quyết 39 của Bộ Chính trị”",
        "citation.named": "a document by its name: “Nghị quyết Trung ương 4 khóa XII”",
    },
}
"""Names that a report gives and no table has, because an algorithm found the fact: what each says was seen.

Three dots stand for a part that varies (the value of an enum, an entry of the lexicon).
"""


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What is to be known of one rule.

    Attributes:
        name: as it stands in reports, or with “…” for a part that varies.
        about: one sentence; empty where the examples say it.
        looks_for: pattern or group of the lexicon, of a rule that has one.
        accepts: example texts, each with what the rule reads in it; None as the reading of a signal.
        refuses: texts in which it reads nothing.
        weight: of a signal with one: one number, or one for each answer that it speaks for.
    """

    name: str
    about: str = ""
    looks_for: str = ""
    accepts: Mapping[str, object] = field(default_factory=dict)
    refuses: tuple[str, ...] = ()
    weight: float | Mapping[str, float] | None = None


def cards_of(table: RuleTable) -> Iterator[RuleCard]:
    """The rules of a table, in their order."""
    weights = _weights(table.name)
    for rule in table.rules:
        if isinstance(rule, Signal):
            yield RuleCard(
                rule.id,
                about=_first_line(rule.measure),
                accepts=dict.fromkeys(rule.accepts),
                refuses=rule.refuses,
                weight=weights.get(rule.id),
            )
        else:
            yield RuleCard(
                rule.id,
                about=_first_line(rule.produce),
                looks_for=rule.pattern if isinstance(rule, Rule) else f"{{{rule.cue}}}",
                accepts=rule.accepts,
                refuses=rule.refuses,
            )


def _first_line(function: object) -> str:
    """The first sentence of a docstring, where a rule has a function of its own with one."""
    return (getattr(function, "__doc__", None) or "").partition("\n")[0].rstrip(".")


def _weights(name: str) -> Mapping[str, float | Mapping[str, float]]:
    """The weights of the signals of a table, where it has any."""
    path = resources.files("partyreports") / "data" / "weights" / f"{name}.json"
    if not path.is_file():
        return {}
    weights: Mapping[str, float | Mapping[str, float]] = json.loads(path.read_text(encoding="utf-8"))["signals"]
    return weights


def find_cards(name: str) -> list[RuleCard]:
    """The rules that a name in a report stands for; none for an unknown name.

    >>> [card.name for card in find_cards("period.quarter_year_inferred")]
    ['period.quarter', 'period.…_year_inferred']
    """
    return [card for part in parts_of(name) for card in _cards_of_part(part)]


def _cards_of_part(part: str) -> Iterator[RuleCard]:
    declared = {card.name: card for table in TABLES for card in cards_of(table)}
    if part in declared:
        yield declared[part]
    for names in ALGORITHMS.values():
        for name, about in names.items():
            varying = re.fullmatch(re.escape(name).replace("…", "(.+)"), part)
            if varying is None:
                continue
            stem = name.partition("…")[0] + varying[1] if "…" in name else ""
            if stem in declared and stem != part:  # “period.quarter_year_inferred” is of “period.quarter”
                yield declared[stem]
            if part not in declared:
                yield RuleCard(name, about)


def parts_of(name: str) -> list[str]:
    """The rules of a name that stands for several.

    >>> parts_of("meeting.speech+dated"), parts_of("marker.la")
    (['meeting.speech', 'meeting.dated'], ['marker.la'])
    """
    first, *others = name.split("+")
    family = first.rpartition(".")[0]
    return [first, *(f"{family}.{other}" for other in others)]


def rule_ids() -> tuple[str, ...]:
    """Names of all rules in the tables, in their order: those that `parse(…, without=)` can switch off."""
    return tuple(rule.id for table in TABLES for rule in table.rules)

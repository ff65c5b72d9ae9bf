"""Roles: what the points of a list are, by what introduces it and how they begin.

What is seen of a list are signals, each with a name: the noun that its introduction announces (`noun.task`), the
verbs around it (`verb.direct`), who speaks to whom, the heading above, the first words of the points. The role is
the one with the highest sum of weights; the weights are data (`data/roles.json`), fitted by `tools/fit_roles.py`.
A role names its rule by the signals that speak most for it: `role.noun_task+verb_direct`.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from partyreports.layout.article import Article
from partyreports.lists.introductions import NOUN_CLASSES, Introduction, Noun, is_heading, nouns_in
from partyreports.lists.series import Item, Series
from partyreports.models import MarkerStyle, SectionRole
from partyreports.text.spans import Range

_POINTS = 8
"""How many points are asked how they begin: more tell nothing new."""
_HEAD = 70
"""Characters of a point that are its head."""
_FIRST_WORDS = 24
"""Characters within which the first words of a point stand: three or four syllables."""
_SURE = 3
"""How surely a noun must announce the points to be more than a guess."""
_NAMED_SIGNALS = 2
"""How many signals the name of a rule tells."""

_VERBS = ("direct", "plan", "propose", "achieve", "cause", "discuss", "regulate", "draw", "lack", "say")
_SETTING = (
    "obligation",
    "speaker.leader",
    "speaker.petitioner",
    "speaker.reader",
    "addressee.units",
    "ahead",
    "behind",
    "contrast",
    "condition",
)
_BEGINNINGS = ("imperative", "obligation", "done", "lack", "reason", "petition", "lesson")


class Decision(NamedTuple):
    """A role, and the name of the rule that gave it."""

    role: SectionRole
    rule: str


class Weights(NamedTuple):
    """What each signal says for each role."""

    bias: Mapping[str, float]
    signals: Mapping[str, Mapping[str, float]]
    """By the name of the signal, then by role."""


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship with the package."""
    raw = json.loads((resources.files("partyreports") / "data" / "roles.json").read_text(encoding="utf-8"))
    return Weights(raw["bias"], raw["signals"])


def role_of(article: Article, series: Series, introduction: Introduction, above: Range | None) -> Decision:
    """The role of a list.

    Args:
        article: the article.
        series: the list.
        introduction: what stands before it.
        above: the heading above it, if there is one.
    """
    return decide(
        {
            name: value
            for name, value in signals(article, series, introduction, above).items()
            if f"role.{name}" not in article.without
        },
        weights(),
    )


def decide(found: Mapping[str, float], table: Weights) -> Decision:
    """The role with the highest sum of weights, and the signals that speak most for it.

    Args:
        found: strength of each signal that is there.
        table: the weights.
    """
    scores = {role.value: table.bias.get(role.value, 0.0) for role in SectionRole}
    for name, strength in found.items():
        for role, weight in table.signals.get(name, {}).items():
            scores[role] += weight * strength
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    share = {
        name: (table.signals[name].get(first, 0.0) - table.signals[name].get(second, 0.0)) * strength
        for name, strength in found.items()
        if name in table.signals
    }
    best = sorted((name for name in share if share[name] > 0), key=share.__getitem__, reverse=True)[:_NAMED_SIGNALS]
    return Decision(SectionRole(first), "role." + ("+".join(best) if best else "none"))


def signals(article: Article, series: Series, introduction: Introduction, above: Range | None) -> dict[str, float]:
    """Everything that is seen of a list, by name, each with its strength from 0 to 1."""
    found: dict[str, float] = {}
    index = introduction.introducing()
    sentence = introduction.sentence(index)
    announced = None
    if sentence is None:
        found["introduction.none"] = 1.0
    else:
        announced = introduction.announced(sentence)
        found.update(dict.fromkeys(_of_sentence(article, sentence, introduction.nouns(sentence), announced), 1.0))
        if announced is None or announced.kind == "neutral":
            found.update(dict.fromkeys(_of_context(article, introduction, index, above, announced), 1.0))
    if sentence is not None and (announced is None or announced.number is None) and introduction.counts_points(sentence):
        found["counted.something"] = 1.0
    found.update(_of_points(article, series))
    found[f"marker.{_style(series)}"] = 1.0
    if len(series.items) == 2:
        found["points.two"] = 1.0
    return found


def _style(series: Series) -> str:
    style = series.items[0].marker.style
    return "word" if style in {MarkerStyle.LA, MarkerStyle.THU} else style.value


# --- the introducing sentence


def _of_sentence(article: Article, sentence: Range, nouns: list[Noun], announced: Noun | None) -> Iterator[str]:
    cues, text = article.cues, article.source.text
    if announced is None:
        yield "noun.none"
    elif announced.announces < _SURE:
        yield f"loose.{announced.kind}"
    else:
        yield f"noun.{announced.kind}"
        if announced.number is not None:
            yield f"counted.{announced.kind}"
    for kind in {
        noun.kind
        for noun in nouns
        if noun is not announced and not noun.governed and noun.kind not in {"other", "neutral"}
    }:
        yield f"mentioned.{kind}"
    for verb in _VERBS:
        if cues.any_within(f"section.verb.{verb}", sentence.start, sentence.end):
            yield f"verb.{verb}"
    for group in _SETTING:
        if cues.any_within(f"section.{group}", sentence.start, sentence.end):
            yield f"said.{group}"
    proposing = cues.first_within("section.verb.propose", sentence.start, sentence.end)
    if proposing is not None and cues.any_within("section.addressee.superior", proposing.end, sentence.end):
        yield "addressed.superior"
    if "?" in text[sentence.end - 2 : sentence.end]:
        yield "introduction.question"
    if is_heading(article, sentence) and text[sentence.end - 1] != ":":
        yield "introduction.heading"


def _of_context(
    article: Article, introduction: Introduction, index: int, above: Range | None, announced: Noun | None
) -> Iterator[str]:
    """What stands before the introducing sentence, where that one does not tell what the points are."""
    kinds = set()
    for i in (index + 1, index + 2):
        sentence = introduction.sentence(i)
        if sentence is not None and (noun := introduction.announced(sentence)) is not None and noun.kind != "neutral":
            yield f"earlier.{noun.kind}"
            break
    if above is not None:
        kinds = {noun.kind for noun in nouns_in(article, above)}
        for kind in kinds:
            yield f"heading.{kind}"


# --- the points


def _of_points(article: Article, series: Series) -> dict[str, float]:
    items = series.items[:_POINTS]
    counts: dict[str, int] = {}
    for item in items:
        for name in _of_point(article, item):
            counts[name] = counts.get(name, 0) + 1
    return {f"points.{name}": count / len(items) for name, count in counts.items()}


def _of_point(article: Article, item: Item) -> Iterator[str]:
    cues = article.cues
    start, end = item.marker.body, min(item.end, item.marker.body + _HEAD)
    while start < end and not article.source.folded[start].isalnum():
        start += 1
    for group in _BEGINNINGS:
        first = cues.first_within(f"section.point.{group}", start, end)
        if first is None:
            continue
        if first.start == start:
            yield group
        elif group == "imperative":
            if cues.ending_at("section.point.obligation", first.start) is not None:
                yield group
        elif group != "petition" and group != "reason":
            yield f"later.{group}"
    for kind in NOUN_CLASSES:
        cue = cues.first_within(f"section.{kind}", start, end)
        if cue is not None and cue.start - start <= _FIRST_WORDS and kind != "neutral":
            yield f"noun.{kind}"
    if article.source.text[item.end - 1 : item.end] == "?":
        yield "question"
    if item.end - start <= _HEAD:
        yield "short"

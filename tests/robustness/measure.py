"""How many reports change when articles are rendered in another way."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from partyreports import parse
from robustness.facts import changed_fields, facts
from robustness.transformations import Transformation


class Share(NamedTuple):
    """What one transformation did to a set of articles."""

    articles: int
    """All articles."""
    touched: int
    """Those whose text it changed."""
    changed: dict[str, list[str]]
    """Those whose report changed, with the fields that did."""

    @property
    def share(self) -> float:
        """Changed reports among all."""
        return len(self.changed) / max(self.articles, 1)


def measured(articles: Mapping[str, str], transformations: Iterable[Transformation]) -> dict[str, Share]:
    """The effect of each transformation on some articles, given by their names."""
    reports = {name: parse(text) for name, text in articles.items()}
    before = {
        bullets: {name: facts(report, bullets=bullets) for name, report in reports.items()} for bullets in (False, True)
    }
    found = {}
    for one in transformations:
        changed: dict[str, list[str]] = {}
        touched = 0
        for name, text in articles.items():
            if (other := one.change(text)) == text:
                continue
            touched += 1
            after = facts(parse(other), bullets=one.bullets)
            fields = changed_fields(before[one.bullets][name], after)
            if left := [field for field in fields if not _is_ignored(field, one.ignoring)]:
                changed[name] = left
        found[one.name] = Share(len(articles), touched, changed)
    return found


def _is_ignored(field: str, ignored: Iterable[str]) -> bool:
    """Whether a field is one of some, or part of one: “sections.inline” is part of “sections”."""
    return any(field == one or field.startswith(one + ".") for one in ignored)

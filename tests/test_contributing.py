"""The worked example of CONTRIBUTING.md is true: the rule that it adds reads its examples."""

import re

from partyreports.grammar import periods
from partyreports.rules import Rule, readings_of_patterns
from partyreports.text.scanned import scan
from shapes import ROOT


def worked_example() -> Rule[periods.Months]:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    function, rule = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    names = dict(vars(periods))
    exec(f"{function}\nrule = {rule.strip().rstrip(',')}", names)
    found = names["rule"]
    assert isinstance(found, Rule)
    return found


def read(rule: Rule[periods.Months], text: str) -> list[str]:
    scanned = scan(text)
    found = [months for _, months in readings_of_patterns((rule,), scanned, 0, len(text))]
    return ["/".join(day.isoformat()[0 if one.year else 5 :] for day in one.dates(one.year or 2001)) for one in found]


def test_the_rule_reads_its_examples_and_refuses_the_others() -> None:
    rule = worked_example()
    assert {text: read(rule, text) for text in rule.accepts} == {text: [is_] for text, is_ in rule.accepts.items()}
    assert [text for text in rule.refuses if read(rule, text)] == []


def test_no_rule_of_the_package_reads_them_yet() -> None:
    rule = worked_example()
    spans = [(0, len(text)) for text in rule.accepts]
    found = [
        [(one.months.start, one.months.end) for one in periods.read_periods(scan(text), 0, len(text))]
        for text in rule.accepts
    ]
    assert not any(span in one for span, one in zip(spans, found, strict=True))

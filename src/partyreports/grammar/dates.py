"""Date expressions, day first always.

01/06/2020 · 1-6-2020 · 17/8 · 16.4 · ngày 12 tháng 1 năm 2021 · 21 và 22/7 · 5–6/7
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partyreports.models import PartialDate
from partyreports.text.source import SourceText


class DateReading(NamedTuple):
    """A date read at a place of the view."""

    start: int
    end: int
    value: PartialDate
    last: PartialDate | None = None


_NUMERIC = re.compile(r"(?<![\d/.,-])(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}))?(?![\d/]|[.,-]\d)")


def find_dates(source: SourceText, start: int, end: int) -> Iterator[DateReading]:
    """Dates in `[start, end)` of the view, in reading order; impossible ones are passed over."""
    for match in _NUMERIC.finditer(source.text, start, end):
        try:
            value = PartialDate(day=int(match[1]), month=int(match[3]), year=int(match[4]) if match[4] else None)
        except ValueError:
            continue
        yield DateReading(match.start(), match.end(), value)

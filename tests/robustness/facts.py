"""What a report says, so that reports of two renderings of one article can be compared."""

import re
import unicodedata
from typing import Any

from partyreports import MeetingReport
from partyreports.text.source import fold

# Where things stand, what is left over and what is told of the text differ between renderings.
_NOT_COMPARED = frozenset({"source", "unclaimed", "notes", "furniture"})
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\ufeff*>\\\\]+")
_SPACES = re.compile("\\s+")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”‘’'«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "Ð": "Đ",
        "ð": "đ",
    }
)
_BULLETS = re.compile(r"(?<![^\r\n])[^\S\r\n]*(?:[^\w\s(“\"]|o(?=\s))[^\S\r\n]*(?=\w)")
_DATE_SIGNS = re.compile(r"(?<=\d)[./-](?=\d)")


def facts(report: MeetingReport, *, bullets: bool = False) -> Any:
    """Everything that a report says, its words without spacing, letter case and what characters were written with.

    Args:
        report: the report.
        bullets: whether signs at the heads of lines count for nothing. (Where lines are wrapped, a dash inside a
            sentence may come to stand there, and is no bullet.)
    """
    return _plain(report.model_dump(mode="json", exclude=set(_NOT_COMPARED)), bullets=bullets)


def _plain(value: Any, *, bullets: bool) -> Any:
    if isinstance(value, dict):
        return {key: _plain(member, bullets=bullets) for key, member in value.items() if not key.endswith("span")}
    if isinstance(value, list):
        return [_plain(member, bullets=bullets) for member in value]
    return plain(value, bullets=bullets) if isinstance(value, str) else value


def plain(words: str, *, bullets: bool = False) -> str:
    """Words as they are compared."""
    words = _HIDDEN.sub("", words)
    if bullets:
        words = _BULLETS.sub("", words)
    words = fold(unicodedata.normalize("NFC", words).translate(_ALIKE).replace("...", "…"))
    return _DATE_SIGNS.sub("/", _SPACES.sub("", words))


def changed_fields(before: Any, after: Any, path: str = "") -> list[str]:
    """Paths of the fields that two results of `facts` differ in, without indices."""
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        found = [
            one for key in before for one in changed_fields(before[key], after[key], f"{path}.{key}" if path else key)
        ]
        return sorted(set(found))
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = zip(before, after, strict=True)
        return sorted({one for x, y in pairs for one in changed_fields(x, y, path)})
    return [path]

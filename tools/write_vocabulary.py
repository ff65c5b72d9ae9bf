"""Write what every word of the vocabulary is good for: `tests/vocabulary/words.jsonl`.

Each form of the lexicon is put into frames: those of `tests/vocabulary/frames.toml` that name its entry, and the
examples of rules and entries that hold a form of the same entry. A frame is kept for a form if what is read in it
changes when the form is taken out of the entry. Prints the forms that change nothing anywhere: write a frame for
them, or take them out if no gold needs them.

    python tools/write_vocabulary.py            # frames for forms that have none, and stale ones thrown away
    python tools/write_vocabulary.py --answers  # the same frames, read anew after a change of the rules
    python tools/write_vocabulary.py --only chair
"""

import argparse
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import partyreports.text.lexicon as lexicon_module
from partyreports import Lexicon, LexiconEntry, parse
from partyreports.errors import LexiconError, PartyReportsError
from partyreports.rulebook import TABLES
from partyreports.text.source import fold

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from vocabulary.frames import FOLDER, PARTS, WORDS, Answer, filled, looked_at, of_rules, recorded, with_gap  # noqa: E402

_LONGEST_FRAME = 700
_SAMPLE = 4
"""Forms that a frame is tried with before all are."""
_MOST_FRAMES = 60
"""Examples that are tried for one entry."""
_EVERYTHING = (*PARTS, *(f"rules.{table.name}" for table in TABLES))
_WHOLE = ("Tin trong tỉnh\n\n{}", "Tin trong tỉnh\n\nSáng 5/3/2024, Sở tổ chức hội nghị giao ban. {}")
"""An example as the only paragraph of an article, and as the second sentence of a report."""


class Frame(NamedTuple):
    """A text with a gap, and what to look at."""

    text: str
    looks: tuple[str, ...]


# --- the lexicon as it is written


@cache
def written() -> dict[str, LexiconEntry]:
    """Entries by their id, each with its own forms only."""
    entries: dict[str, LexiconEntry] = {}
    for path in sorted((ROOT / "src/partyreports/data/lexicon").glob("*.toml")):
        for raw in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            entries[raw["id"]] = LexiconEntry.model_validate(raw)
    return entries


def without(entry: LexiconEntry, forms: Sequence[str]) -> Lexicon:
    """The lexicon without some forms of an entry; without the entry, if it keeps none."""
    rest = tuple(form for form in entry.forms if form not in forms)
    entries = dict(written())
    if rest or entry.includes:
        example = next(form for form in _all_forms(entry) if form not in forms)
        entries[entry.id] = entry.model_copy(update={"forms": rest, "example": example})
    else:
        del entries[entry.id]
    return Lexicon(entries.values())


def _all_forms(entry: LexiconEntry) -> Sequence[str]:
    full = next(one for one in Lexicon(written().values()).entries if one.id == entry.id)
    return full.forms


def batches(forms: Sequence[str]) -> list[list[str]]:
    """Forms to take out together: none holds another, and the entry keeps as many as it can."""
    found: list[list[str]] = []
    most = max(1, len(forms) // 2)
    for form in sorted(forms, key=len):
        for batch in found:
            if len(batch) < most and not any(other in form or form in other for other in batch):
                batch.append(form)
                break
        else:
            found.append([form])
    return found


# --- frames


def frames_for(entry: LexiconEntry) -> list[Frame]:
    """Frames to try for an entry: those written for it, then examples, short ones first."""
    family = [entry.id, *(other.id for other in written().values() if _includes(other, entry))]
    made = [
        Frame(frame["text"], tuple(frame.get("looks", _EVERYTHING)))
        for frame in _made()
        if any(f"{name}.".startswith(f"{wanted}.") for name in family for wanted in frame["for"])
    ]
    forms = {form for name in family for form in written()[name].forms}
    derived = dict.fromkeys(frame for example in _examples() for frame in _gapped(example, forms))
    return [*made, *sorted(derived, key=lambda frame: (len(frame.looks), len(frame.text)))[:_MOST_FRAMES]]


@cache
def _made() -> list[dict[str, Any]]:
    frames: list[dict[str, Any]] = tomllib.loads((FOLDER / "frames.toml").read_text(encoding="utf-8"))["frame"]
    return frames


def _includes(other: LexiconEntry, entry: LexiconEntry) -> bool:
    return any(f"{entry.id}.".startswith(f"{name}.") for name in other.includes)


@cache
def _examples() -> tuple[Frame, ...]:
    found = [
        Frame(text, (f"rules.{table.name}",))
        for table in TABLES
        for rule in table.rules
        for text in (*rule.accepts, *rule.refuses)
    ]
    found += [Frame(whole.format(entry.example), _EVERYTHING) for entry in written().values() for whole in _WHOLE]
    return tuple(frame for frame in found if len(frame.text) <= _LONGEST_FRAME and "{" not in frame.text)


def _gapped(frame: Frame, forms: set[str]) -> Iterator[Frame]:
    folded = fold(frame.text)
    if len(folded) != len(frame.text):
        return
    for form in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(fold(form))}(?!\w)", folded):
            there = frame.text[match.start() : match.end()]
            gap = "{U}" if there.isupper() and not form.isupper() else "{^}" if there[:1].isupper() else "{}"
            yield frame._replace(text=frame.text[: match.start()] + gap + frame.text[match.end() :])


# --- what a form changes


class Reader:
    """Reads texts with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: dict[tuple[str, str], str] = {}

    def read(self, text: str, look: str) -> str:
        """What is read in a text; the name of the error if it is one."""
        key = (text, look)
        if key not in self._read:
            lexicon_module._default_lexicon = lambda: self._lexicon  # type: ignore[assignment]  # noqa: SLF001
            try:
                if look.startswith("rules."):
                    self._read[key] = of_rules(look.removeprefix("rules."), text)
                else:
                    report = parse(text)
                    for part, show in PARTS.items():
                        self._read[text, part] = show(report)
            except PartyReportsError as error:
                return type(error).__name__
        return self._read[key]


def needed(entry: LexiconEntry, missing: Sequence[str], frames: Sequence[Frame], whole: Reader) -> Iterator[Answer]:
    """Answers in the first frames in which forms of an entry matter."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for batch in batches(missing):
        try:
            reader = Reader(without(entry, batch))
        except LexiconError:  # the only form of what another entry includes: the lexicon is refused without it
            continue
        left = list(batch)
        for frame in frames:
            sample = left[:: max(1, len(left) // _SAMPLE)]
            if not any(_first_change(frame, form, batch, whole, reader) for form in sample):
                continue
            for form in list(left):
                if (change := _first_change(frame, form, batch, whole, reader)) is not None:
                    found[frame.text, *change].append(form)
                    left.remove(form)
            if not left:
                break
    for (text, look, answer), forms in found.items():
        yield Answer(entry.id, text, look, answer, forms)


def _first_change(
    frame: Frame, form: str, batch: Sequence[str], whole: Reader, reader: Reader
) -> tuple[str, str] | None:
    text = filled(frame.text, form)
    folded = fold(text)
    if any(other != form and fold(other) in folded for other in batch):
        return None  # (another form of the batch would be missed)
    for look in frame.looks:
        before, after = with_gap(whole.read(text, look), form), with_gap(reader.read(text, look), form)
        if before != after:
            return look, before
    return None


def _of_entry(name: str, kept: Sequence[Answer]) -> tuple[list[Answer], list[str]]:
    """Answers for the forms of an entry, and the forms that change nothing."""
    entry = written()[name]
    whole = Reader(Lexicon(written().values()))
    known = [Frame(one.text, (one.look,)) for one in kept]
    found: list[Answer] = []
    for frames in (known, frames_for(entry)):
        have = {form for one in found for form in one.forms}
        missing = [form for form in entry.forms if form not in have]
        found += needed(entry, missing, list(dict.fromkeys(frames)), whole)
    have = {form for one in found for form in one.forms}
    return found, [form for form in entry.forms if form not in have]


def _read_anew(answers: Sequence[Answer]) -> Iterator[Answer]:
    for one in answers:
        by_answer: dict[str, list[str]] = defaultdict(list)
        for form in one.forms:
            by_answer[looked_at(one.text, form, one.look)].append(form)
        yield from (one._replace(answer=answer, forms=forms) for answer, forms in by_answer.items())


def _write(answers: Sequence[Answer]) -> None:
    lines = [json.dumps(one._asdict(), ensure_ascii=False) for one in sorted(answers)]
    WORDS.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Write the answers; print the forms that none depends on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", action="store_true")
    parser.add_argument("--only", default="", help="entries whose names begin so")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    say = partial(print, flush=True)
    answers = recorded() if WORDS.exists() else []
    if options.answers:
        _write(list(_read_anew(answers)))
        return
    names = [name for name in written() if name.startswith(options.only)]
    by_entry: Mapping[str, list[Answer]] = {name: [one for one in answers if one.entry == name] for name in names}
    found = [one for one in answers if not one.entry.startswith(options.only) and one.entry in written()]
    idle = total = 0
    with ProcessPoolExecutor(options.processes) as pool:
        for name, (given, useless) in zip(names, pool.map(_of_entry, names, by_entry.values()), strict=True):
            found += given
            _write(found)  # (it takes minutes: what is found is kept)
            idle += len(useless)
            total += len(written()[name].forms)
            if useless:
                say(f"{name}: {len(useless)} of {len(written()[name].forms)}: {', '.join(useless)}")
    _write(found)
    say(f"{total - idle} of {total} forms matter somewhere")


if __name__ == "__main__":
    main()

"""Brings the catalogues of other languages up to the words of the code: src/partyreports/data/languages/*.po.

New words are added without a translation, which is then written by hand (the tests say which are missing); words that
no code uses any more are dropped. English needs no file: it stands in the code.

    python tools/write_catalogue.py
"""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

import click
import polib
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from partyreports.cli import main as program

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "partyreports"
CATALOGUES = SOURCE / "data" / "languages"

_PLACE = re.compile(r"\{[^}]*\}")
"""A place for a value. A text that has nothing else is the same in every language."""
_ONE = {"gettext", "gettext_noop", "UsageError", "BadParameter", "ClickException"}
_TWO = {"ngettext", "ngettext_noop"}


class Words(NamedTuple):
    """A text that is shown to people."""

    one: str
    more: str
    """Form for several; empty where there is only one form."""


class Found(NamedTuple):
    """Where a text is."""

    words: Words
    file: str


class NoLiteral(NamedTuple):
    """A place that shows a text that is put together: it cannot be translated."""

    file: str
    line: int


def in_python() -> Iterator[Found | NoLiteral]:
    """The texts of the code: what `gettext` and its kin are called with, and what our errors are made with."""
    for path in sorted(SOURCE.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (takes := _takes(node)) and node.args:
                texts = [_literal(argument) for argument in node.args[:takes]]
                if any(text is None for text in texts):
                    if not _hands_on(node.args[0]):
                        yield NoLiteral(file, node.lineno)
                else:
                    yield Found(Words(*[text or "" for text in texts], *[""] * (2 - takes)), file)


def _takes(call: ast.Call) -> int:
    """How many of the arguments are texts."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in _TWO:
        return 2
    return int(name in _ONE or (name in _errors()))


def _errors() -> set[str]:
    tree = ast.parse((SOURCE / "errors.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _hands_on(node: ast.expr) -> bool:
    """Whether a text comes from elsewhere as it is: a variable, an item of a table, what a call gives, one of such."""
    if isinstance(node, ast.BoolOp):
        return all(_hands_on(value) for value in node.values)
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call)


def in_templates() -> Iterator[Found]:
    """The texts of the pages."""
    environment = Environment(autoescape=True)
    for path in sorted((SOURCE / "views" / "templates").rglob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for _, _, texts in extract_from_ast(tree, ("gettext", "ngettext")):
            forms = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text is not None]
            yield Found(Words(*forms[:2], *[""] * (2 - len(forms[:2]))), path.relative_to(ROOT).as_posix())


def in_help() -> Iterator[Found]:
    """What `--help` says of the commands and their options."""
    commands: list[click.Command] = [program, *program.commands.values()]
    for command in commands:
        for holder in (command, *command.params):
            for text in (getattr(holder, "help", None), getattr(holder, "short_help", None)):
                if text:
                    yield Found(Words(cleandoc(text), ""), "partyreports --help")


def all_words() -> dict[Words, list[str]]:
    """Every text with the files in which it stands."""
    places: dict[Words, list[str]] = {}
    for found in (*in_python(), *in_templates(), *in_help()):
        if isinstance(found, Found) and _PLACE.sub("", found.words.one).strip(": "):
            files = places.setdefault(found.words, [])
            if found.file not in files:
                files.append(found.file)
    return places


def update(path: Path) -> None:
    """Write a catalogue anew, with the translations that it has."""
    old = polib.pofile(path.read_text(encoding="utf-8"), wrapwidth=118)
    known = {(entry.msgid, entry.msgid_plural): entry for entry in old}
    new = polib.POFile(wrapwidth=118)
    new.metadata = old.metadata
    for words, files in all_words().items():
        entry = known.get(words) or polib.POEntry(
            msgid=words.one, msgid_plural=words.more, msgstr_plural={0: ""} if words.more else {}
        )
        entry.occurrences = [(file, "") for file in files]
        new.append(entry)
    path.write_text(str(new), encoding="utf-8")


def main() -> None:
    """Bring every catalogue up to date."""
    for path in sorted(CATALOGUES.glob("*.po")):
        update(path)


if __name__ == "__main__":
    main()

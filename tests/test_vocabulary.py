"""Vietnamese words live in the lexicon: how many still stand in the code, which may only become fewer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import partyreports

MOST = 929
"""Words with tone marks in string literals of the package, outside docstrings, examples and labels. Lower it when
words move to the lexicon; never raise it."""

PACKAGE = Path(partyreports.__file__).parent
LABELS = ("views/", "serve/", "cli/", "facts.py", "evaluation/")
"""Where words are shown to people, or are the values of the models."""
CLOSED = ("text/numerals.py", "text/source.py", "text/normalise.py", "text/legibility.py")
"""Numerals, and letters as such: no vocabulary of the rules."""
EXAMPLES = {"accepts", "refuses", "about"}
_WORD = re.compile(r"[^\W\d_]+")


def literals(tree: ast.AST) -> Iterator[str]:
    """String literals of a module that are neither docstrings nor examples of rules."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", [])
        for statement in body if isinstance(body, list) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                skipped.add(id(statement.value))
        if isinstance(node, ast.keyword) and node.arg in EXAMPLES:
            skipped.update(id(inner) for inner in ast.walk(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def words_in_code() -> dict[str, int]:
    """Words with tone marks per file."""
    counts = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith((*LABELS, *CLOSED)):
            continue
        words = [
            word
            for literal in literals(ast.parse(path.read_text(encoding="utf-8")))
            for word in _WORD.findall(literal)
            if not word.isascii() and len(word) > 1
        ]
        if words:
            counts[name] = len(words)
    return counts


def test_words_in_code_become_fewer() -> None:
    counts = words_in_code()
    assert sum(counts.values()) <= MOST, counts

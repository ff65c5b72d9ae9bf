"""Vietnamese words live in the lexicon: how many still stand in the code, which may only become fewer."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import partyreports
from partyreports import Lexicon
from partyreports.text.source import fold

MOST = 47
"""Content words with tone marks in string literals of the package, outside docstrings, examples and labels. Lower it when
words move to the lexicon; never raise it."""

PACKAGE = Path(partyreports.__file__).parent
LABELS = ("rulebook.py", "views/", "serve/", "cli/", "facts/", "evaluation/", "language/", "tabular/")
"""Where words are shown to people, or are the values of the models."""
CLOSED = (
    "documents/legacy_fonts.py",
    "text/syllables.py",
    "text/numerals.py",
    "text/source.py",
    "text/normalise.py",
    "text/legibility.py",
)
"""Numerals, and letters as such: no vocabulary of the rules."""
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
là và với của các những tại ở từ đến tới trên dưới trong ngoài đã đang sẽ được bị để cho về như hoặc
cùng không này đó đây kia thì mà bởi vào ra lên xuống bằng hơn gần khoảng giữa thuộc nhằm theo đối
cũng còn mọi mỗi nhiều một số đều lại rồi nếu khi sau trước nữa chưa vẫn chỉ rất toàn thể cả cụ như
vậy ấy gì nào đâu ai đến nay qua hay vì nên tuy nhưng song thế có thứ mấy vài
""",
    )
)
"""Words without content, which may stand in patterns."""
EXAMPLES = {"accepts", "refuses", "about"}
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_SYLLABLE = 7
"""Letters of “nghiêng”; a longer run is an alphabet."""
_CLASS = re.compile(r"\[(?:[^\\\]]|\\.)*\]")
"""A class of characters in a pattern: letters, no words."""


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
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").startswith("_EXAMPLE"):
            skipped.update(id(inner) for inner in ast.walk(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_signal":
            skipped.update(id(inner) for argument in node.args for inner in ast.walk(argument))
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
            for word in _WORD.findall(_CLASS.sub(" ", literal))
            if not word.isascii() and 1 < len(word) <= _LONGEST_SYLLABLE and word.lower() not in FUNCTION_WORDS
        ]
        if words:
            counts[name] = len(words)
    return counts


def test_words_in_code_become_fewer() -> None:
    counts = words_in_code()
    assert sum(counts.values()) <= MOST, counts


MOST_TWICE = 535
"""Content words that the files of the lexicon spell in more than one entry. What means the same in several groups is
written once, in one that the others include; lower it when you find more of them."""


def test_words_that_the_lexicon_has_twice_become_fewer() -> None:
    entries: dict[str, set[str]] = {}
    for path in sorted((PACKAGE / "data" / "lexicon").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            for form in entry.get("forms", ()):
                if not FUNCTION_WORDS.issuperset(form.lower().split()):
                    entries.setdefault(fold(form), set()).add(entry["id"])
    assert sum(len(ids) > 1 for ids in entries.values()) <= MOST_TWICE


ASKS = {
    *("any_within", "within", "first_within", "last_within", "at", "ending_at", "of", "forms", "group"),
    *("Before", "After", "Near", "InSentence", "has_cue", "has_before", "ends_with"),
}
"""Functions whose first argument names a group of the lexicon."""
_GROUP = re.compile(r"[a-z][a-z_]*(?:\.[a-z0-9_]+)+")
_IN_PATTERN = re.compile(r"\{([a-z][a-z_]*(?:\.[a-z0-9_]+)+)\}")


def groups_in_code() -> set[str]:
    """Groups of the lexicon that the code names, in calls and in patterns."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for literal in literals(tree):
            found.update(_IN_PATTERN.findall(literal))
        for node in ast.walk(tree):
            named = [node.value] if isinstance(node, ast.keyword) and node.arg in {"cue", "group"} else []
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                named += node.args[:1] if name in ASKS else []
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and _GROUP.fullmatch(value.value):
                    found.add(value.value)
    return found


def test_the_groups_that_rules_ask_for_are_there() -> None:
    lexicon = Lexicon.default()
    known = {
        ".".join(parts[:end]) for parts in (g.split(".") for g in lexicon.groups) for end in range(1, len(parts) + 1)
    }
    assert groups_in_code() - known == set()


def test_every_group_is_asked_for_or_included() -> None:
    lexicon = Lexicon.default()
    used = {*groups_in_code(), *(name for entry in lexicon.entries for name in entry.includes)}
    assert [group for group in lexicon.groups if group.startswith("word.") and group not in used] == []

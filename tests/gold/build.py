"""Make the gold documents from their marked-up sources.

    python tests/gold/build.py            # writes NAME.txt and NAME.json for every sources/NAME.gold

A source is a head of `key: JSON value` lines, a line `---`, and the article with marks that say where
lists and points stand:

    {{list task 2}}{{1}}Một là, {{|}}rà soát hồ sơ.{{/}}
    {{2}}Hai là, {{|}}báo cáo kết quả.{{/}}{{/list}}

`{{list ROLE DECLARED}}` (`-` for none) and `{{/list}}` enclose a list, `{{N}}` stands before a marker that
says N, `{{|}}` before the point's text, `{{/}}` after its end; lists nest inside points. `footer` is marked
`{{footer}}`. What no head line gives is null or empty. Line ends, composition of letters and odd spaces
are changed afterwards as the head line `encoding` says (`nfd`, `crlf`, `nbsp`).
"""

import hashlib
import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
_MARK = re.compile(r"\{\{(.*?)\}\}")
_EMPTY: dict[str, Any] = {
    "is_meeting_report": True, "title": None, "published": None, "meeting_date": None, "part_of_day": None, "kind": None,
    "place": None, "period": None, "chairs": [], "chair_positions": {}, "organisations": [], "attendance_points": None,
    "delegates": None, "format": None, "citations": [], "named_citations": [], "headings": [],
}  # fmt: skip


def encoded(text: str, encoding: str) -> str:
    """The article as a scraper might deliver it."""
    if "nfd" in encoding:
        text = unicodedata.normalize("NFD", text)
    if "nbsp" in encoding:
        text = re.sub(r"(?<=\d) (?=\w)", "\u00a0", text)
    return text.replace("\n", "\r\n") if "crlf" in encoding else text


def build(name: str, source: str) -> tuple[str, dict[str, Any]]:
    """Text and answers of one source."""
    head, _, marked = source.partition("\n---\n")
    given = {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head.splitlines())}
    encoding = given.pop("encoding", "")
    text = ""
    footer: int | None = None
    lists: list[dict[str, Any]] = []
    open_lists: list[dict[str, Any]] = []
    open_items: list[dict[str, Any]] = []
    position = 0
    for mark in _MARK.finditer(marked):
        text += encoded(marked[position : mark.start()], encoding)
        position = mark.end()
        word = mark[1]
        if word.startswith("list "):
            _, role, declared = word.split()
            one: dict[str, Any] = {
                "role": role,
                "declared": None if declared == "-" else int(declared),
                "level": len(open_lists),
                "items": [],
            }
            lists.append(one)
            open_lists.append(one)
        elif word == "/list":
            open_lists.pop()
        elif word == "|":
            open_items[-1]["body"] = len(text)
        elif word == "/":
            open_items.pop()["end"] = len(text)
        elif word == "footer":
            footer = len(text)
        else:
            item = {"n": int(word), "start": len(text)}
            open_lists[-1]["items"].append(item)
            open_items.append(item)
    text += encoded(marked[position:], encoding)
    for one in lists:
        starts = [item["start"] for item in one["items"]]
        one["inline"] = any("\n" not in text[a:b] for a, b in pairwise(starts))
    answers = {"id": name, **_EMPTY, **given, "footer_start": footer, "lists": lists}
    answers["text_sha256"] = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return text, answers


def main() -> None:
    """Write all documents."""
    for source in sorted(FOLDER.glob("sources/*.gold")):
        text, answers = build(source.stem, source.read_text(encoding="utf-8"))
        with (FOLDER / f"{source.stem}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        answer_file = FOLDER / f"{source.stem}.json"
        answer_file.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

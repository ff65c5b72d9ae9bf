"""The measurements themselves, run by pyperf: `python benchmarks/run.py` calls this and makes the table.

python benchmarks/measure.py -o results.json       # pyperf's own options apply: --fast, --rigorous, …
"""

import sys
from pathlib import Path

import pyperf
from peers import naive_script, tokenize_lines

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "giao_ban_thuy_loi.txt"
"""A dense briefing of 12,500 characters: four lists, two levels, citations, attendance, a footer."""
INLINE_ARTICLE = ROOT / "tests" / "gold" / "27_mat_dau_cham_xuong_dong.txt"
"""A short one whose markers stand inside lines, so that the tokenizer is asked."""


def cold(code: str) -> list[str]:
    """Command of a fresh interpreter that runs `code`."""
    return [sys.executable, "-c", code]


def parse_file(path: Path) -> str:
    """Code that parses one file."""
    return f"from pathlib import Path; from partyreports import parse; parse(Path({str(path)!r}).read_text('utf-8'))"


def main() -> None:
    """Run all measurements; each peer stands beside what it is compared with."""
    runner = pyperf.Runner()
    text = ARTICLE.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip()]

    def warm_parse() -> None:
        from partyreports import parse  # noqa: PLC0415  (pyperf's calibration runs this file, too)

        parse(text)

    runner.bench_func("parse, warm", warm_parse)
    runner.bench_func("word_tokenize of the lines, warm", tokenize_lines, lines)
    runner.bench_func("naive script", naive_script, text)
    runner.bench_command("python -c pass", cold("pass"))
    runner.bench_command("import pydantic", cold("import pydantic"))
    runner.bench_command("from pydantic import BaseModel", cold("from pydantic import BaseModel"))
    runner.bench_command("import partyreports", cold("import partyreports"))
    runner.bench_command("from partyreports import parse", cold("from partyreports import parse"))
    runner.bench_command("cold parse", cold(parse_file(ARTICLE)))
    runner.bench_command("cold parse that asks the tokenizer", cold(parse_file(INLINE_ARTICLE)))
    tokenize = "from underthesea import word_tokenize; word_tokenize('Hội nghị giao ban công tác quý một')"
    runner.bench_command("cold word_tokenize of a line", cold(tokenize))


if __name__ == "__main__":
    main()

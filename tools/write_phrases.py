"""Write what is read in the phrases of `tests/vocabulary/phrases.toml`: `phrases.jsonl`. Look the difference over."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from vocabulary.phrases import READ, read_anew


def main() -> None:
    """Write the file."""
    lines = [json.dumps(row, ensure_ascii=False) for row in read_anew()]
    READ.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()

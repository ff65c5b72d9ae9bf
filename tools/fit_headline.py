"""Fits the weights of the signals that tell a headline, and writes them as data.

    python tools/fit_headline.py FOLDER …     # folders of gold (`NAME.txt` with `NAME.json`)

Of the first lines of a text one is the headline, or none is. The model gives each line a score, and “none” the score
0; the weights are those that make the right answers of the gold likeliest (a conditional logit with a penalty on
large weights). Each gold text is also shown in other forms: without its headline, with lines of a site above it, with
a dateline below it, printed twice.
"""

import json
import math
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from partyreports.layout.captions import find_captions
from partyreports.layout.footer import read_footer
from partyreports.layout.footer_lines import PageLines
from partyreports.layout.headline_signals import SIGNALS, strengths
from partyreports.layout.opening import Opening
from partyreports.layout.page_lines import lines_of_page
from partyreports.text.lexicon import Lexicon
from partyreports.text.scanned import scan

TARGET = Path(__file__).resolve().parent.parent / "src" / "partyreports" / "data" / "weights" / "headline.json"
PENALTY = 0.004
STEPS = 300
SEED = 7
DATELINES = ("12/04/2023 08:15", "Thứ Tư, 08/04/2015, 08:11 [GMT+7]", "Cập nhật: 10/9/2020", "05-03-2021 | 812")


INTRODUCTIONS = (
    "Các việc:",
    "Hội nghị thống nhất hai nhiệm vụ:",
    "Ngành đạt một số kết quả như sau:",
    "Bên cạnh đó còn hai hạn chế.",
    "Nhiệm vụ trọng tâm",
    "KẾT QUẢ ĐẠT ĐƯỢC",
)


class Example(NamedTuple):
    """The signals of the lines that may be the headline, and which one is it."""

    lines: list[list[float]]
    right: int | None
    weight: float


def examples(folders: list[Path]) -> Iterator[Example]:
    """Every gold text that says what its headline is, in its several forms."""
    rng = random.Random(SEED)  # noqa: S311  (forms of texts, no secrets)
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if not path.with_suffix(".txt").exists():
                continue
            answers = json.loads(path.read_text(encoding="utf-8"))
            if "title" not in answers or answers.get("series_only"):
                continue
            with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
                text = file.read()
            for form, title, weight in forms(text, answers["title"], rng):
                if (example := read(form, title, weight)) is not None:
                    yield example


def forms(text: str, title: str | None, rng: random.Random) -> Iterator[tuple[str, str | None, float]]:
    """The text as it is, and as other pages would show it; each with its headline and its weight."""
    yield text, title, 1.0
    if title is None or (at := text.find(title)) < 0:
        yield f"{furniture(rng)}\n\n{text.lstrip()}", None, 0.5
        return
    body = text[at + len(title) :]
    if not body.startswith(("\n", "\r")):
        return
    yield body, None, 1.0
    yield f"{furniture(rng)}\n\n{body.lstrip()}", None, 0.5
    yield f"{furniture(rng)}\n{furniture(rng)}\n\n{title}{body}", title, 0.5
    yield f"{title}\n{rng.choice(DATELINES)}{body}", title, 0.3
    yield f"{furniture(rng)}\n{rng.choice(DATELINES)}\n{title}{body}", title, 0.5
    yield f"{furniture(rng)}\n{title}\n{title}{body}", title, 0.3
    yield f"> {furniture(rng)} > {title}\n{title}{body}", title, 0.3
    yield title.upper() + body, title.upper(), 0.3
    yield from short_forms(title, body, rng)


def short_forms(title: str, body: str, rng: random.Random) -> Iterator[tuple[str, str | None, float]]:
    """A note of a few lines: a short headline or none, one sentence or two, an introduction and a list."""
    short = " ".join(title.split()[: rng.randint(3, 6)]).rstrip(" ,:;-–.'\"")
    paragraph = next((line.strip() for line in body.splitlines() if len(line) > 80), "")
    sentence = paragraph.split(". ")[0].rstrip(".") + "."
    listing = f"{rng.choice(INTRODUCTIONS)}\n1. Rà soát hồ sơ.\n2. Báo cáo kết quả."
    yield f"{short}\n\n{sentence}", short, 0.3
    yield f"{short}\n\n{sentence}\n\n{listing}", short, 0.3
    yield f"{short}\n\n{listing}", short, 0.3
    yield f"{short}\n\n1. {sentence}\n\n2. Báo cáo kết quả.", short, 0.3
    yield f"{sentence}\n\n{listing}", None, 0.3
    yield f"{listing}", None, 0.2


def furniture(rng: random.Random) -> str:
    """A line as it stands above headlines."""
    if rng.random() < 0.1:
        slogan = f"{rng.choice(Lexicon.default().forms('headline.slogan'))} năm {rng.randint(1990, 2025)}!"
        return rng.choice((slogan.upper(), slogan.capitalize()))
    group = rng.choice(("headline.category", "headline.category", "headline.widget", "headline.site"))
    words = rng.choice(Lexicon.default().forms(group))
    return rng.choice((words, words.upper(), words.capitalize(), words.title(), f"{words.capitalize()}:"))


def read(text: str, title: str | None, weight: float) -> Example | None:
    """The example that a text makes; None where the headline is no line of its own."""
    scanned = scan(text)
    lines = lines_of_page(scanned)
    footer = read_footer(scanned, PageLines(scanned, lines))
    opening = Opening(scanned, lines[: footer.first_line], find_captions(scanned, lines))
    judged = strengths(opening)
    right = None
    if title is not None:
        wanted = " ".join(title.split())
        right = next(
            (
                place
                for place, (i, _) in enumerate(judged)
                if " ".join(scanned.source.text[lines[i].start : lines[i].end].split()) == wanted
            ),
            None,
        )
        if right is None:
            return None
    return Example([list(found.values()) for _, found in judged], right, weight) if judged else None


def probabilities(weights: list[float], lines: list[list[float]]) -> list[float]:
    """How likely each line is the headline; what is missing to 1 is “none”."""
    scores = [weights[-1] + sum(w * x for w, x in zip(weights, line, strict=False)) for line in lines]
    top = max(0.0, *scores)
    parts = [math.exp(one - top) for one in scores]
    total = sum(parts) + math.exp(-top)
    return [part / total for part in parts]


def fit(found: list[Example]) -> list[float]:
    """Weights of the signals, and the bias behind them (Adam, all examples at each step)."""
    count = len(SIGNALS) + 1
    weights, mean, square = [0.0] * count, [0.0] * count, [0.0] * count
    total = sum(example.weight for example in found)
    for step in range(1, STEPS + 1):
        slope = [2 * PENALTY * w / 10 for w in weights[:-1]] + [0.0]
        for lines, right, weight in found:
            for i, (line, chance) in enumerate(zip(lines, probabilities(weights, lines), strict=True)):
                error = weight * (chance - (i == right)) / total
                for k, strength in enumerate(line):
                    if strength:
                        slope[k] += error * strength
                slope[-1] += error
        rate = 0.1 if step < STEPS // 2 else 0.03
        for k in range(count):
            mean[k] = 0.9 * mean[k] + 0.1 * slope[k]
            square[k] = 0.99 * square[k] + 0.01 * slope[k] ** 2
            weights[k] -= rate * (mean[k] / (1 - 0.9**step)) / (math.sqrt(square[k] / (1 - 0.99**step)) + 1e-8)
    return weights


def right_of(found: list[Example], weights: list[float]) -> float:
    """The share of examples whose likeliest answer is right."""
    hits = 0
    for lines, right, _ in found:
        chances = probabilities(weights, lines)
        best = max(range(len(chances)), key=chances.__getitem__)
        answer = best if chances[best] > 1 - sum(chances) else None
        hits += answer == right
    return hits / len(found)


def main(folders: list[str]) -> None:
    """Fit, and write the weights."""
    found = list(examples([Path(folder) for folder in folders]))
    weights = fit(found)
    rounded = [round(weight, 2) for weight in weights]
    print(f"{len(found)} examples, {right_of(found, rounded):.4f} right")  # noqa: T201
    document = {
        "bias": rounded[-1],
        "signals": {signal.id: weight for signal, weight in zip(SIGNALS, rounded, strict=False)},
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

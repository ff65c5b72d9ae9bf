"""Gold documents and field-by-field scores.

`evaluate_folder` scores the installed version on pairs `NAME.txt` + `NAME.json` as
docs/explanation/annotation.md defines them.
"""

from partyreports.evaluation.gold import GoldDocument, GoldItem, GoldList, load_folder, load_gold
from partyreports.evaluation.report import render_json, render_markdown, render_text
from partyreports.evaluation.rules import RuleScore
from partyreports.evaluation.scoring import Evaluation, FieldScore, Miss, evaluate, evaluate_folder

__all__ = [
    "Evaluation",
    "FieldScore",
    "GoldDocument",
    "GoldItem",
    "GoldList",
    "Miss",
    "RuleScore",
    "evaluate",
    "evaluate_folder",
    "load_folder",
    "load_gold",
    "render_json",
    "render_markdown",
    "render_text",
]

"""Scores over several documents: what is counted where, and what the parser is told."""

from pathlib import Path
from typing import Any

import pytest

from answers import TEXT, gold, report
from partyreports import GoldError, MeetingReport
from partyreports.evaluation import evaluate, evaluate_folder


def test_counts_add_up_over_documents() -> None:
    result = evaluate([gold(), gold(title="Khác"), gold(title=None)], parser=lambda _: report())
    title = result.fields["title"]
    assert (result.documents, title.correct, title.given, title.expected) == (3, 1, 3, 2)
    assert (round(title.precision, 3), title.recall, title.f1) == (0.333, 0.5, 0.4)


def test_facts_are_scored_without_lists_and_lists_without_facts() -> None:
    facts = evaluate([gold(facts_only=True)], parser=lambda _: report())
    lists = evaluate([gold(series_only=True)], parser=lambda _: report())
    both = evaluate([gold()], parser=lambda _: report())
    assert [*facts.fields, *lists.fields] == list(both.fields)
    assert next(iter(lists.fields)) == "points"


def test_facts_invented_on_an_article_without_a_meeting_are_counted_by_document_and_value() -> None:
    documents = [gold(id="a", is_meeting_report=False), gold(id="b", is_meeting_report=False), gold(id="c")]
    result = evaluate(documents, parser=lambda _: report())
    assert (result.invented_documents, len(result.invented)) == (2, 8)
    assert [(miss.document, miss.field, miss.got) for miss in result.invented[:4]] == [
        ("a", "meeting_date", "3/6/2024"),
        ("a", "chairs", "Lò Văn Páo"),
        ("a", "attendance_points", "12 điểm cầu"),
        ("a", "delegates", "340 đại biểu"),
    ]
    silent = MeetingReport(source=report().source, is_meeting_report=False)
    assert evaluate(documents, parser=lambda _: silent).invented == []
    series = evaluate([gold(is_meeting_report=False, series_only=True)], parser=lambda _: report())
    assert series.invented == []


def test_the_parser_is_told_of_the_meeting_only_where_the_gold_knows_and_it_is_asked_for() -> None:
    told: list[tuple[str, dict[str, Any]]] = []

    def parser(text: str, **options: Any) -> MeetingReport:
        told.append((text, options))
        return report()

    documents = [gold(), gold(is_meeting_report=False), gold(series_only=True)]
    evaluate(documents, parser=parser)
    evaluate(documents, parser=parser, meeting_known=True)
    assert told == [(TEXT, {})] * 3 + [(TEXT, {"meeting": True}), (TEXT, {"meeting": False}), (TEXT, {})]


def test_what_is_known_of_the_meeting_reaches_the_report() -> None:
    document = gold(is_meeting_report=False)
    assert evaluate([document]).fields["is_meeting_report"].correct == 0
    assert evaluate([document], meeting_known=True).fields["is_meeting_report"].correct == 1


def test_nothing_to_score_is_an_error() -> None:
    with pytest.raises(GoldError, match="no document"):
        evaluate([])


def test_of_many_documents_that_do_not_load_the_first_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n" * 900, encoding="utf-8")
    with pytest.raises(GoldError, match=r"no document loads: a\.jsonl:1: .*; a\.jsonl:5: [^;]*; …$"):
        evaluate_folder(str(tmp_path))

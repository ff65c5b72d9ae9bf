"""What each rule did: fired, judged, right; and which known rules did nothing."""

from typing import Any

from answers import POINTS, TEXT, gold, report, section
from partyreports import MeetingReport, parse
from partyreports.evaluation import RuleScore, evaluate
from partyreports.evaluation.rules import never_read
from partyreports.models import SectionRole
from partyreports.notes import make_note
from partyreports.rules import RuleTable, Signal


def rules_of(made: MeetingReport, **changes: Any) -> dict[str, RuleScore]:
    return evaluate([gold(**changes), gold(**changes)], parser=lambda _: made).rules


def test_every_rule_of_a_report_fires_and_is_judged_by_the_field_that_it_made() -> None:
    rules = rules_of(report())
    judged = {
        (rule, name): (score.fired, score.documents, one.given, one.correct)
        for rule, score in rules.items()
        for name, one in score.fields.items()
    }
    assert judged == {
        ("title.first_line", "title"): (2, 2, 2, 2),
        ("dateline.date", "published"): (2, 2, 2, 2),
        ("date.printed", "meeting_date"): (2, 2, 2, 2),
        ("part_of_day.beside_date", "part_of_day"): (2, 2, 2, 2),
        ("kind.giao_ban", "kind"): (2, 2, 2, 2),
        ("format.online", "format"): (2, 2, 2, 2),
        ("place.at", "place"): (2, 2, 2, 2),
        ("period.month", "period"): (2, 2, 2, 2),
        ("attendance.sites", "attendance_points"): (2, 2, 2, 2),
        ("attendance.delegates", "delegates"): (2, 2, 2, 2),
        ("attendance.body", "organisations"): (4, 2, 4, 4),
        ("chair.verb", "chairs"): (2, 2, 2, 2),
        ("citation.code", "citations"): (2, 2, 2, 2),
        ("footer.link", "footer_start"): (2, 2, 2, 2),
        ("marker.la", "points"): (8, 2, 8, 8),
        ("role.cue", "list_role"): (2, 2, 4, 4),
        ("declared.counted_noun", "declared"): (2, 2, 2, 2),
    }


def test_a_rule_for_what_gold_does_not_mark_fires_and_is_not_judged() -> None:
    rules = rules_of(report())
    assert {name: score.fired for name, score in rules.items() if not score.fields} == {
        "caption.line": 2,
        "citation.bare_number": 2,
    }


def test_a_rule_is_wrong_where_its_answer_is() -> None:
    rules = rules_of(report(), kind="so_ket", period=None, organisations=["Công an huyện"])
    for rule, name, given, correct in (
        ("kind.giao_ban", "kind", 2, 0),
        ("period.month", "period", 2, 0),
        ("attendance.body", "organisations", 4, 2),
    ):
        assert (rules[rule].fields[name].given, rules[rule].fields[name].correct) == (given, correct)


def test_nothing_is_judged_by_gold_that_lacks_the_key() -> None:
    rules = evaluate([gold(without=("kind", "lists", "headings"))], parser=lambda _: report()).rules
    assert (rules["kind.giao_ban"].fired, rules["kind.giao_ban"].fields) == (1, {})
    assert (rules["marker.la"].fired, rules["marker.la"].fields) == (4, {})


def test_the_role_of_nested_points_names_its_own_rule() -> None:
    own = POINTS[0].model_copy(update={"points_role": SectionRole.TASK, "points_rule": "role.own"})
    rules = rules_of(report(sections=(section(points=(own, POINTS[1])),)))
    assert (rules["role.own"].fired, rules["role.own"].fields["list_role"].given) == (2, 2)
    assert rules["role.cue"].fields["list_role"].given == 2


def test_reasons_for_no_meeting_are_judged_one_by_one() -> None:
    note = make_note("not-a-meeting", rule="occasion.speech+future")
    rules = rules_of(report(is_meeting_report=False, notes=(note,)))
    for rule in ("occasion.speech", "occasion.future"):
        assert (rules[rule].fired, rules[rule].fields["is_meeting_report"].correct) == (2, 0)


def test_the_parser_says_why_it_found_no_meeting_in_a_way_that_is_understood() -> None:
    document = gold(is_meeting_report=False)
    rules = evaluate([document], parser=lambda _: parse("Giá lúa tăng nhẹ\n\nNông dân phấn khởi.")).rules
    judged = [score.fields["is_meeting_report"] for score in rules.values() if "is_meeting_report" in score.fields]
    assert {(one.given, one.correct) for one in judged} == {(1, 1)}  # each of the reasons


def test_rules_of_the_tables_are_tried_on_every_text() -> None:
    rules: tuple[Signal[str], ...] = tuple(
        Signal(id=name, measure=lambda _: 1, accepts=()) for name in ("z.silent", "kind.giao_ban", "a.silent")
    )
    table = RuleTable("some", "Some.", rules, read=lambda text: [("kind.giao_ban", None)] * text.count("giao ban"))
    scores = evaluate([gold(), gold()], parser=lambda _: report(), tables=[table]).rules
    assert (scores["kind.giao_ban"].read, scores["marker.la"].read) == (2 * TEXT.count("giao ban"), None)
    assert never_read(scores) == ["z.silent", "a.silent"]


def test_a_rule_that_a_report_names_is_not_silent() -> None:
    table = RuleTable("some", "Some.", (Signal(id="marker.la", measure=lambda _: 1, accepts=()),), read=lambda _: [])
    assert never_read(evaluate([gold()], parser=lambda _: report(), tables=[table]).rules) == []

"""Gold documents: what loads, and what is refused by file and key."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from answers import ANSWERS, TEXT, gold
from partyreports import GoldError
from partyreports.evaluation import GoldDocument, load_folder, load_gold

PAIR = [{"n": 1, "start": 5, "body": 6, "end": 9}] * 2


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    return tmp_path / "a.json"


def test_every_key_loads(answers: Path) -> None:
    document = load_gold(answers)
    assert document.text == TEXT
    assert document.model_fields_set == {*ANSWERS, "text"}
    assert document.chair_positions["Lò Văn Páo"] == ("Phó Chủ tịch UBND huyện", "Trưởng ban Chỉ đạo")
    assert document.period is not None
    assert [day.isoformat() for day in document.period] == ["2024-05-01", "2024-05-31"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lists": [{"role": "task", "items": [{**PAIR[0], "body": 4}] * 2}]}, "out of order"),
        ({"lists": [{"role": "task", "items": [{**PAIR[0], "end": 10**6}] * 2}]}, "outside the text"),
        ({"lists": [{"role": "dream", "items": PAIR}]}, "role"),
        ({"lists": [{"role": "task", "items": PAIR[:1]}]}, "items"),
        ({"text_sha256": "0" * 64}, "changed after it was annotated"),
        ({"surprise": 1}, "surprise"),
        ({"is_meeting_report": None}, "is_meeting_report"),
        ({"kind": "party"}, "kind"),
        ({"period": ["2024-05-01"]}, "period"),
        ({"period": ["2024-05-31", "2024-05-01"]}, "before it begins"),
        ({"meeting_date": "3/6/2024"}, "meeting_date: .*'3/6/2024' is no date"),
        ({"meeting_date": "2024-02-30"}, "meeting_date"),
        ({"meeting_date": "2024-13"}, "meeting_date"),
        ({"meeting_date": "--06-31"}, "meeting_date"),
        ({"meeting_date": "2024--03"}, "meeting_date"),
        ({"meeting_date": "0000-06-03"}, "meeting_date"),
        ({"meeting_date": "2024-06-03T08:00"}, "meeting_date"),
        ({"meeting_date": "-"}, "meeting_date"),
        ({"meeting_date": ""}, "meeting_date"),
        ({"published": "Ngày 4/6/2024"}, "published"),
        ({"published": "2023-02-29T08:00"}, "published: .*'2023-02-29' is no date"),
        ({"published": "2024-06-04T24:00"}, "published: .*no time of day"),
        ({"published": "2024-06-04T"}, "published"),
        ({"attendance_points": -1}, "attendance_points"),
        ({"delegates": -340}, "delegates"),
        ({"lists": [{"role": "task", "declared": -2, "items": PAIR}]}, r"lists\.0\.declared"),
        ({"headings": ["one of two"]}, "1 headings were given for 2 lists"),
        ({"chair_positions": {"Nobody": ["Bí thư"]}}, "no chair: Nobody"),
    ],
)
def test_bad_gold_is_refused_by_file_and_key(answers: Path, change: dict[str, Any], reason: str) -> None:
    answers.write_text(json.dumps({**ANSWERS, **change}), encoding="utf-8")
    with pytest.raises(GoldError, match=reason) as error:
        load_gold(answers)
    assert "a.json" in str(error.value)


@pytest.mark.parametrize("date", ["2024-02-29", "2024-06", "2024", "--02-29", "--06", "---31"])
def test_dates_may_be_known_in_part(date: str) -> None:
    assert gold(meeting_date=date).meeting_date == date
    assert gold(published=date).published == date
    assert gold(published=f"{date}T23:59").published == f"{date}T23:59"


def test_a_role_that_a_reader_cannot_say_is_null_and_must_be_said_to_be() -> None:
    (first, second) = ANSWERS["lists"]
    assert gold(lists=[{**first, "role": None}, second]).lists[0].role is None
    with pytest.raises(ValidationError, match="role"):
        gold(lists=[{key: value for key, value in first.items() if key != "role"}, second])


def test_what_does_not_load_is_told_and_the_rest_is_loaded(answers: Path) -> None:
    folder = answers.parent
    (folder / "b.txt").write_bytes(b"\xff")
    (folder / "b.json").write_text("{}", encoding="utf-8")
    (folder / "c.txt").write_text("x", encoding="utf-8")
    (folder / "c.json").write_text("[]", encoding="utf-8")
    (folder / "d.txt").write_text("x", encoding="utf-8")
    (folder / "d.json").write_text("{", encoding="utf-8")
    (folder / "baseline.json").write_text("{}", encoding="utf-8")
    documents, failures = load_folder(folder)
    assert [document.id for document in documents] == ["son_thanh"]
    assert [str(failure).partition(":")[0] for failure in failures] == ["b.json", "c.json", "d.json"]


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no pair"):
        load_folder(tmp_path)


def test_a_json_file_may_hold_its_text(answers: Path) -> None:
    (answers.parent / "a.txt").unlink()
    answers.write_text(json.dumps({**ANSWERS, "text": TEXT}), encoding="utf-8")
    (answers.parent / "other.json").write_text('{"text": 1}', encoding="utf-8")
    documents, failures = load_folder(answers.parent)
    assert ([document.text for document in documents], failures) == ([TEXT], [])


def test_a_json_lines_file_holds_a_document_in_each_line(answers: Path) -> None:
    lines = [json.dumps({**ANSWERS, "id": name, "text": TEXT}) for name in ("b", "c")]
    (answers.parent / "more.jsonl").write_text("\n\n".join([*lines, "{", "[]", "{}"]) + "\n", encoding="utf-8")
    documents, failures = load_folder(answers.parent)
    assert [document.id for document in documents] == ["son_thanh", "b", "c"]
    assert [str(failure).split(": ")[:2] for failure in failures] == [
        ["more.jsonl:5", "no JSON"],
        ["more.jsonl:7", "a JSON object was expected"],
        ["more.jsonl:9", "id"],
    ]


def test_a_json_lines_file_that_cannot_be_read_is_told(answers: Path) -> None:
    (answers.parent / "more.jsonl").write_bytes(b"\xff\n")
    documents, failures = load_folder(answers.parent)
    assert [document.id for document in documents] == ["son_thanh"]
    assert [str(failure).split(": ")[0] for failure in failures] == ["more.jsonl"]


def test_a_text_in_the_json_file_must_be_that_of_the_file_beside_it(answers: Path) -> None:
    answers.write_text(json.dumps({**ANSWERS, "text": TEXT + " "}), encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json: the text in it is not that of a\.txt"):
        load_gold(answers)


def test_a_text_that_is_no_unicode_has_its_digest_too() -> None:
    digest = hashlib.sha256("a\ud800".encode("utf-8", "surrogatepass")).hexdigest()
    assert GoldDocument(id="a", is_meeting_report=False, text="a\ud800", text_sha256=digest).text == "a\ud800"

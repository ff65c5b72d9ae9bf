"""The schemas are contracts: they change only together with their versions."""

import json
from pathlib import Path

import write_schema

from partyreports import SCHEMA_VERSION, TABLES_VERSION, MeetingReport

SCHEMA_FILE = Path(__file__).parent / "schema" / f"meeting_report-{SCHEMA_VERSION}.json"
TABLES_FILE = SCHEMA_FILE.with_name(f"tables-{TABLES_VERSION}.json")


def test_the_schema_is_the_committed_one_of_its_version() -> None:
    """A change of the models needs a new SCHEMA_VERSION and a file of that name (python tools/write_schema.py)."""
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == MeetingReport.model_json_schema()


def test_every_field_is_described() -> None:
    schema = MeetingReport.model_json_schema()
    bare = [
        f"{name}.{field}"
        for name, model in {**schema["$defs"], "MeetingReport": schema}.items()
        for field, about in model.get("properties", {}).items()
        if not about.get("description")
    ]
    assert bare == []


def test_the_tables_are_the_committed_ones_of_their_version() -> None:
    """A change of the tables needs a new TABLES_VERSION and a file of that name (python tools/write_schema.py)."""
    assert json.loads(TABLES_FILE.read_text(encoding="utf-8")) == write_schema.tables_schema()


def test_conveniences_are_not_stored_twice() -> None:
    stored = set(MeetingReport.model_json_schema()["properties"])
    assert not stored & {"date", "chair", "attendance_points", "achievements", "tasks", "lessons_learned"}

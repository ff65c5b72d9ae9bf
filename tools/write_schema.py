"""Write the schemas of the current versions to tests/schema/, where tests hold models and tables to them."""

import json
from pathlib import Path
from typing import Any

from partyreports import SCHEMA_VERSION, TABLES_VERSION, MeetingReport
from partyreports.tabular.types import COLUMNS

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "schema"


def tables_schema() -> dict[str, Any]:
    """What is fixed of the tables: names, order and types of their columns, and whether they may be null."""
    return {
        table: {column.name: column.kind.value + (" or null" if column.can_be_null else "") for column in columns}
        for table, columns in COLUMNS.items()
    }


def write(name: str, schema: dict[str, Any], version: str) -> None:
    """Write a file; refuse to change one that a release may have shipped."""
    path = FOLDER / f"{name}.json"
    content = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != content:
        raise SystemExit(f"{path.name} exists and differs: raise {version}, or delete it before a release")
    FOLDER.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def main() -> None:
    """Write both files."""
    write(f"meeting_report-{SCHEMA_VERSION}", MeetingReport.model_json_schema(), "SCHEMA_VERSION in facts/report.py")
    write(f"tables-{TABLES_VERSION}", tables_schema(), "TABLES_VERSION in tabular/rows.py")


if __name__ == "__main__":
    main()

"""Write the JSON schema of the current version to tests/schema/, where a test holds the models to it."""

import json
from pathlib import Path

from partyreports import SCHEMA_VERSION, MeetingReport

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "schema"


def main() -> None:
    """Write the file; refuse to change one that a release may have shipped."""
    path = FOLDER / f"meeting_report-{SCHEMA_VERSION}.json"
    schema = json.dumps(MeetingReport.model_json_schema(), ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != schema:
        raise SystemExit(
            f"{path.name} exists and differs: raise SCHEMA_VERSION in models.py, or delete it before a release"
        )
    FOLDER.mkdir(exist_ok=True)
    path.write_text(schema, encoding="utf-8")


if __name__ == "__main__":
    main()

"""`partyreports schema`."""

import json

import click

from partyreports.cli.program import show
from partyreports.models import MeetingReport


@click.command("schema")
def schema_command() -> None:
    """Print the JSON schema of a report."""
    show(json.dumps(MeetingReport.model_json_schema(), ensure_ascii=False, indent=1) + "\n")

"""`partyreports schema`."""

import json

import click

from partyreports.models import MeetingReport


@click.command("schema")
def schema_command() -> None:
    """Print the JSON schema of a report."""
    click.echo(json.dumps(MeetingReport.model_json_schema(), ensure_ascii=False, indent=1))

"""The command line: `partyreports parse`, `view`, `serve`, `explain`, `rules`, `evaluate`, `schema`; a module each."""

import sys

import click

from partyreports import __version__
from partyreports.cli.evaluate import evaluate_command
from partyreports.cli.explain import explain_command
from partyreports.cli.language import LANG
from partyreports.cli.parse import parse_command
from partyreports.cli.program import Program
from partyreports.cli.rules import rules_command
from partyreports.cli.schema import schema_command
from partyreports.cli.serve import serve_command
from partyreports.cli.view import view_command


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="partyreports")
def main() -> None:
    """Turn raw Vietnamese meeting briefings into typed, grounded reports."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


for command in (
    parse_command,
    view_command,
    serve_command,
    explain_command,
    rules_command,
    evaluate_command,
    schema_command,
):
    main.add_command(command)
for command in (main, *main.commands.values()):
    command.params.append(LANG)

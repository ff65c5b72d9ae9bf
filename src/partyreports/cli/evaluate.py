"""`partyreports evaluate`."""

import sys
from pathlib import Path

import click

from partyreports.errors import PartyReportsError
from partyreports.evaluation import evaluate_folder, render_json, render_markdown, render_text
from partyreports.evaluation.fields import FIELDS
from partyreports.evaluation.scoring import TOLERANCE

_RENDERERS = {"text": render_text, "json": render_json, "markdown": render_markdown}
_NAMES = [*(one.name for one in FIELDS), "invented"]


@click.command("evaluate")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "-f", "how", type=click.Choice(list(_RENDERERS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Offsets must be exact; by default they may differ by 3 code points.")
@click.option("--meeting-known", is_flag=True, help="Tell the parser whether the gold says that a meeting is reported.")
@click.option(
    "--misses",
    "only",
    multiple=True,
    type=click.Choice(_NAMES),
    metavar="FIELD",
    help="List the misses of this field only; may be repeated.",
)
@click.option("--no-misses", is_flag=True, help="Show the table alone, and nothing of the articles.")
def evaluate_command(
    folder: Path, how: str, only: tuple[str, ...], *, strict: bool, meeting_known: bool, no_misses: bool
) -> None:
    """Score this version, field by field, on the gold documents of FOLDER (NAME.txt + NAME.json)."""
    if only and no_misses:
        raise click.UsageError("--misses and --no-misses exclude each other")
    try:
        result = evaluate_folder(folder, tolerance=0 if strict else TOLERANCE, meeting_known=meeting_known)
    except PartyReportsError as error:
        click.echo(f"partyreports: {error}", err=True)
        sys.exit(1)
    click.echo(_RENDERERS[how](result, misses=only or not no_misses), nl=False)
    if result.failures:
        sys.exit(1)

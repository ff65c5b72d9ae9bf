"""`partyreports evaluate`."""

import sys
from pathlib import Path

import click

from partyreports.errors import PartyReportsError
from partyreports.evaluation import evaluate_folder, render_json, render_markdown, render_text
from partyreports.evaluation.scoring import TOLERANCE

_RENDERERS = {"text": render_text, "json": render_json, "markdown": render_markdown}


@click.command("evaluate")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "-f", "how", type=click.Choice(list(_RENDERERS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Offsets must be exact; by default they may differ by 3 code points.")
def evaluate_command(folder: Path, how: str, *, strict: bool) -> None:
    """Score this version, field by field, on the gold documents of FOLDER (NAME.txt + NAME.json)."""
    try:
        result = evaluate_folder(folder, tolerance=0 if strict else TOLERANCE)
    except PartyReportsError as error:
        click.echo(f"partyreports: {error}", err=True)
        sys.exit(1)
    click.echo(_RENDERERS[how](result), nl=False)
    if result.failures:
        sys.exit(1)

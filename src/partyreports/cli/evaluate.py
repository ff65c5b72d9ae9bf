"""`partyreports evaluate`."""

import sys
from pathlib import Path

import click

from partyreports.cli.common import tell
from partyreports.cli.language import words
from partyreports.cli.program import show
from partyreports.errors import PartyReportsError
from partyreports.evaluation import evaluate_folder, gate, render_json, render_markdown, render_text
from partyreports.evaluation.fields import FIELDS
from partyreports.evaluation.scoring import TOLERANCE
from partyreports.rulebook import TABLES

_RENDERERS = {"text": render_text, "json": render_json, "markdown": render_markdown}
_NAMES = [*(one.name for one in FIELDS), "invented"]


@click.command("evaluate", short_help="Score this version, field by field, on gold documents.")
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
@click.option("--rules", is_flag=True, help="Show how often each rule fired and was right, and which never did.")
@click.option("--gate", "gated", flag_value="check", help="Compare the scores with their floors; exit 1 if one fell.")
@click.option("--update-gate", "gated", flag_value="update", help="Set the floors to the scores; none is lowered.")
@click.option("--allow-regression", is_flag=True, help="With --update-gate: lower floors as well.")
@click.option(
    "--floors",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File that holds the floors under the name of FOLDER, instead of FOLDER/baseline.json.",
)
def evaluate_command(  # noqa: PLR0913 (an argument for each option)
    folder: Path,
    how: str,
    only: tuple[str, ...],
    gated: str | None,
    floors: Path | None,
    *,
    strict: bool,
    meeting_known: bool,
    no_misses: bool,
    rules: bool,
    allow_regression: bool,
) -> None:
    """Score this version, field by field, on the gold documents of FOLDER (NAME.txt + NAME.json).

    Exit status: 0; 1 when a document did not load or, with --gate, when a score fell; 2 for misuse.
    """
    if only and no_misses:
        raise click.UsageError(words().gettext("--misses and --no-misses exclude each other"))
    if gated and (strict or meeting_known):
        raise click.UsageError(
            words().gettext("floors are set on the plain scores: without --strict and --meeting-known")
        )
    if allow_regression and gated != "update":
        raise click.UsageError(words().gettext("--allow-regression goes with --update-gate"))
    if floors and not gated:
        raise click.UsageError(words().gettext("--floors goes with --gate or --update-gate"))
    try:
        if gated:
            _gate(folder, floors, update=gated == "update", allow_regression=allow_regression)
            return
        result = evaluate_folder(
            folder,
            tolerance=0 if strict else TOLERANCE,
            meeting_known=meeting_known,
            tables=TABLES if rules else (),
        )
    except PartyReportsError as error:
        tell(words().error(error))
        sys.exit(1)
    shown = _RENDERERS[how](result, misses=only or not no_misses, rules=rules)
    show(shown)
    if result.failures:
        sys.exit(1)


def _gate(folder: Path, floors: Path | None, *, update: bool, allow_regression: bool) -> None:
    """Compare with the floors, or set them; tell every problem, a line each."""
    if update:
        problems = gate.update(folder, floors, allow_regression=allow_regression)
        told = words().gettext("the floors are set")
    else:
        problems = gate.check(folder, floors)
        told = words().gettext("the gate holds")
    show(("\n".join(problems) or told) + "\n")
    if problems:
        sys.exit(1)

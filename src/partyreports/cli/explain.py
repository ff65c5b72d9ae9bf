"""`partyreports explain`."""

from pathlib import Path
from typing import Any

import click

from partyreports.cli.common import FILES, LONGEST, Failures, read_articles, terminal_width
from partyreports.cli.language import words
from partyreports.cli.program import show
from partyreports.cli.reading import inputs_of, reading_options
from partyreports.cli.rules import cards_for, lines_of
from partyreports.errors import PartyReportsError
from partyreports.models import MeetingReport
from partyreports.parsing import parse
from partyreports.rulebook import parts_of
from partyreports.views.characters import escaped, escaped_line
from partyreports.views.explain import to_explanation
from partyreports.views.fields import fields_of


@click.command("explain")
@FILES
@click.option("--rule", metavar="NAME", help="Show this rule with its examples, and only what it found.")
@LONGEST
@reading_options
def explain_command(files: tuple[Path, ...], rule: str | None, max_length: int, **reading: Any) -> None:  # noqa: ANN401
    """Show articles with the rule of each field in the margin."""
    if rule is not None:
        show("\n".join(lines_of(cards_for(rule))) + "\n\n")
    failures = Failures()
    inputs = inputs_of(files, **reading)
    for article in read_articles(inputs, failures):
        try:
            report = parse(
                article.text, published=article.published, id=article.id, url=article.url, max_length=max_length
            )
        except PartyReportsError as error:
            failures.tell(f"{article.name}: {words().error(error)}")
            continue
        if inputs.has_several:
            show(f"── {escaped(article.name)}\n")
        show(
            to_explanation(report, article.text, width=terminal_width() + 20)
            if rule is None
            else _found_by(rule, report, article.text)
        )
    failures.exit()


def _found_by(rule: str, report: MeetingReport, text: str) -> str:
    """What a rule found in an article, one field a line."""
    found = [
        f"{field.path}: “{escaped_line(text[field.span.start : field.span.end])}”\n"
        for field in fields_of(report)
        if rule == field.rule or rule in parts_of(field.rule)
    ]
    return "".join(found) or words().gettext("(it found nothing)") + "\n"

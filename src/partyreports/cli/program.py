"""How every command ends: in one line and with an exit status, never with a traceback."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from partyreports.cli.language import speaking, words
from partyreports.errors import PartyReportsError
from partyreports.language import reason_of
from partyreports.views.characters import escaped


class _Interrupted(click.ClickException):
    """Ctrl-C; the status is that of a process that SIGINT ends."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__(words().gettext("interrupted"))


class Program(click.Group):
    """The group of all commands. Its errors are one line each, whatever an article or a file is called."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's own signature)
        """Run the command, and turn Ctrl-C into an error with its status."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interruption:
            raise _Interrupted from interruption

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  (click's own signature)
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run the program and exit; click's own errors are told here, because they may quote file names."""
        with speaking(self, sys.argv[1:] if args is None else args):
            if not standalone_mode:
                return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            try:
                status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            except click.UsageError as error:
                click.UsageError(escaped(error.format_message()), error.ctx).show()
                sys.exit(error.exit_code)
            except click.ClickException as error:
                _tell(error.format_message())
                sys.exit(error.exit_code)
            except (click.Abort, KeyboardInterrupt):
                _tell(words().gettext("interrupted"))
                sys.exit(_Interrupted.exit_code)
            except PartyReportsError as error:
                _tell(words().error(error))
                sys.exit(1)
            except OSError as error:
                give_up_output()
                reason = words().gettext(reason_of(error))
                _tell(f"{error.filename}: {reason}" if error.filename else reason)
                sys.exit(1)
            sys.exit(status if isinstance(status, int) else 0)


def _tell(message: str) -> None:
    click.echo(f"partyreports: {escaped(message)}", err=True)


def give_up_output() -> None:
    """Let what standard output could not take go nowhere, so that the interpreter does not try again at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def show(text: str) -> None:
    """Print to standard output.

    Raises:
        ClickException: standard output is closed, or its device is full.
        BrokenPipeError: nobody reads it any more, which ends the program silently.
    """
    if sys.stdout is None:
        raise click.ClickException(words().gettext("standard output is closed"))
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_output()
        reason = words().gettext(reason_of(error))
        raise click.ClickException(words().gettext("standard output: {reason}", reason=reason)) from error

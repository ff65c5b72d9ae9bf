"""`partyreports serve`."""

import webbrowser

import click

from partyreports.cli.common import SECONDS, tell
from partyreports.cli.language import words
from partyreports.cli.program import show
from partyreports.language import reason_of
from partyreports.serve.settings import Settings

_DEFAULT = Settings()
_INSTALL = "pip install 'partyreports[serve]'"


@click.command("serve", short_help="Serve a page to paste articles into, until Ctrl-C.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; as it is, this machine alone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--open", "-O", "in_browser", is_flag=True, help="Open the page in the browser.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A name of this machine under which it may be asked.")
@click.option(
    "--max-characters",
    type=click.IntRange(min=1),
    default=_DEFAULT.max_characters,
    show_default=True,
    help="Longest article.",
)
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=_DEFAULT.max_bytes, show_default=True, help="Largest request."
)
@click.option(
    "--timeout",
    type=SECONDS,
    default=_DEFAULT.timeout,
    show_default=True,
    metavar="SECONDS",
    help="Give up an article that takes longer.",
)
@click.option(
    "--workers",
    "-j",
    type=click.IntRange(min=1),
    default=_DEFAULT.workers,
    show_default=True,
    help="Processes that parse.",
)
def serve_command(
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    max_characters: int,
    max_bytes: int,
    timeout: float,
    workers: int,
    *,
    in_browser: bool,
) -> None:
    """Serve a page to paste articles into, and POST /parse for programs, until Ctrl-C.

    Only this machine can reach it unless --host says otherwise. No article is kept or logged.
    """
    try:
        from partyreports.serve.running import address_of, is_loopback, listen, run  # noqa: PLC0415
    except ImportError as error:
        raise click.ClickException(
            words().gettext(
                "the server needs {package}: {command}", package=error.name, command="pip install 'partyreports[serve]'"
            )
        ) from error
    settings = Settings(
        max_characters=max_characters,
        max_bytes=max_bytes,
        timeout=timeout,
        workers=workers,
        hosts=frozenset(name.lower() for name in (*allow_host, host)),
    )
    try:
        listening = listen(host, port)
    except OSError as error:
        reason = words().gettext(reason_of(error))
        raise click.ClickException(
            words().gettext("{host}:{port}: {reason}", host=host, port=port, reason=reason)
        ) from error
    address = address_of(listening)
    show(f"{address}\n")
    if not is_loopback(host):
        tell(words().gettext("whoever reaches this machine can use the server; there is no password"))
    if in_browser:
        webbrowser.open(address)
    try:
        run(listening, settings)
    except KeyboardInterrupt:  # the way to end it
        return

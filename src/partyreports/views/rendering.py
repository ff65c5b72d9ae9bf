"""How pages are drawn: the templates, the style and the script, and the policy that names them.

A page stands alone, with style and script in it, or takes them from two files beside it that a folder of pages
shares. The names of these hold a digest, so that pages of another version in the same folder keep their own.
"""

import base64
import hashlib
import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from partyreports.errors import MissingExtraError
from partyreports.language import Language
from partyreports.views.characters import escaped_json
from partyreports.views.labels import script_labels

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_SCRIPTS = ("common", "index", "places", "report", "search", "actions", "gold", "corrections", "paste", "start")
"""Parts of the script in their order; together they are one function."""
_STYLES = ("view", "corrections", "serve")


class Parts(NamedTuple):
    """The style and the script of all pages."""

    style: str
    script: str


class SharedFile(NamedTuple):
    """A file that several pages share."""

    name: str
    content: str


@lru_cache(maxsize=1)
def parts() -> Parts:
    """The style and the script, each in one piece."""
    script = "".join(_resource(f"script/{name}.js") for name in _SCRIPTS)
    style = "".join(_resource(f"{name}.css") for name in _STYLES)
    return Parts(style, f'"use strict";\n(() => {{\n{script}}})();\n')


def shared_files() -> tuple[SharedFile, SharedFile]:
    """The style and the script as files that pages drawn with `shared=True` take from beside themselves.

    >>> [file.name[:12] for file in shared_files()]
    ['partyreports', 'partyreports']
    """
    style, script = parts()
    return SharedFile(_name(style, ".css"), style), SharedFile(_name(script, ".js"), script)


def _name(content: str, suffix: str) -> str:
    return f"partyreports-{hashlib.sha256(content.encode('utf-8')).hexdigest()[:8]}{suffix}"


def render(template: str, words: Language, *, shared: bool = False, served: bool = False, **values: object) -> str:
    """Draw a page; in its template `gettext`, `ngettext`, `number` and `date` are those of the language.

    Args:
        template: its name.
        words: its language.
        shared: take style and script from the files that `shared_files` gives, which stand beside the page.
        served: the page comes from the server and may ask it for more; its policy comes with its headers.
        values: what the template shows.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    spoken: dict[str, object] = {"lang": words.code, "labels": script_labels(words)}
    spoken |= {"gettext": words.gettext, "ngettext": words.ngettext, "number": words.number, "date": words.date}
    return _environment().get_template(template).render(shared=shared, served=served, **spoken, **values)


def policy(*, shared: bool = False, served: bool = False) -> str:
    """What a page may load: its one style and its one script, and nothing else from anywhere.

    Args:
        shared: the files beside the page. `'self'` names them; where a page is opened from a folder some browsers
            take `'self'` for nothing, so `file:` names them too.
        served: the server that the page comes from, for what is posted and exported.
    """
    style, script = ("'self' file:",) * 2 if shared else map(_policy_hash, parts())
    if served:
        style = script = "'self'"
    asks = "connect-src 'self'; form-action 'self'; frame-ancestors 'none'" if served else "form-action 'none'"
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; {asks}"


def require_jinja() -> None:
    """Do nothing where pages can be drawn.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    try:
        import jinja2  # noqa: F401, PLC0415  (not at import: a fifth of a second, for those who draw no page)
    except ImportError as error:
        raise MissingExtraError("HTML pages need Jinja2: pip install jinja2") from error


def _resource(name: str) -> str:
    return resources.files("partyreports.views").joinpath("templates", name).read_text(encoding="utf-8")


def _policy_hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _exactly(text: str) -> "Markup":
    """Escaped text in which carriage returns survive: the parser of HTML turns bare ones into line feeds."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped a moment ago


def _as_json(value: object) -> "Markup":
    """A value for a script: nothing in it can end the element that holds it, and no odd character stands in it."""
    from markupsafe import Markup  # noqa: PLC0415

    document = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&'":
        document = document.replace(char, f"\\u{ord(char):04x}")
    return Markup(escaped_json(document))  # noqa: S704


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    require_jinja()
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["exactly"] = _exactly
    environment.filters["as_json"] = _as_json
    style, script = parts()
    style_file, script_file = shared_files()
    environment.globals.update(
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        style_file=style_file.name,
        script_file=script_file.name,
        policy=policy,
    )
    return environment

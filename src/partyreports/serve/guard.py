"""What is checked before any page: who asks, under which name, from which site, and how much is sent."""

import asyncio
import ipaddress
import re
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from partyreports.language import gettext_noop
from partyreports.serve.refusals import Refusal, words_for
from partyreports.serve.settings import Settings
from partyreports.views.rendering import policy

API_PAGE = "/api"
_HEADERS = {
    "Content-Security-Policy": policy(served=True),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
# Swagger UI writes styles into its elements, and shows small pictures that stand in its style.
_API_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_HOST = re.compile(r"(?:\[([0-9a-f:.]{1,45})\]|([^\[\]:\s]{1,253}))(?::\d{1,5})?")


class Guard:
    """Middleware: refuses what comes from elsewhere or is too large, and adds the headers that keep pages safe."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"] == API_PAGE:
                    headers["Content-Security-Policy"] = _API_POLICY
            await send(message)

        request = Request(scope)
        try:
            check_host(request.headers.get("host", ""), self.settings)
            check_origin(request)
            check_length(request, self.settings)
        except Refusal as refusal:
            told = refusal.told(words_for(request))
            await JSONResponse({"detail": told}, refusal.status_code)(scope, receive, send_safely)
            return
        await self.app(scope, self._limited(receive), send_safely)

    def _limited(self, receive: Receive) -> Receive:
        """The body of a request, refused once it is too long or too slow."""
        settings = self.settings
        received = 0
        end = asyncio.get_running_loop().time() + settings.read_timeout
        whole = False

        async def receive_some() -> MutableMapping[str, Any]:
            nonlocal received, whole
            if whole:  # what comes now is the end of the connection, which may take any time
                return await receive()
            try:
                async with asyncio.timeout_at(end):
                    message = await receive()
            except TimeoutError:
                raise Refusal(408, gettext_noop("The request took too long to arrive.")) from None
            received += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if received > settings.max_bytes:
                raise _too_large(settings)
            return message

        return receive_some


def check_host(host: str, settings: Settings) -> None:
    """Refuse other names than this machine's: a site whose name leads here could otherwise read what is shown.

    An address is always right, because only a name can be made to lead elsewhere.
    """
    found = _HOST.fullmatch(host.lower())
    name = (found[1] or found[2]) if found else host
    if name == "localhost" or name in settings.hosts:
        return
    try:
        ipaddress.ip_address(name)
    except ValueError:
        raise Refusal(
            421, gettext_noop("This server is not known as {name!r}; see the option --allow-host."), name=name
        ) from None


def check_origin(request: Request) -> None:
    """Refuse what another site's page posts."""
    if request.method in {"GET", "HEAD"}:
        return
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    site = request.headers.get("sec-fetch-site", "none")
    if (origin is not None and origin.lower() != own.lower()) or site not in {"same-origin", "none"}:
        raise Refusal(403, gettext_noop("Pages of other sites may not post here."))


def check_length(request: Request, settings: Settings) -> None:
    """Refuse at once what says that it is too large."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > 15 or int(length) > settings.max_bytes):
        raise _too_large(settings)


def _too_large(settings: Settings) -> Refusal:
    return Refusal(413, gettext_noop("The request is larger than {limit:,} bytes."), limit=settings.max_bytes)

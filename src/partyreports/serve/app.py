"""The pages and the interface of the server, address by address."""

import datetime
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from partyreports import __version__
from partyreports.documents.opening import SUFFIXES
from partyreports.language import Language, gettext_noop
from partyreports.models import MeetingReport
from partyreports.serve.guard import API_PAGE, Guard
from partyreports.serve.pool import Workers
from partyreports.serve.refusals import Refusal, words_for
from partyreports.serve.settings import Settings
from partyreports.serve.work import Job
from partyreports.views.rendering import render, shared_files

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
_EXPORT_TYPES = {
    "csv": "text/csv",
    "markdown": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _iso_date(value: object) -> object:
    """Only what the schema says: pydantic would also take numbers, as seconds since 1970, and moments at midnight."""
    if value is None or (isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise ValueError("a date is written like 2024-05-31")


class Article(BaseModel):
    """An article, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="The article as pasted; offsets of the report count its code points.")
    id: str | None = Field(default=None, description="Name of the article, kept in the report.")
    url: str | None = Field(default=None, description="Address of the article, kept in the report.")
    published: Annotated[datetime.date | None, BeforeValidator(_iso_date)] = Field(
        default=None, description="Day of publication: completes a year that is not printed."
    )


class Refused(BaseModel):
    """Why a request was not served."""

    detail: str = Field(description="One sentence, in the language that the request asks for.")


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server as an ASGI application; its processes start with it and end with it.

    Args:
        settings: limits and names; None takes the defaults.
    """
    chosen = settings or Settings()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.workers = Workers(chosen)
        yield
        app.state.workers.close()

    app = FastAPI(
        title="partyreports",
        version=__version__,
        summary="Typed, grounded reports from raw Vietnamese meeting briefings",
        lifespan=life,
        docs_url=None,  # these pages would load their scripts from elsewhere
        redoc_url=None,
    )
    app.state.settings = chosen
    app.add_middleware(Guard, settings=chosen)
    app.add_exception_handler(Refusal, _tell)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    _add_pages(app)
    _add_interface(app)
    return app


# --- pages


def _add_pages(app: FastAPI) -> None:
    files = {file.name: file.content.encode() for file in shared_files()} | _swagger_files()

    @app.get("/", include_in_schema=False)
    async def paste(request: Request) -> HTMLResponse:
        return _paste_page(words_for(request), app.state.settings)

    @app.get("/view", include_in_schema=False)
    async def nothing_kept() -> RedirectResponse:
        return RedirectResponse("/")

    @app.post("/view", include_in_schema=False)
    async def view(request: Request) -> HTMLResponse:
        words = words_for(request)
        try:
            job = await _posted(request, words)
            return HTMLResponse(await app.state.workers.make(job))
        except Refusal as refusal:
            return _paste_page(words, app.state.settings, refusal)

    @app.get(API_PAGE, include_in_schema=False)
    async def api_page(request: Request) -> HTMLResponse:
        return HTMLResponse(render("api.html", words_for(request), served=True))

    @app.get("/favicon.ico", include_in_schema=False)
    async def no_picture() -> Response:
        return Response(status_code=204)

    @app.get("/files/{name}", include_in_schema=False)
    async def file(name: str) -> Response:
        if name not in files:
            raise Refusal(404, gettext_noop("There is no such page."))
        kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        return Response(files[name], media_type=kind, headers={"Cache-Control": "max-age=3600"})


def _swagger_files() -> dict[str, bytes]:
    """The page that shows the interface, from a package: nothing is loaded from elsewhere."""
    folder = resources.files("fastapi_offline") / "static"
    names = ("swagger-ui-bundle.js", "swagger-ui.css")
    start = b'SwaggerUIBundle({ url: "/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });\n'
    return {"api.js": start, **{name: (folder / name).read_bytes() for name in names}}


def _paste_page(words: Language, settings: Settings, refusal: Refusal | None = None) -> HTMLResponse:
    html = render(
        "paste.html",
        words,
        served=True,
        refused=refusal.told(words) if refusal else "",
        settings=settings,
        suffixes=",".join(sorted(SUFFIXES)),
    )
    return HTMLResponse(html, refusal.status_code if refusal else 200)


async def _posted(request: Request, words: Language) -> Job:
    """What the form of the first page sends."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Refusal(415, gettext_noop("The form was not sent as it should be."))
    settings: Settings = request.app.state.settings
    parser = MultiPartParser(
        request.headers, request.stream(), max_files=1, max_fields=5, max_part_size=settings.max_bytes
    )
    parser.spool_max_size = settings.max_bytes + 1  # in memory: nothing of an article is written to a disk
    try:
        form = await parser.parse()
    except MultiPartException:
        raise Refusal(400, gettext_noop("The form was not sent as it should be.")) from None
    try:
        return await _job_of_form(form, words)
    finally:
        await form.close()


async def _job_of_form(form: FormData, words: Language) -> Job:
    url = form.get("url")
    known: dict[str, Any] = {"lang": words.code, "url": url.strip() or None if isinstance(url, str) else None}
    file, text = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        return Job("page", file=await file.read(), file_name=file.filename, id=file.filename, **known)
    if not isinstance(text, str) or not text.strip():
        raise Refusal(422, gettext_noop("Paste an article, or choose a file."))
    # A form sends the line ends of a box as CR LF; in the box they are LF alone.
    return Job("page", text=text.replace("\r\n", "\n"), **known)


# --- the interface


def _add_interface(app: FastAPI) -> None:
    refused: dict[int | str, dict[str, Any]] = {
        413: {"model": Refused, "description": "The article or the request is too large"},
        422: {"model": Refused, "description": "The request is not as described, or there are no words in it"},
        503: {"model": Refused, "description": "Too many articles are waiting"},
        504: {"model": Refused, "description": "The article takes too long"},
    }

    @app.post("/parse", response_model=MeetingReport, responses=refused, summary="The report of an article")
    async def parse(article: Article, request: Request) -> Response:
        """Read one article and return its report: every quoted word with its place, and the rule that found it."""
        made = await app.state.workers.make(_job("json", article, request))
        return Response(made, media_type="application/json")

    @app.post(
        "/export/{form}",
        response_class=Response,
        responses={200: {"content": {kind: {} for kind in _EXPORT_TYPES.values()}}, **refused},
        summary="The report as a file",
    )
    async def export(form: Literal["csv", "markdown", "docx"], article: Article, request: Request) -> Response:
        """The points of an article as CSV, or its report as Markdown or as a Word document."""
        made = await app.state.workers.make(_job(form, article, request))
        return Response(made, media_type=_EXPORT_TYPES[form])


def _job(form: str, article: Article, request: Request) -> Job:
    known = {"id": article.id, "url": article.url, "published": article.published}
    return Job(form, words_for(request).code, article.text, **known)  # type: ignore[arg-type]


async def _tell(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return JSONResponse({"detail": refusal.told(words_for(request))}, refusal.status_code)


async def _tell_invalid(request: Request, error: Exception) -> Response:
    """The first thing that is wrong with a request; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"][1:]) or "body"
    told = words_for(request).gettext(
        "The request is not as described: {place}: {what}", place=place, what=first["msg"]
    )
    return JSONResponse({"detail": told}, 422)

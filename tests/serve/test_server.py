"""The server as programs and forms see it: what it gives, and what it refuses in one sentence."""

import asyncio
import io
import json
import logging
import re
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra serve is not installed")

import docx
import httpx

from pages import Page
from partyreports import MeetingReport, parse
from partyreports.documents import from_docx
from partyreports.serve.guard import Guard
from partyreports.serve.pool import Workers
from partyreports.serve.refusals import Refusal
from partyreports.serve.settings import Settings
from partyreports.serve.work import Job
from partyreports.tabular.csv import to_csv
from partyreports.views.rendering import shared_files
from serving import serving
from shapes import ROOT, read_article

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thang_5.txt")
SETTINGS = Settings(max_characters=20_000, max_bytes=4_000_000, workers=1, hosts=frozenset({"tin.example"}))


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    with serving(SETTINGS) as address, httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
        yield client


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["detail"]


# --- what it gives


def test_parse_gives_the_report(server: httpx.Client) -> None:
    known = {"id": "a1", "url": "https://tin.example/a1", "published": "2023-06-06"}
    answer = server.post("/parse", json={"text": ARTICLE, **known})
    assert answer.headers["content-type"] == "application/json"
    report = MeetingReport.model_validate_json(answer.content)
    assert report == parse(ARTICLE, id="a1", url=known["url"], published=report.source.published)
    assert str(report.source.published) == known["published"]


def test_exports_are_those_of_the_report(server: httpx.Client) -> None:
    report = parse(ARTICLE, id="a1")
    given = {
        form: server.post(f"/export/{form}", json={"text": ARTICLE, "id": "a1"}) for form in ("csv", "markdown", "docx")
    }
    assert given["csv"].content.decode("utf-8-sig") == to_csv("points", report.tables().points)
    assert given["markdown"].text == report.to_markdown()
    assert given["docx"].content == server.post("/export/docx", json={"text": ARTICLE, "id": "a1"}).content
    words = from_docx(given["docx"].content).text
    for point in report.tasks:
        assert point.text.split("\n")[0].strip() in words
    document = docx.Document(io.BytesIO(given["docx"].content))
    assert document.core_properties.title == report.title.text if report.title else ""
    assert [row.cells[0].text for row in document.tables[0].rows][:2] == ["Meeting", "Kind"]


def test_a_pasted_article_gives_its_page(server: httpx.Client) -> None:
    # As browsers send it: with CR LF at the end of each line of the box.
    form = {"text": (None, ARTICLE.replace("\n", "\r\n")), "url": (None, "https://tin.example/a")}
    answer = server.post("/view", files=form, headers={"accept-language": "vi-VN,vi;q=0.9,en;q=0.8"})
    page = Page(answer.text)
    assert page.article == ARTICLE
    assert json.loads(page.raw["script#report"])["source"]["url"] == "https://tin.example/a"
    assert "Chủ trì" in page.words
    exports = [a["data-export"] for tag, a in page.tags if "data-export" in a]
    assert exports == ["/export/csv", "/export/markdown", "/export/docx"]
    names = {a.get("src") or a.get("href") for tag, a in page.tags if tag in {"script", "link"}} - {None}
    assert names == {f"/files/{file.name}" for file in shared_files()}
    for name in names:
        assert server.get(str(name)).status_code == 200


@pytest.mark.parametrize(
    ("name", "content"),
    [("tin.html", f"<!DOCTYPE html><article><p>{ARTICLE}</article>".encode()), ("tin.txt", ARTICLE.encode("utf-16"))],
)
def test_a_file_gives_its_page(server: httpx.Client, name: str, content: bytes) -> None:
    answer = server.post("/view", files={"file": (name, content), "text": (None, "")})
    assert answer.status_code == 200
    page = Page(answer.text)
    assert "46 điểm cầu" in page.words
    assert json.loads(page.raw["script#report"])["source"]["id"] == name


def test_its_pages_load_nothing_from_elsewhere(server: httpx.Client) -> None:
    for address in ("/", "/api"):
        page = server.get(address)
        assert page.status_code == 200
        loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
        assert loaded
        assert all(name.startswith("/") and not name.startswith("//") for name in loaded)
        for name in loaded:
            assert server.get(name).status_code == 200
    described = server.get("/openapi.json").json()
    assert set(described["paths"]) == {"/parse", "/export/{form}"}
    assert "MeetingReport" in described["components"]["schemas"]


def test_answers_carry_safe_headers(server: httpx.Client) -> None:
    for answer in (
        server.get("/"),
        server.post("/parse", json={"text": ARTICLE}),
        server.get("/nix"),
        server.get("/api"),
    ):
        headers = answer.headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
        assert "server" not in headers or "uvicorn" in headers["server"]


def test_two_hundred_requests_of_eight_clients(server: httpx.Client) -> None:
    short = ARTICLE[:900]
    expected = parse(short).model_dump_json().encode()

    def ask(number: int) -> bool:
        if number % 10 == 0:
            return server.get("/").status_code == 200
        answer = server.post("/parse", json={"text": short})
        return answer.status_code == 200 and answer.content == expected

    with ThreadPoolExecutor(8) as clients:
        assert all(clients.map(ask, range(200)))


def test_who_waits_for_an_article_keeps_nobody_else_waiting() -> None:
    # The first article of a server waits for a process to start, so it is under way while the page is asked for.
    with (
        serving(Settings(workers=1)) as address,
        httpx.Client(base_url=address, timeout=60, trust_env=False) as client,
        ThreadPoolExecutor(1) as other,
    ):
        article = other.submit(client.post, "/parse", json={"text": ARTICLE})
        assert client.get("/").status_code == 200
        assert not article.done()
        assert article.result().status_code == 200


# --- what it refuses


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"{", 422, "not as described"),
        (b"{}", 422, "text: Field required"),
        (b'{"text": 1}', 422, "text: "),
        (b'{"text": "a", "published": "gestern"}', 422, "published: "),
        (b'{"text": "a", "published": "2023-02-30"}', 422, "published: "),
        (b'{"text": "a", "published": 0}', 422, "published: Value error, a date is written like 2024-05-31"),
        (b'{"text": "a", "published": "1685923200"}', 422, "published: "),
        (b'{"text": "a", "published": "2023-06-06T00:00:00"}', 422, "published: "),
        (b'{"text": "a", "publised": "2023-06-06"}', 422, "publised: Extra inputs are not permitted"),
        (b'{"text": " \\n"}', 422, "There are no words in it."),
        (json.dumps({"text": "a" * 20_001}).encode(), 413, "The article is longer than 20,000 characters."),
        (b" " * 4_000_001, 413, "The request is larger than 4,000,000 bytes."),
    ],
)
def test_one_sentence_for_each_refusal(server: httpx.Client, body: bytes, status: int, reason: str) -> None:
    got, sentence = told(server.post("/parse", content=body, headers={"content-type": "application/json"}))
    assert got == status
    assert reason in sentence
    assert "\n" not in sentence


def test_refusals_are_told_in_the_language_of_the_browser(server: httpx.Client) -> None:
    answer = server.post("/parse", json={"text": " "}, headers={"accept-language": "fr, vi;q=0.7, en;q=0.3"})
    assert told(answer) == (422, "Bài không có chữ nào.")


def test_a_body_that_does_not_say_how_long_it_is_is_counted(server: httpx.Client) -> None:
    chunks = (b" " * 100_000 for _ in range(50))
    got, sentence = told(server.post("/parse", content=chunks, headers={"content-type": "application/json"}))
    assert (got, sentence) == (413, "The request is larger than 4,000,000 bytes.")


@pytest.mark.parametrize(
    ("files", "status", "reason"),
    [
        ({"text": (None, "")}, 422, "Paste an article, or choose a file."),
        ({"file": ("a.rtf", b"{\\rtf1 x")}, 422, "an RTF file"),
        ({"file": ("a.txt", b"\xe1\xff")}, 422, "iconv"),
        ({"file": ("a.bin", b"\x00\x01\xff" * 9)}, 422, "neither a text nor"),
        ({"text": (None, "a" * 20_001)}, 413, "longer than 20,000 characters"),
        ({"file": ("a.txt", b"a" * 4_000_001)}, 413, "larger than 4,000,000 bytes"),
    ],
)
def test_a_refusal_of_the_form_is_told_on_its_page(server: httpx.Client, files: Any, status: int, reason: str) -> None:
    answer = server.post("/view", files=files)
    assert answer.status_code == status
    if answer.headers["content-type"].startswith("text/html"):
        (alert,) = re.findall(r'role="alert">([^<]*)<', answer.text)
        assert reason in alert
        assert "<textarea" in answer.text
    else:
        assert reason in answer.json()["detail"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "tin.example.evil", "", "[::1", "a b"])
def test_other_names_are_refused(server: httpx.Client, host: str) -> None:
    status, sentence = told(server.get("/", headers={"host": host}))
    assert status == 421
    assert "--allow-host" in sentence


@pytest.mark.parametrize("host", ["localhost:80", "127.0.0.1", "[::1]:8000", "192.168.1.5:1", "TIN.example:8000"])
def test_its_own_names_and_any_address_are_right(server: httpx.Client, host: str) -> None:
    assert server.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost:1"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({}, 200),
    ],
)
def test_pages_of_other_sites_may_not_post(server: httpx.Client, headers: dict[str, str], status: int) -> None:
    assert server.post("/parse", json={"text": "Họp báo"}, headers=headers).status_code == status


def test_its_own_pages_may_post(server: httpx.Client) -> None:
    own = str(server.base_url).rstrip("/")
    assert server.post("/parse", json={"text": "Họp báo"}, headers={"origin": own}).status_code == 200


def test_nothing_of_an_article_is_written_or_logged(
    server: httpx.Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def rollover(_: object) -> None:
        raise AssertionError("written to a disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", rollover)
    caplog.set_level(logging.DEBUG)
    big = b"<!DOCTYPE html><p>Secret words" + b" " * 3_000_000
    assert server.post("/view", files={"file": ("a.html", big)}).status_code == 200
    server.post("/parse", content=b'{"text": 12345678', headers={"content-type": "application/json"})
    server.post("/parse", json={"text": "Secret words", "published": "x"})
    assert "Secret" not in "".join(capfd.readouterr()) + caplog.text
    assert "Secret" not in server.post("/parse", json={"text": ["Secret words"]}).text


def test_an_article_that_takes_too_long_is_given_up_and_the_next_is_served() -> None:
    async def ask() -> tuple[Refusal, bytes]:
        workers = Workers(Settings(timeout=1.5, workers=1, max_characters=2_000_000))
        try:
            with pytest.raises(Refusal) as refused:
                await workers.make(Job("page", "en", ARTICLE * 450))
            return refused.value, await workers.make(Job("markdown", "en", "Họp báo"))
        finally:
            workers.close()

    refused, next_one = asyncio.run(ask())
    assert (refused.status_code, refused.template % ()) == (504, "The article takes longer than {seconds:g} seconds.")
    assert next_one.decode().startswith("# Họp báo")


def test_more_than_may_wait_are_refused_at_once() -> None:
    async def ask() -> list[Any]:
        workers = Workers(Settings(workers=1, waiting=1))
        try:
            jobs = [workers.make(Job("json", "en", "Họp báo")) for _ in range(4)]
            return await asyncio.gather(*jobs, return_exceptions=True)
        finally:
            workers.close()

    made = asyncio.run(ask())
    assert [isinstance(one, bytes) for one in made] == [True, True, False, False]
    assert [one.status_code for one in made[2:]] == [503, 503]


def test_a_request_that_trickles_in_is_given_up() -> None:
    async def slow() -> dict[str, Any]:
        await asyncio.sleep(5)
        raise AssertionError

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()

    async def ask() -> None:
        guard = Guard(app, Settings(read_timeout=0.01))
        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST",
            "path": "/parse",
            "headers": [(b"host", b"localhost")],
        }
        scope |= {"scheme": "http", "server": ("localhost", 80), "query_string": b""}
        await guard(scope, slow, slow)  # type: ignore[arg-type]

    with pytest.raises(Refusal, match="408"):
        asyncio.run(ask())

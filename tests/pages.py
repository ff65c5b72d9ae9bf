"""Reading pages in tests: a strict reader of our own HTML, and a hostile article."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link"}
HOSTILE = (
    "</div></span><script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\">\n\n"
    "05/06/2023 | 2.318\r\n\r\n"
    "Sáng 1-6, tại Hà Nội, đồng chí <b onmouseover='alert(1)'>Trần</b> Minh Khuê, Trưởng Ban, chủ trì hội nghị.\n"
    "]]> --> <!-- </title></style></script> &lt;&amp;&#0; {{ 7*7 }} {% raw %} ${x} \" ' ` \\u003c\n"
    "\x00\x1b \u202e\u202d \u2028 \ud800 \ufeff \u200b \U000e0041 \uffff \x85 lone\rreturn\n\n"
    "Các việc:\n1. =1+1 <b>&nbsp;\n2. javascript:alert(1) data:text/html,<script>alert(1)</script>\n"
    "3. </script><script>document.title='owned'</script>\n"
)


class Page(HTMLParser):
    """Parses a page and complains about tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        """Text of the article pane, stand-ins turned back into what they stand for."""
        self.marked: list[tuple[tuple[int, ...], str]] = []
        """Runs of the article's text with the fields around them."""
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(html)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, tag
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, attributes = self.stack[-1] if self.stack else ("", {})
        if tag in {"script", "style"}:
            key = tag + (f"#{attributes['id']}" if "id" in attributes else "")
            self.raw[key] = self.raw.get(key, "") + data
            return
        self.words.append(data)
        if any(element[1].get("id") == "text" for element in self.stack):
            codes = attributes.get("title") if attributes.get("class") == "odd" else None
            real = "".join(chr(int(code[2:], 16)) for code in codes.split()) if codes else data
            assert len(real) == len(data)
            self.article += real
            self.marked.append((tuple(int(a["data-f"] or 0) for _, a in self.stack if "data-f" in a), real))

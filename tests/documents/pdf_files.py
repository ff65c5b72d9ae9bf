"""Writes small PDFs: words at places, in a font that every reader has."""

from typing import NamedTuple

_HEIGHT = 792


class Words(NamedTuple):
    """Words with their place on a page, from its upper left corner, in points."""

    left: float
    top: float
    size: float
    text: str


def pdf_file(*pages: list[Words], title: str = "") -> bytes:
    """A PDF with a page for each list of words (letters of ASCII)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = "\n".join(
            f"BT /F1 {words.size} Tf 1 0 0 1 {words.left} {_HEIGHT - words.top} Tm ({words.text}) Tj ET"
            for words in ((w._replace(text=w.text.replace("(", r"\(").replace(")", r"\)"))) for w in page)
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {_HEIGHT}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF"
    return body.encode("ascii")

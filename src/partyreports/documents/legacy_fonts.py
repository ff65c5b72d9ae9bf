"""Texts whose letters are meant for a font of the time before Unicode."""

import re
import unicodedata

from partyreports.models import Note
from partyreports.notes import make_note

# Fonts of the time before Unicode, whose letters are other characters: “Héi nghÞ” in TCVN3, “Hoäi nghò” in VNI.
_TCVN3_FONT = re.compile(r"font-family\s{0,4}:\s{0,4}[\"']?\.Vn[A-Z]|face\s{0,4}=\s{0,4}[\"']?\.Vn[A-Z]", re.IGNORECASE)
_VNI_FONT = re.compile(r"(?:font-family\s{0,4}:|face\s{0,4}=)\s{0,4}[\"']?VNI-", re.IGNORECASE)
_TCVN3_LETTERS = re.compile(r"[a-zA-Z][¸µ¶·¹¨»¾¼½Æ©ÇËÈÉªÐÌÎÏÑ®ÕÒÓÔÖ«èåæçé¬íêëìî]|\b®[a-zA-Z¸µ¶·¹¨©ª«¬]")
_VNI_LETTERS = re.compile(r"[aeoAEO][øûùïäåëöüñ]|[uöô][øûïù]|\bñ[aeiouAEIOUöô]")
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")


def find_old_fonts(html: str, text: str) -> list[Note]:
    """A note where the letters are meant for a font of TCVN3 (.VnTime, …) or VNI, and so are not what they seem."""
    sample = unicodedata.normalize("NFC", text[:20_000])
    for name, font, letters in (("TCVN3", _TCVN3_FONT, _TCVN3_LETTERS), ("VNI", _VNI_FONT, _VNI_LETTERS)):
        odd = sum(1 for _ in letters.finditer(sample))
        real = sum(1 for _ in _VIETNAMESE.finditer(sample))
        if odd > 2 * real and (odd >= 20 or (odd >= 3 and font.search(html))):
            return [make_note("legacy-font", encoding=name)]
    return []

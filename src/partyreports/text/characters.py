"""What the analysed text shows for single characters: tables, and nothing but tables.

Two kinds: characters shown as another one (the offsets stay), and characters that are hidden, or shown as
several (the offsets change).
"""

import unicodedata

_LETTERS = "aàáạảãâầấậẩẫăằắặẳẵbcdđeèéẹẻẽêềếệểễfghiìíịỉĩjklmnoòóọỏõôồốộổỗơờớợởỡpqrstuùúụủũưừứựửữvwxyỳýỵỷỹz"
SMALL_LETTERS = unicodedata.normalize("NFC", _LETTERS)
"""The small letters of Vietnamese, and those of English."""
PLAIN = SMALL_LETTERS + SMALL_LETTERS.upper() + "0123456789 \n.,;:()/%“”"
"""What a text mostly consists of: characters that are shown as they are, wherever they stand."""

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
NEWLINES = "\x0b\x0c\x85\u2028\u2029"

# The Icelandic Ð and the African Ɖ are frequent impostors of Đ.
_IMPOSTORS = {"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110", "\u0256": "\u0111"}
# Hyphens and the minus sign. (The dashes U+2013 and U+2014 stay, but between words: see `text.normalise`.)
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
_SLASHES = "\u2044\u2215\uff0f"
# Full-width letters, digits and signs of East Asian keyboards.
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

SWAPS: dict[str, str] = {
    **_FULL_WIDTH,
    "\u3002": ".",
    "\u3001": ",",
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(NEWLINES, "\n"),
    **_IMPOSTORS,
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_SLASHES, "/"),
}
"""Character → the one shown for it."""

# The marks that Vietnamese letters are composed with; others stay as they are.
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341"

# Never shown: soft hyphen, joiners, marks of direction, variation selectors.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f"
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# Zero-width space and byte order mark: hidden too, but some sites write them where a space belongs.
ZERO_WIDTH = "\u200b\ufeff"

KEYCAP = "\u20e3"


def _numerals() -> dict[str, str]:
    """① → (1), ⒈ → 1., ⓐ → (a), Ⅲ → III: numerals in one character, and how they are read."""
    shown = {"\U0001f51f": "10."}
    for code in (*range(0x2160, 0x2180), *range(0x2488, 0x249C)):  # Ⅲ, ⒈
        shown[chr(code)] = unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2460, 0x2488), *range(0x249C, 0x24FF), *range(0x2776, 0x2794)):  # ①, ⑴, ⒜, ⓐ, ❶
        plain = unicodedata.normalize("NFKC", chr(code)).strip("()")
        shown[chr(code)] = f"({plain if plain.isascii() else int(unicodedata.numeric(chr(code)))})"
    return shown


NUMERALS = _numerals()
"""Character → what is shown for it, two to four characters."""

BULLETS = (
    "\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u29ff\u2b00-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff"
    "\u2022\u2023\u2219\u221a\u203b\u203a\u00bb\u00b7\u25e6"
)
"""Signs that open a line as a bullet: Word's, PowerPoint's, arrows, ticks, stars, emoji, symbol fonts (as a class)."""

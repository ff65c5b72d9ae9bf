"""What to do with the bytes of a text that is not UTF-8: which encoding they are in, as far as its letters tell."""

import codecs

from partyreports.language import gettext_noop

_HEAD = 4096
"""Bytes looked at for zeros."""
_FEWEST_ZEROS = 6
"""Zeros without which nothing is said: a few are in any bytes that are no text."""
_SAMPLE = 100_000
"""Bytes whose letters are counted."""
_WINDOWS_1258 = gettext_noop("convert it first, for example: iconv -f WINDOWS-1258 -t UTF-8 FILE")
_TCVN3 = gettext_noop(
    "its letters are those of TCVN3, it seems; convert it first, for example: iconv -f TCVN -t UTF-8 FILE"
)
_VNI = gettext_noop(
    "its letters are those of VNI fonts, it seems; convert it to Unicode first, for example with UniKey"
)
_DAMAGED = gettext_noop(
    "nearly all of it is, so some bytes are damaged or cut off; to leave them out: iconv -c -f UTF-8 -t UTF-8 FILE"
)
# The letters that have no tone, because they are the most frequent: â ă ê ô ơ ư đ.
_LETTERS_OF_1258 = b"\xe2\xe3\xea\xf4\xf5\xfd\xf0"
_LETTERS_OF_TCVN3 = b"\xa9\xa8\xaa\xab\xac\xad\xae"
_LETTERS_OF_VNI = b"\xf1\xf6"
"""đ ư; â, ê and ô are two bytes there, and ơ is a byte of the others too."""
_LEAST = 2
"""Letters that must be there before anything is said."""


def utf_16_without_mark(data: bytes) -> str | None:
    r"""The encoding of a text in UTF-16 without a byte order mark; None where the bytes look like anything else.

    Every other byte of ASCII characters is zero there: spaces, digits, half the letters of Vietnamese.

    >>> utf_16_without_mark("Họp báo tháng 5".encode("utf-16-le")), utf_16_without_mark(b"a\x00b c")
    ('UTF-16LE', None)
    """
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < _FEWEST_ZEROS or 8 * most < len(head) or 20 * least > most:
        return None
    return "UTF-16LE" if odd > even else "UTF-16BE"


def advice_on(data: bytes) -> str:
    """What to do with a text that is not UTF-8, in English, to be translated where it is shown.

    Args:
        data: its bytes.

    >>> advice_on("Héi nghÞ giao ban ®¬n vÞ, ®ång chÝ NguyÔn V¨n A".encode("latin-1"))
    'its letters are those of TCVN3, it seems; convert it first, for example: iconv -f TCVN -t UTF-8 FILE'
    """
    sample = data[:_SAMPLE]
    decoded = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    beyond_ascii = sum(1 for char in decoded if char > "\x7f")
    if beyond_ascii > 20 * decoded.count("\ufffd"):
        return _DAMAGED
    windows, tcvn3, vni = (
        sum(map(sample.count, letters)) for letters in (_LETTERS_OF_1258, _LETTERS_OF_TCVN3, _LETTERS_OF_VNI)
    )
    # Bytes of 1258's letters are letters with tones in TCVN3; TCVN3's are signs that hardly occur in 1258.
    if tcvn3 >= _LEAST and 3 * tcvn3 > windows:
        return _TCVN3
    if vni >= _LEAST and vni > sample.count(b"\xf0") + sample.count(b"\xfd"):
        return _VNI
    return _WINDOWS_1258

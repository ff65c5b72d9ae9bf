"""Characters that cannot be seen, or do harm where they are shown: escape sequences, marks that reorder what is read.

Where places in the article must stay true (HTML) such a character gets a stand-in of one code point; everywhere else
its number is written out, as Python and JSON do.
"""

import re

# Controls except tab and line feed, soft hyphens, marks of direction and other format characters, separators of
# lines, tags, lone surrogates, code points that are no characters. U+200C and U+200D belong to scripts and emoji.
_CLASS = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
ODD = rf"(?!\r\n)[{_CLASS}]"
"""Pattern of one such character. A carriage return before a line feed is half of a line end."""
_ODD = re.compile(ODD)


def visible(text: str) -> str:
    r"""Text with a stand-in of one code point for each such character.

    >>> visible("a\x00b\u202ec\ud800")
    'a␀b◌c�'
    """
    return _ODD.sub(lambda found: _stand_in(found[0]), text)


def _stand_in(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of the control character
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or (code & 0xFFFE) == 0xFFFE or 0xFDD0 <= code <= 0xFDEF else "\u25cc"


def escaped(text: str) -> str:
    r"""Text with the number of each such character written out; tabs and line ends stay.

    >>> print(escaped("a\x1b[31mb\u202ec\U000e0041"))
    a\x1b[31mb\u202ec\U000e0041
    """
    return _ODD.sub(lambda found: _number(found[0]), text)


def escaped_line(text: str) -> str:
    r"""Text on one line: runs of white space are a space, and other odd characters are written out.

    >>> print(escaped_line("a\n b\x9bc"))
    a b\x9bc
    """
    return escaped(" ".join(text.split()))


def _number(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def escaped_json(document: str) -> str:
    r"""A JSON document in which such characters are written `\u202e`; it says the same.

    >>> print(escaped_json('{"a": "\u202e\U000e0041"}'))
    {"a": "\u202e\udb40\udc41"}
    """
    return _ODD.sub(lambda found: _json_number(found[0]), document)


def _json_number(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

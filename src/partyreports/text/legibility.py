"""Texts that cannot be read as they are: they are reported in notes, and nothing in them is guessed.

Vietnamese without its marks, bytes decoded as what they are not, letters with spaces between them, HTML.
"""

import re
from itertools import islice

from partyreports.models import Note
from partyreports.notes import make_note

_SAMPLE = 20_000
"""Characters looked at."""
_LEAST = 12
"""Words that a text must have, to be judged."""

_WORD = re.compile(r"[^\W\d_]+")
# Letters that Vietnamese has and the languages of Western Europe have not.
_OWN_LETTER = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_ANY_MARK = re.compile("[\u00c0-\u024f\u1ea0-\u1ef9]")
_WORDS_WITHOUT_MARKS = """
va cua cac nhung duoc trong cho voi khong nguoi mot nam thang ngay hoi nghi cong tac nhiem vu dong chi tinh huyen xa
thanh pho uy dang bo nganh phat trien thuc hien ket qua kiem tra chu khai
"""
_BARE = frozenset(_WORDS_WITHOUT_MARKS.split())
"""The commonest syllables of official prose without their marks. (Few of them are English or French words.)"""
# UTF-8 read as Latin-1 or Windows-1252: “Há»™i nghá»‹”, “Ä‘”, “Æ°”.
_AS_LATIN = re.compile("á[º»]|Ä[\u0090\u0091‘\u2018]|Æ[°¡\u00a0]|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ]")
# TCVN3 fonts: signs in the midst of words (“Héi nghÞ”, “th¸ng”). VNI fonts: marks behind the vowels (“Hoäi nghò”).
_TCVN3 = re.compile(r"[^\W\d_]?[¸µ¶·¹¨»¾¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞß«¬ÜÞßñ÷ø]+[^\W\d_]?")
_VNI = re.compile(r"[aeouyôö][øùûõäåâáà]|ñ", re.IGNORECASE)
_HTML = re.compile(
    r"</?(?:p|div|br|span|strong|b|em|i|a|ul|ol|li|table|tr|td|h[1-6]|img|html|body|script)(?:\s[^<>]{0,200})?/?>|&nbsp;",
    re.I,
)
# A piece of a word between spaces, and a word before or behind it.
_PIECE = re.compile(
    r"(?<!\S)(?:ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnpqrstvxiáảãạéẻẽẹíìỉĩịóòỏõọúùũụơưăâêộốồổệếềể])(?= [^\W\d_])"
)


def legibility_notes(text: str) -> tuple[Note, ...]:
    """Notes `no-diacritics`, `mojibake`, `spaced-letters` and `looks-like-html`."""
    sample = text[:_SAMPLE]
    notes = []
    if "<" in sample or "&nbsp;" in sample:
        tags = [*islice(_HTML.finditer(sample), 2)]
        if len(tags) == 2:
            notes.append(make_note("looks-like-html"))
    if (note := _unreadable(sample)) is not None:
        notes.append(note)
    return tuple(notes)


def _unreadable(sample: str) -> Note | None:
    if not _has_own_letters(sample) or 10 * sample.count(" ") > 3 * len(sample):
        words = _WORD.findall(sample)
        if len(words) < _LEAST:
            return None
        if 5 * len(_AS_LATIN.findall(sample)) > len(words) or _is_in_a_font(sample, words):
            return make_note("mojibake")
        if 50 * len(_PIECE.findall(sample)) > len(words):  # “H ộ i n g h ị”, “Hộ i ngh ị”
            return make_note("spaced-letters")
        if _is_bare(sample, words):
            return make_note("no-diacritics")
    return None


def _has_own_letters(sample: str) -> bool:
    """Whether one character in twenty is a letter that only Vietnamese has."""
    # (One in five is: the first third nearly always has enough for all.)
    return any(20 * len(_OWN_LETTER.findall(sample, 0, end)) >= len(sample) for end in (len(sample) // 3, len(sample)))


def _is_in_a_font(sample: str, words: list[str]) -> bool:
    """Whether VNI's or TCVN3's letters stand where those of Unicode should."""
    if 20 * len(_OWN_LETTER.findall(sample)) > len(words):
        return False
    return 5 * max(len(_TCVN3.findall(sample)), len(_VNI.findall(sample))) > len(words)


def _is_bare(sample: str, words: list[str]) -> bool:
    if _ANY_MARK.search(sample) and 50 * len(_ANY_MARK.findall(sample)) > len(sample):
        return False
    return 6 * len([word for word in map(str.lower, words) if word in _BARE]) > len(words)

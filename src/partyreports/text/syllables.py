"""Whether letters make one Vietnamese syllable."""

import re
import unicodedata

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oai oao oay oe oeo oi ôi ơi oong ôông ua uâ "
    "uây uê ui uo uô uôi uơ uy uya uyê uyu ư ưa ưi ươ ươi ươu ưu yê yêu ay"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    rf"(?:{'|'.join(sorted(set(_NUCLEI.split()), key=len, reverse=True))})(?:ch|ng|nh|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word is written like one Vietnamese syllable.

    >>> [is_syllable(word) for word in ("Nghị", "quyết", "hoà", "Mộtlà", "ng", "street")]
    [True, True, True, False, False, False]
    """
    parts = unicodedata.normalize("NFD", word.lower())
    bare = parts.translate(_TONES)
    if len(parts) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None

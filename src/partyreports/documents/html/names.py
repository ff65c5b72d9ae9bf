"""Names that pages use: of elements by what they do to the text, and in classes and ids by what they stand for."""

import re

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


BLOCKS = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre "
    "search section summary table td th caption tr ul xmp"
)
"""Elements that stand in lines of their own."""
APART = _names("p h1 h2 h3 h4 h5 h6 blockquote figure")
"""Elements with an empty line above and below."""
UNSEEN = _names(
    "applet area audio base button canvas colgroup datalist embed head iframe input link map math meta meter noframes "
    "noscript object option param progress rp script select source style svg template textarea title track video"
)
"""Elements without words of the page's text, or with words for programs."""
UNSEEN_CLASSES = _names("sr-only visually-hidden screen-reader-text d-none hidden")
VOID = _names("area base br col embed hr img input link meta param source track wbr")
"""Elements that have no end."""
LISTS = _names("ol ul menu dir")
PRESERVING = _names("pre listing xmp")
"""Elements that keep spaces and line ends as they are written."""

FURNITURE_TAGS = _names("nav footer aside dialog")
FURNITURE_ROLES = _names("navigation banner contentinfo complementary search menu dialog")
FURNITURE = _names(
    "ad ads adv advert advertisement banner breadcrumb breadcrumbs comment comments cookie copyright crumb footer "
    "hotnews latest lienquan login menu mostread mostviewed nav navbar navigation newsletter pager pagination popular "
    "popup promo quangcao rating ratings recommend recommended relate related respond search share sharing sidebar "
    "skip social sponsor subscribe taglist tags tinkhac tinlienquan tinmoi tool toolbar tools trending userinfo widget"
)
"""Words in class or id of what is of the site, not of the article."""
DATES = _names("date dateline info meta ngay posted pubdate publish published time")
TITLES = _names("headline heading subject tieude title")
HEADINGS = _names("h2 h3 h4 h5 h6")


def words_in_names(*names: str) -> set[str]:
    """The words in the class and id of an element, in small letters.

    >>> sorted(words_in_names("PostDetail-body", "main_text"))
    ['body', 'detail', 'main', 'post', 'text']
    """
    return {word.lower() for name in names if name for word in _WORDS.findall(name[:400])}

"""What notes say, by their codes: the one place where their texts stand.

A note keeps its code and the values of its text, so that it can be told in any language. Where a text speaks of a
number of things, that number is the value `count`.
"""

from partyreports.language.marks import Plural, gettext_noop, ngettext_noop

NOTE_TEXTS: dict[str, str | Plural] = {
    "count-mismatch": ngettext_noop(
        "The introduction announces {announced} points; {count} is printed.",
        "The introduction announces {announced} points; {count} are printed.",
    ),
    "declared-without-points": ngettext_noop(
        "{count} point is announced; no list follows.", "{count} points are announced; no list follows."
    ),
    "deep-nesting": gettext_noop("A list {level} levels down was left as text."),
    "empty-text": gettext_noop("The text is empty or blank."),
    "glued-words": gettext_noop("A space seems to be lost in “{words}”."),
    "hard-wrapped": ngettext_noop(
        "The lines are hard-wrapped; {count} line break inside a paragraph is read as a space.",
        "The lines are hard-wrapped; {count} line breaks inside paragraphs are read as spaces.",
    ),
    "legacy-encoding": gettext_noop(
        "The page is in windows-1258; its tone marks are combining characters in the text."
    ),
    "legacy-font": gettext_noop(
        "The letters are written for {encoding} fonts, not in Unicode: convert the page first (UniKey's toolkit, "
        "uvconv); nothing can be read from it as it is."
    ),
    "lone-marker": gettext_noop("“{words}” stands alone: no list was made of it."),
    "looks-like-html": gettext_noop(
        "The text looks like HTML; partyreports.documents.from_html reads it with its structure."
    ),
    "looks-like-markdown": gettext_noop(
        "The text looks like Markdown; partyreports.documents.from_markdown reads it with its structure."
    ),
    "mojibake": gettext_noop(
        "The text is in a legacy encoding (VNI, TCVN3) or was decoded wrongly; convert it to Unicode first."
    ),
    "no-diacritics": gettext_noop("The text has no Vietnamese marks; most of it cannot be read."),
    "not-a-meeting": gettext_noop("The article reports no meeting that took place ({rule})."),
    "note-marks-left-out": ngettext_noop(
        "{count} reference to a note is left out of the text; the note itself is not.",
        "{count} references to notes are left out of the text; the notes themselves are not.",
    ),
    "number-gap": gettext_noop("Missing between {before} and {after}: {missing}."),
    "number-repeat": gettext_noop("Number {number} is printed twice."),
    "pages-without-text": gettext_noop("Pages without text (scans or pictures): {pages}."),
    "published-unclear": gettext_noop(
        "The page's metadata give different dates of publication ({dates}); none is taken."
    ),
    "published-unknown": gettext_noop(
        "“{written}” is no date of publication that is known here (2023-06-05, 5/6/2023)."
    ),
    "read-from-script": gettext_noop("The page shows no article; its text is read from the JSON of a script."),
    "repeated-id": gettext_noop("Another article has the id “{given}” too; this one stands as “{id}”."),
    "sentence-lines": ngettext_noop(
        "Every sentence has a line; {count} line break inside a paragraph is read as a space.",
        "Every sentence has a line; {count} line breaks inside paragraphs are read as spaces.",
    ),
    "spaced-letters": gettext_noop("There are spaces inside the words; nothing can be read safely."),
    "starts-late": gettext_noop("The list begins at {number}."),
    "tokenizer-failed": gettext_noop("The tokenizer gave no verdict on a marker ({reason})."),
    "undecodable-bytes": ngettext_noop(
        "{count} byte of the page is no {encoding}; it stands as U+FFFD in the text.",
        "{count} bytes of the page are no {encoding}; they stand as U+FFFD in the text.",
    ),
}

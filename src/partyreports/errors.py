"""Every error that partyreports raises on purpose, under one root.

`parse` accepts any `str`, so these speak of misuse (a wrong type, a lexicon that does not
validate) or of the world outside (a file that cannot be read), never of an odd article: what is
odd about an article becomes a `Note` in its report.
"""


class PartyReportsError(Exception):
    """Root of the errors raised by partyreports; catch it to catch them all.

    Its message is English. `template` and `values` are what it is made of, so that it can be told in another language
    (`partyreports.language`).

    >>> error = InputFileError("{path}: there is no folder {folder}; make it first", path="a/b.txt", folder="a")
    >>> str(error), error.values["folder"]
    ('a/b.txt: there is no folder a; make it first', 'a')
    """

    def __init__(self, template: str = "", /, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        # Errors travel between processes; what other packages raised, and paths, would not always.
        self.values = {name: value if isinstance(value, _KEPT) else str(value) for name, value in values.items()}


class InputTypeError(PartyReportsError, TypeError):
    """A value of the wrong type was given: bytes in the place of a text, a name in the place of a date.

    Raised by every function of the package that checks what it is given. For an item of a wrong type `parse_many` gives
    a `ParseFailure` in its place instead.
    """


class TextTooLongError(PartyReportsError, ValueError):
    """The text is longer than the limit that the call allows.

    Raised by `parse`, whose `max_length` is the limit; `parse_many` gives a `ParseFailure` instead.
    """


class TextMismatchError(PartyReportsError, ValueError):
    """A report was given together with a text that it was not made from."""


class LexiconError(PartyReportsError, ValueError):
    """A vocabulary entry is malformed, repeated, or does not match its own example.

    Raised where a lexicon is made or looked up: `Lexicon`, `Lexicon.extended`, and the `lexicon=` of
    `parse` and `parse_many`, before any text is read.
    """


class LanguageError(PartyReportsError, ValueError):
    """A language was asked for that this version does not speak.

    Raised by what takes `lang=`.
    """


class TokenizerError(PartyReportsError):
    """A tokenizer failed or gave back something that is not in the text.

    `parse` does not raise it: the report carries the note `tokenizer-failed` instead. `parse_many` raises it
    where the tokenizer cannot be sent to other processes.
    """


class InputFileError(PartyReportsError, OSError):
    """A file could not be read or written, or is not UTF-8 text.

    Raised by what the command line is made of. There it becomes a line on standard error and exit status 1.
    """


class GoldError(PartyReportsError, ValueError):
    """A gold document is malformed (a missing key, an offset outside its text), or there is none.

    Raised by `partyreports.evaluation`. When a folder is scored, documents that do not load are listed
    in `Evaluation.failures`, and only a folder without any is an error.
    """


class MissingExtraError(PartyReportsError, ImportError):
    """A feature needs an optional dependency that is not installed."""


class DocumentError(PartyReportsError, ValueError):
    """A page, Word file, PDF or Markdown text cannot be read as one: not its format, damaged, or over a limit.

    Raised by `partyreports.documents`. The message says what to do instead.
    """


_KEPT = (str, int, float, list, tuple, PartyReportsError, type(None))
"""Values of errors that are kept as they are."""

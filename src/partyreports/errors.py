"""Every error that partyreports raises on purpose, under one root.

`parse` accepts any `str`, so these speak of misuse (a wrong type, a lexicon that does not
validate) or of the world outside (a file that cannot be read), never of an odd article: what is
odd about an article becomes a `Note` in its report.
"""


class PartyReportsError(Exception):
    """Root of the errors raised by partyreports; catch it to catch them all."""


class InputTypeError(PartyReportsError, TypeError):
    """A value of the wrong type was given where the text of an article is needed."""


class TextTooLongError(PartyReportsError, ValueError):
    """The text is longer than the limit that the call allows."""


class TextMismatchError(PartyReportsError, ValueError):
    """A report was given together with a text that it was not made from."""


class LexiconError(PartyReportsError, ValueError):
    """A vocabulary entry is malformed, repeated, or does not match its own example."""


class TokenizerError(PartyReportsError):
    """A tokenizer failed or gave back something that is not in the text."""


class InputFileError(PartyReportsError, OSError):
    """A file could not be read, or is not UTF-8 text."""


class GoldError(PartyReportsError, ValueError):
    """A gold document is malformed: a missing key, an offset outside its text."""


class MissingExtraError(PartyReportsError, ImportError):
    """A feature needs an optional dependency that is not installed."""

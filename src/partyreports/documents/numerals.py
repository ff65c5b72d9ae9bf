"""List numbers as pages and Word files print them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def in_style(number: int, style: str, *, repeat_letters: bool = False) -> str:
    """A number as printed in a style: decimal, decimal-zero, lower-letter, upper-letter, lower-roman, upper-roman.

    A number that the style cannot write is written in digits, as browsers do.

    Args:
        number: the number.
        style: the name of the style.
        repeat_letters: write 27 as `aa` and 28 as `bb`, as Word does, and not `aa`, `ab`.

    >>> [in_style(n, style) for n, style in ((4, "upper-roman"), (28, "lower-letter"), (7, "decimal-zero"))]
    ['IV', 'ab', '07']
    """
    form, _, name = style.partition("-")
    written = str(number)
    if name == "zero":
        written = f"{number:02d}"
    elif name == "roman" and 0 < number < 4000:
        written = _roman(number)
    elif name == "letter" and number > 0:
        written = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if repeat_letters else _letters(number)
    return written.upper() if form == "upper" else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    written = ""
    while number:
        number, digit = divmod(number - 1, 26)
        written = chr(97 + digit) + written
    return written

"""Every word does its work: put into a frame, it gives the answer that was recorded (`frames.py`)."""

from itertools import groupby

import pytest

from vocabulary.frames import Answer, looked_at, recorded


@pytest.mark.parametrize(
    "answers",
    [pytest.param(list(group), id=entry) for entry, group in groupby(sorted(recorded()), key=lambda one: one.entry)],
)
def test_the_forms_of_an_entry_are_read_as_recorded(answers: list[Answer]) -> None:
    wrong = [
        (form, one.look, found, one.answer)
        for one in answers
        for form in one.forms
        if (found := looked_at(one.text, form, one.look)) != one.answer
    ]
    assert wrong == []

"""Phrases are read as was recorded, one for each alternative of the patterns (`phrases.py`)."""

import pytest

from vocabulary.frames import looked_at
from vocabulary.phrases import recorded


@pytest.mark.parametrize(("look", "text", "answer"), recorded())
def test_a_phrase_is_read_as_recorded(look: str, text: str, answer: str) -> None:
    assert looked_at(text, "\0", look) == answer

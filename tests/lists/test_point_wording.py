"""The words of a paragraph speak for the inside of a point, or for something else."""

import pytest

from partyreports.lists.point_wording import leaning, words_of
from partyreports.rules import weights
from partyreports.text.source import SourceText
from partyreports.text.spans import Range


def _words(text: str) -> frozenset[str]:
    return words_of(SourceText(text), Range(0, len(text)))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Nếu kho đã đầy thì phải có kho tạm.", True),
        ("Có nơi hồ sơ nằm cả năm mà không ai nhận.", True),
        ("Chiều cùng ngày, Giám đốc Sở Trần Văn An cho biết kho đã đầy.", False),
        ("Phát biểu tại hội nghị, bà Lê Thị Bình đề nghị các sở làm sớm.", False),
    ],
)
def test_the_first_words_tell(text: str, inside: bool) -> None:
    assert (leaning(SourceText(text), Range(0, len(text))) > 0) is inside


def test_names_are_one_word_and_so_are_numbers() -> None:
    assert _words("Theo ông Trần Văn An, năm 2023 có 45 kho.") == _words("Theo ông Lê Bá Sơn, năm 1999 có 7 kho.")
    assert _words("Theo ông An.") != _words("Theo ông ấy.")


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert _words("Kho đầy. Sổ mất.") == _words("kho đầy. sổ mất.")


def test_only_the_beginning_is_read() -> None:
    beginning = "Mỗi huyện có một kho, mỗi xã có một giá, mỗi thôn có một hộp để giữ sổ sách"
    assert _words(beginning) == _words(f"{beginning}, và mỗi nhà có một tủ.")
    assert _words("a" * 1000) == _words("a" * 2000)


def test_nothing_is_read_of_nothing() -> None:
    assert _words("") == frozenset()


def test_names_are_not_in_the_model() -> None:
    known = {word for pair in weights("point_wording").of for word in pair.split()}
    assert not {"nguyễn", "trần", "nẵng", "trump", "thủ thiêm"} & known

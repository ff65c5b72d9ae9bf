"""Shapes for property tests: the articles that ship, fragments of the genre, and what the web does to them."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent


def read_article(path: Path) -> str:
    """Text of a file with its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def shipped_articles() -> list[Path]:
    """Every article that ships with the project: examples and gold."""
    return sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/gold/*.txt")])


FRAGMENTS = (
    "Giao ban trực tuyến ngành Lưu trữ 5 tháng đầu năm 2021",
    "02/06/2021 | 1.204",
    "Thứ Tư, 02/06/2021, 08:11 [GMT+7]",
    "Sáng 1-6, tại Hà Nội, đồng chí Trần Minh Khuê, Ủy viên Trung ương Đảng, Trưởng Ban, chủ trì hội nghị.",
    "Ảnh: Đồng chí Trần Minh Khuê chủ trì hội nghị. Ảnh: Hoà An",
    "Hội nghị kết nối 63 điểm cầu với hơn 1.200 đại biểu.",
    "Tham dự có đại diện Văn phòng Chính phủ, Bộ Nội vụ; ông Y Thanh Niê và bà H'Linh Êban.",
    "Ngành đạt một số kết quả như sau:",
    "Một là, số hoá hồ sơ.",
    "Hai là: nhất là ở cơ sở;",
    "Ba là - Năm 2020 là năm cuối.",
    "Thứ nhất, rà soát; thứ hai là bổ sung; thứ ba, báo cáo.",
    "Triển khai 9 nhóm nhiệm vụ sau đây: ",
    "1. Thực hiện Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.",
    "1.1. Rà soát 1.200 tỷ đồng, 48,5% kế hoạch.",
    "2) Ban hành Nghị định 30/2020/NĐ-CP.",
    "(3) kiểm tra; (4) giám sát.",
    "a) Khối Đảng; b) Khối Nhà nước; đ) Khối khác",
    "II. HẠN CHẾ VÀ NGUYÊN NHÂN",
    "(i) một; (ii) hai; và (iii) ba.",
    "“Nói đi đôi với làm”.Hai là, nêu gương",
    "Bên cạnh đó, còn 02 hạn chế: ",
    "ông Ba là người dự họp từ quý I/2021 đến 30/6-2/7",
    "Các bài viết khác",
    "• Hội nghị sơ kết quý I (3 tháng trước)",
    "hôm qua",
    "Tác giả: Vân Khánh (TTXVN)./.",
)
ODD = (
    "\u00a0", "\u200b", "\u00ad", "\ufeff", "\u2028", "\u200f", "\x00", "\r\n", "\r", "\n\n", "\t", "Ð", "\u0323",
    "\U0001f600", "\ud800", "<script>", "](javascript:", "&#39;", "=1+1", ":", ";", ".", ",", "(", "“", "1", "là",
)  # fmt: skip

pieces = st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(ODD), st.text(max_size=12))
joints = st.sampled_from(["\n", "\n\n", " ", "", ". ", "\r\n"])


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Fragments of the genre in any order, glued in any way, then treated as the web treats text."""
    text = "".join(draw(pieces) + draw(joints) for _ in range(draw(st.integers(0, 14))))
    return draw(mutations(text))


@st.composite
def mutations(draw: st.DrawFn, text: str) -> str:
    """`text` cut, doubled, shuffled, glued, decomposed, upper-cased or sprinkled with odd characters."""
    for change in draw(st.lists(st.sampled_from(sorted(CHANGES)), max_size=3)):
        text = CHANGES[change](text, draw)
    return text


def _cut(text: str, draw: st.DrawFn) -> str:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text[start:end]


def _shuffle(text: str, draw: st.DrawFn) -> str:
    return "\n".join(draw(st.permutations(text.split("\n"))))


def _sprinkle(text: str, draw: st.DrawFn) -> str:
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(ODD)) + text[at:]
    return text


CHANGES: dict[str, Callable[[str, st.DrawFn], str]] = {
    "cut": _cut,
    "shuffle": _shuffle,
    "sprinkle": _sprinkle,
    "double": lambda text, _: text + text,
    "glue lines": lambda text, _: text.replace("\n", ""),
    "glue words": lambda text, _: text.replace(", ", ",").replace(". ", "."),
    "NFD": lambda text, _: unicodedata.normalize("NFD", text),
    "CRLF": lambda text, _: text.replace("\n", "\r\n"),
    "NBSP": lambda text, _: text.replace(" ", "\u00a0"),
    "CR": lambda text, _: text.replace("\n", "\r"),
    "ZWSP": lambda text, _: "\u200b".join(re.findall(r".{1,7}", text, re.DOTALL)),
    "soft hyphens": lambda text, _: re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", "\u00ad", text),
    "byte order mark": lambda text, _: "\ufeff" + text,
    "impostor Ð": lambda text, _: text.replace("Đ", "Ð"),
    "right to left": lambda text, _: "\u202b" + text.replace("\n", "\u202c\n\u202b") + "\u202c",
    "emoji": lambda text, _: text.replace(". ", ". \U0001f600 "),
    "lone surrogates": lambda text, _: text.replace(", ", ",\ud83d "),
    "NUL": lambda text, _: text.replace(" ", "\x00 ", 40),
    "one long line": lambda text, _: (text.replace("\n", " ") + " ") * (1 + 20_000 // (len(text) + 1)),
    "upper": lambda text, _: text.upper(),
    "lower": lambda text, _: text.lower(),
}


MARKERS = (
    "Một là, ", "Hai là: ", "Ba là ", "Thứ nhất, ", "Thứ hai, ", "Nhiệm vụ thứ ba: ", "1. ", "2. ", "3. ", "1) ", "2) ",
    "(1) ", "(2) ", "I. ", "II. ", "III. ", "a) ", "b) ", "c) ", "(a) ", "(b) ", "(i) ", "(ii) ", "i) ", "ii) ", "A. ",
    "B. ", "1.1. ", "1.2. ", "2.1. ", "1/ ", "2/ ", "1 - ", "2 - ", "a. ", "b. ", "đ) ", "10. ",
)  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Markers of all shapes in any order, in lines and inside them, with next to nothing between."""
    text = "Hội nghị giao ban\n\nNgành có các nhiệm vụ sau:"
    for _ in range(draw(st.integers(2, 24))):
        text += draw(st.sampled_from(("\n", "\n", "\n- ", "\n\n", " ", "; ", ": ", ", ", ". ", "; và ", "\n“")))
        text += draw(st.sampled_from(MARKERS))
        text += draw(
            st.sampled_from(("rà soát", "Đóng", "mở:", "báo cáo.", "A; B", "ông Ba là người", "", "Kết luận", "“a"))
        )
    return text

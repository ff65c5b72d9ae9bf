"""Kinds of texts that are hostile or odd: each makes a text of about a given number of characters.

What a crawler brings home once in a million pages, and what somebody who wants to stop an archive would write.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import count, product

from partyreports import Lexicon
from shapes import ROOT, read_article

ARTICLE = read_article(ROOT / "examples" / "giao_ban_thuy_loi.txt") + "\n\n"
"""Prose of the genre; what everything else is compared with."""
HEAD = (
    "Sở Nội vụ Vĩnh Hà họp giao ban\n\nSáng 3/5/2023, đồng chí Lò Thị Mây, Giám đốc Sở, chủ trì hội nghị giao ban.\n\n"
)
Make = Callable[[int], str]


def prose(size: int) -> str:
    """Ordinary prose."""
    return (ARTICLE * (size // len(ARTICLE) + 1))[:size]


def repeated(unit: str, head: str = HEAD) -> Make:
    """One thing again and again."""
    return lambda size: head + unit * max(1, (size - len(head)) // len(unit))


def made(pieces: Callable[[int], str], head: str = HEAD) -> Make:
    """Pieces made from 0, 1, 2, …"""

    def make(size: int) -> str:
        text, length = [head], len(head)
        for i in count():
            if length >= size:
                break
            text.append(pieces(i))
            length += len(text[-1])
        return "".join(text)

    return make


def changed(change: Callable[[str], str]) -> Make:
    """Prose, changed."""
    return lambda size: change(prose(size))[: 2 * size]


FAMILY = ("Lò", "Vàng", "Đỗ", "Phan", "Trịnh", "Tạ", "Cao", "Hà", "Lương", "Mai")
MIDDLE = ("Thị", "Văn", "Xuân", "Đình", "Ngọc", "Hữu", "Quốc", "Bảo")
GIVEN = ("Mây", "Bách", "Tiệp", "Thạnh", "Sen", "Lúa", "Đào", "Kiên", "Tùng", "Bích", "Hạnh", "Vượng")


def person(i: int) -> str:
    """A name; the first few thousand are different ones."""
    return f"{FAMILY[i % 10]} {MIDDLE[i // 10 % 8]} {GIVEN[i // 80 % 12]}{GIVEN[i // 960 % 12].lower()}"


def roman(i: int) -> str:
    """1-39 in Roman numerals."""
    return "x" * (i // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[i % 10]


def markers(i: int) -> Iterator[str]:
    """A marker of every style."""
    number, letter = i % 30 + 1, "abcdđeghiklmnopqrstuvxy"[i % 23]
    yield from (
        f"{roman(number).upper()}.",
        f"{number}.",
        f"{letter})",
        f"({number})",
        f"{roman(number)})",
        f"{number}/",
    )
    yield from (
        "Một là,",
        "Hai là:",
        "Thứ nhất,",
        "Thứ hai là",
        f"{i % 9 + 1}.{number}.",
        "-",
        "+",
        f"{letter.upper()}.",
    )


def stressed(word: str) -> str:
    """A word with far too many marks."""
    return "".join(char + "\u0302\u0301\u0323" * 8 for char in word)


_WORDS = ARTICLE.split()


def random_letters(i: int) -> str:
    """A line of any characters; always the same one for a number, so that a short text begins a longer one."""
    return "".join(map(chr, random.Random(i).choices(range(32, 0xD7FF), k=80))) + "\n"


def random_words(i: int) -> str:
    """Words of prose in any order."""
    chance = random.Random(i)
    return " ".join(chance.choices(_WORDS, k=20)) + chance.choice((".\n", "; "))


def random_marker(i: int) -> str:
    """A point behind any marker."""
    chance = random.Random(i)
    return chance.choice([*markers(i)]) + " rà soát hồ sơ" + chance.choice(("\n", "; ", ". ", ":\n"))


# Nothing but markers, dates and single letters, with a word that announces them: every few characters make a list, a
# point or another thing that a report holds.
DENSE: dict[str, Make] = {
    "points of one letter": repeated("1. x\n2. y\n"),
    "points that never end": made(lambda i: f"{i + 1}. y\n"),
    "points without text": repeated("1.\n2.\n3.\n4.\n"),
    "points with slashes and colons": repeated("1/ a\n2/ b\n3: c\n4- d\n"),
    "points in brackets on one line": made(lambda i: f"({i % 60 + 1}) kho; "),
    "first and second, over and over": repeated("thứ nhất, a; thứ hai, b; "),
    "word markers on one line": repeated("một là a; hai là b; ba là c; "),
    "lists that cross": made(lambda i: f"{i % 50 + 1}. a\n({i % 50 + 1}) b\n{'abcdeghik'[i % 9]}) c\n"),
    "lists that cut each other": made(lambda i: f"1. a\n({1 + (i > 0)}) b\n2. c\n"),
    "every marker of one letter": made(lambda i: "".join(f"{marker} k\n" for marker in markers(i))),
    "nested markers of one letter": repeated("I. a\n1. b\na) c\n- d\n(1) đ\n"),
    "deep decimals": made(lambda i: "".join(f"{'.'.join('1' * depth)}. k\n" for depth in range(1, 6))),
    "digits as points, of other scripts": repeated("٣. a\n๒. b\n𝟏. c\n"),
    "keycaps and circled numbers": repeated("1️⃣ a\n② b\n⑶ c\n"),
    "gaps in every list": repeated("1. k\n3. k\n5. k\n"),
    "every point twice": repeated("1. k\n1. k\n2. k\n2. k\n"),
    "letters with slashes": repeated("a/ k\nb/ k\n"),
    "Roman numerals": repeated("I. k\nII. k\n"),
    "word markers, line by line": repeated("Một là, k\nHai là, k\nThứ ba, k\n"),
    "bullets and letters": repeated("- a) k\n- b) k\n+ c\n"),
    "bullets that emoji make": repeated("👉 k\n✅ k\n"),
    "announced lists of two": repeated("Hai nhiệm vụ:\n1. k\n2. k\n"),
    "bullets that are counted wrongly": repeated("Có 9 nhiệm vụ:\n- k\n- k\n"),
    "lists in quotes": repeated("“1. a\n2. b”\n"),
    "quotes opened in every list": repeated("1. “a\n2. b\n"),
    "lists in quotes in points": repeated("1. “a) k\nb) k”\n2. k\n"),
    "markers in bold": repeated("**1.** k\n**2.** k\n"),
    "quoted mails of points": repeated("> 1. a\n>> 2. b\n"),
    "dates, line by line": made(lambda i: f"{i % 28 + 1}/{i % 12 + 1}/2021\n"),
    "one letter a line": repeated("k\n"),
}

ODD: dict[str, Make] = {
    # what a report holds, again and again
    "documents": repeated("35-CT/TW "),
    "documents with issuers": repeated("Quyết định số 38/QĐ-TTg ngày 12/1/2021 của Thủ tướng Chính phủ; "),
    "documents with and without numbers": repeated("Nghị quyết số 18-NQ/TW và Nghị quyết 39, "),
    "titles of documents": repeated("Nghị quyết, Chỉ thị, Kết luận, Quy định "),
    "captions": repeated("Ảnh: Quang cảnh hội nghị\n"),
    "meetings, line by line": repeated("Họp\n"),
    "a chair in every line": repeated("Đồng chí Lò Thị Mây chủ trì hội nghị.\n"),
    "another chair in every caption": made(lambda i: f"Ảnh: Đồng chí {person(i)} chủ trì hội nghị.\n"),
    "chairs in one list": made(lambda i: f"{person(i)}, Bí thư; ", HEAD + "Chủ trì hội nghị có các đồng chí: "),
    "those present, line by line": repeated("Dự\nDự hội nghị có Sở Y tế.\n"),
    "numbers before those present": repeated("1 2 3 4 5 6 đại biểu tham dự "),
    "links": repeated("Tin liên quan\nHội nghị sơ kết (3 giờ trước)\nhôm qua\n"),
    "one word and a stop": repeated("Kho.\n"),
    "lists of those present, line by line": repeated("Đến dự hội nghị có Sở Tài chính, Sở Xây dựng và Hội Nông dân.\n"),
    "the verb of those present, line by line": repeated("Dự\n"),
    # a name and its verb
    "roll call before the verb": lambda size: _before_the_verb("cùng các anh ", size),
    "colleagues before the verb": lambda size: _before_the_verb(", cùng các đồng chí lãnh đạo HĐND và UBND tỉnh", size),
    "adverbs before the verb": lambda size: _before_the_verb("thay mặt cùng đồng dự và ", size),
    "short roll calls before verbs": lambda size: _before_the_verb("cùng các anh " * 20, 280) * (size // 300 + 1),
    "the verb alone": repeated("chủ trì "),
    "parts of the day": repeated("tối "),
    "persons with positions, line by line": made(lambda i: f"{i + 1}. Đồng chí {person(i)}, Phó Giám đốc Sở;\n"),
    "bodies, line by line": repeated("Sở Y tế\nSở Nội vụ\nHội Nông dân\n"),
    "positions": repeated("Phó Chủ tịch Ủy ban nhân dân tỉnh "),
    "capitals": repeated("Lò Vàng Đỗ Phan "),
    "capitals without spaces": repeated("TRẦNVĂNAN"),
    "foreign names": repeated("Angela Merkel Justin Trudeau "),
    "names with hyphens": repeated("Y Thanh Niê-Kđăm, Jean-Luc "),
    "present, with bodies": repeated("Tham dự có đại diện lãnh đạo của các Bộ: "),
    "representatives of representatives": repeated("đại diện lãnh đạo các đại biểu của các "),
    # the first and the last line
    "menu path": lambda size: "Trang chủ › " * (size // 12) + "!\nTin\nhết.\n",
    "menu path of signs": lambda size: "› " * (size // 2) + "!\nTin\nhết.\n",
    "menu path in every line": lambda size: ("a › b › c › d › e › f!\n") * (size // 23),
    "digits behind a weekday": lambda size: f"thứ hai, {'1' * size}x\nTin\nhết.\n",
    "blanks and digits behind a weekday": lambda size: f"thứ hai, {'1 / ' * (size // 4)}x\nTin\nhết.\n",
    "menu words": repeated("Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\n", ""),
    "advertisements": repeated("Quảng cáo\nĐăng ký nhận tin\n"),
    "clocks": repeated("08:11 | 9h05 | 11:32 AM "),
    "datelines": repeated("Thứ Tư, 02/06/2021, 08:11 [GMT+7]\n", ""),
    "sources at the end": repeated("Nguồn: Cổng thông tin điện tử\n"),
    "excerpts": repeated("more(TTXVN) - Sáng nay…\n"),
    # lists
    "clauses": repeated("rà soát kho; ", HEAD + "Nhiệm vụ: "),
    "colons": repeated("kho:\ntủ:\n"),
    "one point of many sentences": repeated("Rà soát kho. ", HEAD + "Nhiệm vụ: một là a; hai là "),
    "a last point of many short sentences": repeated("Kho tốt. ", HEAD + "Nhiệm vụ: một là kho; hai là "),
    "one point of many paragraphs": repeated("Rà soát toàn bộ kho.\n", HEAD + "Nhiệm vụ:\n1. a:\n2. "),
    "one point of many short lines": repeated("Kho tốt\n", HEAD + "Nhiệm vụ:\n1. Rà soát:\n2. Bổ sung:\n"),
    "one point of many lines without an end": repeated("Kho khác cần sửa\n", HEAD + "Nhiệm vụ:\n1. a:\n2. c:\n"),
    "headings in capitals": made(lambda i: f"{roman(i % 9 + 1).upper()}. NHIỆM VỤ\nKẾT QUẢ ĐẠT ĐƯỢC\n"),
    "decimals with words": made(lambda i: f"{i % 9 + 1}. Rà soát kho\n{i % 9 + 1}.1. Kho\n{i % 9 + 1}.1.1. Tủ\n"),
    "cues of roles": repeated("kết quả hạn chế nguyên nhân nhiệm vụ bài học kiến nghị "),
    "counted nouns": repeated("5 nhiệm vụ, 6 giải pháp, 7 kết quả, ba bài học "),
    "leading signs": repeated("-" * 60 + "1. a\n" + "- " * 30 + "\n"),
    "indents of all widths": made(lambda i: " " * (i % 300) + f"{i % 9 + 1}. rà soát kho lưu trữ\n"),
    # signs
    "dots before a digit": lambda size: f"{HEAD}Nhiệm vụ: (1) a; (2) b {'.' * size}1\n",
    "ellipses before a digit": lambda size: f"{HEAD}Nhiệm vụ: (1) a; (2) b {'…' * size}1\n",
    "questions and exclamations": lambda size: f"{HEAD}{'?!' * (size // 2)}1\n",
    "closing quotes behind a stop": lambda size: f"{HEAD}a.{'”' * size}1\n",
    "opening quotes": repeated("“"),
    "straight quotes": repeated('" '),
    "open brackets": repeated("(theo "),
    "dashes": repeated("5-A-B-C–D—E/"),
    "slashes": repeated("1/2/3/4/5-6-7.8.9,1 "),
    "semicolons and commas": repeated(";,"),
    "stars": repeated("*a "),
    "stars in pairs": repeated("** a ** b*"),
    "underscores": repeated("_a__b_ "),
    "backslashes": repeated("\\*\\.\\\\"),
    "quote heads": repeated("> > > rà soát\n"),
    "pipes": repeated("| a | b |\n|---|---|\n"),
    "hashes": repeated("## # ###### a\n#\n"),
    "Markdown tables of points": repeated("| 1. a | 2. b |\n| --- | --- |\n"),
    "rules": repeated("---\n***\n= = =\n– – –\n- - - a\n"),
    "Markdown": repeated("## **1. Việc** _a_\n> * 2. `b` [c](d)\n"),
    "Markdown with tables": repeated("## **1. Kho** _tủ_\n> * 2. `giá` [sổ](kho)\n| k | t |\n|---|---|\n"),
    "HTML": repeated('<p class="x">Rà soát&nbsp;kho</p><br/>&#39;&amp;\n'),
    "open tags": repeated("<div><p "),
    "addresses": repeated("https://vinhha.vn/a/b-c-1.html?x=1&y=2 "),
    # white space
    "spaces": lambda size: HEAD + " " * size + "x",
    "spaces in lines": repeated(" " * 400 + "x\n"),
    "spaces before stops": repeated(" . , ; : "),
    "tabs": repeated("1\tLò Thị Mây\tGiám đốc\t01/06/2020\n"),
    "newlines": repeated("\n"),
    "newlines of all kinds": repeated("kho\x85tủ\u2028giá\u2029\x0b\x0c\r\r\n"),
    "short wrapped lines": repeated("rà soát toàn bộ hồ sơ của\nkho\n"),
    "one line": lambda size: prose(size).replace("\n", " "),
    "wrapped prose": changed(lambda text: re.sub(r"(.{60,72}) ", r"\1\n", text)),
    "wrapped words": lambda size: HEAD + "rà soát kho của\n" * (size // 16),
    # characters
    "decomposed": changed(lambda text: unicodedata.normalize("NFD", text)),
    "marks": made(lambda i: stressed("kho") + " "),
    "marks of other scripts": repeated("k\u0307\u0325\u0336 "),
    "marks without letters": repeated(" \u0301\u0323"),
    "zero-width spaces everywhere": lambda size: "\u200b".join(prose(size // 2)),
    "zero-width spaces for spaces": changed(lambda text: text.replace(" ", "\u200b")),
    "soft hyphens everywhere": lambda size: "\u00ad".join(prose(size // 2)),
    "marks of direction": repeated("\u202bhội nghị\u202c \u200f1. kho\u200e "),
    "NUL": repeated("\0kho\0"),
    "controls": repeated("".join(map(chr, range(1, 32)))),
    "lone surrogates": repeated("\ud83d kho \udfff\n"),
    "no characters": repeated("\ufffe\uffff\ufdd0 "),
    "emoji": repeated("👉 🎉✅ kho "),
    "letters that grow": repeated("İẞ ŉ "),
    "full-width": changed(lambda text: re.sub("[!-~]", lambda m: chr(ord(m[0]) + 0xFEE0), text)),
    "Arabic": repeated("اجتماع ١. عمل ٢. عمل\n"),
    "upper case": changed(str.upper),
    "lower case": changed(str.lower),
    "without marks": changed(lambda text: unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()),
    "mojibake": changed(lambda text: text.encode().decode("latin-1")),
    "spaced letters": lambda size: " ".join(prose(size // 2)),
    "random letters": made(random_letters),
    "random words": made(random_words),
    "random markers": made(random_marker),
    # the vocabulary
    "all forms, one a line": lambda size: _forms("\n", size),
    "all forms in one line": lambda size: _forms(" ", size),
    "counts without anybody attending": repeated("120 đảng viên "),
    "counts between meetings": repeated("hội nghị 5 người "),
    "offices that chair, without a name": repeated("Chủ tịch UBND tỉnh chủ trì. "),
    "heads of lists of chairs": repeated("Chủ trì hội nghị có các đồng chí:\n"),
    "bodies that attend, a sentence each": repeated("Lãnh đạo Sở Nội vụ cùng các dự. "),
    "meetings": repeated("tại hội nghị giao ban chiều 1/6, hội nghị đã "),
    "periods": repeated("6 tháng đầu năm 2020, quý I/2021, giai đoạn 2016-2020, "),
    "dates": repeated("sáng 1-6, chiều 2/6, ngày 3.6.2020, "),
    "years": repeated("năm 2020, năm 2021 "),
    "numbers in words": repeated("hai mươi ba nghìn bốn trăm "),
    "digits": repeated("1" * 300 + " "),
    "glued words": repeated("cửTuyên Quang,Yên 2020toàn "),
    "long words": repeated("a" * 3000 + " "),
    "ordinals with long words": repeated("Nghị quyết lần thứ " + "a" * 900 + " "),
}  # fmt: skip

KINDS: dict[str, Make] = {**DENSE, **ODD}


def _before_the_verb(unit: str, size: int) -> str:
    return f"Tin\n\nSáng 1-6, đồng chí Lò Thị Mây {unit * (size // len(unit))}; rồi chủ trì hội nghị giao ban.\n"


def _forms(joint: str, size: int) -> str:
    forms: Iterable[str] = (form for entry in Lexicon.default().entries for form in entry.forms)
    text = joint.join(forms) + joint
    return HEAD + (text * (size // len(text) + 1))[: max(size - len(HEAD), 100)]


def pairs(signs: str = ' .,:;-–"“(*1a') -> Iterator[str]:
    """Two signs side by side, each pair."""
    return map("".join, product(signs, repeat=2))

"""Documents that an article cites, and what only looks like one."""

import pytest

from partyreports import Citation, parse


def cite(sentence: str) -> list[Citation]:
    return list(parse(f"Tin hoạt động\n\n{sentence}").citations)


@pytest.mark.parametrize(
    ("sentence", "kind", "number"),
    [
        ("Thực hiện Chỉ thị 35-CT/TW của Bộ Chính trị.", "Chỉ thị", "35-CT/TW"),
        ("Theo Quy định số 205-QĐ/TW về kiểm soát quyền lực.", "Quy định", "205-QĐ/TW"),
        ("Căn cứ Quyết định số 38/QĐ-TTg ngày 12/1/2021.", "Quyết định", "38/QĐ-TTg"),
        ("Theo Nghị định 30/2020/NĐ-CP về công tác văn thư.", "Nghị định", "30/2020/NĐ-CP"),
        ("Nghị quyết số 111/NQ-CP của Chính phủ.", "Nghị quyết", "111/NQ-CP"),
        ("Quy định 101 – QĐ/TW được triển khai.", "Quy định", "101 – QĐ/TW"),
        ("Luật số 43/2022/QH15 có hiệu lực.", "Luật", "43/2022/QH15"),
        ("Kế hoạch 81/KH-UBTVQH15 được ban hành.", "Kế hoạch", "81/KH-UBTVQH15"),
        ("Kế hoạch số 358/KH-BCĐ389 được ban hành.", "Kế hoạch", "358/KH-BCĐ389"),
        ("Chỉ thị 45-CT/TƯ được quán triệt.", "Chỉ thị", "45-CT/TƯ"),
        ("Chỉ thị 35-CT/T.Ư được quán triệt.", "Chỉ thị", "35-CT/T.Ư"),
        ("Thực hiện 38/QĐ-TTg của Thủ tướng.", "Quyết định", "38/QĐ-TTg"),
        ("Theo Quyết định số 5a/QĐ-UBND và 12 / 3 việc khác.", "Quyết định", "5a/QĐ-UBND"),
        ("Theo Chỉ thị 35 - CT/TW, đạt 3/4 số xã.", "Chỉ thị", "35 - CT/TW"),
        ("Thực hiện Nghị quyết 39 của Bộ Chính trị.", "Nghị quyết", "39"),
        ("Triển khai Đề án 06 trong toàn tỉnh.", "Đề án", "06"),
        ("Học tập Nghị quyết Trung ương 4 khóa XII.", "Nghị quyết", None),
        ("Quán triệt Nghị quyết Hội nghị Trung ương 12 (khóa XII).", "Nghị quyết", None),
        ("Tiếp tục thực hiện Chỉ thị 05 CT/TW của Bộ Chính trị.", "Chỉ thị", "05 CT/TW"),
        ("Căn cứ Văn bản hợp nhất số 08/VBHN-VPQH.", "Văn bản hợp nhất", "08/VBHN-VPQH"),
        ("Họp theo Giấy mời số 15/GM-UBND.", "Giấy mời", "15/GM-UBND"),
        ("Theo 29/2014/TTLT-BYT-BTC-BLĐTBXH-BKHĐT.", "Thông tư liên tịch", "29/2014/TTLT-BYT-BTC-BLĐTBXH-BKHĐT"),
        (
            "Theo Nghị quyết số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN.",
            "Nghị quyết",
            "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
        ),
    ],
)
def test_one_citation(sentence: str, kind: str, number: str | None) -> None:
    (citation,) = cite(sentence)
    assert (citation.type, citation.number) == (kind, number)


def test_lists_of_numbers_are_several_documents() -> None:
    assert [c.number for c in cite("Sơ kết Nghị quyết 18,19 của Trung ương.")] == ["18", "19"]
    assert [c.number for c in cite("Sơ kết Nghị quyết 18,19,35-NQ/TW.")] == ["18", "19", "35-NQ/TW"]
    assert [c.number for c in cite("Sơ kết Nghị quyết 18, 19 và 20.")] == ["18", "19", "20"]


def test_lists_with_codes() -> None:
    assert [c.number for c in cite("Quán triệt Nghị quyết số 18, 19-NQ/TW của Trung ương.")] == ["18", "19-NQ/TW"]
    both = cite("Thực hiện Nghị quyết số 01/NQ-CP và số 02/NQ-CP của Chính phủ.")
    assert [(c.type, c.number) for c in both] == [("Nghị quyết", "01/NQ-CP"), ("Nghị quyết", "02/NQ-CP")]


def test_a_law_by_its_code() -> None:
    assert [c.number for c in cite("Thi hành Luật Đất đai số 45/2013/QH13.")] == ["45/2013/QH13"]


def test_date_and_issuer() -> None:
    (citation,) = cite("Căn cứ Quyết định số 38/QĐ-TTg ngày 12/1/2021 của Thủ tướng Chính phủ về chuyển đổi số.")
    assert citation.date is not None
    assert (citation.date.isoformat(), citation.issuer) == ("2021-01-12", "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban Chỉ đạo 138/CP tỉnh họp.",
        "Theo điểm a, khoản 5/NĐ-CP.",
        "Nhóm xếp tổ 5/CP lên trước, đạt 7/QH15.",
        "Đạt 21/25 chỉ tiêu kế hoạch.",
        "Ngày 12/1/2021, trời mưa.",
        "Thu ngân sách đạt 1.200 tỷ đồng.",
        "Quyết định 3 vấn đề lớn; kết luận 5 nội dung.",
        "Kế hoạch 5 năm 2021-2025 được thông qua.",
        "Báo cáo 6 tháng đầu năm nêu rõ.",
    ],
)
def test_no_citations(sentence: str) -> None:
    assert cite(sentence) == []


def test_the_footer_cites_nothing() -> None:
    text = "Tin hoạt động\n\nSở họp giao ban theo Chỉ thị 35-CT/TW.\n\nCác tin khác\n• Quán triệt Quy định số 80-QĐ/TW (3 tháng trước)"
    assert [c.number for c in parse(text).citations] == ["35-CT/TW"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị quyết định 3,5 tỷ đồng làm cầu.",
        "Hội nghị quyết định 3,5.",
        "Ngân hàng quyết định 12,75% cho khoản vay mới.",
        "Hội đồng quyết định 2,5 triệu đồng mỗi hộ, chia hai đợt.",
    ],
)
def test_a_decimal_number_is_no_row_of_documents(sentence: str) -> None:
    assert cite(sentence) == []

"""The footer, whatever stands below its links; and what is none."""

import pytest

from partyreports import parse

HEAD = "Sở Nội vụ giao ban\n\nSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban.\n\n"
LINK = "Hội nghị sơ kết tại 70 điểm cầu"
CUES = [
    "Tin liên quan", "Tin tức liên quan", "Cùng chủ đề", "Bài cùng tác giả", "Tin bài khác", "Tin cùng mục", "Tin mới nhất",
    "Tin đã đăng", "Tin nóng", "Đọc tiếp", "Xem tiếp", "Dòng sự kiện: Bão số 3", "Bài trước", "Bài tiếp theo",
    "TIN XEM NHIỀU NHẤT", "Thư viện ảnh", "CÁC TIN KHÁC:", "» Tin cùng chuyên mục",
]  # fmt: skip
ENDINGS = [
    "",
    "Giấy phép số 123/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 12/3/2020.",
    "Địa chỉ: 12 phố Hàng Tre, phường Lý Thái Tổ, quận Hoàn Kiếm, thành phố Hà Nội.",
    "Chịu trách nhiệm nội dung: Ông Trần Văn Bền, Giám đốc Sở Nội vụ tỉnh Hoa Lạc.",
    "© 2023 Bản quyền thuộc Sở Nội vụ.",
    "Điện thoại: 0900 000 111 - Email: sonoivu@hoalac.example",
    "Mọi bình luận của bạn đọc phải viết bằng tiếng Việt có dấu và tôn trọng người khác.",
]


@pytest.mark.parametrize("cue", CUES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_links_are_links_whatever_stands_below_them(cue: str, ending: str) -> None:
    report = parse(f"{HEAD}{cue}\n\n{LINK}\n\n{ending}")
    assert [link.title.text for link in report.related] == [LINK]
    assert report.attendance.points is None
    assert report.lead is not None
    assert report.unclaimed == ()


@pytest.mark.parametrize(
    ("footer", "links"),
    [
        (
            "Tin liên quan\n\nSơ kết quý I\n\nSáng 2/4, ông Trần Văn Bền chủ trì hội nghị sơ kết, đề ra năm nhiệm vụ.",
            [("Sơ kết quý I", None), ("Sáng 2/4, ông Trần Văn Bền chủ trì hội nghị sơ kết, đề ra năm nhiệm vụ.", None)],
        ),
        (
            "Tin khác\n\nSơ kết quý I\n\nhơn 2 giờ trước\n\nTổng kết năm (15/01/2023)",
            [("Sơ kết quý I", "hơn 2 giờ trước"), ("Tổng kết năm", "15/01/2023")],
        ),
        ("Khánh thành cầu treo(10/06/2019)\n\nTuyển quân đợt hai(30/07/2019)", [("Khánh thành cầu treo", "10/06/2019"), ("Tuyển quân đợt hai", "30/07/2019")]),
        ("TIN KHÁC\n- Sơ kết quý I (khoảng 3 ngày trước)\n- Tổng kết năm [5 tháng trước]", [("Sơ kết quý I", "khoảng 3 ngày trước"), ("Tổng kết năm", "5 tháng trước")]),
    ],
)  # fmt: skip
def test_links_with_their_ages(footer: str, links: list[tuple[str, str | None]]) -> None:
    report = parse(HEAD + footer)
    assert [(link.title.text, link.age.text if link.age else None) for link in report.related] == links
    assert report.chairs == ()


def test_a_sentence_below_titles_without_stops_is_no_title() -> None:
    titles = ["Sơ kết quý một ở sáu phường", "Tuyển quân đợt hai"]
    sentence = "Cuối tuần, trên địa bàn tỉnh trời còn mưa rào."
    report = parse(f"{HEAD}Tin liên quan\n\n{titles[0]}\n\n{titles[1]}\n\n{sentence}")
    assert [link.title.text for link in report.related] == titles
    assert sentence in {part.text for part in report.furniture}


def test_a_teaser_belongs_to_its_link() -> None:
    teaser = "Sáng 2/4, ông Trần Văn Bền chủ trì hội nghị sơ kết quý một. Hội nghị đề ra năm nhiệm vụ, kết nối 70 điểm cầu với hơn 300 đại biểu dự."
    article = "Trong tháng, các phòng đã rà soát hồ sơ, báo cáo kết quả và kiến nghị nhiều nội dung. " * 4
    report = parse(f"{HEAD}{article}\n\nTin liên quan\n\nSơ kết quý I\n{teaser}\n\nTổng kết năm")
    assert [link.title.text for link in report.related] == ["Sơ kết quý I", "Tổng kết năm"]
    assert report.chairs == ()
    assert report.attendance.points is None


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ Facebook Zalo",
        "Bình luận (3)",
        "In trang",
        "Ý kiến bạn đọc",
        "Rate this post",
        "Xem chi tiết tại đây",
        "* Mời bạn đọc vào chuyên mục Nội vụ xem các tin, bài liên quan.",
        "moreSáng 3/5/2023, Sở Nội vụ tổ chức hội nghị giao ban với các phòng và…",
    ],
)
def test_the_first_line_of_a_footer(line: str) -> None:
    report = parse(f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng.\n\n{line}")
    assert [part.text for part in report.furniture] == [line]


def test_no_links_stand_below_a_sentence_that_says_where_they_are() -> None:
    invitation = "* Mời bạn đọc vào chuyên mục Nội vụ xem các tin, bài liên quan."
    report = parse(f"{HEAD}Các phòng báo cáo kết quả.\n\n{invitation}\n\nCuối tuần, trời có mưa vài nơi.")
    assert report.related == ()


def test_comments_may_be_paragraphs() -> None:
    article = "Trong tháng, các phòng đã rà soát hồ sơ, báo cáo kết quả và kiến nghị nhiều nội dung. " * 6
    comment = "Tôi dự hội nghị tại 70 điểm cầu và thấy rất bổ ích cho công việc hằng ngày của mình. Cảm ơn Sở."
    report = parse(f"{HEAD}{article}\n\nÝ kiến bạn đọc (2)\n\nHà Vy\n{comment}\n\nVân An\n{comment}")
    assert report.attendance.points is None
    assert report.unclaimed == () or all(comment not in passage.text for passage in report.unclaimed)


@pytest.mark.parametrize("cue", ["Tin liên quan", "Xem thêm: Lịch công tác tuần", ">> Lịch công tác tuần", "Chia sẻ"])
def test_what_stands_amid_the_article_ends_it_not(cue: str) -> None:
    paragraph = "Các đại biểu thảo luận về nhiều vấn đề còn vướng. Kết quả được ghi vào biên bản của hội nghị. " * 3
    report = parse(f"{HEAD}{paragraph}\n\n{cue}\n\n{paragraph}\n\n{paragraph}\n\nHội nghị kết nối 12 điểm cầu.")
    assert report.attendance.points is not None
    assert report.attendance.points.value == 12
    assert report.related == ()


def test_an_inserted_block_of_links_is_no_part_of_the_article() -> None:
    paragraph = "Các đại biểu thảo luận về nhiều vấn đề còn vướng. Kết quả được ghi vào biên bản của hội nghị. " * 3
    report = parse(f"{HEAD}{paragraph}\n\nTin liên quan\n{LINK}\n\n{paragraph}\n\n{paragraph}")
    assert report.attendance.points is None
    assert [part.text for part in report.furniture] == ["Tin liên quan", LINK]


def test_captions_below_inserted_links_stay_captions() -> None:
    report = parse(
        f"{HEAD}Các phòng báo cáo kết quả công tác trong tháng.\n\n> > Xem thêm: Lịch công tác tuần\n\nTrần Văn Bền\n\n"
        "Ông Lê Văn Khải chủ trì hội nghị. Ảnh: Hà Vy"
    )
    assert report.byline is not None
    assert report.byline.text == "Trần Văn Bền"
    assert [caption.text for caption in report.captions] == ["Ông Lê Văn Khải chủ trì hội nghị. Ảnh: Hà Vy"]


CLOSING = "Kết thúc hội nghị, các phòng ký giao ước."


@pytest.mark.parametrize(
    "line",
    [
        "MỚI NHẤT", "Đang được quan tâm", "Tin cùng loại", "Các tin mới", "Tin trong chuyên mục", "Có thể bạn chưa đọc", "Tin, bài khác",
        "Số lượt xem: 1245", "Lượt đọc: 20", "Báo lỗi", "In bài viết này", "Quay về trang trước", "Lên đầu trang",
        "Theo dõi chúng tôi trên Facebook", "Link gốc", "Chưa có bình luận nào", "Gửi bình luận của bạn",
        "Thẻ: lưu trữ, văn thư", "Các thông báo khác",
    ],
)  # fmt: skip
def test_what_pages_print_below_an_article(line: str) -> None:
    report = parse(f"{HEAD}{CLOSING}\n\n{line}\n\n{LINK}")
    assert min(part.span.start for part in (*report.furniture, *report.related)) == len(HEAD + CLOSING) + 2
    assert [passage.text for passage in report.unclaimed] == [CLOSING]


@pytest.mark.parametrize("head", ["(TTXVN) - ", "(Báo Hoa Lạc) – ", "HLTV - "])
def test_a_title_above_the_head_of_another_article_is_a_link(head: str) -> None:
    teaser = f"{head}Sáng 2/4, sáu phường của thị xã họp sơ kết quý một và nhận nhiệm vụ quý hai."
    report = parse(f"{HEAD}{CLOSING}\n\nSơ kết quý một ở sáu phường\n{teaser}")
    assert [link.title.text for link in report.related] == ["Sơ kết quý một ở sáu phường"]


def test_titles_and_dates_that_alternate_are_links_and_tell_nothing_of_the_article() -> None:
    titles = ["Sơ kết quý một ở sáu phường", "Tuyển quân đợt hai ở ba xã"]
    links = "\n".join(f"{title}\nNgày 0{i}/04/2023" for i, title in enumerate(titles, 1))
    report = parse(f"{HEAD}{CLOSING}\n\n{links}")
    assert [link.title.text for link in report.related] == titles
    assert report.published is None


def test_one_line_of_the_owner_is_no_footer_but_two_are() -> None:
    address = "Địa chỉ: 12 phố Hàng Tre"
    assert not parse(f"{HEAD}Hồ sơ gửi về Sở Nội vụ trước ngày 5/5.\n\n{address}").furniture
    assert (
        len(parse(f"{HEAD}Hồ sơ gửi về Sở Nội vụ trước ngày 5/5.\n\n{address}\nĐiện thoại: 0900 000 111").furniture)
        == 2
    )

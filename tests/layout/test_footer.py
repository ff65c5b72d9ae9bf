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


@pytest.mark.parametrize(
    "line",
    [
        "Các tin bài liên quan:", "BÀI VIẾT MỚI HƠN", "Các thông báo khác của Sở", "Bài viết cùng chủ đề “Lưu trữ”:", "Xem thêm các tin mới nhất",
        "1 2 3 4 Trang sau", "Trang trước | Trang sau", "In bài viết Gửi bài viết Phản hồi", "★★★★★ (0 đánh giá)", "Trang chủ | Giới thiệu | Liên hệ",
        "Theo dõi Báo Hoa Lạc trên Google News", "Mời quý vị theo dõi các chương trình của Đài trên kênh YouTube", "{{ tin.ten }}", "#noivu #giaoban",
        "https://hoalac.example/tin/giao-ban", "Trả lời", "Bạn có hài lòng với bài viết này?", "Xem chi tiết kế hoạch tại đây", "<< Bài trước", "Posted in Tin tức",
        "Bạn đang đọc bài viết Sở Nội vụ giao ban tại chuyên mục Nội vụ. Mọi góp ý xin gửi về tòa soạn.", "Đề nghị ghi rõ nguồn khi sử dụng lại thông tin này.",
        "Số 12 phố Hàng Tre. Điện thoại: 0900 000 111 - Email: sonoivu@hoalac.example", ">> Tuyển quân đợt hai",
    ],
)  # fmt: skip
def test_a_footer_that_begins_with_words_of_the_site(line: str) -> None:
    report = parse(f"{HEAD}{CLOSING}\n\n{line}")
    assert [part.text for part in (*report.furniture, *report.related)] == [line]
    assert [passage.text for passage in report.unclaimed] == [CLOSING]


@pytest.mark.parametrize(
    ("links", "titles"),
    [
        ("[12/04/2023] Sơ kết quý một\n[10/04/2023] Tuyển quân đợt hai", ["Sơ kết quý một", "Tuyển quân đợt hai"]),
        ("- Sơ kết quý một - 12/04/2023\n- Tuyển quân đợt hai - 10/04/2023", ["Sơ kết quý một", "Tuyển quân đợt hai"]),
        (
            "Sơ kết quý một (08:15 12/04/2023)\nTuyển quân đợt hai (Ngày 10/04/2023)",
            ["Sơ kết quý một", "Tuyển quân đợt hai"],
        ),
        (
            "Trao nhà cho sáu hộ nghèo (12/4)\nTuyển quân đợt hai ở ba xã (10/4)",
            ["Trao nhà cho sáu hộ nghèo", "Tuyển quân đợt hai ở ba xã"],
        ),
    ],
)  # fmt: skip
def test_titles_with_dates_that_nothing_announces(links: str, titles: list[str]) -> None:
    report = parse(f"{HEAD}{CLOSING}\n\n{links}")
    assert [link.title.text for link in report.related] == titles


@pytest.mark.parametrize(
    "lines",
    [
        "Nguồn: Báo Hoa Lạc",
        # titles of links look the same: only a date or a cue tells them from what was decided
        "Giao Văn phòng Sở theo dõi việc thực hiện kết luận\nGiao các phòng viết kế hoạch\nYêu cầu các xã nộp báo cáo",
        "Hội nghị bầu các đồng chí:\nNguyễn Văn An, Giám đốc\nLê Thị Hòa, Phó Giám đốc\nTrần Văn Tám, Chánh Văn phòng",
        "Các đại biểu đề nghị ghi rõ nguồn vốn trong từng dự án.",
        "Hội nghị được phát trên kênh YouTube của Đài.",
        "Đường về bản nhỏ hôm nay rộng mở\nNhững cánh đồng vàng óng giữa mùa chiêm\nĐảng soi lối cho quê mình đổi mới",
        "Ngày 15/6: khai mạc giải bóng chuyền.\nNgày 20/6: tổng kết phong trào thi đua.",
        "Thứ Hai (15/5)\nThứ Ba (16/5)",
    ],
)
def test_last_lines_of_an_article_are_no_footer(lines: str) -> None:
    report = parse(f"{HEAD}{CLOSING}\n\n{lines}")
    assert report.related == ()
    assert all(not part.rule.startswith("footer.") for part in report.furniture)


def test_words_of_photos_set_apart_from_a_text_without_blank_lines_are_no_links() -> None:
    sentences = "\n".join(f"{CLOSING[:-1]} lần thứ {i}." for i in range(1, 7))
    scenes = "Gian hàng nông sản của các huyện miền núi thu hút khách\nTrao giấy khen cho sáu tập thể xuất sắc\nCác phòng ký giao ước thi đua"
    assert parse(f"{HEAD}{sentences}\n\n{scenes}").related == ()


def test_a_teaser_behind_the_last_sentence() -> None:
    teaser = "Sẽ mở lớp tập huấn lưu trữ cho sáu xã TTO - Tuần tới, Sở mở lớp tập huấn về lưu trữ."
    report = parse(f"{HEAD}{CLOSING}\n" * 5 + f"Ông nói: “Sở sẽ mở lớp mới”… (Hà Vy ghi) {teaser}")
    assert [link.text for link in report.related] == [teaser]


def test_what_stands_below_whose_opinion_the_article_is() -> None:
    disclaimer = "Bài viết thể hiện quan điểm riêng của tác giả"
    report = parse(
        f"{HEAD}{CLOSING}\n\nTrần Văn Bền\n\n{disclaimer}\n\nSở Nội vụ các tỉnh đang rà soát biên chế của năm tới."
    )
    assert "Sở Nội vụ các tỉnh đang rà soát biên chế của năm tới." in [
        part.text for part in (*report.furniture, *report.related)
    ]

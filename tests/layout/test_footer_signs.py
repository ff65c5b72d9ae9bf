"""Footers that no single cue announces: several weak signs of a page together; and ends of articles that look like them."""

import pytest

from partyreports import parse

ARTICLE = """Bàn cách giữ nghề gốm ở làng Thổ Kiều

Ngày 14/11/2018, UBND thị xã Vân Giang tổ chức tọa đàm về bảo tồn nghề gốm. Ông Khúc Văn Dậu chủ trì tọa đàm.

Làng hiện còn 34 lò, giảm một nửa so với mười năm trước; thợ dưới 30 tuổi chỉ có 11 người.

Nhiều ý kiến đề nghị thị xã dành quỹ đất cho khu trưng bày và đưa nghề gốm vào giờ học trải nghiệm của học sinh.
"""


def footer_start(tail: str) -> int | None:
    """Where the first part of the page below the article begins, counted from the end of the article."""
    report = parse(f"{ARTICLE}\n{tail}")
    parts = [part.span.start for part in (*report.related, *report.furniture)]
    behind = [start for start in parts if start > len(ARTICLE)]
    return min(behind) - len(ARTICLE) - 1 if behind else None


@pytest.mark.parametrize(
    "tail",
    [
        "TP. Vân Giang mở lớp vẽ men cho thợ trẻ TTO - Chiều qua, lớp vẽ men đầu tiên khai giảng.\nLớp có 20 học viên.\nHọc phí do thị xã trả.",
        "Vì sao lò gốm Thổ Kiều tắt lửa? TTO - Ba lần đổi chủ khiến lò gốm cuối xóm tắt lửa từ năm ngoái.",
        "Hợp tác xã gốm tìm đường xuất khẩu (Dân trí) - Sau ba năm nguội lửa, bốn hộ góp vốn lập hợp tác xã.",
        "10 lò gốm tắt lửa ở miền hạ\nĐinh Quang\n\nNgười thợ bên lò gốm.",
        "'Một chiếc chum bằng hai ngày công'\nĐinh Quang\n\nNgười thợ bên lò gốm.",
        "- Mái ấm cho chị Lò Thị Ún 20/06/2022 08:30\n\n- Lớp vẽ men đầu tiên ở xóm Bãi 14/06/2022 15:02",
        "Mái ấm cho chị Lò Thị Ún (20/06/2022 - 124 lượt xem)\n\nLớp vẽ men ở xóm Bãi (14/06/2022 - 98 lượt xem)",
        "Gốm men tro vào nhà hàng sao (10/11, 14:20)\nNgười giữ bàn xoay (07/11, 09:05)",
        "Mái ấm cho chị Lò Thị Ún\n\n20/06/2022\n\nLớp vẽ men ở xóm Bãi\n\n14/06/2022",
        "Họ và tên (*)\n\nEmail\n\nNội dung\n\nMã xác nhận\n\nGửi",
        "Họ tên:\n\nEmail:\n\nTiêu đề:\n\nNội dung:\n\nMã an toàn:",
        "TIN TỨC - SỰ KIỆN\n\nLớp vẽ men ở xóm Bãi\n\nTHÔNG BÁO\n\nLịch cắt điện tuần tới\n\nLIÊN KẾT WEBSITE",
        "Video\n\nMột ngày ở lò gốm\n\nẢnh\n\nThổ Kiều mùa nước nổi",
        "Giới thiệu Tin tức Thông báo Liên hệ",
        "[Tin liên quan](http://vangiang.example/tin)\n\n* [Lớp vẽ men ở xóm Bãi](http://vangiang.example/1)",
        "* [Lớp vẽ men ở xóm Bãi](http://vangiang.example/1)\n* [Người giữ bàn xoay](http://vangiang.example/2)",
        '<div class="related-news">\n\nLớp vẽ men ở xóm Bãi',
        "Xã hội\nTọa đàm,Thổ Kiều,Nghề gốm,Làng nghề,Vân Giang",
        "Báo Vân Giang điện tử\n\nCơ quan của Đảng bộ thị xã Vân Giang\n\nTổng Biên tập: Vàng Thị Chợ\n\nGiấy phép số 77/GP-STTTT",
        "Liên hệ: Hội Nghề gốm Thổ Kiều\n\nĐC: Xóm Bãi, làng Thổ Kiều\n\nSĐT: 0200 555 0199",
        "QUẢNG CÁO\n\nĐọc nhiều\n\nLớp vẽ men ở xóm Bãi",
        "15/11/2018 07:30",
        "Related news\n\nKiln village gets a museum",
        "Rate this post\n\nShare this:",
        "*Xem thêm: Lớp vẽ men ở xóm Bãi\nĐinh Quang\n\nNgười thợ bên lò gốm.",
        "Tin gốm hôm nay\n\nGốm men tro vào nhà hàng sao (10/11/2018)\n\nNgười giữ bàn xoay (07/11/2018)",
        "Lớp vẽ men ở xóm Bãi (20/3/2019 10:12:00 SA)\nNgười giữ bàn xoay (18/3/2019 3:05:00 CH)",
        "Thông tin tòa soạn\n\nQuảng cáo - Phát hành: 0200 555 0177\n\nGiấy phép xuất bản số 41/GP-BTTTT",
        "Đường dây nóng: 0200 555 0111\n\nHộp thư góp ý: gopy@vangiang.example",
        "Bạn hãy đăng nhập để gửi bình luận.\n\nBài đã đăng\n\nLớp vẽ men ở xóm Bãi",
        "Vui lòng ghi rõ nguồn Vân Giang Online khi đăng lại bài viết này.",
        "Cùng danh mục\n\nLớp vẽ men ở xóm Bãi",
        "Lò gốm cuối xóm: Lửa chưa tắt\nNgười giữ bàn xoay\nLê Vịnh\n\nLò gốm.",
        "gốm, Thổ Kiều, nghề cũ, Vân Giang\n\nCùng chuyên mục\n\nNgười giữ bàn xoay",
        "Làng nghề hôm nay\n\nNgười giữ bàn xoay giữa phố\n\n1 ngày trước\n\nMen tro kể chuyện cũ\n\n2 ngày trước",
        "Trang Thông tin điện tử xã Thổ Kiều\n\nQuản lý nội dung: Văn phòng xã\n\nEmail: ubnd@thokieu.example",
        "Ý kiến (0)\n\nBạn có thể gửi ý kiến về bài viết tại đây",
        "Điểm: 4.5/5 (12 đánh giá)\n\nBài mới nhất\n\nLớp vẽ men ở xóm Bãi",
        "Thăm dò ý kiến\n\nĐọc nhiều\n\nLớp vẽ men ở xóm Bãi",
        "Hộp thư góp ý\n\nSơ đồ cổng\n\nLiên hệ\n\nTrưởng Ban Biên tập: Đinh Thị Sen",
        "Media\n\nPodcast\n\nTin khác\n\nLớp vẽ men ở xóm Bãi",
        "Đang online: 12\n\nHôm nay: 402\n\nTổng truy cập: 1.203.444",
        "more “Đất nâu qua lửa thành hình”, đó là câu mở đầu tọa đàm về…",
    ],
)
def test_signs_that_begin_a_footer_together(tail: str) -> None:
    assert footer_start(tail) == 0
    assert parse(f"{ARTICLE}\n{tail}").published is None or "2018" in tail


@pytest.mark.parametrize(
    "tail",
    [
        "Tags: gốm, Thổ Kiều",
        "Tin liên quan: Lớp vẽ men ở xóm Bãi",
        "Từ khóa: làng nghề",
        ">> Lớp vẽ men ở xóm Bãi",
        "Xem thêm các bài viết khác: Người giữ bàn xoay",
        "Số lượt xem: 57",
    ],
)
def test_links_and_keywords_that_lost_their_line_break(tail: str) -> None:
    report = parse(f"{ARTICLE.rstrip()} {tail}")
    assert [part.text for part in report.furniture] == [tail]


@pytest.mark.parametrize(
    "tail",
    [
        "Ông Dậu cũng đề nghị VNPT - Viettel phối hợp làm trang bán gốm cho làng.",
        "Ông Hà Văn An (Quảng Bình) - Ủy viên Hội Nghề gốm, nói thêm về vốn.",
        "Thứ trưởng Ngoại giao Hà Văn An chủ trì Hội nghị ASEAN - Nhật Bản tại Vân Giang.\nCác đại biểu dự Hội nghị ASEAN - Nhật Bản tại Vân Giang hôm qua.",
        '"Chúng tôi không xin thêm tiền, chúng tôi chỉ xin thêm đất", bà Nhài nói\nĐinh Quang',
        "Bốn giải pháp trước mắt\nMở thêm 17 gian hàng ở chợ đêm\nGiao đất cho khu trưng bày\nĐinh Quang",
        "Mười lò được hỗ trợ đợt đầu: lò Bảy Dậu, lò Chín Mây, lò Út Lành, lò Ba Thơm\nĐinh Quang",
        "Theo chương trình, ngày mai các đại biểu thăm lò Bảy Dậu\nĐinh Quang",
        "Cũng theo ông Dậu, giá chum phải công khai, có lộ trình\nTin, ảnh: LƯU THẾ",
        "Các lò mở cửa cho khách từ 6h đến 21h hằng ngày\nĐinh Quang\n\nNgười thợ bên lò gốm.",
        "Lịch học nghề của các xóm\n\nXóm Thượng học - ngày 25/3/2019\n\nXóm Trung học - ngày 28/3/2019\n\nXóm Hạ học - ngày 30/3/2019",
        "Xóm Thượng\n\n25/3/2019\n\nXóm Trung\n\n28/3/2019",
        "Theo giấy phép, lò cao 5 m, nhưng chủ lò đã tự ý xây thêm một tầng.\nDiện tích theo giấy phép là 300 m2, so với giấy phép đã tăng 60 m2.",
        "Mọi góp ý xin gửi về:\n\nVăn phòng Hội Nghề gốm\n\nEmail: gom@vangiang.example\n\nĐiện thoại: 0200 555 0199",
        "Ý kiến đóng góp\n\nHai xóm đề nghị thị xã hỗ trợ tiền điện cho lò mới trong năm đầu.",
        "Đề xuất\n\nQuỹ giữ nghề\n\nBản đồ các lò gốm\n\nĐường dây nóng của Hội",
        "Tổng hợp kết quả lấy phiếu\n\nÔng Hà Văn Mẫn (41/41)\n\nBà Lê Thị Na (40/41)",
        "Xóm Thượng đã có 9 lò đỏ lửa\nXóm Hạ đã có 5 lò đỏ lửa\nĐinh Quang",
        "TRẦN QUẾ - MINH KHÔI\n\nNgười thợ bên lò gốm.",
        "Bàn xoay, đất sét, men tro, củi gỗ\n\nHà Dịu",
        "Hạn cuối đăng ký: 20/12/2018",
        "Email nhận góp ý dự thảo: gom@vangiang.example",
        "Khai mạc: 20/11/2018 07:30\n\nBế mạc: 22/11/2018 17:00",
        "Tọa đàm lần hai dự kiến tổ chức 08:00 07/06/2019",
        "Họ và tên ba nghệ nhân được tặng bằng khen:\n\nLò Thị Ún\n\nHà Thị Sim\n\nQuàng Thị Dóm",
        "Mọi chi tiết xin liên hệ:\n\nĐịa chỉ: Xóm Bãi, làng Thổ Kiều\n\nĐiện thoại: 0200 555 0199",
        "Các tham luận được trình bày tại tọa đàm\n\nNghề gốm Thổ Kiều qua tư liệu thế kỷ XVIII\n\nDạy nghề trong trường học, nên bắt đầu từ đâu?",
        "THÔNG BÁO CỦA BAN TỔ CHỨC\n\nThời gian nộp tham luận: trước 30/11\n\nNơi nhận: Phòng Văn hóa thị xã",
        "Bốn xóm có lò gốm: Thượng, Trung, Hạ, Bãi",
        "Đất nâu qua lửa thành hình\n\nBàn tay ai nặn dáng đình, dáng sông\n\nMẹ ngồi nhóm lửa mùa đông",
        "Giải nhất: Lò Bảy Dậu\n\nGiải nhì: Lò Chín Mây\n\nGiải ba: Lò Út Lành",
        "Video về tọa đàm được phát lúc 20 giờ tối nay trên kênh truyền hình thị xã.",
        "Tin: Quỳnh Chi. Ảnh: Văn Toán",
        "Theo TTXVN/Báo Vân Giang",
    ],
)
def test_ends_of_articles_that_look_like_footers(tail: str) -> None:
    assert footer_start(tail) is None


def test_the_name_of_a_box_above_the_first_clear_sign_is_no_link() -> None:
    report = parse(f"{ARTICLE}\nThăm dò ý kiến\n\nĐọc nhiều\n\nLớp vẽ men ở xóm Bãi")
    assert [link.title.text for link in report.related] == ["Lớp vẽ men ở xóm Bãi"]
    assert [part.text for part in report.furniture] == ["Thăm dò ý kiến", "Đọc nhiều"]


def test_a_date_below_a_headline_that_ends_in_a_stop_begins_no_footer() -> None:
    headline = "Sáng 14/11/2018, UBND thị xã Vân Giang tổ chức tọa đàm về nghề gốm."
    report = parse(f"{headline}\n15/11/2018\n{headline}\nChủ trì có ông Khúc Văn Dậu.\nLàng còn 34 lò.\nHà Thúy")
    assert [chair.name.text for chair in report.chairs] == ["Khúc Văn Dậu"]

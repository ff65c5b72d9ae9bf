"""Who chaired: all forms of telling it, and what only looks like one."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from partyreports import MeetingReport, parse

PEOPLE = (Path(__file__).parent.parent / "cases" / "people.jsonl").read_text(encoding="utf-8")
CASES = [json.loads(line) for line in PEOPLE.splitlines()]


def report(sentence: str) -> MeetingReport:
    text = f"Sở giao ban tháng 2\n\nSáng 5/3, tại Hà Nội, Sở Nội vụ tổ chức hội nghị giao ban.\n\n{sentence}\n\nTại hội nghị, các đơn vị báo cáo."
    return parse(text, meeting=True)


def chairs(sentence: str) -> list[str]:
    return [person.name.text for person in report(sentence).chairs]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Đồng chí Trần Văn Mít, Giám đốc Sở chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Giám đốc Sở Nội vụ Trần Văn Mít đã chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Mít chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít - Giám đốc Sở - chủ trì buổi làm việc.", ["Trần Văn Mít"]),
        ("Hội nghị do đồng chí Trần Văn Mít, Giám đốc Sở chủ trì.", ["Trần Văn Mít"]),
        ("Hội nghị do ông Trần Văn Mít, giám đốc Sở, và bà Lê Thị Na, phó giám đốc Sở, đồng chủ trì.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị do ông Trần Văn Mít và bà Lê Thị Na điều hành.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị diễn ra dưới sự chủ trì của Giám đốc Sở Trần Văn Mít.", ["Trần Văn Mít"]),
        ("Chủ trì hội nghị có các đồng chí: Trần Văn Mít, Giám đốc Sở; Lê Thị Na, Phó Giám đốc; TS. Hồ Bá Lý.", ["Trần Văn Mít", "Lê Thị Na", "Hồ Bá Lý"]),
        ("Hội nghị diễn ra dưới sự điều hành của Phó Giám đốc Sở Lê Thị Na.", ["Lê Thị Na"]),
        ("Chủ trì: đồng chí Trần Văn Mít, Giám đốc Sở.", ["Trần Văn Mít"]),
        ("Các đồng chí: Trần Văn Mít, Giám đốc Sở; Lê Thị Na, Phó Giám đốc Sở cùng chủ trì hội nghị.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Ông Trần Văn Mít chủ tọa phiên họp.", ["Trần Văn Mít"]),
        ("Thái tử Khalid bin Nasser chủ trì cuộc họp.", ["Khalid bin Nasser"]),
        ("Chủ tịch Ủy ban châu Âu Elisa van der Meer chủ trì cuộc họp.", ["Elisa van der Meer"]),
        ("Cố vấn Nhà Trắng Adam Colby chủ trì cuộc họp.", ["Adam Colby"]),
        ("Ngoại trưởng Trung Quốc Vương Bền chủ trì cuộc họp.", ["Vương Bền"]),
        ("Thủ tướng Lê Thị Na trên cương vị Chủ tịch ASEAN chủ trì hội nghị.", ["Lê Thị Na"]),
        ("Tổng thống Omar al-Karim triệu tập và chủ trì cuộc họp.", ["Omar al-Karim"]),
        ("Hội nghị do TS. Hồ Bá Lý (Trường Trần Văn Mít) chủ trì.", ["Hồ Bá Lý"]),
        ("Bà Lê Thị Na, Trưởng Ban Dân vận cùng ông Hồ A Lý, Giám đốc Sở đồng chủ trì.", ["Lê Thị Na", "Hồ A Lý"]),
        ("Trung tướng Trần Văn Mít, Tư lệnh Quân khu, chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Ảnh: Đồng chí Trần Văn Mít, Trưởng Ban Tổ chức Tỉnh ủy chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Đồng chí Y Thanh Mlô Niê, Chủ tịch Hội đồng chủ trì hội nghị.", ["Y Thanh Mlô Niê"]),
        ("Bí thư Huyện ủy Giàng A Páo chủ trì hội nghị.", ["Giàng A Páo"]),
        ("Bà H'Len Ayun, Phó Chủ tịch xã chủ trì hội nghị.", ["H'Len Ayun"]),
        ("Ông K'Dung, Bí thư chi bộ chủ trì cuộc họp.", ["K'Dung"]),
        ("Tại điểm cầu tỉnh, đồng chí Lê Thị Na, Phó Giám đốc Sở chủ trì.", ["Lê Thị Na"]),
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị.", []),
        ("Bộ Nội vụ chủ trì hội nghị.", []),
        ("Đồng chí Trần Văn Mít giao Sở Nội vụ chủ trì soạn thảo đề án.", []),
        ("Cán bộ chủ trì các đơn vị dự hội nghị.", []),
        ("Trước đó, đồng chí Trần Văn Mít đã chủ trì cuộc họp của Ban Chỉ đạo.", []),
        ("Đồng chí Trần Văn Mít phát biểu chỉ đạo hội nghị.", []),
        ("Đồng chí Trần Văn Mít dự và phát biểu kết luận hội nghị.", []),
        ("Tuần tới, ông Trần Văn Mít sẽ chủ trì hội nghị khác.", []),
        ("Hội nghị đề nghị ông Trần Văn Mít chủ trì cuộc họp với các xã.", []),
        ("Sau hội nghị, ông Trần Văn Mít chủ trì cuộc họp Ban Thường vụ.", []),
        ("Theo quy chế, Phó Chủ tịch Trần Văn Mít chủ trì các cuộc họp.", []),
        ("Tuần sau, ông Trần Văn Mít chủ trì cuộc họp về thuốc.", []),
        ("Theo kế hoạch, ông Trần Văn Mít chủ trì kỳ họp tháng 7.", []),
        ("Chiều cùng ngày, ông Trần Văn Mít chủ trì lễ trao giải.", []),
        ("Ban Chỉ đạo điều hành giá báo cáo hội nghị.", []),
        ("Cùng chủ trì phiên họp, ông Trần Văn Mít và bà Lê Thị Na yêu cầu các đơn vị báo cáo.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Chủ tọa họp báo có Phó Chủ nhiệm Văn phòng Trần Văn Mít và ông Lê Văn Na.", ["Trần Văn Mít", "Lê Văn Na"]),
        ("Ông Trần Văn Mít (Giám đốc Sở) và bà Lê Thị Na (Phó Giám đốc) đồng chủ trì buổi họp báo.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Tham dự và chủ trì hội nghị có đồng chí Trần Văn Mít – Bí thư Đảng ủy, Chủ tịch HĐQT; cùng dự có bà Lê Thị Na.", ["Trần Văn Mít"]),
        ("Đồng chí Trần Văn Mít, Bí thư Đảng ủy và đồng chí Lê Thị Na, Phó Bí thư Đảng ủy chủ trì Hội nghị. Tham dự có ông Hồ Bá Lý.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị đặt dưới sự chủ trì của đồng chí Trần Văn Mít, Tỉnh ủy viên, Trưởng Ban Tổ chức cùng đồng chí Lê Thị Na, Phó Trưởng Ban.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị được tổ chức dưới sự đồng chủ trì của ông Trần Văn Mít và bà Lê Thị Na.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị do Phó Thủ tướng Trần Văn Mít chủ trì với sự tham gia của bà Lê Thị Na.", ["Trần Văn Mít"]),
        ("Hội thảo do GS.TS Trần Văn Mít, Viện trưởng Viện Sử học và PGS.TS Lê Thị Na chủ trì đã thu hút nhiều tham luận.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Phó Chủ tịch Thường trực UBND TP Hà Nội Trần Văn Mít chủ trì cuộc họp báo chiều 5/3.", ["Trần Văn Mít"]),
        ("Ảnh: Thứ trưởng Trần Văn Mít (giữa) chủ trì buổi họp báo.", ["Trần Văn Mít"]),
        ("Thứ trưởng Bộ Y tế Trần Văn Mít chủ trì họp trực tuyến với các tỉnh.", ["Trần Văn Mít"]),
        ("Đồng chí Trần Văn Mít, thay mặt Thường trực Tỉnh ủy, chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Chủ trì hội nghị: Ông Trần Văn Mít – Giám đốc Sở", ["Trần Văn Mít"]),
        ("- Chủ trì: Bà Lê Thị Na, Hiệu trưởng nhà trường.", ["Lê Thị Na"]),
        ("* Chủ trì cuộc họp: Đ/c Trần Văn Mít - Bí thư chi bộ", ["Trần Văn Mít"]),
        ("Chủ trì: Trần Văn Mít", ["Trần Văn Mít"]),
        ("Thầy Trần Văn Mít - Hiệu trưởng chủ trì cuộc họp hội đồng sư phạm.", ["Trần Văn Mít"]),
        ("Cô Lê Thị Na, Phó Hiệu trưởng nhà trường, chủ trì buổi sinh hoạt chuyên môn và hội nghị.", ["Lê Thị Na"]),
        ("Đại tá Trần Văn Mít, Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh chủ trì hội nghị giao ban.", ["Trần Văn Mít"]),
        ("Thiếu tướng Trần Văn Mít, Phó Tư lệnh, Tham mưu trưởng Quân khu chủ trì giao ban.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít, Chủ tịch HĐTV, Tổng Giám đốc Tổng công ty chủ trì cuộc họp giao ban sản xuất.", ["Trần Văn Mít"]),
        ("Tại hội nghị, ông Trần Văn Mít cho biết Bộ Công an sẽ chủ trì họp báo.", []),
        ("Ông Trần Văn Mít đề nghị Sở Nội vụ chủ trì cuộc họp.", []),
        ("Phiên tòa do thẩm phán Trần Văn Mít làm chủ tọa.", []),
        ("Dự hội nghị có các đồng chí Trần Văn Mít, Lê Thị Na; đồng chí Hồ Bá Lý chủ trì hội nghị.", ["Hồ Bá Lý"]),
        ("Các đồng chí Bí thư Tỉnh ủy Trần Văn Mít, Chủ tịch UBND tỉnh Lê Thị Na đồng chủ trì hội nghị.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Các đồng chí trong Thường trực Huyện ủy: Trần Văn Mít, Lê Thị Na, Hồ Bá Lý chủ trì hội nghị.", ["Trần Văn Mít", "Lê Thị Na", "Hồ Bá Lý"]),
        ("Đồng chủ trì hội nghị là Thứ trưởng Bộ Nội vụ Trần Văn Mít và Phó Chủ tịch UBND tỉnh Lê Thị Na.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Chủ trì buổi làm việc tại Sở có ông Trần Văn Mít.", ["Trần Văn Mít"]),
        ("Hội nghị có sự chủ trì của ông Trần Văn Mít và sự tham dự của bà Lê Thị Na.", ["Trần Văn Mít"]),
        ("Hội nghị diễn ra sáng 5/3 dưới sự chủ trì trực tiếp của Bí thư Tỉnh ủy Trần Văn Mít.", ["Trần Văn Mít"]),
        ("Người chủ trì hội nghị là ông Trần Văn Mít.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít được phân công chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Đồng chí Trần Văn Mít và các đồng chí trong Ban Thường vụ đồng chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Bí thư Tỉnh ủy Trần Văn Mít, cùng các Phó Bí thư Lê Thị Na, Hồ Bá Lý chủ trì hội nghị.", ["Trần Văn Mít", "Lê Thị Na", "Hồ Bá Lý"]),
        ("Ông Trần Văn Mít, người chủ trì hội nghị, cho biết các phòng đã nộp.", ["Trần Văn Mít"]),
        ("Thường trực Tỉnh ủy chủ trì hội nghị; đồng chí Trần Văn Mít báo cáo.", []),
        ("HỘI NGHỊ DO ĐỒNG CHÍ TRẦN VĂN MÍT CHỦ TRÌ", ["TRẦN VĂN MÍT"]),
        ("Bí thư Tỉnh ủy Nguyễn Văn Tài Nguyên chủ trì hội nghị.", ["Nguyễn Văn Tài Nguyên"]),
        ("Ông Bùi Công An chủ trì hội nghị.", ["Bùi Công An"]),
        ("Ông Đoàn Thanh Niên chủ trì hội nghị.", ["Đoàn Thanh Niên"]),
        ("Bí thư Thành đoàn Đoàn Văn Bé chủ trì hội nghị.", ["Đoàn Văn Bé"]),
        ("Chủ tịch Hội Nông dân tỉnh Ma Thị Ón chủ trì hội nghị.", ["Ma Thị Ón"]),
        ("Bà H Yim Kđoh, Phó Chủ tịch HĐND chủ trì hội nghị.", ["H Yim Kđoh"]),
        ("Ông K' Dung chủ trì hội nghị.", ["K' Dung"]),
        ("Ông Điểu K'ré chủ trì hội nghị.", ["Điểu K'ré"]),
        ("Bà Rơ Chăm H'Yéo chủ trì hội nghị.", ["Rơ Chăm H'Yéo"]),
        ("Ông Bríu Liếc, Bí thư Huyện ủy chủ trì hội nghị.", ["Bríu Liếc"]),
        ("Ông Thào A Páo chủ trì hội nghị.", ["Thào A Páo"]),
        ("Tổng thống Nga Vasnetsov chủ trì cuộc họp.", ["Vasnetsov"]),
        ("Tổng thống Ukraine Horbunov và Ngoại trưởng Đức Lindner đồng chủ trì hội nghị.", ["Horbunov", "Lindner"]),
        ("Thủ tướng Israel chủ trì cuộc họp. Tổng thống Mỹ vắng mặt.", []),
        ("Thủ tướng Anh Walcott chủ trì cuộc họp.", ["Walcott"]),
        ("Giám đốc Sunmek chủ trì cuộc họp.", []),
        ("Phó Thủ tướng Lào Sonexay Siphandone và Thủ tướng Trần Văn Mít đồng chủ trì kỳ họp.", ["Sonexay Siphandone", "Trần Văn Mít"]),
        ("Bộ trưởng Ngoại giao Nga Sergey Lavrov chủ trì họp báo.", ["Sergey Lavrov"]),
        ("Ông Lê Hoài Trung chủ trì hội nghị tại số 12 Lý Thường Kiệt.", ["Lê Hoài Trung"]),
        ("Hội nghị ở phố Trần Hưng Đạo do Sở Y tế chủ trì.", []),
        ("Ông Trần Văn Mít, Chủ tịch HĐQT, được bầu làm chủ tọa đại hội.", ["Trần Văn Mít"]),
        ("Đại hội đã bầu ông Trần Văn Mít, Chủ tịch HĐQT làm chủ tọa.", ["Trần Văn Mít"]),
        ("Đại hội nhất trí cử Đoàn Chủ tịch gồm các đồng chí: Trần Văn Mít, Lê Thị Na.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Ban Chủ tọa gồm có: 1. Ông Trần Văn Mít - Chủ tịch HĐQT 2. Bà Lê Thị Na - Tổng Giám đốc.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Trong vai trò chủ tọa, PGS.TS Trần Văn Mít đặt ra ba câu hỏi.", ["Trần Văn Mít"]),
        ("Với vai trò chủ trì, ông Trần Văn Mít - Giám đốc Sở đề nghị các đơn vị góp ý.", ["Trần Văn Mít"]),
        ("Chủ tọa Trần Văn Mít mời các đại biểu đặt câu hỏi.", ["Trần Văn Mít"]),
        ("Chủ trì cuộc họp Trần Văn Mít - Phó Giám đốc Sở cho biết sẽ tiếp thu.", ["Trần Văn Mít"]),
        ("Thay mặt chủ tọa, bà Lê Thị Na kết luận hội nghị.", []),
        ("Các đồng chí lãnh đạo tỉnh chủ trì hội nghị, từ trái qua: Trần Văn Mít, Lê Thị Na.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("* Đoàn Chủ tịch\n\n1. Đồng chí Trần Văn Mít - Bí thư Chi bộ.\n\n2. Đồng chí Lê Thị Na.\n\n* Thư ký\n\n1. Hồ Bá Lý.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("* Chủ trì cuộc họp\n- Đ/c Trần Văn Mít, Bí thư Đảng ủy\n- Đ/c Lê Thị Na\n* Thành phần\n- Hồ Bá Lý", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Đồng chủ trì buổi làm việc, về phía Bộ có Thứ trưởng Trần Văn Mít; về phía tỉnh có Phó Chủ tịch Lê Thị Na.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Chủ trì buổi làm việc có ông Trần Văn Mít; về phía Tập đoàn có ông Hồ Bá Lý.", ["Trần Văn Mít"]),
        ("Chiều 5/3, ông Trần Văn Mít, Phó Chủ tịch UBND tỉnh đã đi kiểm tra tuyến đê và chủ trì cuộc họp với các sở.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít đã giao Phó Chủ tịch kiểm tra và chủ trì cuộc họp với nhà thầu.", []),
        ("Ông Trần Văn Mít, Giám đốc điều hành Công ty ABC dự hội nghị.", []),
        ("Thủ tướng Trần Văn Mít sáng 5/3 chủ trì cuộc họp về vốn vay.", ["Trần Văn Mít"]),
        ("Bộ trưởng Y tế Lê Thị Na hôm nay (5/3) đã chủ trì hội nghị.", ["Lê Thị Na"]),
        ("Ông Trần Văn Mít vào chiều thứ Sáu, 5-3, tại Đà Nẵng, chủ trì hội thảo.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít sáng 5/4 cho biết Sở Nội vụ chủ trì cuộc họp.", []),
        ("Ông Trần Văn Mít ngày 5/4 giao Sở Nội vụ chủ trì cuộc họp.", []),
        ("“Phải làm ngay”, Giám đốc Sở Trần Văn Mít yêu cầu khi chủ trì cuộc họp ngày 5.4.", ["Trần Văn Mít"]),
        ("Theo ông Hồ Bá Lý, khi chủ trì cuộc họp, bà Lê Thị Na đã nêu việc này.", ["Lê Thị Na"]),
        ("Ông Trần Văn Mít nhắc việc này trước khi chủ trì cuộc họp.", []),
        ("Ông Trần Văn Mít không đồng ý. Hội nghị do ông chủ trì có 12 điểm cầu.", ["Trần Văn Mít"]),
        ("Bà Lê Thị Na không đồng ý. Hội nghị do ông chủ trì có 12 điểm cầu.", []),
        ("Bà Lê Thị Na - Giám đốc Sở GD&ĐT tỉnh Phan Khê và ông Trần Văn Mít đồng chủ trì hội nghị.", ["Lê Thị Na", "Trần Văn Mít"]),
        ("Ông Peter Lind, Trưởng đại diện ChildSight tại Việt Nam chủ trì hội thảo.", ["Peter Lind"]),
        ("Sở báo cáo: ngày 2/3, ông Trần Văn Mít đã chủ trì cuộc họp về việc này.", []),
        ("Thủ tướng Nga D.Medvedin và bà M. Ionescu đồng chủ trì phiên họp.", ["D.Medvedin", "M. Ionescu"]),
        ("A. Trần Văn Mít, Bí thư Q.Bình Thạnh chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Bộ trưởng Mít chủ trì hội nghị. Bộ trưởng Trần Văn Mít là người đề xuất.", ["Trần Văn Mít"]),
        ("Chủ tịch Quốc hội Trần Văn Mít và Chủ tịch Duma Quốc gia Nga Pavel Orlovski đồng chủ trì phiên họp.", ["Trần Văn Mít", "Pavel Orlovski"]),
        ("Đó là ý kiến của Bí thư Tỉnh ủy Trần Văn Mít tại cuộc họp do ông chủ trì.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít và bà Lê Thị Na dự cuộc họp do ông chủ trì.", []),
        ("Tại phiên họp sáng 2/6 do Chủ nhiệm Trần Văn Mít chủ trì, nhiều ý kiến trái chiều.", ["Trần Văn Mít"]),
        ("Chủ tịch Hội đồng châu Âu Jan Novotny chủ trì hội nghị.", ["Jan Novotny"]),
        ("Tại cuộc họp do Phó Thủ tướng Trần Văn Mít chủ trì hồi tháng 1, Bộ đã báo cáo.", []),
        ("KTS Trần Văn Mít - chủ trì thiết kế công trình - báo cáo tại hội nghị.", []),
        ("Định kỳ mỗi quý, Phó Chủ tịch Trần Văn Mít chủ trì đối thoại với thanh niên.", []),
        ("Thống nhất để ông Trần Văn Mít chủ trì phiên họp tới.", []),
        ("Thứ trưởng Trần Văn Mít đồng chủ trì cùng Thứ trưởng Ngoại giao Lào Thongphane Savanphet kỳ họp.", ["Trần Văn Mít", "Thongphane Savanphet"]),
        ("Thủ tướng Trần Văn Mít và người đồng cấp Nhật Bản Tanaka Taro đồng chủ trì kỳ họp.", ["Trần Văn Mít", "Tanaka Taro"]),
        ("Sau phần khai mạc của ông Trần Văn Mít, bà Lê Thị Na chủ trì phần thảo luận.", ["Lê Thị Na"]),
        ("Người chủ trì, ông Trần Văn Mít, tóm tắt ý kiến.", ["Trần Văn Mít"]),
        ("Thay mặt Đoàn Chủ tọa, ông Trần Văn Mít trả lời.", []),
        ("Phó Thủ tướng Trần Văn Mít, đồng thời là Trưởng Ban Chỉ đạo, chủ trì cuộc họp.", ["Trần Văn Mít"]),
        ("Ngày 2/3, ông Trần Văn Mít đã chủ trì cuộc họp về vấn đề này.", []),
        ("Thực hiện Kế hoạch số 5 ngày 2/3, ông Trần Văn Mít chủ trì cuộc họp.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít chủ trì hội nghị. Chiều cùng ngày, bà Lê Thị Na chủ trì cuộc họp về đất đai.", ["Trần Văn Mít"]),
        ("Ông Trần Văn Mít chủ trì hội nghị. Chiều cùng ngày, bà Lê Thị Na chủ trì phiên bế mạc.", ["Trần Văn Mít", "Lê Thị Na"]),
        ("Hội nghị do ông Mít chủ trì. Ông Trần Văn Mít là Giám đốc Sở.", ["Trần Văn Mít"]),
        ("Hội nghị do ông Mít chủ trì. Ông Trần Văn Mít và ông Lê Bá Mít cùng dự.", []),
        ("Thứ trưởng Bộ Tài nguyên và Môi trường Lê Nhật Mít chủ trì hội nghị.", ["Lê Nhật Mít"]),
        ("Tổng Giám đốc Vinamay Trần Văn Mít chủ trì hội nghị.", ["Trần Văn Mít"]),
        ("Ông Kim Min-su, Tổng Giám đốc Công ty TNHH Hansol Vina chủ trì cuộc họp.", ["Kim Min-su"]),
    ],
)  # fmt: skip
def test_chairs(sentence: str, names: list[str]) -> None:
    assert chairs(sentence) == names


@pytest.mark.parametrize("case", [case for case in CASES if "chairs" in case["expect"]], ids=lambda case: case["kind"])
def test_chairs_of_whole_texts(case: dict[str, Any]) -> None:
    found = parse(case["text"], meeting=case["meeting"]).chairs
    assert sorted(person.name.text for person in found) == sorted(case["expect"]["chairs"])


@pytest.mark.parametrize(
    "case", [case for case in CASES if "chair_positions" in case["expect"]], ids=lambda case: case["kind"]
)
def test_positions_of_chairs_in_whole_texts(case: dict[str, Any]) -> None:
    found = {
        person.name.text: [position.text for position in person.positions]
        for person in parse(case["text"], meeting=case["meeting"]).chairs
    }
    assert {name: found.get(name) for name in case["expect"]["chair_positions"]} == case["expect"]["chair_positions"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Thay mặt đồng chí Trần Văn Bền, Giám đốc Sở, bà Lê Thị Mận, Phó Giám đốc chủ trì hội nghị.", ["Lê Thị Mận"]),
        ("Theo phân công của ông Trần Văn Bền, bà Lê Thị Mận chủ trì hội nghị.", ["Lê Thị Mận"]),
        ("Được Giám đốc Trần Văn Bền ủy quyền, bà Lê Thị Mận, Phó Giám đốc chủ trì hội nghị.", ["Lê Thị Mận"]),
        ("Bà Lê Thị Mận, thừa ủy quyền của Giám đốc Trần Văn Bền, chủ trì hội nghị.", ["Lê Thị Mận"]),
        ("Bà Lê Thị Mận chủ trì hội nghị thay đồng chí Trần Văn Bền.", ["Lê Thị Mận"]),
        ("Bà Lê Thị Mận cùng với ông Trần Văn Bền chủ trì hội nghị.", ["Lê Thị Mận", "Trần Văn Bền"]),
    ],
)  # fmt: skip
def test_who_is_represented_does_not_chair(sentence: str, names: list[str]) -> None:
    assert chairs(sentence) == names


def test_a_user_can_add_a_verb() -> None:
    text = "Họp giao ban\n\nSáng 1/6/2020, ông Trần Văn Mít cầm càng hội nghị giao ban của Sở Nội vụ.\n"
    own = {"id": "chair.cue.cam_cang", "forms": ["cầm càng"], "example": "ông An cầm càng hội nghị"}
    (chair,) = parse(text, lexicon=[own]).chairs
    assert chair.name.text == "Trần Văn Mít"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_chair_is_not_listed_again_among_those_attending(form: Any) -> None:
    text = (
        "Giao ban tháng 6\n\nSáng 1-6-2020, đồng chí Đinh Văn Sơn, Chánh Văn phòng, chủ trì hội nghị giao ban.\n\n"
        "Tham dự hội nghị có đồng chí Đinh Văn Sơn, Chánh Văn phòng; đồng chí Lê Thị Mận, Trưởng phòng Tổng hợp.\n"
    )
    found = parse(unicodedata.normalize(form, text)).attendance.persons
    assert [unicodedata.normalize("NFC", person.name.text) for person in found] == ["Lê Thị Mận"]


def test_the_holder_of_an_office_is_named_elsewhere() -> None:
    text = (
        "Họp giao ban\n\nSáng 5/3, Chủ tịch UBND huyện Mường Khao chủ trì hội nghị giao ban.\n\n"
        "Chủ tịch UBND huyện Mường Khao Trần Văn Mít yêu cầu rà soát hồ sơ.\n"
    )
    assert [person.name.text for person in parse(text, meeting=True).chairs] == ["Trần Văn Mít"]


def test_a_person_in_parts() -> None:
    sentence = "Đồng chí Trần Văn Mít, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng Ban Chỉ đạo chuyển đổi số chủ trì hội nghị."
    (chair,) = report(sentence).chairs
    assert chair.honorific is not None
    assert chair.honorific.text == "Đồng chí"
    assert [position.text for position in chair.positions] == [
        "Ủy viên Trung ương Đảng",
        "Bí thư Tỉnh ủy",
        "Trưởng Ban Chỉ đạo chuyển đổi số",
    ]


def test_positions_before_the_name_rank_and_degree() -> None:
    (one,) = report("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Trần Văn Mít chủ trì hội nghị.").chairs
    assert [position.text for position in one.positions] == ["Bộ trưởng", "Chủ nhiệm Văn phòng Chính phủ"]
    (two,) = report("Thiếu tướng, PGS.TS Đỗ Văn Na, Giám đốc Học viện chủ trì hội nghị.").chairs
    assert (two.rank and two.rank.text, two.degree and two.degree.text) == ("Thiếu tướng", "PGS.TS")


def test_the_dot_of_an_abbreviation_and_a_degree_after_va() -> None:
    (one,) = report("Phó Chủ tịch UBND TP. Cần Thơ Trần Văn Mít chủ trì hội nghị.").chairs
    assert [position.text for position in one.positions] == ["Phó Chủ tịch UBND TP. Cần Thơ"]
    first, second = report("PGS.TS. Trần Văn Mít, Giám đốc Học viện và TS Lê Văn Định đồng chủ trì hội nghị.").chairs
    assert [position.text for position in first.positions] == ["Giám đốc Học viện"]
    assert second.degree is not None


def test_one_person_named_twice_is_one_person() -> None:
    found = report(
        "Đồng chí Trần Văn Mít chủ trì hội nghị.\n\nẢnh: Đồng chí Trần Văn Mít, Giám đốc Sở chủ trì hội nghị."
    )
    (chair,) = found.chairs
    assert [position.text for position in chair.positions] == ["Giám đốc Sở"]
    assert len(chair.mentions) == 1


def test_a_headline_in_capitals_names_a_chair_too() -> None:
    lead = "Sáng 1-6, đồng chí Trần Văn Mít, Giám đốc Sở, chủ trì hội nghị giao ban."
    (chair,) = parse(f"GIÁM ĐỐC SỞ TRẦN VĂN MÍT HỌP GIAO BAN\n\n{lead}").chairs
    assert (chair.text, len(chair.mentions)) == ("GIÁM ĐỐC SỞ TRẦN VĂN MÍT", 1)
    (chair,) = parse(f"GIÁM ĐỐC SỞ TRẦN VĂN MÍTTÌNH HỌP GIAO BAN\n\n{lead}").chairs
    assert chair.mentions == ()


def test_names_are_looked_for_so_far_however_many_paragraphs_there_are() -> None:
    others = "Các phòng báo cáo kết quả công tác tháng năm của mình. " * 90
    lead = "Sáng 1-6, đồng chí Trần Văn Mít, Giám đốc Sở, chủ trì hội nghị giao ban."
    late = "Đồng chí Trần Văn Mít kết luận."
    (chair,) = parse(f"Tin\n\n{lead}\n\n{others}{late}").chairs
    assert chair.mentions == ()
    (chair,) = parse(f"Tin\n\n{lead}\n\n{late} {others}").chairs
    assert len(chair.mentions) == 1


def test_a_title_before_doubled_chairs_does_not_swallow_the_adverb() -> None:
    found = report("Ông Trần Văn Mít, Chủ tịch UBND huyện và bà Lê Thị Na, Bí thư Huyện ủy đồng chủ trì hội nghị.")
    assert [[p.text for p in chair.positions] for chair in found.chairs] == [
        ["Chủ tịch UBND huyện"],
        ["Bí thư Huyện ủy"],
    ]


def test_the_fuller_mention_gives_the_positions() -> None:
    found = report(
        "Thứ trưởng Trần Văn Mít chủ trì hội nghị.\n\nThứ trưởng Bộ Nội vụ Trần Văn Mít nhấn mạnh ba việc phải làm."
    )
    (chair,) = found.chairs
    assert [position.text for position in chair.positions] == ["Thứ trưởng Bộ Nội vụ"]


@pytest.mark.parametrize(
    "office",
    [
        "Phó Lữ đoàn trưởng", "Trưởng đoàn công tác", "Chủ nhiệm dự án", "Thủ trưởng cơ quan", "Ủy viên Hội đồng", "Phó Giám đốc điều hành",
        "Cục trưởng Cục Hải quan Đồng Nai", "Đại sứ Nhật Bản tại Việt Nam", "Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường", "Phó Khoa",
        "Chủ tịch danh dự", "Phó BT Đoàn trường", "Chủ tịch Hội đồng vùng Đồng bằng sông Hồng",
    ],
)  # fmt: skip
def test_a_position_is_printed_whole(office: str) -> None:
    (chair,) = report(f"Ông Trần Văn Mít, {office} chủ trì hội nghị.").chairs
    assert [position.text for position in chair.positions] == [office]


def test_the_label_of_a_position_is_no_part_of_it() -> None:
    (chair,) = report("Chủ trì: Ông Trần Văn Mít - Chức vụ: Hiệu trưởng").chairs
    assert [position.text for position in chair.positions] == ["Hiệu trưởng"]


def test_a_line_above_the_headline_names_who_is_named_again_below() -> None:
    line = "Dự và chủ trì giao ban có đồng chí: Trần Văn Mít, Bí thư Đảng ủy; Trưởng các phòng chuyên môn"
    below = "Các thôn nêu ý kiến\n\nTại hội nghị, các thôn báo cáo tiến độ cấy lúa và nạo vét mương.\n\n{} kết luận."
    named = parse(f"Quang cảnh giao ban\n{line}\n{below.format('Đồng chí Trần Văn Mít')}", meeting=True)
    assert [person.name.text for person in named.chairs] == ["Trần Văn Mít"]
    unnamed = parse(f"Quang cảnh giao ban\n{line}\n{below.format('Đồng chí Bí thư')}", meeting=True)
    assert unnamed.chairs == ()


def test_the_space_behind_a_full_stop_may_be_lost() -> None:
    found = report("Các thôn đã nạo vét mương (dài 3 km).Chủ trì hội nghị, ông Trần Văn Mít yêu cầu làm sớm.").chairs
    assert [person.name.text for person in found] == ["Trần Văn Mít"]

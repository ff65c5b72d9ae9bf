"""The rules of who chaired: a verb or noun of chairing, what must and must not stand around it, whom it makes chairs.

Each rule reads the persons that one verb makes chairs. An organisation that "chủ trì, phối hợp" leads the work and
chairs nothing; who is only represented, invited or told to come chairs nothing either.
"""

from partyreports.meeting.chairs.context import (
    HeadsList,
    InClauseBefore,
    InSentence,
    OfMeeting,
    RightBefore,
    SaidOfOtherTime,
)
from partyreports.meeting.chairs.named_elsewhere import holders_of_offices, known_by_given_name, known_by_pronoun
from partyreports.meeting.chairs.person_lists import Persons
from partyreports.meeting.chairs.readings import (
    behind_a_body,
    chaired_by,
    fronted_verb,
    heading_a_list,
    named_beside,
    subjects_of_verb,
    under_the_chair_of,
    while_chairing,
)
from partyreports.meeting.mentions.elsewhere import OpensOtherTime
from partyreports.rules import After, Before, CueRule

_COURT_WITHIN = 16
"""Characters behind “chủ tọa” within which a trial is named: “chủ tọa một phiên tòa”."""

_OF_ANOTHER_MEETING = (
    InClauseBefore("chair.other_time"),
    InClauseBefore("chair.court"),
    After("chair.court", within=_COURT_WITHIN),
    After("meeting.future_after"),
    After("meeting.other_event"),
    SaidOfOtherTime(),
    OpensOtherTime(),
)
_NOT_A_CHAIR = (RightBefore(("chair.not_a_chair", "chair.future", "chair.while")), *_OF_ANOTHER_MEETING)

RULES: tuple[CueRule[Persons], ...] = (
    CueRule(
        id="chair.under_the_chair_of",
        cue="chair.cue",
        unless=(InClauseBefore("chair.other_time"),),
        produce=under_the_chair_of,
        accepts={
            "Hội nghị diễn ra dưới sự chủ trì của Giám đốc Sở Trần Văn Mít.": ["Trần Văn Mít"],
            "Dưới sự chủ trì, điều hành của bà Lê Thị Na, HĐND huyện họp.": ["Lê Thị Na"],
            "Điểm cầu xã có sự tham dự và chủ trì của ông Hồ Bá Lý - Bí thư Đảng ủy.": ["Hồ Bá Lý"],
            "Dưới dự chủ trì của bà Lê Thị Na-Chủ tịch xã, các thôn báo cáo.": ["Lê Thị Na"],
        },
        refuses=(
            "Dưới sự lãnh đạo của Giám đốc Trần Văn Mít, Sở đã họp.",
            "Trước đó, dưới sự chủ trì của ông Hồ Bá Lý, Sở đã họp.",
        ),
    ),
    CueRule(
        id="chair.under_the_conduct_of",
        cue="chair.verb_of_meeting",
        when=(InSentence(("meeting.noun", "chair.occasion")),),
        produce=under_the_chair_of,
        accepts={
            "Hội nghị diễn ra dưới sự điều hành của Phó Giám đốc Sở Lê Thị Na.": ["Lê Thị Na"],
            "Hội đồng họp phiên thứ 20 dưới sự chủ tọa của Chủ tịch Hội đồng Đinh Công Thắng.": ["Đinh Công Thắng"],
            "Dưới sự điều khiển của bà Lê Thị Na, Đại hội bầu Ban Chấp hành.": ["Lê Thị Na"],
            "Theo điều hành của bà Lê Thị Na, phiên thảo luận kéo dài hai giờ.": ["Lê Thị Na"],
        },
        refuses=(
            "Nhờ điều hành của Phó Giám đốc Lê Thị Na, thu ngân sách tăng.",
            "Dưới sự điều hành của Giám đốc Lê Thị Na, doanh thu tăng gấp đôi.",
        ),
    ),
    CueRule(
        id="chair.chaired_by",
        cue="chair.cue",
        unless=_NOT_A_CHAIR,
        produce=chaired_by,
        accepts={"Hội thảo được chủ trì bởi PGS.TS Trần Văn Mít và TS. Lê Thị Na.": ["Trần Văn Mít", "Lê Thị Na"]},
        refuses=("Đề án được chủ trì bởi Sở Nội vụ; ông Trần Văn Mít góp ý.",),
    ),
    CueRule(
        id="chair.conducted_by",
        cue="chair.verb_of_meeting",
        when=(InSentence(("meeting.noun", "chair.occasion")),),
        unless=_NOT_A_CHAIR,
        produce=chaired_by,
        accepts={"Phiên thứ hai được điều hành bởi TS. Lê Thị Na.": ["Lê Thị Na"]},
        refuses=("Công ty được điều hành bởi ông Trần Văn Mít.",),
    ),
    CueRule(
        id="chair.heading_a_list",
        cue="chair.cue",
        unless=_NOT_A_CHAIR,
        produce=heading_a_list,
        accepts={
            "Chủ trì kỳ họp có các đồng chí: Trần Văn Mít; Lê Thị Na.": ["Trần Văn Mít", "Lê Thị Na"],
            "Chủ trì: đồng chí Trần Văn Mít, Giám đốc Sở.": ["Trần Văn Mít"],
            "Tại điểm cầu Sở, dự và chủ trì giao ban có ông Hồ Bá Lý - Giám đốc Sở.": ["Hồ Bá Lý"],
            "Chủ trì ở đầu cầu Sở Y tế là Giám đốc Sở Lê Văn Khải.": ["Lê Văn Khải"],
            "Chủ trì cuộc họp: bà Lê Thị Na; Thư ký: ông Hồ Bá Lý.": ["Lê Thị Na"],
            "Chủ trì họp báo và giải đáp báo giới có: ông Hồ Bá Lý, Phó Giám đốc Sở.": ["Hồ Bá Lý"],
        },
        refuses=(
            "Chủ trì hội nghị yêu cầu các sở có báo cáo của Trần Văn Mít.",
            "Sở Nội vụ chủ trì có hiệu quả các đề án.",
        ),
    ),
    CueRule(
        id="chair.conduct_heading_a_list",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=heading_a_list,
        accepts={
            "Dự và điều hành diễn đàn có ông Hồ Bá Lý - Giám đốc Sở.": ["Hồ Bá Lý"],
            "Chủ tọa gồm ông Lê Văn Tám và bà Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"],
            "Ngồi ghế chủ tọa là ông Lê Văn Tám.": ["Lê Văn Tám"],
        },
        refuses=("Điều hành giá có ông Hồ Bá Lý.",),
    ),
    CueRule(
        id="chair.presidium",
        cue="chair.presidium",
        produce=heading_a_list,
        accepts={"Đoàn Chủ tọa kỳ họp gồm: ông Lê Văn Tám, bà Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"]},
        refuses=("Đoàn Chủ tọa trả lời ông Lê Văn Tám.",),
    ),
    CueRule(
        id="chair.named_beside",
        cue="chair.presidium",
        unless=(Before("chair.delegated"),),
        produce=named_beside,
        accepts={
            "Người chủ trì, ông Lê Văn Tám, tóm tắt các ý kiến.": ["Lê Văn Tám"],
            "Người chủ trì hội nghị, Thứ trưởng Lê Văn Tám, nói rằng giá đã giảm.": ["Lê Văn Tám"],
        },
        refuses=(
            "Thay mặt Đoàn Chủ tọa, ông Lê Văn Tám trả lời.",
            "Đoàn Chủ tọa mời ông Lê Văn Tám.",
            "Người chủ trì hội nghị mời ông Lê Văn Tám.",
        ),
    ),
    CueRule(
        id="chair.listed_presidium",
        cue="chair.presidium_if_listed",
        when=(HeadsList(),),
        produce=heading_a_list,
        accepts={
            "Đại hội đã bầu đoàn chủ tịch gồm 2 đồng chí: Lê Văn Tám và Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"],
            "Điều hành đại hội có Đoàn Chủ tịch gồm: 1. Ông Lê Văn Tám 2. Bà Vũ Thị Na.": ["Lê Văn Tám", "Vũ Thị Na"],
        },
        refuses=("Dự họp có Đoàn Chủ tịch Hội Nông dân gồm ông Lê Văn Tám.",),
    ),
    CueRule(
        id="chair.fronted_verb",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=fronted_verb,
        accepts={
            "Chủ trì hội nghị đối thoại với doanh nghiệp may, Giám đốc Sở Trần Quốc Mít nhấn mạnh việc cấp phép.": [
                "Trần Quốc Mít"
            ],
            "Chủ trì cuộc họp đồng chí Cao Văn Lợi, Chủ tịch UBND, tham dự có các ủy viên.": ["Cao Văn Lợi"],
            "Chủ trì buổi giao ban BSCKII Võ Thị Mơ – Giám đốc bệnh viện, cùng dự có các khoa.": ["Võ Thị Mơ"],
        },
        refuses=(
            "Chủ trì đề tài, ông Trần Quốc Mít đã nộp báo cáo.",
            "Sau khi chủ trì, Sở Nội vụ báo cáo Trần Văn Mít.",
        ),
    ),
    CueRule(
        id="chair.fronted_conduct",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=fronted_verb,
        accepts={
            "Trong vai trò chủ tọa, PGS.TS Lê Thị Na đặt ba câu hỏi.": ["Lê Thị Na"],
            "Chủ tọa Trần Văn Mít mời các cổ đông biểu quyết.": ["Trần Văn Mít"],
            "Điều khiển cuộc họp, ông Hồ Bá Lý - Trưởng thôn đề nghị các hộ góp ý.": ["Hồ Bá Lý"],
        },
        refuses=("Chủ tọa phiên tòa Trần Văn Mít tuyên án.", "Điều hành công ty, ông Hồ Bá Lý mở thêm xưởng."),
    ),
    CueRule(
        id="chair.body_then_list",
        cue="chair.cue",
        unless=_NOT_A_CHAIR,
        produce=behind_a_body,
        accepts={
            "Hội nghị do Thường trực Đảng ủy chủ trì, gồm các đồng chí: Vũ Đình Mít, Bí thư; Lò Thị Mây, Phó Bí thư.": [
                "Vũ Đình Mít",
                "Lò Thị Mây",
            ]
        },
        refuses=("Hội nghị do Thường trực Đảng ủy chủ trì, các đồng chí Vũ Đình Mít và Lò Thị Mây dự.",),
    ),
    CueRule(
        id="chair.subject_of_verb",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=subjects_of_verb,
        accepts={
            "Giám đốc Sở Trần Văn Mít đã chủ trì hội nghị.": ["Trần Văn Mít"],
            "Hội nghị do ông Trần Văn Mít, giám đốc Sở, và bà Lê Thị Na đồng chủ trì.": ["Trần Văn Mít", "Lê Thị Na"],
            "Thay mặt ông Hồ Bá Lý, Giám đốc Sở, bà Lê Thị Na, Phó Giám đốc chủ trì hội nghị.": ["Lê Thị Na"],
            "Thừa ủy quyền của Giám đốc Sở, bà Lê Thị Na - Phó Giám đốc chủ trì hội nghị.": ["Lê Thị Na"],
            "Bà Lê Thị Na, Trưởng bộ môn Kỹ năng chủ trì buổi giao ban.": ["Lê Thị Na"],
            "Ông Hồ Bá Lý, Bí thư Đoàn Khối tỉnh đọc lời khai mạc và chủ trì hội nghị.": ["Hồ Bá Lý"],
            "Chánh án Tòa án nhân dân tối cao Khuông Bá Lý chủ trì hội nghị.": ["Khuông Bá Lý"],
            "Thứ trưởng Lê Thị Na đồng chủ trì với ông Hồ Bá Lý cuộc họp kỹ thuật.": ["Lê Thị Na", "Hồ Bá Lý"],
            "Sau lời khai mạc của ông Hồ Bá Lý, bà Lê Thị Na chủ trì cuộc họp.": ["Lê Thị Na"],
            "Thái tử Khalid bin Nasser triệu tập và chủ trì cuộc họp.": ["Khalid bin Nasser"],
            "Thủ tướng Lê Thị Na trên cương vị Chủ tịch ASEAN chủ trì hội nghị.": ["Lê Thị Na"],
            "Hội thảo do TS. Hồ Bá Lý (Trường Trần Văn Mít) chủ trì.": ["Hồ Bá Lý"],
            "Bà Lê Thị Na và Bộ trưởng Ngoại giao Trung Quốc Vương Bền đồng chủ trì hội nghị.": [
                "Lê Thị Na",
                "Vương Bền",
            ],
            "Phiên họp do Bộ trưởng Hồ Bá Lý làm Chủ tịch Hội đồng chủ trì.": ["Hồ Bá Lý"],
            "Bộ trưởng Quốc phòng Mỹ Hartman chủ trì hội nghị.": ["Hartman"],
            "Cuộc họp do Ngoại trưởng Pháp Dupont, nước giữ chức Chủ tịch luân phiên, chủ trì.": ["Dupont"],
            "Chủ tịch UBND tỉnh Ninh Hải Đăng chủ trì cuộc họp.": ["Ninh Hải Đăng"],
            "Hội thảo do TS Võ Tá Đồng chủ trì.": ["Võ Tá Đồng"],
            "Ông Hồ Bá Lýchủ trì hội nghị.": ["Hồ Bá Lý"],
            "Ông Hồ Bá Lý đi thăm bệnh viện, sau đó chủ trì cuộc họp.": ["Hồ Bá Lý"],
            "Phó Thủ tướng Lê Thị Na, Trưởng Ban Chỉ đạo điều hành giá chủ trì cuộc họp.": ["Lê Thị Na"],
        },
        refuses=(
            "Sở Nội vụ chủ trì, phối hợp với ông Trần Văn Mít.",
            "Trước đó, đồng chí Trần Văn Mít đã chủ trì cuộc họp của Ban Chỉ đạo.",
            "Tuần tới, ông Trần Văn Mít sẽ chủ trì hội nghị khác.",
            "Hội nghị do ông Trần Văn Mít chủ trì sẽ diễn ra tuần tới.",
            "Ông Trần Văn Mít chủ trì đề án số hóa.",
            "Hội nghị đề nghị ông Trần Văn Mít chủ trì cuộc họp với các xã.",
            "Sau hội nghị, ông Trần Văn Mít chủ trì cuộc họp Ban Thường vụ.",
            "Theo quy chế, Phó Chủ tịch Trần Văn Mít chủ trì các cuộc họp.",
            "Tuần sau, ông Trần Văn Mít chủ trì cuộc họp về thuốc.",
            "Chiều cùng ngày, ông Trần Văn Mít chủ trì lễ trao giải.",
            "Theo kế hoạch, ông Trần Văn Mít chủ trì kỳ họp tháng 7.",
            "Trụ sở ở số 9 đường Phạm Văn Bạch do quận chủ trì hội nghị.",
            "Bộ trưởng Quốc phòng Mỹ chủ trì hội nghị.",
            "Chủ tịch UBND huyện Ninh Hải chủ trì cuộc họp.",
            "Ông Hồ Bá Lý thăm bệnh viện, sau đó Sở Y tế chủ trì cuộc họp.",
            "Trợ lý của ông Hồ Bá Lý chủ trì cuộc họp.",
            "Sở họp bàn lễ hội; an ninh do Đại tá Hồ Bá Lý chủ trì bảo đảm.",
            "Ông Hồ Bá Lý làm thơ, Chủ tịch Hội đồng chủ trì cuộc họp.",
        ),
    ),
    CueRule(
        id="chair.subject_of_conduct",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=subjects_of_verb,
        accepts={
            "Hội nghị do ông Trần Văn Mít và bà Lê Thị Na điều hành.": ["Trần Văn Mít", "Lê Thị Na"],
            "Ông Bùi Sỹ Đán - Chủ tịch Hội điều hành diễn đàn.": ["Bùi Sỹ Đán"],
            "Ông Bùi Sỹ Đán cầm trịch cuộc họp.": ["Bùi Sỹ Đán"],
            "Ông Bùi Sỹ Đán là đồng chủ tọa.": ["Bùi Sỹ Đán"],
        },
        refuses=(
            "Ông Bùi Sỹ Đán điều hành công ty.",
            "Ông Bùi Sỹ Đán cầm trịch đội bóng.",
            "Bạn của ông Bùi Sỹ Đán là chủ tọa phiên họp.",
            "Phiên tòa do thẩm phán Trần Văn Mít làm chủ tọa.",
        ),
    ),
    CueRule(
        id="chair.while_chairing",
        cue="chair.cue",
        when=(RightBefore(("chair.while",)), OfMeeting()),
        unless=(RightBefore(("chair.future",)), *_OF_ANOTHER_MEETING),
        produce=while_chairing,
        accepts={
            "Ông Hồ Bá Lý nhấn mạnh điều này khi chủ trì cuộc họp về đê kè.": ["Hồ Bá Lý"],
            "“Phải làm ngay”, Giám đốc Sở Lê Thị Na yêu cầu khi chủ trì hội nghị sáng 5/4.": ["Lê Thị Na"],
            "Khi chủ trì buổi giao ban, bà Lê Thị Na nhắc các phòng.": ["Lê Thị Na"],
            "Phát biểu khi chủ trì hội nghị ngày 5/4, Giám đốc Sở Hồ Bá Lý nêu ba việc.": ["Hồ Bá Lý"],
            "Đó là ý kiến của ông Hồ Bá Lý khi trực tiếp chủ trì cuộc họp.": ["Hồ Bá Lý"],
        },
        refuses=(
            "Ông Hồ Bá Lý đi thăm xưởng may sau khi chủ trì hội nghị.",
            "Khi chủ trì đề tài, ông Hồ Bá Lý mới 30 tuổi.",
            "Ông Hồ Bá Lý từng nói vậy khi chủ trì hội nghị năm ngoái.",
        ),
    ),
    CueRule(
        id="chair.by_pronoun",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=known_by_pronoun,
        accepts={
            "Đó là yêu cầu của Giám đốc Sở Lê Thị Na tại cuộc họp do bà chủ trì sáng 5/4.": ["Lê Thị Na"],
            "Trong cuộc họp do mình chủ trì, Giám đốc Sở Lê Thị Na yêu cầu rà soát.": ["Lê Thị Na"],
        },
        refuses=(
            "Ông Hồ Bá Lý mời bà Lê Thị Na dự cuộc họp do ông chủ trì.",
            "Ông Hồ Bá Lý nhắc tới đề án do ông chủ trì.",
            "Tại cuộc họp do ông chủ trì, bà Lê Thị Na đề nghị sửa luật.",
            "Trong cuộc họp do mình chủ trì, Sở nghe bà Lê Thị Na báo cáo.",
        ),
    ),
    CueRule(
        id="chair.by_office",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=holders_of_offices,
        accepts={
            "Chủ tịch UBND xã chủ trì cuộc họp. Chủ tịch UBND xã Lê Thị Na yêu cầu rà soát.": ["Lê Thị Na"],
            "Chủ tịch UBND xã chủ trì cuộc họp. Bà Lê Thị Na, Chủ tịch UBND xã, yêu cầu rà soát.": ["Lê Thị Na"],
            "Chủ tịch UBND xã chủ trì cuộc họp. Chủ tịch UBND xã Tân An Lê Thị Na yêu cầu rà soát.": ["Lê Thị Na"],
            "Thủ tướng Chính phủ chủ trì cuộc họp. Thủ tướng Lê Thị Na yêu cầu rà soát.": ["Lê Thị Na"],
            "Bộ trưởng Bộ Y tế Lê Thị Na nêu điều này tại cuộc họp do Bộ trưởng chủ trì.": ["Lê Thị Na"],
            "Chủ trì cuộc họp, Chủ tịch xã yêu cầu rà soát. Bà Lê Thị Na, Chủ tịch xã, nêu ba việc.": ["Lê Thị Na"],
            "Thủ tướng chủ trì cuộc họp. Thủ tướng Chính phủ Lê Thị Na nêu ba việc.": ["Lê Thị Na"],
        },
        refuses=(
            "Chủ tịch UBND xã chủ trì cuộc họp. Bí thư xã Lê Thị Na yêu cầu rà soát.",
            "Chủ tịch UBND xã chủ trì cuộc họp. Nguyên Chủ tịch UBND xã Lê Thị Na góp ý.",
            "Bộ trưởng Bộ Y tế chủ trì cuộc họp. Bộ trưởng Bộ Tài chính Lê Thị Na góp ý.",
            "Phó Giám đốc Sở chủ trì cuộc họp. Dự có Phó Giám đốc Sở Lê Thị Na, Phó Giám đốc Sở Hồ Bá Lý.",
            "Chủ trì cuộc họp, Sở mời Chủ tịch xã phát biểu. Bà Lê Thị Na, Chủ tịch xã, nêu ba việc.",
            "Đề nghị Chủ tịch UBND xã chủ trì cuộc họp. Chủ tịch UBND xã Lê Thị Na đồng ý.",
            "Bộ trưởng Bộ Y tế Lê Thị Na dự cuộc họp do Bộ trưởng Bộ Tài chính chủ trì.",
        ),
    ),
    CueRule(
        id="chair.conduct_by_office",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=holders_of_offices,
        accepts={
            "Chủ tịch UBND xã điều hành phiên họp của Ủy ban. Chủ tịch UBND xã Lê Thị Na nêu ba việc.": ["Lê Thị Na"],
        },
        refuses=(
            "Chủ tịch UBND xã điều hành phiên họp của Ủy ban. Bí thư xã Lê Thị Na nêu ba việc.",
            "Chủ tịch UBND xã điều hành công việc. Chủ tịch UBND xã Lê Thị Na nêu ba việc.",
        ),
    ),
    CueRule(
        id="chair.by_given_name",
        cue="chair.cue",
        when=(OfMeeting(),),
        unless=_NOT_A_CHAIR,
        produce=known_by_given_name,
        accepts={
            "Cuộc họp do ông Mít chủ trì. Ông Trần Văn Mít là Chủ tịch xã.": ["Trần Văn Mít"],
            "Tổng thống Volkov chủ trì cuộc họp.": ["Volkov"],
            "Tổng thống Volkov chủ trì cuộc họp. Ông Ivan Volkov nêu ba việc.": ["Ivan Volkov"],
        },
        refuses=(
            "Tổng thống Brazil chủ trì cuộc họp.",
            "Giám đốc Samtex chủ trì cuộc họp.",
            "Cuộc họp do ông Mít chủ trì.",
            "Cuộc họp do ông Mít chủ trì. Ông Trần Văn Mít và ông Lê Bá Mít dự họp.",
        ),
    ),
    CueRule(
        id="chair.conduct_by_given_name",
        cue="chair.verb_of_meeting",
        when=(OfMeeting(named=True),),
        unless=_NOT_A_CHAIR,
        produce=known_by_given_name,
        accepts={
            "Bà Na, chủ tọa đại hội, trả lời ngay. Bà Lê Thị Na là Chủ tịch công ty.": ["Lê Thị Na"],
        },
        refuses=("Bà Na điều hành công ty. Bà Lê Thị Na là Chủ tịch.",),
    ),
)

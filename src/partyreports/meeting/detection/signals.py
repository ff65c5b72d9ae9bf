"""Evidence that an article reports a meeting that took place, or something else.

What a signal is worth stands in `data/weights/detection.json`; `tools/fit_detection.py` fits it. A signal that can
only speak for a report, or only against one, says so (`sign`), so that no accident of the texts it is fitted on turns
it round.
"""

from partyreports.layout.article import Article, article_of
from partyreports.layout.segmentation import find_layout
from partyreports.meeting.detection.evidence import (
    anywhere,
    asks_the_reader,
    counted,
    days_in_turn,
    documents_in_head,
    early,
    first_is_future,
    first_mention,
    future_in_opening,
    headline_begins_with_meeting,
    headline_is_future,
    holds_meeting,
    in_caption,
    in_first,
    in_head,
    in_opening,
    in_sentences,
    introduced_again,
    is_at_press_conference,
    is_digest,
    is_in_passing,
    is_interview,
    is_of_minutes,
    is_of_today,
    is_short,
    is_source_of_news,
    is_told_elsewhere,
    names_meeting_and_day,
    no_mention,
    of_mentions,
    on_the_sidelines,
    opens_at_the_meeting,
    opens_with_day_early,
    resumes,
    several_days,
    talks_on_a_day,
    tells_speech,
    worded_like_a_report,
    worded_otherwise,
)
from partyreports.meeting.detection.telling import Telling
from partyreports.meeting.mentions.finding import Stance
from partyreports.rules import RuleTable, Signal
from partyreports.text.scanned import scan

SIGNALS: tuple[Signal[Telling], ...] = (
    Signal(
        id="meeting.named_first",
        measure=first_mention,
        accepts=("Tin\n\nSở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nGiá vàng tăng.",),
        sign=1,
    ),
    Signal(
        id="meeting.dated_in_opening",
        measure=early(names_meeting_and_day),
        accepts=("Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nHội nghị quán triệt Quyết định 12/QĐ-TTg ngày 5/3.",),
        sign=1,
    ),
    Signal(
        id="meeting.opens_with_day",
        measure=opens_with_day_early,
        accepts=("Tin\n\nSáng 5/3, Sở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nSở Nội vụ tổ chức hội nghị sáng 5/3.",),
        sign=1,
    ),
    Signal(
        id="meeting.of_today",
        measure=anywhere(is_of_today),
        accepts=("Tin\n\nGiá vàng tăng. Ông nói vậy tại cuộc họp báo chiều nay.",),
        refuses=("Tin\n\nGiá vàng tăng. Ông nói vậy tại cuộc họp báo chiều 5/3.",),
        sign=1,
    ),
    Signal(
        id="meeting.introduced_again",
        measure=introduced_again,
        accepts=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Ngày 5/3, Sở B cũng tổ chức hội nghị.",),
        refuses=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Hội nghị bàn ba việc.",),
        sign=-1,
    ),
    Signal(
        id="meeting.speech",
        measure=counted(tells_speech, 3),
        accepts=("Tin\n\nPhát biểu tại hội nghị, ông nêu ba việc.",),
        refuses=("Tin\n\nÔng phát biểu trên truyền hình.",),
        sign=1,
    ),
    Signal(
        id="meeting.resumed",
        measure=counted(resumes, 2),
        accepts=("Tin\n\nTại hội nghị, các đại biểu đã thảo luận.",),
        refuses=("Tin\n\nTại hội nghị thượng đỉnh năm ấy, họ gặp nhau.",),
        sign=1,
    ),
    Signal(
        id="meeting.in_caption",
        measure=in_caption,
        accepts=("Tin\n\nGiá vàng tăng.\n\nQuang cảnh hội nghị. Ảnh: Thu Hà",),
        refuses=("Tin\n\nGiá vàng tăng.\n\nMột cửa hàng vàng. Ảnh: Thu Hà",),
        sign=1,
    ),
    Signal(
        id="meeting.officials",
        measure=in_sentences("person.position", "person.honorific", full=0.5),
        accepts=("Tin\n\nGiám đốc Sở nêu ba việc.",),
        refuses=("Tin\n\nGiá vàng tăng.",),
        sign=1,
    ),
    Signal(
        id="meeting.no_meeting_named",
        measure=no_mention,
        accepts=("Tin\n\nGiá vàng tăng.",),
        refuses=("Tin\n\nHội nghị kết thúc.",),
        sign=-1,
    ),
    Signal(
        id="meeting.several_days",
        measure=several_days,
        accepts=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị. Ngày 6/3, Sở B tổ chức hội nghị.",),
        refuses=("Tin\n\nNgày 5/3, Sở A tổ chức hội nghị.",),
        sign=-1,
    ),
    Signal(
        id="meeting.days_in_turn",
        measure=days_in_turn,
        accepts=("Tin\n\nNgày 5/3, huyện họp dân. Ngày 6/3, huyện đào mương.",),
        refuses=("Tin\n\nNgày 5/3, huyện họp dân. Sáng 5/3, mưa to.",),
        sign=-1,
    ),
    Signal(
        id="meeting.on_the_sidelines",
        measure=on_the_sidelines,
        accepts=("Tin\n\nBên lề kỳ họp, đại biểu trao đổi với báo chí.",),
        refuses=(
            "Tin\n\nTại kỳ họp, đại biểu trao đổi ý kiến.",
            "Tin\n\nBên lề hội nghị, hai Bộ trưởng đã có cuộc gặp.",
        ),
        sign=-1,
    ),
    Signal(
        id="meeting.other_meetings",
        measure=of_mentions(Stance.OTHER, Stance.MANY),
        accepts=("Tin\n\nTại nhiều hội nghị, cử tri đã nêu.",),
        refuses=(
            "Tin\n\nTại hội nghị, cử tri đã nêu.",
            "Tin\n\nSở tổ chức hội nghị quán triệt Nghị quyết Đại hội tỉnh.",
        ),
        sign=-1,
    ),
    Signal(
        id="meeting.to_come_in_opening",
        measure=future_in_opening,
        accepts=("Tin\n\nTuần tới, Sở sẽ tổ chức hội nghị.",),
        refuses=("Tin\n\nSở tổ chức hội nghị.",),
        sign=-1,
    ),
    Signal(
        id="meeting.to_come_first",
        measure=first_is_future,
        accepts=("Sở sẽ tổ chức hội nghị\n\nHội nghị do Sở chủ trì.",),
        refuses=("Tin\n\nHội nghị bế mạc. Tuần tới, Sở sẽ tổ chức hội nghị.",),
        sign=-1,
    ),
    Signal(
        id="meeting.headline_to_come",
        measure=headline_is_future,
        accepts=("Chủ tịch tỉnh sẽ chủ trì họp báo\n\nGiá vàng tăng.",),
        refuses=("Chủ tịch tỉnh chủ trì họp báo\n\nTuần tới, tỉnh sẽ tổ chức hội nghị.",),
        sign=-1,
    ),
    Signal(
        id="meeting.ceremony",
        measure=in_head("meeting.against.ceremony"),
        accepts=("Lễ kỷ niệm 60 năm\n\nTrường đón khách.",),
        refuses=("Hội nghị tổng kết\n\nTrường đón khách.",),
        sign=-1,
    ),
    Signal(
        id="meeting.interview",
        measure=is_interview,
        accepts=(
            "Giám đốc Sở trả lời phỏng vấn\n\nViệc học thêm ra sao?",
            "Tin\n\nTrường mới xây. Chiều 5/3, Giám đốc Sở trao đổi riêng với Báo Mây Núi.",
        ),
        refuses=("Giám đốc Sở phát biểu\n\nViệc học thêm ra sao?",),
        sign=-1,
    ),
    Signal(
        id="meeting.document",
        measure=documents_in_head,
        accepts=("Tin\n\nChủ tịch tỉnh vừa ký ban hành quy định.",),
        refuses=("Tin\n\nThực hiện Kế hoạch số 6, chi bộ tổ chức đại hội.",),
        sign=-1,
    ),
    Signal(
        id="meeting.world_news",
        measure=in_sentences("meeting.against.abroad", full=0.25),
        accepts=("Tin\n\nTổng thống đắc cử chưa bình luận.",),
        refuses=("Tin\n\nChủ tịch tỉnh chưa trả lời.",),
        sign=-1,
    ),
    Signal(
        id="meeting.held",
        measure=early(holds_meeting),
        accepts=("Tin\n\nSở Nội vụ tổ chức hội nghị.",),
        refuses=("Tin\n\nÔng nói về hội nghị.",),
        sign=1,
    ),
    Signal(
        id="meeting.headline_begins",
        measure=headline_begins_with_meeting,
        accepts=("Hội nghị giao ban tháng 5\n\nGiá vàng tăng.",),
        refuses=("Sở Nội vụ tổ chức hội nghị\n\nGiá vàng tăng.",),
        sign=1,
    ),
    Signal(
        id="meeting.talk",
        measure=early(talks_on_a_day),
        accepts=(
            "Tin\n\nNgày 23/5, Thứ trưởng có cuộc gặp với phía bạn.",
            "Tin\n\nHai ngoại trưởng ngày 23/5 đã thảo luận với Tổng Thư ký.",
        ),
        refuses=("Tin\n\nThứ trưởng có cuộc gặp với phía bạn.",),
        sign=1,
    ),
    Signal(
        id="meeting.press_conference",
        measure=early(is_at_press_conference),
        accepts=("Tin\n\nHuấn luyện viên mở đầu buổi họp báo.",),
        refuses=("Tin\n\nHuấn luyện viên mở đầu buổi tập.",),
        sign=1,
    ),
    Signal(
        id="meeting.source_of_news",
        measure=anywhere(is_source_of_news),
        accepts=("Tin\n\nGiá vàng tăng. Thông tin trên được công bố tại hội nghị tổng kết.",),
        refuses=("Tin\n\nGiá vàng tăng. Ông nói vậy tại hội nghị tổng kết.",),
        sign=1,
    ),
    Signal(
        id="meeting.addressed",
        measure=in_sentences("meeting.salutation", full=0.1),
        accepts=("Tin\n\nThưa toàn thể đồng chí, năm qua có nhiều khó khăn.",),
        refuses=("Tin\n\nThưa ông, việc học thêm ra sao?",),
        sign=1,
    ),
    Signal(
        id="meeting.digest",
        measure=is_digest,
        accepts=(
            "Điểm báo ngày 12/4\n\nGiá vàng tăng. Sở Nội vụ họp.",
            "Tin tối 12/4: Lũ lên; Sở Nội vụ họp; giá vàng giảm\n\nGiá vàng giảm.",
        ),
        refuses=("Tin\n\nÔng Sơn điểm lại tình hình.",),
        sign=-1,
    ),
    Signal(
        id="meeting.minutes",
        measure=is_of_minutes,
        accepts=("Biên bản họp Hội đồng trường\n\nThời gian: 14 giờ.",),
        refuses=("Tin\n\nBiên bản ghi rõ hai việc.",),
        sign=1,
    ),
    Signal(
        id="meeting.short_text",
        measure=is_short,
        accepts=("Tin\n\nGiá vàng tăng.",),
        refuses=("Tin\n\nMột. Hai câu. Ba câu. Bốn câu. Năm câu.",),
    ),
    Signal(
        id="meeting.deliberation",
        measure=in_sentences("meeting.speech", "extent.reporting_verb", full=0.7),
        accepts=("Tin\n\nGiám đốc Sở đề nghị làm sớm.",),
        refuses=("Tin\n\nGiá vàng tăng.",),
        sign=1,
    ),
    Signal(
        id="meeting.floor",
        measure=in_sentences("meeting.floor", full=0.5),
        accepts=("Tin\n\nĐại biểu Trần Sơn giơ biển tranh luận.",),
        refuses=("Tin\n\nÔng Trần Sơn bán nhà.",),
        sign=1,
    ),
    Signal(
        id="meeting.framed",
        measure=counted(opens_at_the_meeting, 3),
        accepts=("Tin\n\nTại hội nghị tổng kết năm 2020, các đại biểu đã thảo luận.",),
        refuses=("Tin\n\nCác đại biểu đã thảo luận về hội nghị tổng kết.",),
        sign=1,
    ),
    Signal(
        id="meeting.in_passing",
        measure=counted(is_in_passing, 3),
        accepts=("Tin\n\nLời ông Sơn về hội nghị bị cắt mất nửa câu.",),
        refuses=(
            "Tin\n\nTại hội nghị, ông Sơn nêu ba việc.",
            "Tin\n\nSở tổ chức hội nghị.",
            "Tin\n\nÔng Sơn mở đầu hội nghị bằng việc nêu ba khó khăn.",
            "Tin\n\nÔng Sơn mở đầu cuộc họp: “Năm nay rất khó”.",
            "Tin\n\nChủ tịch Trần Sơn chủ trì đại hội đồng cổ đông.",
        ),
        sign=-1,
    ),
    Signal(
        id="meeting.told_elsewhere",
        measure=in_first(is_told_elsewhere, 4),
        accepts=("Tin\n\nQua điện thoại, ông Sơn cho biết đường sẽ thông.",),
        refuses=("Tin\n\nTrả lời phóng viên tại cuộc họp báo, ông Sơn cho biết đường sẽ thông.",),
        sign=-1,
    ),
    Signal(
        id="meeting.asks_the_reader",
        measure=asks_the_reader,
        accepts=("Tin\n\nVì sao giá vàng tăng?",),
        refuses=("Tin\n\n“Vì sao giá vàng tăng?”",),
        sign=-1,
    ),
    Signal(
        id="meeting.conclusion_passed_on",
        measure=in_opening("meeting.against.conclusion"),
        accepts=("Thông báo kết luận của Chủ tịch tỉnh\n\nTại cuộc họp, Chủ tịch giao ba việc.",),
        refuses=("Kết luận của Chủ tịch tỉnh\n\nTại cuộc họp, Chủ tịch giao ba việc.",),
        sign=-1,
    ),
    Signal(
        id="meeting.wording",
        measure=worded_like_a_report,
        accepts=("Tin\n\nCác đại biểu thảo luận, thống nhất cao với báo cáo; đồng chí nhấn mạnh nhiệm vụ trọng tâm.",),
        refuses=("Tin\n\nQuán mở cửa lúc bảy giờ, khách đông, phở ngon và rẻ.",),
        sign=1,
    ),
    Signal(
        id="meeting.other_wording",
        measure=worded_otherwise,
        accepts=("Tin\n\nQuán mở cửa lúc bảy giờ, khách đông, phở ngon và rẻ.",),
        refuses=("Tin\n\nCác đại biểu thảo luận, thống nhất cao với báo cáo; đồng chí nhấn mạnh nhiệm vụ trọng tâm.",),
        sign=-1,
    ),
)


def strengths(article: Article) -> list[tuple[str, float]]:
    """Names of the signals that are there, each with its strength."""
    telling = Telling(article)
    return [(signal.id, strength) for signal in SIGNALS if (strength := signal.measure(telling)) > 0]


def _read(text: str) -> list[tuple[str, float]]:
    scanned = scan(text)
    return strengths(article_of(scanned, find_layout(scanned)))


TABLE = RuleTable(
    name="detection",
    about="Evidence for and against that a meeting is reported; the weights are fitted from gold.",
    rules=SIGNALS,
    read=_read,
)

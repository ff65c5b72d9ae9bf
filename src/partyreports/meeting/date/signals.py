"""What tells the meeting's date from the other dates of an article: signals, each measured of one date.

The weights are data (`data/weights/meeting_date.json`), fitted by `tools/fit_date.py`.
"""

from partyreports.meeting.date import measures
from partyreports.meeting.date.candidate import DateCandidate
from partyreports.rules import Signal

SIGNALS: tuple[Signal[DateCandidate], ...] = (
    Signal(
        id="opens_sentence",
        measure=measures.opens_sentence,
        accepts=("Sáng 5/3, Sở họp.", "(TTXVN) - Ngày 5/3, Sở họp."),
        refuses=("Sở họp ngày 5/3.",),
    ),
    Signal(
        id="opens_after_place",
        measure=measures.opens_after_place,
        accepts=("Tại hội trường, ngày 5/3 đã diễn ra hội nghị.",),
        refuses=("Sở họp ngày 5/3 tại hội trường.",),
    ),
    Signal(
        id="follows_event_verb",
        measure=measures.follows_event_verb,
        accepts=("Hội nghị diễn ra vào ngày 5/3.",),
        refuses=("Cây cầu xong ngày 5/3.",),
    ),
    Signal(
        id="held_on",
        measure=measures.held_on,
        accepts=(
            "Ý kiến nêu tại hội thảo do Sở tổ chức ngày 5/3.",
            "Ý kiến nêu tại hội thảo do Sở tổ chức tại TP. Lạc Giang ngày 5/3.",
        ),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.", "Sở tổ chức ngày 5/3."),
    ),
    Signal(
        id="labelled",
        measure=measures.labelled,
        accepts=("Thời gian: 14 giờ ngày 5/3/2024",),
        refuses=("Thời gian họp là ngày 5/3.",),
    ),
    Signal(
        id="untold",
        measure=measures.untold,
        accepts=("Ngày 5/3, trời mưa.",),
        refuses=("Ngày 5/3, Sở họp.",),
    ),
    Signal(
        id="preparatory",
        measure=measures.is_preparatory,
        accepts=("Chiều 5/3, đại hội họp phiên trù bị.",),
        refuses=("Chiều 5/3, đại hội khai mạc.",),
    ),
    Signal(
        id="follows_mention",
        measure=measures.follows_mention,
        accepts=("Phát biểu tại hội nghị chiều 5/3, ông An nêu rõ.",),
        refuses=("Tại hội nghị, ông An nhắc ngày 5/3.",),
    ),
    Signal(
        id="in_brackets",
        measure=measures.in_brackets,
        accepts=("Tại hội nghị (ngày 5/3), ông An nêu rõ.",),
        refuses=("Ngày 5/3 (thứ hai), Sở họp.",),
    ),
    Signal(
        id="mention_after",
        measure=measures.mention_after,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="mention_before",
        measure=measures.mention_before,
        accepts=("Hội nghị diễn ra ngày 5/3.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="event_verb_after",
        measure=measures.event_verb_after,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="chair_in_sentence",
        measure=measures.chair_in_sentence,
        accepts=("Ngày 5/3, ông An chủ trì hội nghị.",),
        refuses=("Ngày 5/3, trời mưa.",),
    ),
    Signal(
        id="part_of_day", measure=measures.part_of_day, accepts=("Sáng 5/3, Sở họp.",), refuses=("Ngày 5/3, Sở họp.",)
    ),
    Signal(id="now", measure=measures.now, accepts=("Sáng nay (5/3), Sở họp.",), refuses=("Sáng 5/3, Sở họp.",)),
    Signal(
        id="only_now",
        measure=measures.only_now,
        accepts=("Sáng nay, Sở tổ chức hội nghị.",),
        refuses=("Sáng 5/3, Sở họp.",),
    ),
    Signal(
        id="now_of_meeting",
        measure=measures.now_of_meeting,
        accepts=("Sáng nay, ông An chủ trì hội nghị.",),
        refuses=("Sáng nay, trời mưa.",),
    ),
    Signal(
        id="now_told",
        measure=measures.now_told,
        accepts=("Tại cuộc họp báo chiều nay, ông An nêu rõ.",),
        refuses=("Hôm nay, Sở tổ chức hội nghị.", "Chiều nay, trời mưa.", "Chiều nay (5/3), Sở tổ chức hội nghị."),
    ),
    Signal(
        id="in_brackets_of_mention",
        measure=measures.in_brackets_of_mention,
        accepts=("Tại hội nghị (ngày 5/3), ông An nêu rõ.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="in_quotation",
        measure=measures.in_quotation,
        accepts=("Ông An nói: “Ngày 5/3, tôi đã nhắc việc này.”",),
        refuses=("Ngày 5/3, ông An nói: “Làm ngay”.",),
    ),
    Signal(
        id="only_date",
        measure=measures.only_date,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Ngày 5/3, Sở họp. Ngày 6/3 nghỉ.",),
    ),
    Signal(
        id="in_lead",
        measure=measures.in_lead,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("Sở tổ chức hội nghị.\n\nNgày 5/3 là ngày đẹp.",),
    ),
    Signal(
        id="in_caption",
        measure=measures.in_caption,
        accepts=("Sở họp.\n\nTrời đẹp.\n\nQuang cảnh hội nghị ngày 5/3.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="in_first_paragraphs",
        measure=measures.in_first_paragraphs,
        accepts=("Ngày 5/3, Sở tổ chức hội nghị.",),
        refuses=("A.\n\nB.\n\nC.\n\nD.\n\nNgày 5/3, Sở họp.",),
    ),
    Signal(
        id="far_down",
        measure=measures.far_down,
        accepts=("A.\n\nB.\n\nC.\n\nD.\n\nE.\n\nNgày 5/3, Sở họp.",),
        refuses=("Ngày 5/3, Sở tổ chức hội nghị.",),
    ),
    Signal(
        id="repeated",
        measure=measures.repeated,
        accepts=("Ngày 5/3, Sở họp. Hội nghị sáng 5/3 đã xong.",),
        refuses=("Ngày 5/3, Sở họp. Ngày 6/3 nghỉ.",),
    ),
    Signal(
        id="several_days",
        measure=measures.several_days,
        accepts=("Trong hai ngày 5 và 6/3, Sở họp.",),
        refuses=("Ngày 5/3, Sở họp.",),
    ),
    Signal(
        id="of_other_meeting",
        measure=measures.of_other_meeting,
        accepts=("Trước đó, tại hội nghị ngày 5/3, Sở đã bàn việc này.",),
        refuses=("Hội nghị diễn ra ngày 5/3.",),
    ),
    Signal(
        id="from_or_until",
        measure=measures.from_or_until,
        accepts=("Sở làm từ ngày 30/6.",),
        refuses=("Từ ngày 5 đến ngày 7/6, Sở họp.",),
    ),
    Signal(id="future", measure=measures.future, accepts=("Sở sẽ họp ngày 30/6.",), refuses=("Ngày 30/6, Sở họp.",)),
    Signal(
        id="earlier",
        measure=measures.earlier,
        accepts=("Trước đó, ngày 30/6, Sở đã họp.",),
        refuses=("Ngày 30/6, Sở họp.",),
    ),
    Signal(
        id="of_another_year",
        measure=measures.of_another_year,
        accepts=("05/06/2020\n\nNgày 30/6/2001, Sở tổ chức hội nghị đầu tiên.",),
        refuses=("05/06/2020\n\nNgày 3/6/2020, Sở tổ chức hội nghị.",),
    ),
)

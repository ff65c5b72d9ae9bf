"""Add vocabulary for your own corpus, without touching anybody else's calls.

Run it: python examples/03_own_vocabulary.py
"""

from partyreports import Lexicon, parse

TEXT = """Thông báo nội bộ

Phòng có các đầu mục sau:
1. Lập danh sách thiết bị.
2. Kiểm kê kho.
"""

own = Lexicon.default().extended(
    [{"id": "section.task.dau_muc", "forms": ["đầu mục"], "example": "Phòng có các đầu mục sau:"}]
)

print("default:", [section.rule for section in parse(TEXT).sections])
print("own:    ", [section.rule for section in parse(TEXT, lexicon=own).sections])

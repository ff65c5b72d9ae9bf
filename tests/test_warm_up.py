"""After `warm_up`, an article finds everything loaded."""

import subprocess
import sys

CODE = """
import sys
from partyreports import parse, warm_up
assert "underthesea" not in sys.modules
warm_up()
loaded = set(sys.modules)
assert "underthesea" in loaded
parse("Giao ban\\n\\nHội nghị giao ban nêu ba nhiệm vụ: một là rà soát; hai là báo cáo; ba là theo dõi.\\n1. A\\n2. B")
print(sorted(set(sys.modules) - loaded))
warm_up()
"""


def test_an_article_loads_nothing_more() -> None:
    result = subprocess.run([sys.executable, "-c", CODE], capture_output=True, check=True, encoding="utf-8")
    assert result.stdout.strip() == "[]"

"""Lets the tests of documents share the article and the makers of files that stand beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

"""Settings shared by all tests."""

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

collect_ignore = ["fuzz"]  # has a command of its own, and needs atheris

settings.register_profile("ci", derandomize=True, max_examples=120, print_blob=True)
settings.register_profile("long", max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

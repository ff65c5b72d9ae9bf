"""Settings shared by all tests."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

os.environ["PARTYREPORTS_LANG"] = "en"  # whatever the language of the system

collect_ignore = ["fuzz"]  # has a command of its own, and needs atheris

# Nothing is judged by a clock here. The first text of a fresh clone is slow to make besides: Hypothesis writes its
# tables of characters before it.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", untimed, derandomize=True, max_examples=120, print_blob=True)
settings.register_profile("long", untimed, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

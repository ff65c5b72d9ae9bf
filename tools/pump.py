"""Repeat every form of the vocabulary and every sign in every context, and list what grows faster than the text.

    python tools/pump.py [PART] [OF]     part 0 … OF - 1 of all; everything takes about half an hour on one core

The tests take a sample of the same pumps.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
os.environ["PARTYREPORTS_TIMES"] = "1"  # processor time, not calls

from robustness.pumping import grows_too_fast, pumps  # noqa: E402

LIMIT = 60
"""Seconds for one pump; what takes longer is no longer measured."""


class _TooSlowError(Exception):
    pass


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _TooSlowError


def main(part: int, parts: int) -> None:
    """Measure and print."""
    signal.signal(signal.SIGALRM, _stop)
    for pump in [*pumps()][part::parts]:
        signal.alarm(LIMIT)
        try:
            found = grows_too_fast(pump)
        except _TooSlowError:
            sys.stdout.write(f"over {LIMIT} s: {pump.unit!r} {pump.context}\n")
        else:
            if found is not None:
                sys.stdout.write(f"exponent {found:.2f}: {pump.unit!r} {pump.context}\n")
        finally:
            signal.alarm(0)
        sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, [*sys.argv[1:], *("0", "1")[len(sys.argv) - 1 :]][:2]))

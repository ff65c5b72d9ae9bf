"""How many processors this process may use: fewer than the machine has, in a container for example."""

import math
import os
from pathlib import Path

_CGROUPS = Path("/sys/fs/cgroup")
_OWN_CGROUP = Path("/proc/self/cgroup")


def usable_processors() -> int:
    """Processors that the affinity of this process and the quota of its control group leave to it; at least 1."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = cgroup_quota(_CGROUPS, _OWN_CGROUP)
    return max(1, count if quota is None else min(count, math.ceil(quota)))


def cgroup_quota(root: Path, own: Path) -> float | None:
    """Processors that control groups grant, the least of all levels; None without a limit.

    Args:
        root: where control groups are mounted.
        own: the file that names the group of this process.
    """
    quotas = [_quota_of(root / "cpu")]  # version 1
    try:
        lines = own.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    # Version 2: the line "0::/outer/inner"; in a container the path may be the host's, and the root is its own.
    path = next((Path(line[3:].lstrip("/")) for line in lines if line.startswith("0::")), Path())
    quotas += [_quota_of(root / level) for level in (path, *path.parents)]
    return min((quota for quota in quotas if quota is not None), default=None)


def _quota_of(group: Path) -> float | None:
    for files in (("cpu.max",), ("cpu.cfs_quota_us", "cpu.cfs_period_us")):
        try:
            words = " ".join((group / name).read_text(encoding="ascii") for name in files).split()
            quota, period = (int(word) for word in words)
        except (OSError, ValueError):  # no such file, or "max"
            continue
        if quota > 0 and period > 0:
            return quota / period
    return None

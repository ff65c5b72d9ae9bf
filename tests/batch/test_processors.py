"""How many processors are used: what the affinity and the quota of a container leave."""

import os
from pathlib import Path

import pytest

from partyreports.batch import processors
from partyreports.batch.processors import cgroup_quota, usable_processors


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def test_the_least_quota_of_all_levels_counts(tmp_path: Path) -> None:
    written(tmp_path / "own", "1:name=systemd:/x\n0::/outer/inner\n")
    root = tmp_path / "cgroup"
    assert cgroup_quota(root, tmp_path / "own") is None
    written(root / "outer/inner/cpu.max", "max 100000\n")
    assert cgroup_quota(root, tmp_path / "own") is None
    written(root / "outer/cpu.max", "350000 100000\n")
    assert cgroup_quota(root, tmp_path / "own") == 3.5
    written(root / "cpu.max", "150000 100000\n")
    assert cgroup_quota(root, tmp_path / "own") == 1.5


def test_control_groups_of_version_one(tmp_path: Path) -> None:
    written(tmp_path / "cpu/cpu.cfs_period_us", "100000\n")
    written(tmp_path / "cpu/cpu.cfs_quota_us", "-1\n")
    assert cgroup_quota(tmp_path, tmp_path / "missing") is None
    written(tmp_path / "cpu/cpu.cfs_quota_us", "200000\n")
    assert cgroup_quota(tmp_path, tmp_path / "missing") == 2


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no affinity on this system")
def test_affinity_and_quota_both_bind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processors, "_CGROUPS", tmp_path)
    monkeypatch.setattr(processors, "_OWN_CGROUP", tmp_path / "own")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5})
    assert usable_processors() == 3
    written(tmp_path / "cpu.max", "120000 100000\n")
    assert usable_processors() == 2  # rounded up: part of a processor is better used than not

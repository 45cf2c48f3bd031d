"""Runs are timed and weighed as whole processes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.measure import measure


def test_times_every_run() -> None:
    """As many samples are taken as runs were asked for, each at least as long as the process slept."""
    measured = measure([sys.executable, "-c", "import time; time.sleep(0.05)"], runs=3)
    assert len(measured.samples) == 3
    assert measured.seconds >= 0.05


def test_does_something_before_each_run() -> None:
    """What is done before a run is done for each of them."""
    done: list[int] = []
    measure([sys.executable, "-c", "pass"], 2, before=lambda: done.append(1))
    assert len(done) == 2


def test_weighs_the_process() -> None:
    """The peak of a process that holds 300 MB is above that, and above that of one that holds nothing."""
    light = measure([sys.executable, "-c", "pass"], runs=1)
    heavy = measure([sys.executable, "-c", "held = b'x' * 300_000_000"], runs=1)
    assert heavy.memory > 300_000_000
    assert light.memory < heavy.memory


def test_measures_no_failure() -> None:
    """A command that fails has no time: it is an error."""
    with pytest.raises(subprocess.CalledProcessError):
        measure([sys.executable, "-c", "raise SystemExit(2)"], runs=1)

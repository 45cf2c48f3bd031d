"""Runs whole processes and takes their time and their memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

# Linux counts the peak in kilobytes, macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a process: wall time and processor time in seconds, peak resident memory in bytes."""

    seconds: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of one command."""

    samples: tuple[Sample, ...]

    @property
    def seconds(self) -> float:
        """Gives the median of the wall times."""
        return median(sample.seconds for sample in self.samples)

    @property
    def processor(self) -> float:
        """Gives the median of the processor times, which other work on the machine hardly touches."""
        return median(sample.processor for sample in self.samples)

    @property
    def memory(self) -> float:
        """Gives the median of the peaks."""
        return median(sample.memory for sample in self.samples)


def measure(command: Sequence[str], runs: int, before: Callable[[], object] = lambda: None) -> Measured:
    """Runs a command so many times, one after the other, with its output thrown away; something may be done before
    each run, which takes no part in the times.

    Raises CalledProcessError if a run does not end with status 0.
    """
    samples = []
    for _ in range(runs):
        before()
        samples.append(sample(command))
    return Measured(tuple(samples))


def sample(command: Sequence[str]) -> Sample:
    """Runs a command once.

    The peak is that of the process and of those it waited for. A child starts with the peak of its parent, so
    the program that measures must itself stay small: estates are generated in a process of their own.

    Raises CalledProcessError if it does not end with status 0.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)

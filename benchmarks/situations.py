"""What is measured, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.estate import Size

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Bar:
    """What must be reached at least, and what is aimed at."""

    must: float
    aim: float

    def verdict(self, value: float) -> str:
        """Says in one word how a measured value stands to the bar."""
        if value <= self.aim:
            return "aim"
        return "must" if value <= self.must else "missed"


@dataclass(frozen=True, slots=True)
class Situation:
    """One `archlint check` of an estate, what is asked of it, and whether a peer is measured beside it.

    `again` is asked of a run with the cache of the one before, in which nothing has changed; `one_changed` of such a
    run in which one file has.
    """

    name: str
    title: str
    size: Size
    seconds: Bar
    memory: Bar | None = None
    peer: bool = False
    again: Bar | None = None
    one_changed: Bar | None = None


SITUATIONS = (
    Situation(
        "file",
        "one file of 500 lines",
        Size(elements=45, relations=170),
        Bar(must=0.3, aim=0.12),
        peer=True,
        again=Bar(must=0.15, aim=0.08),
    ),
    Situation("1k", "1,000 elements, 4,000 relations", Size(elements=1_000, relations=4_000), Bar(must=0.8, aim=0.3)),
    Situation(
        "10k",
        "10,000 elements, 40,000 relations",
        Size(elements=10_000, relations=40_000, files=10),
        Bar(must=3.0, aim=1.0),
    ),
    Situation(
        "100k",
        "100,000 elements, 400,000 relations in 100 files",
        Size(elements=100_000, relations=400_000, files=100),
        Bar(must=30.0, aim=8.0),
        memory=Bar(must=1_200 * MB, aim=300 * MB),
        again=Bar(must=1.0, aim=0.5),
        one_changed=Bar(must=30.0, aim=8.0),
    ),
)
GROWTH = Bar(must=12.0, aim=10.5)  # seconds at 100,000 elements over seconds at 10,000
PEER = Bar(must=0.5, aim=0.5)  # our seconds over the peer's

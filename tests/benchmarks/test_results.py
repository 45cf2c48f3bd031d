"""What was measured is held against its bar and shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.measure import Measured, Sample
from benchmarks.results import Result, remarks, rows, table
from benchmarks.situations import MB, SITUATIONS, Bar


def took(seconds: float, memory: int = 50 * MB) -> Measured:
    """Gives what one run of this length measures."""
    return Measured((Sample(seconds, seconds, memory),))


@pytest.mark.parametrize(("value", "word"), [(1.0, "aim"), (1.5, "must"), (2.1, "missed")])
def test_says_how_a_value_stands_to_its_bar(value: float, word: str) -> None:
    """A value at the aim reaches it; one between aim and must reaches the must; one above misses."""
    assert Bar(must=2.0, aim=1.0).verdict(value) == word


def test_takes_the_median() -> None:
    """One slow run among three does not count."""
    runs = Measured((Sample(1.0, 1.0, 10), Sample(9.0, 1.0, 90), Sample(2.0, 1.0, 20)))
    assert (runs.seconds, runs.memory) == (2.0, 20)


def test_compares_the_two_large_estates() -> None:
    """When both large estates were measured, growth is the ratio of their times."""
    small, large = (next(one for one in SITUATIONS if one.name == name) for name in ("10k", "100k"))
    found = rows([Result(small, took(2.0), {}), Result(large, took(22.0), {})])
    assert found[-1].value == 11.0


def test_shows_the_peer_beside_the_file() -> None:
    """Where a peer was measured, our share of its time has a row."""
    file = replace(SITUATIONS[0], title="one file")
    shown = table(rows([Result(file, took(0.2), {}, peer=took(0.8))]))
    assert "| one file: share of LikeC4's 0.80 s | 0.25 x | 0.25 x | 0.5 x | 0.5 x | aim |" in shown


def test_shows_runs_with_a_cache_by_what_has_changed() -> None:
    """A run with nothing changed and one with one file changed have rows of their own, where they were measured."""
    large = next(one for one in SITUATIONS if one.name == "100k")
    titles = [row.title for row in rows([Result(large, took(9.0), {}, again=took(0.3), one_changed=took(8.0))])]
    assert f"{large.title}: again, nothing changed" in titles
    assert f"{large.title}: again, one of 100 files changed" in titles
    assert not [row for row in rows([Result(large, took(9.0), {})]) if "again" in row.title]


def test_says_when_the_machine_was_busy() -> None:
    """Wall time far above processor time is remarked on; wall time alone is not."""
    busy = Result(SITUATIONS[0], Measured((Sample(2.0, 1.0, 10),)), {})
    assert "busy" in remarks([busy])[0]
    assert remarks([Result(SITUATIONS[0], took(2.0), {})]) == []

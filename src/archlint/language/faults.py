"""The faults of a text: no more of one code in one file than people can use."""

from __future__ import annotations

from collections import Counter

from archlint.diagnostics import Fault

__all__ = ["Faults"]

_MOST = 5000
_MOST_ADVISED = 500


class Faults(list[Fault]):
    """A list that goes on counting when it has taken in enough, so that no text makes more than can be held."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Counter[tuple[str, str]] = Counter()

    def append(self, fault: Fault) -> None:
        """Takes in a fault, or counts it."""
        place = (fault.code, fault.span.source.path)
        self._seen[place] += 1
        if self._seen[place] <= _MOST:
            super().append(fault)

    @property
    def advised(self) -> bool:
        """Whether it is still worth the time to look for what a word may have meant."""
        return len(self) < _MOST_ADVISED

    def sated(self, code: str, path: str) -> bool:
        """Whether there are enough of a code in a file; if so, counts one more."""
        sated = self._seen[code, path] >= _MOST
        self._seen[code, path] += sated
        return sated

    def told(self) -> list[Fault]:
        """The faults; the last one of a code that there were too many of says how many more there are."""
        last = {(fault.code, fault.span.source.path): number for number, fault in enumerate(self)}
        faults = list(self)
        for place, number in last.items():
            more = self._seen[place] - _MOST
            if more > 0:
                faults[number] = faults[number]._replace(
                    message=f"{faults[number].message}; and {more:,} more like this"
                )
        return faults

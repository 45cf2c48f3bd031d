"""The snapshots of a model in the order of time."""

from __future__ import annotations

from functools import cached_property

from archlint.graph.snapshot import Snapshot
from archlint.model.model import Model, Moment

__all__ = ["History"]


class History:
    """A model at each of some moments; a moment asked for twice gives the same snapshot."""

    def __init__(self, model: Model, moments: tuple[Moment, ...] | None = None) -> None:
        self.model = model
        self.moments = moments or model.moments
        self._snapshots: dict[int, Snapshot] = {}

    def at(self, moment: Moment) -> Snapshot:
        """The model at a moment."""
        if moment.instant not in self._snapshots:
            self._snapshots[moment.instant] = Snapshot(self.model, moment)
        return self._snapshots[moment.instant]

    def forget(self, moment: Moment) -> None:
        """Lets go of a snapshot that is not needed any more."""
        self._snapshots.pop(moment.instant, None)

    @property
    def first(self) -> Snapshot:
        """The earliest state of the model itself, whichever moments are looked at."""
        return self.at(self.model.moments[0])

    @property
    def last(self) -> Snapshot:
        """The latest state of the model itself."""
        return self.at(self.model.moments[-1])

    @cached_property
    def baseline(self) -> Moment:
        """What later states are compared with: the first plateau; without plateaus, the first dated instant."""
        moments = self.model.moments
        return moments[0] if self.model.plateaus or len(moments) == 1 else moments[1]

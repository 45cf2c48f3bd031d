"""PLT105: a platform that is one system's own."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import leaning_on
from archlint.graph.history import History
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Element, Platform, System
from archlint.rules.rule import SnapshotRule

__all__ = ["PlatformNotCommon"]


class PlatformNotCommon(SnapshotRule):
    """In the last snapshot exactly one other system depends on a platform, is hosted on it or keeps a copy of its data,
    and both have the same owner.

    Only who leans on it directly counts.

    ## Why
    Commonality is part of what makes a platform: others than those who made it build on it. What one system of the same
    owner uses is a part of that system, so far.
    Source: Government as a platform, lines 20 and 40.

    ## Breaks it
    ```arch
    organisation dvla
    platform plate-checker { owner dvla }
    product sell-a-car { owner dvla; uses plate-checker }
    ```

    ## Mended
    ```arch
    organisation dvla
    organisation police
    platform plate-checker { owner dvla }
    product sell-a-car { owner dvla; uses plate-checker }
    product report-a-theft { owner police; uses plate-checker }
    ```

    ## Exceptions
    A platform that somebody else runs (`external`) is not judged. A system that stands for several alike (`count`) is
    several. Where one of the owners is not known, nothing is said.
    """

    code = "PLT105"
    severity = Severity.INFO
    sources = ("001:20", "001:40")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        if snapshot.instant != history.moments[-1].instant:
            return
        used = snapshot.projection(leaning_on)
        for platform in snapshot.of(Platform):
            arrows = used.get(platform, [])
            if not arrows or platform.imported or snapshot.external(platform):
                continue
            users = {arrow.source for arrow in arrows}
            if len(users) == 1 and _is_one(snapshot, arrows[0].source) and _same_owner(snapshot, arrows[0]):
                yield self._not_common(platform, arrows[0])

    def _not_common(self, platform: Platform, arrow: Arrow) -> Finding:
        user = arrow.source
        return self.finding(
            platform,
            f"the platform `{platform.path}` is not common: `{user.path}` of the same owner alone builds on it",
            help=f"find a second user for `{platform.path}`, or make it a part of `{user.path}`",
            elements=(platform, user),
            related=[(arrow.relation, f"`{user.path}` builds on it here")],
        )


def _is_one(snapshot: Snapshot, user: Element) -> bool:
    """Whether a user is one system: it stands neither for several alike nor for a store that others read."""
    return isinstance(user, System) and (snapshot.value(user.count) or 1) <= 1


def _same_owner(snapshot: Snapshot, arrow: Arrow) -> bool:
    owner = snapshot.owner(arrow.source)
    return owner is not None and owner is snapshot.owner(arrow.target)

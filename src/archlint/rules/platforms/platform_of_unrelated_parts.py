"""PLT110: several platforms under one name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import leaning_on
from archlint.graph.groups import connected
from archlint.graph.history import History
from archlint.graph.needs import needers, provided
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Capability, Element, Interface, Platform, Store
from archlint.model.relations import DEPENDENCY_KEYWORDS
from archlint.rules.rule import Place, SnapshotRule
from archlint.rules.wording import listed

__all__ = ["PlatformOfUnrelatedParts"]


class Group(NamedTuple):
    """Features of a platform that hang together by those who use them."""

    features: list[Element]
    consumers: list[Element]


Use = tuple[Element, Element]
"""A consumer and a feature that it uses."""


class PlatformOfUnrelatedParts(SnapshotRule):
    """The features of a platform fall into groups with no consumer in common, and each of the groups has two consumers
    or more.

    The features are its interfaces, with those of its parts and stores, and its capabilities. Whoever depends on an
    interface is a consumer of that; whoever needs a capability and depends on the platform, or is hosted on it, is a
    consumer of that.

    ## Why
    A platform is to be kept as simple as possible. Where one half of the consumers never meets the other there are two
    platforms under one name, which could be simpler, and owned, changed and scaled, each by itself.
    Source: Technology architecture, line 68.

    ## Breaks it
    ```arch
    platform common {
      interface payments
      interface letters
    }
    product fishing-licence { uses common.payments }
    product tax-disc { uses common.payments }
    product jury-summons { uses common.letters }
    product pension-statement { uses common.letters }
    ```

    ## Mended
    ```arch
    platform pay { interface payments }
    platform post { interface letters }
    product fishing-licence { uses pay.payments }
    product tax-disc { uses pay.payments }
    product jury-summons { uses post.letters }
    product pension-statement { uses post.letters }
    ```

    ## Exceptions
    A platform that somebody else runs (`external`) is not judged. A feature without a consumer belongs to no group; of
    that unused-platform-feature tells. A group with one consumer may be the beginning of something common. Where a
    consumer names neither an interface nor a capability of the platform, nobody knows what it uses, and nothing is
    said.
    """

    code = "PLT110"
    severity = Severity.INFO
    sources = ("000:68",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        used = snapshot.projection(leaning_on)
        for platform in snapshot.of(Platform):
            if len(used.get(platform, ())) < 4 or platform.imported or snapshot.external(platform):
                continue
            uses = _uses(snapshot, platform)
            groups = [] if _have_one_in_common(uses) else _groups(uses)
            if len(groups) > 1 and all(len(group.consumers) > 1 for group in groups):
                yield self._unrelated(snapshot, platform, groups)

    def _unrelated(self, snapshot: Snapshot, platform: Platform, groups: list[Group]) -> Finding:
        names = "; ".join(listed(group.features) for group in groups)
        capabilities = provided(snapshot, platform)
        places: list[tuple[Place, Group]] = [
            (capabilities[first] if isinstance(first, Capability) else first, group)
            for group in groups
            for first in group.features[:1]
        ]
        return self.finding(
            platform,
            f"the platform `{platform.path}` is {len(groups)} in one: no consumer uses features of two of these "
            f"groups: {names}",
            help=f"make a platform of each: {names}",
            related=[
                (place, f"{listed(group.features)}: used by {listed(group.consumers)}") for place, group in places
            ],
        )


def _uses(snapshot: Snapshot, platform: Platform) -> list[Use]:
    """Who uses which feature; nothing if it is not known of all of them."""
    arrows = snapshot.projection(leaning_on)[platform]
    consumers = {arrow.source: None for arrow in arrows}
    calls = [arrow for arrow in arrows if arrow.relation.keyword in DEPENDENCY_KEYWORDS]
    uses: list[Use] = [
        (arrow.source, arrow.relation.target) for arrow in calls if isinstance(arrow.relation.target, Interface)
    ]
    for capability in provided(snapshot, platform):
        needing = snapshot.projection(needers).get(capability, {})
        uses += [(consumer, capability) for consumer in consumers if consumer in needing]
    known = {consumer for consumer, _ in uses}
    vague = (arrow for arrow in calls if not isinstance(arrow.relation.target, Interface | Store))
    return [] if any(arrow.source not in known for arrow in vague) else uses


def _have_one_in_common(uses: list[Use]) -> bool:
    """Whether all consumers use one and the same feature, as most often they do."""
    by_feature: dict[Element, set[Element]] = {}
    for consumer, feature in uses:
        by_feature.setdefault(feature, set()).add(consumer)
    return max(map(len, by_feature.values()), default=0) == len({consumer for consumer, _ in uses})


def _groups(uses: list[Use]) -> list[Group]:
    """The features and consumers that hang together, in the order of the first use."""
    features = {feature for _, feature in uses}
    return [
        Group([one for one in members if one in features], [one for one in members if one not in features])
        for members in connected(uses)
    ]

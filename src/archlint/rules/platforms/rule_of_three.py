"""PLT108: one capability built again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.provision import Providers, providers
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Capability, Platform, System
from archlint.rules.rule import SnapshotRule

__all__ = ["RuleOfThree"]


@dataclass(frozen=True)
class RuleOfThreeOptions:
    """The options of PLT108."""

    minimum: int = field(default=3, metadata={"help": "how many systems that provide one capability are too many"})


class RuleOfThree(SnapshotRule):
    """Three systems or more provide one capability, and none of them is a platform.

    A system counts as often as its `count` says; its parts count as the system. Imported systems count too.
    The finding sits on the capability; a capability that comes only by import is not judged.

    ## Why
    What has been built three times is common, and the next team will build it a fourth time. Standard
    components are used and reused, tested against the rule of three.
    Source: Technology architecture, line 46.

    ## Breaks it
    ```arch
    capability taking-payments
    product fishing-licence { provides taking-payments }
    product tax-disc { provides taking-payments }
    legacy court-fees { provides taking-payments }
    ```

    ## Mended
    ```arch
    import "std"
    capability taking-payments
    platform pay { provides taking-payments; interface payments { standard rest, json } }
    product fishing-licence { needs taking-payments; uses pay.payments }
    product tax-disc { needs taking-payments; uses pay.payments }
    legacy court-fees { provides taking-payments }
    ```

    ## Exceptions
    One platform that provides the capability, whoever runs it, is enough; that others go past it is the
    matter of PLT107.
    """

    code = "PLT108"
    severity = Severity.WARNING
    sources = ("000:46",)
    Options = RuleOfThreeOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        provided = snapshot.projection(providers)
        for capability in snapshot.of(Capability):
            of_it = provided.get(capability, {})
            if capability.imported or not of_it or any(isinstance(system, Platform) for system in of_it):
                continue
            number = sum(_count(snapshot, system) for system in of_it)
            if number >= self.options.minimum:
                yield self._repeated(snapshot, capability, of_it, number)

    def _repeated(self, snapshot: Snapshot, capability: Capability, of_it: Providers, number: float) -> Finding:
        return self.finding(
            capability,
            f"{number:g} systems provide `{capability.path}`, and none of them is a platform",
            help=_help(snapshot, capability, of_it),
            related=[(stated, f"provided by {_named(snapshot, system)}") for system, stated in of_it.items()],
        )


def _count(snapshot: Snapshot, system: System) -> float:
    count = snapshot.value(system.count)
    return 1 if count is None else count


def _named(snapshot: Snapshot, system: System) -> str:
    count = _count(snapshot, system)
    return f"`{system.path}`" if count == 1 else f"`{system.path}`, which stands for {count:g}"


def _help(snapshot: Snapshot, capability: Capability, of_it: Providers) -> str:
    users = {system: len({arrow.source for arrow in snapshot.dependants.get(system, ())}) for system in of_it}
    most = max(of_it, key=lambda system: users[system])
    if users[most]:
        return f"make one platform of it: others use `{most.path}` already ({users[most]}), so begin there"
    return f"let one platform provide `{capability.path}` by an open interface, and the others need it"

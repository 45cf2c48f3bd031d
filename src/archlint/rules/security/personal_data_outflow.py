"""SEC102: personal data that leaves, for no stated reason or for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule
from archlint.rules.security.personal import personal_data

__all__ = ["PersonalDataOutflow"]


class PersonalDataOutflow(SnapshotRule):
    """Personal or sensitive data is read by, written to or held in a system that is `external`, and nothing says
    what for; or an interface with `access public` exposes it.

    One finding for each relation, on the relation, and for each entity that a public interface exposes. An entity
    is personal or sensitive by its own `classification`.

    ## Why
    Commercial services may well be used, but what they learn about people cannot be taken back: so each flow has a
    purpose that can be weighed, and none is open to all.
    Source: Government as a platform, line 50; Technology Code of Practice, line 37 wants personal data to be
    minimised and secured.

    ## Breaks it
    ```arch
    data citizen { classification personal }
    platform accounts { store people { holds citizen as master } }
    system mailing-house { external; reads citizen from accounts }
    ```

    ## Mended
    ```arch
    data citizen { classification personal }
    platform accounts { store people { holds citizen as master } }
    system mailing-house { external; reads citizen from accounts for "printing and posting letters" }
    ```

    ## Exceptions
    A flow with `for "…"`; an empty purpose is none. What an external system tells a system of one's own flows the
    other way, and what one does with its own data inside is its own affair.
    """

    code = "SEC102"
    severity = Severity.ERROR
    sources = ("001:50", "002:37")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        personal = snapshot.projection(personal_data)
        for relation in snapshot.relations if personal else ():
            if relation.data not in personal or relation.imported or (relation.purpose or "").strip():
                continue
            outsider = _outsider(snapshot, relation)
            if outsider is not None and relation.data is not None:
                yield self._flows_out(relation, relation.data, outsider, personal[relation.data])
        for interface in snapshot.of(Interface) if personal else ():
            if not interface.imported and snapshot.value(interface.access) == "public":
                yield from self._open_to_all(snapshot, interface, personal)

    def _flows_out(self, relation: Relation, data: Element, outsider: Element, stated: Stated[str]) -> Finding:
        done = {"reads": "read by", "writes": "written to", "holds": "held in"}[relation.keyword]
        return self.finding(
            relation,
            f"{stated.value} data `{data.path}` is {done} `{outsider.path}`, which somebody else runs, and nothing "
            "says what for",
            help=f'state the purpose: `{relation.text} for "…"`, or keep `{data.path}` out of `{outsider.path}`',
            related=[(stated, f"`{data.path}` is {stated.value}")],
        )

    def _open_to_all(
        self, snapshot: Snapshot, interface: Interface, personal: dict[Element, Stated[str]]
    ) -> Iterator[Finding]:
        access = snapshot.one(interface.access)
        for exposed in snapshot.now(interface.exposes):
            data, stated = exposed.value, personal.get(exposed.value)
            if stated is not None:
                yield self.finding(
                    exposed,
                    f"`{interface.path}` exposes {stated.value} data `{data.path}` to everybody",
                    help=f"let `{interface.path}` say `access authenticated`, or take `{data.path}` out of it",
                    elements=(interface, data),
                    related=[
                        *([(access, "anybody may call it")] if access else []),
                        (stated, f"`{data.path}` is {stated.value}"),
                    ],
                )


def _outsider(snapshot: Snapshot, relation: Relation) -> Element | None:
    """The external system into which a relation takes data: what reads it, is written to, or holds it."""
    if relation.keyword == "holds":
        end: Element | None = relation.source
    elif relation.target is None or relation.target.outermost is relation.source.outermost:
        return None
    else:
        end = {"reads": relation.source, "writes": relation.target}.get(relation.keyword)
    return end.outermost if end is not None and snapshot.external(end) else None

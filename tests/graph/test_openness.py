"""What is known of an interface, and of the way that a relation takes."""

from __future__ import annotations

import pytest

from archlint.graph.openness import Openness, closed_because, openness, takes_closed_way, takes_open_interface
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Interface, Product
from tests.linting import report

STANDARDS = "standard rest { open }\nstandard json { open }\nstandard own { proprietary }\nstandard new\n"


def snapshot_of(text: str) -> Snapshot:
    """A text with some standards beside it, at its first moment."""
    model = report(STANDARDS + text).model
    return Snapshot(model, model.moments[0])


@pytest.mark.parametrize(
    ("says", "known"),
    [
        ("standard rest", Openness.OPEN),
        ("standard rest, json", Openness.OPEN),
        ("", Openness.UNKNOWN),
        ("standard new", Openness.UNKNOWN),
        ("standard rest, new", Openness.UNKNOWN),
        ("standard rest, own", Openness.CLOSED),
        ("standard rest; proprietary", Openness.CLOSED),
        ("standard rest; bespoke", Openness.CLOSED),
        ("proprietary", Openness.CLOSED),
    ],
)
def test_open_closed_or_not_known(says: str, known: Openness) -> None:
    """Open with open standards only, and at least one; closed by its word or by one proprietary standard."""
    snapshot = snapshot_of(f"platform p {{ interface i {{ {says} }} }}")
    (interface,) = snapshot.of(Interface)
    assert openness(snapshot, interface) is known
    assert bool(closed_because(snapshot, interface)) is (known is Openness.CLOSED)


@pytest.mark.parametrize(
    ("relation", "closed", "may_be_open"),
    [
        ("uses p.good", False, True),
        ("uses p.unknown", False, True),
        ("uses p.bad", True, False),
        ("uses p.good via own", True, False),
        ("uses p.good via rest", False, True),
        ("uses p.good bespoke", False, False),
        ("uses p", False, False),
        ("uses p via own", True, False),
    ],
)
def test_the_way_of_a_relation(relation: str, closed: bool, may_be_open: bool) -> None:
    """Closed by the interface or by `via`; a system named without an interface is neither open nor closed."""
    ways = "interface good { standard rest }; interface unknown; interface bad { bespoke }"
    snapshot = snapshot_of(f"platform p {{ {ways} }}\nproduct a {{ {relation} }}")
    (stated,) = snapshot.of(Product)[0].relations
    assert bool(takes_closed_way(snapshot, stated)) is closed
    assert takes_open_interface(snapshot, stated) is may_be_open

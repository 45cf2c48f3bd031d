"""MOD008: declarations to which nothing refers."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("kind", ["capability", "data", "standard", "supplier", "user", "organisation"])
def test_what_nothing_refers_to(kind: str) -> None:
    """Each of these kinds is reported on its head, as a note that is about no snapshot."""
    (finding,) = of("MOD008", f"plateau now {{ at 2015 }}; {kind} x {{ until 2014 }}")
    assert finding.span.text == f"{kind} x"
    assert (finding.elements, finding.snapshots, finding.status) == (("x",), (), Status.OPEN)


@pytest.mark.parametrize(
    "kind", ["product", "platform", "legacy", "adaptor", "system", "store", "contract", "commitment", "plateau", "view"]
)
def test_other_kinds_need_nobody_to_refer_to_them(kind: str) -> None:
    """Systems, stores, contracts, commitments, plateaus and views stand for themselves."""
    assert said("MOD008", f"{kind} x") == []


@pytest.mark.parametrize(
    "text",
    [
        "capability x; product p { needs x }",
        "capability x; product p { provides x until 2014 }",
        "data x; product p { uses q; interface i { exposes x } }",
        "data x; store s { holds x }",
        "data x; product p { reads x from q }; product q",
        "data x; product p { writes x to q }; product q",
        "standard x; product p { interface i { standard x } }",
        "standard x; product p { uses q via x }; product q",
        "supplier x; product p { supplied-by x }",
        "supplier x; contract c { supplier x }",
        "supplier x; contract c { ip-owner x }",
        "user x; product p { serves x }",
        "organisation x; product p { owner x }",
        "organisation x; contract c { data-owner x }",
        "organisation x; commitment c { by x }",
        "capability x; commitment c { delivers x }",
        "data x; view v { show x }",
        "data x; view v { hide x }",
        "product p { extra }\nextend p { needs x }\ncapability x",
    ],
)
def test_what_counts_as_referring(text: str) -> None:
    """Properties, relations, contracts, commitments and views, at whatever time and from wherever."""
    assert said("MOD008", text) == []


@pytest.mark.parametrize("kind", ["organisation", "capability", "data"])
def test_a_whole_is_referred_to_by_its_part(kind: str) -> None:
    """`part-of` refers to the whole; the part itself needs somebody else."""
    assert said("MOD008", f"{kind} x {{ part-of y }}\n{kind} y") == ["1: x"]


def test_nothing_refers_to_itself() -> None:
    """What an element says of itself does not count."""
    assert said("MOD008", "organisation x { owner x }") == ["1: x"]


def test_a_view_of_a_kind_refers_to_none_of_it() -> None:
    """A kind or a tag in a view is no name."""
    assert said("MOD008", "data x { tags old }; view v { show data, old }") == ["1: x"]


def test_extending_is_not_referring() -> None:
    """More words about an element are no use of it."""
    assert said("MOD008", 'data x\nextend x { description "X" }') == ["1: x"]


def test_the_library_is_not_judged() -> None:
    """The standards of `std` are there to choose from; a model's own is judged."""
    assert said("MOD008", 'import "std"\nstandard own { open }') == ["2: own"]


def test_what_is_imported_is_not_judged_but_refers(tmp_path: Path) -> None:
    """An imported element is known, not judged; what it refers to is in use."""
    shared = 'import "own.arch"\ndata y\nproduct p { needs x }'
    assert of_importing("MOD008", tmp_path, shared, "capability x") == []

"""HST101: new hosting other than the public cloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

TIMES = "plateau one { at 2014 }; plateau two { at 2016 }\n"


@pytest.mark.parametrize("where", ["private-cloud", "crown-hosting", "on-premises"])
@pytest.mark.parametrize("kind", ["product", "platform"])
def test_a_new_product_or_platform(kind: str, where: str) -> None:
    """The finding sits on the hosting."""
    (finding,) = of("HST101", f"{TIMES}{kind} x {{\n  since 2015\n  hosting {where}\n}}")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (4, f"hosting {where}", ("x",))
    assert (finding.snapshots, finding.status.value) == (("two",), "introduced")


@pytest.mark.parametrize("kind", ["product", "platform", "legacy", "adaptor", "system"])
def test_a_move_of_any_system(kind: str) -> None:
    """A hosting that begins later is a choice made anew, whatever moves."""
    text = f"{TIMES}{kind} x {{\n hosting on-premises until 2015\n hosting crown-hosting since 2015\n}}"
    assert said("HST101", text) == ["4: x"]


@pytest.mark.parametrize(
    "text",
    [
        "product x { since 2015; hosting public-cloud }",
        'product x { since 2015; hosting on-premises because "next to the scanners" }',
        "product x { since 2015 }",
        "product x { hosting on-premises }",
        "product x { since 2014; hosting on-premises }",
        "product x { since 2015; external; hosting on-premises }",
        "product x { since 2015; external; system y { hosting on-premises } }",
        "legacy x { since 2015; hosting on-premises }",
        "system x { since 2015; hosting on-premises }",
        "product x { since 2017; hosting on-premises }",
        "product x { hosting public-cloud since 2015 }",
        "product x { hosting on-premises since 2014 }",
    ],
    ids=[
        "public cloud", "a reason", "not stated", "always there", "there from the first", "external",
        "part of external", "new legacy", "new system", "after the last", "a move to it", "moved before",
    ],
)  # fmt: skip
def test_innocent_models(text: str) -> None:
    """The public cloud, a reason, what was there, what others run, what is not stated."""
    assert said("HST101", TIMES + text) == []


def test_a_new_part_counts_as_its_system() -> None:
    """Where a part of a product or platform runs is where the product does."""
    assert said("HST101", TIMES + "product x { system y { since 2015; hosting on-premises } }") == ["2: x.y"]
    assert said("HST101", TIMES + "product x { since 2015; system y { hosting on-premises } }") == ["2: x.y"]
    assert said("HST101", TIMES + "legacy x { system y { since 2015; hosting on-premises } }") == []


def test_without_plateaus_the_first_date_is_the_first_snapshot() -> None:
    """What begins at the first date was there from the first; what begins later is new."""
    text = "product x { since 2014; hosting on-premises }\nproduct y { since 2015; hosting on-premises }"
    assert said("HST101", text) == ["2: y"]
    assert said("HST101", "product x { hosting on-premises }") == []


def test_another_moment_is_compared_with_the_same_first() -> None:
    """Whichever instant is looked at, the first snapshot is the model's own."""
    (finding,) = of("HST101", TIMES + "product x { since 2015; hosting on-premises; until 2015-06 }", every_change=True)
    assert finding.status.value == "transitional"


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    text = "product x { since 2015; hosting on-premises }"
    assert said_with_import(tmp_path, "HST101", TIMES, text) == []
    assert said_with_import(tmp_path, "HST101", text, TIMES) == ["1: x"]

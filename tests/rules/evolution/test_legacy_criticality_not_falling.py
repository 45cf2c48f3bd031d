"""EVO103: legacy on which no fewer products come to depend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }\nplateau later { at 2017 }\nplateau target\nlegacy old { interface i; store s }\n"
HERE = ["4: old"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("product p { uses old }", HERE),
        ("product p { uses old until target }", []),
        ("product p { uses old until later }\nproduct q { uses old since later }", HERE),
        ("product p { uses old until target }\nproduct q { since later; until target; uses old }", HERE),
        ("product p { uses old.i }\nproduct q { uses old until later }", []),
        ("product p { since target; uses old }", HERE),
        ("platform p { uses old }\nsystem s { uses old }", []),
        ("product p { hosted-on old; replaces old; reuses old }", []),
        ("data d\nproduct p { store t { holds d as replica of old.s } }", []),
        ("product p", []),
    ],
)
def test_it_rises_or_is_no_lower_at_the_end(text: str, places: list[str]) -> None:
    """The number of products that depend on it is compared between neighbours, and between first and last."""
    assert said("EVO103", PLATEAUS + text) == places


@pytest.mark.parametrize(
    "text",
    [
        "adaptor a { wraps old }\nproduct p { uses a }",
        "legacy b { uses old }\nproduct p { uses b }",
        "platform x { uses y }\nplatform y { uses x; uses old }\nproduct p { uses x }",
        "data d\nsystem s { system part { reads d from old.s } }\nproduct p { uses s }",
    ],
    ids=["adaptor", "legacy", "circle", "part"],
)
def test_reaches_through_whatever_lies_between(text: str) -> None:
    """Adaptors, legacy, platforms in a circle and parts are on the way."""
    assert said("EVO103", PLATEAUS + text)[:1] == HERE


def test_a_new_way_of_the_same_product_is_no_rise() -> None:
    """Products are counted, not dependencies."""
    text = "platform x { uses old until target; since later }\nproduct p { uses old until target; uses x }"
    assert said("EVO103", PLATEAUS + text) == []


def test_what_lies_between_counts_as_it_is_at_the_time() -> None:
    """When the platform in between leaves the legacy, its products do."""
    text = "platform x { uses old until target }\nproduct p { uses x }\nproduct q { uses x }"
    assert said("EVO103", PLATEAUS + text) == []


def test_products_count_by_count() -> None:
    """A product counts as often as its `count` says."""
    text = "product p { count 3; uses old until target }\nproduct q { uses old since target; count 2 }"
    assert said("EVO103", PLATEAUS + text) == []
    assert said("EVO103", PLATEAUS + text.replace("count 2", "count 4")) == HERE


def test_one_finding_for_each_legacy_system() -> None:
    """Each is judged for itself, once."""
    text = "legacy b\nlegacy c\nproduct p { uses b; uses old until later; uses c since later }"
    assert said("EVO103", PLATEAUS + text) == ["5: b", "6: c"]


def test_says_the_numbers_the_relations_and_the_successor() -> None:
    """The new dependency is shown, and what replaces the legacy is named."""
    text = "platform heir { replaces old }\nproduct p { uses old }\nproduct q { uses old since later }"
    (finding,) = of("EVO103", PLATEAUS + text)
    assert finding.message == "the number of products that reach legacy `old` rises from 1 in `now` to 2 in `later`"
    assert [label.span.text for label in finding.related] == ["uses old since later", "uses old"]
    assert finding.help == "move `p` and `q` to `heir`, which replaces it"


def test_names_the_adaptor_in_between() -> None:
    """An adaptor stays where it is: those behind it are to move."""
    (finding,) = of("EVO103", PLATEAUS + "adaptor a { wraps old }\nproduct p { uses a }")
    assert finding.message.endswith("is the same in `target` as in `now`: 1")
    assert finding.help == "move the products behind `a` to a platform"


def test_without_plateaus_the_first_dated_instant_is_the_beginning() -> None:
    """What begins with the first date was there in the first state."""
    assert said("EVO103", "legacy old\nproduct p { uses old since 2015 }") == []
    assert said("EVO103", "legacy old\nproduct p { uses old since 2015 }\nproduct q { until 2016 }") == ["1: old"]
    assert said("EVO103", "legacy old\nproduct p { uses old since 2015 until 2016 }") == []


def test_many_products_are_counted_each_once() -> None:
    """More products than are followed at one time, by two ways each, are as many as they are."""
    products = "\n".join(f"product p{number} {{ uses x; uses y }}" for number in range(2100))
    (finding,) = of("EVO103", PLATEAUS + "platform x { uses old }\nplatform y { uses old }\n" + products)
    assert finding.message.endswith("`now`: 2,100")


def test_imported_legacy_is_not_judged_and_imported_products_count(tmp_path: Path) -> None:
    """Imported legacy is no subject; whoever reaches one's own legacy does so wherever it is declared."""
    two = "plateau now { at 2015 }\nplateau target\n"
    assert of_importing("EVO103", tmp_path, "legacy old", two + "product p { uses old }") == []
    found = of_importing("EVO103", tmp_path, "system shared\nproduct q { uses shared }", two + "legacy old\n"
                         "extend shared { uses old }")  # fmt: skip
    assert [one.elements for one in found] == [("old",)]


def test_shows_and_moves_who_depends_on_it_then() -> None:
    """What has ended by then is not shown, and the successor has nowhere to move to."""
    plateaus = "plateau one { at 2015 }\nplateau two { at 2016 }\n"
    text = (
        "legacy a\nplatform heir { replaces a; uses a }\nproduct p { uses a }\nproduct q { uses a until 2015-06 }\n"
        "product r { uses a since 2015-06 }"
    )
    (finding,) = of("EVO103", plateaus + text)
    assert finding.help == "move `p` and `r` to `heir`, which replaces it"
    assert [label.message for label in finding.related] == [
        "not yet there in `one`",
        "still there in `two`",
        "still there in `two`",
    ]
    assert finding.related[0].span.text == "uses a since 2015-06"

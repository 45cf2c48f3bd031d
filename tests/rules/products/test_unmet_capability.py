"""PRD107: needs that nothing under a product meets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, report, said
from tests.rules.with_import import said_with_import

NEED = "capability c\nproduct p { needs c }\n"


def test_nothing_provides_it() -> None:
    """The finding sits on the `needs`; product and capability are its elements."""
    (finding,) = of("PRD107", "capability c\nproduct p {\n  needs c\n}\nplatform k { provides c }")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (3, "needs c", ("p", "c"))
    assert "`k`" in finding.help


@pytest.mark.parametrize(
    "rest",
    [
        "extend p { provides c }",
        "extend p { system part { provides c } }",
        "platform k { provides c; interface i }; extend p { uses k.i }",
        "legacy k { provides c }; extend p { uses k }",
        "platform k { external; provides c }; extend p { uses k }",
        "system k { system inner { provides c } }; extend p { uses k.inner }",
        "system k { provides c }; platform m { uses k }; extend p { uses m }",
        "legacy k { provides c }; adaptor m { wraps k; interface i }; extend p { uses m.i }",
        "data d; system k { provides c; store s }; extend p { system part { reads d from k.s } }",
        "platform k { provides c }; extend p { hosted-on k }",
        "platform k { provides c }; system m { hosted-on k }; extend p { uses m }",
        "platform k { provides c }; system m { uses k }; extend p { hosted-on m }",
        "capability all; extend c { part-of all }; platform k { provides all }; extend p { uses k }",
        "platform k { provides c; uses p }; extend p { uses k }",
    ],
    ids=[
        "itself", "own part", "direct", "legacy", "external", "part of another", "through a platform", "wrapped",
        "by a part", "host", "host of a dependency", "dependency of a host", "the whole of it", "in a circle",
    ],
)  # fmt: skip
def test_provided_on_the_way(rest: str) -> None:
    """Whatever the product depends on or runs on, directly or not, and itself, may provide it."""
    assert said("PRD107", NEED + rest) == []


@pytest.mark.parametrize(
    "rest",
    [
        "platform k { provides c }",
        "platform k { provides c; uses p }",
        "platform k { provides c }; extend p { reuses k; replaces k }",
        "capability d; platform k { provides d }; extend p { uses k }",
        "capability d { part-of c }; platform k { provides d }; extend p { uses k }",
        'data d; platform k { provides c; store s }; extend p { store t { holds d as replica of k.s for "x" } }',
    ],
    ids=["not used", "the other way round", "reuses", "another", "a part of it only", "only a copy"],
)
def test_not_on_the_way(rest: str) -> None:
    """What the product does not depend on does not help it, and a part is not the whole."""
    assert said("PRD107", NEED + rest) == ["2: p, c"]


def test_each_need_once() -> None:
    """One finding for each capability, though it is said twice; the needs of a part are the product's."""
    text = "capability c; capability d\nproduct p { needs c, d; system part { needs d } }"
    assert said("PRD107", text) == ["2: p, c", "2: p, d"]
    assert said("PRD107", "capability c\nproduct p { system part { needs c } }") == ["2: p, p.part, c"]


@pytest.mark.parametrize("kind", ["platform", "legacy", "adaptor", "system"])
def test_only_products_are_judged(kind: str) -> None:
    """What other systems need is not the matter of this rule."""
    assert said("PRD107", f"capability c; {kind} p {{ needs c }}") == []


def test_help_names_a_platform_before_others() -> None:
    """Of several providers a platform is the one to use, by its open interface."""
    rest = "standard s { open }; legacy l { provides c }; platform k { provides c; interface i { standard s } }"
    (finding,) = of("PRD107", NEED + rest)
    assert "`k.i`" in finding.help
    (finding,) = of("PRD107", NEED)
    assert "no system provides `c`" in finding.help


@pytest.mark.parametrize(
    ("rest", "advice"),
    [
        ("platform k { since 2016; provides c }", "`k` provides `c` from 2016-01-01 on"),
        ("plateau last; platform k { since last; provides c }", "`k` provides `c` from a later plateau on"),
        ("capability d; platform k { since 2016; provides d, c }", "`k` provides `c` from 2016-01-01 on"),
        ("capability d; platform k { since 2016; provides d }", "no system provides `c`"),
        ("platform k { until 2013; provides c }", "no system provides `c`"),
        ("platform k { since 2014; until 2014; provides c }", "no system provides `c`"),
        ("platform k { since 2018; until 2016; provides c }", "no system provides `c`"),
        ("platform k { since 2016; provides c }; legacy l { provides c }", "let `p` use `l`"),
    ],
    ids=["later", "undated", "among others", "another", "gone", "never now", "never", "there is one now"],
)
def test_help_names_who_is_still_to_come(rest: str, advice: str) -> None:
    """Where nobody provides it yet, whoever will is named with the date."""
    (finding,) = report(f"plateau now {{ at 2014 }}\n{NEED}{rest}", at="now", select=("PRD107",)).findings
    assert finding.code == "PRD107"
    assert advice in finding.help


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("platform k { provides c; since 2015 }; extend p { uses k }", "resolved"),
        ("platform k { provides c }; extend p { uses k since 2015 }", "resolved"),
        ("platform k { provides c until 2015 }; extend p { uses k }", "introduced"),
        ("platform k { provides c }; extend p { hosted-on k until 2015 }", "introduced"),
        ("platform k { provides c }", "open"),
    ],
)
def test_is_judged_at_each_time(rest: str, status: str) -> None:
    """Provider, way and need must be there at one time."""
    (finding,) = of("PRD107", "plateau one { at 2014 }; plateau two { at 2016 };" + NEED + rest)
    assert finding.status.value == status


def test_a_need_that_ends_is_met_by_then() -> None:
    """A need in force for a time is judged for that time."""
    (finding,) = of(
        "PRD107", "plateau one { at 2014 }; plateau two { at 2016 }; capability c; product p { needs c until 2015 }"
    )
    assert finding.status.value == "resolved"


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """An imported product is no subject; an imported provider provides."""
    assert said_with_import(tmp_path, "PRD107", "data y", NEED) == []
    theirs = "capability c; platform k { provides c; external }"
    assert said_with_import(tmp_path, "PRD107", "product p { needs c; uses k }\nproduct q { needs c }", theirs) == [
        "2: q, c"
    ]


def test_a_system_that_is_still_to_come_is_named_with_its_date() -> None:
    """Where nobody provides the capability yet, the help says who will, and from when."""
    text = """plateau now { at 2026 }
plateau goal { at 2029 }
capability berths
platform quay { since 2027; provides berths }
product moor { needs berths; uses quay }
"""
    (finding,) = of("PRD107", text)
    assert finding.help.startswith("`quay` provides `berths` from 2027-01-01 on")

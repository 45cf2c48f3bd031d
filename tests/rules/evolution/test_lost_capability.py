"""EVO106: a capability that is needed, and that nothing provides any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }\nplateau later { at 2017 }\nplateau target\ncapability c\n"
HERE = ["4: c"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("legacy a { provides c; until target }\nproduct p { needs c }", HERE),
        ("legacy a { provides c until target }\nproduct p { needs c }", HERE),
        ("legacy a { provides c until later }\nplatform b { provides c since target }\nproduct p { needs c }", HERE),
        ("platform b { provides c since later until target }\nproduct p { needs c }", HERE),
        ("legacy a { provides c until target }\nproduct p { since target; needs c }", HERE),
        ("legacy a { system s { provides c until target } }\nplatform p { system s { needs c } }", HERE),
        ("legacy a { provides c until target }\nplatform b { provides c since target }\nproduct p { needs c }", []),
        ("legacy a { provides c until 2016 }\nplatform b { provides c since 2016-06 }\nproduct p { needs c }", []),
        ("legacy a { provides c until target }\nproduct p { needs c until target }", []),
        ("legacy a { provides c until target }\nproduct p { needs c; until target }", []),
        ("legacy a { provides c until target }", []),
        ("product p { needs c }", []),
        ("platform b { provides c since target }\nproduct p { needs c }", []),
        ("platform b { provides c; external }\nproduct p { needs c }", []),
    ],
)
def test_provided_in_one_state_needed_in_vain_in_a_later_one(text: str, found: list[str]) -> None:
    """The states are the plateaus; whatever provides or needs, parts included, at the time."""
    assert said("EVO106", PLATEAUS + text) == found


def test_the_whole_provides_the_part() -> None:
    """Whoever provides the whole provides its parts, and not the other way round."""
    part, whole = "capability part { part-of c }\n", "platform b { provides c since later }\n"
    assert (
        said("EVO106", PLATEAUS + part + whole + "legacy a { provides part until later }\nproduct p { needs part }")
        == []
    )
    gone = "legacy a { provides c until later }\nplatform b { provides part }\nproduct p { needs c }"
    assert said("EVO106", PLATEAUS + part + gone) == HERE


def test_a_capability_that_has_gone_is_not_missed() -> None:
    """What does not exist any more is not lost."""
    text = (
        "plateau now { at 2015 }; plateau target\ncapability c { until target }\nlegacy a { provides c until target }"
    )
    assert said("EVO106", text + "\nproduct p { needs c }") == []


def test_circles_of_parts_do_no_harm() -> None:
    """Two capabilities that are part of each other are provided together."""
    text = "plateau now { at 2015 }; plateau target\ncapability c { part-of d }\ncapability d { part-of c }\n"
    assert said("EVO106", text + "legacy a { provides c until target }\nproduct p { needs d }") == ["3: d"]


def test_says_who_provided_it_who_needs_it_and_who_could_provide_it() -> None:
    """Names are named, and both statements shown; the state before is the last in which it was provided."""
    text = "legacy a { provides c until later }\nplatform b { replaces a }\nproduct p { needs c since target }"
    (finding,) = of("EVO106", PLATEAUS + text)
    assert finding.message == "`a` provides `c` in `now`, and nothing does in `target`, where `p` needs it"
    assert finding.help == "let `b`, which takes the place, provide `c`"
    assert [label.span.text for label in finding.related] == ["provides c until later", "needs c since target"]
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()


def test_says_what_to_keep_where_nothing_takes_the_place() -> None:
    """Without a successor the provider is to stay."""
    (finding,) = of("EVO106", PLATEAUS + "legacy a { provides c until later }\nproduct p { needs c }")
    assert finding.help == "keep `a` until something else provides `c`"


def test_without_plateaus_every_instant_of_change_is_a_state() -> None:
    """The state before the first change counts, too."""
    assert said("EVO106", "capability c\nlegacy a { provides c until 2016 }\nproduct p { needs c }") == ["1: c"]


def test_an_imported_capability_is_not_judged(tmp_path: Path) -> None:
    """It is no subject; imported systems provide and need one's own."""
    two = "plateau now { at 2015 }\nplateau target\n"
    rest = "legacy a { provides c until target }\nproduct p { needs c }"
    assert of_importing("EVO106", tmp_path, "capability c", two + rest) == []
    shared = two + "system s\nsystem t"
    own = "capability c\nextend s { provides c until target }\nextend t { needs c }"
    assert len(of_importing("EVO106", tmp_path, shared, own)) == 1

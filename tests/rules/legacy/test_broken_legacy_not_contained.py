"""LEG104: broken legacy that is not contained."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

BROKEN = "data d\nlegacy old { triage old-and-broke; store s { holds d } }\n"


@pytest.mark.parametrize(
    "users",
    [
        "product p { uses old }",
        "legacy b { reads d from old.s }",
        "system b { uses old.s }",
        "adaptor a { wraps old }\nadaptor b { wraps old }",
        "adaptor a { wraps old }\nproduct p { uses old }",
    ],
    ids=["a product", "legacy", "a system", "two adaptors", "one past the adaptor"],
)
def test_more_than_one_door(users: str) -> None:
    """One consumer that is no adaptor, or two of any kind, is one finding on the head of the legacy."""
    (finding,) = of("LEG104", BROKEN + users)
    assert (finding.span.text, finding.elements) == ("legacy old", ("old",))


@pytest.mark.parametrize(
    "users",
    [
        "",
        "adaptor a { wraps old }",
        "adaptor a { wraps old; uses old; reads d from old.s }\nproduct p { uses a }",
        "product p { hosted-on old }",
        "platform p { replaces old; reuses old }",
        "product p { store t { holds d as replica of old.s } }",
    ],
    ids=["none", "one adaptor", "one adaptor with several relations", "hosting", "succession", "a copy"],
)
def test_one_door_or_none_is_contained(users: str) -> None:
    """One adaptor, however many relations it has; what is no dependency makes no consumer."""
    assert said("LEG104", BROKEN + users) == []


def test_its_own_parts_are_no_consumers() -> None:
    """Only another outermost system is a consumer."""
    assert said("LEG104", "legacy old { triage old-and-broke; system a { uses b }; system b }") == []


@pytest.mark.parametrize("triage", ["triage old-and-works", "triage defunct", ""])
def test_only_broken_legacy(triage: str) -> None:
    """Other triage, or none, is not judged."""
    assert said("LEG104", f"legacy old {{ {triage} }}\nproduct p {{ uses old }}") == []


def test_a_triage_that_comes_introduces_it() -> None:
    """The triage in force counts."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\n"
    (finding,) = of("LEG104", text + "legacy old { triage old-and-broke since 2018 }\nproduct p { uses old }")
    assert finding.status is Status.INTRODUCED


def test_changing_consumers_are_one_finding() -> None:
    """Other consumers at another time make no other finding."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\n" + BROKEN
    (finding,) = of("LEG104", text + "product p { until 2018; uses old }\nproduct q { since 2018; uses old }")
    assert finding.snapshots == ("now", "target")


def test_help_names_the_door() -> None:
    """The adaptor that is there already is to be the only way in."""
    (finding,) = of("LEG104", BROKEN + "adaptor a { wraps old }\nproduct p { uses old }\nproduct q { uses old }")
    assert finding.help == "let `p` and `q` go through `a`, which wraps `old`, and nobody past it"


def test_help_names_the_door_that_comes() -> None:
    """An adaptor that is still to come is named with its day; without any, one is to be declared."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\n" + BROKEN + "product p { uses old until 2018 }\n"
    (finding,) = of("LEG104", text + "adaptor a { since 2018; wraps old }")
    assert finding.help == "let `p` go through `a`, which wraps `old` from 2018-01-01 on, and nobody past it"
    (finding,) = of("LEG104", text)
    assert finding.help == "declare one adaptor that `wraps old`, and let `p` go through it"


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """Legacy that comes only by import is known, not judged; a consumer that does counts."""
    user = "product p { uses old }"
    assert of_importing("LEG104", tmp_path, BROKEN, user) == []
    assert len(of_importing("LEG104", tmp_path, f'import "own.arch"\n{user}', BROKEN)) == 1


@pytest.mark.parametrize(
    ("users", "said_of_them"),
    [
        ("product p { uses old }", "`p`, which is no adaptor, depends on it"),
        ("adaptor a { wraps old }\nadaptor b { wraps old }", "`a` and `b` depend on it"),
        ("product p { uses old }\nproduct q { uses old }\nproduct r { uses old }", "`p`, `q` and `r` depend on it"),
    ],
)
def test_says_who_depends_on_it(users: str, said_of_them: str) -> None:
    """One that is no adaptor, or more than one."""
    (finding,) = of("LEG104", BROKEN + users)
    assert finding.message.endswith(f"not contained: {said_of_them}")

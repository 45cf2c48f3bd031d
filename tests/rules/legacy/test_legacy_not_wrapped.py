"""LEG103: working legacy in closed use, without an adaptor."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

STANDARDS = "standard rest { open }\nstandard vendor { proprietary }\n"


def estate(inside: str, *others: str) -> str:
    """Working legacy on line 3 that holds some statements, and others after it."""
    return "\n".join([f"{STANDARDS}legacy old {{ triage old-and-works; {inside} }}", *others])


@pytest.mark.parametrize(
    ("inside", "use"),
    [
        ("interface i { proprietary }", "uses old"),
        ("interface i { proprietary }; interface j { standard vendor }", "uses old.i"),
        ("store s { interface i { bespoke } }", "uses old.s.i"),
        ("system part { interface i { bespoke } }", "uses old.part"),
        ("interface i { standard rest }", "uses old.i bespoke"),
        ("", "uses old via vendor"),
        ("", "uses old bespoke"),
    ],
)
def test_a_closed_way_without_an_adaptor(inside: str, use: str) -> None:
    """All interfaces closed, or a use that is `bespoke` or `via` a proprietary standard; the head is the place."""
    (finding,) = of("LEG103", estate(inside, f"product p {{ {use} }}"))
    assert (finding.span.text, finding.elements) == ("legacy old", ("old",))


@pytest.mark.parametrize(
    ("inside", "use"),
    [
        ("", "uses old"),
        ("interface i", "uses old.i"),
        ("interface i { standard rest }; interface j { proprietary }", "uses old.j"),
        ("", "uses old via rest"),
        ("interface i { proprietary }", "hosted-on old"),
        ("interface i { proprietary }", "replaces old"),
    ],
    ids=["none stated", "unknown", "one open", "via open", "no dependency", "successor"],
)
def test_what_may_be_open_or_is_not_consumed(inside: str, use: str) -> None:
    """Legacy that states no interface or one that may be open is innocent, and so is legacy that nobody uses."""
    assert said("LEG103", estate(inside, f"product p {{ {use} }}")) == []


def test_its_own_parts_are_no_consumers() -> None:
    """Only another system counts."""
    assert said("LEG103", estate("interface i { proprietary }; system part { uses old.i }")) == []


@pytest.mark.parametrize("triage", ["triage old-and-broke", "triage defunct", ""])
def test_only_working_legacy(triage: str) -> None:
    """Other triage, or none, is not judged."""
    assert said("LEG103", f"legacy old {{ {triage}; interface i {{ proprietary }} }}\nproduct p {{ uses old.i }}") == []


def test_an_adaptor_that_wraps_it_is_what_is_asked_for() -> None:
    """With an adaptor round it the rule is kept, even while somebody still goes past the adaptor."""
    text = estate("interface i { proprietary }", "product p { uses old.i }", "adaptor a { wraps old }")
    assert said("LEG103", text) == []


def test_an_adaptor_that_only_uses_it_does_not_wrap_it() -> None:
    """An adaptor is a consumer until it says `wraps`."""
    assert said("LEG103", estate("interface i { proprietary }", "adaptor a { uses old.i }")) == ["3: old"]


def test_an_adaptor_that_comes_resolves_it() -> None:
    """Whether it is wrapped is judged at each snapshot."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2019 }"
    text = estate(
        "interface i { proprietary }", "product p { uses old.i }", plateaus, "adaptor a { since 2018; wraps old }"
    )
    (finding,) = of("LEG103", text)
    assert finding.status is Status.RESOLVED


def test_help_asks_the_adaptor_that_only_uses_it_to_wrap_it() -> None:
    """An adaptor that is the only consumer, and wraps the legacy later, is asked to do so from the first."""
    text = estate("interface i { proprietary }", "adaptor a { uses old.i; wraps old since 2018 }")
    assert of("LEG103", text)[0].help == "let `a` say that it `wraps old` from the first"


def test_shows_what_is_closed() -> None:
    """The closed interfaces and the closed uses are related places with the reason."""
    (finding,) = of("LEG103", estate("interface i { proprietary }", "product p { uses old.i via vendor }"))
    assert [label.message for label in finding.related] == [
        "`old.i` is proprietary",
        "`p` depends on it via the proprietary `vendor`",
    ]


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """Legacy that comes only by import is known, not judged; a consumer that does counts."""
    legacy = "legacy old { triage old-and-works; interface i { proprietary } }"
    user = "product p { uses old.i }"
    assert of_importing("LEG103", tmp_path, legacy, user) == []
    assert len(of_importing("LEG103", tmp_path, f'import "own.arch"\n{user}', legacy)) == 1

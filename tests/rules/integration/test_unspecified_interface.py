"""INT108: dependencies on whole systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Severity
from tests.linting import of, said
from tests.rules.with_import import said_with_import


@pytest.mark.parametrize(
    ("system", "severity"),
    [
        ("system b { interface i }", "warning"),
        ("system b { system p { interface i } }", "warning"),
        ("system b { store s { interface i } }", "warning"),
        ("system b", "info"),
        ("system b { store s; system p }", "info"),
    ],
    ids=["interface", "of-a-part", "of-a-store", "none", "store-and-part"],
)
def test_is_a_warning_where_there_are_interfaces_to_name(system: str, severity: str) -> None:
    """On a system that declares interfaces, its parts' and stores' included, it is a warning, else information."""
    (finding,) = of("INT108", f"{system}\nproduct a {{ uses b }}")
    assert (finding.severity.value, finding.elements, finding.span.text) == (severity, ("a", "b"), "uses b")


def test_a_severity_that_was_chosen_holds_for_both() -> None:
    """Who configures the severity gets it, with interfaces or without."""
    text = "system b\nsystem c { interface i }\nproduct a { uses b; uses c }"
    found = of("INT108", text, severity={"INT108": Severity.ERROR})
    assert [finding.severity.value for finding in found] == ["error", "error"]


@pytest.mark.parametrize(
    "model",
    [
        "product a { uses b.i }",
        "product a { uses b.s }",
        "product a { uses b.p }",
        "product a { uses b via v }",
        "product a { hosted-on b }",
        "product a { reuses b; replaces b }",
        "adaptor a { wraps b }",
        "store t\nproduct a { uses t }",
        "product a { uses c; system c { uses a } }",
    ],
    ids=["interface", "store", "part", "via", "hosted-on", "no-dependency", "wraps", "top-level-store", "inside"],
)
def test_what_says_where_it_goes(model: str) -> None:
    """A named interface, store or part, a `via`, `wraps` and `hosted-on` are innocent, as is the inside of a system."""
    assert said("INT108", f"standard v\nsystem b {{ interface i; store s; system p }}\n{model}") == []


def test_names_the_interface_that_fits_best() -> None:
    """Of several interfaces the one that exposes the data is named, else one that is open."""
    text = (
        'import "std"\ndata d\nplatform b {\n  interface i\n  interface j { standard rest }\n'
        "  interface k { exposes d }\n}\nproduct a {\n  uses b\n  reads d from b\n}"
    )
    assert [finding.help for finding in of("INT108", text)] == [
        "name the interface: `b.j`",
        "name the interface: `b.k`",
    ]


def test_parts_that_name_another_system_are_judged() -> None:
    """A part's dependency is its system's, and each relation is a finding of its own."""
    text = "data d\nsystem b\nproduct a {\n  system w { uses b }\n  reads d from b\n  writes d to b\n}"
    assert said("INT108", text) == ["4: a, b, a.w", "5: a, b, d", "6: a, b, d"]


def test_an_interface_that_comes_later_makes_it_a_warning() -> None:
    """Over time it is one finding, with the severity of its last snapshot."""
    text = (
        "plateau one { at 2014 }\nplateau two { at 2016 }\n"
        "system b { interface i { since 2015 } }\nproduct a { uses b }"
    )
    (finding,) = of("INT108", text)
    assert (finding.status.value, finding.severity.value) == ("open", "warning")


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """Of two such dependencies only the own one is judged."""
    own = "product a { uses b }\nextend c { uses b }"
    assert said_with_import(tmp_path, "INT108", own, "system b\nsystem c { uses b }") == ["1: a, b"]

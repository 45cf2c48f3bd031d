"""INT110: interfaces that name no standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize(
    "text",
    [
        "platform p { interface i }",
        'legacy p { interface i { docs "x" } }',
        "store p { interface i }",
        "system p { interface i { proprietary } }",
    ],
    ids=["platform", "documented", "store", "proprietary"],
)
def test_no_standard(text: str) -> None:
    """Whoever has the interface, and whatever else it says."""
    (finding,) = of("INT110", text)
    assert (finding.span.text, finding.elements) == ("interface i", ("p.i",))


@pytest.mark.parametrize(
    "text",
    [
        "standard s; platform p { interface i { standard s } }",
        "standard s { proprietary }; platform p { interface i { standard s } }",
        "platform p { external; interface i }",
        "platform p { external; system q { store r { interface i } } }",
    ],
    ids=["stated", "a proprietary one", "external", "within what is external"],
)
def test_innocent_models(text: str) -> None:
    """Any standard is one; others' interfaces are not judged."""
    assert said("INT110", text) == []


def test_help_names_the_standard_by_which_it_is_reached() -> None:
    """Who goes `via` a standard knows what the interface speaks."""
    (finding,) = of("INT110", "standard s; platform p { interface i }; product q { uses p.i via s }")
    assert "`standard s`" in finding.help


@pytest.mark.parametrize(("time", "status"), [("since", "resolved"), ("until", "introduced")])
def test_is_judged_at_each_time(time: str, status: str) -> None:
    """What is stated for a time is stated then."""
    text = f"standard s; platform p {{ interface i {{ standard s {time} 2015 }} }}"
    (finding,) = of("INT110", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; {text}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    text = "platform p { interface i }"
    assert "INT110" not in {found.code for found in findings(text)}
    assert "INT110" in {found.code for found in findings(text, profile="code-of-practice")}


def test_imported_interfaces_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("INT110", tmp_path, "platform p { interface i }", "data y") == []


@pytest.mark.parametrize(
    ("rest", "advice"),
    [
        ("", "name the protocols and formats that it speaks, open ones where there is a choice: `standard …`"),
        ("standard s; product q { uses p.i via s }", "it is reached via `s` already: state `standard s`"),
        ("standard s; product q { uses p via s }", "name the protocols"),
    ],
    ids=["nobody knows", "by way of one", "the system is, by way of one"],
)
def test_advises_the_standard_that_others_use(rest: str, advice: str) -> None:
    """Where a relation names one for this interface, that; else what to look for."""
    (finding,) = of("INT110", f"platform p {{ interface i }}\n{rest}", profile="code-of-practice")
    assert finding.help.startswith(advice)

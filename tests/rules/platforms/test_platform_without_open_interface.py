"""PLT101: platforms behind closed doors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

STANDARDS = "standard o { open }\nstandard x { proprietary }\nstandard n\n"


@pytest.mark.parametrize(
    "interfaces",
    [
        "interface i { bespoke }",
        "interface i { standard o, x }",
        "system p { store s { interface i { proprietary } } }",
    ],
    ids=["bespoke", "one-standard-proprietary", "inside"],
)
def test_all_interfaces_closed(interfaces: str) -> None:
    """The finding sits on the platform and shows each interface with why it is closed."""
    (finding,) = of("PLT101", f"{STANDARDS}platform a {{\n{interfaces}\ninterface j {{ bespoke }} }}")
    assert (finding.span.begin.line, finding.elements) == (4, ("a",))
    assert [label.span.begin.line for label in finding.related] == [5, 6]


@pytest.mark.parametrize(
    ("interfaces", "strictly"),
    [
        ("interface i { standard o }", False),
        ("interface i { bespoke }; store s { interface j { standard o } }", False),
        ("", True),
        ("interface i", True),
        ("interface i { standard n }", True),
        ("interface i { bespoke }; interface j", True),
    ],
    ids=["open", "one-open", "none", "unknown", "unknown-standard", "closed-and-unknown"],
)
def test_what_is_not_stated_counts_in_the_code_of_practice_only(interfaces: str, strictly: bool) -> None:
    """An interface of unknown openness, or none at all, breaks the rule in the stricter profile only."""
    model = f"{STANDARDS}platform a {{ {interfaces} }}"
    assert said("PLT101", model, profile="default") == []
    assert bool(said("PLT101", model, profile="code-of-practice")) is strictly


@pytest.mark.parametrize("kind", ["product", "legacy", "adaptor", "system"])
@pytest.mark.parametrize("profile", ["default", "code-of-practice"])
def test_only_platforms_are_judged(kind: str, profile: str) -> None:
    """Other kinds, and platforms that somebody else runs, are left alone in either profile."""
    assert said("PLT101", f"{kind} a {{ interface i {{ bespoke }} }}", profile=profile) == []
    assert said("PLT101", "platform a { external; interface i { bespoke } }", profile=profile) == []


def test_says_what_to_open() -> None:
    """The help names the interface: one to open, one whose standards are not stated, or that there is none."""
    models = {
        "interface i { bespoke }": "`a.i`",
        "interface i { bespoke }; interface j": "`a.j` keeps to",
        "": "declare the interface",
    }
    for interfaces, help in models.items():
        (finding,) = of("PLT101", f"platform a {{ {interfaces} }}", profile="code-of-practice")
        assert help in finding.help


def test_a_platform_opens_with_time() -> None:
    """An open interface that begins later resolves it."""
    text = (
        "plateau one { at 2014 }\nplateau two { at 2016 }\nstandard o { open }\n"
        "platform a { interface i { bespoke }; interface j { since 2015; standard o } }"
    )
    (finding,) = of("PLT101", text)
    assert finding.status.value == "resolved"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged, whatever an own file adds to it."""
    assert said_with_import(tmp_path, "PLT101", "extend b { interface j { bespoke } }", "platform b") == []


@pytest.mark.parametrize(
    ("interfaces", "lack"),
    [
        ("", "states no interface"),
        ("interface i { bespoke }", "has one interface, and that is closed"),
        ("interface i { bespoke }; interface j { bespoke }", "has closed interfaces only"),
        ("interface i { bespoke }; interface j", "has no interface that is known to be open"),
    ],
)
def test_says_what_the_platform_lacks(interfaces: str, lack: str) -> None:
    """None at all, a closed one, closed ones only, or one that is known to be open."""
    (finding,) = of("PLT101", f"platform a {{ {interfaces} }}", profile="code-of-practice")
    assert finding.message == f"the platform `a` {lack}"

"""PRD108: systems that state technology and no capability."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("kind", ["product", "platform", "legacy", "adaptor", "system"])
def test_technology_and_no_capability(kind: str) -> None:
    """A system of any kind is judged; the finding sits on the technology."""
    (finding,) = of("PRD108", f'{kind} x {{\n  technology "Java"\n}}')
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (2, 'technology "Java"', ("x",))


@pytest.mark.parametrize(
    "text",
    [
        'capability c; system x { technology "Java"; provides c }',
        'capability c; system x { technology "Java"; needs c }',
        'capability c; system x { technology "Java"; system part { provides c } }',
        'capability c; system x { provides c; system part { technology "Java" } }',
        'system x { technology "Java"; external }',
        'store s { technology "Java" }; system x { store t { technology "Java" } }',
        "system x",
    ],
    ids=["provides", "needs", "a part provides", "technology of a part", "external", "stores", "no technology"],
)
def test_innocent_models(text: str) -> None:
    """A capability of the system or of any of its parts is enough."""
    assert said("PRD108", text) == []


def test_one_finding_for_a_system_with_its_parts() -> None:
    """The first technology that is stated in a system is the place."""
    text = 'system x {\n  system one { technology "Java" }\n  system two { technology "Ada" }\n}'
    assert said("PRD108", text) == ["2: x"]


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ('technology "Java"; provides c since 2015', "resolved"),
        ('technology "Java" since 2015', "introduced"),
        ('technology "Java"; system part { needs c; until 2015 }', "introduced"),
    ],
)
def test_is_judged_at_each_time(block: str, status: str) -> None:
    """What is stated for a time is stated then."""
    text = f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; capability c; system x {{ {block} }}"
    (finding,) = of("PRD108", text)
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    text = 'system x { technology "Java" }'
    assert "PRD108" not in {found.code for found in findings(text)}
    assert "PRD108" in {found.code for found in findings(text, profile="code-of-practice")}


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("PRD108", tmp_path, 'system x { technology "Java" }', "data y") == []

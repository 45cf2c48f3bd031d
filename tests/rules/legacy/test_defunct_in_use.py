"""LEG107: defunct legacy on which something depends."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("kind", ["product", "platform", "system", "legacy", "adaptor"])
def test_whoever_depends_on_it(kind: str) -> None:
    """A dependency of any kind of system is one finding on the head of the legacy."""
    (finding,) = of("LEG107", f"legacy old {{ triage defunct }}\n{kind} s {{ uses old }}")
    assert (finding.span.text, finding.elements) == ("legacy old", ("old",))
    assert [label.span.text for label in finding.related] == ["uses old"]


def test_one_finding_for_all_that_depend_on_it() -> None:
    """Several dependants are shown in one finding."""
    text = "legacy old { triage defunct }\nproduct a { uses old }\nproduct b { uses old; uses old }"
    (finding,) = of("LEG107", text)
    assert "`a` and `b`" in finding.message
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "text",
    [
        "legacy old { triage defunct }",
        "legacy old { triage old-and-broke }\nproduct p { uses old }",
        "legacy old\nproduct p { uses old }",
        "legacy old { triage defunct; system a { uses b }; system b }",
        "legacy old { triage defunct }\nplatform p { replaces old; hosted-on old }",
        "legacy old { triage defunct; external }\nproduct p { uses old }",
    ],
    ids=["unused", "broken", "untriaged", "parts", "no dependency", "external"],
)
def test_innocent_models(text: str) -> None:
    """What nobody depends on, has another triage or is run by somebody else is not reported."""
    assert said("LEG107", text) == []


def test_moving_away_resolves_it() -> None:
    """A dependency that ends is a note."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\nlegacy old { triage defunct }\n"
    (finding,) = of("LEG107", text + "product p { uses old until 2018 }")
    assert finding.status is Status.RESOLVED


def test_help_names_the_successor() -> None:
    """What replaces it is where to move."""
    text = "legacy old { triage defunct }\nproduct p { uses old }\nplatform heir { replaces old }"
    assert "move `p` to `heir`" in of("LEG107", text)[0].help


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """Legacy that comes only by import is known, not judged."""
    assert of_importing("LEG107", tmp_path, "legacy old { triage defunct }", "product p { uses old }") == []

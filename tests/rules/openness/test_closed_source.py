"""OPN102: new source code that is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

TIMES = "plateau one { at 2014 }; plateau two { at 2016 }\n"


@pytest.mark.parametrize("kind", ["product", "platform"])
def test_a_new_product_or_platform(kind: str) -> None:
    """The finding sits on the statement."""
    (finding,) = of("OPN102", f"{TIMES}{kind} x {{\n  since 2015\n  source-code closed\n}}")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (4, "source-code closed", ("x",))
    assert finding.status.value == "introduced"


@pytest.mark.parametrize(
    "text",
    [
        "product x { since 2015; source-code open }",
        'product x { since 2015; source-code closed because "fraud" }',
        "product x { since 2015 }",
        "product x { source-code closed }",
        "product x { source-code closed since 2015 }",
        "product x { since 2014; source-code closed }",
        "product x { since 2015; external; source-code closed }",
        "legacy x { since 2015; source-code closed }; adaptor y { since 2015; source-code closed }",
        "system x { since 2015; source-code closed }",
        "product x { since 2017; source-code closed }",
    ],
    ids=[
        "open", "a reason", "not stated", "always there", "closed later", "there from the first", "external",
        "other kinds", "no role", "after the last",
    ],
)  # fmt: skip
def test_innocent_models(text: str) -> None:
    """Open code, a reason, what was there, what others run, what is not stated."""
    assert said("OPN102", TIMES + text) == []


def test_without_plateaus_the_first_date_is_the_first_snapshot() -> None:
    """What begins at the first date was there from the first; what begins later is new."""
    text = "product x { since 2014; source-code closed }\nproduct y { since 2015; source-code closed }"
    assert said("OPN102", text) == ["2: y"]
    assert said("OPN102", "product x { source-code closed }") == []


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    text = "product x { since 2015; source-code closed }"
    assert said_with_import(tmp_path, "OPN102", TIMES, text) == []
    assert said_with_import(tmp_path, "OPN102", text, TIMES) == ["1: x"]

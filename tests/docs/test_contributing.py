"""The walk through adding a rule in CONTRIBUTING.md can be walked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import archlint.rules.integration
from archlint.rules.catalogue import catalogue
from tests.linting import of

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
MODULE = "undocumented_interface"


def block(pattern: str) -> str:
    """Gives the first code block of the guide that follows a pattern."""
    found = re.search(rf"{pattern}.*?\n(?P<fence>````?)python\n(.*?)(?P=fence)\n", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[2]


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rule of the guide, lying where the guide puts it as far as the catalogue can tell."""
    (tmp_path / f"{MODULE}.py").write_text(block("Write the rule"), encoding="utf-8")
    family = archlint.rules.integration
    monkeypatch.setattr(family, "__path__", [*family.__path__, str(tmp_path)])
    catalogue.cache_clear()
    yield
    sys.modules.pop(f"{family.__name__}.{MODULE}", None)
    catalogue.cache_clear()


@pytest.mark.usefixtures("added")
def test_the_rule_of_the_guide_is_found_and_keeps_to_its_examples() -> None:
    """The rule is in the catalogue by lying in its folder, and its examples break and keep it."""
    said = catalogue()["INT111"].documentation()
    assert of("INT111", said.broken)
    assert not of("INT111", said.mended)


@pytest.mark.usefixtures("added")
def test_the_tests_of_the_guide_pass() -> None:
    """The tests that the guide writes for its rule hold."""
    namespace: dict[str, object] = {}
    exec(compile(block("Say what it must do"), "CONTRIBUTING.md", "exec"), namespace)
    tests = [value for name, value in namespace.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        assert callable(test)
        test()

"""The two examples of every rule say what its page says they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from archlint.rules.catalogue import catalogue
from archlint.rules.rule import Rule

RULES = list(catalogue().values())
NAMES = [rule.name() for rule in RULES]
ESTATE = 'organisation agency "Bürgeramt"\n'
BESIDE = {
    "unreadable-file": {
        "broken": {"estate.arch": ESTATE.encode("latin-1")},
        "mended": {"estate.arch": ESTATE.encode()},
    },
    "import-not-found": {"broken": {}, "mended": {"platforms.arch": b""}},
}
"""The files that lie beside an example which speaks of them."""


def codes(rule: type[Rule], example: str, directory: Path) -> set[str]:
    """The codes of all findings in an example, linted as the file that a reader of the page would make of it."""
    for name, content in BESIDE.get(rule.name(), {}).get(example, {}).items():
        (directory / name).write_bytes(content)
    model = directory / "model.arch"
    model.write_text(getattr(rule.documentation(), example), encoding="utf-8")
    return {finding.code for finding in lint(Subject("model", (model,)), Settings(directory, profile="all")).findings}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_broken_example_breaks_the_rule(rule: type[Rule], tmp_path: Path) -> None:
    """What the page shows as a breach is one."""
    assert rule.code in codes(rule, "broken", tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_mended_example_keeps_the_rule(rule: type[Rule], tmp_path: Path) -> None:
    """What the page shows as put right is right, and readable."""
    found = codes(rule, "mended", tmp_path)
    assert rule.code not in found
    assert not {code for code in found if code.startswith(("SYN", "MOD00"))} - {"MOD008"}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_page_is_whole(rule: type[Rule]) -> None:
    """A rule says what it checks, why, and shows both examples; a principle has a source."""
    said = rule.documentation()
    assert all((said.summary, said.why, said.broken, said.mended))
    assert rule.sources or rule.code.startswith(("SYN", "MOD", "WVR"))

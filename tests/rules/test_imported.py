"""What comes only by import is known, not judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.graph.history import History
from archlint.linter import Subject, read_model
from archlint.rules.catalogue import catalogue
from archlint.rules.rule import ModelRule, SnapshotRule, TextRule, TransitionRule

RULES = [rule for rule in catalogue().values() if not issubclass(rule, TextRule)]


def checked(rule: ModelRule | SnapshotRule | TransitionRule, history: History) -> Iterable[Finding]:
    """Everything that a rule has to say, before anybody picks from it."""
    if isinstance(rule, ModelRule):
        return rule.check(history.model)
    if isinstance(rule, TransitionRule):
        return rule.check(history)
    return [finding for moment in history.moments for finding in rule.check(history.at(moment), history)]


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.name())
def test_no_rule_judges_what_is_imported(kind: type[ModelRule | SnapshotRule | TransitionRule], tmp_path: Path) -> None:
    """Of a model that imports the broken example, and adds a system to it, a rule says nothing but of that system."""
    broken = kind.documentation().broken
    plateaus = [line for line in broken.splitlines() if line.startswith("plateau")]
    rest = "\n".join(line for line in broken.splitlines() if line not in plateaus)
    (tmp_path / "shared.arch").write_text(rest, encoding="utf-8")
    own = "\n".join([*plateaus, 'import "shared.arch"', "system of-its-own"])
    (tmp_path / "own.arch").write_text(own, encoding="utf-8")
    model = read_model(Subject("own", (tmp_path / "own.arch",)), Settings(tmp_path))[0]
    found = checked(kind(judges_unstated=True), History(model))
    assert [finding for finding in found if finding.span.source.path.endswith("shared.arch")] == []

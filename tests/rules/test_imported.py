"""What comes only by import is known, not judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from archlint.rules.catalogue import catalogue
from archlint.rules.rule import Rule

JUDGED_ANYWHERE = ("SYN", "MOD007")
RULES = [rule for rule in catalogue().values() if not rule.code.startswith(JUDGED_ANYWHERE)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name())
def test_a_breach_that_is_imported_is_not_reported(rule: type[Rule], tmp_path: Path) -> None:
    """A model that imports the broken example, and adds a system to it, is not at fault."""
    broken = rule.documentation().broken
    plateaus = [line for line in broken.splitlines() if line.startswith("plateau")]
    rest = "\n".join(line for line in broken.splitlines() if line not in plateaus)
    (tmp_path / "shared.arch").write_text(rest, encoding="utf-8")
    own = "\n".join([*plateaus, 'import "shared.arch"', "system of-its-own"])
    (tmp_path / "own.arch").write_text(own, encoding="utf-8")
    settings = Settings(tmp_path, profile="all")
    found = lint(Subject("own", (tmp_path / "own.arch",)), settings).findings
    assert [one for one in found if one.code == rule.code and "of-its-own" not in one.elements] == []

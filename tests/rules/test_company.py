"""What breaks a rule breaks it in any company."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from archlint.rules.catalogue import catalogue
from archlint.rules.rule import Rule, TextRule
from tests.linting import of, report

RULES = [rule for rule in catalogue().values() if not issubclass(rule, TextRule) and not rule.code.startswith("WVR")]
OTHERS = """
organisation other-owner; supplier other-supplier; user other-user; capability other-capability
data other-data; standard other-standard { open }
product other-product { need "x" }
product external-product { external }
platform external-platform { external }
legacy external-legacy { external }
system external-system { external }
platform other-platform { interface api { standard other-standard }; provides other-capability }
legacy other-legacy { plan contain; triage old-and-works }
adaptor other-adaptor { wraps other-legacy }
system other-system { system part }
store other-store
contract other-contract { supplier other-supplier; covers other-system }
"""


def renamed(text: str, suffix: str) -> str:
    """The text with another name for everything that it declares."""
    names = {element.name for element in report(text, select=("MOD010",)).model.own}
    pattern = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    parts = re.split(r'("[^"]*")', text)
    parts[::2] = [re.sub(rf"(?<![\w-])({pattern})(?![\w-])", rf"\1{suffix}", part) for part in parts[::2]]
    return "".join(parts)


def without_plateaus(text: str) -> str:
    """The text without its states, of which a model has one set."""
    return "\n".join(line for line in text.splitlines() if not line.startswith(("plateau", "import")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name())
@pytest.mark.parametrize("company", ["others", "innocent", "guilty"])
def test_a_breach_is_found_in_any_company(rule: type[Rule], company: str) -> None:
    """After others that the rule has nothing to say of, after some that keep it, and after some that break it too."""
    broken, mended = rule.documentation().broken, rule.documentation().mended
    beside = {"others": OTHERS, "innocent": renamed(mended, "-kept"), "guilty": renamed(broken, "-too")}[company]
    alone = {finding.elements for finding in of(rule.code, broken, profile="all")}
    together = {finding.elements for finding in of(rule.code, without_plateaus(beside), broken, profile="all")}
    assert alone
    assert alone <= together


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name())
def test_a_breach_is_found_after_one_that_is_imported(rule: type[Rule], tmp_path: Path) -> None:
    """What the rule passes over, as it is not the model's own, hides nothing of what comes after."""
    broken = rule.documentation().broken
    alone = {finding.elements for finding in of(rule.code, broken, profile="all")}
    (tmp_path / "a.arch").write_text(without_plateaus(renamed(broken, "-too")), encoding="utf-8")
    (tmp_path / "b.arch").write_text(f'import "a.arch"\n{broken}', encoding="utf-8")
    settings = Settings(tmp_path, profile="all", select=(rule.code,))
    together = {finding.elements for finding in lint(Subject("b", (tmp_path / "b.arch",)), settings).findings}
    assert alone <= together

"""The two examples of every rule say what its page says they do."""

from __future__ import annotations

import pytest

from archlint.rules.catalogue import catalogue
from archlint.rules.rule import Rule
from tests.linting import findings

RULES = list(catalogue().values())
NAMES = [rule.name() for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_broken_example_breaks_the_rule(rule: type[Rule]) -> None:
    """What the page shows as a breach is one."""
    found = findings(rule.documentation().broken, profile="all")
    assert rule.code in {finding.code for finding in found}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_mended_example_keeps_the_rule(rule: type[Rule]) -> None:
    """What the page shows as put right is right, and readable."""
    found = {finding.code for finding in findings(rule.documentation().mended, profile="all")}
    assert rule.code not in found
    assert not {code for code in found if code.startswith(("SYN", "MOD00"))} - {"MOD008"}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_page_is_whole(rule: type[Rule]) -> None:
    """A rule says what it checks, why, and shows both examples; a principle has a source."""
    said = rule.documentation()
    assert all((said.summary, said.why, said.broken, said.mended))
    assert rule.sources or rule.code.startswith(("SYN", "MOD", "WVR"))

"""The list of rules, and which of them a selection means."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module

import archlint.rules
from archlint.rules.rule import CODE_OF_PRACTICE, DEFAULT, Rule

__all__ = ["PROFILES", "catalogue", "in_profile", "matching", "rule_named"]

PROFILES = (DEFAULT, CODE_OF_PRACTICE, "sketch", "all")
_SKETCH = ("SYN", "MOD", "WVR", "INT105", "DAT101", "DAT105")


@cache
def catalogue() -> dict[str, type[Rule]]:
    """Every rule by its code, in the order of the codes: each class with a code in a file of a family's folder."""
    rules: dict[str, type[Rule]] = {}
    for family in pkgutil.iter_modules(archlint.rules.__path__, "archlint.rules."):
        if family.ispkg:
            for module in pkgutil.iter_modules(import_module(family.name).__path__, f"{family.name}."):
                rules |= {rule.code: rule for rule in _rules_in(module.name)}
    return dict(sorted(rules.items()))


def _rules_in(module: str) -> Iterable[type[Rule]]:
    for value in vars(import_module(module)).values():
        if (
            isinstance(value, type)
            and issubclass(value, Rule)
            and value.__module__ == module
            and hasattr(value, "code")
        ):
            yield value


def matching(selector: str) -> frozenset[str]:
    """The codes that a code, a name, a prefix of codes or `ALL` means; empty where it means nothing."""
    if selector == "ALL":
        return frozenset(catalogue())
    named = frozenset(code for code, rule in catalogue().items() if rule.name() == selector)
    return named or frozenset(code for code in catalogue() if selector and code.startswith(selector))


def rule_named(selector: str) -> type[Rule] | None:
    """The one rule of a code or a name."""
    by_name = {rule.name(): rule for rule in catalogue().values()}
    return catalogue().get(selector.upper()) or by_name.get(selector.lower())


def in_profile(profile: str) -> frozenset[str]:
    """The codes of a profile: `code-of-practice` adds to `default`, `sketch` takes from it what a drawing with names
    and arrows can be held to."""
    if profile == "all":
        return frozenset(catalogue())
    if profile == "sketch":
        return frozenset(code for code in in_profile(DEFAULT) if code.startswith(_SKETCH))
    wanted = (DEFAULT,) if profile == DEFAULT else (DEFAULT, CODE_OF_PRACTICE)
    return frozenset(code for code, rule in catalogue().items() if rule.profile in wanted)

"""Leaves out the unknown names that only echo another fault: the declaration that they lead to is itself at fault."""

from __future__ import annotations

import re

from archlint.diagnostics import Fault
from archlint.language.suggestions import nearest
from archlint.model.elements import KINDS

__all__ = ["without_echoes"]

_NAME = re.compile(r"[ \t]+([^\W\d][\w-]*)")
_MOST = 1000
"""How many faults are asked for the name that they hide; more than that no one reads."""


def without_echoes(faults: list[Fault]) -> list[Fault]:
    """The faults but for unknown names that a misspelt or a second declaration was to make known."""
    if not any(fault.code == "MOD003" for fault in faults):
        return faults
    misspelt = {_misspelt(fault) for fault in _some("MOD001", faults)} - {""}
    doubled = {fault.span.text.split()[-1] for fault in _some("MOD005", faults)}
    if not misspelt and not doubled:
        return faults
    return [fault for fault in faults if fault.code != "MOD003" or not _echoes(fault, misspelt, doubled)]


def _some(code: str, faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.code == code][:_MOST]


def _misspelt(fault: Fault) -> str:
    """The name that follows a keyword which is none, but nearly that of a kind."""
    name = _NAME.match(fault.span.source.text, fault.span.end)
    return name[1] if name and nearest(fault.span.text, KINDS, 1) else ""


def _echoes(fault: Fault, misspelt: set[str], doubled: set[str]) -> bool:
    *outer, last = fault.span.text.split(".")
    return last in misspelt or any(name in misspelt or name in doubled for name in outer)

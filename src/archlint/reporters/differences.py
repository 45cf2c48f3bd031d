"""The difference of two states of a model, for people, programs and pull requests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from archlint.diagnostics import Finding
from archlint.escaping import for_json, for_markdown, for_terminal
from archlint.graph.difference import Difference

__all__ = ["Comparison", "compared", "difference_json", "difference_markdown", "difference_text"]


@dataclass(frozen=True)
class Comparison:
    """What differs, and the findings that only the newer, or only the older state has."""

    old: str
    new: str
    difference: Difference
    introduced: tuple[Finding, ...]
    resolved: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.difference or self.introduced or self.resolved)


_SIGNS = {"-": "removed:", "+": "added:", ">": "renamed:", "~": "changed:"}


def compared(
    old: str, new: str, difference: Difference, before: tuple[Finding, ...], after: tuple[Finding, ...]
) -> Comparison:
    """A comparison; findings are the same when the rule and the elements are, by the names that these have now."""
    called = {old.partition(" ")[2]: now for old, now in difference.renamed}
    resolved = tuple(_beyond(before, Counter(_identity(finding, {}) for finding in after), called))
    introduced = tuple(_beyond(after, Counter(_identity(finding, called) for finding in before), {}))
    return Comparison(old, new, difference, introduced, resolved)


def _beyond(
    findings: Iterable[Finding], others: Counter[tuple[str, ...]], called: Mapping[str, str]
) -> Iterator[Finding]:
    """The findings for which there is no equal one among the others."""
    for finding in findings:
        identity = _identity(finding, called)
        if others[identity]:
            others[identity] -= 1
        else:
            yield finding


def _identity(finding: Finding, called: Mapping[str, str]) -> tuple[str, ...]:
    """What stands for a finding; without elements, its fingerprint."""
    elements = sorted(_now(path, called) for path in finding.elements)
    return (finding.code, *elements) if elements else (finding.fingerprint,)


def _now(path: str, called: Mapping[str, str]) -> str:
    """The path of an element, or of what it stands in, by the names that they have now."""
    for cut in (len(path), *(at for at in range(len(path) - 1, 0, -1) if path[at] == ".")):
        if path[:cut] in called:
            return called[path[:cut]] + path[cut:]
    return path


def difference_text(comparison: Comparison) -> str:
    """A line for each thing that differs: `+` new, `-` gone, `~` changed, `>` renamed."""
    if not comparison:
        return f"{for_terminal(comparison.old)} and {for_terminal(comparison.new)} say the same\n"
    return "".join(f"{for_terminal(line)}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    found = comparison.difference
    yield from (f"- {name}" for name in found.removed)
    yield from (f"+ {name}" for name in found.added)
    yield from (f"> {old} is now called {new} (a guess: they state the same)" for old, new in found.renamed)
    for change in found.changed:
        yield f"~ {change.path}"
        yield from (f"    - {statement}" for statement in change.gone)
        yield from (f"    + {statement}" for statement in change.new)
    yield from (f"resolved: {_told(finding)}" for finding in comparison.resolved)
    yield from (f"introduced: {_told(finding)}" for finding in comparison.introduced)


def _told(finding: Finding) -> str:
    return f"{finding.severity.value}[{finding.code}] {finding.message}"


def difference_markdown(comparison: Comparison) -> str:
    """The same as a list, for a comment on a pull request."""
    title = f"## {for_markdown(comparison.old)} → {for_markdown(comparison.new)}\n\n"
    lines = [_item(line) for line in _lines(comparison)] or ["Both say the same."]
    return title + "\n".join(lines) + "\n"


def _item(line: str) -> str:
    """A line as an item of a list, what belongs to a changed element below it; its sign is a word."""
    sign, _, rest = line.strip().partition(" ")
    indent = "  " if line.startswith(" ") else ""
    return f"{indent}- {_SIGNS.get(sign, sign)} {for_markdown(rest)}"


def difference_json(comparison: Comparison) -> str:
    """The same for programs, version 1."""
    document = {
        "version": 1,
        "old": comparison.old,
        "new": comparison.new,
        **asdict(comparison.difference),
        "introduced": [_as_json(finding) for finding in comparison.introduced],
        "resolved": [_as_json(finding) for finding in comparison.resolved],
    }
    return for_json(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "elements": list(finding.elements),
        "fingerprint": finding.fingerprint,
    }

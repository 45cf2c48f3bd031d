"""Leaves out the findings that only echo text which could not be read: what it would have stated is unknown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from archlint.diagnostics import Fault, Finding
from archlint.source import SourceFile, Span

__all__ = ["without_echoes"]

_ABSENCES = frozenset({"MOD008", "MOD010", "MOD011", "LEG111", "PLT103", "SEC104"})
"""The rules that speak where nothing in the whole model states an owner, a use or a relation."""

_UNREAD = frozenset({"SYN001", "SYN002", "SYN004", "MOD001", "MOD002", "MOD003", "MOD004"})
_MOST = 1000
"""How many faults are asked what they hide; more than that no one reads."""

_REACH = 2000
"""How far the statement around a fault is read, in characters, so that no line is too long."""

_WORD = re.compile(r"[^\W\d][\w-]*")
_MEANT = re.compile(r"`([^\s`]+)`")
"""The names that a fault offers for one that it does not know."""

_MARK = re.compile(r'"""(?s:.*?)"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[{}\n;]')


def without_echoes(findings: Iterable[Finding], faults: Iterable[Fault]) -> Iterator[Finding]:
    """The findings but for those of things unused and alone that a statement names which could not be read, or that
    have such a statement in their own block."""
    unread = [fault for fault in faults if fault.code in _UNREAD][:_MOST]
    spans = [fault.span for fault in unread]
    named = {word for span in spans for word in _WORD.findall(_passage(span))}
    named.update(word for fault in unread for name in _MEANT.findall(fault.help) for word in name.split("."))
    places: defaultdict[SourceFile, list[int]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.start):
        places[span.source].append(span.start)
    for finding in findings:
        if finding.code not in _ABSENCES or not _echoes(finding, named, places):
            yield finding


def _echoes(finding: Finding, named: set[str], places: dict[SourceFile, list[int]]) -> bool:
    return not named.isdisjoint(finding.elements[0].split(".")) or _holds(finding.span, places)


def _passage(span: Span) -> str:
    """The text from the beginning of the line to the end of the statement, a block that it opens included."""
    text, reach = span.source.text, max(0, span.start - _REACH)
    return text[max(reach, text.rfind("\n", reach, span.start) + 1) : _end(text, span.end, span.end + _REACH)]


def _holds(head: Span, places: dict[SourceFile, list[int]]) -> bool:
    """Whether one of the places lies in the statement that begins so."""
    starts = places.get(head.source, [])
    following = bisect_left(starts, head.start)
    if following == len(starts):
        return False
    place = starts[following]
    return place < head.end or _end(head.source.text, head.end, place) >= place


def _end(text: str, start: int, limit: int) -> int:
    """Where the statement ends that stands at an offset, if it does before the limit."""
    depth = 0
    for mark in _MARK.finditer(text, start, limit):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth <= 0 and mark[0] in ("}", "\n", ";"):
            return mark.end() - 1
    return limit

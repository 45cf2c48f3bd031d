"""Lets waivers accept findings, and finds the waivers that do not hold what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from string import digits

from archlint.diagnostics import Edit, Fault, Finding, Fix, Label, Waived
from archlint.language.edits import removal, respelt, word_in
from archlint.language.suggestions import did_you_mean, nearest
from archlint.model.element import Element
from archlint.model.model import Model
from archlint.model.waivers import Waiver
from archlint.rules.catalogue import catalogue
from archlint.source import Span

__all__ = ["Ruling", "apply_waivers"]


@dataclass(frozen=True)
class Ruling:
    """The findings, some of them waived, and the faults of the waivers themselves."""

    findings: list[Finding]
    faults: list[Fault]


def apply_waivers(
    model: Model, findings: Iterable[Finding], ran: frozenset[str], instants: Mapping[str, int]
) -> Ruling:
    """Waives what the model allows.

    `ran` are the codes of the rules that ran; `instants` those of the snapshots by name, in the order of time.
    """
    subjects = {waiver: element.path for waiver, element in _waivers(model) if not waiver.imported}
    waivers = list(subjects)
    codes = {waiver.selector: _waivable(waiver.selector) for waiver in waivers}
    last = max(instants.values(), default=0)
    used: set[Waiver] = set()
    expired: dict[Waiver, Finding] = {}
    judged = [
        _judge(finding, _covering(waivers, codes, finding), instants, last, used, expired) for finding in findings
    ]
    faults = [_unknown(waiver, subjects[waiver]) for waiver in waivers if not codes[waiver.selector]]
    faults += [_expired(waiver, finding, waiver not in used) for waiver, finding in expired.items()]
    idle = [waiver for waiver in waivers if codes[waiver.selector] and waiver not in used and waiver not in expired]
    faults += [_unused(waiver, subjects[waiver]) for waiver in idle if codes[waiver.selector] <= ran]
    return Ruling(judged, faults)


def _waivers(model: Model) -> Iterable[tuple[Waiver, Element]]:
    """Every waiver, and the element in which it stands, by itself or with a relation."""
    for element in model.elements:
        yield from ((waiver, element) for waiver in element.waivers)
        for relation in element.relations:
            yield from ((waiver, element) for waiver in relation.waivers)


def _waivable(selector: str) -> frozenset[str]:
    """The codes that a code, a name or the letters of a family mean: half a code is no rule, and nothing means all."""
    return frozenset(code for code, rule in catalogue().items() if selector in (code, rule.name(), code.rstrip(digits)))


def _covering(waivers: list[Waiver], codes: Mapping[str, frozenset[str]], finding: Finding) -> list[Waiver]:
    return [
        waiver
        for waiver in waivers
        if finding.code in codes[waiver.selector] and any(_within(finding.span, scope) for scope in waiver.scope)
    ]


def _within(span: Span, scope: Span) -> bool:
    return span.source is scope.source and scope.start <= span.start and span.end <= scope.end


def _judge(
    finding: Finding,
    waivers: list[Waiver],
    instants: Mapping[str, int],
    last: int,
    used: set[Waiver],
    expired: dict[Waiver, Finding],
) -> Finding:
    held_until = instants.get(finding.snapshots[-1], last) if finding.snapshots else last
    in_force = [waiver for waiver in waivers if waiver.until > held_until]
    used.update(in_force)
    for waiver in waivers:
        if waiver.until <= held_until:
            expired.setdefault(waiver, finding)
    if not in_force:
        return finding
    return replace(finding, waived=Waived(in_force[0].reason, in_force[0].span))


def _unknown(waiver: Waiver, subject: str) -> Fault:
    known = [*catalogue(), *(rule.name() for rule in catalogue().values())]
    near = nearest(waiver.selector, known)
    return Fault(
        "WVR003", waiver.span, f"there is no rule `{waiver.selector}` to waive", did_you_mean(near),
        elements=(subject,), fixes=respelt(word_in(waiver.span, 1), near),
    )  # fmt: skip


def _expired(waiver: Waiver, finding: Finding, useless: bool) -> Fault:
    """The fault of a waiver that has ended; it is to go where it waives nothing else."""
    where = f"in `{finding.snapshots[-1]}`" if finding.snapshots else "at the end of the model's time"
    return Fault(
        "WVR001", waiver.span, f"this waiver has ended, and {finding.code} {finding.name} still holds {where}",
        "mend the finding, or state a later end and why it is still right",
        (Label(finding.span, f"what it no longer waives: {finding.message}"),), finding.elements[:1],
        (_removed(waiver, "expired"),) if useless else (),
    )  # fmt: skip


def _unused(waiver: Waiver, subject: str) -> Fault:
    message = f"there is no {waiver.selector} here for this to waive"
    fixes = (_removed(waiver, "unused"),)
    return Fault("WVR002", waiver.span, message, "remove it", elements=(subject,), fixes=fixes)


def _removed(waiver: Waiver, what: str) -> Fix:
    span = waiver.span
    return Fix(f"remove the {what} waiver", (Edit(removal(*span), ""),))

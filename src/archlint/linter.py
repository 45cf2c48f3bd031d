"""The pipeline: files in, findings out."""

from __future__ import annotations

import fnmatch
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from archlint.cache_folder import CacheFolder
from archlint.configuration import Settings, selected_rules
from archlint.diagnostics import Fault, Finding, Status
from archlint.graph.history import History
from archlint.language.binder import bind
from archlint.language.files import Files
from archlint.language.loader import Limits, load
from archlint.language.reader import shown
from archlint.language.translator import Translator
from archlint.model.model import Model, Moment
from archlint.report import Report
from archlint.rules.catalogue import catalogue, matching
from archlint.rules.rule import ModelRule, Rule, SnapshotRule, TextRule, TransitionRule
from archlint.source import SourceFile, Translation
from archlint.subject import Subject
from archlint.unread import without_echoes
from archlint.waivers import apply_waivers

__all__ = ["ModelRead", "Subject", "UnknownMoment", "lint", "moments_at", "read_model"]


class UnknownMoment(Exception):
    """The instant asked for is neither a plateau of the model nor a date."""


class ModelRead(NamedTuple):
    """A model, what was wrong in reading it, the files that come only by import, whether a file could not be
    read, the texts of the model's own files, and what the file system was asked."""

    model: Model
    faults: list[Fault]
    imported: frozenset[str]
    unread: bool
    sources: tuple[SourceFile, ...]
    asked: Files


def read_model(subject: Subject, settings: Settings, cache: CacheFolder | None = None) -> ModelRead:
    """The model that a subject's files declare, and what was wrong in reading them; what the cache knows is not
    parsed again."""
    limits = Limits(settings.roots, settings.max_file_size, settings.max_depth)
    loaded = load(subject.paths, limits, subject.texts, subject.edited, cache, _translator(settings))
    own, sources = loaded.files, loaded.sources
    every = frozenset(unit.tree.source.path for unit in loaded.units)
    elements, faults = bind(loaded.take_units(), settings.max_elements)
    unread = loaded.unread or any(fault.code == "SYN003" for fault in faults)
    model = Model(subject.name, own, elements)
    return ModelRead(model, [*loaded.faults, *faults], every - set(own), unread, sources, loaded.asked)


def _translator(settings: Settings) -> Translator:
    from archlint.interchange.formats import ForeignFormats

    return ForeignFormats(settings.roots, settings.roles, settings.foreign)


def lint(
    subject: Subject,
    settings: Settings,
    at: str | None = None,
    every_change: bool = False,
    cache: CacheFolder | None = None,
) -> Report:
    """Reads a model, judges it at each of its moments, and gathers the findings.

    Raises UnknownMoment, and ConfigurationError for rules that are not there.
    """
    rules = selected_rules(settings)
    model, faults, imported, unread, sources, asked = read_model(subject, settings, cache)
    moments = moments_at(model, at, every_change)
    history = History(model, moments)
    found = [*_from_text(faults, rules), *_of_the_model(model, rules), *_over_time(history, rules)]
    found += _of_the_way(History(model), rules)
    judged = _as_foreign(_without_imported(found, imported))
    ruling = apply_waivers(model, judged, _ran(rules), {moment.name: moment.instant for moment in moments})
    said = list(without_echoes(ruling.findings, faults))
    unsaid = tuple(set(ruling.findings) - set(said)) if len(said) < len(ruling.findings) else ()
    findings = _gathered(_not_ignored([*said, *_from_text(ruling.faults, rules)], settings))
    return Report(
        name=model.name, files=model.files, elements=len(model.own),
        relations=sum(len(element.relations) for element in model.own), moments=moments, findings=findings,
        silent=frozenset(catalogue()) - _ran(rules), unread=unread, model=model, sources=sources, unsaid=unsaid,
        answers=asked.answers, places=asked.places, complete=asked.complete,
    )  # fmt: skip


def moments_at(model: Model, at: str | None, every_change: bool = False) -> tuple[Moment, ...]:
    """The moments to judge: the model's own, every change, or the one asked for; raises UnknownMoment."""
    if at is None:
        return model.every_change if every_change else model.moments
    from archlint.model.time import instant_of, name_of

    for moment in (*model.plateaus, *model.every_change):
        if moment.name == at:
            return (moment,)
    try:
        instant = instant_of(at)
    except (ValueError, TypeError):
        known = ", ".join(moment.name for moment in model.moments[:8])
        raise UnknownMoment(f"`{at}` is neither a date nor a plateau of {model.name}, which has {known}") from None
    return (Moment(name_of(instant) or at, instant),)


def _ran(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(rule.code for rule in rules)


def _from_text(faults: Iterable[Fault], rules: Iterable[Rule]) -> Iterator[Finding]:
    """The findings of faults; what cannot be read is said whatever was selected."""
    by_code = {rule.code: rule for rule in rules if isinstance(rule, TextRule)}
    for fault in faults:
        rule = by_code.get(fault.code)
        if rule is None and fault.code.startswith("SYN"):
            rule = catalogue()[fault.code]()  # type: ignore[assignment]  # the SYN rules are text rules
        if rule is not None:
            yield rule.from_fault(fault)


def _of_the_model(model: Model, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if isinstance(rule, ModelRule):
            yield from rule.check(model)


def _of_the_way(history: History, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if isinstance(rule, TransitionRule):
            yield from rule.check(history)


def _over_time(history: History, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What holds at each moment; the same finding at several moments is one finding with several snapshots."""
    held: dict[tuple[object, ...], tuple[Finding, list[str]]] = {}
    checks = [rule for rule in rules if isinstance(rule, SnapshotRule)]
    for moment in history.moments:
        snapshot = history.at(moment)
        for rule in checks:
            for finding in rule.check(snapshot, history):
                key = (finding.code, finding.span.order, finding.elements)
                names = held[key][1] if key in held else []
                held[key] = (finding, [*names, moment.name] if moment.name not in names else names)
        history.forget(moment)
    for finding, names in held.values():
        yield replace(finding, snapshots=tuple(names), status=_status(names, history.moments))


def _status(names: list[str], moments: tuple[Moment, ...]) -> Status:
    first, last = moments[0].name in names, moments[-1].name in names
    if first:
        return Status.OPEN if last else Status.RESOLVED
    return Status.INTRODUCED if last else Status.TRANSITIONAL


def _without_imported(findings: Iterable[Finding], imported: frozenset[str]) -> list[Finding]:
    """Imported elements are known, not judged: only that a file cannot be read is said of what is imported."""
    return [
        finding
        for finding in findings
        if finding.span.source.path not in imported or finding.code.startswith(("SYN", "MOD007"))
    ]


def _as_foreign(findings: Iterable[Finding]) -> list[Finding]:
    """Of what is made from another format, nothing that the format cannot say, and no change to a text that nobody
    wrote."""
    return [
        replace(finding, fixes=()) if isinstance(finding.span.source, Translation) and finding.fixes else finding
        for finding in findings
        if not isinstance(finding.span.source, Translation) or finding.code not in finding.span.source.silent
    ]


def _not_ignored(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    ignores = [(pattern, codes) for pattern, codes in _path_ignores(settings)]
    for finding in findings:
        path = finding.span.source.path
        if not any(finding.code in codes and fnmatch.fnmatch(path, pattern) for pattern, codes in ignores):
            yield finding


def _path_ignores(settings: Settings) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern, selectors in settings.per_path_ignores.items():
        codes = frozenset().union(*(matching(selector) for selector in selectors))
        yield shown(settings.directory / pattern), codes


def _gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, each with its fingerprint: the rule and the elements, never a line number, nor which
    of them comes first, for the order of files may have chosen that."""
    seen: dict[str, int] = {}
    gathered = []
    for finding in sorted(set(findings), key=lambda finding: finding.order):
        subject = sorted(finding.elements) or (finding.span.text.strip(),)
        digest = hashlib.sha256("\0".join((finding.code, *subject)).encode()).hexdigest()[:16]
        seen[digest] = seen.get(digest, 0) + 1
        gathered.append(replace(finding, fingerprint=f"{digest}-{seen[digest]}"))
    return tuple(gathered)

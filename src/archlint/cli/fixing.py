"""Applies fixes for `archlint check`, or shows what they would change."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from archlint.cli.format import difference
from archlint.cli.output import Output, write_whole
from archlint.cli.subjects import fail

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.fixes import Judged, Outcome
    from archlint.linter import Subject
    from archlint.report import Report, Verdict
    from archlint.source import SourceFile

__all__ = ["Asked", "beside", "fixed", "rewritten"]

V = TypeVar("V", bound="Verdict")

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Asked:
    """What the flags ask for: which fixes, what is to be done with them, and which instants are judged."""

    fix: bool
    unsafe: bool
    diff: bool
    show: bool
    at: str | None = None
    every_change: bool = False

    @property
    def anything(self) -> bool:
        """Whether fixes are to be looked at at all."""
        return self.fix or self.diff or self.show

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return self.fix and not self.diff


def beside(outputs: Sequence[Output], asked: Asked, subjects: Sequence[Subject], chosen: bool) -> list[Output]:
    """The outputs of a run whose standard output may be taken by a difference, or by a fixed text: then the reports
    on standard output are left out or go to standard error. Ends the run where two were asked to go there."""
    if asked.diff:
        if chosen and any(output.file is None for output in outputs):
            fail("--diff writes to standard output: give the report a file, as in --output-format json:report.json")
        return [output for output in outputs if output.file is not None]
    if asked.writes and any(subject.texts for subject in subjects):
        return [output._replace(beside=True) for output in outputs]
    return list(outputs)


def fixed(
    subjects: Sequence[Subject], reports: Sequence[V], settings: Settings, asked: Asked
) -> tuple[list[V | Report], bool]:
    """Fixes what was found in each subject; what is fixed in one is so for those after it. Files are written at the
    end, when all went well.

    Gives what is said of what remains, and whether any text would change that was only looked at.
    """
    if asked.unsafe and not asked.anything:
        typer.echo("archlint: --unsafe-fixes applies nothing by itself: add --fix, or --diff to see them", err=True)
    if not asked.anything:
        return list(reports), False
    from archlint.fixes import Unsettled

    edited: dict[Path, SourceFile] = {}
    outcomes = []
    for subject, report in zip(subjects, reports, strict=True):
        try:
            outcome = _mended(subject, report, settings, asked, edited)
        except Unsettled as unsettled:
            fail(f"{subject.name}: {unsettled}; nothing was written: please report it")
        outcomes.append(outcome)
        edited |= dict(_placed(subject, outcome.after))
    _deliver(subjects, outcomes, asked)
    _tell(outcomes, asked)
    if asked.writes:
        return [outcome.report for outcome in outcomes], False
    return list(reports), asked.diff and any(outcome.after for outcome in outcomes)


def _mended(
    subject: Subject, report: Verdict, settings: Settings, asked: Asked, edited: Mapping[Path, SourceFile]
) -> Outcome:
    from archlint.cli.progress import progress
    from archlint.fixes import Wanted, mend

    judge = _judge(subject, report, settings, asked, edited)
    with progress(f"fixing {subject.name}"):
        return mend(judge, Wanted(unsafe=asked.unsafe, imports=not settings.select))


def _judge(
    subject: Subject, known: Verdict, settings: Settings, asked: Asked, edited: Mapping[Path, SourceFile]
) -> Callable[[Mapping[str, SourceFile]], Judged]:
    """Lints the subject with some texts changed: by the rules that were asked for, and by all of the profile, for a fix
    is to bring nothing that another rule finds, nor at another time."""
    import gc

    from archlint.baseline import known_before
    from archlint.cli.verdicts import report_on
    from archlint.fixes import Judged
    from archlint.report import Report

    already = {finding.fingerprint for finding in known.findings if finding.baselined}
    wide = replace(settings, select=(), extend_select=(*settings.select, *settings.extend_select))
    narrow = settings.select or asked.at is not None

    def judge(texts: Mapping[str, SourceFile]) -> Judged:
        gc.collect()  # what the round before has left is in circles
        if not texts and not edited and isinstance(known, Report):
            report = known
        else:
            linted = report_on(_with(subject, texts, edited), settings, asked.at, asked.every_change)
            report = known_before(linted, already)
        whole = report_on(_with(subject, texts, edited), wide, None, asked.every_change) if narrow else report
        return Judged(report, whole)

    return judge


def _with(subject: Subject, texts: Mapping[str, SourceFile], edited: Mapping[Path, SourceFile]) -> Subject:
    """The subject with some of its texts changed: what came from standard input by name, files by where they are."""
    given = tuple(texts.get(source.path, source) for source in subject.texts)
    return replace(subject, texts=given, edited={**edited, **dict(_placed(subject, texts))})


def _placed(subject: Subject, texts: Mapping[str, SourceFile]) -> Iterator[tuple[Path, SourceFile]]:
    """The texts that are files, with where each really is."""
    from archlint.language.reader import real

    given = {source.path for source in subject.texts}
    return ((real(Path(path)), source) for path, source in texts.items() if path not in given)


def _deliver(subjects: Sequence[Subject], outcomes: Sequence[Outcome], asked: Asked) -> None:
    """Writes the texts, or shows how they would differ; what came by standard input goes to standard output."""
    changes = {path: (outcome.before[path], text) for outcome in outcomes for path, text in outcome.after.items()}
    first: dict[str, SourceFile] = {}
    for outcome in outcomes:
        first = {**{path: outcome.before[path] for path in outcome.after}, **first}
    if asked.diff:
        for path in sorted(changes):
            sys.stdout.write(difference(first[path], changes[path][1].text))
    elif asked.writes:
        given = {source.path: source for subject in subjects for source in subject.texts}
        written = {path: text for path, (_, text) in changes.items() if path not in given}
        contents = {path: rewritten(first[path], text) for path, text in written.items()}
        for path, content in contents.items():
            write_whole(Path(path), content)
        for path, source in given.items():
            text = changes[path][1] if path in changes else source
            sys.stdout.buffer.write(text.text.encode("utf-8"))
            sys.stdout.buffer.flush()


def rewritten(before: SourceFile, after: SourceFile) -> bytes:
    """What is to be written to a file: with the byte-order mark that it has. Ends the run where it is not any more what
    was read."""
    try:
        content = Path(before.path).read_bytes()
    except OSError as error:
        fail(f"{before.path} cannot be read again: {error.strerror}; nothing was written")
    mark = BOM if content.startswith(BOM) else b""
    if content[len(mark) :] != before.text.encode("utf-8"):
        fail(f"{before.path} has changed in the meantime; nothing was written")
    return mark + after.text.encode("utf-8")


def _tell(outcomes: Sequence[Outcome], asked: Asked) -> None:
    """Says on standard error what was fixed, and what was not."""
    from archlint.escaping import for_terminal

    lines = [line for outcome in outcomes for line in _taken_back(outcome)]
    if asked.show:
        lines = [line for outcome in outcomes for line in _each(outcome, asked.writes)] + lines
    lines.append(_counted(outcomes, asked.writes))
    for line in lines:
        typer.echo(f"archlint: {for_terminal(line)}", err=True)


def _each(outcome: Outcome, done: bool) -> Iterator[str]:
    verb = "fixed" if done else "would fix"
    for proposal in outcome.applied:
        for finding in proposal.findings:
            begin = finding.span.begin
            place = f"{finding.span.source.path}:{begin.line}:{begin.column}"
            yield f"{verb} {place}: {finding.code} {finding.name}: {proposal.fix.message}"
        if not proposal.findings:
            yield f"{verb} {proposal.fix.edits[0].span.source.path}: {proposal.fix.message}"


def _taken_back(outcome: Outcome) -> Iterator[str]:
    """Why a fix was not applied, a line for each."""
    if outcome.report.unread:
        yield f"{outcome.report.name}: nothing is fixed while a file of the model cannot be read"
    for refused in outcome.refused:
        findings = refused.proposal.findings
        span = findings[0].span if findings else refused.proposal.fix.edits[0].span
        place = f"{span.source.path}:{span.begin.line}:{span.begin.column}"
        because = refused.because
        if because is not None:
            why = f"it would bring {because.code} {because.name}: {because.message}"
        else:
            why = "it would not mend what was found" if refused.tried else "too much else went wrong beside it"
        yield f"not fixed {place}: {refused.proposal.fix.message}: {why}"


def _counted(outcomes: Sequence[Outcome], done: bool) -> str:
    applied = [proposal for outcome in outcomes for proposal in outcome.applied]
    if not applied:
        return "fixed nothing" if any(outcome.refused for outcome in outcomes) else "there is nothing to fix"
    mending = [proposal for proposal in applied if proposal.findings]
    files = {edit.span.source.path for proposal in mending for edit in proposal.fix.edits}
    tidied = {edit.span.source.path for proposal in applied if not proposal.findings for edit in proposal.fix.edits}
    findings = sum(len(proposal.findings) for proposal in mending)
    said = [f"{_number(findings, 'finding')} in {_number(len(files), 'file')}"] if mending else []
    said += [f"the order of imports in {_number(len(tidied), 'file')}"] if tidied else []
    return f"{'fixed' if done else 'would fix'} {', and '.join(said)}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

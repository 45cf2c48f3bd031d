"""Applies fixes round by round until there is nothing left to apply, and takes back what makes anything worse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archlint.diagnostics import Finding
from archlint.fixes.comparison import Before, disused, remains, uncovered
from archlint.fixes.patches import Patch, patches_of
from archlint.fixes.proposals import Proposal, Wanted, together
from archlint.report import Report
from archlint.source import SourceFile

__all__ = ["MOST_ROUNDS", "MOST_TRIALS", "Judge", "Judged", "Outcome", "Refused", "Unsettled", "mend"]

MOST_ROUNDS = 50
"""How often fixes are applied to what earlier ones have left; no model that people write needs as many."""

MOST_TRIALS = 40
"""How often a batch of fixes that makes something worse is tried again with fewer of them."""


class Unsettled(Exception):
    """There was always something left to fix; the message says how often it was tried."""


class Judged(NamedTuple):
    """What is found in some texts: what was asked for, and with all rules and at all times."""

    report: Report
    whole: Report


Texts = Mapping[str, SourceFile]
Judge = Callable[[Texts], Judged]
"""Lints a model in which some texts, by their paths, stand in place of what they were."""


class Refused(NamedTuple):
    """A fix that was taken back, and what it had brought; nothing where it had mended nothing, or was not tried."""

    proposal: Proposal
    because: Finding | None
    tried: bool = True


@dataclass(frozen=True)
class Outcome:
    """What came of fixing a model: the report of what remains, and the texts that have changed, before and after."""

    report: Report
    before: Texts
    after: Texts
    applied: tuple[Proposal, ...]
    refused: tuple[Refused, ...]


def mend(judge: Judge, wanted: Wanted, most_rounds: int = MOST_ROUNDS) -> Outcome:
    """Applies all fixes that are wanted, and can be; raises Unsettled."""
    return _Rounds(judge, wanted).run(most_rounds)


class _Rounds:
    """The state between rounds: the texts as they are now, and what has been found in them."""

    def __init__(self, judge: Judge, wanted: Wanted) -> None:
        self.judge = judge
        self.wanted = wanted
        self.before: dict[str, SourceFile] = {}
        self.texts: dict[str, SourceFile] = {}
        self.applied: list[Proposal] = []
        self.refused: list[Refused] = []
        self.trials = 0
        self.judged = judge({})

    def run(self, most: int) -> Outcome:
        """Round after round; one in which nothing is applied, because all of it was taken back, is none."""
        rounds = 0
        while batch := together(self.judged.report, self.wanted, {one.proposal.key for one in self.refused}):
            if rounds >= most:
                left = batch[0].fix.message
                raise Unsettled(f"after {most} rounds of fixes there is still something to fix, such as: {left}")
            rounds += self._settle(batch)
        after = {path: text for path, text in self.texts.items() if text.text != self.before[path].text}
        report = self.judged.report
        return Outcome(report, self.before, after, tuple(self.applied), tuple(self.refused))

    def _settle(self, batch: Sequence[Proposal]) -> bool:
        """Applies as many of some fixes as make nothing worse; whether that was any."""
        while batch:
            patches = patches_of(edit for proposal in batch for edit in proposal.fix.edits)
            trial = self.judge({**self.texts, **{path: patch.after for path, patch in patches.items()}})
            worse = self._worse(batch, trial, patches)
            idle = list(remains(batch, trial.report, patches))
            if not worse and not idle:
                self._accept(batch, trial, patches)
                return True
            self.trials += 1
            batch = self._fewer(batch, worse, idle, patches)
        return False

    def _worse(self, batch: Sequence[Proposal], trial: Judged, patches: Mapping[str, Patch]) -> list[Finding]:
        fresh = Before(self.judged.whole).fresh(trial.whole, patches)
        if batch[0].reads:
            return [finding for finding in fresh if not uncovered(finding, batch, patches)]
        return [finding for finding in fresh if not disused(finding, batch)]

    def _accept(self, batch: Sequence[Proposal], trial: Judged, patches: Mapping[str, Patch]) -> None:
        for path, patch in patches.items():
            self.before.setdefault(path, patch.source)
            self.texts[path] = patch.after
        self.applied += batch
        self.judged = trial

    def _fewer(
        self,
        batch: Sequence[Proposal],
        worse: Sequence[Finding],
        idle: Sequence[Proposal],
        patches: Mapping[str, Patch],
    ) -> Sequence[Proposal]:
        """What is left to try of a batch that made something worse: the culprits are taken back where they can be
        told, else it is tried with those that have nothing to do with it, else with half."""
        if self.trials > MOST_TRIALS:
            self.refused += [Refused(proposal, None, tried=False) for proposal in batch]
            return []
        guilty = {proposal.key: Refused(proposal, None) for proposal in idle} | _culprits(batch, worse, patches)
        if not guilty and len(batch) == 1:
            guilty = {batch[0].key: Refused(batch[0], worse[0])}
        if guilty:
            self.refused += guilty.values()
            return [proposal for proposal in batch if proposal.key not in guilty]
        touched = {element for finding in worse for element in finding.elements}
        others = [one for one in batch if touched.isdisjoint(_elements(one))]
        return others if 0 < len(others) < len(batch) else batch[: len(batch) // 2]


def _culprits(
    batch: Sequence[Proposal], worse: Sequence[Finding], patches: Mapping[str, Patch]
) -> dict[tuple[str, ...], Refused]:
    """The fixes in whose lines something has become worse, if nothing else has changed there."""
    lines: dict[tuple[str, int], Finding] = {}
    for finding in worse:
        path = finding.span.source.path
        if path in patches:
            offset = patches[path].before(finding.span.start)
            lines.setdefault((path, patches[path].source.position(offset).line), finding)
    changed: dict[tuple[str, int], dict[tuple[str, ...], Proposal]] = {}
    for proposal in batch:
        for span, _ in proposal.fix.edits:
            changed.setdefault((span.source.path, span.begin.line), {})[proposal.key] = proposal
    alone = (
        (next(iter(there.values())), lines[line])
        for line, there in changed.items()
        if line in lines and len(there) == 1
    )
    return {proposal.key: Refused(proposal, finding) for proposal, finding in alone}


def _elements(proposal: Proposal) -> set[str]:
    return {element for finding in proposal.findings for element in finding.elements}

"""Tries mutants: pytest collects the tests once, and each mutant is tried in a process forked from there."""

from __future__ import annotations

import gc
import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult

from tests.mutation.mutants import difference, mutated
from tests.mutation.reach import Reach, watched
from tests.mutation.transplant import transplant

__all__ = ["Trials"]

SURVIVED, KILLED, INCOMPETENT, TIMED_OUT = 0, 1, 3, 4
MEMORY = 4 << 30


@dataclass
class Trials:
    """A plugin for pytest which, instead of running the tests, tries mutants on them."""

    mutants: list[WorkItem]
    workers: int
    sources: Path
    scratch: Path
    reach_file: Path
    record: Callable[[str, WorkResult], None]
    say: Callable[[str], None]
    failed: set[str] = field(default_factory=set)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Hypothesis is not to look for the smallest example of what is broken on purpose."""
        from hypothesis import Phase, settings

        settings.register_profile("mutants", phases=(Phase.explicit, Phase.generate))
        settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers which test failed."""
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries all the mutants."""
        if session.testsfailed:
            raise session.Interrupted("the tests cannot be collected")
        session.config.pluginmanager.unregister(name="terminalreporter")  # a failing test is what we hope for
        tests = {item.nodeid: item for item in session.items}
        reach = self._reach(tests)
        _warm()
        tried: dict[int, tuple[WorkItem, int]] = {}
        for number, mutant in enumerate(self.mutants, 1):
            spec = mutant.mutations[0]
            chosen = [tests[name] for name in reach.tests_of(spec.module_path, spec.definition_name) if name in tests]
            if not chosen:
                self.record(mutant.job_id, WorkResult(WorkerOutcome.NO_TEST, diff=difference(spec)))
                continue
            while len(tried) >= self.workers:
                self._finish(tried)
            tried[self._forked(self._trial, spec, chosen, reach.seconds)] = mutant, number
        while tried:
            self._finish(tried)
        return True

    def _reach(self, tests: dict[str, pytest.Item]) -> Reach:
        if not self.reach_file.exists():
            self.say(f"which of {len(tests)} tests run what")
            parts = [self.scratch / f"reach-{number}.json" for number in range(self.workers)]
            begun = [
                self._forked(self._watch, list(tests.values())[number :: self.workers], part)
                for number, part in enumerate(parts)
            ]
            for child in begun:
                if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
                    raise SystemExit("some tests fail without any mutant; run pytest")
            Reach.read(*parts).write(self.reach_file)
        return Reach.read(self.reach_file)

    def _watch(self, items: list[pytest.Item], part: Path) -> int:
        def running(item: pytest.Item) -> Callable[[], None]:
            return lambda: _run(item, None)

        watched(((item.nodeid, running(item)) for item in items), self.sources).write(part)
        for name in sorted(self.failed):
            self.say(f"fails without any mutant: {name}")
        return KILLED if self.failed else SURVIVED

    def _trial(self, mutant: MutationSpec, items: list[pytest.Item], seconds: dict[str, float]) -> int:
        _bound()
        try:
            transplant(".".join(mutant.module_path.with_suffix("").parts[1:]), mutated(mutant))
        except Exception:
            return INCOMPETENT
        for item, following in zip(items, [*items[1:], None], strict=True):
            signal.setitimer(signal.ITIMER_VIRTUAL, 2 + 10 * seconds[item.nodeid])
            _run(item, following)
            if self.failed:
                return KILLED
        return SURVIVED

    def _forked(self, work: Callable[..., int], *arguments: Any) -> int:
        """Starts a process that does some work and ends with what comes of it."""
        child = os.fork()
        if child:
            return child
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            place = self.scratch / str(os.getpid())
            place.mkdir()
            os.environ["PYTEST_DEBUG_TEMPROOT"] = str(place)
            os._exit(work(*arguments))
        finally:
            os._exit(INCOMPETENT)

    def _finish(self, tried: dict[int, tuple[WorkItem, int]]) -> None:
        child, status = os.wait()
        mutant, number = tried.pop(child)
        code = os.waitstatus_to_exitcode(status)
        self.record(mutant.job_id, _result(mutant.mutations[0], code))
        if number % 100 == 0:
            self.say(f"{number} of {len(self.mutants)}")


def _warm() -> None:
    """Makes once what every mutant would make anew, and nothing that a mutant could change."""
    from archlint.language.parser import parse
    from archlint.source import SourceFile

    parse(SourceFile("warm.arch", "product p"))
    gc.collect()
    gc.freeze()


def _run(item: pytest.Item, following: pytest.Item | None) -> None:
    item.ihook.pytest_runtest_protocol(item=item, nextitem=following)


def _bound() -> None:
    """No more memory and time than a mutant may take; what takes more is in a circle."""
    with suppress(OSError, ValueError):  # macOS has no limit on memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGVTALRM, lambda *_: os._exit(TIMED_OUT))


def _result(mutant: MutationSpec, code: int) -> WorkResult:
    if code == SURVIVED:
        return WorkResult(WorkerOutcome.NORMAL, "", TestOutcome.SURVIVED, difference(mutant))
    if code == INCOMPETENT:
        return WorkResult(WorkerOutcome.EXCEPTION, "does not import", TestOutcome.INCOMPETENT)
    if code == KILLED:
        return WorkResult(WorkerOutcome.NORMAL, "", TestOutcome.KILLED)
    return WorkResult(WorkerOutcome.ABNORMAL, "timeout", TestOutcome.KILLED)

"""Rounds: what is applied together, what is taken back, and that it comes to an end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Edit, Finding, Fix, Severity
from archlint.fixes import Judged, Outcome, Unsettled, Wanted, mend
from archlint.fixes.rounds import MOST_ROUNDS, MOST_TRIALS
from archlint.linter import Subject, lint
from archlint.source import SourceFile, Span
from tests.fixes.mending import fixed, outcome

PLAIN = """data d { classification personal }
platform registers { store s { register; holds d as master; interface api { exposes d; transport plain } } }
system old { interface out { exposes d } }
product a { reads d from old.out }
"""


def refusals(*texts: str) -> list[tuple[str, str | None]]:
    """The fixes that were taken back, and the codes of what they had brought."""
    found = outcome(*texts)
    return [(one.proposal.fix.message, one.because.code if one.because else None) for one in found.refused]


def test_what_brings_a_finding_is_taken_back() -> None:
    """The read would go in plain text, which is found; the fix is not made, and the finding named."""
    assert fixed(PLAIN) == PLAIN
    assert refusals(PLAIN) == [("read `d` from `registers.s.api` instead of `old.out`", "SEC103")]


def test_others_are_applied_beside_what_is_taken_back() -> None:
    """One fix that cannot be does not hinder another in the same file, nor in the same block."""
    text = PLAIN + "system b { interface way }\nproduct c { uses b }\n"
    assert fixed(text) == text.replace("uses b", "uses b.way")
    text = PLAIN.replace("from old.out", "from old.out; uses b") + "system b { interface way }\n"
    assert fixed(text) == text.replace("uses b", "uses b.way")


def test_a_waiver_that_would_be_missed_is_not_removed() -> None:
    """A finding that counts again is a new one."""
    found = outcome('product a { allow INT105 because "x"; uses b }\nproduct b { uses a; allow INT105 because "y" }')
    assert found.after["model.arch"].text == 'product a { uses b }\nproduct b { uses a; allow INT105 because "y" }'


@pytest.mark.parametrize("count", [2, 3, 40])
def test_neighbours_are_removed_together(count: int) -> None:
    """Fixes that lie side by side do not wait for each other, and those that overlap do."""
    waivers = "".join(f'  allow INT10{number % 9 + 1} because "{number}"\n' for number in range(count))
    text = f'product a {{\n  need "x"\n{waivers}}}\n'
    assert fixed(text) == 'product a {\n  need "x"\n}\n'


def test_an_imported_file_is_left_alone(tmp_path: Path) -> None:
    """Of what comes only by import nothing is judged, and so nothing is changed."""
    (tmp_path / "own.arch").write_text('import "other.arch"\nproduct a { uses b }\n')
    (tmp_path / "other.arch").write_text("platform b { interface api; ownr x }\n")
    settings = Settings(tmp_path)

    def judge(changed: Mapping[str, SourceFile]) -> Judged:
        edited = {tmp_path / Path(path).name: source for path, source in changed.items()}
        report = lint(Subject("model", (tmp_path / "own.arch",), edited=edited), settings)
        return Judged(report, report)

    found = mend(judge, Wanted(unsafe=True))
    assert [Path(path).name for path in found.after] == ["own.arch"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("product a { uses b\nsystem b { interface c }", None),
        ("product a { uses b }\nsystem b { interface c }\nsystem d {\n", "product a { uses b.c }"),
        ("product a { uses b; need x= }\nsystem b { interface c }", None),
        ("this is = no statement\nproduct a { uses b }\nsystem b { interface c }\n", "product a { uses b.c }"),
        ("product a { uses b }\nsystem b { interface c }\nthis is = no statement\n", "product a { uses b.c }"),
        ('product a { uses b }\nsystem b { interface c }\nproduct e "no end\n', "product a { uses b.c }"),
    ],
)
def test_nothing_is_changed_near_a_syntax_error(text: str, meant: str | None) -> None:
    """A statement at the top that cannot be read in full stays as it is; the others are fixed."""
    assert fixed(text) == (text if meant is None else text.replace("product a { uses b }", meant))


def test_nothing_is_fixed_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    """Nobody knows what such a file declares."""
    (tmp_path / "a.arch").write_text("product a { uses b }\nsystem b { interface c }\n")
    (tmp_path / "b.arch").write_bytes(b"\xff")
    report = lint(Subject("model", (tmp_path,)), Settings(tmp_path))
    assert [fix for finding in report.findings for fix in finding.fixes]
    found = mend(lambda texts: Judged(report, report), Wanted())
    assert not found.applied
    assert not found.refused


def endless(texts: Mapping[str, SourceFile]) -> Judged:
    """A judge that always finds one more thing to fix."""
    source = texts.get("a.arch", SourceFile("a.arch", ""))
    span = Span(source, len(source.text), len(source.text))
    report = lint(Subject("model", (), (source,)), Settings(Path(__file__).parent))
    fix = Fix("write more", (Edit(span, "#"),))
    numbers = range(20)
    every = [Finding(f"INT{n}", "x", Severity.INFO, span, "", fixes=(fix,), fingerprint=f"{n}") for n in numbers]
    return Judged(replace(report, findings=(every[len(source.text)],)), replace(report, findings=tuple(every)))


def test_fixes_without_an_end_are_an_error() -> None:
    """A limit of rounds says so, instead of going on for ever."""
    with pytest.raises(Unsettled, match="after 7 rounds of fixes there is still something to fix"):
        mend(endless, Wanted(), most_rounds=7)


def counted(text: str, most: int = MOST_ROUNDS) -> tuple[Outcome, int]:
    """What comes of fixing a text in not too many rounds, and how often it was linted."""
    source, runs = SourceFile("model.arch", text), 0

    def judge(texts: Mapping[str, SourceFile]) -> Judged:
        nonlocal runs
        runs += 1
        report = lint(Subject("model", (), (texts.get("model.arch", source),)), Settings(Path(__file__).parent))
        return Judged(report, report)

    return mend(judge, Wanted(unsafe=True), most), runs


def test_as_many_rounds_as_there_may_be_are_no_error() -> None:
    """A word that hides a word that hides a word takes three."""
    text = "prodct a { usess billng }\nsystem billing"
    found, _ = counted(text, most=3)
    assert found.after["model.arch"].text == "product a { uses billing }\nsystem billing"
    with pytest.raises(Unsettled):
        counted(text, most=2)


def test_many_fixes_are_one_round() -> None:
    """However many there are, the model is linted once more when all of them are applied, and no more often."""
    text = "platform hub { interface feed }\n" + "".join(f"product a-{n} {{ uses hub }}\n" for n in range(500))
    found, runs = counted(text)
    assert len(found.applied) == 500
    assert runs == 2


def test_what_is_wrong_in_its_own_line_is_found_at_once() -> None:
    """One fix that brings something costs one run more, whatever the number of others."""
    text = """data d { classification personal }
data e
platform registers {
  store s { register; holds d as master; holds e as master; interface api { exposes d, e; transport plain } }
}
system old { interface out { exposes d, e } }
product a { reads d from old.out }
"""
    text += "".join(f"product a-{number} {{ reads e from old.out }}\n" for number in range(30))
    found, runs = counted(text)
    assert [one.because.code for one in found.refused if one.because] == ["SEC103"]
    assert found.after["model.arch"].text == text.replace("e from old.out", "e from registers.s.api")
    assert runs == 3


def test_what_shares_a_line_with_a_culprit_is_no_culprit() -> None:
    """Which of several fixes in a line is wrong is found by trying."""
    text = PLAIN.replace("holds d as master;", "holds d as master; holds e as master;").replace(
        "exposes d", "exposes d, e"
    )
    text = f"data e\n{text}".replace("reads d from old.out", "reads d from old.out; reads e from old.out")
    assert fixed(text) == text.replace("e from old.out", "e from registers.s.api")


DEPENDENT = """data d
supplier few
platform registers { supplied-by few; store s { register; holds d as master; interface api { exposes d } } }
system one { supplied-by few; interface way }
system other { interface way }
"""
"""Whoever uses both systems and reads from the register depends on one supplier for most of what it needs."""


def test_what_is_wrong_elsewhere_is_found_by_trying() -> None:
    """Fixes that have nothing to do with what came up are applied, and the others one by one."""
    products = [
        f"system old-{n} {{ interface out {{ exposes d }} }}\n"
        f"product a-{n} {{\n  uses other.way\n  reads d from old-{n}.out\n"
        f"  {'uses one.way' if n % 3 else 'needs nothing'}\n}}\n"
        for n in range(7)
    ]
    text = DEPENDENT + "capability nothing\n" + "".join(products)
    found, _ = counted(text)
    assert sorted(one.because.elements[0] for one in found.refused if one.because) == ["a-1", "a-2", "a-4", "a-5"]
    assert found.after["model.arch"].text.count("from registers.s.api") == 3


def test_the_number_of_trials_is_bounded() -> None:
    """A great many fixes that each bring something cost no more than a few runs, and nothing is applied untried."""
    text = DEPENDENT + "".join(
        f"system old-{n} {{ interface out {{ exposes d }} }}\n"
        f"product a-{n} {{\n  uses one.way\n  uses other.way\n  reads d from old-{n}.out\n}}\n"
        for n in range(100)
    )
    found, runs = counted(text)
    assert not found.after
    assert len(found.refused) == 100
    assert {one.tried for one in found.refused} == {True, False}
    assert runs <= MOST_TRIALS + 20


def test_what_nobody_uses_any_more_does_not_hinder_an_unsafe_fix() -> None:
    """A read that moves away from legacy may leave it unused, which is found then, and no graver than what was."""
    text = """data d
platform registers { store s { register; holds d as master; interface api { exposes d } } }
legacy old { interface out { exposes d } }
product a { reads d from old.out }
"""
    found = outcome(text)
    assert found.after["model.arch"].text == text.replace("from old.out", "from registers.s.api")
    assert [one.code for one in found.report.findings] == ["LEG111"]

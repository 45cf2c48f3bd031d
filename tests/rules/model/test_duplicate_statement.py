"""MOD006: properties that are in force twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from tests.linting import findings, of, said


def test_sits_on_the_later_statement_and_shows_the_earlier() -> None:
    """The finding is about the later words; the earlier ones are related."""
    (finding,) = of("MOD006", 'product a {\n  technology "Java"\n  technology "Cobol"\n}')
    assert (finding.span.text, finding.elements) == ('technology "Cobol"', ("a",))
    assert [label.span.text for label in finding.related] == ['technology "Java"']


@pytest.mark.parametrize(
    "statements",
    [
        "cost 1 GBP; cost 1 GBP",
        "cost 1 GBP until 2016; cost 2 GBP since 2015",
        "cost 2 GBP since 2015; cost 1 GBP until 2016",
        "cost 1 GBP; cost 2 GBP since 2015 until 2016",
        "since 2015; since 2016",
        "until 2015; until 2015",
        "external; external",
    ],
)
def test_two_in_force_at_one_instant(statements: str) -> None:
    """Whatever the order, and whether or not both say the same: one finding, on the second statement."""
    (finding,) = of("MOD006", f"product a {{ {statements} }}")
    assert finding.span.text == statements.split("; ")[1]


@pytest.mark.parametrize(
    "statements",
    [
        "cost 1 GBP until 2016; cost 2 GBP since 2016",
        "cost 2 GBP since 2016; cost 1 GBP until 2016",
        "cost 1 GBP until 2016; cost 2 GBP since 2017",
        "cost 1 GBP since 2016 until 2016; cost 2 GBP",
        'need "one"; need "another"',
        'source "000:1"; source "000:2"',
        'meta colour "red"; meta colour "blue"',
        "tags a; tags b",
        'link "https://a.example"; description "twice nothing"',
    ],
)
def test_innocent(statements: str) -> None:
    """Times that only touch, repeats and lists are no breach."""
    assert of("MOD006", f"product a {{ {statements} }}") == []


def test_each_later_statement_is_a_finding() -> None:
    """Three statements for one time are two findings, each on a later one."""
    assert said("MOD006", "product a {\n  cost 1 GBP\n  cost 2 GBP\n  cost 3 GBP\n}") == ["3: a", "4: a"]


def test_blocks_of_relations() -> None:
    """The block of a relation is judged once, even where the statement makes several relations."""
    text = 'product a {\n  replaces b, c {\n    description "x"\n    description "y"\n  }\n}\nlegacy b\nlegacy c'
    assert said("MOD006", text) == ["4: a"]


def test_parts() -> None:
    """What a part says is no matter of the whole."""
    assert said("MOD006", "product a {\n  since 2014\n  system b { since 2015 }\n}") == []


def test_across_files() -> None:
    """An extension that says again what another file says is the later statement."""
    first, second = 'product a { technology "Java" }', 'extend a { technology "Cobol" }'
    (finding,) = of("MOD006", first, second)
    assert finding.span.source.path == "model1.arch"


def test_statements_of_imported_elements_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    (tmp_path / "other.arch").write_text("product b { external; external }")
    model = tmp_path / "model.arch"
    model.write_text('import "other.arch"\nproduct a { uses b }')
    assert not lint(Subject("model", (model,)), Settings(tmp_path, select=("MOD006",))).findings


def test_of_two_files_the_own_one_is_blamed(tmp_path: Path) -> None:
    """Where an imported file states something of an own element again, the finding sits in the own file."""
    (tmp_path / "z.arch").write_text('extend a { technology "Cobol" }')
    model = tmp_path / "model.arch"
    model.write_text('import "z.arch"\nproduct a { technology "Java" }')
    (finding,) = lint(Subject("model", (model,)), Settings(tmp_path, select=("MOD006",))).findings
    assert finding.span.text == 'technology "Java"'


def test_many_statements_take_no_long_time() -> None:
    """Thousands of disjoint statements are compared by time, not each with each."""
    lines = [
        f"cost 1 GBP since {1000 + i // 12}-{i % 12 + 1:02} until {1000 + i // 12}-{i % 12 + 1:02}-15"
        for i in range(9000)
    ]
    assert not [found for found in findings(f"product a {{\n{chr(10).join(lines)}\n}}") if found.code == "MOD006"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("until 2020", "since 2011 until 2012"), ("until 2012", "since 2011 until 2020")],
    ids=["the first lasts longer", "the second lasts longer"],
)
def test_a_statement_is_held_against_the_one_that_lasts_longest(first: str, second: str) -> None:
    """Whichever of two ends later is still in force when a third begins."""
    text = f"product a {{\n  cost 1 GBP {first}\n  cost 2 GBP {second}\n  cost 3 GBP since 2015\n}}"
    assert said("MOD006", text) == ["3: a", "4: a"]


@pytest.mark.parametrize(("statement", "dated"), [("cost 1 GBP", True), ("since 2015", False)])
def test_dates_are_offered_where_they_may_stand(statement: str, dated: bool) -> None:
    """A property that takes no dates cannot be mended by them."""
    (finding,) = of("MOD006", f"product a {{ {statement}; {statement} }}")
    assert ("`until`" in finding.help) is dated

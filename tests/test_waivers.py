"""Waivers: what they accept, until when, and when they are findings themselves."""

from __future__ import annotations

from typing import Any

import pytest

from tests.linting import findings, report

ESTATE = """plateau now {{ at 2014 }}
plateau later {{ at 2018 }}
product a {{
  uses b {relation}
  {element}
}}
product b {{ uses a {{ {closing} }} }}
"""
SELECTED = ("INT105", "WVR")


def estate(element: str = "", relation: str = "", closing: str = "") -> str:
    """Two products in a circle, which closes on the relation of `b`."""
    return ESTATE.format(element=element, relation=relation, closing=closing)


def codes(text: str, **settings: Any) -> list[str]:
    """The codes of the findings, in brackets where they are waived."""
    found = findings(text, select=SELECTED, **settings)
    return [f"({finding.code})" if finding.waived else finding.code for finding in found]


def test_waives_a_finding_on_the_relation() -> None:
    """A waiver in the block of a relation accepts the finding that sits on it, and says why."""
    (finding,) = findings(estate(closing='allow INT105 because "both go in 2019"'), select=SELECTED)
    assert finding.waived is not None
    assert finding.waived.reason == "both go in 2019"
    assert not finding.counts


def test_a_name_and_a_prefix_waive_too() -> None:
    """A rule's name or the prefix of its family stand for its code."""
    assert codes(estate(closing='allow dependency-cycle because "x"')) == ["(INT105)"]
    assert codes(estate(closing='allow INT because "x"'), extend_select=("INT",)) == ["INT108", "(INT105)", "(INT108)"]


def test_an_element_waives_what_lies_in_it_and_its_extensions() -> None:
    """A waiver in an element covers its relations, wherever the statement is written."""
    text = estate() + 'extend b { allow INT105 because "x" }'
    assert codes(text) == ["(INT105)"]
    moved = 'product a { uses b }\nproduct b { allow INT105 because "x" }\nextend b { uses a }'
    assert codes(moved) == ["(INT105)"]


def test_a_waiver_elsewhere_waives_nothing_and_is_a_finding() -> None:
    """A waiver that has nothing to waive where it stands is unused."""
    assert codes(estate(element='allow INT105 because "x"')) == ["WVR002", "INT105"]


def test_a_waiver_of_a_rule_that_did_not_run_is_not_unused() -> None:
    """What was not looked for cannot be missed."""
    assert codes(estate(element='allow INT101 because "x"')) == ["INT105"]


def test_a_fault_of_a_waiver_names_the_element_in_which_it_stands() -> None:
    """By itself or with a relation: so the finding is the same wherever the statement is moved to."""
    text = estate('allow INT105 because "x"', '{ allow INT105 because "x" }', 'allow INT10x because "x"')
    found = [finding for finding in findings(text, select=SELECTED) if finding.code != "INT105"]
    assert [(one.code, one.elements) for one in found] == [
        ("WVR002", ("a",)),
        ("WVR002", ("a",)),
        ("WVR003", ("b",)),
    ]


def test_an_unknown_rule_is_said_once() -> None:
    """A waiver of no rule at all is unknown, and not unused besides; the nearest rule is offered."""
    found = findings(estate(element='allow INT10x because "x"'), select=SELECTED)
    assert [finding.code for finding in found] == ["WVR003", "INT105"]
    assert "`INT10" in found[0].help


@pytest.mark.parametrize("selector", ["INT10", "I", "ALL", "int105", "INT1055"])
def test_half_a_code_and_all_of_them_are_no_rule(selector: str) -> None:
    """Only a whole code, a name and a whole family waive; a waiver of anything else waives nothing."""
    assert codes(estate(closing=f'allow {selector} because "x"')) == ["INT105", "WVR003"]


def test_two_waivers_of_one_finding_are_both_used() -> None:
    """Each of them has something to waive; the first one's reason is told."""
    text = estate(closing='allow INT105 because "first"; allow dependency-cycle because "second"')
    assert codes(text) == ["(INT105)"]
    (finding,) = findings(text, select=SELECTED)
    assert finding.waived is not None
    assert finding.waived.reason == "first"


@pytest.mark.parametrize("order", [1, -1])
def test_a_waiver_that_has_ended_is_said_beside_one_in_force(order: int) -> None:
    """In whatever order they stand, the one that holds waives and the one that has ended is a finding."""
    waivers = ['allow INT105 until 2016 because "old"', 'allow INT105 because "new"'][::order]
    assert sorted(codes(estate(closing="; ".join(waivers)))) == ["(INT105)", "WVR001"]


def test_a_waiver_holds_up_to_its_end() -> None:
    """A waiver whose end is after the last snapshot of the finding waives it."""
    assert codes(estate(closing='allow INT105 until 2018-02 because "x"')) == ["(INT105)"]


def test_a_waiver_at_its_end_has_expired() -> None:
    """At or before the last snapshot in which the finding holds, the waiver is over."""
    assert codes(estate(closing='allow INT105 until later because "x"')) == ["INT105", "WVR001"]
    assert codes(estate(closing='allow INT105 until 2016 because "x"')) == ["INT105", "WVR001"]


def test_in_a_timeless_model_no_waiver_ends() -> None:
    """Time is the model's own: without any, an end is never passed."""
    text = 'product a { uses b }\nproduct b { uses a { allow INT105 until 1999 because "x" } }'
    assert codes(text) == ["(INT105)"]


def test_waived_findings_do_not_fail_but_are_counted() -> None:
    """The report keeps what is waived."""
    found = report(estate(closing='allow INT105 because "x"'), select=SELECTED).findings
    assert [finding.counts for finding in found] == [False]

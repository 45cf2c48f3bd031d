"""Plateaus as states of the estate, as far as the model says when they are."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.interchange.roles import Selector
from tests.interchange.archimate.writing import Element, Model, Relation, drafted, native, read

OLD, NEW = Element("a", "ApplicationComponent", "Old"), Element("b", "ApplicationComponent", "New")
SHOP = Element("s", "ApplicationComponent", "Shop")


def plateaus(*dates: str) -> list[Element]:
    """A plateau for each date; without one where it is empty."""
    return [
        Element(f"p{number}", "Plateau", f"State {number}", properties={"date": date} if date else {})
        for number, date in enumerate(dates)
    ]


def held(**members: Sequence[str]) -> list[Relation]:
    """Aggregations of elements by plateaus."""
    return [
        Relation(f"{plateau}{member}", "Aggregation", plateau, member)
        for plateau, all in members.items()
        for member in all
    ]


def test_dated_plateaus_are_states_in_the_order_of_their_dates() -> None:
    """What stands in some of the plateaus begins with the first of these and ends with the one after the last."""
    elements = [*plateaus("2018-04-01", "2014-12", "2016"), OLD, NEW, SHOP]
    relations = held(p1=["a", "s"], p2=["a", "b", "s"], p0=["b", "s"])
    assert drafted(elements, relations) == [
        'plateau state-1 "State 1" { at 2014-12 }', 'plateau state-2 "State 2" { at 2016 }',
        'plateau state-0 "State 0" { at 2018-04-01 }',
        'system old "Old" {', "  until state-0", "}",
        'system new "New" {', "  since state-2", "}",
        'system shop "Shop"',
    ]  # fmt: skip


def test_plateaus_without_a_date_are_no_states() -> None:
    """The model does not say when they are: what they hold tells their names, and nothing is judged over time."""
    elements = [*plateaus("", ""), OLD, NEW]
    foreign, _ = read(native(Model(elements, held(p0=["a"], p1=["a", "b"]))))
    assert foreign.states == []
    assert drafted(elements, held(p0=["a"], p1=["a", "b"])) == [
        'system old "Old" {', '  meta plateau "State 0, State 1"', "}",
        'system new "New" {', '  meta plateau "State 1"', "}",
    ]  # fmt: skip
    assert drafted(elements, held(p0=["a"]), Selector("legacy", group="State 0"))[0].startswith("legacy")


def test_what_no_plateau_holds_is_always_there() -> None:
    """That a plateau does not list an element which no other lists says nothing of it."""
    assert drafted([*plateaus("2014", "2016"), OLD, SHOP], held(p0=["a"], p1=[]))[-1] == 'system shop "Shop"'


def test_an_empty_plateau_ends_nothing() -> None:
    """A plateau that holds nothing does not say that everything is gone."""
    lines = drafted([*plateaus("2014", "2016"), OLD], held(p0=["a"]))
    assert not any("until" in line for line in lines)


def test_a_grouping_in_a_plateau_brings_what_it_holds() -> None:
    """The parts of a grouping are where the grouping is."""
    elements = [*plateaus("2014", "2016"), OLD, NEW, Element("g", "Grouping", "G")]
    assert "  until state-1" in drafted(elements, held(p0=["g"], g=["a"], p1=["b"]))


def test_what_comes_and_goes_and_comes_again_has_no_times() -> None:
    """Plateaus that are not in a row make no interval."""
    lines = drafted([*plateaus("2014", "2015", "2016"), OLD, SHOP], held(p0=["a"], p1=["s"], p2=["a"]))
    assert 'system old "Old"' in lines


def test_a_relation_lasts_as_long_as_what_it_leads_to() -> None:
    """Nobody says that the one who needs goes on needing what is gone; a plateau that holds the relation says so."""
    elements = [*plateaus("2014", "2016"), OLD, SHOP]
    relations = [*held(p0=["a", "s"], p1=["s"]), Relation("r", "Serving", "a", "s")]
    assert "  uses old until state-1" in drafted(elements, relations)
    assert "  uses old" in drafted(elements, [*relations, *held(p0=["r"], p1=["r"])])


def test_gaps_are_told_of_what_they_are_about() -> None:
    """A gap is no element: it is a property of what is associated with it."""
    lines = drafted([OLD, Element("g", "Gap", "Replace it")], [Relation("r", "Association", "g", "a")])
    assert lines == ['system old "Old" {', '  meta gap "Replace it"', "}"]


def test_plateaus_of_one_name_are_two_states() -> None:
    """States have names of their own."""
    elements = [
        Element("p", "Plateau", "Now", properties={"date": "2014"}),
        Element("q", "Plateau", "Now", properties={"at": "2015"}),
    ]
    assert drafted(elements) == ['plateau now "Now" { at 2014 }', 'plateau now-2 "Now" { at 2015 }']


def test_plateaus_of_one_date_are_no_states() -> None:
    """Two states at one time are alternatives: nobody knows which of them comes."""
    elements = [*plateaus("2026", "2030", "2030-01-01"), OLD, NEW]
    lines = drafted(elements, held(p0=["a", "b"], p1=["a"], p2=["b"]))
    assert [line for line in lines if "plateau" in line] == [
        'plateau state-0 "State 0" { at 2026 }', '  meta plateau "State 1"', '  meta plateau "State 2"',
    ]  # fmt: skip


def test_only_dates_are_dates() -> None:
    """A date that archlint cannot read is none; a time of day is left out."""
    days = ["soon", "2014-13", "31.12.2014", "2014-12-31T23:00:00Z"]
    elements = [Element(f"p{n}", "Plateau", f"P{n}", properties={"Start date": day}) for n, day in enumerate(days)]
    assert drafted(elements) == ['plateau p3 "P3" { at 2014-12-31 }']

"""What differs between two models, or between two states of one."""

from __future__ import annotations

import pytest

from archlint.graph.difference import Change, Difference, State, difference
from tests.linting import report


def between(old: str, new: str) -> Difference:
    """What differs between two texts."""
    return difference(State(report(old).model), State(report(new).model))


def over_time(text: str) -> Difference:
    """What differs between the first and the last state of a text."""
    model = report(text).model
    return difference(State(model, model.moments[0].instant), State(model, model.moments[-1].instant))


def statements(inside: str, *beside: str) -> tuple[str, ...]:
    """How what stands in a block is told."""
    rest = "\n".join(beside)
    (change,) = between(f"product p\n{rest}", f"product p {{ {inside} }}\n{rest}").changed
    assert (change.path, change.gone) == ("product p", ())
    return change.new


PLATFORM = "data d\nstandard soap\nplatform a { interface api; store s { holds d as master } }"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("uses a.api", "uses a.api"),
        ('uses a.api via soap for "the desk" bespoke', 'uses a.api via soap for "the desk" bespoke'),
        ("uses a since 2014 until 2016", "uses a since 2014-01-01 until 2016-01-01"),
        ("reads d from a.api", "reads d from a.api"),
        ("writes d to a.s", "writes d to a.s"),
        ("hosted-on a", "hosted-on a"),
        ("external", "external"),
        ('need "a" since 2014-02', "need a since 2014-02-01"),
        ("cost 1.5m GBP until 2016", "cost 1,500,000 GBP until 2016-01-01"),
        ('hosting on-premises because "law"', "hosting on-premises because law"),
        ('meta colour "red"', "meta colour red"),
    ],
)
def test_statements_are_told_as_they_are_written(inside: str, told: str) -> None:
    """Every word of a statement that changes its meaning is told."""
    assert statements(inside, PLATFORM) == (told,)


def test_holdings_are_told_with_their_role() -> None:
    """What is held, as what, and of what a replica is one."""
    old = "data d\nplatform a { store s; store t; store u; store v { holds d as master } }"
    held = old.replace("store s", "store s { holds d }").replace("store t", "store t { holds d as master }")
    found = between(old, held.replace("store u", "store u { holds d as replica of a.v }")).changed
    assert [(change.path, *change.new) for change in found] == [
        ("store a.s", "holds d"),
        ("store a.t", "holds d as master"),
        ("store a.u", "holds d as replica of a.v"),
    ]


def test_durations_are_told_in_their_unit() -> None:
    """`24 months` is that, and not two years."""
    old = "supplier s\nlegacy l\ncontract c { supplier s; covers l }"
    (change,) = between(old, old.replace("covers l", "covers l; break-clause 24 months")).changed
    assert change == Change("contract c", (), ("break-clause 24 months",))


def test_titles_and_lifetimes_are_statements() -> None:
    """An element that is called otherwise, or that begins or ends at another date, has changed."""
    (change,) = between('product p "One" { until 2016 }', 'product p "Two" { since 2014; until 2017 }').changed
    assert change.gone == ("exists until 2016-01-01", 'title "One"')
    assert change.new == ("exists since 2014-01-01 until 2017-01-01", 'title "Two"')


def test_what_is_the_same_is_no_change() -> None:
    """The same text differs in nothing, and a waiver is no statement about the estate."""
    text = 'product p "One" { since 2014; need "x"; uses a.api }\n' + PLATFORM
    assert not between(text, text)
    assert not between(text, text.replace('need "x"', 'need "x"; allow MOD because "y"'))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "user u"),
        ("user u", ""),
        ("user u", 'user u "Users"'),
        ('product p { need "x" }', 'product q { need "x" }'),
    ],
    ids=["added", "removed", "changed", "renamed"],
)
def test_any_difference_is_one(old: str, new: str) -> None:
    """What was added, removed, changed or renamed is a difference, alone."""
    assert between(old, new)


def test_of_two_states_only_what_holds_then_is_compared() -> None:
    """Elements, statements and relations count while they hold, without their dates."""
    found = over_time(
        "plateau now { at 2014 }\nplateau then { at 2018 }\n"
        "legacy gone { until 2016 }\nlegacy come { since 2016 }\nplatform a\n"
        'product p { need "x" until 2016; need "y" since 2016; uses a until 2017; phase live since 2013 }\n'
        "product kept { since 2013; until 2030 }"
    )
    assert (found.added, found.removed) == (("legacy come",), ("legacy gone",))
    assert found.changed == (Change("product p", ("need x", "uses a"), ("need y",)),)


def test_a_platform_and_its_capability_may_share_a_path() -> None:
    """They are two elements, and both are compared."""
    old = "platform pay\ncapability pay"
    assert between(old, "platform pay") == Difference((), ("capability pay",), (), ())
    assert between("platform pay", old) == Difference(("capability pay",), (), (), ())
    assert between(old, old.replace("capability pay", 'capability pay "Pay"')).changed == (
        Change("capability pay", (), ('title "Pay"',)),
    )


def test_imported_elements_are_not_compared() -> None:
    """The library is nobody's own."""
    assert not between("", 'import "std"')


RECORD = 'need "a"; need "b"'


def test_half_in_common_is_a_rename() -> None:
    """At least half of what either states is common to both; less is something else."""
    half = between(f"product p {{ {RECORD} }}", f'product q {{ {RECORD}; need "c"; need "d" }}')
    assert half.renamed == (("product p", "q"),)
    assert half.changed == (Change("product q", (), ("need c", "need d")),)
    less = between(f"product p {{ {RECORD} }}", f'product q {{ {RECORD}; need "c"; need "d"; need "e" }}')
    assert (less.added, less.removed, less.renamed) == (("product q",), ("product p",), ())


def test_what_states_nothing_is_never_renamed() -> None:
    """Where nothing is in common there is nothing to go by."""
    assert between("product p", "product q").renamed == ()


def test_of_two_as_like_neither_is_the_old_one() -> None:
    """A rename is said only where there is one that is most alike."""
    twins = f"product q {{ {RECORD} }}\nproduct r {{ {RECORD} }}"
    assert between(f"product p {{ {RECORD} }}", twins).renamed == ()
    better = twins.replace('need "b" }', 'need "c" }', 1)
    assert between(f"product p {{ {RECORD} }}", better).renamed == (("product p", "r"),)


def test_one_new_element_is_the_old_one_of_one() -> None:
    """Of two that went, the first has the new name; the second is gone."""
    found = between(f"product p {{ {RECORD} }}\nproduct o {{ {RECORD} }}", f"product q {{ {RECORD} }}")
    assert found.renamed == (("product p", "q"),)
    assert found.removed == ("product o",)


def test_another_kind_or_place_is_no_rename() -> None:
    """Only what is of the same kind, in the same element, can be called otherwise."""
    assert between(f"product p {{ {RECORD} }}", f"legacy q {{ {RECORD} }}").renamed == ()
    inside = 'platform a { interface x { docs "y" } }\nplatform b'
    moved = 'platform a\nplatform b { interface z { docs "y" } }'
    assert between(inside, moved).renamed == ()
    assert between(inside, inside.replace("interface x", "interface z")).renamed == (("interface a.x", "a.z"),)


def test_what_still_exists_is_not_renamed() -> None:
    """A new element that states what an old one states is a second one."""
    found = between(f"product p {{ {RECORD} }}", f"product p {{ {RECORD} }}\nproduct q {{ {RECORD} }}")
    assert (found.added, found.renamed) == (("product q",), ())


def test_what_stands_in_a_renamed_element_goes_with_it() -> None:
    """Nested elements have not changed, nor who names them; their names are a sign of the rename."""
    old = "platform a { interface x; interface y }\nproduct p { uses a.x }"
    found = between(old, old.replace("platform a", "platform b").replace("a.x", "b.x"))
    assert found == Difference((), (), (("platform a", "b"),), ())

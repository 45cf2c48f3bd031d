"""The generated estates are what their size says, and the same for the same seed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.arch_text import arch_texts
from benchmarks.estate import Element, Size
from benchmarks.generate import generate
from benchmarks.likec4_text import likec4_texts

SMALL = Size(elements=300, relations=1200, files=3)


def test_repeats_itself() -> None:
    """The same size and seed give the same text to the byte."""
    assert list(arch_texts(generate(SMALL))) == list(arch_texts(generate(SMALL)))


def test_follows_the_seed() -> None:
    """Another seed gives another estate."""
    other = replace(SMALL, seed=SMALL.seed + 1)
    assert list(arch_texts(generate(SMALL))) != list(arch_texts(generate(other)))


@pytest.mark.parametrize(
    "size",
    [
        Size(elements=45, relations=170),
        Size(elements=300, relations=1200, files=3),
        Size(elements=1000, relations=4000, files=4, legacy=0.2, seed=7),
        Size(elements=2000, relations=5000, legacy=0.02, flaws=0.0),
    ],
    ids=["one small file", "three files", "much legacy", "few relations"],
)
def test_has_what_was_asked_for(size: Size) -> None:
    """An estate has exactly as many elements, relations and files as its size says."""
    estate = generate(size)
    assert (estate.elements, estate.relations, len(estate.files)) == (
        size.elements,
        size.relations,
        size.files,
    )


def test_names_everything_once() -> None:
    """No two elements at the top have one name, so that relations are told apart by path."""
    names = [element.name for file in generate(SMALL).files for element in file]
    assert len(names) == len(set(names))


def test_states_no_relation_twice() -> None:
    """No element has the same relation to the same target at one time twice."""
    for element in generate(SMALL).walk():
        assert len(set(element.relations)) == len(element.relations), element.name


def test_leads_every_relation_somewhere() -> None:
    """Every relation ends at an element of the estate."""
    estate = generate(SMALL)
    paths = {path for file in estate.files for element in file for path in paths_of(element)}
    targets = {relation.target for element in estate.walk() for relation in element.relations}
    assert targets <= paths


def test_has_the_share_of_legacy_that_was_asked_for() -> None:
    """Twice the share of legacy is twice as much legacy."""
    few, many = (
        sum(element.kind == "legacy" for element in generate(replace(SMALL, legacy=share)).walk())
        for share in (0.1, 0.2)
    )
    assert abs(many - 2 * few) <= 1


def test_dates_more_when_asked_to() -> None:
    """A greater share of dated facts gives more relations that begin or end."""
    few, many = (dated(replace(SMALL, dated=share)) for share in (0.0, 0.9))
    assert few < many / 2


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (Size(elements=10, relations=10), "too few for an estate"),
        (Size(elements=45, relations=170, files=30), "too few for an estate"),
        (Size(elements=300, relations=10), "at least"),
        (Size(elements=45, relations=1000), "at most"),
    ],
    ids=[
        "no room for one of each",
        "more files than families",
        "fewer relations than needed",
        "too many relations",
    ],
)
def test_says_what_does_not_fit(size: Size, reason: str) -> None:
    """A size that cannot be had is refused with the reason."""
    with pytest.raises(ValueError, match=reason):
        generate(size)


def test_says_the_same_to_the_peer() -> None:
    """The LikeC4 text declares every element and relation that the estate has, and plateaus as elements."""
    estate = generate(SMALL)
    text = "\n".join(likec4_texts(estate))
    assert text.count(" = ") == len(list(estate.walk()))
    assert text.count("]-> ") == estate.relations


def paths_of(element: Element) -> set[str]:
    """Gives the paths of an element at the top and of what is nested in it."""
    return {element.name} | {f"{element.name}.{child.name}" for child in element.children}


def dated(size: Size) -> int:
    """Gives how many relations of an estate begin or end."""
    return sum(
        any(clause.startswith(("since", "until")) for clause in relation.clauses)
        for element in generate(size).walk()
        for relation in element.relations
    )

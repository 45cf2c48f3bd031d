"""What holds of the rules about legacy in whatever estate."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.linting import findings

RULES = ("LEG101", "LEG102", "LEG103", "LEG104", "LEG107", "LEG109", "MOD008", "MOD009", "MOD010", "SYN", "MOD003")
KINDS = {"p": "product", "q": "platform", "l": "legacy", "a": "adaptor", "s": "system"}
NAMES = [f"{letter}{number}" for letter in KINDS for number in range(3)]
TIMES = ["", " since 2016", " until 2016", " since 2017", " until 2017"]
PLATEAUS = "plateau now { at 2015 }\nplateau later { at 2016-06 }\nplateau target { at 2018 }\n"

relations = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(TIMES))
traits = st.sampled_from(
    ["", "until 2017", "since 2016", "triage defunct", "triage old-and-broke", "triage old-and-works"]
)


def declaration(name: str, trait: str, uses: list[str]) -> str:
    """A system with a trait where its kind has it, and what it uses."""
    fits = name[0] == "l" or not trait.startswith("triage")
    return f"{KINDS[name[0]]} {name} {{ {'; '.join([trait] * fits + uses)} }}"


def estate(wires: list[tuple[str, str, str]], chosen: list[str], shuffle: random.Random | None = None) -> str:
    """An estate of these relations and traits, in order or in another one."""
    uses: dict[str, list[str]] = {name: [] for name in NAMES}
    for source, target, time in wires:
        uses[source].append(f"uses {target}{time}")
    systems = [declaration(name, trait, uses[name]) for name, trait in zip(NAMES, chosen, strict=True)]
    if shuffle:
        shuffle.shuffle(systems)
    return PLATEAUS + "\n".join(systems)


def seen(text: str) -> list[tuple[object, ...]]:
    """What is found, but for places."""
    return sorted(
        (one.code, one.elements, one.snapshots, one.span.text, one.witness) for one in findings(text, select=RULES)
    )


@given(st.lists(relations, max_size=25), st.lists(traits, min_size=15, max_size=15), st.randoms(use_true_random=False))
def test_the_order_of_declarations_changes_no_finding(
    wires: list[tuple[str, str, str]], chosen: list[str], shuffle: random.Random
) -> None:
    """Another order of the same systems gives the same findings, each with the same relation and witness."""
    assert seen(estate(wires, chosen, shuffle)) == seen(estate(wires, chosen))


def test_of_two_ways_of_one_length_the_order_chooses_none() -> None:
    """Which of several shortest ways is the witness depends on names, not on the order in the file."""
    product = "product p { since later; uses s; uses t }"
    ways = [f"system {name} {{ uses old }}" for name in "st"]
    one, other = ([PLATEAUS, "legacy old", *order, product] for order in (ways, ways[::-1]))
    assert seen("\n".join(one)) == seen("\n".join(other))
    assert ("p", "s", "old") in [witness for *_, witness in seen("\n".join(one))]


@given(st.lists(relations, max_size=25), st.lists(traits, min_size=15, max_size=15))
def test_every_new_dependency_has_a_way_to_legacy_that_was_not_there(
    wires: list[tuple[str, str, str]], chosen: list[str]
) -> None:
    """A witness leads from a product or platform over stated relations to legacy, past no adaptor, and one
    finding is given for each subject and legacy."""
    stated = {(source, target) for source, target, _ in wires}
    found = [one for one in findings(estate(wires, chosen), select=("LEG101",)) if one.code == "LEG101"]
    for one in found:
        subject, *between, legacy = one.witness
        assert (subject, legacy) == one.elements
        assert subject[0] in "pq"
        assert legacy[0] == "l"
        assert all(step[0] != "a" for step in between)
        assert set(zip(one.witness, one.witness[1:], strict=False)) <= stated
        assert "now" not in one.snapshots
    once = [(one.elements, snapshot) for one in found for snapshot in one.snapshots]
    assert len(once) == len(set(once))

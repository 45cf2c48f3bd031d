"""PRD106: one need of the same users, met by two products."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.data.beside import said_beside

USERS = "user u; user v\n"
ONE = USERS + 'product a { serves u; need "Tax my car" }\n'


def test_the_same_users_and_need() -> None:
    """The finding sits on the later product; the other, and both needs, are shown."""
    (finding,) = of("PRD106", ONE + 'product b { need "Tax my car"; serves u }')
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (3, "product b", ("b", "a"))
    assert [label.span.begin.line for label in finding.related] == [2, 3, 2]


@pytest.mark.parametrize(
    "other",
    [
        'product b { serves u; need "tax my car." }',
        'product b { serves u; need "Sell my car"; need "Tax my car" }',
        'product b { external; serves u; need "Tax my car" }',
    ],
    ids=["written differently", "one of two needs", "external"],
)
def test_is_the_same_need(other: str) -> None:
    """Case and punctuation do not make another need, and one in common is enough."""
    assert said("PRD106", ONE + other) == ["3: b, a"]


@pytest.mark.parametrize(
    "other",
    [
        'product b { serves u; need "Sell my car" }',
        'product b { serves v; need "Tax my car" }',
        'product b { serves u, v; need "Tax my car" }',
        'product b { need "Tax my car" }',
        "product b { serves u }",
        "platform b { serves u }",
    ],
    ids=["another need", "other users", "more users", "no users", "no need", "another kind"],
)
def test_innocent_models(other: str) -> None:
    """Users and need must both be stated, and be the same."""
    assert said("PRD106", ONE + other) == []


def test_what_is_not_stated_is_not_the_same() -> None:
    """Two products of which nobody says whom they serve have no users in common; nor needs without a word."""
    assert said("PRD106", 'product a { need "x" }; product b { need "x" }') == []
    assert said("PRD106", 'user u; product a { need "?"; serves u }; product b { need "!"; serves u }') == []


def test_users_of_several_statements_are_one_set() -> None:
    """However the users are listed, they are the same."""
    text = 'product a { serves u, v; need "x" }\nproduct b { serves v; serves u; need "x" }'
    assert said("PRD106", USERS + text) == ["3: b, a"]


def test_each_pair_once() -> None:
    """Three products are three pairs, and two needs in common are one finding."""
    same = 'serves u; need "x"; need "y"'
    text = f"{USERS}product a {{ {same} }}\nproduct b {{ {same} }}\nproduct c {{ {same} }}"
    assert said("PRD106", text) == ["3: b, a", "4: c, a", "4: c, b"]


def test_very_many_are_compared_with_the_first_ten() -> None:
    """The number of findings does not grow with the square of the products."""
    many = "\n".join(f'product p{number} {{ serves u; need "x" }}' for number in range(40))
    assert len(said("PRD106", USERS + many)) == sum(min(number, 10) for number in range(40))


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ('serves u; need "Tax my car"; until 2015', "resolved"),
        ('serves u; need "Tax my car" since 2015', "introduced"),
        ('serves u until 2015; need "Tax my car"', "resolved"),
        ('serves u; need "Tax my car"', "open"),
    ],
)
def test_at_one_time(block: str, status: str) -> None:
    """Only what is stated at the same time is the same."""
    (finding,) = of("PRD106", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; {ONE} product b {{ {block} }}")
    assert finding.status.value == status


def test_never_at_one_time() -> None:
    """A product that takes another's place meets the need after it."""
    times = "plateau one { at 2014 }; plateau two { at 2016 };"
    text = 'product a { serves u; need "x"; until 2015 }\nproduct b { serves u; need "x"; since 2015 }'
    assert said("PRD106", times + USERS + text) == []


def test_a_pair_with_an_imported_member_sits_on_the_own(tmp_path: Path) -> None:
    """The model's own product is the subject, wherever the import stands; two imported ones are not judged."""
    own = 'user u; product b { serves u; need "x" }'
    theirs = 'product a { serves u; need "x" }'
    assert said_beside("PRD106", own, theirs, tmp_path) == ["model.arch:1: b, a"]
    assert said_beside("PRD106", "user u", theirs + "; " + theirs.replace("product a", "product z"), tmp_path) == []

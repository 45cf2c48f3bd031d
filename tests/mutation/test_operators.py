"""What the operators that cosmic-ray has not make of code."""

from __future__ import annotations

import pytest
from cosmic_ray.mutating import mutate_code

from tests.mutation.operators import OPERATORS, OURS


def all_of(name: str, code: str) -> list[str]:
    """Everything that an operator makes of a text."""
    made: list[str] = []
    while (changed := mutate_code(code, OPERATORS[name], len(made))) is not None:
        made.append(changed)
    return made


@pytest.mark.parametrize("operator", OURS, ids=lambda operator: operator.__name__)
def test_makes_what_its_example_shows(operator: type) -> None:
    """Each operator can do what it says."""
    for example in OPERATORS[operator.__name__].examples():
        assert example.post_mutation_code in all_of(operator.__name__, example.pre_mutation_code)


def test_replaces_every_condition() -> None:
    """Each `if` and `elif` holds always or never, a ternary too, and a loop is never entered."""
    assert all_of("ReplaceCondition", "if a: b\nelif c: d") == [
        "if True: b\nelif c: d",
        "if False: b\nelif c: d",
        "if a: b\nelif True: d",
        "if a: b\nelif False: d",
    ]
    assert all_of("ReplaceCondition", "x = a if b else c") == ["x = a if True else c", "x = a if False else c"]
    assert all_of("ReplaceCondition", "while a: b") == ["while False: b"]


def test_drops_each_operand_in_turn() -> None:
    """Of three operands two are left."""
    assert all_of("DropOperand", "x = a or b(1) or not c") == ["x = b(1) or not c", "x = a or not c", "x = a or b(1)"]


def test_swaps_in_and_not_in() -> None:
    """Both in a chain of comparisons, and no other comparison."""
    assert all_of("ReplaceMembership", "x = a in b not in c") == ["x = a not in b not in c", "x = a in b in c"]
    assert all_of("ReplaceMembership", "x = a < b is c") == []


def test_returns_nothing_where_something_is_returned() -> None:
    """What returns nothing already is left."""
    assert all_of("ReplaceReturn", "def f():\n    return\n    return None\n    return 1, 2") == [
        "def f():\n    return\n    return None\n    return None"
    ]


def test_removes_statements_that_do_something() -> None:
    """Calls, yields and additions go; docstrings stay, and assignments without which a name would be unknown."""
    code = 'def f():\n    "words"\n    a = 1\n    b: int = 2\n    a += 1\n    g(a)\n    yield a\n'
    assert all_of("RemoveStatement", code) == [
        code.replace("a += 1", "pass"),
        code.replace("g(a)", "pass"),
        code.replace("yield a", "pass"),
    ]


def test_leaves_the_order_as_it_comes() -> None:
    """Of `sorted` only what is sorted is left, and what is done with it."""
    assert all_of("ReplaceCall", "x = sorted((b for b in a), key=len)[0]") == ["x = list((b for b in a))[0]"]
    assert all_of("ReplaceCall", "x = a.min(b)") == []
    assert all_of("ReplaceCall", "x = min(b)") == ["x = max(b)"]

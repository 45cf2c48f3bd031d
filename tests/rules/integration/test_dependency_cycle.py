"""INT105: circles of dependencies."""

from __future__ import annotations

from tests.linting import of, said


def test_names_the_relation_that_closes_the_circle() -> None:
    """The finding sits on the relation that closes the circle and shows the way round."""
    (finding,) = of("INT105", "product a { uses b }\nproduct b { uses a }")
    assert finding.span.text == "uses a"
    assert finding.witness == ("a", "b", "a")
    assert finding.elements == ("b", "a")


def test_shows_one_shortest_circle_of_a_group() -> None:
    """A strongly connected group without a pair yields its shortest circle only."""
    text = """product a { uses b }
product b { uses c }
product c { uses a; uses d }
product d { uses e }
product e { uses c; uses b }"""
    assert said("INT105", text) == ["3: c, a, b"]


def test_shows_every_pair() -> None:
    """Each pair that depends on each other directly is a finding of its own."""
    text = "product a { uses b }\nproduct b { uses a; uses c }\nproduct c { uses b }"
    assert said("INT105", text) == ["2: b, a", "3: c, b"]


def test_parts_of_one_system_are_followed_as_written() -> None:
    """Parts that depend on each other are a circle; a system and its own part are not."""
    text = "product a {\n  uses a.x\n  system x { uses y }\n  system y { uses x; uses a }\n}"
    assert said("INT105", text) == ["4: a.y, a.x"]


def test_a_chain_is_no_circle() -> None:
    """Dependencies that never come back are innocent."""
    assert said("INT105", "product a { uses b }\nproduct b { uses c }\nproduct c") == []

"""EVO102: legacy that does not become cheaper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }\nplateau later { at 2017 }\nplateau target\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("legacy a { cost 1m GBP }", ["3: target"]),
        ("legacy a", []),
        ("legacy a { cost 0 GBP }", []),
        ("legacy a { cost 2m GBP until target; cost 1m GBP since target }", []),
        ("legacy a { cost 1m GBP until later; cost 2m GBP since later }", ["2: later", "3: target"]),
        ("legacy a { cost 2m GBP; until target }\nlegacy b { since later; cost 1m GBP }", ["2: later"]),
        ("legacy a { cost 2m GBP }\nlegacy b { until later; cost 1m GBP }", []),
        ("legacy a { cost 2m GBP; count 3 until later; count 5 since later; until target }", []),
        ("platform a { cost 2m GBP }", []),
        ("legacy a { cost 0.3m GBP until later }\nlegacy b { since later; cost 0.1m GBP until target }", []),
    ],
)
def test_the_sum_rises_or_is_no_lower_at_the_end(text: str, places: list[str]) -> None:
    """What is stated is added up in each plateau, never multiplied by `count`."""
    assert said("EVO102", PLATEAUS + text) == places


def test_each_currency_for_itself() -> None:
    """A fall in one currency does not make up for a rise in another, and both at one plateau are one finding."""
    text = "legacy a { cost 9m EUR until target; cost 2m EUR since target }\nlegacy b { cost 1m GBP }\n"
    assert said("EVO102", PLATEAUS + text) == ["3: target"]
    two = "legacy a { cost 2m EUR until target; cost 3m EUR since target }\nlegacy b { cost 1m GBP }\n"
    (finding,) = of("EVO102", PLATEAUS + two)
    assert "2,000,000 EUR in `later`, 3,000,000 EUR in `target`" in finding.message
    assert "1,000,000 GBP in `target` as in `now`" in finding.message
    assert finding.message.endswith("2 of 2 systems state one in `target`, 2 of 2 systems state one in `later`")


def test_says_how_many_state_one() -> None:
    """The sum is of those that state a cost; it says of how many."""
    (finding,) = of("EVO102", PLATEAUS + "legacy a { cost 1m GBP }\nlegacy b\nlegacy c { until later }")
    assert "1 of 2 systems state one in `target`, 1 of 3 systems state one in `now`" in finding.message
    assert finding.help == "plan how `a` is to become cheaper or end"


def test_names_what_costs_more() -> None:
    """The statement of the higher cost is shown, and its system named."""
    text = "plateau a { at 2015 }\nplateau b { at 2016 }\nlegacy x { cost 1m GBP until b; cost 2m GBP since b }"
    (finding,) = of("EVO102", text + "\nlegacy y { cost 3m GBP }")
    assert [label.span.text for label in finding.related] == ["cost 2m GBP since b"]
    assert finding.help == "bring down what `x` costs, or let other legacy end"


def test_without_plateaus_it_sits_on_legacy() -> None:
    """On that which was added and states a cost, else on the first that states one."""
    added = "legacy a { cost 1m GBP }\nproduct p { since 2014 }\nlegacy b { since 2016 }\n"
    assert said("EVO102", added + "legacy c { since 2016; cost 1m GBP }") == ["4: c"]
    higher = "legacy a\nlegacy b { cost 1m GBP until 2016; cost 2m GBP since 2016 }\nproduct p { since 2014 }"
    assert said("EVO102", higher) == ["2: b"]


def test_one_state_has_nothing_to_compare() -> None:
    """There must be two states."""
    assert said("EVO102", "plateau now { at 2015 }\nlegacy a { cost 1m GBP until 2016; cost 2m GBP since 2016 }") == []


def test_imported_legacy_is_not_counted(tmp_path: Path) -> None:
    """Own legacy only."""
    assert of_importing("EVO102", tmp_path, "legacy a { cost 1m GBP }", PLATEAUS + "legacy b") == []


def test_a_sum_that_fell_at_last_is_held_against_the_first() -> None:
    """More than at the beginning, though less than meanwhile: the first and the last figure are said."""
    text = "legacy a { cost 1m GBP until later; cost 3m GBP since later until target; cost 2m GBP since target }"
    messages = [finding.message for finding in of("EVO102", PLATEAUS + text)]
    assert "1,000,000 GBP in `now`, 3,000,000 GBP in `later`" in messages[0]
    assert "1,000,000 GBP in `now`, 2,000,000 GBP in `target`" in messages[1]


def test_currencies_are_said_in_their_order() -> None:
    """By their codes, however the model orders them."""
    text = "legacy b { cost 1m GBP }\nlegacy a { cost 2m EUR }"
    (finding,) = of("EVO102", PLATEAUS + text)
    assert finding.message.index("EUR") < finding.message.index("GBP")


TWO = "plateau a { at 2015 }\nplateau b { at 2016 }\n"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("legacy x { since 2015-06; cost 1m GBP }", "bring down what `x` costs, or let other legacy end"),
        (
            "legacy x { since 2015-06; cost 1m GBP }\nlegacy y { since 2015-06; cost 1m GBP }",
            "bring down what `x` and `y` cost, or let other legacy end",
        ),
        ("legacy x { cost 3m GBP until b; cost 2m EUR since b }", "plan how `x` is to become cheaper or end"),
        ("legacy x { cost 1m GBP until b; cost 2m EUR since b }", "plan how `x` is to become cheaper or end"),
        ("legacy x { cost 1m GBP }\nlegacy y { cost 1m GBP }", "plan how `x` and `y` are to become cheaper or end"),
    ],
    ids=["a new one", "two new ones", "less of another currency", "more of another currency", "as much"],
)
def test_advises_on_what_costs_more_than_before(text: str, advice: str) -> None:
    """What was not there before costs more; amounts of two currencies are not compared."""
    assert of("EVO102", TWO + text)[0].help == advice

"""PLT108: capabilities that many systems provide."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.platforms.rule_of_three import RuleOfThreeOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import

TWO = "capability pay\nproduct a { provides pay }\nlegacy b { provides pay }\n"


@pytest.mark.parametrize("kind", ["product", "legacy", "adaptor", "system"])
def test_three_providers_and_no_platform(kind: str) -> None:
    """The finding sits on the capability and shows who provides it."""
    (finding,) = of("PLT108", TWO + f"{kind} c {{ provides pay }}")
    assert (finding.span.begin.line, finding.elements) == (1, ("pay",))
    assert finding.message == "3 systems provide `pay`, and none of them is a platform"
    assert [label.span.begin.line for label in finding.related] == [2, 3, 4]


def test_two_providers_are_innocent() -> None:
    """Twice is not yet common; who only needs it does not provide it."""
    assert said("PLT108", TWO + "product c { needs pay }") == []


@pytest.mark.parametrize(
    "platform", ["platform p { %s }", "platform p { external; %s }", "platform p { system x { %s } }"]
)
def test_one_platform_is_enough(platform: str) -> None:
    """A platform among the providers, or a part of one, whoever runs it, ends it."""
    assert said("PLT108", TWO + "product c { provides pay }\n" + platform % "provides pay") == []
    assert said("PLT108", TWO + "product c { provides pay }\n" + platform % "needs pay") == ["1: pay"]


@pytest.mark.parametrize(("count", "said_of"), [("count 2", ["1: pay"]), ("count 1", []), ("count 2 until 2013", [])])
def test_a_system_counts_as_often_as_it_says(count: str, said_of: list[str]) -> None:
    """`count` in force is what a system stands for."""
    text = "plateau now { at 2014 }\n" + TWO.replace("legacy b { ", f"legacy b {{ {count}; ")
    assert [line.replace("2:", "1:") for line in said("PLT108", text)] == said_of


def test_the_parts_of_a_system_are_one_provider() -> None:
    """A system whose parts provide a capability, each or together with it, provides it once."""
    parts = "product c { provides pay; system x { provides pay }; system y { provides pay } }"
    assert said("PLT108", "capability pay\n" + parts) == []
    assert said("PLT108", TWO + "product c { system x { provides pay } }") == ["1: pay"]


def test_the_least_number_is_an_option() -> None:
    """`minimum` sets how many are too many."""
    assert said("PLT108", TWO, rules={"PLT108": RuleOfThreeOptions(2)}) == ["1: pay"]
    assert said("PLT108", "capability pay", rules={"PLT108": RuleOfThreeOptions(0)}) == []
    four = TWO + "product c { provides pay }"
    assert said("PLT108", four, rules={"PLT108": RuleOfThreeOptions(4)}) == []


def test_a_capability_is_not_its_parent() -> None:
    """Each capability is counted for itself."""
    assert said("PLT108", TWO + "capability refund { part-of pay }\nproduct c { provides refund }") == []


def test_names_the_provider_to_begin_with() -> None:
    """The provider that most others use is where a platform could begin."""
    used = TWO + "product c { provides pay }\nproduct d { uses b }\nproduct e { uses b; uses a }"
    (finding,) = of("PLT108", used)
    assert "`b` already (2)" in finding.help
    (finding,) = of("PLT108", TWO + "product c { provides pay }")
    assert "let one platform provide `pay`" in finding.help


@pytest.mark.parametrize(
    ("third", "status"),
    [
        ("product c { provides pay until 2015 }", "resolved"),
        ("product c { provides pay; since 2015 }", "introduced"),
        ("product c { provides pay }\nplatform p { provides pay; since 2015 }", "resolved"),
        ("product c { provides pay until 2015 }\nproduct d { provides pay since 2015 }", "open"),
    ],
    ids=["ends", "begins", "platform-comes", "another-takes-its-place"],
)
def test_is_judged_at_each_time(third: str, status: str) -> None:
    """Who provides it at one time counts; it is one finding while there are too many."""
    (finding,) = of("PLT108", "plateau one { at 2014 }\nplateau two { at 2016 }\n" + TWO + third)
    assert finding.status.value == status


def test_an_imported_capability_is_no_subject(tmp_path: Path) -> None:
    """A capability that comes by import is not judged; imported systems that provide an own one are counted."""
    own = "product c { provides pay }"
    assert said_with_import(tmp_path, "PLT108", own, TWO) == []
    theirs = "product a { provides pay }\nlegacy b { provides pay }"
    assert said_with_import(tmp_path, "PLT108", f"capability pay\n{own}", theirs) == ["1: pay"]


def test_says_for_how_many_a_provider_stands() -> None:
    """Beside the path of one that stands for several alike."""
    text = "capability c; product a { provides c }; product b { count 2; provides c }"
    (finding,) = of("PLT108", text)
    assert [label.message for label in finding.related] == [
        "provided by `a`",
        "provided by `b`, which stands for 2",
    ]

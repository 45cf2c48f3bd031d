"""LEG113: legacy that gains something."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }; plateau target { at 2018 }; capability c; capability f; data d\n"


@pytest.mark.parametrize(
    ("gain", "elements"),
    [
        ("provides c since 2016", "old, c"),
        ("system part { provides c since 2016 }", "old, c"),
        ("system part { since 2016; provides c }", "old, c"),
        ("store s { since 2016 }", "old, old.s"),
        ("store s { since 2016; interface i }", "old, old.s"),
        ("system part { since 2016; store s }", "old, old.part.s"),
        ("interface i { since 2016 }", "old, old.i"),
        ("store s { interface i { since 2016 } }", "old, old.s.i"),
        ("interface i { since target }", "old, old.i"),
        ("cost 9m GBP until 2016; cost 9.5m GBP since 2016", "old"),
        ("cost 9m GBP until 2016; cost 10m GBP since 2017", "old"),
        ("cost 9m GBP until 2016; cost 10m GBP since 2016 until 2017; cost 8m GBP since 2017", "old"),
        ("provides c until 2016; provides c since 2017", "old, c"),
        ("provides f; provides c since 2016", "old, c"),
        ("provides c since 2016; system part { provides c since 2016 }", "old, c"),
    ],
)
def test_every_sort_of_gain(gain: str, elements: str) -> None:
    """Capability, store, interface and cost, of its parts too, at whatever time after the first snapshot."""
    assert said("LEG113", f"{PLATEAUS}legacy old {{\n{gain} }}") == [f"3: {elements}"]


@pytest.mark.parametrize(
    "text",
    [
        "provides c; store s; interface i; cost 9m GBP",
        "provides c until 2016; store s { until 2016 }",
        "provides c since 2014; interface i { since 2015 }",
        "provides c until 2016; provides c since 2016",
        "provides c until 2016; system part { provides c since 2016 }",
        "provides c, f; provides c since 2016",
        "cost 9m GBP until 2016; cost 9m GBP since 2016",
        "cost 9m GBP until 2016; cost 8m GBP since 2016",
        "cost 9m GBP until 2016; cost 10m EUR since 2016",
        "cost 9m GBP since 2016",
        "cost 8m GBP until 2014; cost 9m GBP since 2014",
        "store s { holds d since 2016 }; system part { since 2016 }; needs c since 2016",
        "since 2016; interface i { since 2017 }",
        "store s { since 2016; until 2016 }",
        "system part { until 2016; provides c since 2017 }",
    ],
    ids=[
        "always", "loss", "before", "goes on", "goes on in a part", "had already", "same cost", "lower",
        "other currency", "first cost", "cost before", "other things", "begins later", "never", "never provided",
    ],
)  # fmt: skip
def test_what_is_no_gain(text: str) -> None:
    """What was there before, what is lost, what cannot be compared, and legacy that begins later."""
    assert said("LEG113", f"{PLATEAUS}legacy old {{ {text} }}") == []


@pytest.mark.parametrize("kind", ["product", "platform", "adaptor", "system"])
def test_only_legacy_is_judged(kind: str) -> None:
    """Other systems may grow."""
    assert said("LEG113", f"{PLATEAUS}{kind} new {{ provides c since 2016; interface i {{ since 2016 }} }}") == []


def test_an_adaptor_excuses_interfaces_only() -> None:
    """While one wraps the legacy; one that comes later or has gone does not."""
    gains = PLATEAUS + "legacy old { interface i { since 2016 } }\nadaptor a { wraps old; %s }"
    assert said("LEG113", gains % "interface j") == []
    assert said("LEG113", gains % "since 2016") == []
    assert said("LEG113", gains % "since 2017") == ["2: old, old.i"]
    assert said("LEG113", gains % "until 2016") == ["2: old, old.i"]
    others = PLATEAUS + "legacy old { store s { since 2016 }; provides c since 2016 }\nadaptor a { wraps old }"
    assert said("LEG113", others) == ["2: old, old.s", "2: old, c"]
    using = PLATEAUS + "legacy old { interface i { since 2016 } }\nadaptor a { uses old }"
    assert said("LEG113", using) == ["2: old, old.i"]
    part = PLATEAUS + "legacy old { system p; interface i { since 2016 } }\nadaptor a { wraps old.p }"
    assert said("LEG113", part) == []


def test_to_modernise_may_cost_for_a_while() -> None:
    """With that plan in force then, and a last cost that is lower than before, nothing is a gain."""
    costs = "cost 9m GBP until 2016; cost 11m GBP since 2016 until 2017; cost {} since 2017"
    text = f"legacy old {{{{ plan {{}}; store s {{{{ since 2016 }}}}; {costs} }}}}"
    assert said("LEG113", PLATEAUS + text.format("modernise", "8m GBP")) == []
    assert said("LEG113", PLATEAUS + text.format("modernise since 2016", "8m GBP")) == []
    both = ["2: old, old.s", "2: old"]
    assert said("LEG113", PLATEAUS + text.format("modernise", "9m GBP")) == both
    assert said("LEG113", PLATEAUS + text.format("modernise", "8m EUR")) == both
    assert said("LEG113", PLATEAUS + text.format("modernise since 2017", "8m GBP")) == both
    assert said("LEG113", PLATEAUS + text.format("wrap", "8m GBP")) == both
    assert said("LEG113", PLATEAUS + "legacy old { plan modernise; store s { since 2016 }; cost 9m GBP }") == [
        "2: old, old.s"
    ]


def test_to_modernise_without_costs_excuses_nothing() -> None:
    """Nobody knows whether it ends in a lower one."""
    text = "legacy old { plan modernise; store s { since 2016 } }"
    assert said("LEG113", PLATEAUS + text) == ["2: old, old.s"]


def test_costs_of_other_times_do_not_count() -> None:
    """A cost that lies after the end of the legacy is never paid."""
    text = "legacy old { until 2017; cost 9m GBP until 2017; cost 11m GBP since 2017 }"
    assert said("LEG113", PLATEAUS + text) == []


def test_one_finding_for_each_gain() -> None:
    """Each sits on its own words, is open and of no snapshot."""
    found = of(
        "LEG113",
        PLATEAUS + "legacy old {\nprovides c, f since 2016\nstore s { since 2016 }\ninterface i { since 2017 } }",
    )
    assert [finding.span.begin.line for finding in found] == [3, 3, 4, 5]
    assert {(finding.status, finding.snapshots) for finding in found} == {(Status.OPEN, ())}


def test_without_plateaus() -> None:
    """The state before the first change is the first; legacy that begins with the first date may gain after it."""
    assert said("LEG113", "legacy old { store s { since 2016 } }") == ["1: old, old.s"]
    assert said("LEG113", "legacy old { since 2010; store s; interface i { since 2016 } }") == ["1: old, old.i"]
    assert said("LEG113", "legacy old { since 2010; interface i { since 2016 } }\nproduct p { since 2009 }") == []


def test_says_where_it_should_go() -> None:
    """An adaptor for interfaces, the successor or a platform for what the legacy would do, the plan for costs."""
    model = PLATEAUS + "legacy old { %s }"
    (finding,) = of("LEG113", model % "interface i { since 2016 }")
    assert finding.help == "offer this in an adaptor that `wraps old`"
    (finding,) = of("LEG113", model % "provides c since 2016")
    assert "give this to a platform" in finding.help
    (finding,) = of("LEG113", model % "store s { since 2016 }" + "\nplatform heir { replaces old }")
    assert finding.help == "give this to `heir`, which replaces `old`"
    (finding,) = of("LEG113", model % "cost 9m GBP until 2016; cost 10m GBP since 2016")
    assert "10,000,000 GBP after 9,000,000 GBP" in finding.message
    assert "`plan modernise`" in finding.help
    replaced = "\nplatform heir { replaces old }"
    (finding,) = of("LEG113", model % "cost 9m GBP until 2016; cost 10m GBP since 2016" + replaced)
    assert "`plan modernise`" in finding.help
    assert [label.span.text for label in finding.related] == ["cost 9m GBP until 2016"]


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged, whatever an own file adds."""
    gain = "extend old { store s { since 2016 } }"
    assert of_importing("LEG113", tmp_path, "legacy old", PLATEAUS + gain) == []


def test_each_capability_is_a_gain() -> None:
    """What is said twice is one, and hides none that comes after."""
    text = "legacy old {\nprovides c since 2016; system part { provides c since 2016; provides f since 2016 } }"
    assert said("LEG113", PLATEAUS + text) == ["3: old, c", "3: old, f"]


def test_modernising_must_end_below_the_last_cost_before_it() -> None:
    """What it cost long ago is no excuse."""
    costs = "cost 10m GBP until 2014; cost 8m GBP since 2014 until 2017; cost %s GBP since 2017"
    text = f"{PLATEAUS}legacy old {{\nplan modernise; {costs}; interface i {{ since 2016 }} }}"
    assert "3: old, old.i" in said("LEG113", text % "9m")
    assert said("LEG113", text % "7m") == []

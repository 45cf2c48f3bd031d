"""DAT103: holdings that do not say what they are."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

MASTER = "data fact\nplatform m { store s { holds fact as master } }\n"


def test_sits_on_the_holding_that_does_not_say() -> None:
    """A second store that says nothing is found, with the master beside it."""
    (finding,) = of("DAT103", MASTER + "product a { store s { holds fact } }")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (3, "holds fact", ("a.s", "fact"))
    assert [label.span.begin.line for label in finding.related] == [2]
    assert finding.help == 'write `holds fact as replica of m.s for "…"`'


def test_shows_the_master_before_other_holders() -> None:
    """Where there is a master it is that one that is shown, wherever it stands."""
    text = "data fact\nstore a { holds fact as replica of m.s }\nstore b { holds fact }\n"
    (finding,) = of("DAT103", text + "platform m { store s { holds fact as master } }")
    assert finding.related[0].span.begin.line == 4


def test_each_store_that_does_not_say_is_a_finding() -> None:
    """Two stores that both leave it open are two findings, each with the other beside it."""
    found = of("DAT103", "data fact\nstore s { holds fact }\nstore t { holds fact }")
    assert [(one.elements[0], one.related[0].span.begin.line) for one in found] == [("s", 3), ("t", 2)]
    assert "as master` here" in found[0].help


def test_the_only_holder_need_not_say() -> None:
    """One store, however often it says so, is the master."""
    assert said("DAT103", "data fact\nstore s { holds fact; holds fact }") == []
    assert said("DAT103", "data fact\ndata more\nstore s { holds fact }\nstore t { holds more }") == []


def test_masters_and_replicas_have_said_it() -> None:
    """What says `as master` or `as replica of` is innocent, and so a copy does not excuse the original."""
    assert said("DAT103", MASTER + "store s { holds fact as replica of m.s }") == []
    text = "data fact\nstore s { holds fact }\nstore t { holds fact as replica of s }"
    assert said("DAT103", text) == ["2: s, fact"]


def test_two_stores_of_one_system_must_say_it_too() -> None:
    """It is stores that are counted, whosever they are."""
    assert said("DAT103", "data fact\nproduct a { store s { holds fact as master }; store t { holds fact } }")


def test_only_what_is_held_at_the_same_time_counts() -> None:
    """Stores that hold the entity one after the other are both the only holder."""
    text = "data fact\nstore s { holds fact until 2015 }\nstore t { holds fact since 2015 }"
    assert said("DAT103", text) == []
    (finding,) = of(
        "DAT103", MASTER + "plateau one { at 2014 }\nplateau two { at 2015 }\nstore s { holds fact until 2015 }"
    )
    assert finding.status.value == "resolved"


def test_imported_stores_are_known_not_judged(tmp_path: Path) -> None:
    """An imported holder makes an own one a copy, but is never the subject."""
    own = "data fact\nstore s { holds fact }"
    assert said_beside("DAT103", own, "store t { holds fact }", tmp_path) == ["model.arch:2: s, fact"]

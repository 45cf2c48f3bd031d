"""EVO110: dates that contradict each other by way of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing

OLD = "legacy old { until 2016 }\n"
LATE = "platform late { since 2018; interface i; store s }\n"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("platform new { replaces old; uses late }", True),
        ("platform new { since 2015; replaces old; uses late.i }", True),
        ("product new { replaces old; system part { uses late } }", True),
        ("adaptor new { replaces old; wraps late }", True),
        ("platform new { replaces old; uses late since 2014 }", True),
        ("platform new { since 2015; replaces old since 2015; uses late }", True),
        ("platform new { replaces old; uses late since 2018 }", False),
        ("platform new { replaces old since 2018; uses late }", False),
        ("platform new { replaces old; hosted-on late }", False),
        ("platform new { replaces old; reuses late }", False),
        ("platform new { reuses old; uses late }", False),
        ("platform new { replaces old; until 2017; uses late }", False),
        ("platform new { since 2017; replaces old; uses late }", False),
        ("platform new { replaces old; system a { uses b }; system b { since 2018 } }", False),
    ],
)
def test_what_a_successor_depends_on_begins_before_the_old_one_ends(new: str, found: bool) -> None:
    """Unless the dependency begins later, can never be, or the successor itself comes too late."""
    assert said("EVO110", OLD + LATE + new) == (["3: new, late, old"] if found else [])


@pytest.mark.parametrize("since", ["", "since 2015", "since 2016"])
def test_what_is_there_in_time_is_no_contradiction(since: str) -> None:
    """A dependency may begin up to the day on which the old one ends."""
    assert said("EVO110", OLD + f"platform early {{ {since} }}\nplatform new {{ replaces old; uses early }}") == []


def test_a_way_in_may_be_what_comes_too_late() -> None:
    """The interface that the successor depends on must be there, not only its system."""
    late = "platform late { interface i { since 2018 } }\n"
    assert said("EVO110", OLD + late + "platform new { replaces old; uses late.i }") == ["3: new, late, old"]


def test_the_chain_of_dates_is_the_witness() -> None:
    """It sits on the first relation in file order, and shows the others and the dates."""
    (finding,) = of("EVO110", OLD + LATE + "platform new {\n  uses late\n  replaces old\n}")
    assert finding.span.text == "uses late"
    assert finding.witness == ("late (begins 2018-01-01)", "new", "old (ends 2016-01-01)")
    assert [label.span.text for label in finding.related] == ["replaces old", "since 2018", "until 2016"]
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()
    assert finding.help.startswith("let `late` begin by 2016-01-01, or `old` end later")


@pytest.mark.parametrize(
    "text",
    [
        "platform a { until 2016 }\nsystem b { uses a }\nproduct c { until 2018; uses b }",
        "legacy a { until 2016 }\nsystem b { uses a }\nproduct c { until 2018; uses b }",
        "platform a { until 2016 }\nproduct c { until 2018; uses a }",
        "legacy a { until 2016 }\nplatform c { since 2018; replaces a }",
        "legacy a { until 2016 }\nplatform c { since 2018; uses a }",
        "data d\nstore a { until 2016 }\nplatform c { store s { since 2018; holds d as replica of a } }",
        "data d\nplatform p { store a { until 2016 }; store s { since 2018; holds d as replica of a } }",
    ],
)
def test_what_another_rule_reports_is_not_said_again(text: str) -> None:
    """Two dates are no chain; and where one link of a chain is reported, the chain is not."""
    assert said("EVO110", text) == []


SHARED = "platform a { until 2016; store m }\nsystem b { uses a; interface i; store r }\n"
"""What is imported is not judged, so that nobody else reports that b lives on."""


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ("product c { until 2018; uses b }", [("c", "b", "a")]),
        ("product c { until 2018; uses b.i }", [("c", "b", "a")]),
        ("product c { until 2018; uses b until 2019 }", [("c", "b", "a")]),
        ("product c { until 2018; uses d }\nsystem d { uses b }", [("c", "d", "b", "a")]),
        ("product c { since 2018; uses b }", [("c", "b", "a")]),
        ("product c { since 2016; uses b }", [("c", "b", "a")]),
        ("platform c { since 2018; replaces b }", [("c", "b", "a")]),
        ("platform c { replaces b; uses d }\nplatform d { since 2018 }", [("c", "d", "b", "a")]),
        ("data e\nplatform c { store s { since 2018; holds e as replica of b.r } }", [("c", "b", "a")]),
        ("product c { until 2018; uses b until 2016 }", []),
        ("product c { until 2018; uses b until 2017 }", []),
        ("product c { until 2018; uses b since 2014 }", [("c", "b", "a")]),
        ("product c { until 2018; uses b since 2017 }", []),
        ("product c { since 2017; until 2018; uses b since 2017 }", [("c", "b", "a")]),
        ("product c { until 2016; uses b }", []),
        ("product c { since 2015; uses b }", []),
        ("product c { uses b }", []),
        ("platform c { since 2016; replaces b }", []),
        ("platform c { since 2018; replaces b since 2019 }", []),
        ("data e\nplatform c { store s { since 2015; holds e as replica of b.r } }", []),
        ("product c { until 2018; hosted-on b }", []),
    ],
)
def test_a_date_that_is_not_stated_is_tied_by_those_of_others(
    tmp_path: Path, own: str, found: list[tuple[str, ...]]
) -> None:
    """A dependency ends no earlier than its dependant, unless the relation does; the chain may be of any length."""
    assert [one.elements for one in of_importing("EVO110", tmp_path, SHARED, own)] == found


def test_what_must_begin_before_an_end_cannot_begin_at_it(tmp_path: Path) -> None:
    """What begins on the day on which it has to have ended is told to begin before."""
    (finding,) = of_importing("EVO110", tmp_path, SHARED, "product c { since 2016; uses b }")
    assert "`c` begins 2016-01-01, and must begin before 2016-01-01, when `a` ends" in finding.message


def test_a_way_into_legacy_that_ends_alone_is_told_by_no_other_rule() -> None:
    """Of legacy that lives on LEG109 says nothing, though its interface ends."""
    text = "legacy a { interface i { until 2016 } }\nsystem b { uses a.i }\nproduct c { until 2018; uses b }"
    assert said("EVO110", text) == ["2: b, c, a"]


def test_circles_of_dependencies_tie_and_do_no_harm(tmp_path: Path) -> None:
    """What depends on each other ends together."""
    shared = SHARED + "system x { uses y; uses b }\nsystem y { uses x }\n"
    (finding,) = of_importing("EVO110", tmp_path, shared, "product c { until 2018; uses y }")
    assert finding.witness == ("c (ends 2018-01-01)", "y", "x", "b", "a (ends 2016-01-01)")


def test_a_circle_that_hangs_on_an_end_has_an_end(tmp_path: Path) -> None:
    """Who is in a circle hangs on what is outside of it, whatever the names: not on who hangs on him."""
    shared = "product a { uses b }\nproduct b { uses a; uses t }\nlegacy t { until 2016 }"
    (finding,) = of_importing("EVO110", tmp_path, shared, "product d { since 2017; uses a }")
    assert finding.witness == ("d (begins 2017-01-01)", "a", "b", "t (ends 2016-01-01)")


def test_the_earliest_end_ties(tmp_path: Path) -> None:
    """Of several ends that tie one, the first counts; a chain that is all imported is not judged."""
    shared = SHARED + "platform z { until 2015 }\nextend b { uses z }\nproduct q { until 2018; uses b }\n"
    (finding,) = of_importing("EVO110", tmp_path, shared, "product c { until 2018; uses b }")
    assert finding.elements == ("c", "b", "z")


def test_a_part_does_not_tie_the_whole(tmp_path: Path) -> None:
    """What a part depends on ties the part, not what else stands beside it."""
    shared = "platform a { until 2016 }\nsystem b { system part { uses a }; system other }\n"
    assert of_importing("EVO110", tmp_path, shared, "product c { until 2018; uses b.other }") == []
    assert len(of_importing("EVO110", tmp_path, shared, "product c { until 2018; uses b.part }")) == 1


def test_a_model_without_dates_has_no_schedule() -> None:
    """There is nothing to contradict."""
    assert said("EVO110", "legacy old\nplatform new { replaces old; uses late }\nplatform late") == []


def test_no_other_rule_of_the_way_reports_the_example() -> None:
    """The chain of the rule's page is seen by this rule alone."""
    text = OLD + LATE + "platform new { replaces old; uses late }"
    assert {one.code for one in findings(text, select=("EVO", "LEG109", "MOD009"))} - {"EVO101"} == {"EVO110"}


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (
            "product c { until 2018; uses b }",
            ("`c` ends 2018-01-01, and must end by 2016-01-01, when `a` ends: `c` depends on `b`; `b` depends on `a`"),
        ),
        (
            "platform c { since 2018; replaces b }",
            (
                "`c` begins 2018-01-01, and must begin by 2016-01-01, when `a` ends:"
                " `c` replaces `b`; `b` depends on `a`"
            ),
        ),
        (
            "data e\nplatform c { store s { since 2018; holds e as replica of b.r } }",
            (
                "`c.s` begins 2018-01-01, and must begin by 2016-01-01, when `a` ends:"
                " `c.s` keeps a copy of `b.r`; `b` depends on `a`"
            ),
        ),
    ],
    ids=["an end", "a successor", "a copy"],
)
def test_says_what_must_begin_or_end_and_why(tmp_path: Path, own: str, message: str) -> None:
    """The late date, the one that ties it, and each link between them."""
    (finding,) = of_importing("EVO110", tmp_path, SHARED, own)
    assert finding.message == f"the dates contradict each other: {message}"


def test_a_copy_cannot_begin_on_the_day_on_which_its_master_ends(tmp_path: Path) -> None:
    """It must begin before."""
    own = "data e\nplatform c { store s { since 2016; holds e as replica of b.r } }"
    assert len(of_importing("EVO110", tmp_path, SHARED, own)) == 1


@pytest.mark.parametrize(
    "before",
    ["legacy other\nplatform x { replaces other }\n", "platform x { since 2017; replaces old }\n"],
    ids=["one that does not end", "a successor that comes too late itself"],
)
def test_a_succession_without_a_chain_hides_no_other(before: str) -> None:
    """All successions are looked at, and all successors."""
    text = before + OLD + LATE + "platform new { replaces old; uses late }"
    assert [one.elements for one in of("EVO110", text)] == [("new", "late", "old")]


def test_a_way_into_a_platform_that_ends_alone_is_told_by_another_rule() -> None:
    """EVO108 speaks of what lives on past the end of an interface."""
    text = "platform a { interface i { until 2016 } }\nsystem b { uses a.i }\nproduct c { until 2018; uses b }"
    assert said("EVO110", text) == []
    assert said("EVO108", text) == ["2: b, a.i"]

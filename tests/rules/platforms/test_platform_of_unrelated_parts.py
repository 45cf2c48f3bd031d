"""PLT110: several platforms under one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

A = "capability c; capability e; data d\nplatform a { interface i; interface j; interface k; store s { holds d } }\n"
FOUR = "product p { uses a.i }; product q { uses a.i }; system r { uses a.j }; legacy t { reads d from a.j }\n"


@pytest.mark.parametrize(
    "text",
    [
        FOUR,
        FOUR + "extend p { uses a.k }",
        FOUR + "extend a { uses a.j; system part { uses a.i } }",
        FOUR + "product u { hosted-on a }; product v { reads d from a.s }",
        FOUR + "product u { uses a.i }; extend p { needs c }; extend a { provides c }",
        FOUR + "extend a { provides c }; product u { needs c; uses a }; product v { needs c; hosted-on a }",
        FOUR + "product u { uses other; needs c }; extend a { provides c }; system other",
    ],
    ids=["interfaces", "more features", "itself", "no feature", "a need", "capability", "not its consumer"],
)
def test_groups_without_a_common_consumer(text: str) -> None:
    """Interfaces and capabilities, whose consumers, two or more each, never meet; it sits on the platform."""
    assert said("PLT110", A + text) == ["2: a"]


@pytest.mark.parametrize(
    "text",
    [
        FOUR + "product u { uses a.i; uses a.j }",
        FOUR + "product u { uses a.i; uses a.k }; product v { uses a.k; uses a.j }",
        FOUR + "product u { needs c; uses a.i }; product v { needs c; uses a.j }; extend a { provides c }",
        FOUR + "product u { uses a.k }",
        FOUR + "product u { uses a }",
        FOUR + "extend a { external }",
        "product p { uses a.i }; product q { uses a.i }; system r { uses a.j }; extend r { uses a.j; uses a.j }",
        "product p { uses a.i }; product q { uses a.i }; product r { uses a.i }; product t { uses a.i }",
    ],
    ids=[
        "common",
        "by a third feature",
        "by a need",
        "one alone",
        "not known",
        "external",
        "one consumer",
        "one group",
    ],
)
def test_what_hangs_together_or_is_not_known(text: str) -> None:
    """A common consumer, directly or not; a group of one; a consumer of whom nobody knows what it uses."""
    assert said("PLT110", A + text) == []


def test_only_platforms_are_judged() -> None:
    """Other kinds may be of many parts."""
    text = A.replace("platform a", "legacy a")
    assert said("PLT110", text + FOUR) == []


def test_names_the_groups() -> None:
    """Each group is shown with its consumers; a group of capabilities by the `provides`."""
    text = "product u { needs c; uses a }; product v { needs c; uses a }; extend a { provides c }"
    (finding,) = of("PLT110", A + FOUR + text)
    assert [label.message for label in finding.related] == [
        "`a.i`: used by `p` and `q`",
        "`a.j`: used by `r` and `t`",
        "`c`: used by `u` and `v`",
    ]
    assert [label.span.text for label in finding.related][2] == "provides c"
    assert "3 in one" in finding.message


def test_is_judged_in_each_snapshot() -> None:
    """A common consumer that comes later resolves it."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\n" + A + FOUR
    (finding,) = of("PLT110", text + "product u { uses a.i; uses a.j since 2015 }")
    assert finding.status.value == "resolved"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged, whatever an own file adds to it."""
    own = FOUR.replace("a.", "b.").replace("reads d from b.j", "uses b.j")
    assert said_with_import(tmp_path, "PLT110", own, "platform b { interface i; interface j }") == []

"""PLT103: platforms that nobody builds on."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.with_import import said_with_import

PLATEAUS = "plateau now { at 2015 }; plateau between { at 2016 }; plateau target { at 2018 }\n"
A = "platform a { interface i; store s { holds d }; system part }; data d; capability c; organisation o\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "product p { needs c }; extend a { provides c }",
        "legacy p { uses a }",
        "adaptor p { wraps a }",
        "extend a { uses a.part; hosted-on q }; product q",
        "product p { uses q; replaces a; reuses a }; system q",
        "product p { uses q }; legacy q { uses a }",
        "extend a { owner o }",
    ],
    ids=["alone", "only needed", "legacy", "adaptor", "itself", "not it", "through legacy", "owned"],
)
def test_no_demand(text: str) -> None:
    """Neither a product nor a system without a role builds on it; the finding sits on the platform."""
    assert said("PLT103", A + text) == ["1: a"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses a.i }",
        "system p { reads d from a.s }",
        "product p { external; system q { writes d to a } }",
        "product p { hosted-on a }",
        "product p { store t { holds d as replica of a.s } }",
        "platform q { uses a }; product p { hosted-on q }",
        "platform q { hosted-on a }; platform r { uses q }; system p { uses r }",
        "platform q { uses a; uses r }; platform r { uses q }; product p { uses r }",
        "adaptor q { wraps a }; product p { uses q }",
        "store t { holds d as replica of a.s }; product p { reads d from t }",
        "extend a { external }",
    ],
    ids=["use", "read", "part", "hosting", "feed", "platform", "platforms", "circle", "adaptor", "store", "external"],
)
def test_demand(text: str) -> None:
    """Any dependency, hosting or feed of a product or system, directly or through platforms."""
    assert "1: a" not in said("PLT103", A + text)


def test_only_platforms_are_judged() -> None:
    """Other kinds that nobody uses are the matter of other rules."""
    assert said("PLT103", "product p\nlegacy l\nadaptor a\nsystem s") == []


@pytest.mark.parametrize(
    ("life", "use", "snapshots"),
    [
        ("", "uses a since 2017", None),
        ("", "uses a until 2017", ("target",)),
        ("until 2017", "uses a until 2015-06", ("between",)),
        ("until 2017", "uses a since 2015-06", None),
        ("until 2015-06", "uses b", ("now",)),
        ("since 2015-06 until 2015-07", "uses b", None),
    ],
)
def test_the_last_snapshot_in_which_it_lives_counts(life: str, use: str, snapshots: tuple[str, ...] | None) -> None:
    """A platform may be there before its products; what is over before the next snapshot is not judged."""
    stated = "; ".join(f"{word} {date}" for word, date in zip(life.split()[::2], life.split()[1::2], strict=True))
    found = of("PLT103", f"{PLATEAUS}platform a {{ {stated} }}\nproduct p {{ {use} }}\nplatform b {{ external }}")
    assert [finding.snapshots for finding in found] == ([] if snapshots is None else [snapshots])


def test_a_finding_in_the_last_snapshot_only_is_introduced() -> None:
    """What the roadmap leaves without a product fails."""
    (finding,) = of("PLT103", PLATEAUS + "platform a")
    assert finding.status is Status.INTRODUCED
    (finding,) = of("PLT103", "platform a")
    assert finding.status is Status.OPEN


def test_names_who_might_want_it() -> None:
    """A product that needs what it provides is proposed."""
    text = A + "extend a { provides c }; legacy l { needs c }; product p { needs c }"
    (finding,) = of("PLT103", text)
    assert finding.help == "let `p` use it, which needs `c`"
    (finding,) = of("PLT103", A)
    assert "`a`" in finding.help


def test_other_rules_are_silent_where_it_speaks() -> None:
    """Neither its features nor its standing alone are reported, too."""
    found = findings("platform a { provides c; interface i }\ncapability c", select=("PLT103", "PLT104", "MOD010"))
    assert [finding.code for finding in found] == ["PLT103"]


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged; imported products demand."""
    assert said_with_import(tmp_path, "PLT103", "extend b { interface j }", "platform b") == []
    assert said_with_import(tmp_path, "PLT103", "platform a", "product b { uses a }") == []

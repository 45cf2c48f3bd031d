"""LEG111: legacy that is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

OLD = "legacy old { store s { holds d }; interface i; system part }; data d; capability c; user u\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "extend old { uses p }; platform p",
        "extend old { hosted-on p }; product p",
        "extend old { needs c; uses old.part }",
        "platform p { replaces old; reuses old }",
        "system p { uses q }; system q; extend old { uses q }",
    ],
    ids=["alone", "platform", "hosted", "itself", "succession", "system"],
)
def test_of_no_use(text: str) -> None:
    """Nobody depends on it, it provides nothing, and it depends on no product."""
    assert said("LEG111", OLD + text) == ["1: old"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old.i }",
        "legacy p { reads d from old.s }; product q { uses p }",
        "adaptor p { wraps old }",
        "platform p { store t { holds d as replica of old.s } }",
        "store t { holds d as replica of old.s }",
        "platform p { hosted-on old }",
        "extend old { provides c }",
        "extend old.part { provides c }",
        "extend old { serves u }",
        "extend old.part { uses p }; product p",
        "extend old { external }",
    ],
    ids=["dependency", "legacy", "adaptor", "feed", "feed of a store", "hosting", "capability", "by a part", "users",
         "for a product", "external"],
)  # fmt: skip
def test_of_some_use(text: str) -> None:
    """Any dependency, feed or hosting, a capability, users; and what works for a product, or is not ours."""
    assert said("LEG111", OLD + text) == []


def test_only_legacy_is_judged() -> None:
    """Other kinds that nobody uses are the matter of other rules."""
    assert said("LEG111", "product p\nplatform q\nadaptor a\nsystem s") == []


def test_is_judged_in_each_snapshot() -> None:
    """Legacy that loses its last consumer before it ends is left over from then on."""
    plateaus = "plateau now { at 2015 }; plateau between { at 2016 }; plateau target { at 2018 }\n"
    text = "legacy old { until 2017 }\nproduct p { uses old until 2016 }"
    (finding,) = of("LEG111", plateaus + text)
    assert (finding.snapshots, finding.status) == (("between",), Status.TRANSITIONAL)
    assert "`until 2017`" in finding.help


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged; what it uses is used."""
    assert of_importing("LEG111", tmp_path, "legacy old", "extend old { triage defunct }") == []
    assert of_importing("LEG111", tmp_path, 'import "own.arch"; product p { uses old }', "legacy old") == []

"""LEG114: integrations that will hardly pay off."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from archlint.rules.legacy.nugatory_integration import NugatoryIntegrationOptions
from tests.linting import of, said
from tests.rules.importing import of_importing

OLD = "data d\nlegacy old { until 2018; store s { holds d }; interface i }\n"


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old since 2017 }",
        "product p { uses old since 2016-01-02 until 2017 }",
        "product p { since 2017; reads d from old.s }",
        "platform p { system part { since 2017; writes d to old.i } }",
        "legacy p { uses old since 2017 }",
        "system p { uses old.i since 2017 }",
        "product p { uses old.i since 2017; uses old.s until 2017 }",
        "product p { uses old until 2016; uses old since 2017 }",
    ],
)
def test_begins_shortly_before_the_end(text: str) -> None:
    """A dependency of any system but an adaptor, new by its own date or with the system that states it."""
    assert said("LEG114", OLD + text) == ["3: p, old"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old since 2016 }",
        "product p { uses old since 2015-12-31 }",
        "product p { uses old }",
        "adaptor p { since 2017; wraps old; uses old.i }",
        "adaptor p { system part { uses old.i since 2017 } }",
        "product p { uses old until 2017; uses old since 2017 }",
        "product p { hosted-on old since 2017; reuses old since 2017 }",
        "product p { store t { holds d as replica of old.s since 2017 } }",
        "platform p { since 2017; replaces old }",
        "product p { uses q since 2017 }; platform q { until 2018 }",
        "product p { uses q since 2017 }; legacy q",
        "product p { uses q }; legacy q { since 2017; until 2018 }",
        "extend old { system a { uses b since 2017 }; system b }",
        "product p { uses old since 2019 }",
    ],
    ids=[
        "to the day", "long before", "no begin", "adaptor", "part of an adaptor", "goes on", "no dependency", "copy",
        "successor", "platform", "no end", "young legacy", "itself", "never",
    ],
)  # fmt: skip
def test_what_pays_off_or_is_not_known(text: str) -> None:
    """Two years or more, no stated date, an adaptor, and what is no dependency."""
    assert said("LEG114", OLD + text) == []


def test_months_are_months() -> None:
    """Day and month count, whatever their length."""
    text = "legacy old { until 2018-03-15 }\nproduct p { uses old since %s }"
    assert said("LEG114", text % "2016-03-15") == []
    assert said("LEG114", text % "2016-03-16") == ["2: p, old"]
    assert said("LEG114", text % "2016-02-29") == []


def test_how_long_is_an_option() -> None:
    """The number of months may be set."""
    options = {"LEG114": NugatoryIntegrationOptions(6)}
    assert said("LEG114", OLD + "product p { uses old since 2017-07 }", rules=options) == []
    assert said("LEG114", OLD + "product p { uses old since 2017-08 }", rules=options) == ["3: p, old"]


def test_a_plateau_without_a_date_is_no_date() -> None:
    """How long it is until then is not known; a plateau with a date is one."""
    text = "plateau now { at 2015 }; plateau soon { at 2016 }; plateau target\n"
    assert said("LEG114", text + "legacy old { until target }; product p { uses old since soon }") == []
    assert said("LEG114", text + "legacy old { until soon }; product p { uses old since now }") == ["2: p, old"]


def test_is_about_the_whole_way() -> None:
    """It is open and of no snapshot; both dates are said, and the successor is named."""
    text = OLD + "product p { uses old since 2017 }\nplatform heir { replaces old }"
    (finding,) = of("LEG114", text)
    assert (finding.status, finding.snapshots) == (Status.OPEN, ())
    assert "on 2017-01-01" in finding.message
    assert "on 2018-01-01" in finding.message
    assert "depend on `heir` from the first" in finding.help
    (finding,) = of("LEG114", OLD + "product p { uses old since 2017; replaces old }")
    assert "do without this" in finding.help


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged, whatever an own file adds; imported legacy ends, too."""
    estate = OLD + "product q { uses old since 2017 }"
    (finding,) = of_importing("LEG114", tmp_path, estate, "product p { uses old since 2017 }")
    assert finding.elements == ("p", "old")
    assert of_importing("LEG114", tmp_path, OLD + "product q", "extend q { uses old since 2017 }") == []

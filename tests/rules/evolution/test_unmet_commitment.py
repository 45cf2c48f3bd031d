"""EVO109: a commitment that the model does not keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

BASE = "organisation top\norganisation o { part-of top }\norganisation x\nplatform v { interface i }\n"


@pytest.mark.parametrize(
    ("element", "found"),
    [
        ("platform a { since 2017 }", ["2: c, a"]),
        ("platform a { since 2016-01-02 }", ["2: c, a"]),
        ("platform a { until 2016 }", ["2: c, a"]),
        ("platform a { since 2016 }", []),
        ("platform a", []),
        ("capability a { since 2017 }", ["2: c, a"]),
    ],
)
def test_what_it_delivers_exists_at_the_date(element: str, found: list[str]) -> None:
    """Not before, and no more, is not kept, whatever is to be delivered."""
    assert said("EVO109", f"{element}\ncommitment c {{ due 2016; delivers a }}") == found


def test_an_interface_may_be_delivered() -> None:
    """What stands in something exists with it."""
    text = "platform a { since 2015; interface api { since 2017 } }\ncommitment c { due 2016; delivers a.api, a }"
    assert said("EVO109", text) == ["2: c, a.api"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("product p { owner o; uses v }", True),
        ("product p { owner top; uses v.i }", True),
        ("system p { owner o; uses v }", True),
        ("product p { owner o; system part { uses v } }", True),
        ("product p { uses v }", True),
        ("product p { owner o; uses v since 2016 }", True),
        ("product p { owner o; uses v since 2017 }", False),
        ("product p { owner o; uses v until 2016 }", False),
        ("product p { owner x; uses v }", False),
        ("platform p { owner o; uses v }", False),
        ("legacy p { owner o; uses v }", False),
        ("product p { owner o; hosted-on v }", False),
        ("product p { owner o; reuses v }", False),
        ("product p { owner o }", False),
        ("product p { owner x until 2015; owner o since 2015; uses v }", True),
        ("product p { owner o until 2015; owner x since 2015; uses v }", False),
    ],
)
def test_what_it_adopts_is_used_in_the_family(text: str, kept: bool) -> None:
    """A product or a system without a role, of whoever belongs under the same topmost organisation, depends on it."""
    found = said("EVO109", f"{BASE}{text}\ncommitment c {{ by o; due 2016; adopts v }}")
    assert found == ([] if kept else ["6: c, v"])


@pytest.mark.parametrize(
    "text",
    [
        "commitment c { by o; adopts v; delivers late }",
        "commitment c { due 2016; adopts v }",
        "commitment c { until 2015; due 2016; delivers late }",
        "commitment c { due 2016 until 2015; due 2018 since 2015; delivers late }",
        "commitment c { due 2016; delivers late until 2015 }",
        "commitment c { by o; due 2016; adopts v until 2015 }",
        "commitment c { by o until 2015; due 2016; adopts v }",
        "commitment c { due 2016 }",
    ],
    ids=["no date", "nobody", "withdrawn", "moved", "dropped", "not adopted", "nobody then", "nothing"],
)
def test_what_is_not_promised_for_that_date(text: str) -> None:
    """Where no date is stated, nobody has to adopt, or the promise was changed in time, there is nothing to keep."""
    assert said("EVO109", BASE + "platform late { since 2017 }\n" + text) == []


def test_a_moved_date_is_the_date() -> None:
    """It is judged at the date that it still states by then."""
    text = "platform late { since 2017 }\ncommitment c { due 2015 until 2014; due 2016 since 2014; delivers late }"
    (finding,) = of("EVO109", text)
    assert finding.message.startswith("`c` was due 2016-01-01")


def test_the_date_may_be_a_plateau() -> None:
    """Also the one that has no date."""
    text = (
        "plateau now { at 2015 }; plateau target\nplatform a { until target }\ncommitment c { due target; delivers a }"
    )
    (finding,) = of("EVO109", text)
    assert "was due with `target`" in finding.message


def test_one_finding_on_the_commitment_with_all_that_is_not_kept() -> None:
    """It sits on the head, and shows the date and the promises."""
    text = BASE + "platform a { since 2017 }\nproduct p { owner o }\n"
    (finding,) = of("EVO109", text + "commitment c { by o; due 2016; delivers a; adopts v }")
    assert finding.elements == ("c", "a", "v")
    assert finding.span.text == "commitment c"
    assert [label.span.text for label in finding.related] == ["due 2016", "delivers a", "adopts v"]
    assert finding.status is Status.OPEN
    assert "`a` begins only 2017-01-01" in finding.message
    assert "no product or system of `top` depends on `v` then" in finding.message
    assert "let `a` be there by 2016-01-01" in finding.help
    assert "one of its products, such as `p`, depend on `v`" in finding.help


def test_organisations_in_a_circle_are_no_family() -> None:
    """Where nobody is topmost, nobody knows who should adopt it."""
    text = "organisation a { part-of b }\norganisation b { part-of a }\nplatform v\n"
    assert said("EVO109", text + "commitment c { by a; due 2016; adopts v }") == []


def test_imported_commitments_are_not_judged(tmp_path: Path) -> None:
    """What others promised is for them; what they deliver may be promised here."""
    late = "platform late { since 2017 }\n"
    assert of_importing("EVO109", tmp_path, late + "commitment c { due 2016; delivers late }", "") == []
    assert len(of_importing("EVO109", tmp_path, late, "commitment c { due 2016; delivers late }")) == 1

"""PLT107: products that go past the platform there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

PAY = "capability c; data d; platform pay { provides c; interface i; store s { holds d } }\n"


@pytest.mark.parametrize(
    "text",
    [
        "product p { needs c }",
        "product p { provides c }",
        "product p { system part { needs c } }",
        "product p { system part { provides c }; uses q }; platform q",
        "product p { provides c; uses q }; product q { uses r }; system r { provides c }",
        "product p { external; needs c }",
        "product p { needs c; replaces pay; reuses pay }",
        "product p { needs c }; system q { uses p; uses pay }",
    ],
)
def test_needed_or_provided_past_the_platform(text: str) -> None:
    """What it or its part needs or provides, with no way to a platform that provides it."""
    assert said("PLT107", PAY + text) == ["2: p, c"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { needs c; uses pay.i }",
        "product p { provides c; reads d from pay.s }",
        "product p { system part { needs c }; system rest { writes d to pay } }",
        "product p { needs c; hosted-on pay }",
        "product p { needs c; store t { holds d as replica of pay.s } }",
        "product p { needs c; uses q }; legacy q { uses r }; adaptor r { wraps pay }",
        "product p { needs c; uses q }; platform q { system part { provides c } }",
        "product p { needs c; uses q }; product q { hosted-on pay }",
        "legacy p { needs c }",
        "system p { provides c }",
        "platform p { provides c }; adaptor q { needs c }",
        "product p { needs e }; capability e",
        "product p { needs e }; capability e; product q { provides e }; legacy r { provides e }",
    ],
    ids=[
        "use", "read", "part", "hosting", "feed", "indirect", "other platform", "hosting of another", "legacy",
        "system", "platform and adaptor", "nobody's", "no platform's",
    ],
)  # fmt: skip
def test_who_builds_on_such_a_platform_or_has_none(text: str) -> None:
    """Any platform that provides it will do, on any way; other kinds are not judged."""
    assert said("PLT107", PAY + text) == []


def test_systems_in_a_circle() -> None:
    """A circle on the way to a platform, or to none, is no obstacle."""
    circle = "product p { needs c; uses q }; system q { uses r }; system r { uses q }\n"
    assert said("PLT107", PAY + circle) == ["2: p, c"]
    assert said("PLT107", PAY + circle + "extend r { uses pay }") == []


def test_a_platform_that_provides_the_whole() -> None:
    """Who builds on it has the part, too; the platform of a part is no reason to want the whole from it."""
    text = "capability all; capability one { part-of all }\nplatform a { provides one }\nplatform b { provides all }\n"
    assert said("PLT107", text + "product p { needs one; uses b }") == []
    assert said("PLT107", text + "product p { needs all; uses a }") == ["4: p, all"]


def test_one_finding_for_product_and_capability() -> None:
    """It sits on the `needs` though the product provides it, too; two capabilities make two."""
    product = "product p {\nprovides c\nneeds c\nsystem a { needs c }\nprovides e }"
    text = PAY + "extend pay { provides e }; capability e; " + product
    assert said("PLT107", text) == ["4: p, c", "6: p, e"]


def test_says_what_to_use() -> None:
    """An open interface of the platform, else any, else the platform itself; and where it is provided."""
    (finding,) = of("PLT107", PAY + "product p { needs c }")
    assert finding.help == "`uses pay.i`"
    assert [label.span.text for label in finding.related] == ["provides c"]
    (finding,) = of(
        "PLT107", PAY + "extend pay { interface j { standard n } }; standard n { open }; product p { provides c }"
    )
    assert finding.help == "`uses pay.j` in place of its own, and `needs c`"
    (finding,) = of("PLT107", "capability c\nplatform a { provides c }\nproduct p { needs c }")
    assert finding.help == "`uses a`"


def test_is_judged_in_each_snapshot() -> None:
    """Before the platform is there nobody is past it; who comes to use it resolves the finding."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2016 }; plateau three { at 2018 }; "
    text = plateaus + "capability c; platform a { since 2015; provides c }\nproduct p { needs c; uses a since 2017 }"
    (finding,) = of("PLT107", text)
    assert (finding.snapshots, finding.status.value) == (("two",), "transitional")


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported product is not judged; an imported platform is there to be used."""
    assert said_with_import(tmp_path, "PLT107", PAY + "extend b { needs c }", "product b") == []
    own = "product p { needs c }"
    assert said_with_import(tmp_path, "PLT107", own, "capability c; platform b { external; provides c }") == ["1: p, c"]


@pytest.mark.parametrize(("word", "verb"), [("needs", "`p` needs `c`"), ("provides", "`p` itself provides `c`")])
def test_says_whether_it_needs_or_provides(word: str, verb: str) -> None:
    """The message tells one from the other."""
    (finding,) = of("PLT107", f"capability c; platform k {{ provides c }}; product p {{ {word} c }}")
    assert verb in finding.message

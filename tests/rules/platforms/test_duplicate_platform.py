"""PLT109: two platforms for one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

ORGANISATIONS = "organisation o; organisation x; organisation y { part-of o }; capability c; capability e; data d\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("owner o", "owner x"),
        ("owner y", "owner x"),
        ("owner o", "external"),
        ("external", ""),
        ("owner o", "owner o; external"),
        ("external; owner o", "external; owner x"),
    ],
)
def test_different_families_or_one_external(one: str, other: str) -> None:
    """The finding sits on the later platform, and shows the earlier one and both statements."""
    text = f"{ORGANISATIONS}platform a {{ {one}; provides c }}\nplatform b {{\n{other}\nprovides c }}"
    (finding,) = of("PLT109", text)
    assert (finding.span.begin.line, finding.elements) == (3, ("b", "a"))
    assert [label.span.begin.line for label in finding.related] == [2, 5, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [("owner o", "owner o"), ("owner o", "owner y"), ("owner o", ""), ("", ""), ("external", "external")],
)
def test_one_family_or_not_known(one: str, other: str) -> None:
    """Platforms of one house, of owners that are not known, or both somebody else's."""
    text = f"{ORGANISATIONS}platform a {{ {one}; provides c }}\nplatform b {{ {other}; provides c }}"
    assert said("PLT109", text) == []


A = ORGANISATIONS + "platform a { owner o; provides c; store s { holds d } }\n"


@pytest.mark.parametrize(
    "text",
    [
        "platform b { owner x; provides c; uses a }",
        "platform b { owner x; provides c }; extend a { system part { uses b } }",
        "platform b { owner x; provides c; hosted-on a }",
        "platform b { owner x; provides c; store t { holds d as replica of a.s } }",
        "platform b { owner x; provides c; uses q }; adaptor q { wraps a }",
        "platform b { owner x; provides c; replaces a }",
        "platform b { owner x; provides c }; extend a { replaces b since 2020 }",
        "platform b { owner x; provides e }",
        "product b { owner x; provides c }",
        "platform b { owner x; needs c }",
    ],
    ids=["use", "used", "hosting", "feed", "adaptor", "replaces", "replaced", "other", "product", "needs"],
)
def test_platforms_that_have_to_do_with_each_other(text: str) -> None:
    """One leans on the other, directly or through an adaptor, or replaces it; or they provide different things."""
    assert said("PLT109", A + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "platform b { owner x; provides c; uses q }; platform q { uses a }",
        "platform b { owner x; provides c; reuses a }",
        "platform b { owner x; system part { provides c } }; product p { uses a; uses b }",
    ],
    ids=["through a platform", "reuse", "a third"],
)
def test_what_is_no_building_on_each_other(text: str) -> None:
    """A way through other systems than adaptors, shared code, and common users."""
    assert said("PLT109", A + text) == ["3: b, a"]


def test_one_finding_for_each_pair() -> None:
    """Two shared capabilities make one finding; three platforms make three."""
    two = "platform b { owner x\nprovides e\nprovides c }\nextend a { provides e }"
    (finding,) = of("PLT109", A + two)
    assert (finding.span.begin.line, finding.elements) == (3, ("b", "a"))
    assert "`c`" in finding.message
    assert "`e`" in finding.message
    three = "platform b { owner x; provides c }\nplatform z { external; provides c }"
    assert said("PLT109", A + three) == ["3: b, a", "4: z, a", "4: z, b"]


def test_very_many_platforms_for_one_thing() -> None:
    """Each is compared with the first fifty: what is said grows with the model, and no faster."""
    text = ORGANISATIONS + "\n".join(f"platform p{number} {{ external; provides c }}" for number in range(60))
    assert len(of("PLT109", text + "\nplatform own { provides c }")) == 50


def test_at_one_time_only() -> None:
    """One that ends before the other begins is no duplicate; nor one whose capability has gone."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2016 }; "
    assert (
        said("PLT109", plateaus + A + "platform b { owner x; since 2015; provides c }; extend a { until 2015 }") == []
    )
    (finding,) = of("PLT109", plateaus + A + "platform b { owner x; provides c until 2015 }")
    assert finding.status.value == "resolved"


def test_says_which_should_build_on_which() -> None:
    """Never somebody else's on ours."""
    (finding,) = of("PLT109", A + "platform b { external; provides c }")
    assert finding.help.startswith("let `a` build on `b`")
    (finding,) = of("PLT109", A + "platform b { owner x; provides c }")
    assert finding.help.startswith("let `b` build on `a`")


def test_sits_on_what_is_not_imported(tmp_path: Path) -> None:
    """Of a pair with an imported platform it sits on the own one; of two imported ones nothing is said."""
    platform = "platform b { external; provides c }"
    own = "capability c\nplatform a { provides c }"
    assert said_with_import(tmp_path, "PLT109", own, platform) == ["2: a, b"]
    both = "platform z; " + platform
    assert said_with_import(tmp_path, "PLT109", "capability c\nextend z { provides c }", both) == []

"""PLT105: platforms that are one system's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

A = "organisation o; organisation x { part-of o }; data d\nplatform a { owner o; interface i; store s { holds d } }\n"


@pytest.mark.parametrize(
    "text",
    [
        "product p { owner o; uses a.i; reads d from a.s }",
        "system p { owner o; system part { uses a } }",
        "legacy p { owner o; writes d to a }",
        "adaptor p { owner o; wraps a }",
        "platform p { owner o; hosted-on a }; product q { owner x; uses p }",
        "product p { owner o; store t { holds d as replica of a.s } }",
        "product p { owner o; uses a; count 1 }; extend a { uses a.i }",
    ],
)
def test_one_user_of_the_same_owner(text: str) -> None:
    """Dependency, hosting or feed of one system, directly; the finding sits on the platform."""
    assert said("PLT105", A + text) == ["2: a, p"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "product p { owner x; uses a }",
        "product p { uses a }",
        "product p { owner o; uses a }; system q { owner o; uses a }",
        "product p { owner o; uses a }; legacy q { hosted-on a }",
        "product p { owner o; uses a; count 3 }",
        "store p { owner o; holds d as replica of a.s }",
        "product p { owner o; uses a }; extend a { external }",
        "product p { owner o; replaces a; reuses a }",
    ],
    ids=["nobody", "other owner", "no owner", "two", "hosting", "three alike", "store", "external", "no use"],
)
def test_what_is_common_or_not_known(text: str) -> None:
    """No user, several, another owner, an owner that is not stated, and what is no use."""
    assert said("PLT105", A + text) == []


def test_owners_must_both_be_known() -> None:
    """Two systems without an owner do not have the same one."""
    assert said("PLT105", "platform a\nproduct p { uses a }") == []


def test_other_kinds_need_not_be_common() -> None:
    """Only platforms are judged."""
    assert said("PLT105", "organisation o; legacy a { owner o }; product p { owner o; uses a }") == []


@pytest.mark.parametrize(
    ("use", "found"),
    [("until 2015", []), ("since 2015", ["introduced"]), ("", ["introduced"])],
)
def test_only_the_last_snapshot_counts(use: str, found: list[str]) -> None:
    """A platform may begin with one user; who has ended with the roadmap does not count."""
    text = f"plateau one {{ at 2014 }}\nplateau two {{ at 2016 }}\n{A}product p {{ owner o; uses a {use} }}"
    assert [finding.status.value for finding in of("PLT105", text)] == found


def test_a_second_user_that_has_left() -> None:
    """Who was there in the first snapshot only makes it no common platform."""
    text = f"plateau one {{ at 2014 }}\nplateau two {{ at 2016 }}\n{A}product p {{ owner o; uses a }}\n"
    assert said("PLT105", text + "product q { uses a until 2015 }") == ["4: a, p"]
    assert said("PLT105", text + "product q { uses a since 2015 }") == []


def test_shows_the_one_use() -> None:
    """The relation is shown, and both ways out are named."""
    (finding,) = of("PLT105", A + "product p { owner o; uses a.i }")
    assert [label.span.text for label in finding.related] == ["uses a.i"]
    assert finding.help == "find a second user for `a`, or make it a part of `p`"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged; an imported user counts."""
    own = "organisation o\nproduct p { owner o; uses b }"
    assert said_with_import(tmp_path, "PLT105", own, "platform b { owner o }") == []
    user = "organisation o\nplatform a { owner o }"
    assert said_with_import(tmp_path, "PLT105", user, "product b { owner o; uses a }") == ["2: a, b"]


@pytest.mark.parametrize(("count", "found"), [("", ["1: k, a"]), ("count 1", ["1: k, a"]), ("count 2", [])])
def test_one_that_stands_for_several_is_several(count: str, found: list[str]) -> None:
    """A user with `count` is as many as it says."""
    text = f"organisation o; platform k {{ owner o }}; product a {{ owner o; uses k; {count} }}"
    assert said("PLT105", text) == found

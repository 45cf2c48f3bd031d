"""PLT102: boxes and operating systems that are taken for platforms."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.platforms.not_a_platform import NotAPlatformOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import


@pytest.mark.parametrize(
    "head",
    [
        'a "Windows Server"',
        'a "WINDOWS SERVER 2012 R2"',
        'a "Microsoft Windows Server"',
        'a "Linux Server"',
        'a "Microsoft Dynamics 365"',
        'a "Dynamics"',
        'a "Oracle e-business suite"',
        'a "E-Business Suite R12"',
        'a "DropBox"',
        "windows-server-2012",
        'linux-server "Where it all runs"',
    ],
)
def test_the_name_of_a_box(head: str) -> None:
    """The whole title or identifier, without case, version and vendor; the finding sits on the platform."""
    (finding,) = of("PLT102", f"capability c\nplatform {head} {{ provides c }}")
    assert (finding.span.begin.line, finding.elements) == (2, (head.partition(" ")[0],))
    assert "`technology" in finding.help


@pytest.mark.parametrize(
    "text",
    [
        'platform a "Hosting on Windows Server" { provides c }',
        'platform a "Windows Server farm" { provides c }',
        'platform a "Departmental hosting" { provides c; technology "Windows Server" }',
        'platform a "Dropbox" { external }',
        'product a "Dropbox"',
        'system a "Windows Server"',
        'legacy a "Microsoft Dynamics"',
        'platform a { provides c; system s "Linux Server" }',
    ],
)
def test_what_is_more_than_a_box(text: str) -> None:
    """A title that says more, the technology, somebody else's platform, and other kinds."""
    assert said("PLT102", f"capability c\n{text}") == []
    assert said("PLT102", f"capability c\n{text}", profile="code-of-practice") == []


def test_the_list_is_an_option() -> None:
    """Names may be given, and replace the list."""
    text = 'platform a "Contoso Suite 3"\nplatform b "Dropbox"'
    assert said("PLT102", text, rules={"PLT102": NotAPlatformOptions(("Contoso Suite",))}) == ["1: a"]
    assert said("PLT102", text) == ["2: b"]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("", ["1: a"]),
        ("needs c; uses b; store s", ["1: a"]),
        ("provides c", []),
        ("interface i", []),
        ("system s { provides c }", []),
        ("store s { interface i }", []),
    ],
)
def test_neither_capability_nor_interface_counts_in_the_code_of_practice_only(inside: str, found: list[str]) -> None:
    """What states nothing by which it is a platform, it or its parts, breaks the rule in the stricter profile only."""
    text = f"platform a {{ {inside} }}\ncapability c\nproduct b"
    assert said("PLT102", text, profile="default") == []
    assert said("PLT102", text, profile="code-of-practice") == found


def test_is_judged_in_each_snapshot() -> None:
    """A capability that comes later resolves it."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\ncapability c\nplatform a { provides c since 2015 }"
    (finding,) = of("PLT102", text, profile="code-of-practice")
    assert finding.status.value == "resolved"


def test_a_box_without_features_is_one_finding() -> None:
    """One cause, one finding."""
    assert len(of("PLT102", 'platform a "Dropbox"', profile="code-of-practice")) == 1


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged, whatever an own file adds to it."""
    assert said_with_import(tmp_path, "PLT102", "extend b { store t }", 'platform b "Dropbox"') == []

"""What only echoes text that could not be read: nobody knows what it would have stated."""

from __future__ import annotations

import pytest

from tests.linting import findings

SEEN = "\nproduct b { interface x }\ncapability pay\nuser u"


def told(text: str) -> list[str]:
    """The findings about text and names, as `line code`."""
    found = findings(text, select=("SYN", "WVR", *(f"MOD{number:03}" for number in range(1, 11))))
    return [f"{finding.span.begin.line} {finding.code}" for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("product a { usess b.x; needs pay; serves u }", ["1 MOD001"]),
        ("product a {\n  needs pay; serves u\n  uses b.y\n}", ["3 MOD003"]),
        ("product a {\n  uses = b.x\n  serves u!\n  needs pay\n}", ["2 SYN001", "3 SYN001"]),
        ("product a { uses b.x for nothing; needs pay; serves u }", ["1 MOD002"]),
        ("prodct a {\n  uses b.x\n  serves u; need { }\n  needs pay\n}", ["1 MOD001"]),
        ('prodct a {\n  need "}" # }\n  uses b.x\n  serves u\n  needs pay\n}', ["1 MOD001"]),
    ],
)
def test_a_mistake_is_one_finding(text: str, expected: list[str]) -> None:
    """What the statement names is not unused for it, and the system in which it stands is not alone."""
    assert told(text + SEEN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prodct a\nproduct c\nuser v", ["1 MOD001", "2 MOD010", "3 MOD008"]),
        ("product c\nprodct a", ["1 MOD010", "2 MOD001"]),
        ("product c { }; prodct a", ["1 MOD001"]),
        ("product c {\n  system d\n}\nproduct e {\n  usess f\n}\nproduct g", ["1 MOD010", "5 MOD001", "7 MOD010"]),
        ("prodct a {\n  usess f\n}\nproduct f\nproduct g", ["1 MOD001", "5 MOD010"]),
        ("product a { phase live; phase beta }", ["1 MOD006", "1 MOD010"]),
    ],
)
def test_what_no_mistake_touches_is_judged(text: str, expected: list[str]) -> None:
    """Things that stand elsewhere and are not named there are told as ever, and so are those with another fault."""
    assert sorted(told(text)) == expected


def test_a_waiver_of_an_echo_is_not_unused() -> None:
    """The waiver would be needed if the statement stayed out."""
    assert told('product a { allow MOD010 because "soon"; usess b }') == ["1 MOD001"]


def test_what_stands_far_off_in_an_endless_line_is_judged() -> None:
    """Only so much of a statement is read as people would write, whatever the length of the line."""
    far = f"product far; {'#' * 5000}\n"
    line = f'product c; product d {{ hosting public-cloud because "{"x" * 5000}"; usess e }}'
    assert told(far + line) == ["1 MOD010", "2 MOD010", "2 MOD001"]


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("legacy old { interface door }\nproduct a { uses old.doorr }", "LEG111"),
        ("legacy old\nproduct a { uses old until 2028-02-30 }", "LEG111"),
        ("platform p { interface i }\nproduct a { uses p.ii }", "PLT103"),
        ("organisation dft\nproduct a { owner dfft }", "MOD011"),
        (
            "data d { classification personal }\nlegacy old { store s { holds d } }\nproduct a { reads d frm old.s }",
            "SEC104",
        ),
    ],
)
def test_a_mistake_is_no_reason_to_switch_anything_off(text: str, spared: str) -> None:
    """What a statement that could not be read names is not said to be of no use, or to lack what it may state."""
    assert spared not in {finding.code for finding in findings(text, profile="all")}
    assert spared in {finding.code for finding in findings(text.rpartition("\n")[0] + "\nproduct a", profile="all")}


def test_what_a_misspelt_name_may_have_meant_is_not_unused() -> None:
    """The organisation that is offered for a misspelt owner is not said to be one that nothing refers to."""
    text = "organisation customs\nproduct a { owner custms }"
    assert [finding.code for finding in findings(text, select=("MOD003", "MOD008"))] == ["MOD003"]

"""Misspelt words: what is written instead, and when nobody guesses."""

from __future__ import annotations

import pytest

from tests.fixes.mending import fixed, outcome

SPELLINGS = {
    "a keyword at the top": ("prodct a", "product a"),
    "a keyword in a block": ("organisation gds\nproduct a { ownr gds }", "organisation gds\nproduct a { owner gds }"),
    "a keyword with letters swapped": ("platfrom a", "platform a"),
    "a keyword in capitals": ("Product a", "product a"),
    "a relation": ("product a { usess b }\nproduct b", "product a { uses b }\nproduct b"),
    "a statement in the block of a relation": (
        'product a { uses b { sorce "p. 4" } }\nproduct b',
        'product a { uses b { source "p. 4" } }\nproduct b',
    ),
    "a name": ("product a { uses billng }\nplatform billing", "product a { uses billing }\nplatform billing"),
    "a path": (
        "product a { uses billing.ap }\nplatform billing { interface api }",
        "product a { uses billing.api }\nplatform billing { interface api }",
    ),
    "one name of a list": (
        "user clerks\nuser drivers\nproduct a { serves clerks, drivres }",
        "user clerks\nuser drivers\nproduct a { serves clerks, drivers }",
    ),
    "what is extended": ("product shop\nextend shp { phase live }", "product shop\nextend shop { phase live }"),
    "a time": ("plateau then { at 2018 }\nuser a { until thn }", "plateau then { at 2018 }\nuser a { until then }"),
    "a choice": ("product a { phase lvie }", "product a { phase live }"),
    "a clause": ("product a { phase live untill 2018 }", "product a { phase live until 2018 }"),
    "a keyword, a name": ("prodct a { usess billng }\nlegacy billing", "product a { uses billing }\nlegacy billing"),
    "a rule": (
        'product a { uses b; allow dependancy-cycle because "x" }\nproduct b { uses a }',
        'product a { uses b; allow dependency-cycle because "x" }\nproduct b { uses a }',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), SPELLINGS.values(), ids=SPELLINGS)
def test_a_misspelt_word_with_one_near_candidate_is_replaced(text: str, meant: str) -> None:
    """Whatever the word stands for, where only one thing can be meant, that is written, and safely."""
    ran = {"ignore": ("WVR002",)}
    assert fixed(text, unsafe=False, **ran) == meant


TWO_CANDIDATES = {
    "two names": "product a { uses billing-c }\nplatform billing-a\nplatform billing-b",
    "two names of one letter more": "product a { uses ordes }\nplatform order\nplatform orders",
    "no candidate": "product a { uses payments }\nplatform billing",
    "a name that differs by a number": "product a { uses drivers-91 }\nlegacy drivers-90",
    "a short word that begins otherwise": "product a { host 12 }",
    "a name that is only like it": "product a { uses bills }\nplatform billing",
    "a keyword that stands elsewhere": "product a { identifier x }",
    "a name of another kind": "product a { uses billing }\ncapability billing",
}


@pytest.mark.parametrize("text", TWO_CANDIDATES.values(), ids=TWO_CANDIDATES)
def test_a_word_that_may_mean_several_things_stays(text: str) -> None:
    """Where there are two near candidates, or none, nobody guesses."""
    assert fixed(text) == text


def test_a_word_that_cannot_be_what_it_seems_stays() -> None:
    """A replacement that does not fit its statement, or contradicts another one, is taken back."""
    twice = "organisation gds\nproduct a { owner gds; ownr gds }"
    unfit = "product a { cots 12 }"
    named = "prodct a\nproduct a"
    for text, code in ((twice, "MOD006"), (unfit, "MOD002"), (named, "MOD005")):
        found = outcome(text)
        assert not found.after
        (refused,) = found.refused
        assert refused.because is not None
        assert refused.because.code == code


def test_a_word_that_changes_where_blocks_end_stays() -> None:
    """A keyword with which the text could not be read any more is not what was meant."""
    text = 'data d\nstore a {\n  hololds d {\n  holds d\n  link "x"\n  }\n}\n'
    found = outcome(text)
    assert not found.after
    assert [one.because.code for one in found.refused if one.because] == ["SYN002"]


def test_what_a_misspelt_word_hid_does_not_hinder_the_fix() -> None:
    """The text says what it always meant, and what is found then was there all the time."""
    text = "prodct a {\n  usess b\n  onwer nobody\n}\nlegacy b { store s }"
    found = outcome(text)
    assert found.after["model.arch"].text == "product a {\n  uses b\n  owner nobody\n}\nlegacy b { store s }"
    assert [one.code for one in found.report.findings] == ["INT108", "LEG102", "MOD003"]


def test_mistakes_in_a_block_that_nobody_could_read_do_not_hinder_the_fix() -> None:
    """They were there all the time, and say nothing of the keyword before the block."""
    text = "prodct a { phase never; owner x; owner y }\nproduct b"
    found = outcome(text)
    assert found.after["model.arch"].text == text.replace("prodct", "product")
    assert "MOD002" in [one.code for one in found.report.findings]


def test_names_are_not_guessed_while_an_import_is_missing() -> None:
    """A name may be one that the missing file declares."""
    text = 'import "gone.arch"\nproduct a { uses billng }\nplatform billing'
    assert fixed(text) == text
    assert fixed('import "gone.arch"\nproduct a { phase lvie }') == 'import "gone.arch"\nproduct a { phase live }'


NEEDS_STD = "platform a { interface b { standard rest, json } }"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (NEEDS_STD, f'import "std"\n\n{NEEDS_STD}'),
        (f"# Billing\n# 2014\n\n{NEEDS_STD}", f'# Billing\n# 2014\n\nimport "std"\n\n{NEEDS_STD}'),
        (f"# what a is\n{NEEDS_STD}", f'import "std"\n\n# what a is\n{NEEDS_STD}'),
        (f"# Billing\r\n\r\n{NEEDS_STD}", f'# Billing\r\n\r\nimport "std"\r\n\r\n{NEEDS_STD}'),
    ],
)
def test_std_is_imported_for_its_standards(text: str, meant: str) -> None:
    """A standard that only the library declares brings the import, once, below what heads the file."""
    assert fixed(text, unsafe=False) == meant


def test_std_is_not_imported_for_other_names() -> None:
    """What the library does not declare is unknown."""
    text = "platform a { interface b { standard carrier-pigeon } }"
    assert fixed(text) == text

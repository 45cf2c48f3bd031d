"""What is called by the name of a box."""

from __future__ import annotations

import pytest

from archlint.model.box_names import bare_name, box_named, by_bare_name
from tests.linting import report

BOXES = by_bare_name(["Microsoft Dynamics", "Oracle E-Business Suite", "Dropbox"])


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Dynamics", "microsoft dynamics 365", "Dynamics", "MS Dynamics v9.1", "Dropbox Inc.",
        "Oracle e-business suite", "E-Business Suite R12.2", "eBusiness Suite 11i", "DropBox", "Drop-Box",
    ],
)  # fmt: skip
def test_version_vendor_case_and_punctuation_do_not_matter(title: str) -> None:
    """The whole title is the name, however it is written."""
    assert bare_name(title) in BOXES


@pytest.mark.parametrize(
    "title", ["Cases on Microsoft Dynamics", "Dynamics of trade", "Business suite", "Dropbox for courts", "Oracle", ""]
)
def test_a_name_within_a_longer_title_is_not_the_title(title: str) -> None:
    """What only mentions a box, or only its vendor, is not called by its name."""
    assert bare_name(title) not in BOXES


def test_the_vendor_alone_and_the_version_alone_remain() -> None:
    """Nothing is left of no name."""
    assert (bare_name("Oracle"), bare_name("365"), bare_name("Microsoft 365")) == ("oracle", "365", "microsoft")


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ('product x "Dynamics 365"', "Microsoft Dynamics"),
        ("product microsoft-dynamics_365", "Microsoft Dynamics"),
        ('product dropbox "Case files"', "Dropbox"),
        ('product x "Case files"', None),
    ],
)
def test_title_or_identifier(text: str, box: str | None) -> None:
    """Either may be the name of a box."""
    assert box_named(report(text).model.elements[0], BOXES) == box

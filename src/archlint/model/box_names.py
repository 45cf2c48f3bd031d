"""Whether an element bears the name of something bought in a box, whatever its version and vendor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from archlint.model.element import Element

__all__ = ["bare_name", "box_named", "by_bare_name"]

VENDORS = frozenset(
    {
        "adobe", "amazon", "apache", "apple", "atlassian", "aws", "canonical", "citrix", "google", "ibm", "microsoft",
        "ms", "oracle", "redhat", "salesforce", "sap", "vmware",
    }
)  # fmt: skip
"""Makers that people write before the name of a thing, or leave out."""

_LEGAL_FORMS = frozenset({"corp", "corporation", "inc", "limited", "ltd", "plc"})
_VERSION = re.compile(r"(v|r|version|release)?\d+\w{0,2}|version|release|v", re.IGNORECASE)
_WORDS = re.compile(r"\w+")


def bare_name(name: str) -> str:
    """A name without case, punctuation, version and vendor, run together: `E-Business Suite R12` of Oracle
    is `ebusinesssuite`. What is only a vendor's name is left as it is."""
    words = [word for word in _WORDS.findall(name.casefold().replace("_", " ")) if word not in _LEGAL_FORMS]
    unversioned = [word for word in words if not _VERSION.fullmatch(word)] or words
    without = unversioned
    while without and without[0] in VENDORS:
        without = without[1:]
    return "".join(without or unversioned)


def by_bare_name(boxes: Iterable[str]) -> dict[str, str]:
    """The names of boxes by what is left of each without vendor and version: what `box_named` looks in."""
    return {bare_name(box): box for box in boxes}


def box_named(element: Element, boxes: Mapping[str, str]) -> str | None:
    """Of the boxes the one whose name is the whole of an element's title or identifier, else None."""
    return boxes.get(bare_name(element.title or element.name)) or boxes.get(bare_name(element.name))

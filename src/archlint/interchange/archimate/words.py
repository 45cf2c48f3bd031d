"""Faults and small values that both forms of ArchiMate share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archlint.diagnostics import Fault, Label
from archlint.interchange.archimate.kinds import ELEMENTS, RELATIONS
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["dangling", "documentation", "duplicate", "name", "properties", "technology_in", "unknown_kind"]


_SPOKEN = ("technology", "protocol")
"""The properties that say what an element is made of or a relation speaks."""


def technology_in(properties: Mapping[str, str]) -> str:
    """The technology that properties state; empty where they state none."""
    return next((value for key, value in properties.items() if key.casefold() in _SPOKEN), "")


def name(text: str) -> str:
    """A name on one line."""
    return " ".join(text.split())


def documentation(text: str) -> str:
    """A text without the space around it, its lines ended alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def properties(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Properties by their names; what is stated several times is told in one line."""
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(name(key) or "unnamed", []).append(documentation(value))
    return {key: ", ".join(dict.fromkeys(filter(None, values))) for key, values in found.items()}


def unknown_kind(type: str, place: Span) -> Fault:
    """The fault of a type that no version of ArchiMate has."""
    plain = type.rpartition(":")[2]
    help = did_you_mean(nearest(plain.removesuffix("Relationship"), ELEMENTS | RELATIONS))
    message = f"`{brief(plain, 200)}` is no concept of ArchiMate" if plain else "the type of this element is not stated"
    return Fault("MOD001", place, message, help or "it is left out, and so is what leads to it")


def duplicate(key: str, place: Span, first: Span) -> Fault:
    """The fault of an identifier that two concepts of one model have."""
    related = (Label(first, "first stated here"),)
    return Fault("MOD005", place, f"the identifier `{brief(key, 200)}` is stated twice", "the first counts", related)


def dangling(key: str, end: str, place: Span) -> Fault:
    """The fault of a relation one of whose ends is not in the model."""
    what = f"`{brief(key, 200)}`, which the model does not hold" if key else "nothing"
    return Fault("MOD003", place, f"the {end} of this relation is {what}", "the relation is left out")

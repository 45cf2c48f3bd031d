"""What may be said of an element, a relation, or of everything that an archetype makes."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Described"]


@dataclass(eq=False, slots=True, kw_only=True)
class Described:
    """Something of which the text says what it is for, what it is made with, and how it is marked."""

    description: str = ""
    technology: str = ""
    url: str = ""
    tags: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)

    def tag(self, tags: str) -> None:
        """Adds tags, which stand between commas."""
        self.tags += [tag.strip() for tag in tags.split(",") if tag.strip()]

    def begin_as(self, other: Described) -> None:
        """Takes over all that is said of another."""
        self.description, self.technology, self.url = other.description, other.technology, other.url
        self.tags = [*other.tags]
        self.properties = dict(other.properties)

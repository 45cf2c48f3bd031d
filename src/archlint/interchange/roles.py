"""What makes something of a foreign model a product, a platform, legacy: a table of selectors, the first that fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from archlint.interchange.foreign import Link, Thing

__all__ = ["LINK_ROLES", "THING_ROLES", "Roles", "Selector"]

THING_ROLES = (
    "product", "platform", "legacy", "adaptor", "system", "store", "interface", "data", "user", "organisation",
    "supplier", "capability", "ignore",
)  # fmt: skip
"""What a thing may be."""

LINK_ROLES = (
    "uses", "reads", "writes", "hosted-on", "reuses", "replaces", "wraps", "serves", "provides", "needs", "exposes",
    "holds", "owner", "supplied-by", "part-of", "bespoke", "ignore",
)  # fmt: skip
"""What a link may be; `bespoke` is a `uses` that says so."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A line of the table: the role of whatever fits all that is stated. Names, groups, tags and technologies are
    patterns in which `*` and `?` stand for anything, without regard to case."""

    role: str
    kind: str = ""
    tag: str = ""
    technology: str = ""
    group: str = ""
    name: str = ""
    property: Mapping[str, str] = field(default_factory=dict)

    def fits(self, one: Thing | Link) -> bool:
        """Whether something is what the line speaks of."""
        name, groups = (one.name, one.groups) if isinstance(one, Thing) else (one.description, ())
        return (
            self.role in (THING_ROLES if isinstance(one, Thing) else LINK_ROLES)
            and _fits(self.kind, (one.kind,))
            and _fits(self.tag, one.tags)
            and _fits(self.technology, (one.technology,))
            and _fits(self.group, groups)
            and _fits(self.name, (name,))
            and all(_fits(wanted, (one.properties.get(key, ""),)) for key, wanted in self.property.items())
        )

    def __str__(self) -> str:
        stated = [(word, getattr(self, word)) for word in ("kind", "tag", "technology", "group", "name")]
        stated += [(f"property {key}", value) for key, value in self.property.items()]
        return ", ".join(f'{word} "{value}"' for word, value in stated if value) or "anything else"


def _fits(pattern: str, values: Iterable[str]) -> bool:
    return not pattern or any(fnmatchcase(value.casefold(), pattern.casefold()) for value in values)


class Roles:
    """A table of selectors, the first that fits first; for each kind it looks only at those that may fit it."""

    def __init__(self, table: Iterable[Selector]) -> None:
        self._table = tuple(table)
        self._of_kind: dict[tuple[bool, str], list[Selector]] = {}

    def of(self, one: Thing | Link) -> tuple[str, Selector | None]:
        """The role of a thing or a link, and the line of the table that says so: the first that fits, `system` and
        `uses` where none does."""
        key = (isinstance(one, Thing), one.kind)
        lines = self._of_kind.get(key)
        if lines is None:
            lines = self._of_kind[key] = [line for line in self._table if _fits(line.kind, (one.kind,))]
        for selector in lines:
            if selector.fits(one):
                return selector.role, selector
        return ("system" if key[0] else "uses"), None

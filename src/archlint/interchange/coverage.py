"""How much of what the rules ask for a foreign model says, so that silence is not taken for health."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from archlint.interchange.drafting import Decision, Draft
from archlint.interchange.foreign import Link, Thing
from archlint.interchange.words import standard_in
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["Share", "coverage", "left_out"]


T = TypeVar("T", Thing, Link)


class Share(NamedTuple):
    """A fact, the families of rules that ask for it, and how many of how many state it."""

    fact: str
    families: str
    stating: int
    of: int


def coverage(draft: Draft) -> list[Share]:
    """What share of the systems and of the relations between them state each fact."""
    systems = [one.about for one in draft.decisions if isinstance(one.about, Thing) and one.role in SYSTEM_KINDS]
    links = [one.about for one in draft.decisions if isinstance(one.about, Link) and one.path and one.role != "ignore"]
    roles = [one.role for one in draft.decisions if isinstance(one.about, Thing)]
    shares = [
        _share("an owner", "MOD011, INT103, PLT105, PLT109, INT106", systems, lambda system: bool(system.owner)),
        _share("a technology", "PRD108, PLT102", systems, lambda system: bool(system.technology)),
        _share("when it begins or ends", "EVO, LEG109-114", systems, lambda system: bool(system.since or system.until)),
        _share("a standard that archlint knows", "INT101, INT103, SEC103", links, _spoken),
        _share("the data that move", "DAT, SEC", links, lambda link: bool(link.data)),
    ]
    for role, families in (
        ("legacy", "LEG, EVO101-103"), ("platform", "PLT"), ("product", "PRD"), ("store", "DAT"),
        ("data", "DAT, SEC"), ("interface", "INT"), ("capability", "PLT107, PRD107"),
    ):  # fmt: skip
        shares.append(Share(f"role `{role}`", families, roles.count(role), len(roles)))
    return shares


def _spoken(link: Link) -> bool:
    return standard_in(link.technology) is not None


def _share(fact: str, families: str, ones: Sequence[T], states: Callable[[T], bool]) -> Share:
    return Share(fact, families, sum(map(states, ones)), len(ones))


def left_out(draft: Draft) -> list[Decision]:
    """The things and links of which nothing was made."""
    return [decision for decision in draft.decisions if not decision.path]

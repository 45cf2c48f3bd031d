"""What the concepts and relations of ArchiMate are, where the configuration says nothing."""

from __future__ import annotations

from archlint.interchange.roles import Selector

__all__ = ["BOTH_WAYS", "DEFAULTS", "SILENT"]

BOTH_WAYS = "both-ways"
"""The tag of a flow that has another one against it: nobody can tell from them who needs whom."""

_THINGS = {
    "system": ("ApplicationComponent", "ApplicationCollaboration", "Node", "Device", "SystemSoftware",
               "TechnologyCollaboration"),
    "interface": ("ApplicationService", "ApplicationInterface", "TechnologyService", "TechnologyInterface"),
    "data": ("DataObject", "BusinessObject"),
    "organisation": ("BusinessActor",),
    "user": ("BusinessRole", "BusinessActor served"),
    "capability": ("Capability",),
}  # fmt: skip

_LINKS = {
    "uses": ("Serving",),
    "hosted-on": ("Serving by Technology", "Realization by Technology", "Assignment of Technology"),
    "provides": ("Realization of Capability",),
    "exposes": ("Access * by Service", "Access by Service"),
    "reads": ("Access Read", "Flow"),
    "writes": ("Access Write",),
    "holds": ("Realization of Data",),
}

_LEFT_OUT = (
    "Business*", "Application*", "Technology*", "Artifact", "Grouping", "Location", "Plateau", "Gap", "*Junction",
    "* by Business", "Access", "Association", "Triggering", "Influence", "Specialization", "Composition", "Aggregation",
    "Assignment", "Realization",
)  # fmt: skip

DEFAULTS = (
    Selector("ignore", kind="Flow", tag=BOTH_WAYS),
    *(Selector(role, kind=kind) for role, kinds in _THINGS.items() for kind in kinds),
    *(Selector(role, kind=kind) for role, kinds in _LINKS.items() for kind in kinds),
    *(Selector("ignore", kind=kind) for kind in _LEFT_OUT),
    Selector("ignore"),
)
"""The table of roles: the motivation, the behaviour of the business and whatever else is no part of an estate is
ignored, and so is every relation that does not say who needs whom."""

SILENT = frozenset(
    {
        "ACC101", "ACC102", "DAT102", "DAT103", "DAT108", "DAT109", "DAT111", "INT108", "INT110", "LEG105", "LEG106",
        "MOD008", "MOD010", "MOD011", "MOD012", "PRD102", "PRD103", "PRD104", "SEC101",
    }
)  # fmt: skip
"""The rules that ask for what ArchiMate cannot say: owners and areas, what is planned for legacy, the standard of an
interface and that of every dependency, who is the master of data and how it is classified. Of what nothing refers to,
or what has no relation, the model may well speak in a relation for which archlint has no word."""

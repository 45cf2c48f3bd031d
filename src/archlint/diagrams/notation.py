"""How things look: one table for the drawing, its legend and its dark mode."""

from __future__ import annotations

from typing import NamedTuple

from archlint.diagnostics import Severity
from archlint.diagrams.picture import Openness, Status

__all__ = [
    "BADGE",
    "BADGES",
    "FONT",
    "KINDS",
    "LINES",
    "OTHER_KIND",
    "OTHER_LINE",
    "PALETTE",
    "RESOLVED",
    "SLOTS",
    "STATUSES",
    "Badge",
    "Ink",
]

FONT = "Arial"
"""Its widths are those of Liberation Sans, Arimo and Helvetica, so boxes fit wherever the picture is opened."""


class Ink(NamedTuple):
    """A colour on white paper, and the one that takes its place on dark paper."""

    light: str
    dark: str


PAPER = Ink("#ffffff", "#14171c")
TEXT = Ink("#1b1f24", "#e9ebee")
FAINT = Ink("#525b66", "#a8b1bc")
LINE = Ink("#4d5763", "#98a3b0")
FRAME = Ink("#f6f8fa", "#1b2027")
FRAME_EDGE = Ink("#8d98a5", "#5c6773")
WATER = Ink("#e4edf5", "#182632")
WATER_EDGE = Ink("#2f5d86", "#7fb0da")
BADGE = Ink("#9f1d20", "#ffb3ad")
BADGE_TEXT = Ink("#fffffe", "#200505")


WARNING = Ink("#ffd36b", "#5a3d00")
WARNING_EDGE = Ink("#7a4a00", "#f0c060")


class Badge(NamedTuple):
    """How a finding of a severity is marked: the sign before its code, what that means, and the inks."""

    sign: str
    word: str
    text: Ink
    fill: Ink
    edge: Ink


BADGES: dict[Severity, Badge] = {
    Severity.ERROR: Badge("!!", "error", BADGE_TEXT, BADGE, BADGE),
    Severity.WARNING: Badge("!", "warning", TEXT, WARNING, WARNING_EDGE),
    Severity.INFO: Badge("i", "advice", FAINT, PAPER, FAINT),
}
RESOLVED = Badge("resolved:", "finding that the roadmap resolves", TEXT, PAPER, BADGE)


class Shape(NamedTuple):
    """The Graphviz shape and style of a kind, with its fill, its edge and what else it takes."""

    word: str
    shape: str
    style: str
    fill: Ink
    edge: Ink
    outlines: int = 1
    margin: str = "0.08,0.05"


KINDS: dict[str, Shape] = {
    "user": Shape("user", "ellipse", "filled", Ink("#efe6f9", "#35264d"), Ink("#65399a", "#c3a3ee")),
    "product": Shape("product", "box", "filled,rounded", Ink("#dbeafa", "#17344f"), Ink("#1d5b94", "#80b9ef")),
    "platform": Shape(
        "platform", "box3d", "filled", Ink("#d8f1e5", "#123b2c"), Ink("#0e6747", "#62cb9d"), margin="0.12,0.1"
    ),
    "system": Shape("system", "box", "filled", Ink("#f3f4f6", "#24282f"), Ink("#464c54", "#adb3bb")),
    "adaptor": Shape(
        "adaptor", "cds", "filled", Ink("#fdf0d4", "#423210"), Ink("#855700", "#e7b757"), margin="0.16,0.12"
    ),
    "legacy": Shape("legacy", "box", "filled", Ink("#e1e2e5", "#363940"), Ink("#51555b", "#b6bac2"), outlines=2),
    "store": Shape("store", "cylinder", "filled", Ink("#eef2d6", "#2f3514"), Ink("#596610", "#c6d468")),
    "data": Shape("data", "note", "filled", Ink("#f0f4dc", "#2c3215"), Ink("#5a6711", "#c5d367")),
    "capability": Shape("capability", "folder", "filled", Ink("#fbe8f1", "#45203a"), Ink("#963567", "#eb9cc6")),
}
OTHER_KIND = Shape("other", "tab", "filled", Ink("#f2f3f5", "#23272e"), Ink("#474d55", "#acb2ba"))
"""For the kinds that only a view of your own shows; the box says in words which it is."""


class Slotted(NamedTuple):
    """The sign before the name of a slot, and the cell it stands in."""

    sign: str
    word: str
    style: str
    fill: Ink


SLOTS: dict[Openness, Slotted] = {
    Openness.OPEN: Slotted("○", "open interface", "rounded", PAPER),
    Openness.CLOSED: Slotted("●", "closed interface", "rounded", Ink("#cfd3d8", "#3b4048")),
    Openness.UNKNOWN: Slotted("?", "interface, openness not stated", "rounded", PAPER),
    Openness.STORE: Slotted("□", "store", "", Ink("#edf1d5", "#30361a")),
    Openness.REGISTER: Slotted("■", "register", "", Ink("#edf1d4", "#30361b")),
}

LINES: dict[str, tuple[str, str]] = {
    "uses": ("vee", "uses"),
    "reads": ("empty", "reads data from"),
    "writes": ("normal", "writes data to"),
    "wraps": ("box", "wraps"),
    "hosted-on": ("dot", "runs on"),
    "replica": ("obox", "holds a replica of"),
    "replaces": ("diamond", "replaces"),
    "reuses": ("odiamond", "reuses the code of"),
    "serves": ("none", "serves"),
    "needs": ("odot", "needs"),
    "provides": ("tee", "provides"),
    "masters": ("crow", "is master of"),
    "holds": ("curve", "holds"),
    "many": ("veevee", "relations of several kinds"),
}
"""The arrowhead of every relation, and what it says."""

OTHER_LINE = ("halfopen", "refers to")


class Stroke(NamedTuple):
    """The sign, the line and the colour of a status."""

    sign: str
    style: str
    width: float
    ink: Ink


STATUSES: dict[Status, Stroke] = {
    Status.KEPT: Stroke("", "solid", 1.0, LINE),
    Status.ADDED: Stroke("+", "solid", 3.0, Ink("#006b52", "#4fd3a6")),
    Status.REMOVED: Stroke("−", "dashed", 2.0, Ink("#a83c06", "#ff9d66")),
    Status.CHANGED: Stroke("~", "dotted", 3.0, Ink("#6f3490", "#d2a1f2")),
}


def _inks() -> dict[str, str]:
    plain = (PAPER, TEXT, FAINT, LINE, FRAME, FRAME_EDGE, WATER, WATER_EDGE, BADGE, BADGE_TEXT, WARNING, WARNING_EDGE)
    shapes = (*KINDS.values(), OTHER_KIND)
    inks = [*plain, *(s.fill for s in SLOTS.values()), *(s.ink for s in STATUSES.values())]
    inks += [ink for shape in shapes for ink in (shape.fill, shape.edge)]
    return {ink.light: ink.dark for ink in inks}


PALETTE: dict[str, str] = _inks()
"""Every colour of a drawing, with its counterpart in dark mode."""

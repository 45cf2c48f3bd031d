"""Formats that are text of their own, for which no engine is run."""

from __future__ import annotations

from collections.abc import Callable

from archlint.diagrams.picture import Picture

__all__ = ["NAMES", "SUFFIXES", "TEXT_FORMATS", "too_much_for_a_forge", "written"]

TEXT_FORMATS = ("mermaid", "plantuml", "d2")
"""What a forge or another tool draws."""

NAMES = {"dot": "DOT", "mermaid": "Mermaid", "plantuml": "PlantUML", "d2": "D2"}
"""What people call the formats that are text."""

SUFFIXES = {"mmd": "mermaid", "puml": "plantuml", "pu": "plantuml"}
"""Ends of file names that are not the name of the format."""


def written(picture: Picture, form: str) -> str:
    """The picture in one of `TEXT_FORMATS`."""
    return _writer(form)(picture)


def too_much_for_a_forge(picture: Picture, content: bytes) -> bool:
    """Whether a forge refuses to draw so much Mermaid."""
    from archlint.diagrams.mermaid import MOST_CHARACTERS, MOST_LINES

    return len(picture.lines) > MOST_LINES or len(content) > MOST_CHARACTERS


def _writer(form: str) -> Callable[[Picture], str]:
    if form == "mermaid":
        from archlint.diagrams.mermaid import write_mermaid

        return write_mermaid
    if form == "plantuml":
        from archlint.diagrams.plantuml import write_plantuml

        return write_plantuml
    from archlint.diagrams.d2 import write_d2

    return write_d2

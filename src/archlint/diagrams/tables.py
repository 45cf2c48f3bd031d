"""Graphviz tables: words in cells in rows, which know their text and about how large they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archlint.diagrams.notation import TEXT, Ink
from archlint.diagrams.text import label_string, width_of

__all__ = ["Cell", "Table", "Words"]

_LEADING = 1.25


class Words(NamedTuple):
    """A paragraph, line by line, in one size and colour."""

    lines: tuple[str, ...]
    size: int
    ink: Ink = TEXT
    bold: bool = False

    @property
    def html(self) -> str:
        """The HTML-like text; nothing from a model is markup in it."""
        words = "<br/>".join(map(label_string, self.lines))
        strong = f"<b>{words}</b>" if self.bold else words
        return f'<font point-size="{self.size}" color="{self.ink.light}">{strong}</font>'

    @property
    def width(self) -> float:
        """About how wide it is, in points."""
        return max(width_of(line, self.size, bold=self.bold) for line in self.lines)

    @property
    def height(self) -> float:
        """About how high it is."""
        return len(self.lines) * self.size * _LEADING

    @property
    def familiar(self) -> bool:
        """Whether an engine without fonts knows how wide the characters are."""
        return all(character < "\u0100" for line in self.lines for character in line)


class Cell(NamedTuple):
    """Words with what surrounds them."""

    words: Words
    port: str = ""
    fill: Ink | None = None
    edge: Ink | None = None
    border: int = 0
    style: str = ""

    @property
    def html(self) -> str:
        """The cell; its width is stated where the engine could not measure the words."""
        traits = {
            "port": self.port,
            "bgcolor": self.fill.light if self.fill else "",
            "color": self.edge.light if self.edge else "",
            "border": str(self.border) if self.border else "",
            "style": self.style,
            "width": "" if self.words.familiar else f"{self.words.width:.0f}",
        }
        stated = "".join(f' {name}="{value}"' for name, value in traits.items() if value)
        return f"<td{stated}>{self.words.html}</td>"

    @property
    def width(self) -> float:
        """About how wide it is."""
        return self.words.width + 2 * self.border

    @property
    def height(self) -> float:
        """About how high it is."""
        return self.words.height + 2 * self.border


class Table(NamedTuple):
    """Rows of cells or of one table."""

    rows: tuple[tuple[Cell | Table, ...], ...]
    spacing: int = 1
    padding: int = 1

    @classmethod
    def column(cls, items: Iterable[Cell | Table], spacing: int = 1, padding: int = 1) -> Table:
        """One item a row."""
        return cls(tuple((item,) for item in items), spacing, padding)

    @property
    def html(self) -> str:
        """The table without a border of its own."""
        rows = "".join(f"<tr>{''.join(_cell(item) for item in row)}</tr>" for row in self.rows)
        traits = f'border="0" cellborder="0" cellspacing="{self.spacing}" cellpadding="{self.padding}"'
        return f"<table {traits}>{rows}</table>"

    @property
    def width(self) -> float:
        """About how wide it is."""
        around = self.spacing + 2 * self.padding
        return self.spacing + max(sum(item.width + around for item in row) for row in self.rows)

    @property
    def height(self) -> float:
        """About how high it is."""
        around = self.spacing + 2 * self.padding
        return self.spacing + sum(max(item.height for item in row) + around for row in self.rows)


def _cell(item: Cell | Table) -> str:
    return item.html if isinstance(item, Cell) else f"<td>{item.html}</td>"

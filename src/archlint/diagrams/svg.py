"""Turns the SVG of an engine into one that stands alone: readable in the dark, and plain to embed."""

from __future__ import annotations

import re

from archlint.diagrams.notation import FONT, PALETTE

__all__ = ["PIXELS_AT_MOST", "dress", "size_of"]

PIXELS_AT_MOST = 36_000_000
"""About 140 MB in a viewer."""

_PROLOGUE = re.compile(rb"\A.*?(?=<svg\b)", re.DOTALL)
_ROOT = re.compile(rb"<svg\b[^>]*>")
_COMMENT = re.compile(rb"<!--.*?-->\n?", re.DOTALL)
_SIZE = re.compile(rb'<svg[^>]* width="([\d.]+)pt" height="([\d.]+)pt"')
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def dress(svg: bytes) -> bytes:
    """The SVG without its document type and comments, with a style that serves light and dark paper."""
    bare = _COMMENT.sub(b"", _PROLOGUE.sub(b"", svg, count=1))
    return _DECLARATION + _ROOT.sub(lambda root: root[0] + b"\n" + _style().encode(), bare, count=1)


def size_of(svg: bytes) -> tuple[float, float]:
    """Width and height in points; nothing where the SVG states none."""
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def _style() -> str:
    dark = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}' for light, dark in sorted(PALETTE.items())
    )
    family = f"text{{font-family:{FONT},'Liberation Sans',Arimo,Helvetica,sans-serif}}"
    return f"<style>{family}@media screen and (prefers-color-scheme:dark){{{dark}}}</style>"

"""Makes a PDF of an SVG that an engine drew: vectors, and text that can be searched."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from archlint.diagrams.notation import FONT

if TYPE_CHECKING:
    from svglib.fonts import FontMap

__all__ = ["pdf_of"]

_BOLD = re.compile(r'(<text[^>]*?) font-weight="bold"([^>]*>)([^<]*)')
_EVERY_READER_HAS = "cp1252"


def pdf_of(svg: bytes) -> bytes:
    """The PDF of an SVG; the same bytes for the same SVG. Raises ValueError for what is no SVG."""
    from io import BytesIO

    from reportlab import rl_config
    from reportlab.graphics import renderPDF
    from svglib.svglib import svg2rlg

    rl_config.invariant = 1
    drawing = svg2rlg(BytesIO(_in_known_fonts(svg.decode()).encode()), font_map=_fonts())
    if drawing is None:
        raise ValueError("it is no SVG")
    pdf = BytesIO()
    renderPDF.drawToFile(drawing, pdf)
    return pdf.getvalue()


def _in_known_fonts(svg: str) -> str:
    """Bold comes from the reader's own font, which has no more than the letters of Western Europe."""
    return _BOLD.sub(_if_bold_has_it, svg)


def _if_bold_has_it(text: re.Match[str]) -> str:
    from html import unescape

    try:
        unescape(text[3]).encode(_EVERY_READER_HAS)
    except UnicodeEncodeError:
        return text[1] + text[2] + text[3]
    return text[0]


@cache
def _fonts() -> FontMap:
    """Arimo, which is as wide as Arial and is put into the PDF, and the bold that every reader has."""
    from svglib.fonts import FontMap

    fonts = FontMap()
    fonts.register_font(FONT, weight="bold", rlgFontName="Helvetica-Bold")
    with as_file(files("fontpkg_arimo") / "files" / "Arimo[wght].ttf") as arimo:
        fonts.register_font(FONT, str(arimo))
    return fonts

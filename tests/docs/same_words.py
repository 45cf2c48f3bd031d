"""`same_words.py SVG SVG` ends with 0 where two pictures show the same words, wherever each of them stands.

Places and numbers in a picture depend on the engine that draws it and may change with each change to drawing; what a
page shows must not rot, and that is what can be read in it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

__all__ = ["words_of"]

TEXT = "{http://www.w3.org/2000/svg}text"


def words_of(picture: Path) -> list[str]:
    """What can be read in a picture, in order of the alphabet."""
    return sorted("".join(text.itertext()).strip() for text in ElementTree.parse(picture).iter(TEXT))


if __name__ == "__main__":
    made, shown = (words_of(Path(name)) for name in sys.argv[1:3])
    if made != shown or not made:
        sys.exit(f"made, not shown: {set(made) - set(shown)}; shown, not made: {set(shown) - set(made)}")

"""Whether a file is a model in ArchiMate, by its first tag or by what a ZIP holds."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["ZIP", "Root", "recognises", "root_of"]

ZIP = b"PK\x03\x04"
_HEAD = 256 * 1024
_MARKS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<")
_ASIDE = (("<!--", "-->"), ("<?", "?>"))
_DECLARATION = re.compile(r"<!(?:[^<>\[\"']|\"[^\"]*\"|'[^']*')*+[>\[]?")
_TAG = re.compile(r"<([A-Za-z_][\w.-]*)(?::([\w.-]+))?((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)")
_SPACE_OF = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class Root(NamedTuple):
    """The first tag of a document: its name, its prefix, and the namespace that it stands in."""

    name: str
    prefix: str
    namespace: str

    @property
    def exchange(self) -> bool:
        """Whether it begins a file in the Open Exchange format, of whatever version."""
        return self.name == "model" and "opengroup.org/xsd/archimate" in self.namespace.casefold()

    @property
    def native(self) -> bool:
        """Whether Archi wrote it, as one file or as one of many."""
        return self.namespace.rstrip("/").casefold().endswith(("archimatetool.com/archimate", "bolton.ac.uk/archimate"))


def recognises(name: str, content: bytes) -> bool:
    """Whether a file is in ArchiMate; a model in a namespace that merely looks like one of its own is, too, so that
    it can be refused in words."""
    start = content[:512].lstrip()
    if start.startswith(ZIP):
        return _holds_a_model(content)
    if not start.startswith(_MARKS):
        return False
    text = _text(content[:_HEAD])
    root = root_of(text)
    return root is not None and (root.exchange or root.native or _resembles(root, text))


def root_of(text: str) -> Root | None:
    """The first tag of a document; None where there is none."""
    found = _first_tag(text)
    if found is None:
        return None
    spaces = {space[1] or "": space[2] or space[3] or "" for space in _SPACE_OF.finditer(found[3])}
    prefix, name = (found[1], found[2]) if found[2] else ("", found[1])
    return Root(name, prefix, spaces.get(prefix, ""))


def _first_tag(text: str) -> re.Match[str] | None:
    """The first tag behind comments, instructions and declarations, each of which is passed over once."""
    at = text.find("<")
    while at >= 0:
        found = _TAG.match(text, at)
        if found is not None:
            return found
        after = _after_aside(text, at)
        at = text.find("<", after) if after > at else -1
    return None


def _after_aside(text: str, at: int) -> int:
    """Where that ends which stands in front of the first tag; 0 where it does not end."""
    for begin, end in _ASIDE:
        if text.startswith(begin, at):
            closed = text.find(end, at + len(begin))
            return closed + len(end) if closed >= 0 else 0
    declared = _DECLARATION.match(text, at)
    return declared.end() if declared else at + 1


def _resembles(root: Root, text: str) -> bool:
    """Whether a tag begins a model in another namespace, or one that has lost its own."""
    if root.name not in ("model", "ArchimateModel"):
        return False
    lost = not root.namespace and "<elements" in text and "identifier=" in text
    return lost or "archimate" in root.namespace.casefold()


def _text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    if b"\x00" in head[:4]:
        return head.decode("utf-16-be" if head[:1] == b"\x00" else "utf-16-le", errors="replace")
    return head.decode("utf-8", errors="replace")


def _holds_a_model(content: bytes) -> bool:
    from archlint.interchange.archimate.archive import MODEL_IN_ZIP, names_in

    return MODEL_IN_ZIP.encode() in content and MODEL_IN_ZIP in names_in(content)

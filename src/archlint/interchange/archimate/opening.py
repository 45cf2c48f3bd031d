"""From the bytes of a file to the text of its XML, whatever its encoding, and out of its ZIP."""

from __future__ import annotations

import re
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.archimate.recognition import ZIP
from archlint.language.reader import decode, shown
from archlint.source import SourceFile, Span

__all__ = ["text_of"]

_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_TEXT = re.compile(r"(?i)(utf-?16(-?[lb]e)?|iso-?8859-?\d+|latin-?1|us-ascii|windows-\d+|cp\d+|gbk|gb18030|big5"
                   r"|shift[_-]jis|euc-[a-z]{2}|koi8-[ru]|macintosh)\Z")  # fmt: skip
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


def text_of(path: Path, content: bytes) -> SourceFile | Fault:
    """The XML in a file, or the fault SYN003 that says why there is none."""
    name = shown(path)
    if content.lstrip()[:4] == ZIP:
        from archlint.interchange.archimate.archive import ArchiveError, model_in

        try:
            content = model_in(content)
        except ArchiveError as error:
            return Fault("SYN003", Span(SourceFile(name, ""), 0, 0), f"`{name}` cannot be read: {error}")
    return _decoded(name, content)


def _decoded(name: str, content: bytes) -> SourceFile | Fault:
    encoding = _encoding(content)
    if encoding is None:
        return decode(name, content)
    try:
        return SourceFile(name, content.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        reason = f"it says that it is {encoding}, and byte {error.start:,} is not"
    except LookupError:
        reason = f"the encoding {encoding} is not known"
    help = "save it as UTF-8"
    return Fault("SYN003", Span(SourceFile(name, ""), 0, 0), f"`{name}` cannot be read: {reason}", help)


def _encoding(content: bytes) -> str | None:
    """The encoding that a document has or declares; None where that is UTF-8, or nothing that a text can have."""
    for mark, encoding in _WIDE:
        if content.startswith(mark):
            return encoding
    declared = _DECLARED.match(content)
    found = declared[1].decode("ascii") if declared else ""
    return found if _TEXT.match(found) and not found.casefold().startswith("utf") else None

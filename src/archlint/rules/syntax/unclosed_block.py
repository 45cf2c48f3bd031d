"""SYN002: a block or a string without its end."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnclosedBlock"]


class UnclosedBlock(TextRule):
    """A `{` or a string has no end. It is reported where it was opened.

    ## Why
    The reader has to guess where the block or the string was meant to end. A block is taken to end before a
    line that stands no deeper than its opener and begins with a keyword that may stand there.

    ## Breaks it
    ```arch
    organisation agency "The agency {
    product licensing {
      owner agency
    product vehicles { owner agency }
    ```

    ## Mended
    ```arch
    organisation agency "The agency"
    product licensing {
      owner agency
    }
    product vehicles { owner agency }
    ```
    """

    code = "SYN002"
    severity = Severity.ERROR

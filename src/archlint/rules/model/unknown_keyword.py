"""MOD001: a keyword that does not stand there."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnknownKeyword"]


class UnknownKeyword(TextRule):
    """A statement begins with a word that no statement there begins with.

    ## Why
    An unknown word is never passed over: it is most often a slip of the pen, and what it was to say would be
    lost without a word. A property of your own is written `meta WORD STRING`.

    ## Breaks it
    ```arch
    product licensing { ownr "The agency" }
    ```

    ## Mended
    ```arch
    organisation agency "The agency"
    product licensing { owner agency; meta cost-centre "4711" }
    ```
    """

    code = "MOD001"
    severity = Severity.ERROR

"""MOD002: a statement without the form of its kind."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["InvalidArgument"]


class InvalidArgument(TextRule):
    """A statement lacks an argument, has one too many, or one of another sort than it takes.

    ## Why
    What the statement was to say is not known, so it is left out of the model, and rules might miss what it
    would have told them. The finding shows how the statement reads.

    ## Breaks it
    ```arch
    product licensing { cost 12.5m; phase finished }
    ```

    ## Mended
    ```arch
    product licensing { cost 12.5m GBP; phase live }
    ```
    """

    code = "MOD002"
    severity = Severity.ERROR

"""WVR002: a waiver that waives nothing."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnusedWaiver"]


class UnusedWaiver(TextRule):
    """A waiver has nothing to waive in the block in which it stands.

    ## Why
    Left behind, it would silently accept the next finding of that rule, for a reason that was given for another.

    ## Breaks it
    ```arch
    product orders { allow dependency-cycle because "billing calls back until it can be moved" }
    ```

    ## Mended
    ```arch
    product orders { uses billing }
    product billing {
      allow dependency-cycle because "billing calls back until it can be moved"
      uses orders
    }
    ```

    ## Exceptions
    A waiver of a rule that did not run is not unused.
    """

    code = "WVR002"
    severity = Severity.WARNING

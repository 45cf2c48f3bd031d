"""WVR003: a waiver of a rule that is not there."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnknownWaiver"]


class UnknownWaiver(TextRule):
    """A waiver names no rule: neither by its code, nor by its name, nor by the letters of its family.

    ## Why
    It waives nothing, however carefully its reason was written.

    ## Breaks it
    ```arch
    product orders { uses billing }
    product billing {
      allow INT150 because "billing calls back until it can be moved"
      uses orders
    }
    ```

    ## Mended
    ```arch
    product orders { uses billing }
    product billing {
      allow INT105 because "billing calls back until it can be moved"
      uses orders
    }
    ```
    """

    code = "WVR003"
    severity = Severity.ERROR

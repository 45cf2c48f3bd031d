"""WVR001: a waiver that has ended before its finding."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["ExpiredWaiver"]


class ExpiredWaiver(TextRule):
    """The `until` of a waiver is not after the last snapshot in which the finding holds. Such a waiver waives nothing.

    ## Why
    A waiver with an end is a promise to mend the matter by then. Time is the model's own, never the clock's: the
    same model gives the same findings tomorrow.

    ## Breaks it
    ```arch
    plateau now { at 2015 }
    plateau target { at 2018 }
    product orders { uses billing }
    product billing {
      uses orders { allow INT105 until 2017 because "billing moves to the new platform in 2016" }
    }
    ```

    ## Mended
    ```arch
    plateau now { at 2015 }
    plateau target { at 2018 }
    product orders { uses billing }
    product billing {
      uses orders until 2017 { allow INT105 until 2017 because "billing moves to the new platform in 2016" }
    }
    ```
    """

    code = "WVR001"
    severity = Severity.ERROR

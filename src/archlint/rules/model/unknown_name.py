"""MOD003: a path that leads nowhere."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnknownName"]


class UnknownName(TextRule):
    """A path leads to no element: none of that name is declared in the model or in what it imports.

    ## Why
    An arrow to nowhere is left out of the model, with everything that would have been said of it. A name is
    looked up in the innermost block first, then outward, then at the top; the order of files does not matter.

    ## Breaks it
    ```arch
    platform verify { interface sign-in }
    product licensing { uses verify.signin }
    ```

    ## Mended
    ```arch
    platform verify { interface sign-in }
    product licensing { uses verify.sign-in }
    ```
    """

    code = "MOD003"
    severity = Severity.ERROR

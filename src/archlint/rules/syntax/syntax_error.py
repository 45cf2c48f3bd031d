"""SYN001: text that is not a statement."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["SyntaxError"]


class SyntaxError(TextRule):
    """The text is not a statement: a character that cannot stand there, a `{` or `}` out of place, an unknown escape.

    ## Why
    What cannot be read cannot be checked. Every such place in a file is found in one run, with what was
    expected there, and the rest of the file is still checked.

    ## Breaks it
    ```arch
    product licensing { technology = "Java" }
    ```

    ## Mended
    ```arch
    product licensing { technology "Java" }
    ```
    """

    code = "SYN001"
    severity = Severity.ERROR

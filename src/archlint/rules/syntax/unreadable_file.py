"""SYN003: a file that cannot be read."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["UnreadableFile"]


class UnreadableFile(TextRule):
    """A file is not UTF-8, is not a file at all, or is larger than `max-file-size` allows.

    The run exits with 2, for not everything was looked at; what could be read is still checked.

    ## Why
    A report on half a model must not look like a report on the whole. Text is UTF-8 with or without a byte-order
    mark, so that names in any script mean the same on every machine.

    ## Breaks it
    ```arch
    # estate.arch has been saved in another encoding than UTF-8
    import "estate.arch"
    ```

    ## Mended
    ```arch
    # estate.arch has been saved once more, as UTF-8
    import "estate.arch"
    ```
    """

    code = "SYN003"
    severity = Severity.ERROR

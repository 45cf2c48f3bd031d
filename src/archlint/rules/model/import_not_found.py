"""MOD007: an import that leads nowhere."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["ImportNotFound"]


class ImportNotFound(TextRule):
    """What is imported is not there, cannot be read, or lies outside the directories that imports may lead to.

    ## Why
    What the missing file declares is missing too, and other findings may only be its shadow. A model may come from
    anyone, so an import does not leave the project unless `import-roots` of the configuration allows it.

    ## Breaks it
    ```arch
    import "platform.arch"
    ```

    ## Mended
    ```arch
    import "platforms.arch"
    ```
    """

    code = "MOD007"
    severity = Severity.ERROR

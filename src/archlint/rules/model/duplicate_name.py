"""MOD005: two siblings of one name."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["DuplicateName"]


class DuplicateName(TextRule):
    """Two elements in one place have one name. Both are shown; the first by file and position counts.

    Names are unique among siblings within four groups: systems, stores and interfaces; capabilities; data; all
    others.

    ## Why
    Every reference to such a name might mean either. To add to an element that another file declares, write
    `extend`.

    ## Breaks it
    ```arch
    product licensing "Driving licences"
    platform licensing "Licences of all sorts"
    ```

    ## Mended
    ```arch
    product driving-licences "Driving licences"
    platform licensing "Licences of all sorts"
    capability licensing "Licensing"
    ```

    ## Exceptions
    A platform and a capability may share a name: they stand in different groups. A model's own declaration hides
    one of `std`.
    """

    code = "MOD005"
    severity = Severity.ERROR

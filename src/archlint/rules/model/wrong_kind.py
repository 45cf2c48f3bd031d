"""MOD004: a path to an element of another kind."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["WrongKind"]


class WrongKind(TextRule):
    """A path leads to an element of a kind that the statement does not take.

    ## Why
    A supplier is no organisation, and data is no capability: rules that reason about the one would say nothing,
    or nonsense, about the other. The finding shows what is needed and where the other is declared.

    ## Breaks it
    ```arch
    supplier acme "Acme"
    product licensing { owner acme }
    ```

    ## Mended
    ```arch
    supplier acme "Acme"
    organisation agency "The agency"
    product licensing { owner agency; supplied-by acme }
    ```
    """

    code = "MOD004"
    severity = Severity.ERROR

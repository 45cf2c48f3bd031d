"""MOD011: nobody answers for a system or a store."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.model.elements import Store, System
from archlint.model.model import Model
from archlint.rules.rule import CODE_OF_PRACTICE, ModelRule

__all__ = ["MissingOwner"]


class MissingOwner(ModelRule):
    """An outermost system, or a store that stands in no system, states no `owner` at any time.

    ## Why
    Without an owner nobody can be asked to change, pay for or switch off a system, and the rules about borders
    between organisations do not see it.

    ## Breaks it
    ```arch
    product renew-licence
    ```

    ## Mended
    ```arch
    organisation dvla
    product renew-licence { owner dvla }
    ```

    ## Exceptions
    Parts, and stores inside a system, have the owner of their outermost system. A system that somebody else runs
    (`external`) is not judged.
    """

    code = "MOD011"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE

    def check(self, model: Model) -> Iterator[Finding]:
        for element in model.own:
            if element.parent is not None or not isinstance(element, System | Store):
                continue
            if not element.owner and not (isinstance(element, System) and element.external):
                yield self.finding(
                    element,
                    f"`{element.path}` has no owner",
                    help="state the organisation that answers for it: `owner …`",
                )

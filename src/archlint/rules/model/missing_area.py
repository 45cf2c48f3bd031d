"""MOD012: a system of no functional area."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.model.elements import Legacy, Platform, Product
from archlint.model.model import Model
from archlint.rules.rule import CODE_OF_PRACTICE, ModelRule

__all__ = ["MissingArea"]


class MissingArea(ModelRule):
    """A product, a platform or a legacy system states no `area` at any time.

    ## Why
    Government technology falls into four functional areas, digital public services, mission IT, infrastructure and
    back office, and each is bought and run in its own way. Rules that judge by area are silent where none is
    stated. Source: Rebalancing technology across government, lines 30-38.

    ## Breaks it
    ```arch
    product renew-licence
    ```

    ## Mended
    ```arch
    product renew-licence { area digital-public-service }
    ```

    ## Exceptions
    A system that somebody else runs (`external`) is not judged, nor is an adaptor or a system whose role is not
    stated.
    """

    code = "MOD012"
    severity = Severity.INFO
    profile = CODE_OF_PRACTICE
    sources = ("003:30-38",)

    def check(self, model: Model) -> Iterator[Finding]:
        for element in model.own:
            if isinstance(element, Product | Platform | Legacy) and not (element.area or element.external):
                yield self.finding(
                    element,
                    f"{element.keyword} `{element.path}` belongs to no area",
                    help="state `area digital-public-service`, `mission-it`, `infrastructure` or `back-office`",
                )

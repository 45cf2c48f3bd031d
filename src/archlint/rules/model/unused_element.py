"""MOD008: a declaration to which nothing refers."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.model.elements import Capability, Data, Element, Organisation, Standard, Supplier, User
from archlint.model.model import Model
from archlint.rules.rule import ModelRule

__all__ = ["UnusedElement"]

JUDGED = (Capability, Data, Standard, Supplier, User, Organisation)


class UnusedElement(ModelRule):
    """A capability, data entity, standard, supplier, user or organisation of the model itself to which nothing
    refers.

    Referring is: any property (`owner`, `part-of`, `provides`, `serves`, `standard`, `exposes` …), a relation (the
    data it moves, the standard it goes `via`, the end it points at), a contract, a commitment, or a view that shows
    or hides it by name. What is imported refers, too. What an element says of itself does not count.

    ## Why
    What nothing refers to is a forgotten remnant or, more often, a sign that a statement is missing: a capability
    that nobody provides, data that nobody holds.

    ## Breaks it
    ```arch
    capability payments
    product renew-licence
    ```

    ## Mended
    ```arch
    capability payments
    product renew-licence { needs payments }
    ```

    ## Exceptions
    Of a library, the standards of `std` among them, a model uses what it needs: what comes only by import is not
    judged.
    """

    code = "MOD008"
    severity = Severity.INFO

    def check(self, model: Model) -> Iterator[Finding]:
        referred = _referred(model)
        for element in model.own:
            if isinstance(element, JUDGED) and element not in referred:
                yield self.finding(
                    element,
                    f"nothing refers to {element.keyword} `{element.path}`",
                    help=f"state who {USED[element.keyword]} `{element.path}`, or remove it",
                )


USED = {
    "capability": "provides or needs",
    "data": "holds, exposes or reads",
    "standard": "speaks",
    "supplier": "is supplied by",
    "user": "serves",
    "organisation": "is owned by",
}


def _referred(model: Model) -> set[Element | None]:
    """What something else refers to, of the kinds that are judged here: no clause names one of them."""
    found: set[Element | None] = set()
    for element in model.elements:
        for facts in element.facts.values():
            for fact in facts:
                if isinstance(fact.value, Element) and fact.value is not element:
                    found.add(fact.value)
        for relation in element.relations:
            found.update((relation.data, relation.via))
    return found

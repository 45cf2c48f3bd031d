"""EVO109: a commitment that the model does not keep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Commitment, Element, Organisation, Platform, Product, RolelessSystem
from archlint.model.model import Model, Moment
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.statements import Stated
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import listed, when

__all__ = ["UnmetCommitment"]


SHOWN = 3
"""How many of the products that could adopt a platform are named."""


class _Promise(NamedTuple):
    """What was promised, what is so instead, and what to do about it."""

    fact: Stated[Element] | Stated[Platform]
    instead: str
    advice: str


class UnmetCommitment(TransitionRule):
    """A commitment is not true at its `due` date.

    What it `delivers` must exist then. What it `adopts` must be a platform on which a product, or a system whose role
    is not stated, of the family of the organisation depends then: one whose owner is that organisation, or belongs
    under the same topmost one. There is one finding for each commitment, with all that is not kept.

    ## Why
    Departments said in public what they would do and by when. A roadmap that does not do it is wrong, or the promise
    is to be taken back in public. Source: Action 11.

    ## Breaks it
    ```arch
    organisation dvla
    platform verify
    product view-driving-record { owner dvla; uses verify since 2017 }
    commitment sign-in { by dvla; due 2016; adopts verify }
    ```

    ## Mended
    ```arch
    organisation dvla
    platform verify
    product view-driving-record { owner dvla; uses verify since 2015 }
    commitment sign-in { by dvla; due 2016; adopts verify }
    ```

    ## Exceptions
    A commitment without `due` has no date at which to be judged, and where it does not say `by` whom, nobody knows who
    should adopt anything. A product whose owner nobody states may be of the family. What has been withdrawn, or moved
    to another date, by its due date is not judged by it.
    """

    code = "EVO109"
    severity = Severity.WARNING
    sources = ("004",)

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        commitments = [element for element in model.own if isinstance(element, Commitment) and element.due]
        users = _users(model, {fact.value for commitment in commitments for fact in commitment.adopts})
        for commitment in commitments:
            due = _due(commitment)
            if due is not None:
                broken = [*_not_there(model, commitment, due.value), *_not_adopted(model, commitment, due.value, users)]
                if broken:
                    yield self._unmet(model, commitment, due, broken)

    def _unmet(self, model: Model, commitment: Commitment, due: Stated[int], broken: list[_Promise]) -> Finding:
        elements = list(dict.fromkeys(promise.fact.value for promise in broken))
        return self.finding(
            commitment,
            f"`{commitment.path}` was due {when(model, due.value)}, and is not kept: "
            f"{', and '.join(promise.instead for promise in broken)}",
            help=f"{', and '.join(promise.advice for promise in broken)}, or say by `due` when it is to be done",
            elements=(commitment, *elements),
            related=[(due, "due here"), *((promise.fact, promise.instead) for promise in broken)],
        )


def _due(commitment: Commitment) -> Stated[int] | None:
    """The date at which a commitment is judged: one that it still states when that date has come."""
    return next(
        (fact for fact in commitment.due if fact.during.meet(commitment.lifetime).holds(fact.value)),
        None,
    )


def _not_there(model: Model, commitment: Commitment, due: int) -> Iterator[_Promise]:
    for fact in commitment.delivers:
        if fact.during.holds(due) and not fact.value.lifetime.holds(due):
            advice = f"let `{fact.value.path}` be there by {when(model, due)}"
            yield _Promise(fact, f"`{fact.value.path}` {_absent(model, fact.value, due)}", advice)


def _absent(model: Model, element: Element, due: int) -> str:
    if element.lifetime.since > due:
        return f"begins only {when(model, element.lifetime.since)}"
    return f"has ended {when(model, element.lifetime.until)}"


def _not_adopted(
    model: Model, commitment: Commitment, due: int, users: dict[Element, list[Relation]]
) -> Iterator[_Promise]:
    then = Snapshot(model, Moment("", due))
    family = then.topmost(then.value(commitment.by))
    if family is None:
        return
    for fact in commitment.adopts:
        living = (relation for relation in users.get(fact.value, ()) if then.has(relation))
        if fact.during.holds(due) and not any(then.family(relation.source) in (family, None) for relation in living):
            instead = f"no product or system of `{family.path}` depends on `{fact.value.path}` then"
            yield _Promise(fact, instead, f"let {_adopters(then, family)} depend on `{fact.value.path}` by then")


def _adopters(then: Snapshot, family: Organisation) -> str:
    """Who could adopt something: the first products of a family that are there at the time."""
    products = (product for product in then.model.of(Product) if then.has(product) and not product.imported)
    found = list(islice((product for product in products if then.family(product) is family), SHOWN))
    return f"one of its products, such as {listed(found)}," if found else f"a product of `{family.path}`"


def _users(model: Model, platforms: set[Platform]) -> dict[Element, list[Relation]]:
    """What products, and systems without a role, depend on some platforms by."""
    found: dict[Element, list[Relation]] = {}
    for element in model.elements if platforms else ():
        if isinstance(element.outermost, Product | RolelessSystem):
            for relation in element.relations:
                if relation.keyword in DEPENDENCY_KEYWORDS and relation.target is not None:
                    found.setdefault(relation.target.outermost, []).append(relation)
    return found

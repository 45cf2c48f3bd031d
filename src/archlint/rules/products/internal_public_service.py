"""PRD109: a product whose area and users contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Product, User
from archlint.model.statements import Stated
from archlint.rules.products.judged import with_parts
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["InternalPublicService"]

Serving = dict[User, Stated[User]]


class InternalPublicService(SnapshotRule):
    """A product of area `digital-public-service` serves nobody but officials of its own family of organisations; or
    one of area `mission-it` serves only users without an `owner`.

    The `owner` of a user is the organisation whose officials they are, so users without one are taken for the
    public: of this part of the rule what is not stated is the very point. The finding sits on the `area`.

    ## Why
    Mission IT faces inwards, digital public services face outwards, and the two are designed, assured and paid for
    in different ways.
    Source: Technology architecture, line 52; Rebalancing technology across government, line 32.

    ## Breaks it
    ```arch
    organisation dvla
    user caseworkers { owner dvla }
    product casework { owner dvla; area digital-public-service; serves caseworkers }
    ```

    ## Mended
    ```arch
    organisation dvla
    user caseworkers { owner dvla }
    product casework { owner dvla; area mission-it; serves caseworkers }
    ```

    ## Exceptions
    A product that states no users is not judged. One group from outside, or from another family, makes it a public
    service; one group of officials makes it mission IT.
    """

    code = "PRD109"
    severity = Severity.WARNING
    sources = ("000:52", "003:32")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in snapshot.of(Product):
            area = None if product.imported else snapshot.one(product.area)
            serving = _serving(snapshot, product) if area else {}
            if area and area.value == "digital-public-service":
                yield from self._inward(snapshot, product, area, serving)
            elif area and area.value == "mission-it":
                yield from self._outward(snapshot, product, area, serving)

    def _inward(self, snapshot: Snapshot, product: Product, area: Stated[str], serving: Serving) -> Iterator[Finding]:
        family = snapshot.family(product)
        if family is not None and serving and all(snapshot.family(user) is family for user in serving):
            yield self.finding(
                area,
                f"the digital public service `{product.path}` serves nobody but officials of `{family.path}`:"
                f" {listed(list(serving))}",
                help="state `area mission-it`, or name the people outside whom it serves",
                elements=(product,),
                related=_shown(snapshot, product, serving),
            )

    def _outward(self, snapshot: Snapshot, product: Product, area: Stated[str], serving: Serving) -> Iterator[Finding]:
        if serving and all(snapshot.owner(user) is None for user in serving):
            yield self.finding(
                area,
                f"`{product.path}` is mission IT, and none of those whom it serves are said to be officials:"
                f" {listed(list(serving))}",
                help="state `area digital-public-service`, or the `owner` of the users: whose officials they are",
                elements=(product,),
                related=_shown(snapshot, product, serving),
            )


def _serving(snapshot: Snapshot, product: Product) -> Serving:
    """Those whom a product or a part of it serves, each with the statement."""
    found: Serving = {}
    for part in with_parts(snapshot, product):
        for stated in snapshot.now(part.serves):
            if snapshot.has(stated.value):
                found.setdefault(stated.value, stated)
    return found


def _shown(snapshot: Snapshot, product: Product, serving: Serving) -> list[tuple[Element | Stated[User], str]]:
    shown: list[tuple[Element | Stated[User], str]] = [(product, "the product")]
    for user, stated in serving.items():
        owner = snapshot.owner(user)
        shown.append((stated, f"officials of `{owner.path}`" if owner else "their owner is not stated"))
    return shown

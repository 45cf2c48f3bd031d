"""PRD106: one need of the same people, met in two places."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Product
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule, later_first

__all__ = ["SplitEngagement"]

COMPARED = 10
"""With how many of very many products for one need each further one is compared."""

Meeting = dict[Product, Stated[str]]


class SplitEngagement(SnapshotRule):
    """Two products state the same users and the same need at one time.

    The users are the same when both serve the same groups, neither more nor fewer; a need is the same when the words
    are, without case and punctuation. One of several needs is enough. One finding for each pair, on the later in file
    order; where very many products state one need, each is compared with the first ten.

    ## Why
    A product is a single point of engagement. Where two meet one need, people have to find out which is theirs, and
    both are built and paid for.
    Source: Technology architecture, line 58.

    ## Breaks it
    ```arch
    user drivers
    product view-licence { serves drivers; need "Check what is on my licence" }
    product licence-by-post { serves drivers; need "Check what is on my licence" }
    ```

    ## Mended
    ```arch
    user drivers
    product view-licence {
      serves drivers
      need "Check what is on my licence"
      assisted-digital "By post and by telephone"
    }
    ```

    ## Exceptions
    A product that states no users, or no need, is like no other.
    """

    code = "PRD106"
    severity = Severity.WARNING
    sources = ("000:58",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        pairs: dict[tuple[Product, Product], tuple[Stated[str], Stated[str]]] = {}
        for meeting in _meetings(snapshot):
            products = list(meeting)
            for number, later in enumerate(products):
                for earlier in products[: min(number, COMPARED)]:
                    pairs.setdefault((earlier, later), (meeting[earlier], meeting[later]))
        for (earlier, later), needs in pairs.items():
            if not (earlier.imported and later.imported):
                yield self._split(snapshot, earlier, later, dict(zip((earlier, later), needs, strict=True)))

    def _split(self, snapshot: Snapshot, earlier: Product, later: Product, needs: Meeting) -> Finding:
        place, other = later_first(earlier, later)
        users = ", ".join(f"`{user.path}`" for user in _users(snapshot, place))
        return self.finding(
            place,
            f"`{place.path}` and `{other.path}` meet the same need of {users}: {needs[place].value}",
            help=f"let `{other.path}` be the one place to go, or say how the needs differ",
            elements=(place, other),
            related=[
                (other, "the product with which it shares the need"),
                (needs[place], "the need"),
                (needs[other], "the same need"),
            ],
        )


def _meetings(snapshot: Snapshot) -> list[Meeting]:
    """The products that meet each need of the same users, in their order, each with the statement."""
    found: dict[tuple[frozenset[Element], str], Meeting] = {}
    for product in snapshot.of(Product):
        users = frozenset(_users(snapshot, product))
        for need in snapshot.now(product.need) if users else ():
            found.setdefault((users, _plain(need.value)), {}).setdefault(product, need)
    return [meeting for (_, words), meeting in found.items() if words]


def _users(snapshot: Snapshot, product: Product) -> list[Element]:
    return sorted(set(snapshot.values(product.serves)), key=lambda user: user.path)


def _plain(text: str) -> str:
    """The words of a text without case and punctuation."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())

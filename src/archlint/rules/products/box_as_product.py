"""PRD105: a product that is only something bought in a box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.box_names import box_named, by_bare_name
from archlint.model.elements import Product
from archlint.rules.rule import SnapshotRule

__all__ = ["BoxAsProduct", "BoxAsProductOptions"]

BOXES = (
    "Microsoft Dynamics",
    "Microsoft Dynamics CRM",
    "Microsoft Dynamics AX",
    "Microsoft Excel",
    "Microsoft SharePoint",
    "Microsoft Power BI",
    "Oracle E-Business Suite",
    "Oracle Siebel",
    "Oracle Siebel CRM",
    "Oracle PeopleSoft",
    "Salesforce",
    "ServiceNow",
    "Dropbox",
    "Documentum",
    "Lotus Notes",
    "Atlassian Jira",
    "Atlassian Confluence",
    "Zendesk",
)


@dataclass(frozen=True)
class BoxAsProductOptions:
    """The options of PRD105."""

    boxes: tuple[str, ...] = field(
        default=BOXES, metadata={"help": "names of box products, with or without their vendor"}
    )


class BoxAsProduct(SnapshotRule):
    """The title or the identifier of a product is the name of a box product.

    The whole title counts, without case, punctuation, version and vendor: `Dynamics 365`, `MS Dynamics` and
    `microsoft-dynamics` are all Microsoft Dynamics, and `Cases on Microsoft Dynamics` is not. Which names are
    those of boxes is an option.

    ## Why
    A product is what users engage with to get something done. An application from a box is what such a product may
    be made with; whoever takes it for the product has not asked whose need it meets.
    Source: Technology architecture, line 57.

    ## Breaks it
    ```arch
    product crm "Microsoft Dynamics 365"
    ```

    ## Mended
    ```arch
    product complaints "Make a complaint" { technology "Microsoft Dynamics 365" }
    ```

    ## Exceptions
    The `technology` of a product may well be a box, and so may a platform's part or a `system`.
    """

    code = "PRD105"
    severity = Severity.ERROR
    sources = ("000:57",)
    Options = BoxAsProductOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        boxes = by_bare_name(self.options.boxes)
        for product in snapshot.of(Product):
            box = None if product.imported else box_named(product, boxes)
            if box:
                yield self.finding(
                    product,
                    f"the product `{product.path}` is called by the name of a box, {box}",
                    help=f'name the product after what its users do with it, and state `technology "{box}"` in it',
                )

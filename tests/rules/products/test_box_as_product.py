"""PRD105: products called by the name of a box."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.products.box_as_product import BoxAsProductOptions
from tests.linting import of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize(
    "product",
    [
        'product x "Microsoft Dynamics"',
        'product x "MICROSOFT DYNAMICS 365"',
        'product x "Dynamics"',
        'product x "Oracle e-business suite"',
        'product x "E-Business Suite R12.1"',
        'product x "DropBox"',
        "product dropbox",
        'product microsoft-dynamics "Complaints"',
        'product x "Salesforce" { external }',
    ],
)
def test_the_whole_title_or_identifier_is_that_of_a_box(product: str) -> None:
    """Case, version and vendor do not matter, and either of the two may be it; whoever runs it."""
    (finding,) = of("PRD105", product)
    assert finding.span.text == " ".join(product.split()[:2])
    assert len(finding.elements) == 1


@pytest.mark.parametrize(
    "text",
    [
        'product x "Complaints" { technology "Microsoft Dynamics" }',
        'product x "Cases on Microsoft Dynamics"',
        'product x "Dropbox for the courts"',
        'system x "Microsoft Dynamics"; legacy y "Dropbox"; platform z "Dropbox"',
        'product p { system dropbox "Dropbox" }',
        'product x "Oracle"',
    ],
    ids=["technology", "within a title", "longer title", "other kinds", "a part", "a vendor"],
)
def test_innocent_models(text: str) -> None:
    """The technology may be a box; a name within a longer one is not the name; only products are judged."""
    assert said("PRD105", text) == []


def test_the_list_is_an_option() -> None:
    """Names may be added, and taken away."""
    options = {"PRD105": BoxAsProductOptions(("Acme Case Wizard",))}
    assert said("PRD105", 'product x "Acme Case Wizard 4"\nproduct dropbox', rules=options) == ["1: x"]


def test_says_what_it_is() -> None:
    """The box is named, and what to do with the name."""
    (finding,) = of("PRD105", 'product crm "Dynamics 365"')
    assert "Microsoft Dynamics" in finding.message
    assert 'technology "Microsoft Dynamics"' in finding.help


def test_holds_while_the_product_does() -> None:
    """A product that the roadmap ends is resolved."""
    (finding,) = of("PRD105", "plateau one { at 2014 }; plateau two { at 2016 }; product dropbox { until 2015 }")
    assert finding.status.value == "resolved"


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("PRD105", tmp_path, "product dropbox", "product jira")[0].elements == ("jira",)
    assert of_importing("PRD105", tmp_path, "product dropbox", "product x") == []

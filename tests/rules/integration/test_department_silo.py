"""INT106: families that build on nothing but their own legacy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

BODIES = "organisation gds\norganisation dft; organisation dvla { part-of dft }; organisation dvsa { part-of dft }\n"
SHARED = "capability pay; capability other; platform hub { owner gds; provides pay }\n"
OWN = "legacy ledger { owner dvsa }\n"
SILO = BODIES + SHARED + OWN


def test_a_silo() -> None:
    """The finding sits on the top-most organisation, and shows what is wanted, who provides it, and the legacy."""
    (finding,) = of("INT106", SILO + "product p { owner dvla; needs pay; uses ledger }")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (2, "organisation dft", ("dft",))
    assert [label.span.text for label in finding.related] == ["needs pay", "provides pay", "uses ledger"]
    assert "`hub`" in finding.help


@pytest.mark.parametrize(
    "products",
    [
        "product p { owner dvla; provides pay; uses ledger }",
        "product p { owner dft; uses ledger }; product q { owner dvsa; needs pay }",
        "product p { owner dvla; store s; system part { needs pay }; uses ledger }",
        "adaptor a { owner dft; wraps ledger }; product p { owner dft; needs pay; uses a; uses ledger }",
        "product p { owner dvla; needs pay; uses ledger; hosted-on elsewhere }; platform elsewhere { owner gds }",
    ],
    ids=["provides itself", "two products", "a part needs", "an adaptor too", "hosted outside"],
)
def test_breaches(products: str) -> None:
    """All products of the family count together, with what their parts state."""
    assert said("INT106", SILO + products) == ["2: dft"]


@pytest.mark.parametrize(
    "products",
    [
        "product p { owner dvla; needs pay; uses ledger; uses outside }; system outside { owner gds }",
        "product p { owner dvla; needs pay; uses ledger }; product q { owner dvsa; uses hub }",
        "product p { owner dvla; needs pay; uses ledger; uses unowned }; system unowned",
        "product p { owner dvla; needs other; uses ledger }",
        "product p { owner dvla; uses ledger }",
        "product p { owner dvla; needs pay }",
        "product p { owner dvla; needs pay; uses mine }; system mine { owner dvla }",
        "product p { needs pay; uses ledger }",
        "system p { owner dvla; needs pay; uses ledger }",
        "product p { owner dvla; needs pay; uses ledger; uses mine }; system mine { owner dvla; uses hub }",
        "product p { owner dvla; needs pay; uses ledger; hosted-on hub }",
    ],
    ids=[
        "one leads out", "another product's leads out", "owner of a target unknown", "nobody provides it",
        "nothing needed", "no dependency", "no legacy", "owner unknown", "no product", "reached by a way round",
        "runs on it",
    ],
)  # fmt: skip
def test_innocent_models(products: str) -> None:
    """A way out of the family, known or possible, and nothing to gain by one, are no silo."""
    assert said("INT106", SILO + products) == []


@pytest.mark.parametrize(
    "platform",
    [
        "platform hub { owner dvsa; provides pay }",
        "platform hub { provides pay }",
        "legacy hub { owner gds; provides pay }",
    ],
    ids=["its own", "nobody's", "no platform"],
)
def test_a_platform_of_another_family(platform: str) -> None:
    """Only what is known to be another family's platform is a reason to look outside."""
    text = f"{BODIES}capability pay; {platform}\n{OWN}product p {{ owner dvla; needs pay; uses ledger }}"
    assert said("INT106", text) == []


def test_each_family_once() -> None:
    """One finding for each family, however many products and platforms there are."""
    more = "platform also { owner gds; provides pay, other }; legacy mine { owner moj }; organisation moj\n"
    products = "product p { owner dvla; needs pay, other; uses ledger }\nproduct q { owner moj; needs pay; uses mine }"
    assert said("INT106", SILO + more + products) == ["2: dft", "5: moj"]


@pytest.mark.parametrize(
    ("product", "status"),
    [
        ("product p { owner dvla; needs pay; uses ledger until 2015 }", "resolved"),
        ("product p { owner dvla; needs pay since 2015; uses ledger }", "introduced"),
        ("product p { owner dvla; needs pay; uses ledger; uses hub since 2015 }", "resolved"),
        ("product p { owner dvla; system part { needs pay; until 2015 }; uses ledger }", "resolved"),
    ],
)
def test_is_judged_at_each_time(product: str, status: str) -> None:
    """A roadmap can open a silo."""
    (finding,) = of("INT106", "plateau one { at 2014 }; plateau two { at 2016 };" + SILO + product)
    assert finding.status.value == status


def test_imported_families_are_not_judged(tmp_path: Path) -> None:
    """An imported organisation is no subject; an imported platform is there to be used."""
    product = "product p { owner dvla; needs pay; uses ledger }"
    assert said_with_import(tmp_path, "INT106", SHARED + OWN + product, BODIES) == []
    assert said_with_import(tmp_path, "INT106", BODIES + OWN + product, SHARED) == ["2: dft"]


def test_each_place_is_shown_once() -> None:
    """A platform that two products could use is one place."""
    products = "product p { owner dvla; needs pay; uses ledger }\nproduct q { owner dvsa; needs pay }"
    (finding,) = of("INT106", SILO + products)
    assert [label.span.text for label in finding.related] == ["needs pay", "provides pay", "needs pay", "uses ledger"]

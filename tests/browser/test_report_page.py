"""The page in a real browser: found, chosen, moved through time, filtered, by mouse and by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.cli.running import archlint

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

playwright = pytest.importorskip("playwright.sync_api", reason="playwright, which drives the browser, is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe, which judges pages, is not installed")

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on the path")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the whole of government, on disk."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    archlint("report", "models/government", "--output", str(file), folder=ROOT)
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


def _complaint(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in ("error", "warning") else []


def _elsewhere(asked: Request) -> list[str]:
    return [] if asked.url.startswith("file:") else [asked.url]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; whatever it complains of on the console fails the test."""
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    complaints: list[str] = []
    opened.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith("file:") else None)
    opened.goto(address)
    opened.wait_for_selector("#rows tr")
    yield opened
    opened.close()
    assert complaints == []


def test_whoever_asks_for_driver_data_finds_its_holders(page: Page) -> None:
    """Typing and two keys lead to who holds the data in each state, and to the line that says so."""
    page.keyboard.press("/")
    page.keyboard.type("drivers data")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    told = page.inner_text("#about")
    assert "end-2012: master Key transactional technology platforms of Department for Transport" in told
    assert "target: master Cloud-hosted, open source platform of Department for Transport" in told
    assert "models/government/departments/dft.arch:" in told
    assert page.locator("g.node.chosen").count() == 2


def test_a_finding_shows_its_path_its_reason_and_its_line(page: Page) -> None:
    """Choosing a finding marks what it is about, and says why it was made and where."""
    page.select_option("#family", "LEG")
    page.select_option("#owner", "Department for Environment, Food and Rural Affairs")
    page.get_by_role("button", name="which ends 2017-01-01, and lives on after that").click()
    assert {node.get_attribute("data-path") for node in page.locator("g.node.chosen").all()} == {
        "gateway-services", "government-gateway",
    }  # fmt: skip
    assert page.locator("g.edge.chosen").count() >= 1
    told = page.inner_text("#about")
    for words in (
        "What to do",
        "The path that proves it",
        "Action 11, line 73",
        "defra.arch:20",
        "uses government-gateway",
    ):
        assert words in told
    assert page.locator("#rows tr.chosen").count() == 1


def test_the_slider_moves_through_time(page: Page) -> None:
    """What is not there yet is not shown, and two states can be seen beside each other."""
    there = "g.node[data-path='govuk-pay']"
    assert not page.locator(f"{there}.absent").count()
    page.focus("#state")
    page.keyboard.press("Home")
    assert "end-2012" in page.inner_text("#moment")
    assert page.locator(f"{there}.absent").count() == 1
    page.keyboard.press("End")
    page.select_option("#beside", "0")
    assert page.locator(f"{there}.new").count() == 1
    assert page.locator("g.node.gone[data-path='government-gateway']").count() == 1
    assert "removed (dashed)" in page.inner_text("#change")


def test_filters_narrow_the_table(page: Page) -> None:
    """Each filter leaves only what fits, and the count says how many that are."""
    every = page.locator("#rows tr").count()
    page.select_option("#severity", "error")
    page.select_option("#status", "introduced")
    assert 0 < page.locator("#rows tr").count() < every
    assert set(page.locator("#rows td:first-child").all_inner_texts()) == {"error"}
    page.fill("#containing", "no such words")
    assert page.inner_text("#count") == f"0 of {every}"


def test_all_can_be_done_with_the_keyboard(page: Page) -> None:
    """The drawing moves and grows under keys, a box opens with Enter, Escape lets go."""
    page.focus("#stage")
    before = page.get_attribute("#stage svg", "viewBox")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#stage svg", "viewBox") != before
    page.keyboard.press("0")
    page.focus("g.node[data-path='verify']")
    page.keyboard.press("Enter")
    assert page.inner_text("#about h3") == "GOV.UK Verify"
    page.keyboard.press("Escape")
    assert page.locator("g.node.chosen").count() == 0


def test_the_drawing_can_be_dragged_without_choosing(page: Page) -> None:
    """A drag moves the drawing and opens nothing."""
    box = page.locator("g.node[data-path='verify']").bounding_box()
    assert box is not None
    before = page.get_attribute("#stage svg", "viewBox")
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 40, steps=5)
    page.mouse.up()
    assert page.get_attribute("#stage svg", "viewBox") != before
    assert "Choose a box" in page.inner_text("#about")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_anybody(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """axe finds no serious violation, in the light and in the dark, at rest and with something chosen."""
    page = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
    page.goto(address)
    page.wait_for_selector("#rows tr")
    page.locator("#rows button").first.click()
    found = axe.Axe().run(page).response["violations"]
    page.close()
    assert [(one["id"], one["help"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_it_opens_in_no_time(browser: Browser, address: str) -> None:
    """The largest model of this repository is there in less than two seconds."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector("#rows tr")
    took = page.evaluate("performance.now()")
    page.close()
    assert took < 2000

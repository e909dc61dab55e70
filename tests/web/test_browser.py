"""The web page in a real browser: from a dropped pack to the finding, by mouse, by keyboard, on a telephone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.programs import program
from tests.web.running import SAMPLE, Server, papers, serving

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program("chromium"), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if "Content Security" in message.text else None)
    yield opened
    context.close()
    assert problems == []


def send(page: Page, server: Server, files: list[Path], *, name: str = "") -> None:
    page.goto(server.url)
    page.set_input_files("#choose-files", files)
    if name:
        page.fill("input[name=name]", name)
    page.click("text=Check the papers")


def in_order(page: Page) -> int:
    """The number of the finding that is open."""
    return int(page.locator("a.finding-link[aria-current] .no").inner_text())


def test_a_pack_is_sent_and_its_findings_are_worked_through(page: Page, server: Server) -> None:
    # Upload: the result opens by itself.
    send(page, server, papers(), name="From the browser")
    page.wait_for_url("**/result")
    assert "nonconforming" in page.locator(".verdictline .word").inner_text().lower()
    # Evidence: the picture is there and the box lies on it.
    page.locator("a.finding-link", has_text="p").first.wait_for()
    links = page.locator("ol.findings >> a.finding-link")
    for number in range(min(links.count(), 10)):
        links.nth(number).click()
        page.wait_for_selector(
            f"article.detail[data-fingerprint='{links.nth(number).get_attribute('data-fingerprint')}']"
        )
        if page.locator("#detail rect.box").count():
            break
    image, box = page.locator("#detail image").first, page.locator("#detail rect.box").first
    page.wait_for_function("() => performance.getEntriesByType('resource').some(e => e.name.includes('/pages/'))")
    outer, inner = image.bounding_box(), box.bounding_box()
    assert outer and inner and outer["x"] <= inner["x"] + 4 and inner["width"] > 2
    # Zoom: the whole page, larger.
    page.locator("#detail [data-zoom=page]").first.click()
    assert page.locator("#detail svg").first.get_attribute("viewBox", timeout=5000).startswith("0 0 ")
    width = page.locator("#detail svg").first.bounding_box()
    page.locator("#detail [data-zoom=in]").first.click()
    assert page.locator("#detail svg").first.bounding_box()["width"] > width["width"]
    # Correction: kept, and told by the history.
    page.locator("#detail details.correct summary").first.click()
    page.locator("#detail details.correct input[name=why]").first.fill("seen on the page itself")
    with page.expect_navigation(url="**/result"):
        page.locator("#detail details.correct button").first.click()
    page.click("text=History")
    assert "seen on the page itself" in page.locator("main").inner_text()
    # Waiver, with reason and last day.
    page.click("nav.tabs >> text=Result")
    mark = page.locator("article.detail").get_attribute("data-fingerprint")
    page.fill("input[name=reason]", "accepted for the pilot")
    with page.expect_navigation(url="**/result"):
        page.click("form[action$='/waive'] button")
    page.goto(re.sub(r"/result.*", f"/findings/{mark}", page.url))
    assert "accepted for the pilot" in page.locator("article.detail").inner_text()
    # Comment.
    page.fill("textarea[name=text]", "asked the supplier")
    page.click("form[action$='/comment'] button")
    page.wait_for_selector(".talk >> text=asked the supplier")
    # Report.
    page.click("text=Reports and letters")
    with page.expect_download() as download:
        page.click("a:text-is('HTML')")
    assert download.value.suggested_filename == "From-the-browser.html"


def test_findings_are_reached_by_keyboard_alone(page: Page, server: Server, checked_pack: str) -> None:
    page.goto(f"{server.url}{checked_pack}/result")
    first = in_order(page)
    page.keyboard.press("j")
    page.wait_for_function(f"() => document.querySelector('article.detail h2').innerText.startsWith('{first + 1}.')")
    page.keyboard.press("k")
    page.wait_for_function(f"() => document.querySelector('article.detail h2').innerText.startsWith('{first}.')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.go_back()
    assert in_order(page) >= 1
    # From the address to the finding and to its waiver with Tab and Enter only.
    page.goto(f"{server.url}{checked_pack}/result")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('finding-link')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("article.detail")


@pytest.mark.parametrize("part", ["", "/shipment", "/result", "/papers", "/output", "/history", "/compare"])
def test_no_page_has_a_serious_fault_of_accessibility(page: Page, server: Server, checked_pack: str, part: str) -> None:
    page.goto(f"{server.url}{checked_pack}{part}")
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in SERIOUS]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("path", ["/", "/upcoming", "/search?q=61851", "/nowhere"])
def test_no_page_around_has_one_either(page: Page, server: Server, checked_pack: str, path: str) -> None:
    page.goto(f"{server.url}{path}")
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in SERIOUS]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("part", ["", "/shipment", "/result", "/papers", "/output"])
def test_nothing_runs_off_a_telephone(browser: Browser, server: Server, checked_pack: str, part: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server.url}{checked_pack}{part}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 360


def test_progress_survives_a_reload_and_a_restart_of_the_server(browser: Browser, tmp_path: Path) -> None:
    scan = SAMPLE.parents[2] / "documents" / "ho-report-german-n3-scan" / "document.pdf"
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    with serving(tmp_path / "kept", "--workers", "1", "--jobs", "1") as server:
        send(page, server, [scan, *papers(3)], name="Interrupted")
        page.wait_for_url("**/packs/*")
        page.wait_for_selector("text=/reading page|queued|Waiting/")
        page.reload()
        page.wait_for_selector("#progress")
        server.kill()
        server.start()
        page.reload()
        page.wait_for_url("**/result", timeout=120_000)
        assert page.locator(".verdictline").count() == 1
    context.close()


def test_the_supplier_sends_papers_by_link(browser: Browser, page: Page, server: Server, checked_pack: str) -> None:
    page.goto(f"{server.url}{checked_pack}/output")
    page.click("text=Make a link")
    address = page.locator("#address").inner_text()
    context = browser.new_context()
    supplier = context.new_page()
    supplier.set_default_timeout(PATIENCE)
    supplier.goto(address)
    assert "Sample" not in supplier.content()
    supplier.set_input_files("#choose-files", [SAMPLE.parents[1] / "clean-ac-plain" / "papers" / "01_declaration.pdf"])
    supplier.click("text=Send 发送")
    supplier.wait_for_selector("text=Thank you")
    context.close()

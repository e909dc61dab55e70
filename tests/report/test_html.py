"""The HTML report in a real Chromium: matrix, evidence picture and box, no error, accessible, the same without scripts."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from docverify.facts.finding import Outcome
from docverify.report.formats import FORMATS
from tests.programs import program
from tests.report.checked import checked, drawn
from tests.report.test_formats import HOSTILE, hostile_result

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The box of the first failed finding, in points on its page, and where the browser put it on the picture of that page.
BOX_ON_PICTURE = """figure => {
  const drawing = figure.querySelector('svg'), box = drawing.querySelector('rect.box').getBoundingClientRect();
  const frame = drawing.getBoundingClientRect(), view = drawing.viewBox.baseVal, scale = frame.width / view.width;
  const picture = document.querySelector(drawing.querySelector('use').getAttribute('href'));
  return {x: (box.left - frame.left) / scale + view.x, y: (box.top - frame.top) / scale + view.y,
          href: picture.getAttribute('href'), width: view.width, inside: box.top >= frame.top && box.bottom <= frame.bottom};
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program("chromium"), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_bytes(FORMATS["html"](checked("demo"), drawn("demo")))
    return file


def opened(browser: Browser, file: Path, *, scripts: bool) -> tuple[Page, list[str]]:
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": 1200, "height": 900}).new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request", lambda request: told.append(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    page.goto(file.as_uri())
    return page, told


def test_matrix_findings_and_dates_are_there_and_nothing_complains(browser: Browser, report: Path) -> None:
    page, told = opened(browser, report, scripts=True)
    assert page.locator("h1").inner_text() == "The papers do not cover what ships"
    assert page.locator("table.matrix tbody tr").count() >= 5
    failing = [entry for entry in checked("demo").verdict.findings if entry.outcome is Outcome.FAIL]
    assert page.locator("article.finding.fail").count() == len(failing) > 0
    assert page.locator("#dates svg[role=img]").count() == 1
    assert told == []


def test_a_cell_of_the_matrix_opens_its_evidence(browser: Browser, report: Path) -> None:
    page, _ = opened(browser, report, scripts=True)
    page.locator("table.matrix a").first.click()
    assert page.locator("details.cover[open] figure.evidence svg").first.is_visible()


def test_the_box_lies_where_the_words_stand_on_the_page(browser: Browser, report: Path) -> None:
    page, _ = opened(browser, report, scripts=True)
    result = checked("demo")
    finding = next(f for f in result.verdict.findings if f.rule == "EU-RED-ACT-001")
    article = page.locator("article.finding", has_text="EU-RED-ACT-001")
    place = article.locator("figure.evidence").first.evaluate(BOX_ON_PICTURE)
    box = finding.evidence[0].boxes[0]
    assert abs(place["x"] - (box[0] - 1.5)) < 1
    assert abs(place["y"] - (box[1] - 1.5)) < 1
    assert place["inside"]
    assert place["href"].startswith("data:image/png;base64,")
    picture = drawn("demo").of(result.dossier.document(finding.evidence[0].document).sha256, finding.evidence[0].page)
    assert picture is not None and abs(place["width"] - picture.width) < 1


def test_the_picture_is_dark_where_the_quote_stands(browser: Browser, report: Path) -> None:
    """What the browser shows inside the box is print, not empty paper."""
    page, _ = opened(browser, report, scripts=True)
    figure = page.locator("article.finding", has_text="EU-RED-ACT-001").locator("figure.evidence svg").first
    figure.locator("rect.box").evaluate_all("boxes => boxes.forEach(box => box.style.fill = 'none')")
    box = figure.locator("rect.box").first
    box.scroll_into_view_if_needed()
    shot = page.screenshot(clip=box.bounding_box())  # type: ignore[arg-type]
    grey = Image.open(BytesIO(shot)).convert("L")
    inner = grey.crop((4, 4, grey.width - 4, grey.height - 4))
    dark = sum(inner.histogram()[:110]) / (inner.width * inner.height)
    assert 0.05 < dark < 0.6


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_everything_can_be_read_and_opened(browser: Browser, report: Path, scripts: bool) -> None:
    page, told = opened(browser, report, scripts=scripts)
    page.locator("#papers summary").first.click()
    assert page.locator("#papers table").first.is_visible()
    assert page.locator("article.finding figure.evidence svg").first.is_visible()
    assert told == []


def test_axe_finds_no_serious_violation(browser: Browser, report: Path) -> None:
    page, _ = opened(browser, report, scripts=True)
    page.evaluate("document.querySelectorAll('details').forEach(entry => entry.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_keyboard_reaches_the_findings_first(browser: Browser, report: Path) -> None:
    page, _ = opened(browser, report, scripts=True)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the findings"


def test_it_prints_without_the_navigation(browser: Browser, report: Path) -> None:
    page, _ = opened(browser, report, scripts=True)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator("article.finding").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_papers_run_nothing_and_load_nothing(browser: Browser, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        file = tmp_path / f"{number}.html"
        file.write_bytes(FORMATS["html"](hostile_result(text)))
        page, told = opened(browser, file, scripts=True)
        assert page.locator("script").count() == 0
        assert told == []
        page.context.close()

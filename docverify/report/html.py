"""A result as one HTML file that needs no network, no script and no other file.

Every text from a paper is escaped by the template engine; page pictures are held once each and shown by reference, so
that ten findings on one page cost one picture. The parts (`parts.html.j2`) are shared with the web pages.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from docverify import __version__
from docverify.facts.result import Result
from docverify.report.outline import Outline, Place, outline
from docverify.report.pictures import PagePicture, Pictures
from docverify.report.registers import look_ups
from docverify.report.timeline import dates, svg
from docverify.report.words import market_text, shown, word

MARGIN = 34.0  # points above and below the boxes
LEAST_HEIGHT = 84.0
CONTENTS = (
    ("summary", "At a glance"),
    ("coverage", "Coverage"),
    ("findings", "Findings"),
    ("missing", "Missing papers"),
    ("dates", "Dates"),
    ("waivers", "Waivers"),
    ("registers", "Registers"),
    ("papers", "Papers"),
    ("passed", "Passed"),
    ("made", "How it was made"),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """How a place is shown: the picture's address (empty: none, and `why`), the crop and the whole page in points."""

    href: str = ""
    crop: str = ""
    whole: str = ""
    why: str = ""


def as_html(result: Result, pictures: Pictures) -> bytes:
    """The whole report."""
    arranged = outline(result)
    entries = dates(result)
    registers = look_ups(result)
    picture_of = shots(pictures)
    template = environment().get_template("report.html.j2")
    text = template.render(
        o=arranged,
        css=Markup(_style()),
        contents=[entry for entry in CONTENTS if registers or entry[0] != "registers"],
        pictures=picture_of,
        timeline=Markup(_labelled(svg(entries), arranged)),
        dates=entries,
        registers=registers,
        page_pictures=Markup(_page_pictures(pictures)),
        version=result.tool_version or __version__,
    )
    return text.encode("utf-8", "replace")


def environment() -> Environment:
    """The template engine: escapes everything, refuses a name that is not given."""
    made = Environment(
        loader=PackageLoader("docverify.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "shown": shown,
        "brief": _brief,
        "state_word": _state_word,
        "severity_word": _severity_word,
        "market_word": market_text,
        "is_link": _is_link,
    }
    return made


def shots(pictures: Pictures) -> Callable[[Place], Shot]:
    """The function that says how a place is shown."""
    numbers = {key: number for number, key in enumerate(pictures.drawn, 1)}

    def shot(place: Place) -> Shot:
        picture = pictures.of(place.sha256, place.page)
        if picture is None:
            return Shot(why=shown(pictures.why_not(place.sha256, place.page)))
        return _shot(f"#page-{numbers[place.sha256, place.page]}", picture, place)

    return shot


def _shot(href: str, picture: PagePicture, place: Place) -> Shot:
    whole = f"0 0 {picture.width:.0f} {picture.height:.0f}"
    top, height = crop(place.boxes, picture.height)
    return Shot(href, f"0 {top:.0f} {picture.width:.0f} {height:.0f}", whole)


def crop(boxes: Sequence[tuple[float, float, float, float]], page_height: float) -> tuple[float, float]:
    """Top and height of the strip of the page that shows the boxes; the whole page when there are none."""
    if not boxes:
        return 0.0, page_height
    top = min(box[1] for box in boxes) - MARGIN
    bottom = max(box[3] for box in boxes) + MARGIN
    lacking = max(0.0, LEAST_HEIGHT - (bottom - top)) / 2
    top, bottom = max(0.0, top - lacking), min(page_height, bottom + lacking)
    return (top, bottom - top) if 0 <= top < bottom else (0.0, page_height)


def _page_pictures(pictures: Pictures) -> str:
    images = [
        f'<image id="page-{number}" width="{picture.width:.2f}" height="{picture.height:.2f}" '
        f'href="data:image/{picture.type};base64,{b64encode(picture.content).decode("ascii")}"/>'
        for number, picture in enumerate(pictures.drawn.values(), 1)
    ]
    if not images:
        return ""
    style = "position:absolute;width:0;height:0;overflow:hidden"
    return f'<svg aria-hidden="true" style="{style}"><defs>{"".join(images)}</defs></svg>'


def _labelled(picture: str, arranged: Outline) -> str:
    label = f"Dates of {len(arranged.papers)} papers, of the shipment and of changes of rules; the table says the same"
    return picture.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def _style() -> str:
    """What the report shares with the web page, then its own."""
    here = resources.files("docverify.report")
    return "".join(here.joinpath(name).read_text("utf-8") for name in ("look/look.css", "templates/report.css"))


def _state_word(state: Any) -> str:
    return word("states", state.value)


def _severity_word(severity: Any) -> str:
    return word("severities", severity.value)


def _brief(text: str) -> str:
    short = shown(text[:150])
    return short if len(text) <= 150 else f"{short}…"


def _is_link(url: str) -> bool:
    return url.startswith(("https://", "http://"))

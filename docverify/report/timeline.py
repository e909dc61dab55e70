"""The dates of a result on one line: when papers were tested, issued and end, when rules change, when it ships.

`dates` gives them as a table, `svg` as a picture that needs no script and no font file. A date far outside the others
(a misread year) stands at the edge with its date written, so that it does not squeeze the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from docverify.facts.document import Document
from docverify.facts.evidence import Found
from docverify.facts.result import Result
from docverify.report.words import shown

WIDTH, LEFT, RIGHT, LANE, TOP, FOOT = 960, 250, 24, 20, 46, 30
YEARS_BEFORE, YEARS_AFTER = 8, 6
LABEL = 36  # characters
MOST_LANES = 80
NAMES = {
    "issued_on": "issued",
    "revised_on": "revised",
    "received_on": "sample received",
    "tested_from": "tests begin",
    "tested_to": "tests end",
    "valid_until": "valid until",
}
COLOURS = {
    "issued": "#1d4f91",
    "revised": "#1d4f91",
    "sample received": "#5c6570",
    "tests begin": "#5c6570",
    "tests end": "#5c6570",
    "valid until": "#a0241c",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: the lane it stands in (a paper, or empty for the shipment and the rules), what happens, the words."""

    day: date
    lane: str
    what: str
    note: str = ""


def dates(result: Result) -> tuple[Dated, ...]:
    """Every date, by day."""
    papers = [entry for document in result.dossier.documents for entry in _of(document)]
    rules = [Dated(entry.on, "", "changes", shown(entry.because)) for entry in result.look_ahead]
    ships = Dated(result.as_of, "", "placed on the market", shown(result.shipment.name))
    return tuple(sorted({ships, *papers, *rules}, key=_by_day))


def _by_day(entry: Dated) -> tuple[date, str, str]:
    return (entry.day, entry.lane, entry.what)


def _of(document: Document) -> list[Dated]:
    found: list[Dated] = []
    for name, what in NAMES.items():
        entries: Sequence[Found[Any]] = document.values(name)
        found += [
            Dated(x.value, shown(document.name), what, shown(x.quote)) for x in entries[:2] if isinstance(x.value, date)
        ]
    return found


def svg(entries: Sequence[Dated]) -> str:
    """The dates drawn: a lane a paper, a line down for the shipment and for each change of the rules."""
    ships = [entry for entry in entries if entry.what == "placed on the market"]
    if not ships:
        return ""
    lanes = list(dict.fromkeys(entry.lane for entry in entries if entry.lane))[:MOST_LANES]
    scale = _Scale.over(entries, ships[0].day)
    height = TOP + LANE * max(len(lanes), 1) + FOOT
    body = [
        *_years(scale, height),
        *(part for row, lane in enumerate(lanes) for part in _lane(scale, entries, lane, TOP + LANE * row)),
        *_changes(scale, entries, height),
        *_down(scale, ships[0].day, height, "#12243a", f"ships {ships[0].day}", 14),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        'font-family="Noto Sans, Noto Sans SC, system-ui, sans-serif" font-size="11">'
        f"{''.join(body)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    @classmethod
    def over(cls, entries: Sequence[Dated], ships: date) -> "_Scale":
        years = [entry.day.year for entry in entries if -YEARS_BEFORE <= entry.day.year - ships.year <= YEARS_AFTER]
        return cls(date(min(years), 1, 1).toordinal(), date(min(max(years) + 1, 9999), 1, 1).toordinal())

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(LEFT + min(1.0, max(0.0, share)) * (WIDTH - LEFT - RIGHT), 1)

    def inside(self, day: date) -> bool:
        return self.first <= day.toordinal() <= self.last


def _years(scale: _Scale, height: int) -> list[str]:
    first, last = date.fromordinal(scale.first).year, date.fromordinal(scale.last).year
    step = 1 if last - first <= 14 else 2
    parts = []
    for year in range(first, last + 1, step):
        x = scale.x(date(year, 1, 1))
        parts.append(f'<line x1="{x}" y1="{TOP - 6}" x2="{x}" y2="{height - FOOT}" stroke="#d8dee6"/>')
        parts.append(f'<text x="{x}" y="{height - 12}" text-anchor="middle" fill="#4a5560">{year}</text>')
    return parts


def _lane(scale: _Scale, entries: Sequence[Dated], lane: str, y: int) -> list[str]:
    own = [entry for entry in entries if entry.lane == lane]
    middle = y + LANE // 2
    parts = [
        f'<line x1="{LEFT}" y1="{middle}" x2="{WIDTH - RIGHT}" y2="{middle}" stroke="#eef1f5"/>',
        f'<text x="{LEFT - 10}" y="{middle + 4}" text-anchor="end" fill="#12243a">{escape(_short(lane))}</text>',
        *_bar(scale, own, middle),
    ]
    return [*parts, *(_dot(scale, entry, middle) for entry in own)]


def _bar(scale: _Scale, own: Sequence[Dated], middle: int) -> list[str]:
    """Tests from their first day to their last; validity from the day of issue to its end."""
    parts = []
    for start, stop, colour in (("tests begin", "tests end", "#b9c2cc"), ("issued", "valid until", "#a9c4e8")):
        begin = [entry.day for entry in own if entry.what == start]
        end = [entry.day for entry in own if entry.what == stop]
        if begin and end and min(begin) <= max(end):
            x0, x1 = scale.x(min(begin)), scale.x(max(end))
            parts.append(f'<rect x="{x0}" y="{middle - 3}" width="{max(x1 - x0, 2):.1f}" height="6" fill="{colour}"/>')
    return parts


def _dot(scale: _Scale, entry: Dated, middle: int) -> str:
    x, colour = scale.x(entry.day), COLOURS[entry.what]
    title = f"<title>{escape(f'{entry.lane}: {entry.what} {entry.day}')}</title>"
    if not scale.inside(entry.day):
        anchor, sign = ("start", "←") if entry.day.toordinal() < scale.first else ("end", "→")
        words = f"{sign} {entry.what} {entry.day}"
        return f'<text x="{x}" y="{middle + 4}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
    if entry.what == "valid until":
        points = f"{x},{middle - 6} {x + 6},{middle} {x},{middle + 6} {x - 6},{middle}"
        return f'<polygon points="{points}" fill="{colour}">{title}</polygon>'
    return f'<circle cx="{x}" cy="{middle}" r="4.5" fill="{colour}" stroke="#fff">{title}</circle>'


def _changes(scale: _Scale, entries: Sequence[Dated], height: int) -> list[str]:
    days = list(dict.fromkeys(entry.day for entry in entries if entry.what == "changes"))
    return [
        part
        for row, day in enumerate(days)
        for part in _down(scale, day, height, "#7a4b00", f"{day}", 26 + 10 * (row % 2))
    ]


def _down(scale: _Scale, day: date, height: int, colour: str, words: str, y: int) -> list[str]:
    x = scale.x(day)
    anchor = "end" if x > WIDTH - 120 else "start"
    gap = -4 if anchor == "end" else 4
    dash = ' stroke-dasharray="4 3"' if colour != "#12243a" else ' stroke-width="2"'
    return [
        f'<line x1="{x}" y1="{y - 8}" x2="{x}" y2="{height - FOOT}" stroke="{colour}"{dash}/>',
        f'<text x="{x + gap}" y="{y}" text-anchor="{anchor}" fill="{colour}" font-weight="bold">{escape(words)}</text>',
    ]


def _short(name: str) -> str:
    last = name.rsplit("/", 1)[-1]
    return last if len(last) <= LABEL else f"{last[: LABEL - 1]}…"

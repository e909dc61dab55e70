"""Rules to the cells of tables: where rules cross they make corners, four joined corners make a cell, cells that touch
make a table.

Refuses pages with more crossings than any table has, so that a drawing cannot stall the reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docverify.facts.evidence import Box
from docverify.reading.page import union
from docverify.reading.rules import Ruling

TOLERANCE = 3.0
MOST_CROSSINGS = 5000
MOST_PAIRS = 400_000
Corner: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Span:
    """A whole rule after joining its parts: at `at` across, from `low` to `high` along."""

    at: float
    low: float
    high: float


def tables_in(rules: Sequence[Ruling]) -> list[list[Box]]:
    """The tables as lists of cell boxes, top to bottom; a lone box is no table."""
    flat = spans_of([(rule.y0, rule.x0, rule.x1) for rule in rules if not rule.is_upright])
    upright = spans_of([(rule.x0, rule.y0, rule.y1) for rule in rules if rule.is_upright])
    if len(flat) < 2 or len(upright) < 2 or len(flat) * len(upright) > MOST_PAIRS:
        return []
    along_flat, along_upright = _crossings(flat, upright)
    if sum(map(len, along_flat.values())) > MOST_CROSSINGS:
        return []
    groups = _touching(_cells(along_flat, along_upright))
    return sorted((group for group in groups if len(group) > 1), key=_top)


def _top(cells: list[Box]) -> tuple[float, float]:
    box = union(cells)
    return (box[1], box[0])


def spans_of(parts: Iterable[tuple[float, float, float]]) -> list[Span]:
    """Rules nearly on one line drawn onto it, and their parts joined where they touch."""
    lines: list[tuple[float, list[tuple[float, float]]]] = []
    previous = float("-inf")
    for at, low, high in sorted(parts):
        if at - previous > TOLERANCE or not lines:
            lines.append((at, []))
            previous = at
        lines[-1][1].append((low, high))
    return [Span(at, low, high) for at, pieces in lines for low, high in _joined(pieces)]


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for low, high in sorted(pieces):
        if joined and low <= joined[-1][1] + TOLERANCE:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


Along: TypeAlias = dict[Span, list[Corner]]


def _crossings(flat: list[Span], upright: list[Span]) -> tuple[Along, Along]:
    """The corners along every flat rule, from the left, and along every upright one, from the top."""
    along_flat: Along = {}
    along_upright: Along = {}
    for down in upright:
        for across in flat:
            meets_flat = across.low - TOLERANCE <= down.at <= across.high + TOLERANCE
            if meets_flat and down.low - TOLERANCE <= across.at <= down.high + TOLERANCE:
                along_flat.setdefault(across, []).append((down.at, across.at))
                along_upright.setdefault(down, []).append((down.at, across.at))
    return along_flat, along_upright


def _following(along: Along) -> dict[Corner, list[Corner]]:
    """For every corner the later ones on the same rule."""
    following: dict[Corner, list[Corner]] = {}
    for corners in along.values():
        ranked = sorted(corners)
        for at, corner in enumerate(ranked):
            following[corner] = ranked[at + 1 :]
    return following


def _cells(along_flat: Along, along_upright: Along) -> list[Box]:
    """The smallest cell to the lower right of every corner that has one."""
    right, below = _following(along_flat), _following(along_upright)
    cells = (_cell(corner, right, below) for corner in sorted(right))
    return [cell for cell in cells if cell is not None]


def _cell(corner: Corner, right: dict[Corner, list[Corner]], below: dict[Corner, list[Corner]]) -> Box | None:
    for lower in below.get(corner, []):
        reached = set(right.get(lower, []))
        for upper in right.get(corner, []):
            opposite = (upper[0], lower[1])
            if opposite in reached and opposite in below.get(upper, []):
                return (corner[0], corner[1], opposite[0], opposite[1])
    return None


def _touching(cells: list[Box]) -> list[list[Box]]:
    """The cells in groups that share corners."""
    leader = list(range(len(cells)))
    owner: dict[Corner, int] = {}
    for at, (x0, y0, x1, y1) in enumerate(cells):
        for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)):
            other = owner.setdefault(corner, at)
            leader[_leader(leader, at)] = _leader(leader, other)
    groups: dict[int, list[Box]] = {}
    for at, cell in enumerate(cells):
        groups.setdefault(_leader(leader, at), []).append(cell)
    return list(groups.values())


def _leader(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at

"""A pack's newest result as pages show it: read once, kept while it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from json import loads

from docverify.corrections import MARK, text_of
from docverify.errors import NotHere
from docverify.facts.document import Document
from docverify.facts.evidence import Box
from docverify.facts.result import Result
from docverify.ledger import Ledger
from docverify.ledger.desk import packs
from docverify.ledger.desk.records import Pack
from docverify.report.html import crop
from docverify.report.outline import Item, Outline, Place, outline
from docverify.report.pictures import Wanted
from docverify.report.read_result import result_from_json
from docverify.report.words import quoted, shown, spaced, value_text
from docverify.web import pictures
from docverify.web.asking import Ask


@dataclass(frozen=True, slots=True)
class Arranged:
    """The result, and the same arranged for people."""

    run: int
    result: Result
    outline: Outline

    def item(self, fingerprint: str) -> Item:
        """The finding with that fingerprint, whatever its outcome."""
        for item in (*self.outline.open_items, *self.outline.waived, *self.outline.passed):
            if item.finding.fingerprint == fingerprint:
                return item
        raise NotHere("this result has no such finding any more; it may be settled since")

    def document(self, id: str) -> Document:
        """The paper with that id."""
        try:
            return self.result.dossier.document(id)
        except KeyError:
            raise NotHere("this result has no such paper any more") from None


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that was read where a finding points, as the form to correct it shows it."""

    document: str
    field: str
    field_name: str
    was: str
    text: str
    quote: str
    origin: str
    corrected: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A place with its picture: its address, the page and the part around the boxes as view boxes, and the readings."""

    place: Place
    href: str
    whole: str
    crop: str
    why: str
    readings: tuple[Reading, ...]
    url: str


def arranged(ledger: Ledger, pack: Pack) -> Arranged | None:
    """The newest result of the pack; None when there is none yet."""
    return _arranged(_Source(ledger), pack.run) if pack.run else None


class _Source:
    """A ledger that compares by its name, so that a result is read once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self.ledger is other.ledger

    def __hash__(self) -> int:
        return id(self.ledger)


@lru_cache(maxsize=24)
def _arranged(source: _Source, run: int) -> Arranged:
    result = result_from_json(loads(source.ledger.result_json(run)))
    return Arranged(run, result, outline(result))


def needed(ask: Ask) -> tuple[Pack, Arranged]:
    """The pack and its result; NotHere when there is no result yet."""
    pack = ask.pack()
    found = arranged(ask.ledger, pack)
    if found is None:
        raise NotHere("this pack has no result yet")
    return pack, found


def shots(ask: Ask, pack: Pack, found: Arranged, places: Sequence[Place]) -> tuple[Shot, ...]:
    """The places with their pictures."""
    return tuple(_shot(ask, pack, found, place) for place in places)


def _shot(ask: Ask, pack: Pack, found: Arranged, place: Place) -> Shot:
    readings = _readings(found, place)
    kept = picture_of(ask, pack, found, place.sha256, place.page)
    href = f"/packs/{pack.id}/pages/{place.sha256}/{place.page}"
    url = f"/packs/{pack.id}/papers/{place.document.replace('#', '~')}?page={place.page}"
    if isinstance(kept, str):
        return Shot(place, "", "", "", kept, readings, url)
    top, height = crop(place.boxes, kept.height)
    whole, part = f"0 0 {kept.width:g} {kept.height:g}", f"0 {top:.1f} {kept.width:g} {height:.1f}"
    return Shot(place, href, whole, part, "", readings, url)


def picture_of(ask: Ask, pack: Pack, found: Arranged, digest: str, page: int) -> pictures.Kept | str:
    """The page's picture, drawn now when it was not drawn ahead; why there is none."""
    kept = pictures.kept(ask.desk.folder, digest, page)
    if kept is not None:
        return kept
    document = next((d for d in found.result.dossier.documents if d.sha256 == digest), None)
    if document is None:
        return "this pack holds no such paper"
    file = next((f for f in packs.files_of(ask.ledger, pack.id) if _holds(f.path, document.path)), None)
    if file is None:
        return "the paper was taken out of the pack"
    return pictures.drawn_now(ask.desk.folder, file, Wanted(digest, document.path, page, 0))


def _holds(file: str, paper: str) -> bool:
    return paper == file or paper.startswith(f"{file}/")


def _readings(found: Arranged, place: Place) -> tuple[Reading, ...]:
    document = next((d for d in found.result.dossier.documents if d.id == place.document), None)
    if document is None:
        return ()
    return tuple(r for r in readings_of(document, place.page, place.boxes) if r.text)[:12]


def readings_of(document: Document, page: int | None = None, boxes: Sequence[Box] | None = None) -> list[Reading]:
    """The values of a paper, or those on a page where the boxes are."""
    return [
        Reading(
            document.id,
            name,
            spaced(name),
            text_of(entry.value),
            value_text(entry.value),
            quoted(entry.quote),
            entry.origin.value,
            _said(entry.details.get(MARK)),
        )
        for name, entries in document.fields.items()
        for entry in entries
        if page is None or any(e.page == page and _overlaps(e.box, boxes or ()) for e in entry.evidence)
    ]


def _said(mark: dict[str, str] | None) -> str:
    return shown(f"read as '{mark['was']}'; corrected by {mark['who']}: {mark['why']}") if mark else ""


def _overlaps(box: Box, others: Sequence[Box]) -> bool:
    return any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in others)

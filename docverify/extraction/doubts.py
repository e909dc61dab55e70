"""Takes back what a paper shows to a machine only, or takes back itself in the same breath.

A value whose words nobody sees (hidden, struck out) is no value: it leaves the record and its place goes into the marks
`unseen`. A value that stands only in a note laid over the paper, or in a form field of somebody else's certificate or
report, goes into the marks `laid_over` and carries no pass. A value beside words such as "not applied" or "does not
cover" keeps its place with a confidence that no pass may rest on. Words stamped over a paper (WITHDRAWN, DRAFT,
SPECIMEN) go into the marks `stamped`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from itertools import islice
from typing import Any

import yaml

from docverify.extraction.compared import Denial, denial_of
from docverify.extraction.limits import LIMITING, MOST, limits_on
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Box, Found, Origin
from docverify.reading.page import Line, Page, ReadDocument

LOOKED_AT = frozenset(
    (DocumentKind.DECLARATION, DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT, DocumentKind.DATASHEET)
)
DECISIVE: tuple[str, ...] = (
    *("models", "standards", "legal_acts", "issued_on", "valid_until", "factory", "manufacturer", "result"),
    *("firmware_version", "hardware_version", "issuer_body_number", "document_number", "connectors", "references"),
)
SIGNING = ("signatory_name", "signatory_function", "place")
MOST_PAGES = 12  # rendered for one document: what decides stands on few pages
DOUBTED = 0.3  # below what a pass may rest on
LARGE = 18.0  # points: a stamp is printed large
REST = r"(?P<rest>[^.;。\n]{0,120}\n?[^.;。\n]{0,60})"  # what a sentence goes on to name, over one line end
NOTED = 0.35  # a word of a note is no surer
OTHERS_WORD = frozenset((DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT))
STAMPING = frozenset((DocumentKind.DECLARATION, DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT))


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    table = yaml.safe_load(resources.files("docverify.extraction").joinpath("doubts.yaml").read_text("utf-8"))
    words = {name: "|".join(entries) for name, entries in table.items() if isinstance(entries, list)}
    return {
        "beside": re.compile(rf"(?<!\w)(?:{words['beside']})(?!\w)", re.IGNORECASE),
        "model": re.compile(rf"(?<!\w)(?:{words['model']}){REST}", re.IGNORECASE),
        "after_model": re.compile(rf"^\W*(?:{words['after_model']})", re.IGNORECASE),
        "stamps": re.compile(rf"(?<!\S)(?P<word>{words['stamps']})\W*$", re.IGNORECASE | re.MULTILINE),
        "verdict": re.compile(table["verdict"], re.IGNORECASE),
    }


def with_doubts(record: Document, document: ReadDocument) -> Document:
    """The record without what nobody sees, with what the paper itself takes back doubted, and its stamps marked."""
    first, last = record.pages
    pages = {page.number: page for page in document.pages if first <= page.number <= last}
    if record.kind in LIMITING and (limited := list(islice(limits_on(list(pages.values())[:MOST_PAGES]), MOST))):
        record = replace(record, marks={**record.marks, "limited": limited})
    if record.kind not in LOOKED_AT:
        return record
    unseen: list[dict[str, Any]] = []
    fields = {
        name: tuple(_kept(name, entries, pages, unseen)) if name in DECISIVE else entries
        for name, entries in record.fields.items()
    }
    laid_over: list[dict[str, Any]] = []
    fields = {name: tuple(_as_laid_over(record, name, entries, laid_over)) for name, entries in fields.items()}
    marks = {
        **record.marks,
        **({"unseen": unseen} if unseen else {}),
        **({"laid_over": laid_over} if laid_over else {}),
    }
    if record.kind in STAMPING and (stamped := list(_stamps(list(pages.values())[:MOST_PAGES]))):
        marks["stamped"] = stamped
    return replace(record, fields={name: entries for name, entries in fields.items() if entries}, marks=marks)


def _as_laid_over(
    record: Document, name: str, entries: Sequence[Found[Any]], laid_over: list[dict[str, Any]]
) -> Iterator[Found[Any]]:
    """The entries, those that somebody may have laid over the paper at a confidence that no pass may rest on."""
    for entry in entries:
        how = _laid_over(record, entry)
        if not how:
            yield entry
            continue
        if name in (*DECISIVE, *SIGNING):
            boxes = [list(item.box) for item in entry.evidence]
            laid_over.append({"how": how, "page": entry.evidence[0].page, "boxes": boxes, "quote": entry.quote})
        yield replace(entry, confidence=min(entry.confidence, DOUBTED), details={**entry.details, "stands_in": how})


def _laid_over(record: Document, entry: Found[Any]) -> str:
    """In what the value stands that is no print of the paper itself; empty when it is its print."""
    if entry.origin is not Origin.FORM or not entry.evidence:
        return ""
    if entry.confidence <= NOTED:
        return "a note laid over the paper"
    signed = record.marks.get("signatures") or ()
    sealed = bool(signed) and not any(mark.get("changed_after", True) for mark in signed)
    return "a form field that anybody can fill" if record.kind in OTHERS_WORD and not sealed else ""


def _kept(
    name: str, entries: Sequence[Found[Any]], pages: Mapping[int, Page], unseen: list[dict[str, Any]]
) -> Iterator[Found[Any]]:
    """The entries that a person sees, the doubtful ones at a lower confidence."""
    for entry in entries:
        page = pages.get(entry.evidence[0].page) if entry.evidence else None
        if page is None:
            yield entry
            continue
        boxes = [item.box for item in entry.evidence if item.page == page.number]
        state = _sight(page, boxes, pages, entry.quote) if entry.origin in (Origin.TEXT, Origin.TABLE) else ""
        if state:
            unseen.append({"how": state, "page": page.number, "boxes": list(map(list, boxes)), "quote": entry.quote})
        else:
            yield _doubted(name, entry, page, boxes, pages)


def _sight(page: Page, boxes: Sequence[Box], pages: Mapping[int, Page], words: str) -> str:
    return page.sight(boxes, words) if list(pages).index(page.number) < MOST_PAGES else ""


def _doubted(name: str, entry: Found[Any], page: Page, boxes: Sequence[Box], pages: Mapping[int, Page]) -> Found[Any]:
    doubt = ""
    if name in ("standards", "legal_acts"):
        doubt = _said_beside(page, boxes)
    elif name == "models":
        doubt = _excluded(entry, pages) or _after(page, boxes[-1])
    elif name == "result" and entry.value == "pass":
        doubt = next((m[0] for p in pages.values() for m in [_patterns()["verdict"].search(p.text)] if m), "")
    denial = _denial(name, entry, page, boxes, pages) if name in ("standards", "legal_acts", "models") else None
    doubt = doubt or (denial.words if denial else "")
    if not doubt:
        return entry
    details = {
        **entry.details,
        "doubt": " ".join(doubt.split()),
        **({"denied": True} if denial and denial.sure else {}),
    }
    return replace(entry, confidence=min(entry.confidence, DOUBTED), details=details)


def _denial(name: str, entry: Found[Any], page: Page, boxes: Sequence[Box], pages: Mapping[int, Page]) -> Denial | None:
    """What a comparison says against the value where it was read or, for a model, anywhere on the paper."""
    looked_at = list(pages.values())[:MOST_PAGES] if name == "models" else [page]
    words = entry.quote.strip()
    found = [denial_of(there, words, boxes if there is page else ()) for there in looked_at]
    return next((denial for denial in found if denial is not None), None)


def _said_beside(page: Page, boxes: Sequence[Box]) -> str:
    if not _patterns()["beside"].search(page.text):
        return ""
    for line in _lines_at(page, boxes[-1]):
        if match := _patterns()["beside"].search(line.text):
            return match[0]
    return ""


def _lines_at(page: Page, box: Box) -> list[Line]:
    middle = (box[1] + box[3]) / 2
    return [line for line in page.lines if line.box[1] <= middle <= line.box[3]]


def _excluded(entry: Found[Any], pages: Mapping[int, Page]) -> str:
    """The words of a sentence that leaves the designation out."""
    printed = entry.quote.strip()
    if len(printed) < 3:
        return ""
    for page in pages.values():
        for match in _patterns()["model"].finditer(page.text):
            if re.search(rf"(?<!\w){re.escape(printed)}(?!\w)", match["rest"]):
                return match[0]
    return ""


def _after(page: Page, box: Box) -> str:
    """Words behind or right below the designation that take it back."""
    if not any(word in page.text.casefold() for word in ("not ", "nicht ", "non ", "未")):
        return ""
    height = box[3] - box[1]
    for line in page.lines:
        behind = line.box[1] <= (box[1] + box[3]) / 2 <= line.box[3] and line.box[2] > box[2]
        below = 0 < line.box[1] - box[1] <= 2.2 * height and line.box[0] < box[2] + 40
        tail = " ".join(word.text for word in line.words if not behind or word.box[0] >= box[2] - 1)
        if (behind or below) and _patterns()["after_model"].search(tail):
            return tail
    return ""


def _stamps(pages: Sequence[Page]) -> Iterator[dict[str, Any]]:
    """Large words of a stamp that the page prints by themselves.

    The plain text keeps what was printed in one go together; the layout lines do not, for a stamp crosses them.
    """
    for page in pages:
        for match in _patterns()["stamps"].finditer(page.text):
            word, before = match["word"], page.text[: match.start("word")].rpartition("\n")[2]
            if before.strip() and word != word.upper():
                continue  # a slanted stamp is joined to the line before it, and is printed in capitals
            boxes = page.boxes_of(match.start("word"), match.end("word"))
            if boxes and max(box[3] - box[1] for box in boxes) >= LARGE:
                yield {"word": word, "page": page.number, "boxes": [list(box) for box in boxes], "quote": word}

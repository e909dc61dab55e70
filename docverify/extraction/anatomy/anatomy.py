"""Puts the anatomy of a manual together and into its marks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docverify.extraction.anatomy import pointers, words
from docverify.extraction.anatomy.codes import codes_in
from docverify.extraction.anatomy.declared import declared_at
from docverify.extraction.anatomy.renames import renames_in
from docverify.extraction.anatomy.said import said_in
from docverify.facts.document import Document
from docverify.reading.page import Page, ReadDocument
from docverify.reading.written.lines import CHARACTER, INK, LINE_HEIGHT

MOST = 40  # places told of one kind of mistake


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of a manual in one language."""

    language: str
    pages: tuple[Page, ...]


def with_anatomy(record: Document, document: ReadDocument) -> Document:
    """The record with `manual` among its marks: plain JSON, places with page, boxes and quote."""
    pages = tuple(page for page in document.pages if record.pages[0] <= page.number <= record.pages[1])
    if not pages:
        return record
    parts = parts_of(record, pages)
    contents = pointers.contents_pages(pages)
    anatomy = {
        "parts": [_part(part, contents) for part in parts],
        "dangling": _limited(_dangling(parts, document.page_count, contents)),
        "dead_links": _limited(_dead_links(document)),
        "codes": codes_in(pages),
        "revisions": _revisions(pages),
        "decimals": _limited(found for part in parts for found in _decimals(part)),
        "units": _limited(_units(pages)),
        "renames": renames_in(pages),
        "said": said_in(pages),
        "declared_at": declared_at(record, pages),
        **document.structure.get("manual_file", {}),
        **_told(document),
    }
    marks = {name: mark for name, mark in record.marks.items() if name != "manual_file"}
    metadata = dict(document.structure.get("metadata", {}))
    return replace(record, marks={**marks, "manual": anatomy, "metadata": metadata})


def _told(document: ReadDocument) -> dict[str, Any]:
    """What the reader of a written source warns of, and its chapters and tables; nothing for a PDF."""
    written = document.structure.get("written")
    if written is None:
        return {}
    titles = [page.lines[0].text for page in document.pages if page.lines]
    begins = [[page.number, int(page.lines[0].box[1] / LINE_HEIGHT) + 1] for page in document.pages if page.lines]
    outline = {"chapters": titles, "tables": sum(len(page.tables) for page in document.pages), "begins": begins}
    return {"warnings": [{"text": text} for text in written["warnings"]], "outline": outline}


def parts_of(record: Document, pages: Sequence[Page]) -> tuple[Part, ...]:
    """The languages of the manual with their pages, in page order; one nameless part where no language is known."""
    ranges = sorted(record.languages, key=_first)
    by_language: dict[str, list[Page]] = {}
    for entry in ranges:
        inside = [page for page in pages if entry.first <= page.number <= entry.last]
        by_language.setdefault(entry.language, []).extend(inside)
    parts = tuple(Part(language, tuple(dict.fromkeys(found))) for language, found in by_language.items() if found)
    if not parts or _is_mixed(parts):
        main = max(parts, key=_size).language if parts else ""
        return (Part(main, tuple(pages)),)
    return parts


def _is_mixed(parts: Sequence[Part]) -> bool:
    """Whether languages stand among one another, page by page: a text half translated is no two translations."""
    large = [part for part in parts if len(part.pages) >= _THIN * max(map(_size, parts))]
    for part in large:
        spans = [p for other in large if other is not part for p in other.pages]
        inside = [page for page in spans if part.pages[0].number < page.number < part.pages[-1].number]
        if len(large) > 1 and len(inside) > _AMONG * len(part.pages):
            return True
    return False


_AMONG = 0.3


def _size(part: Part) -> int:
    return len(part.pages)


_THIN = 0.25  # of the pages of the largest part: less is an excerpt (a licence, a declaration), no translation


def _dangling(parts: Sequence[Part], page_count: int, contents: frozenset[int]) -> Iterable[dict[str, Any]]:
    """What leads nowhere in each translation; what stands on the pages of an excerpt is there for all of them."""
    most = max(len(part.pages) for part in parts)
    excerpts = [page for part in parts if len(part.pages) < _THIN * most for page in part.pages]
    for part in parts:
        if len(part.pages) >= _THIN * most:
            yield from pointers.dangling(part.pages, page_count, skipped=contents, beside=excerpts)


def _first(entry: Any) -> int:
    return int(entry.first)


def _part(part: Part, contents: frozenset[int]) -> dict[str, Any]:
    text = [page for page in part.pages if page.number not in contents]
    return {
        "language": part.language,
        "pages": [part.pages[0].number, part.pages[-1].number],
        "page_count": len(part.pages),
        "chapters": pointers.chapters(part.pages, contents),
        "warnings": sum(words.warnings_on(page.text) for page in text),
        "tables": sorted(pointers.captioned(text, "table")),
        "figures": sorted(pointers.captioned(text, "figure")),
    }


def place_of(page: Page, span: tuple[int, int], **more: Any) -> dict[str, Any]:
    """A place as plain JSON: page, boxes and the words there."""
    boxes = [list(box) for box in page.boxes_of(*span)]
    return {"page": page.number, "boxes": boxes, "quote": page.text[slice(*span)], **more}


def _limited(places: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for entry in places:
        found.append(entry)
        if len(found) == MOST:
            break
    return found


def _dead_links(document: ReadDocument) -> Iterable[dict[str, Any]]:
    """Links within a written source to an anchor that is not there."""
    written = document.structure.get("written")
    if not written:
        return
    anchors = {anchor.lower() for anchor in written["anchors"]}
    for link in written["links"]:
        target = str(link["target"])
        if target.startswith("#") and len(target) > 1 and target[1:].lower() not in anchors:
            yield {**line_place(link["line"], target, document.pages), "kind": "link", "target": target}


def line_place(line: int, quote: str, pages: Sequence[Page]) -> dict[str, Any]:
    """A place on a line of a written source."""
    top = (line - 1) * LINE_HEIGHT
    before = [page.number for page in pages if page.lines and page.lines[0].box[1] <= top]
    box = [0.0, top, CHARACTER * max(len(quote), 1), top + INK]
    return {"page": before[-1] if before else 1, "boxes": [box], "quote": quote}


_EDGE_LINES = 3


def _revisions(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """Every revision printed at the head or the foot of a page, on the cover or behind a label, each value once."""
    found: dict[str, dict[str, Any]] = {}
    for page in pages:
        for start, end in _edges(page, whole=page.number == pages[0].number):
            for match in words.revision().finditer(page.text, start, end):
                value = match[1]
                if value.lower() not in found:
                    found[value.lower()] = place_of(page, match.span(), value=value, pages=0)
                found[value.lower()]["pages"] += 1
        for match in words.revision_line().finditer(page.text) if ":" in page.text or "：" in page.text else ():
            place = place_of(page, match.span(), value=match[1], pages=0)
            found.setdefault(match[1].lower(), place)["labelled"] = True
    return list(found.values())[:MOST]


def _edges(page: Page, *, whole: bool) -> list[tuple[int, int]]:
    """The first and last lines of the page's text, or all of it."""
    text = page.text
    if whole or text.count("\n") < 2 * _EDGE_LINES:
        return [(0, len(text))]
    head = tail = 0
    end = len(text)
    for _ in range(_EDGE_LINES):
        head = text.find("\n", head) + 1
        tail = text.rfind("\n", 0, end)
        end = tail
    return [(0, head), (tail, len(text))]


def _decimals(part: Part) -> Iterable[dict[str, Any]]:
    """Amounts whose decimals are parted otherwise than the language does, where the part also does it right."""
    if not part.language:
        return
    right = "." if part.language in words.listed()["point_languages"] else ","
    seen: Counter[str] = Counter()
    wrong = []
    for page in part.pages:
        for match in words.amount().finditer(page.text):
            seen[match["sign"]] += 1
            if match["sign"] != right:
                wrong.append((page, match))
    # 1.500 m may be one and a half thousand: a group of three digits says nothing
    wrong = [(page, match) for page, match in wrong if not _is_thousands(match[0])]
    if seen[right] and len(wrong) <= seen[right]:
        for page, match in wrong:
            yield place_of(page, match.span(), language=part.language, expected=right)


def _is_thousands(amount: str) -> bool:
    digits = amount.replace(",", ".").split(".")[1]
    return sum(character.isdigit() for character in digits) == 3


def _units(pages: Sequence[Page]) -> Iterable[dict[str, Any]]:
    right = words.listed()["wrong_units"]
    for page in pages:
        for match in words.wrong_unit().finditer(page.text):
            yield place_of(page, match.span(), unit=match[1], expected=right[match[1]])

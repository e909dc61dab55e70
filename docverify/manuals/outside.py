"""What is known of a manual from outside its file: settings, declarations, release notes, git, files beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.source import SourceFile
from docverify.intake import take_in
from docverify.manuals import released
from docverify.manuals.groups import Group, all_matching
from docverify.manuals.reading import Readings
from docverify.product_file import OnFile
from docverify.rules.checks_manual_product import address_parts
from docverify.settings import Settings
from docverify.worker.pool import read_all


@dataclass(frozen=True, slots=True)
class Outside:
    """Words and picture hashes to look for, marks that every manual of the group gets, and marks by file."""

    words: tuple[str, ...] = ()
    logos: tuple[int, ...] = ()
    marks: Mapping[str, Any] = field(default_factory=dict)
    by_path: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)


def outside_of(
    group: Group, settings: Settings, products: Sequence[OnFile], on_file: Sequence[OnFile], readings: Readings
) -> Outside:
    """Everything known of the group's manuals."""
    oem = oem_words(settings, products)
    renames = _renames(group, settings, readings)
    marks: dict[str, Any] = {"oem_words": list(oem), "known_models": sorted({e.product.model for e in on_file})}
    marks["own_words"] = sorted(
        {*settings.brands, *(e.product.brand or "" for e in products), *marks["known_models"]} - {""}
    )
    logos = _logo_hashes(settings, readings)
    if logos:
        marks["oem_logos"] = len(logos)
    declared = _declared_acts(group, settings)
    if declared is not None:
        marks["declared_acts"] = declared
    days = [day for entry in products if (day := released.changed_on(entry.path))]
    if days:
        marks["product_changed_on"] = max(days)
    by_path = {path.as_posix(): _of_file(path, group, settings, readings) for path in group.given}
    marks["models"] = [entry.product.model for entry in products] if group.manual and group.manual.products else []
    words = tuple(dict.fromkeys([*oem, *renames, *marks["models"], *party_words(products)]))
    return Outside(words, logos, marks, by_path, renames)


def oem_words(settings: Settings, products: Sequence[OnFile]) -> tuple[str, ...]:
    """The factory's words, models and domains; what the product's own brand is called is none of them."""
    labels = [entry.product.private_label for entry in products if entry.product.private_label]
    words = [word for label in labels for word in (label.oem_brand, label.oem_model) if word]
    own = {brand.casefold() for brand in (*settings.brands, *(e.product.brand or "" for e in products))}
    every = dict.fromkeys([*words, *settings.oem.words, *settings.oem.domains])
    return tuple(word for word in every if word.casefold() not in own)


def party_words(products: Sequence[OnFile]) -> list[str]:
    """Names and parts of the addresses of manufacturers and importers: whether they are printed is asked of manuals."""
    operators = [o for entry in products for o in (entry.product.manufacturer, *(entry.product.importers or ())) if o]
    parts = [part for operator in operators for part in address_parts(operator.address or "")]
    return [*(operator.name for operator in operators), *parts]


def _logo_hashes(settings: Settings, readings: Readings) -> tuple[int, ...]:
    if not settings.oem.logos:
        return ()
    hash_of_file = import_module("docverify.reading.manual_file").hash_of_file
    paths = all_matching(settings, settings.oem.logos)
    return tuple(hash_of_file(readings.content(path), path.as_posix()) for path in paths)


def _declared_acts(group: Group, settings: Settings) -> list[str] | None:
    """The acts that the declarations of the settings list; None when no declaration is named or readable."""
    paths = all_matching(settings, group.manual.declarations) if group.manual else ()
    if not paths:
        return None
    documents, _ = read_all(take_in(paths).sources)
    declarations = [document for document in documents if document.kind is DocumentKind.DECLARATION]
    if not declarations:
        return None
    return sorted({str(entry.value) for document in declarations for entry in document.values("legal_acts")})


def _renames(group: Group, settings: Settings, readings: Readings) -> dict[str, str]:
    """Old names of menus and screens and their new ones, from the release notes of the settings."""
    paths = all_matching(settings, group.manual.release_notes) if group.manual else ()
    if not paths:
        return {}
    documents, _ = readings.of(paths, (), ())
    found = [entry for document in documents for entry in document.marks["manual"].get("renames", ())]
    return {entry["old"]: entry["new"] for entry in found}


def _of_file(path: Path, group: Group, settings: Settings, readings: Readings) -> Mapping[str, Any]:
    """The manual that was released before this one: the file of the settings, else the last committed version."""
    content: bytes | None = None
    if group.manual and group.manual.released and settings.root:
        before = settings.root / group.manual.released
        content = readings.content(before) if before.resolve() != path.resolve() else None
    if content is None:
        content = released.committed(path)
    if content is None or content == readings.content(path):
        return {}
    documents, _ = readings.of_sources([SourceFile(f"released{path.suffix}", content, "")], (), ())
    if not documents:
        return {}
    revision = next((str(entry.value) for entry in documents[0].values("revision")), None)
    return {"released": {"revision": revision, "sha256": documents[0].sha256}}


def told(document: Document, outside: Outside) -> Document:
    """The document with what is known from outside among its marks."""
    marks = {**document.marks, **outside.marks, **outside.by_path.get(document.path, {})}
    anatomy = dict(marks["manual"])
    if outside.renames:
        old = [m for m in document.marks.get("mentions", ()) if m["word"] in outside.renames]
        anatomy["renamed"] = [{**mention, "new": outside.renames[mention["word"]]} for mention in old]
    if "written" in marks:
        anatomy["lost_files"] = _lost(document)
    document = replace(document, marks={**marks, "manual": anatomy})
    return document if document.values("covered_models") else _named(document)


COVER = 2  # pages
OFTEN = 3  # pages that name the model


def _named(document: Document) -> Document:
    """The document with the models that its cover or several pages name, where it does not say what it is for.

    Only models that the settings say it is of, and only as they are spelt: nothing is guessed.
    """
    found = []
    for model in document.marks.get("models", ()):
        said = [
            m for m in document.marks.get("mentions", ()) if m["word"] == model and _plain(m["quote"]) == _plain(model)
        ]
        if said and (said[0]["page"] <= COVER or len({m["page"] for m in said}) >= OFTEN):
            evidence = tuple(Evidence(document.sha256, said[0]["page"], tuple(box)) for box in said[0]["boxes"])
            found.append(Found(ModelFamily.parse(model), said[0]["quote"], evidence, Origin.TEXT, 0.9))
    return replace(document, fields={**document.fields, "covered_models": tuple(found)}) if found else document


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lost(document: Document) -> list[dict[str, Any]]:
    """Pictures and links of a written source to files that are not beside it."""
    folder = Path(document.path).parent
    written = document.marks["written"]
    begins = document.marks["manual"].get("outline", {}).get("begins", [])
    lost = []
    for entry in (*written["images"], *written["links"]):
        target = urlsplit(str(entry["target"]))
        if target.scheme or target.netloc or not target.path or target.path.startswith("/"):
            continue
        if written["format"] == "docx" or (folder / unquote(target.path)).exists():
            continue
        top = (int(entry["line"]) - 1) * 12.0
        box = [0.0, top, 6.0 * len(target.path), top + 10.0]
        page = next((number for number, first in reversed(begins) if first <= int(entry["line"])), 1)
        lost.append({"page": page, "boxes": [box], "quote": target.path, "target": target.path})
    return lost

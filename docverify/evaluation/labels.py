"""Truth files to records: which documents a file holds and what they print. Refuses names that do not exist."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from docverify.errors import UsageError
from docverify.facts.document import BESIDE, FIELD_NAMES, SCHEMES, DocumentKind

REAL = "DOCVERIFY_REAL"
EXPECTED = "expected.yaml"
SHIPMENT = "shipment.yaml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One value that a document prints; printed again on `also_on`, where reading it is as right as on `page`."""

    value: Any
    page: int
    also_on: tuple[int, ...] = ()

    @property
    def pages(self) -> frozenset[int]:
        """Every page on which it stands."""
        return frozenset((self.page, *self.also_on))


@dataclass(frozen=True, slots=True)
class Expected:
    """One document of a file: pages, kind, scheme and every value of every labelled field.

    A field named in `labelled_on` is labelled completely on those pages only: what is read from others does not count.
    """

    pages: tuple[int, int]
    kind: str
    scheme: str | None
    fields: Mapping[str, tuple[Labelled, ...]] = field(default_factory=dict, hash=False)
    not_labelled: frozenset[str] = frozenset()
    labelled_on: Mapping[str, frozenset[int]] = field(default_factory=dict, hash=False)

    def labelled(self) -> frozenset[str]:
        """The fields that count: all but those nobody labelled; those beyond the table where they are labelled."""
        return FIELD_NAMES - self.not_labelled - (BESIDE - self.fields.keys())


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A PDF with its truth; `pdf` is None when the paper is not at hand (`missing` says what was looked for)."""

    name: str
    pdf: Path | None
    layout: str
    held_out: bool
    scanned: bool
    documents: tuple[Expected, ...]
    missing: str = ""
    origin: str = "generated"


def labelled_files(folder: Path) -> list[LabelledFile]:
    """Every labelled file below the folder, packs aside, in a stable order."""
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        if (path.parent / SHIPMENT).exists():
            continue
        truth = _load(path)
        if isinstance(truth, dict) and "documents" in truth and ("layout" in truth or "repository" in truth):
            found.append(_file(path, truth, folder))
    return found


def pack_folders(folder: Path) -> list[Path]:
    """Every folder that holds a shipment and what is expected of it."""
    return sorted(path.parent for path in folder.rglob(EXPECTED) if (path.parent / SHIPMENT).exists())


def expected_documents(rows: list[dict[str, Any]], *, at: str) -> tuple[Expected, ...]:
    """The documents of one truth; UsageError when a name or page is impossible."""
    return tuple(_document(row, at=at) for row in rows)


def load_expected(pack: Path) -> dict[str, Any]:
    """What is expected of a pack."""
    loaded = _load(pack / EXPECTED)
    if not isinstance(loaded, dict) or "verdict" not in loaded:
        raise UsageError(f"{pack / EXPECTED}: 'verdict:' is missing")
    return loaded


def _load(path: Path) -> Any:
    try:
        return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: not YAML: {error}") from error


def _file(path: Path, truth: dict[str, Any], folder: Path) -> LabelledFile:
    documents = expected_documents(truth["documents"], at=str(path))
    if "repository" in truth:
        pdf, missing = _real(truth)
        name = f"{truth['repository']}/{truth['path']}"
    else:
        pdf, missing = path.with_name(str(truth.get("file", "document.pdf"))), ""
        name = str(pdf.relative_to(folder))
        if not pdf.is_file():
            raise UsageError(f"{pdf}: the labelled paper is missing")
    return LabelledFile(
        name=name,
        pdf=pdf,
        layout=str(truth.get("layout", truth.get("repository", ""))),
        held_out=bool(truth.get("held_out", False)),
        scanned=bool(truth.get("scanned", False)),
        documents=documents,
        missing=missing,
        origin="real" if "repository" in truth else "generated",
    )


def _real(truth: dict[str, Any]) -> tuple[Path | None, str]:
    """The paper named by repository and path below DOCVERIFY_REAL, when its bytes are the labelled ones."""
    root = os.environ.get(REAL)
    if not root:
        return None, f"not present: set {REAL} to the folder of the papers"
    path = Path(root) / str(truth["repository"]).replace("/", "+") / str(truth["path"])
    if not path.is_file():
        return None, f"not present: {path}"
    if truth.get("sha256") and sha256(path.read_bytes()).hexdigest() != truth["sha256"]:
        return None, f"not the labelled bytes: {path}"
    return path, ""


def _document(row: dict[str, Any], *, at: str) -> Expected:
    kind, scheme = str(row["kind"]), row.get("scheme")
    allowed = SCHEMES.get(DocumentKind(kind), ()) if kind in {k.value for k in DocumentKind} else None
    if allowed is None or (scheme is not None and scheme not in allowed):
        raise UsageError(f"{at}: no kind {kind!r} with scheme {scheme!r}")
    fields = row.get("fields") or {}
    labelled_on = {name: frozenset(pages) for name, pages in (row.get("labelled_on") or {}).items()}
    unknown = (set(fields) | set(row.get("not_labelled") or ()) | set(labelled_on)) - FIELD_NAMES
    if unknown:
        raise UsageError(f"{at}: no field {', '.join(sorted(unknown))}")
    first, last = row["pages"]
    return Expected(
        pages=(int(first), int(last)),
        kind=kind,
        scheme=scheme,
        fields={name: tuple(_labelled(entry, at=at) for entry in entries) for name, entries in fields.items()},
        not_labelled=frozenset(row.get("not_labelled") or ()),
        labelled_on=labelled_on,
    )


def _labelled(entry: dict[str, Any], *, at: str) -> Labelled:
    if not isinstance(entry.get("page"), int):
        raise UsageError(f"{at}: a value without a page: {entry!r}")
    return Labelled(entry["value"], entry["page"], tuple(entry.get("also_on") or ()))


def walk_values(files: Iterable[LabelledFile]) -> Iterator[tuple[LabelledFile, Expected, str, Labelled]]:
    """Every labelled value with where it belongs."""
    for file in files:
        for document in file.documents:
            for name, entries in document.fields.items():
                for entry in entries:
                    yield file, document, name, entry

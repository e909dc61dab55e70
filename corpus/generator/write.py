"""Writes documents with their truth beside them: PDF and `expected.yaml` in one folder each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from corpus.generator.case import Case, make
from corpus.generator.packs import Pack, Paper
from corpus.generator.samples import Entry, Sample
from corpus.generator.scan import scanned
from corpus.generator.sheet import Part, Sheet, render

# Labelled only where the layout says them: elsewhere a reader may say them or not.
SOMETIMES = ("languages", "statements", "signed", "phases", "brand")
NOT_LABELLED = {
    "manual": ("models", "legal_acts", "firmware_version", "references", "issuer", "brand", "product_name"),
    "declaration": ("issuer_address", "issuer_country"),
    "datasheet": ("brand", "issuer"),
    "packing_list": ("issuer", "brand", "manufacturer_address", "manufacturer_country"),
    "label_artwork": ("issuer",),
}


def draw(entry: Entry, sample: Sample) -> tuple[bytes, dict[str, Any]]:
    """The PDF and its truth."""
    case = make(f"{entry.name}/{sample.seed}", **sample.options)

    pdf, parts = render(*(_layout(piece, case) for piece in (entry.draw, *(draw for _, _, draw in entry.also))))
    if sample.scan:
        pdf = scanned(pdf, sample.scan)
    names = [(entry.kind, entry.scheme), *((kind, scheme) for kind, scheme, _ in entry.also)]
    truth = {
        "layout": entry.name,
        "held_out": entry.held_out,
        "scanned": bool(sample.scan),
        "documents": [record(kind, scheme, part) for (kind, scheme), part in zip(names, parts, strict=True)],
    }
    return pdf, truth


def _layout(piece: Callable[[Case, Sheet], None], case: Case) -> Callable[[Sheet], None]:
    def layout(sheet: Sheet) -> None:
        piece(case, sheet)

    return layout


def record(kind: str, scheme: str | None, part: Part) -> dict[str, Any]:
    """One document's truth; `languages` are labelled only where the layout says them."""
    unlabelled = {"contacts"} | {name for name in SOMETIMES if name not in part.truth}
    unlabelled |= set(NOT_LABELLED.get(kind, ()))
    return {
        "pages": list(part.pages),
        "kind": kind,
        "scheme": scheme,
        "fields": {name: part.truth[name] for name in sorted(part.truth)},
        "not_labelled": sorted(unlabelled),
    }


_DRAWN: dict[str, tuple[bytes, list[Part]]] = {}  # most papers stand in several packs


class _Dumper(yaml.SafeDumper):
    """Values of one field on one line each."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def to_yaml(truth: dict[str, Any]) -> str:
    """The truth as YAML, one value a line."""
    text: str = yaml.dump(
        truth, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=None
    )
    return text


def folder(root: Path, entry: Entry, sample: Sample) -> Path:
    """Where the sample is written: held-out layouts apart from those that may be looked at."""
    name = f"{entry.name}-{sample.seed}" + ("-scan" if sample.scan else "")
    return root / ("unseen" if entry.held_out else "documents") / name


def write(root: Path, entry: Entry, sample: Sample) -> Path:
    """Writes the sample; the folder it is in."""
    pdf, truth = draw(entry, sample)
    place = folder(root, entry, sample)
    place.mkdir(parents=True, exist_ok=True)
    (place / "document.pdf").write_bytes(pdf)
    (place / "expected.yaml").write_text(to_yaml(truth), encoding="utf-8")
    return place


def draw_paper(paper: Paper) -> tuple[bytes, list[dict[str, Any]]]:
    """The PDF of one paper of a pack and its truth."""
    pieces = (paper, *paper.more)
    key = " ".join(f"{piece.draw.__module__}.{piece.draw.__qualname__} {piece.case!r}" for piece in pieces)
    if key not in _DRAWN:
        _DRAWN[key] = render(*(_layout(piece.draw, piece.case) for piece in pieces))
    pdf, parts = _DRAWN[key]
    truth = [
        record(piece.kind, piece.scheme, part) | ({"marks": piece.marks} if piece.marks else {})
        for piece, part in zip(pieces, parts, strict=True)
    ]
    return (paper.after(pdf) if paper.after else pdf), truth


def write_pack(root: Path, pack: Pack) -> Path:
    """Writes the pack's papers, shipment and what is expected; the folder it is in."""
    place = root / "packs" / pack.name
    (place / "papers").mkdir(parents=True, exist_ok=True)
    truth = {}
    for paper in pack.papers:
        pdf, truth[paper.file] = draw_paper(paper)
        (place / "papers" / paper.file).write_bytes(pdf)
    expected: dict[str, Any] = {"verdict": pack.verdict, "defects": [_defect(d) for d in pack.defects]}
    if pack.also:
        expected["also"] = list(pack.also)
    (place / "expected.yaml").write_text(to_yaml(expected | {"truth": truth}), encoding="utf-8")
    (place / "shipment.yaml").write_text(to_yaml(pack.shipment), encoding="utf-8")
    if pack.units:
        rows = ["serial,hardware,firmware", *(",".join(row) for row in pack.units)]
        (place / "units.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return place


def _defect(defect: Any) -> dict[str, Any]:
    row = {"topic": defect.topic, "document": defect.document, "product": defect.product, "note": defect.note}
    return row | ({"outcome": defect.outcome} if defect.outcome else {})

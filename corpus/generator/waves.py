"""Three waves of one product, with documented changes, and a repeated wave: papers, units, and what changed."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.layouts.report_tables import COMPONENTS
from corpus.generator.packs import Pack, Paper, ac_plain, shipment_of, shipped
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import pairs, paras, table
from corpus.generator.write import draw_paper, to_yaml

MODEL = "EL22-T2S"
MODELS = (MODEL, "EL22-T2S-W", "EL11-T2S", "EL11-T2S-W")
OF_THE_DELIVERY = ("packing_list", "inspection_record")  # new with every delivery: their change is no change
CB, SAFETY, MANUAL, DATASHEET, ROHS = (
    "02_cb_certificate.pdf",
    "03_safety_report.pdf",
    "07_manual.pdf",
    "08_datasheet.pdf",
    "09_rohs.pdf",
)
NOTES, NOTICE, PACKING, ACCEPTANCE = (
    "10_release_notes.pdf",
    "11_change_notice.pdf",
    "20_packing_list.pdf",
    "21_acceptance.pdf",
)
OTHER_RCM = ("RCM module", "Fornax Sensor", "FX-RCM6B", "6 mA DC", "IEC 62955", "TÜV S 60177204")
QUIETLY_OTHER = tuple(OTHER_RCM if row[0] == OTHER_RCM[0] else row for row in COMPONENTS)


@dataclass(frozen=True)
class Wave:
    """A delivery: its pack, its units, and the wave that it is held against."""

    pack: Pack
    units: tuple[tuple[str, ...], ...]
    against: str | None = None
    note: str = ""


def packing_list(case: Case, sheet: Sheet) -> None:
    """The delivery's packing list, a carton a unit."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=64)
    sheet.note("manufacturer", "Energolad Sp. z o.o.")
    paras(sheet, "Energolad Sp. z o.o.", style="bold", size=12, gap=2)
    paras(sheet, "PACKING LIST", size=15, style="bold", gap=6)
    wave = case.extra["wave"]
    pairs(
        sheet,
        f"Packing list No.: ¦ [[{wave['packing']}|document_number]]\nDate: ¦ [[{wave['shipped']}|issued_on]]",
        label_width=110,
    )
    rows = ["Carton ¦ Model ¦ Serial No. ¦ Qty"]
    rows += [f"{i + 1} ¦ [[{MODEL}|models]] ¦ [[{s}|serial_numbers]] ¦ 1" for i, s in enumerate(case.serials)]
    table(sheet, "\n".join(rows), (1, 3, 3, 1), shade=True)


def acceptance(case: Case, sheet: Sheet) -> None:
    """The delivery's final acceptance, a row a unit."""
    sheet.begin(face=faces.HELVETICA, size=9, top=64)
    wave = case.extra["wave"]
    paras(sheet, "Final Acceptance Test Record", size=15, style="bold", gap=6)
    pairs(
        sheet,
        f"Record No. ¦ [[{wave['acceptance']}|document_number]]\nFactory ¦ [[Energolad Sp. z o.o.|factory]]\nModel ¦ [[{MODEL}|models]]\nDate ¦ [[{wave['produced']}|issued_on]]",
        label_width=90,
    )
    rows = ["Serial ¦ HW ¦ FW ¦ PE resistance ¦ Hipot 2 kV ¦ Result"]
    rows += [
        f"[[{s}|serial_numbers]] ¦ [[{case.hardware}|hardware_version]] ¦ [[{case.firmware}|firmware_version]] ¦ 0.0{3 + i} Ω ¦ OK ¦ PASS"
        for i, s in enumerate(case.serials)
    ]
    table(sheet, "\n".join(rows), (3, 1, 1.5, 2, 2, 1.5), shade=True)
    sheet.space(10)
    paras(sheet, "Overall result: [[PASS|result=pass]]", gap=16)
    paras(sheet, "Inspector: [[Joanna Wrona|signatory_name]]")


def release_notes(case: Case, sheet: Sheet) -> None:
    """The firmware's release notes, newest version only."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    wave = case.extra["wave"]
    paras(sheet, "Firmware Release Notes", size=17, style="bold", gap=6)
    paras(sheet, f"Applies to: [[{MODEL}|models]]   Hardware: [[{case.hardware}|hardware_version]]", gap=10)
    paras(
        sheet,
        f"Version [[{case.firmware}|firmware_version]]  ([[{wave['released']}|issued_on]])",
        size=12,
        style="bold",
        gap=4,
    )
    paras(sheet, "\n".join(f"•  {line}" for line in wave["lines"]), indent=10, gap=2)
    sheet.space(16)
    paras(sheet, "[[Energolad Sp. z o.o.|manufacturer|issuer]]", size=8)


def change_notice(case: Case, sheet: Sheet) -> None:
    """The notice of the new firmware."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    paras(sheet, "Product Change Notice (PCN)", size=16, style="bold", gap=8)
    pairs(
        sheet,
        f"PCN number: ¦ [[PCN-2026-041|document_number]]\nIssue date: ¦ [[2026-09-02|issued_on]]\nIssued by: ¦ [[Energolad Sp. z o.o.|issuer|manufacturer]]\nAffected products: ¦ [[{MODEL}|models]]\nSubject: ¦ New firmware; no change of hardware",
        label_width=120,
        gap=4,
    )
    table(
        sheet,
        " ¦ Before ¦ After\nFirmware version ¦ [[1.12.0|firmware_version]] ¦ [[1.13.0|firmware_version]]",
        (3, 4, 4),
    )


def waves() -> tuple[Wave, ...]:
    """The first wave, the same again, the second with new firmware and manual, the third with what nobody announced."""
    first = _first()
    again = _delivery(first, number=2, serial=26100101, shipped_on=date(2026, 8, 12), produced="2026-08-03")
    second = _second(first)
    third = _third(second)
    return (
        replace(first, note="approved sample"),
        replace(again, against="wave-1", note="nothing changed but the units"),
        second,
        third,
    )


def _first() -> Wave:
    plain = ac_plain()
    papers = tuple(replace(paper, case=paper.case.but(models=MODELS)) for paper in plain.papers)
    papers = tuple(
        replace(paper, case=paper.case.but(extra={"components": COMPONENTS})) if paper.file == SAFETY else paper
        for paper in papers
    )
    case = next(paper.case for paper in papers if paper.file == DATASHEET)
    notes = case.but(extra={"wave": {"released": "2026-05-20", "lines": ("Fixed: restart after a supply dip.",)}})
    papers += (Paper(NOTES, "release_notes", None, release_notes, notes),)
    product = {k: v for k, v in shipped(case, MODEL).items() if k != "importer"} | {
        "importer": plain.shipment["products"][0]["importer"]
    }
    pack = Pack("wave-1", papers, shipment_of("PO-2026-0310/1", ["EU", "PL"], [product]))
    return _delivery(Wave(pack, ()), number=1, serial=26060011, shipped_on=date(2026, 6, 24), produced="2026-06-15")


def _second(first: Wave) -> Wave:
    manual = first.pack.paper(MANUAL).case
    notes = first.pack.paper(NOTES).case
    lines = ("Security: TLS library updated.", "Improved: load management after a supply dip.")
    changed = first.pack.swap(
        MANUAL,
        firmware="1.13.0",
        dates={"manual": date(2026, 9, 7)},
        extra={**manual.extra, "manual_revision": "2.2"},
    ).swap(NOTES, firmware="1.13.0", extra={"wave": {"released": "2026-09-01", "lines": lines}})
    changed = changed.put(Paper(NOTICE, "change_notice", None, change_notice, notes))
    product = changed.shipment["products"][0] | {"firmware": "1.13.0"}
    changed = replace(changed, shipment=changed.shipment | {"products": [product]})
    wave = _delivery(Wave(changed, ()), number=3, serial=26190201, shipped_on=date(2026, 10, 6), produced="2026-09-24")
    return replace(
        wave,
        pack=replace(wave.pack, name="wave-2"),
        against="wave-1",
        note="firmware 1.13.0, announced; manual revised",
    )


def _third(second: Wave) -> Wave:
    changed = (
        second.pack.swap(SAFETY, extra={"components": QUIETLY_OTHER})
        .swap(CB, models=MODELS[:3], numbers={"cb": "NL2-40917"}, dates={"certified": date(2026, 10, 20)})
        .swap(DATASHEET, current=25, power=17)
        .without(ROHS, NOTICE)
    )
    wave = _delivery(Wave(changed, ()), number=4, serial=26230055, shipped_on=date(2026, 11, 18), produced="2026-11-09")
    return replace(
        wave,
        pack=replace(wave.pack, name="wave-3"),
        against="wave-2",
        note="a component exchanged under the same number and date; a model dropped; a rating lowered; papers gone",
    )


def _delivery(wave: Wave, *, number: int, serial: int, shipped_on: date, produced: str) -> Wave:
    product = wave.pack.shipment["products"][0]
    case = wave.pack.paper(DATASHEET).case.but(
        hardware=product["hardware"],
        firmware=product["firmware"],
        serials=tuple(f"PL{serial + index}" for index in range(6)),
        extra={
            "wave": {
                "packing": f"PL-26-{100 + number}",
                "acceptance": f"FAT-26-{400 + number}",
                "shipped": shipped_on.isoformat(),
                "produced": produced,
            }
        },
    )
    pack = wave.pack.put(
        Paper(PACKING, "packing_list", None, packing_list, case),
        Paper(ACCEPTANCE, "inspection_record", None, acceptance, case),
    )
    shipment = pack.shipment | {
        "shipment": f"PO-2026-0310/{number}",
        "placed_on_market": shipped_on,
        "products": [product | {"quantity": len(case.serials), "units": "units.csv"}],
    }
    units = tuple((s, case.hardware, case.firmware, produced, f"B26{number:02d}") for s in case.serials)
    return Wave(replace(pack, name="wave-1-again" if number == 2 else pack.name, shipment=shipment), units)


def write_waves(root: Path) -> list[Path]:
    """Writes every wave and `waves.yaml`; the folders."""
    truths = {}
    for wave in waves():
        place = root / "waves" / wave.pack.name
        (place / "papers").mkdir(parents=True, exist_ok=True)
        truths[wave.pack.name] = {}
        for paper in wave.pack.papers:
            pdf, truths[wave.pack.name][paper.file] = draw_paper(paper)
            (place / "papers" / paper.file).write_bytes(pdf)
        (place / "shipment.yaml").write_text(to_yaml(wave.pack.shipment), encoding="utf-8")
        (place / "truth.yaml").write_text(to_yaml(truths[wave.pack.name]), encoding="utf-8")
        rows = ["serial,hardware,firmware,produced_on,batch", *(",".join(row) for row in wave.units)]
        (place / "units.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (root / "waves" / "waves.yaml").write_text(to_yaml(_expected(truths)), encoding="utf-8")
    return [root / "waves" / name for name in truths]


def _expected(truths: dict[str, dict[str, Any]]) -> dict[str, Any]:
    rows = []
    known = {wave.pack.name: wave for wave in waves()}
    for wave in known.values():
        row: dict[str, Any] = {"wave": wave.pack.name, "against": wave.against, "note": wave.note}
        if wave.against:
            row["changes"] = [
                *_of_shipment(known[wave.against], wave),
                *_of_papers(truths[wave.against], truths[wave.pack.name]),
            ]
        rows.append(row)
    return {"product": MODEL, "waves": rows}


def _of_shipment(old: Wave, new: Wave) -> list[dict[str, Any]]:
    before, after = old.pack.shipment["products"][0], new.pack.shipment["products"][0]
    return [
        _change("shipment", None, name, before[name], after[name])
        for name in ("hardware", "firmware", "ratings", "connectors", "radios", "factory")
        if before[name] != after[name]
    ]


def _of_papers(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    out = []
    for file in sorted({*old, *new}):
        kind = (old.get(file) or new[file])[0]["kind"]
        if kind in OF_THE_DELIVERY:
            continue
        if file not in new:
            out.append(_change("paper_gone", file, None, {"page": old[file][0]["pages"][0]}, None))
        elif file not in old:
            out.append(_change("paper_new", file, None, None, {"page": new[file][0]["pages"][0]}))
        else:
            found = _of_fields(file, old[file][0]["fields"], new[file][0]["fields"])
            same = not any(row["field"] in ("document_number", "issued_on", "revised_on", "revision") for row in found)
            out += [row | {"quiet": True} if same else row for row in found]
    return out


def _of_fields(file: str, old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    out = []
    for name in sorted({*old, *new}):
        before, after = (_plain(side.get(name, [])) for side in (old, new))
        gone = [row for row in before if _said(row) not in [_said(other) for other in after]]
        come = [row for row in after if _said(row) not in [_said(other) for other in before]]
        for index in range(max(len(gone), len(come))):
            pair = (side[index] if index < len(side) else None for side in (gone, come))
            out.append(_change("value", file, name, *pair))
    return out


def _said(entry: dict[str, Any]) -> dict[str, Any]:
    """The value without its page: a value that moves to another page has not changed."""
    return {k: v for k, v in entry.items() if k != "page"}


def _plain(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in entry.items() if k != "also_on"} for entry in entries]


def _change(change: str, file: str | None, field: str | None, old: Any, new: Any) -> dict[str, Any]:
    return {"topic": "shipment_drift", "change": change, "document": file, "field": field, "old": old, "new": new}

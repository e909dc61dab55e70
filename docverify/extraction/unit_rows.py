"""Turns rows of units (serial, model, versions, result) in lists and records into fields, one entry per value."""

import re

from docverify.extraction.columns import Columns, Row, rows_on
from docverify.extraction.designations import models_in, split_object
from docverify.extraction.fields import Fields, is_blank, once, version_of, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed
from docverify.facts.evidence import Found

_COLUMNS = Columns.of(
    ("serial",),
    3,
    carton=r"^(?:carton|c/?no\.?|no\.?|pos\.?|item|box|pallet|karton|colis|序号|箱号)\s*(?:no\.?|nr\.?)?$",
    serial=r"serial|s/n|\bsn\b|seriennummer|serien-?nr|n° de série|numéro de série|numero di serie"
    r"|número de serie|serienummer|numer seryjny|序列号|出厂编号",
    model=r"model|\btype\b|\btyp\b|product|description|goods|modell|modèle|modello|modelo|article|artikel|型号|产品",
    hardware=r"^(?:hw|h/w|hardware|pcb)\b|硬件",
    firmware=r"^(?:fw|f/w|firmware|software|sw)\b|固件|软件",
    result=r"^(?:result|verdict|ergebnis|overall|status|résultat|esito|resultado|结果|结论|判定)",
    quantity=r"^(?:q'?ty|quantity|menge|anzahl|qté|quantité|quantità|cantidad|数量)",
)
_PASS = re.compile(r"^(?:pass(?:ed)?|ok|p|bestanden|i\.?o\.?|conforme|合格|accepted)\b", re.IGNORECASE)
_FAIL = re.compile(r"^(?:fail(?:ed)?|nok|f|n\.?i\.?o\.?|nicht bestanden|rejected|不合格)\b", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"\s*[/|☐□]\s*|\s+or\s+")
_SERIAL = re.compile(r"[A-Za-z0-9][\w\-/.]*\d[\w\-/.]*")


def unit_fields(passage: Passage) -> Fields:
    """Serials, models, versions and failed units of every table of units in the passage."""
    found: dict[str, list[Found[object] | None]] = {
        "serial_numbers": [],
        "models": [],
        "hardware_version": [],
        "firmware_version": [],
    }
    names: list[str] | None = None
    for page in passage.pages:
        rows, names = rows_on(page, _COLUMNS, names)
        judged = any("result" in row.cells for row in rows)
        for row in rows:
            _add(passage, row, found, judged=judged)
    return without_empty({name: once(entries) for name, entries in found.items()})


def _add(passage: Passage, row: Row, found: dict[str, list[Found[object] | None]], *, judged: bool) -> None:
    serial = row.cells.get("serial")
    if serial is None or is_blank(serial.text):
        return
    numbers = [match for match in _SERIAL.finditer(serial.text) if _is_serial(match[0])]
    if not numbers:
        return
    found["serial_numbers"] += [
        passage.found(serial, m[0], span=m.span(), details=_details(row, judged=judged)) for m in numbers
    ]
    if "model" in row.cells:
        found["models"] += _models(passage, row.cells["model"])
    for name in ("hardware", "firmware"):
        cell = row.cells.get(name)
        if cell is not None:
            found[f"{name}_version"].append(version_of(passage, _first_line(cell)))


def _is_serial(text: str) -> bool:
    """Whether the text is long enough for a serial number: with letters three digits, without six."""
    digits = sum(map(str.isdigit, text))
    return digits >= (3 if any(c.isalpha() for c in text) else 6) and len(text) >= 5


def _models(passage: Passage, cell: Printed) -> list[Found[object] | None]:
    """The designations of a cell that may name the goods as well ("EV charger LXE3-11")."""
    name, codes = split_object(cell)
    if name is not None and codes and " " in cell.text.strip() and not name.text.isupper():
        return [entry for code in codes for entry in models_in(passage, code)]
    return list(models_in(passage, cell))


def _first_line(cell: Printed) -> Printed:
    lines = cell.lines()
    return lines[0].trimmed() if lines else cell


def _details(row: Row, *, judged: bool) -> dict[str, str]:
    """What else the row says of the unit: model, versions and its own result.

    `judged`: other units have a result of their own, so that of the whole record is not this one's.
    """
    details = {
        name: " ".join(cell.text.split())
        for name, cell in row.cells.items()
        if name in ("model", "hardware", "firmware", "quantity")
    }
    result = row.cells.get("result")
    if result is not None:
        details["result"] = _verdict(result.text)
    elif judged:
        details["result"] = "blank"
    return details


def _verdict(text: str) -> str:
    """Pass or fail; as printed where the cell says neither, or both because nobody crossed one out ("Pass / Fail")."""
    said = {
        name
        for name, pattern in (("pass", _PASS), ("fail", _FAIL))
        for part in _ALTERNATIVES.split(text)
        if pattern.match(part)
    }
    return said.pop() if len(said) == 1 else " ".join(text.split())

"""Turns a change notice into the products it is about and the versions before and after."""

from docverify.extraction.columns import Columns, Row, rows_on
from docverify.extraction.fields import Fields, is_blank, version_of, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import kept
from docverify.extraction.short_paper import identity, with_company
from docverify.extraction.tested_product import all_versions
from docverify.facts.evidence import Found
from docverify.reading.page import Line

_COLUMNS = Columns.of(
    ("before", "after"),
    2,
    before=r"\bbefore\b|\bold\b|vorher|\balt\b|avant|变更前",
    after=r"\bafter\b|\bnew\b|nachher|\bneu\b|après|变更后",
)
_FIELDS = {
    "hardware": "hardware_version",
    "pcb": "hardware_version",
    "firmware": "firmware_version",
    "software": "software_version",
}


def extract(passage: Passage) -> Fields:
    """Every field of the notice; `details.role` of a version says `before` or `after` the change."""
    fields = with_company(passage, identity(passage, "manufacturer", "issuer"), issuer=True)
    if "issuer" in fields and "manufacturer" not in fields:
        fields["manufacturer"] = fields["issuer"]
    fields = {name: values for name, values in fields.items() if not name.endswith(("_address", "_country"))}
    changed = _changed(passage)
    for name, values in all_versions(passage).items():
        fields[name] = changed.get(name, ()) or values
    return without_empty(fields | {name: v for name, v in changed.items() if v})


def _changed(passage: Passage) -> Fields:
    """Versions from a table of before and after."""
    found: dict[str, list[Found[object] | None]] = {}
    for page in passage.pages:
        for table in page.tables:
            head = [_COLUMNS.name(cell.text) if cell else "" for cell in table.rows[0]]
            if not _COLUMNS.fits(head):
                continue
            for row in rows_on(page, _COLUMNS)[0]:
                for name, entry in _row(passage, page.number, row, table.rows):
                    found.setdefault(name, []).append(entry)
    return {name: kept(entries) for name, entries in found.items()}


def _row(passage: Passage, number: int, row: Row, rows: object) -> list[tuple[str, Found[object] | None]]:
    after, before = row.cells.get("after"), row.cells.get("before")
    if after is None or is_blank(after.text):
        return []
    label = _label(passage, number, after.box[1]).lower()
    field = next((field for word, field in _FIELDS.items() if word in label), None)
    entry = version_of(passage, after) if field else None
    if field is None or entry is None:
        return []
    earlier = version_of(passage, before) if before is not None and not is_blank(before.text) else None
    found: list[tuple[str, Found[object] | None]] = []
    for cell, version, role in ((before, earlier, "before"), (after, entry, "after")):
        if cell is not None and version is not None:
            found.append((field, passage.found(cell, version.value, details={"role": role})))
    return found


def _label(passage: Passage, number: int, top: float) -> str:
    """The first words printed in the row at that height."""
    lines = [line for line in passage.page(number).lines if abs(line.box[1] - top) < 6]
    return min(lines, key=_left).text if lines else ""


def _left(line: Line) -> float:
    return line.box[0]

"""Turns release notes into the versions released, each with its date, and what they are for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docverify.extraction.columns import Columns, rows_on
from docverify.extraction.designations import models_in
from docverify.extraction.fields import Fields, dates_in, once, version_of, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.extraction.short_paper import identity, with_company
from docverify.extraction.tested_product import version_fields
from docverify.extraction.values import find_dates
from docverify.extraction.version_words import versions_said
from docverify.facts.evidence import Found
from docverify.facts.version import Version

_RELEASE = re.compile(
    r"^[ \t]*(?:[•*–-]\s*)?(?:(?:new in|changes in|release|firmware|software|fw|sw|version|ver\.?|v"
    r"|versione|versión|wersja|版本|固件版本|发布)[ \t]*(?:version|release|notes?|for"
    r"|stand)?[ \t]*[:：#]?[ \t]*){1,4}"
    r"(?P<value>[Vv]?\d{1,4}(?:\.\d{1,5}){1,4}(?:[-_+.]?(?:rc|beta|alpha|b|r)?\d*)?)(?![\w.])(?P<rest>[^\n]{0,60})",
    re.IGNORECASE | re.MULTILINE,
)


_COLUMNS = Columns.of(
    ("version", "date"),
    2,
    version=r"^(?:release|version|firmware|fw|software|versione|versión|wersja|版本)\b",
    date=r"^(?:date|released|datum|freigabe|data|fecha|日期)",
    model=r"^(?:products?|models?|types?|modelle?|produkte|for|gilt für|型号)",
    hardware=r"^(?:hardware|hw|boards?|硬件)",
)
_RELEASE_ROW = re.compile(
    r"^[ \t]*(?P<value>[Vv]?\d{1,4}(?:\.\d{1,5}){1,4}(?:-[a-z]+\d*)?)[ \t]+"
    r"(?P<rest>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?=\s"
    r"|$)",
    re.MULTILINE,
)
_RELEASE_DATED = re.compile(
    r"^[ \t]*(?P<rest>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})[ \t]*[:–—-]?[ \t]+"
    r"(?:(?:version|release|v)[ \t.]?)?(?P<value>\d{1,4}(?:\.\d{1,5}){1,4}(?:-[a-z]+\d*)?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def extract(passage: Passage) -> Fields:
    """Every field of the notes; a version's release date is in its details, the newest one is the date of issue."""
    fields = {name: values for name, values in identity(passage, "manufacturer").items() if name != "revision"}
    labelled = version_fields(passage)
    labelled["hardware_version"] = labelled["hardware_version"] or versions_said(passage, "hardware")
    versions = _versions(passage)
    rows = _rows(passage)
    versions = versions or rows.pop("firmware_version", ())
    rows.pop("firmware_version", None)
    labelled = {name: values for name, values in labelled.items() if name not in rows}
    fields = rows | {name: values for name, values in fields.items() if name not in rows}
    fields |= labelled | {"firmware_version": versions or labelled.get("firmware_version", ())}
    dated = [entry for entry in versions if "released_on" in entry.details]
    if "issued_on" not in fields and dated:
        fields["issued_on"] = _newest(passage, dated)
    return without_empty(with_company(passage, fields, issuer=True))


def _rows(passage: Passage) -> Fields:
    """What a table of releases says: versions, dates, models and hardware."""
    found: dict[str, list[Found[Any] | None]] = {"firmware_version": [], "hardware_version": [], "models": []}
    days: list[Found[Any]] = []
    for page in passage.pages:
        for row in rows_on(page, _COLUMNS)[0]:
            cells = row.cells
            version = version_of(passage, cells["version"]) if "version" in cells else None
            if version is None or not any(c.isdigit() for c in cells["version"].text):
                continue
            day = dates_in(passage, cells["date"])[:1] if "date" in cells else []
            details = {"released_on": day[0].value.isoformat()} if day else {}
            found["firmware_version"].append(replace(version, details={**version.details, **details}))
            days += day
            found["models"] += models_in(passage, cells["model"]) if "model" in cells else []
            found["hardware_version"].append(version_of(passage, cells["hardware"]) if "hardware" in cells else None)
    newest = sorted(days, key=_value, reverse=True)[:1]
    return without_empty({name: once(entries) for name, entries in found.items()} | {"issued_on": once(newest)})


def _value(entry: Found[Any]) -> Any:
    return entry.value


def _versions(passage: Passage) -> tuple[Found[Version], ...]:
    found = []
    for page in passage.pages:
        for match in _releases(page.text):
            days = find_dates(match["rest"], day_first=passage.day_first)
            details = {"released_on": days[0].candidates[0].value.isoformat()} if days else {}
            found.append(read_at(passage, page, match.span("value"), Version.parse(match["value"]), details=details))
    return once(found)


def _releases(text: str) -> Iterator[re.Match[str]]:
    """Every version with its date, whichever of the two stands first."""
    for pattern in (_RELEASE, _RELEASE_ROW, _RELEASE_DATED):
        yield from pattern.finditer(text)


def _newest(passage: Passage, dated: list[Found[Version]]) -> tuple[Found[object], ...]:
    """The latest release date, as printed."""
    wanted = max(entry.details["released_on"] for entry in dated)
    for page in passage.pages:
        for day in find_dates(page.text, day_first=passage.day_first):
            value = day.candidates[0]
            if value.value.isoformat() == wanted:
                return once([read_at(passage, page, (day.start, day.end), value.value, confidence=value.confidence)])
    return ()

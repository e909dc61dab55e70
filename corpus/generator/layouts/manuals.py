"""Manuals: a multilingual booklet with a cover, a German-English booklet with a revision table, a quick guide."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, dated, listed, number
from corpus.generator.layouts.reports import connector
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


@cache
def words(language: str) -> dict[str, Any]:
    """The words of a manual in that language."""
    path = Path(__file__).parent.parent / "manual_words.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))[language]
    return found


def covered(case: Case, separator: str = ", ") -> Content:
    """The models that the manual is for."""
    return joined([mark(m, covered_models=True) for m in case.models], separator)


def languages_of(case: Case) -> tuple[str, ...]:
    """The languages of the manual, from the case's extras."""
    return tuple(case.extra.get("languages", ("en",)))


def says(sheet: Sheet, statement: str, case: Case) -> bool:
    """Whether the statement is to be printed; notes it when it is."""
    if statement in case.extra.get("without", ()):
        return False
    sheet.note("statements", statement)
    return True


def _footer(case: Case, sheet: Sheet) -> None:
    page = sheet.page - sheet.start_page + 1
    code = mark(case.numbers["manual"], document_number=True)
    sheet.put(sheet.left, 812, (code, "  Rev. ", mark(revision(case), revision=True)), size=7)
    sheet.put(sheet.left + sheet.width, 812, f"{page} / {sheet.pages_total}", size=7, align="right")


def revision(case: Case) -> str:
    """The revision of the manual."""
    return str(case.extra.get("manual_revision", "2.1"))


def booklet(case: Case, sheet: Sheet) -> None:
    """Cover with models and firmware, one part a language, back page with maker and importer."""

    def foot(s: Sheet) -> None:
        _footer(case, s)

    sheet.begin(face=faces.SANS, size=9, top=60, bottom=56, footer=foot)
    _cover(case, sheet)
    for language in languages_of(case):
        sheet.next_page()
        _part(case, sheet, language)
    sheet.next_page()
    _back(case, sheet)


def _cover(case: Case, sheet: Sheet) -> None:
    brand = case.extra.get("manual_brand", case.brand)
    sheet.logo(sheet.left, 60, brand, size=26)
    sheet.space(170)
    for language in languages_of(case):
        sheet.para(words(language)["title"], size=17, style="bold", gap=4)
        sheet.note("languages", language)
    sheet.space(16)
    sheet.para(covered(case), size=13, gap=20)
    names = "  |  ".join(language.upper() for language in languages_of(case))
    sheet.para(names, size=10, gap=200)
    labels = words(languages_of(case)[0])["revision"]
    rows: list[tuple[Content, Content]] = [
        (labels[0], mark(case.numbers["manual"], document_number=True)),
        (labels[1], mark(revision(case), revision=True)),
        (labels[2], dated("revised_on", case.dates["manual"], case.extra.get("date_form", "iso"))),
    ]
    sheet.pairs(rows, label_width=100)


def _heading(sheet: Sheet, numeral: int, title: str) -> None:
    sheet.room(60)
    sheet.para(f"{numeral}  {title}", size=13, style="bold", gap=5)


def _part(case: Case, sheet: Sheet, language: str) -> None:
    w = words(language)
    first = sheet.page
    sheet.para(w["title"], size=16, style="bold", gap=8)
    sheet.para((w["for"], ": ", covered(case)), gap=3)
    sheet.para((w["firmware"], " ", mark(case.firmware, firmware_described=True), "."), gap=3)
    sheet.para((w["hardware"], ": ", mark(case.hardware, hardware_version=True)), gap=10)
    _safety(case, sheet, w)
    _heading(sheet, 2, w["install"])
    sheet.para(w["install_text"], gap=10)
    _heading(sheet, 3, w["use"])
    sheet.para(w["use_text"], gap=6)
    if case.radios and says(sheet, "password_required", case):
        sheet.para(w["password"], gap=10)
    sheet.next_page()
    _heading(sheet, 4, w["technical"])
    technical_table(case, sheet, language)
    sheet.space(12)
    if case.radios and "frequency_bands" not in case.extra.get("without", ()):
        _radio(case, sheet, w)
    _heading(sheet, 6, w["maintenance"])
    sheet.para(w["maintenance_text"], gap=8)
    rows: list[list[Content]] = [["LED", w["faults"], ""], *w["fault_rows"]]
    sheet.table(rows, (2, 4, 4), size=8.5)
    sheet.next_page()
    _closing(case, sheet, w)
    for page in range(first, sheet.page + 1):
        sheet.note("languages", language, page)


def _safety(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    if "safety_information" not in case.extra.get("without", ()):
        _heading(sheet, 1, w["safety"])
    if says(sheet, "safety_information", case):
        sheet.para(w["safety_text"], gap=4)
    if says(sheet, "qualified_person", case):
        sheet.para(w["qualified"], gap=4)
    if says(sheet, "rcd_protection", case):
        sheet.para(w["rcd"], gap=10)


def technical_table(case: Case, sheet: Sheet, language: str) -> None:
    """The ratings with their labels in the language."""
    w = words(language)
    decimal = "," if language != "en" else "."
    low, high = case.temperature
    values: list[Content] = [
        number(case.voltage, "V AC", "rated_voltage_v"),
        number(case.current, "A", "rated_current_a"),
        number(case.power, "kW", "output_power_kw" if case.direct else "rated_power_kw", decimal=decimal),
        number(case.frequency, "Hz", "rated_frequency_hz"),
        mark(case.ip, protection_ip=True),
        mark(case.ik, protection_ik=True),
        mark(f"{low} °C … +{high} °C", ambient_temperature_c=[low, high]),
        mark("I", protection_class=True),
        connector(case),
        listed(case.safety[:1]),
    ]
    labels = list(w["labels"])
    if case.direct:
        labels[2] = w["output"][2]
        labels[3:3] = w["output"][:2]
        values[3:3] = [
            number(case.output_voltage, "V DC", "output_voltage_v"),
            number(case.output_current, "A", "output_current_a"),
        ]
    sheet.table([list(pair) for pair in zip(labels, values, strict=True)], (4, 6), head=0)


def _radio(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    _heading(sheet, 5, w["radio"])
    sheet.para(w["radio_text"], gap=4)
    says(sheet, "frequency_bands", case)
    rows: list[list[Content]] = [list(w["radio_heads"])]
    for name in case.radios:
        radio = RADIOS[name]
        rows.append([radio.mark(), radio.band, radio.power])
    sheet.table(rows, (4, 4, 3), size=8.5)
    sheet.space(12)


def _closing(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    _heading(sheet, 7, w["disposal"])
    if says(sheet, "weee_disposal", case):
        sheet.para(w["disposal_text"], gap=10)
    _heading(sheet, 8, w["declaration"])
    url = f"https://www.{case.brand.lower()}.example/doc"
    maker = case.manufacturer.named("manufacturer")
    if case.radios:
        if says(sheet, "simplified_doc", case):
            a, b, c, d = w["simplified"]
            says(sheet, "doc_address", case)
            act = mark("2014/53/EU", acts_described=True)
            sheet.para((a, maker, b, covered(case), c, act, d, url), gap=10)
    else:
        a, d = w["plain_declaration"]
        says(sheet, "doc_address", case)
        acts = joined([mark(act, acts_described=True) for act in case.acts], ", ")
        sheet.para((a, acts, d, url), gap=10)
    labels = w["contact"]
    sheet.para((labels[0], ": ", maker, ", ", case.manufacturer.line("manufacturer")), gap=3)
    if case.importer.name != case.manufacturer.name:
        sheet.para((labels[1], ": ", case.importer.named("importer"), ", ", case.importer.line("importer")), gap=3)


def _back(case: Case, sheet: Sheet) -> None:
    sheet.note("languages", languages_of(case)[-1])  # the back page has no language of its own
    sheet.space(520)
    sheet.para(case.manufacturer.named("manufacturer"), style="bold", gap=1)
    sheet.para(case.manufacturer.block("manufacturer"), gap=6)
    domain = case.manufacturer.name.split()[0].lower()
    sheet.para(f"www.{domain}.example   service@{domain}.example", gap=6)
    leftover = case.extra.get("leftover")
    if leftover:
        sheet.para(mark(leftover, contacts=True), size=7.5)


def revision_table(case: Case, sheet: Sheet) -> None:
    """A manual in one language whose last page holds a table of document versions; models in a list on page 1."""
    language = languages_of(case)[0]
    w = words(language)

    def head(s: Sheet) -> None:
        s.put(s.left, 36, f"{case.brand} – {w['title']}", size=8)
        s.put(s.left + s.width, 36, str(s.page - s.start_page + 1), size=8, align="right")
        s.canvas.line(s.left, s.page_size[1] - 42, s.left + s.width, s.page_size[1] - 42)

    sheet.begin(face=faces.SERIF, size=10, top=70, header=head)
    sheet.para(w["title"], size=22, style="bold", gap=8)
    sheet.note("brand", case.brand)
    sheet.para(w["for"] + ":", gap=3)
    for model in case.models:
        sheet.para(("•  ", mark(model, covered_models=True)), indent=10, gap=1)
    sheet.space(8)
    _safety(case, sheet, w)
    _heading(sheet, 2, w["install"])
    sheet.para(w["install_text"], gap=10)
    sheet.next_page()
    _heading(sheet, 3, w["use"])
    sheet.para(w["use_text"], gap=10)
    _heading(sheet, 4, w["technical"])
    technical_table(case, sheet, language)
    sheet.space(10)
    if case.radios:
        _radio(case, sheet, w)
    sheet.next_page()
    _closing(case, sheet, w)
    sheet.space(14)
    _versions(case, sheet, language)
    for page in range(sheet.start_page, sheet.page + 1):
        sheet.note("languages", language, page)


def _versions(case: Case, sheet: Sheet, language: str) -> None:
    heads = {"de": ["Version", "Datum", "Kommentar"], "fr": ["Version", "Date", "Commentaire"]}
    first = {"de": "Erstausgabe", "fr": "Première édition"}.get(language, "First issue")
    last = {"de": "Firmware ", "fr": "Micrologiciel "}.get(language, "Firmware ")
    sheet.para(
        {"de": "Dokumentversionen", "fr": "Versions du document"}.get(language, "Document versions"),
        style="bold",
        gap=4,
    )
    early = case.dates["issued"]
    rows: list[list[Content]] = [
        list(heads.get(language, ["Version", "Date", "Comment"])),
        ["1.0", early.strftime("%d.%m.%Y"), first],
        [
            mark(revision(case), revision=True),
            dated("revised_on", case.dates["manual"], "dots"),
            (last, mark(case.firmware, firmware_described=True)),
        ],
    ]
    sheet.table(rows, (2, 3, 6), shade=True)


def quick_guide(case: Case, sheet: Sheet) -> None:
    """One sheet, two columns of short steps in two languages."""
    first, second = languages_of(case)[:2]
    sheet.begin(face=faces.HELVETICA, size=9, top=60)
    sheet.logo(sheet.left, 40, case.brand, size=16)
    titles = {
        "en": "Quick guide",
        "de": "Kurzanleitung",
        "fr": "Guide rapide",
        "it": "Guida rapida",
        "nl": "Snelstartgids",
    }
    sheet.put(sheet.left + sheet.width, 58, f"{titles[first]} / {titles[second]}", size=16, style="bold", align="right")
    sheet.space(30)
    sheet.para(covered(case), size=11, style="bold", gap=10)
    w, v = words(first), words(second)
    for key in ("safety_text", "install_text", "use_text"):
        sheet.table([[w[key], v[key]]], (1, 1), head=0, ruled="none", size=9)
    sheet.note("statements", "safety_information")
    sheet.note("languages", first)
    sheet.note("languages", second)
    sheet.space(10)
    sheet.para(
        (
            mark(case.numbers["manual"].replace("UM", "QG"), document_number=True),
            "   Rev. ",
            mark(revision(case), revision=True),
            "   ",
            dated("revised_on", case.dates["manual"], "iso"),
        ),
        size=8,
    )
    sheet.para((case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer")), size=8)

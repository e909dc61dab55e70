"""Unseen manuals: an installation manual in three languages, a small user manual in two, a quick guide on one sheet."""

from typing import Any

from reportlab.lib.pagesizes import A5

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, number
from corpus.generator.layouts.unseen_parties import on, page_of, tint
from corpus.generator.layouts.unseen_sentences import SENTENCES
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def covered(case: Case, separator: str = ", ") -> Content:
    """The models that the manual is for."""
    return joined([mark(m, covered_models=True) for m in case.models], separator)


def _edition(case: Case) -> str:
    return str(case.extra.get("edition", "1.4"))


def _said(sheet: Sheet, statement: str, text: str, **settings: Any) -> None:
    sheet.note("statements", statement)
    sheet.para(text, **settings)


def _address(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    maker, trader = case.manufacturer, case.importer
    sheet.para((w["maker"], ": ", maker.named("manufacturer"), ", ", maker.line("manufacturer")), gap=2)
    if maker.country == "CN":  # a maker in the Union has no importer
        sheet.para((w["importer"], ": ", trader.named("importer"), ", ", trader.line("importer")), gap=2)


def _values(case: Case, language: str) -> list[Content]:
    w = SENTENCES[language]
    low, high = case.temperature
    decimal = "." if language == "en" else ","
    return [
        number(case.voltage, "V", "rated_voltage_v"),
        number(case.current, "A", "rated_current_a"),
        number(case.power, "kW", "rated_power_kw", decimal=decimal),
        number(case.frequency, "Hz", "rated_frequency_hz"),
        mark(case.ip, protection_ip=True),
        mark(case.ik, protection_ik=True),
        mark(f"{low} °C … +{high} °C", ambient_temperature_c=[low, high]),
        mark(w["socket"] if case.connectors[0] == "type2_socket" else w["cable"], connectors=case.connectors[0]),
    ]


def _declaration(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    a, b, c, d = w["declares"]
    url = f"https://www.{case.brand.lower()}.example/ce"
    act = mark("2014/53/EU", acts_described=True)
    sheet.note("statements", "doc_address")
    sheet.note("statements", "simplified_doc")
    sheet.para((a, case.manufacturer.named("manufacturer"), b, covered(case), c, act, d, url), gap=8)


def _radio(case: Case, sheet: Sheet, w: dict[str, Any]) -> None:
    sheet.note("statements", "frequency_bands")
    rows: list[list[Content]] = [list(w["bands"])]
    rows += [[RADIOS[name].mark(), RADIOS[name].band, RADIOS[name].power] for name in case.radios]
    sheet.table(rows, (4, 4, 3), size=8.5, ruled="rows")
    sheet.space(10)


def benelux(case: Case, sheet: Sheet) -> None:
    """Cover with a coloured field, per language two pages with decimal numbering, code and edition at the head."""
    languages: tuple[str, ...] = case.extra["languages"]

    def head(s: Sheet) -> None:
        if page_of(s) > 1:
            code = mark(case.numbers["manual"], document_number=True)
            s.put(s.left, 40, ("Doc. ", code, " – v", mark(_edition(case), revision=True)), size=7.5)
            s.put(s.left + s.width, 40, str(page_of(s)), size=7.5, align="right")

    sheet.begin(face=faces.SANS, size=9.5, top=64, left=60, right=60, header=head)
    tint(sheet, (0, 0, sheet.page_size[0], 250), (0.86, 0.92, 0.95))
    sheet.put(sheet.left, 90, case.brand, size=30, style="bold")
    sheet.y = 270
    for language in languages:
        sheet.note("languages", language)
        sheet.para(f"{language.upper()}   {SENTENCES[language]['title']}", size=14, gap=3)
    sheet.space(14)
    sheet.para(covered(case, "\n"), size=12, style="bold", gap=240)
    code = mark(case.numbers["manual"], document_number=True)
    sheet.para(
        (code, "   v", mark(_edition(case), revision=True), "   ", on("revised_on", case.dates["manual"], "iso")),
        size=9,
    )
    for language in languages:
        sheet.next_page()
        first = sheet.page
        _chapters(case, sheet, language)
        for page in range(first, sheet.page + 1):
            sheet.note("languages", language, page)


def _chapters(case: Case, sheet: Sheet, language: str) -> None:
    w = SENTENCES[language]
    sheet.para(w["title"], size=16, style="bold", gap=8)
    sheet.para(
        (
            w["for"],
            " ",
            covered(case),
            ". ",
            w["firmware"],
            " ",
            mark(case.firmware, firmware_described=True),
            "; ",
            w["hardware"],
            " ",
            mark(case.hardware, hardware_version=True),
            ".",
        ),
        gap=10,
    )
    sheet.para(f"1.  {w['safety']}", size=12, style="bold", gap=3)
    _said(sheet, "safety_information", w["safety_text"], gap=3)
    _said(sheet, "qualified_person", w["qualified"], gap=3)
    _said(sheet, "rcd_protection", w["rcd"], gap=10)
    sheet.para(f"2.  {w['mount']}", size=12, style="bold", gap=3)
    for index, step in enumerate(w["steps"]):
        sheet.para(f"2.{index + 1}  {step}", indent=10, gap=3)
    if case.radios:
        _said(sheet, "password_required", w["password"], gap=10)
    sheet.next_page()
    sheet.para(f"3.  {w['data']}", size=12, style="bold", gap=5)
    sheet.table(
        [list(pair) for pair in zip(w["labels"], _values(case, language), strict=True)], (5, 5), head=0, ruled="rows"
    )
    sheet.space(10)
    if case.radios:
        _radio(case, sheet, w)
    sheet.para(f"4.  {w['disposal']}", size=12, style="bold", gap=3)
    _said(sheet, "weee_disposal", w["disposal_text"], gap=10)
    sheet.para(f"5.  {w['declaration']}", size=12, style="bold", gap=3)
    if case.radios:
        _declaration(case, sheet, w)
    else:
        sheet.note("statements", "doc_address")
        sheet.para(
            (
                w["plain"][0],
                joined([mark(a, acts_described=True) for a in case.acts], ", "),
                w["plain"][1],
                f"https://www.{case.brand.lower()}.example/ce",
            ),
            gap=8,
        )
    _address(case, sheet, w)


def pocket(case: Case, sheet: Sheet) -> None:
    """A user manual on small pages: numbered warnings, a table of lights, data of both languages on one page."""
    languages: tuple[str, ...] = case.extra["languages"]

    def foot(s: Sheet) -> None:
        s.put(s.page_size[0] / 2, 572, f"– {page_of(s)} –", size=7, align="center")

    sheet.canvas.setPageSize(A5)
    sheet.begin(page_size=A5, face=faces.SERIF, size=9, top=44, bottom=44, left=40, right=40, footer=foot)
    sheet.logo(sheet.left, 50, case.brand, size=18)
    sheet.space(90)
    for language in languages:
        sheet.para(SENTENCES[language]["user"], size=18, style="bold", gap=2)
        sheet.note("languages", language)
    sheet.space(10)
    sheet.para(covered(case, "\n"), size=12, gap=4)
    for language in languages:
        sheet.next_page()
        _user_part(case, sheet, language)
    sheet.next_page()
    both = [SENTENCES[language] for language in languages]
    sheet.para(" / ".join(w["data"] for w in both), size=12, style="bold", gap=6)
    labels = [" / ".join(pair) for pair in zip(*(w["labels"] for w in both), strict=True)]
    sheet.table([list(row) for row in zip(labels, _values(case, languages[0]), strict=True)], (6, 4), head=0, size=8.5)
    for language in languages:
        sheet.note("languages", language)
    sheet.space(16)
    _address(
        case,
        sheet,
        {"maker": " / ".join(w["maker"] for w in both), "importer": " / ".join(w["importer"] for w in both)},
    )
    sheet.space(10)
    code = mark(case.numbers["manual"], document_number=True)
    sheet.para(
        (
            code,
            "  ",
            SENTENCES[languages[0]]["edition"],
            " ",
            mark(_edition(case), revision=True),
            "  ",
            on("revised_on", case.dates["manual"], "spaced"),
        ),
        size=7.5,
    )


def _user_part(case: Case, sheet: Sheet, language: str) -> None:
    w = SENTENCES[language]
    first = sheet.page
    sheet.para(w["safety"], size=12, style="bold", gap=4)
    _said(sheet, "safety_information", w["safety_text"], gap=4)
    _said(sheet, "qualified_person", w["qualified"], gap=8)
    sheet.para(w["use"], size=12, style="bold", gap=4)
    for index, step in enumerate(w["use_steps"]):
        sheet.para(f"{index + 1})  {step}", indent=6, gap=2)
    sheet.space(6)
    sheet.table([list(row) for row in w["lights"]], (4, 6), size=8.5)
    sheet.space(8)
    sheet.para((w["firmware"], " ", mark(case.firmware, firmware_described=True), "."), gap=8)
    sheet.para(w["disposal"], size=12, style="bold", gap=4)
    _said(sheet, "weee_disposal", w["disposal_text"], gap=8)
    if case.radios:
        sheet.para(w["declaration"], size=12, style="bold", gap=4)
        _declaration(case, sheet, w)
        _radio(case, sheet, w)
    for page in range(first, sheet.page + 1):
        sheet.note("languages", language, page)


def one_sheet(case: Case, sheet: Sheet) -> None:
    """A quick guide: four framed steps, two languages in each frame, the code turned up at the foot."""
    languages: tuple[str, ...] = case.extra["languages"]
    first, second = (SENTENCES[language] for language in languages)
    sheet.begin(face=faces.HELVETICA, size=8.5, top=56, left=46, right=46)
    sheet.put(sheet.left, 50, f"{first['quick']} | {second['quick']}", size=17, style="bold")
    sheet.space(8)
    sheet.para(covered(case, " · "), size=11, gap=8)
    for language in languages:
        sheet.note("languages", language)
    for statement in ("safety_information", "qualified_person"):
        sheet.note("statements", statement)
    sheet.table(
        [
            [
                "!",
                (
                    first["safety_text"],
                    " ",
                    first["qualified"],
                    "\n\n",
                    second["safety_text"],
                    " ",
                    second["qualified"],
                ),
            ]
        ],
        (0.6, 9.4),
        head=0,
    )
    sheet.space(8)
    for index, (left, right) in enumerate(zip(first["use_steps"], second["use_steps"], strict=True)):
        top = sheet.y
        sheet.table([[str(index + 1), (left, "\n", right)]], (0.6, 9.4), head=0, size=9.5, pad=8)
        sheet.y = max(sheet.y, top + 46) + 6
    sheet.space(10)
    maker = case.manufacturer
    sheet.para((maker.named("manufacturer"), "  ", maker.line("manufacturer")), size=7.5, gap=1)
    code = mark(case.numbers["manual"], document_number=True)
    sheet.para(
        (code, " · rev. ", mark(_edition(case), revision=True), " · ", on("revised_on", case.dates["manual"], "iso")),
        size=7.5,
    )

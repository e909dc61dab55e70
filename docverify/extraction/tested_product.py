"""Turns the front of a laboratory report into what was tested: models, ratings, versions, samples."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docverify.extraction.designations import models_in, split_object
from docverify.extraction.fields import Fields, once, spotted, standards_in, text_of, versions
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.model_tables import print_of
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed, joined, kept
from docverify.extraction.product_words import named_lines, product_names
from docverify.extraction.rated_said import ratings_said, supply_lines, with_outputs
from docverify.extraction.ratings import rating_fields
from docverify.extraction.running_text import read_at
from docverify.extraction.scripts import in_latin
from docverify.extraction.signed_numbers import with_sign
from docverify.extraction.values import field_of, find_acts, find_connectors, find_radios, find_ratings, find_standards
from docverify.extraction.version_words import versions_behind, versions_said
from docverify.facts.evidence import Found
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version

RATING_KEYS = (
    "ratings",
    "rated_voltage",
    "rated_current",
    "rated_power",
    "rated_frequency",
    "phases",
    "output_voltage",
    "output_current",
    "output_power",
    "protection_ip",
    "protection_ik",
    "ambient_temperature",
    "protection_class",
)
_SUPPLY = re.compile(
    r"^(?:[^\n:：/]{2,30}/ ?)?(?:(?:EUT |input |AC |mains )?power (?:supply|source|rating|input)(?: type"
    r"| rating| voltage| source)?"
    r"|ratings?|rated values|nennwerte|anschlusswerte|(?:EUT |mains |nominal )?supply(?: voltage| system)?"
    r"|(?:strom|spannungs|netz)?versorgung|netzanschluss|alimentation|alimentazione|alimentación|voeding"
    r"|zasilanie|strömförsörjning"
    r"|供电|电源)\b[ :：.]*\n?(?P<value>[^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)
_POWERS = re.compile(
    r"\d\s?dBm\b|dB[µμu]A/m|max(?:imum|\.)? (?:rf )?(?:output|transmit\w*) power"
    r"|\(dBm\)|\be\.?i\.?r\.?p\b|potencia máxima|puissance (?:maximale|d['’]émission)|sendeleistung|potenza massima"
    r"|\b(?:antenna|antennen)[ -]?(?:gain|type|gewinn)\b|gain d['’]antenne|\bmodulation\b"
    r"|\bchannel (?:number|separation)"
    r"|operat(?:ing|ion) frequenc|betriebsfrequenz|frequency range",
    re.IGNORECASE,
)
_EQUIPMENT = re.compile(
    r"\bcal\b|\bcal\.|calibrat|kalibr|校准|test equipment|inventory|support unit|fcc id/doc", re.IGNORECASE
)
_SERIAL_PARTS = re.compile(r"[,;，；、\n]|\s/\s|(?<=\d{4})\s?/\s?(?=[A-Z]{0,4}\d{4})|\s+(?:and|und|et)\s+")
_OF_SAMPLE = re.compile(
    r"\b(?P<what>hardware|firmware|software|HW|FW)[ -]?(?:version|revision|release"
    r"|status)\b[^\n:：]{0,40}[:：][ \t]*(?P<value>[^\s,;][^\n,;]{0,24}?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_IN_PROSE = re.compile(
    r"\b(?:had|has|with|ran|runs|running|of|on|and|its|carries|carried|using|loaded|mit|und"
    r"|avec)\s+(?:the\s+)?(?P<what>hardware|firmware"
    r"|software)(?:\s+version)?\s+(?P<value>V?\d{1,3}(?:\.\d{1,4}){1,4}(?:-\w+)?|[A-Z](?=[\s.,]))",
    re.IGNORECASE,
)
_SERIAL_LINE = re.compile(
    r"\b(?:serial (?:no\.?|numbers?)|s/n|serien-?(?:nr\.?|nummern?)|n(?:uméro|°) de série|numero di serie"
    r"|número de serie|serienummer)"
    r"(?!\w)(?:[^\n:：]{0,40}[:：]|\)| tested| of (?:the )?samples?"
    r"|[ \t](?=[A-Z0-9-]*\d{3}))[ \t]*(?P<value>[A-Z0-9][^\n]{3,100})$",
    re.IGNORECASE | re.MULTILINE,
)
_HARD_AND_FIRM = re.compile(
    r"\b(?:hardware|HW|(?:wersja )?sprzętu|matériel(?:le)?|hårdvara|versione hardware"
    r"|versión (?:de )?hardware)(?:[ -]?(?:version|stand))?"
    r"\s*/\s*(?P<what>firmware|FW|software|SW|oprogramowania|logiciel(?:le)?|micrologiciel"
    r"|mjukvara)(?:[ -]?(?:version|stand))?\s*[:：.]*\s*"
    r"(?P<hard>[^\s/][^/\n]{0,30}?)\s*/\s*(?P<firm>[^\s/][^/\n]{0,30}?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SOFT = re.compile(r"software|SW|oprogramowania|logiciel|mjukvara", re.IGNORECASE)
_ONE_ON_THE_OTHER = re.compile(
    r"\b(?P<first>firmware|software|FW|SW|hardware|HW)(?: version)?[ ]+"
    r"(?P<one>V?\d[\w.-]*|[A-Z]{1,3}[\d.]{0,5})[ ,]+(?:on|with|and)[ ]+"
    r"(?P<second>hardware|HW|firmware|software|FW|SW)(?: version)?[ ]+"
    r"(?P<other>V?\d[\w.-]*\w|[A-Z]{1,3}[\d.]{0,4}\d|[A-Z])\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:was|were|had|is|are|has|ran|shall|war|wurde|hatte)\b[^\n]*\.\s*$", re.IGNORECASE)
_MODEL_WORD = re.compile(r"[\s,;(]*\b(?:models?|types?|typ|modell|modèle|modello|modelo|型号)\b[\s:.]*$", re.IGNORECASE)
_RATED_SPAN = 25.0  # degrees; a laboratory's climate is narrower
_LANGUAGE = re.compile(r"(?:中文|英文|Chinese|English)(?:\s*(?:中文|英文|Chinese|English))?")
_ENGLISH = re.compile(r"(?:英文\s*)?English|英文")
_GOODS = re.compile(r"\bgoods\b|物品", re.IGNORECASE)
_PASSED = re.compile(r"(?:pass(?:ed)?|p|complies|bestanden|erfüllt|conforme)", re.IGNORECASE)
_FULFILS = re.compile(
    r"\bproduct (?:fulfil|fulfill|meet|satisf)\w* (?:all )?(?:the )?requirements of:? (?P<value>[^\n]{5,60})"
)
_WRAPPED_NAME = re.compile(
    r"[^\n]*\b(?:with|and|for|of|in|without|mit|und|für|avec|et|pour|de|à|con|e|per|y|para|met|en|voor|z|i"
    r"|dla|med|och|för)"
    r"\s*\n(?!\s*(?:models?|types?|typ)\b)[^\n:：]+",
    re.IGNORECASE,
)
_OF_TESTS = re.compile(
    r"(?:essais?|tests?|testing|prüfung\w*|messung\w*|measurements?|prove|ensayos?|badania|provning\w*"
    r"|beproeving\w*)\b(?! (?:unit|device))",
    re.IGNORECASE,
)
_TITLE_OF = re.compile(
    r"(?:[A-Z]{2,4} |radio |safety )?(?:test )?report (?:for|on) (?:the |an? )?|(?:prüf|test)bericht (?:für"
    r"|über) (?:die |das |den |eine?n? )?"
    r"|rapport d['’]essais? (?:pour|de|d['’]) ?(?:la |le |l['’]|une? )?",
    re.IGNORECASE,
)
_MARKETING = re.compile(r"marketing name|commercial name|dénomination commerciale", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(（][^\W\d_][^()（）]*[)）]$")
_NEAR = 60.0  # points
_LONGEST_NAME = 90


def product_fields(passage: Passage) -> Fields:
    """Product name, brand, models, ratings, versions, serials, connectors and radios of the samples."""
    candidates = [c for c in passage.candidates("models") if not _of_equipment(passage, c)]
    prints = [
        _in_one_line(with_sign(c.whole())) for c in passage.candidates(*RATING_KEYS) if not _of_equipment(passage, c)
    ]
    for page in passage.pages:
        printed = passage.printed(page)
        prints += [printed.part(*m.span("value")) for m in _SUPPLY.finditer(printed.text)]
    said = list(ratings_said(passage)) or (list(supply_lines(passage)) if not _of_supply(prints) else [])
    fields: Fields = dict(rating_fields(passage, [*prints, *map(_in_one_line, said)], pages=passage.pages))
    fields = with_outputs(passage, fields)
    if "ambient_temperature_c" in fields:  # one temperature or a narrow range is that of the laboratory
        fields["ambient_temperature_c"] = tuple(e for e in fields["ambient_temperature_c"] if _is_rated_range(e.value))
    names, coded = _names(passage)
    if not names and not candidates:
        names, coded = named_lines(passage)
    if not names and not coded:
        names, coded = _in_title(passage)
    named = labelled_models(passage, candidates) or labelled_models(passage, passage.candidates("reference"))
    fields["models"] = named or once(coded)
    fields["product_name"] = in_latin(once(names))[:1] or product_names(passage)[:1]
    fields["product_name"] = fields["product_name"] or once(named_lines(passage)[0])[:1]
    brands = passage.candidates("brand")
    own = [c for c in brands if not _MARKETING.match(c.label)] or brands  # a marketing name beside a brand is none
    fields["brand"] = once(text_of(passage, candidate) for candidate in own)
    fields["serial_numbers"] = _serials(passage)
    links = [c.value for c in passage.candidates("connectors", "ratings")]
    links += said
    fields["connectors"] = once(v for p in links for v in spotted(passage, p, find_connectors(p.text)))
    if not fields["connectors"]:
        fields["connectors"] = _connectors_said(passage)
    radios = [c.value for c in passage.candidates("radios")]
    tables = [passage.printed(page) for page in passage.pages if _POWERS.search(page.text)]
    fields["radios"] = once(v for p in (*tables, *radios) for v in spotted(passage, p, find_radios(p.text)))
    if passage.scheme == "environmental":
        for name, entries in _proved(passage).items():
            fields[name] = fields.get(name) or entries
    return fields | all_versions(passage)


def _of_supply(prints: Sequence[Printed]) -> bool:
    """Whether a label already gives a voltage."""
    return any(field_of(spot).endswith("voltage_v") for printed in prints for spot in find_ratings(printed.text))


def _connectors_said(passage: Passage) -> tuple[Found[str], ...]:
    """The one connector that the front pages name in their text; nothing where they name several."""
    pages = [passage.printed(page) for page in passage.pages]
    found = once(v for p in pages for v in spotted(passage, p, find_connectors(p.text)))
    return found if len(found) == 1 else ()


def _proved(passage: Passage) -> Fields:
    """Degrees of protection in the row of a test that was passed."""
    found: Fields = {}
    for page in passage.pages:
        for table in page.tables:
            for row in table.rows:
                cells = [print_of(page, cell) for cell in row if cell is not None and cell.lines]
                if cells and _PASSED.fullmatch(cells[-1].text.strip()):
                    for cell in cells[:-1]:
                        for name, reading in rating_fields(passage, [cell], pages=()).items():
                            if name in ("protection_ip", "protection_ik"):
                                found[name] = once([*found.get(name, ()), *reading])
    return found


def standards_fulfilled(passage: Passage) -> list[Found[StandardReference]]:
    """The standards of which a sentence says that the product fulfils their requirements."""
    found: list[Found[StandardReference]] = []
    for page in passage.pages:
        if "requirements of" in page.text:
            printed = passage.printed(page)
            for match in _FULFILS.finditer(printed.text):
                found += [e for e in standards_in(passage, printed.part(*match.span("value"))) if e.value.edition]
    return found


def _is_rated_range(value: Any) -> bool:
    """Whether the temperatures are a range that a product is made for."""
    return isinstance(value, tuple) and None not in value and value[1] - value[0] >= _RATED_SPAN


def all_versions(passage: Passage) -> Fields:
    """Versions beside their labels, else behind the words for them in running text."""
    fields = version_fields(passage)
    fields["hardware_version"] = fields["hardware_version"] or versions_said(passage, "hardware")
    if not fields["software_version"]:
        fields["firmware_version"] = fields["firmware_version"] or versions_said(passage, "firmware")
    return fields


def version_fields(passage: Passage) -> Fields:
    """Hardware, firmware and software versions beside their labels, the joint label included."""
    fields: Fields = {
        name: versions(passage, name) for name in ("hardware_version", "firmware_version", "software_version")
    }
    for page in passage.pages:
        if match := _ONE_ON_THE_OTHER.search(page.text):
            for what, group in ((match["first"], "one"), (match["second"], "other")):
                found = _version_at(passage, page.number, match, group)
                fields[_version_field(what)] = kept([found]) if found is not None else fields[_version_field(what)]
            return fields
        for match in _OF_SAMPLE.finditer(page.text):
            name = _version_field(match["what"])
            found = _version_at(passage, page.number, match, "value")
            fields[name] = fields[name] or kept([found])
        for match in _IN_PROSE.finditer(page.text):
            name = f"{match['what'].lower()}_version"
            found = _version_at(passage, page.number, match, "value")
            fields[name] = fields[name] or kept([found])
        for name, match in versions_behind(page.text):
            found = _version_at(passage, page.number, match, "value")
            fields[name] = fields[name] or kept([found])
        for match in _HARD_AND_FIRM.finditer(page.text):
            second = "software_version" if _SOFT.match(match["what"]) else "firmware_version"
            for name, group in (("hardware_version", "hard"), (second, "firm")):
                found = _version_at(passage, page.number, match, group)
                fields[name] = kept([found]) if found is not None else fields[name]
            return fields
    return fields


def _version_field(what: str) -> str:
    """The field of that word: FW is firmware."""
    short = {"hw": "hardware", "fw": "firmware", "sw": "software"}
    return f"{short.get(what.lower(), what.lower())}_version"


def _version_at(passage: Passage, number: int, match: re.Match[str], group: str) -> Found[Version] | None:
    try:
        version = Version.parse(match[group])
    except ValueError:
        return None
    return read_at(passage, passage.page(number), match.span(group), version)


def _in_one_line(printed: Printed) -> Printed:
    """The print without line breaks: "Output: …" goes on in the next line."""
    return replace(printed, text=printed.text.replace("\n", " "))


def _names(passage: Passage) -> tuple[list[Found[str] | None], list[Found[Any] | None]]:
    """Product names, and the designations printed in one line with them ("AC wallbox EVC-22S, EVC-11S")."""
    names: list[Found[str] | None] = []
    coded: list[Found[Any] | None] = []
    for candidate in passage.candidates("product_name"):
        if _SENTENCE.search(candidate.value.text):
            continue
        goods = _GOODS.search(candidate.label)  # in words as they are shipped, their codes among them
        name, codes = split_object(candidate.value) if not goods else (None, [])
        if name is not None and codes and len(name.text) >= 4:
            word = _MODEL_WORD.search(name.text)
            name = name.part(0, word.start()).trimmed() if word else name
            names.append(passage.found(name, name.text))
            coded += [entry for code in codes for entry in models_in(passage, code)]
        else:
            names.append(_name(passage, candidate))
    return names, coded


def _in_title(passage: Passage) -> tuple[list[Found[str] | None], list[Found[Any] | None]]:
    """What a title such as "Test report for the charge post BX2-44" is about; nothing where it names no designation."""
    for line in passage.printed(passage.pages[0]).lines() if passage.pages else ():
        match = _TITLE_OF.match(line.text)
        name, codes = split_object(line.part(match.end()).trimmed()) if match else (None, [])
        if name is not None and codes and not find_standards(line.text) and not LEGAL_FORM.search(line.text):
            models = [entry for code in codes for entry in models_in(passage, code)]
            return [passage.found(name, name.text, confidence=0.9)], models
    return [], []


def _name(passage: Passage, candidate: Candidate) -> Found[str] | None:
    if _LANGUAGE.fullmatch(candidate.value.text):
        return _in_english(passage, candidate)
    found = (
        text_of(passage, candidate) if not _WRAPPED_NAME.match(candidate.value.text) else _wrapped(passage, candidate)
    )
    if found is None or len(found.value) > _LONGEST_NAME or not any(c.isalpha() for c in found.value):
        return None
    if (
        LEGAL_FORM.search(found.value)
        or _OF_TESTS.match(found.value)
        or find_acts(found.value)
        or find_standards(found.value)
    ):
        return None
    return None if _of_equipment(passage, candidate) else found


def _wrapped(passage: Passage, candidate: Candidate) -> Found[str] | None:
    """The name that a preposition or a conjunction carries over to the next line."""
    printed = joined(candidate.value.lines()[:2]).trimmed()
    return passage.found(printed, " ".join(printed.text.split()))


def _in_english(passage: Passage, candidate: Candidate) -> Found[str] | None:
    """The name behind the word "English", where the cell says it in two languages, one under the other."""
    lines = passage.printed(passage.page(candidate.page)).lines()
    top = candidate.value.box[1]
    for word in lines:
        if _ENGLISH.fullmatch(word.text.strip()) and abs(word.box[1] - top) < _NEAR:
            height = word.box[3] - word.box[1]
            beside = [o for o in lines if o.box[0] > word.box[2] and abs(o.box[1] - word.box[1]) < height]
            if beside:
                name = min(beside, key=_left).trimmed()
                return passage.found(name, name.text, confidence=0.9)
    return None


def _left(printed: Printed) -> float:
    return printed.box[0]


def _serials(passage: Passage) -> tuple[Found[str], ...]:
    found: list[Found[str] | None] = []
    for candidate in passage.candidates("serial_numbers"):
        if _of_equipment(passage, candidate):
            continue
        for piece in candidate.value.split(_SERIAL_PARTS):
            part = piece.part(0, len(_IN_BRACKETS.sub("", piece.text))).trimmed()
            if any(c.isdigit() for c in part.text) and len(part.text) <= 40 and len(part.text.split()) <= 3:
                found.append(passage.found(part, part.text))
    if not any(found):
        for page in passage.pages:
            for match in _SERIAL_LINE.finditer(page.text):
                for number in re.finditer(r"[A-Z0-9][\w\-/.]*\d{3}[\w\-.]*", match["value"]):
                    start = match.start("value")
                    found.append(read_at(passage, page, (start + number.start(), start + number.end()), number[0]))
    return once(found)


def _of_equipment(passage: Passage, candidate: Candidate) -> bool:
    """Whether the candidate stands in a list of instruments or support units, not of samples."""
    if candidate.table is not None:
        heading = " ".join(cell.text for cell in candidate.table.rows[0] if cell is not None)
        return bool(_EQUIPMENT.search(heading))
    printed = passage.printed(passage.page(candidate.page))
    top = candidate.value.box[1]
    near = [line.text for line in printed.lines() if -40 < line.box[1] - top < 6]
    return any(_EQUIPMENT.search(text) for text in near)

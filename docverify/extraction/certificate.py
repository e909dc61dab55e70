"""Turns a certificate of any scheme into its fields: who certifies what of whom, under which number, until when.

Type examinations, CB test certificates, voluntary marks, laboratories' attestations, listings, grants and management
systems differ in their words, not in their facts. The issuer is who the paper says issued it, else who signs it.
"""

import re
from collections.abc import Iterable
from datetime import date

from docverify.extraction.bodies import body_numbers, lone_address
from docverify.extraction.certified_company import certified_company
from docverify.extraction.certifier import with_issuer
from docverify.extraction.designations import branded, lines_of_codes, models_in, models_of
from docverify.extraction.edge_company import edge_company
from docverify.extraction.fields import (
    Fields,
    acts_in,
    cited_numbers,
    dates,
    dates_in,
    is_blank,
    number_of,
    numbers,
    once,
    revisions,
    spotted,
    standards_of,
    text_of,
    texts,
    versions,
    without_empty,
)
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.own_number import day_behind, own_number, revision_behind
from docverify.extraction.parties import LEGAL_FORM, has_address_elsewhere, party_fields
from docverify.extraction.printed import Printed, kept
from docverify.extraction.product_phrase import product_phrase
from docverify.extraction.product_words import product_names
from docverify.extraction.prose import address_beside_name, models_named, papers_cited, products_named, validity
from docverify.extraction.quality_system import date_alone, quality_system, software_listed
from docverify.extraction.ratings import rating_fields
from docverify.extraction.signature import signature_fields, signing_day
from docverify.extraction.statements import find_statements
from docverify.extraction.values import find_acts, find_connectors, find_dates, find_radios, find_standards
from docverify.facts.evidence import Found

_ROLES = ("holder", "manufacturer", "factory", "importer", "authorised_representative", "responsible_party", "issuer")
_NUMBER_KEYS = {
    "fcc_grant": ("fcc_id", "certificate_number", "document_number", "number"),
    "ised_certificate": ("ic_id", "certificate_number", "document_number", "number"),
}
_DIRECTORY = re.compile(r"[A-Z]{4}\d?\.(?P<file>E\d{4,6})\s+-\s+(?P<name>[A-Z].{5,100})$")
_STATEMENTS = frozenset({"fcc_15_19"})
_OF_THE_MANUFACTURER = frozenset({"eu_type_examination", "mid_type_examination", "national_metrology"})
_SOLD_BY = re.compile(r"vendor|supplier", re.IGNORECASE)
_MAKES = re.compile(r"manufactur|herstell|fabricant|fabbricant|fabricante|fabrikant|producent", re.IGNORECASE)
_NUMBER = ("certificate_number", "document_number", "number", "file_number")
_TITLE_NUMBER = re.compile(
    r"(?:certificate|zertifikat|bescheinigung|certificat|certificaat|certificato|certificado|certyfikat"
    r"|verification|attestation|证书编?号?)[^\n\d]{0,40}?\s?(?:no|nr|n°|number|n\."
    r"|编号)?[.:：\s]{0,3}\n?\s?(?P<number>[A-Z0-9][\w\-./]*\d[\w\-./ ]{0,30})",
    re.IGNORECASE,
)
_ON_A_TYPE = frozenset({"mid_type_examination", "national_metrology"})
_OF_A_TYPE = re.compile(r"\b(?:type|tipo|typ\w*)\b|baumuster", re.IGNORECASE)
_OF_A_BODY = re.compile(
    r"\b(?:notified|approved|designated) body|benannte stelle|notifi|organism|aangemelde|anmält organ", re.IGNORECASE
)
_ISSUED = re.compile(
    r"\b(?:ausgestellt|issued|délivré|rilasciat|emess|expedid|emitid|wydan|utfärda|afgegeven)|签发|颁发", re.IGNORECASE
)
_RULE_PART = re.compile(r"(15|18|22|24|25|27|30|80|87|90|95|96|97|101)([A-Z])")
_FIRST_ISSUE = re.compile(
    r"first|initial|origin|\bprim[aeo]|premi[eè]re|\berst|首次|pierwsz|första|eerste", re.IGNORECASE
)
_VALID_FROM = re.compile(
    r"gültig (?:ab|von)|valid (?:from|as of)|effective|valable (?:du|à partir)|date d['’]effet"
    r"|valid[oa] d[ae]l?|válido desde|geldig van"
    r"|ważn\w+ od|giltig från",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"[^\n]*(?:valid (?:until|to|till|through)|expir\w+|gültig bis|gilt bis|valable jusqu|valido fino"
    r"|válido hasta|geldig tot|ważny do|giltig till|有效期至?)[^\n]{0,40}",
    re.IGNORECASE,
)
_ACCREDITATION = re.compile(
    r"\b(?:CNAS\s?L\s?\d{3,5}|D-(?:PL|ZE|ZM|IS|K)-\d{4,5}-\d{2}(?:-\d{2})?"
    r"|A2LA(?:\s+(?:Cert(?:ificate)?\.?\s?)?(?:No\.?|#)?)?\s?\d{4}\.\d{2}|UKAS\s?\d{3,5}"
    r"|NVLAP(?:\s+Lab(?:oratory)?\s+Code)?:?\s?\d{6}-\d|RvA\s?[CLK]\s?\d{3}|COFRAC\s?(?:n°\s?)?\d-\d{4}"
    r"|IAS\s?TL-\d{3,4}|ENAC\s?\d+/\w+|ACCREDIA\s?\w?\d+\w?|HOKLAS\s?\d{2,4})",
)


def extract(passage: Passage) -> Fields:
    """Every field of the certificate."""
    pages = [passage.printed(page) for page in passage.pages]
    signed = signature_fields(passage)
    fields = party_fields(passage, _ROLES)
    fields |= {
        name: signed[name] for name in ("signatory_name", "signatory_function", "signed", "place") if name in signed
    }
    fields["document_number"] = _number(passage)
    fields["issuer_body_number"] = body_numbers(passage)
    fields["accreditation"] = accreditations(passage, pages)
    together = [branded(passage, candidate) for candidate in passage.candidates("brand_and_model")]
    fields["brand"] = texts(passage, "brand") or once(brand for brand, _ in together)
    phrases = [product_phrase(c.value) for c in passage.candidates("product_name") if not is_blank(c.value.text)]
    fields["product_name"] = once(passage.found(p.name, p.name.text) for p in phrases if p.name)
    fields["product_name"] = fields["product_name"] or _grant_notes(passage)
    phrased = once(passage.found(p.brand, p.brand.text, confidence=0.9) for p in phrases if p.brand)
    fields["brand"] = fields["brand"] or phrased[:1]
    if not fields["product_name"]:
        fields["product_name"] = once(passage.found(p, p.text, confidence=0.9) for p in products_named(passage))[:1]
    labelled = labelled_models(passage, passage.candidates("models", "object"))
    labelled = labelled or kept(entry for _, rest in together for entry in models_in(passage, rest))
    labelled = labelled or kept(entry for p in phrases if p.codes for entry in models_in(passage, p.codes))
    labelled = labelled or models_of(passage, passage.candidates("reference"))
    fields["models"] = labelled or kept(entry for p in models_named(passage) for entry in models_in(passage, p))
    if not fields["models"]:
        fields |= _in_lines_of_their_own(passage, fields)
    fields["standards"] = once(
        v for page in passage.pages for v in standards_of(passage, page) if v.value.family != "47 CFR"
    )
    fields["legal_acts"] = once([*(v for page in pages for v in acts_in(passage, page)), *_rule_parts(passage)])
    fields["serial_numbers"] = texts(passage, "serial_numbers")
    fields["revision"] = revision_behind(passage, fields["document_number"]) or revisions(passage)[-1:]
    for name in ("hardware_version", "firmware_version", "software_version"):
        fields[name] = versions(passage, name)
    fields["software_version"] = fields["software_version"] or software_listed(passage)
    fields |= _dates(passage, signed)
    fields["references"] = _references(passage, fields["document_number"])
    fields |= rating_fields(passage, pages)
    if "Part 15" in passage.text:
        fields["statements"] = find_statements(passage.pages, passage.sha256, ids=_STATEMENTS)
    fields["connectors"] = once(v for p in pages for v in spotted(passage, p, find_connectors(p.text)))
    fields["radios"] = once(v for p in pages for v in spotted(passage, p, find_radios(p.text)))
    fields |= _directory_entry(passage, fields)
    for name, values in quality_system(passage).items() if passage.scheme in _ON_A_TYPE else ():
        fields[name] = fields.get(name) or values
    return without_empty(_with_holder(passage, with_issuer(passage, fields)))


def _directory_entry(passage: Passage, fields: Fields) -> Fields:
    """File number and category of a page of a certification directory, headed "CODE.E123456 - Category"."""
    if passage.scheme != "nrtl_listing" or fields.get("document_number"):
        return {}
    for line in passage.printed(passage.pages[0]).lines():
        match = _DIRECTORY.match(line.text)
        if match is not None:
            number = passage.found(line, match["file"], span=match.span("file"))
            name = passage.found(line, match["name"].strip(), span=match.span("name"), confidence=0.9)
            return {"document_number": kept([number]), "product_name": fields.get("product_name") or kept([name])}
    return {}


def _in_lines_of_their_own(passage: Passage, fields: Fields) -> Fields:
    """Designations that stand in a line of their own, and the product's name in the line above them."""
    cited = [*cited_numbers(passage, passage.candidates("report_number"), "laboratory_report")]
    cited += cited_numbers(passage, passage.candidates("certificate_number"), "certificate")
    numbers_taken = {entry.value for entry in (*fields["document_number"], *cited) if entry is not None}
    found = [(above, line) for above, line in lines_of_codes(passage) if line.text.strip() not in numbers_taken]
    models = kept(entry for _, line in found for entry in models_in(passage, line))
    above = found[0][0] if found else None
    names = product_names(passage) if above is not None else ()
    return {"models": models, "product_name": fields["product_name"] or names[:1]}


def _number(passage: Passage) -> tuple[Found[str], ...]:
    for key in _NUMBER_KEYS.get(passage.scheme or "", _NUMBER):
        found = tuple(e for e in numbers(passage, key) if not find_acts(e.value) and not find_standards(e.value))
        if found:
            return (_under_the_title(passage) if key == "document_number" else ()) or found[:1]
    first = passage.printed(passage.pages[0])
    for match in _TITLE_NUMBER.finditer(first.text):
        number = number_of(passage, first.part(*match.span("number")))
        if number is not None and not find_dates(number.value) and not _OF_A_BODY.search(match.group()):
            return (number,)
    return own_number(passage, taken={entry.quote for entry in labelled_models(passage, passage.candidates("models"))})


def _under_the_title(passage: Passage) -> tuple[Found[str], ...]:
    """The number behind a bare "Number:" in the upper part of the first page, over any other document's number."""
    page = passage.pages[0]
    others = [c.value.box[1] for c in passage.candidates("document_number", pages=[page])]
    for candidate in passage.candidates("number", pages=[page]):
        top = candidate.value.box[1]
        number = (
            number_of(passage, candidate.value) if candidate.strength == "colon" and top < page.height / 3 else None
        )
        if number is not None and all(top < other for other in others) and sum(c.isdigit() for c in number.value) > 3:
            return (number,)
    return ()


def accreditations(passage: Passage, pages: Iterable[Printed]) -> tuple[Found[str], ...]:
    """Accreditation numbers wherever printed, written with single spaces."""
    return once(
        passage.found(page, " ".join(match.group().split()), span=match.span())
        for page in pages
        for match in _ACCREDITATION.finditer(page.text)
    )


def _dates(passage: Passage, signed: Fields) -> Fields:
    issued = (
        _issued_now(passage) or dates(passage, "issued_on") or dates(passage, "date") or signed.get("issued_on", ())
    )
    if issued and all(_VALID_FROM.search(c.label) for c in passage.candidates("issued_on")):
        issued = tuple(entry for entry in signing_day(passage)) or issued  # validity may begin on another day
    until = dates(passage, "valid_until")
    span = validity(passage)
    if span is not None:
        issued = issued or tuple(dates_in(passage, span[0])[:1])
        until = until or tuple(dates_in(passage, span[1])[:1])
    until = until or _until(passage)
    taken = {entry.value for entry in until}
    issued = tuple(entry for entry in issued if entry.value not in taken) or day_behind(passage, _number(passage))
    issued = issued or _issued_in_words(passage) or date_alone(passage, taken=taken)
    return {
        "issued_on": tuple(entry for entry in issued if entry.value not in taken)[:1],
        "valid_until": until[:1],
        "revised_on": dates(passage, "revised_on")[:1],
    }


def _issued_now(passage: Passage) -> tuple[Found[date], ...]:
    """The day of this issue, where the certificate prints that of the first one beside it."""
    every = passage.candidates("issued_on")
    now = [candidate for candidate in every if not _FIRST_ISSUE.search(candidate.label)]
    if not now or len(now) == len(every):
        return ()
    return once(day for candidate in now for day in dates_in(passage, candidate.value)[:1])


def _issued_in_words(passage: Passage) -> tuple[Found[date], ...]:
    """The first date of a line that says when the paper was issued."""
    for page in passage.pages[:2]:
        for line in passage.printed(page).lines():
            if _ISSUED.search(line.text) and find_dates(line.text):
                return tuple(dates_in(passage, line)[:1])
    return ()


def _until(passage: Passage) -> tuple[Found[date], ...]:
    """The last date of a line that speaks of the end of validity."""
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        for match in _UNTIL.finditer(printed.text):
            line = printed.part(*match.span())
            days = find_dates(line.text, day_first=passage.day_first)
            if days:
                entry = passage.found(
                    line,
                    days[-1].value,
                    span=(days[-1].start, days[-1].end),
                    confidence=days[-1].candidates[0].confidence,
                )
                return (entry,) if entry is not None else ()
    return ()


def _grant_notes(passage: Passage) -> tuple[Found[str], ...]:
    """What an FCC grant calls the equipment: its notes."""
    notes = [
        c for c in passage.candidates("remarks") if passage.scheme == "fcc_grant" and c.label.lower().startswith("note")
    ]
    return once(text_of(passage, candidate) for candidate in notes[:1])


def _rule_parts(passage: Passage) -> list[Found[str]]:
    """Parts of the FCC's rules in a column of their own: `15C` is part 15, subpart C."""
    found = []
    for candidate in passage.candidates("legal_acts"):
        if passage.scheme == "fcc_grant":
            for match in re.finditer(
                r"(?<![\w.])(1|2|15|18|22|24|27|90|95|101)([A-Z])?(?![\w.])", candidate.value.text
            ):
                details = {"subpart": match[2]} if match[2] else {}
                found.append(passage.found(candidate.value, f"47 CFR {match[1]}", span=match.span(), details=details))
    for page in passage.pages if passage.scheme == "fcc_grant" else ():
        for line in passage.printed(page).lines():
            part = _RULE_PART.fullmatch(line.text.strip())
            if part is not None:
                found.append(passage.found(line, f"47 CFR {part[1]}", details={"subpart": part[2]}))
    return [entry for entry in found if entry is not None]


def _references(passage: Passage, own: Iterable[Found[str]]) -> tuple[Found[str], ...]:
    mine = {entry.value for entry in own}
    candidates: tuple[Candidate, ...] = passage.candidates("report_number")
    types = [c for c in passage.candidates("certificate_number") if _OF_A_TYPE.search(c.label)]
    based_on = cited_numbers(passage, types, "certificate") if passage.scheme in _ON_A_TYPE else ()
    cited = once([*cited_numbers(passage, candidates, "laboratory_report"), *based_on, *papers_cited(passage)])
    cited = tuple(entry for entry in cited if not find_acts(entry.value))
    return tuple(entry for entry in cited if not any(_is_part_of(entry.value, number) for number in mine))


def _is_part_of(value: str, number: str) -> bool:
    """Whether it is a whole part of the number: `012345` of `DE 2-012345`; `E1906` is another than `E1906V`."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])", number) is not None


def _with_holder(passage: Passage, fields: Fields) -> Fields:
    """The fields with the holder and with addresses that stand elsewhere; a type examination is its manufacturer's."""
    if passage.scheme == "fcc_grant" and not fields.get("holder"):
        fields = {name.replace("responsible_party", "holder"): values for name, values in fields.items()}
    if passage.scheme == "management_system" and not any(LEGAL_FORM.search(e.value) for e in fields.get("holder", ())):
        fields = fields | certified_company(passage, others={str(e.value) for e in fields.get("issuer", ())})
    for role in ("holder", "manufacturer", "factory", "issuer"):
        if fields.get(role) and not fields.get(f"{role}_address") and not has_address_elsewhere(fields, role):
            address, country = address_beside_name(passage, fields[role][0].value)
            if address is None and role == "issuer":
                company = edge_company(passage)
                same = company is not None and company.name.value == fields[role][0].value
                address, country = (company.address, company.country) if company and same else (None, None)
            if address is None and role == "issuer":
                address, country = lone_address(passage, fields)
            found = {f"{role}_address": address, f"{role}_country": country}
            fields = fields | {name: (value,) for name, value in found.items() if value is not None}
    return _same_party(passage, fields)


def _same_party(passage: Passage, fields: Fields) -> Fields:
    """The fields with holder and manufacturer, where the paper says that they are one."""
    if passage.scheme in _OF_THE_MANUFACTURER and not fields.get("holder"):
        fields = _copied(fields, "manufacturer", "holder")
    if passage.scheme == "mid_type_examination" and not fields.get("manufacturer"):
        fields = _copied(fields, "holder", "manufacturer")  # only the manufacturer may apply for one
    labels = [candidate.label for candidate in passage.candidates("holder")]
    sold = passage.scheme == "interoperability" and any(map(_SOLD_BY.match, labels))
    if (sold or any(map(_MAKES.search, labels))) and not fields.get("manufacturer"):
        fields = _copied(fields, "holder", "manufacturer")
    return fields


def _copied(fields: Fields, role: str, other: str) -> Fields:
    """The fields with name, address and country of the one role in the other."""
    return fields | {f"{other}{suffix}": fields.get(f"{role}{suffix}", ()) for suffix in ("", "_address", "_country")}

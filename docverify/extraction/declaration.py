"""Turns a declaration of any scheme into its fields: who declares what for which product, by which acts and standards.

EU, UK, FCC, New Zealand and material declarations, smart-charge-point statements and letters print the same facts under
other words; the words are in `labels.yaml`. Acts and standards are read wherever they stand; everything else only
beside its label or in the declaring sentence.
"""

import re
from collections.abc import Iterator

from docverify.extraction.bodies import body_numbers
from docverify.extraction.designations import models_in, models_of, split_object
from docverify.extraction.fields import (
    Fields,
    acts_in,
    cited_numbers,
    number_of,
    numbers,
    once,
    spotted,
    standards_in,
    text_of,
    texts,
    versions,
    without_empty,
)
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, party_fields, read_party
from docverify.extraction.printed import Printed, kept
from docverify.extraction.ratings import rating_fields
from docverify.extraction.signature import signature_fields
from docverify.extraction.values import find_connectors, find_radios
from docverify.facts.evidence import Found
from docverify.facts.standard import StandardReference

_ROLES = ("manufacturer", "authorised_representative", "importer", "factory", "responsible_party", "holder")
_DECLARING = re.compile(
    r"(?:Hereby|Hiermit erklärt|Par la présente,?|Con la presente,?|Por (?:la|medio de la) presente,?|Hierbij verklaart|Niniejszym|Härmed (?:försäkrar|intygar)|We|Wir|Nous|Wij|Noi|Nosotros|Tímto|Undertegnede|Alulírott|Hermed|O\(a\) abaixo assinado\(a\))[,:]?\s+"
    r"(?P<name>[A-Z\"“„À-Ž][^\n]{2,90}?),?\s*(?:of\b[^\n]{0,80})?(?:\n[^\n]{0,40})?\b(?:declares?|hereby|erklär|dass|déclar|certifi|dichiara|declara|dat\b|oświadcza|att\b|prohlašuje|erklærer|nyilatkoz|as the)"
)
_TITLE_NUMBER = re.compile(
    r"^(?:(?:EU|UK|EC|EG|CE|UE)?[^\n]{0,60}?(?:declaration|erklärung|verklaring|dichiarazione|declaración|deklaracja|försäkran|声明)[^\n]{0,40}?\s)?(?:No|Nr|N°|n°|N\.º|nr|n\.|No\.|编号|č)[.:：\s]{1,3}(?P<number>[A-Z0-9][\w\-./]{2,40})\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"(?:certificates?|Bescheinigung|Baumusterprüfbescheinigung|attestation|certificato|certificado|certificaat|certyfikat\w*|intyg\w*|证书)\s*(?:reference|number|no|nr|n°|n\.|编号)?[.:：\s]{1,3}(?P<number>[A-Z0-9][\w\-./]*\d[\w\-./]*)",
    re.IGNORECASE,
)


def extract(passage: Passage) -> Fields:
    """Every field of the declaration."""
    fields: Fields = {}
    fields |= party_fields(passage, _ROLES)
    fields |= signature_fields(passage)
    fields["document_number"] = _number(passage)
    fields["brand"] = texts(passage, "brand")
    fields |= _products(passage)
    fields["legal_acts"] = once(act for printed in _pages(passage) for act in acts_in(passage, printed))
    fields["standards"] = _standards(passage)
    fields |= _body(passage)
    fields["revision"] = texts(passage, "revision")
    fields["serial_numbers"] = texts(passage, "serial_numbers")
    for name in ("hardware_version", "firmware_version", "software_version"):
        fields[name] = versions(passage, name)
    fields |= rating_fields(passage, _pages(passage))
    fields["connectors"] = once(v for p in _pages(passage) for v in spotted(passage, p, find_connectors(p.text)))
    fields["radios"] = once(v for p in _pages(passage) for v in spotted(passage, p, find_radios(p.text)))
    return without_empty(_declaring_company(passage, fields))


def _pages(passage: Passage) -> list[Printed]:
    return [passage.printed(page) for page in passage.pages]


def _number(passage: Passage) -> tuple[Found[str], ...]:
    labelled = numbers(passage, "document_number", "number")
    if labelled:
        return labelled[:1]
    for printed in _pages(passage)[:1]:
        for match in _TITLE_NUMBER.finditer(printed.text):
            found = number_of(passage, printed.part(*match.span("number")))
            if found is not None:
                return (found,)
    return numbers(passage, "certificate_number")[:1] if passage.scheme not in ("eu_doc", "uk_doc") else ()


def _products(passage: Passage) -> Fields:
    """Product name and models, from their labels or from the object of the declaration."""
    models = models_of(passage, passage.candidates("models"))
    names = once(text_of(passage, c) for c in passage.candidates("product_name"))
    named: list[Found[str] | None] = []
    coded = []
    for candidate in passage.candidates("object"):
        name, codes = split_object(candidate.value)
        named += [passage.found(name, name.text)] if name and len(name.text) < 80 else []
        coded += [entry for code in codes for entry in models_in(passage, code)]
    return {"product_name": names or once(named)[:1], "models": models or kept(coded)}


def _standards(passage: Passage) -> tuple[Found[StandardReference], ...]:
    """Every standard cited, with the act it stands under in the details where the print groups them."""
    return once(value for printed in _pages(passage) for value in standards_in(passage, printed))


def _body(passage: Passage) -> Fields:
    """Number of the body named, and the certificates and reports cited."""
    certificates: list[Found[str] | None] = []
    for printed in _pages(passage):
        for match in _CERTIFICATE.finditer(printed.text):
            details = {"kind": "certificate"}
            certificates.append(passage.found(printed, match["number"].rstrip("."), span=match.span("number"), details=details))
    certificates += cited_numbers(passage, passage.candidates("certificate_number"), "certificate")
    reports = list(cited_numbers(passage, passage.candidates("report_number"), "laboratory_report"))
    return {"issuer_body_number": body_numbers(passage), "references": once([*certificates, *reports])}


def _declaring_company(passage: Passage, fields: Fields) -> Fields:
    """The fields with issuer and manufacturer: who declares is who signs for it."""
    declared = next(_declaring(passage), None)
    company = fields.get("manufacturer") or ((declared,) if declared else ())
    issuer = fields.get("responsible_party") if passage.scheme == "fcc_sdoc" else None
    signed_for = once(read_party(passage, c.value.lines()[0])[0] for c in passage.candidates("signed_for"))
    signed_for = tuple(entry for entry in signed_for if LEGAL_FORM.search(entry.value))
    chosen = issuer or company or signed_for or fields.get("holder", ())
    own = [entry for entry in fields.get("references", ()) if entry.value not in {f.value for f in fields["document_number"]}]
    return fields | {"issuer": chosen[:1], "manufacturer": company or signed_for[:1], "references": tuple(own)}


def _declaring(passage: Passage) -> Iterator[Found[str]]:
    for printed in _pages(passage):
        for match in _DECLARING.finditer(printed.text):
            name = printed.part(*match.span("name")).trimmed()
            found = read_party(passage, name)[0] if LEGAL_FORM.search(name.text) or len(name.text.split()) <= 5 else None
            if found is not None:
                yield found

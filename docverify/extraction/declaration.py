"""Turns a declaration of any scheme into its fields: who declares what for which product, by which acts and standards.

EU, UK, FCC, New Zealand and material declarations, smart-charge-point statements and letters print the same facts under
other words; the words are in `labels.yaml`. Acts and standards are read wherever they stand; everything else only
beside its label or in the declaring sentence.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from docverify.extraction.bodies import body_numbers, lone_address, testing_body
from docverify.extraction.designations import branded, lines_of_codes, models_in, split_object
from docverify.extraction.edge_company import edge_company
from docverify.extraction.fields import (
    Fields,
    acts_in,
    cited_numbers,
    is_blank,
    number_of,
    numbers,
    once,
    revisions,
    spotted,
    standards_of,
    texts,
    versions,
    without_empty,
)
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Passage
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.own_number import own_number, revision_behind, revision_in_foot
from docverify.extraction.parties import LEGAL_FORM, has_address_elsewhere, party_fields, read_address, read_party
from docverify.extraction.printed import kept
from docverify.extraction.product_phrase import product_phrase
from docverify.extraction.prose import (
    address_beside_name,
    brands_named,
    declarer_before_verb,
    declarers,
    declaring_person,
    designations_compared,
    models_named,
    papers_cited,
    products_named,
)
from docverify.extraction.ratings import rating_fields
from docverify.extraction.sameness import find_construction
from docverify.extraction.scripts import without_translation
from docverify.extraction.signature import is_person, signature_fields
from docverify.extraction.statements import find_statements
from docverify.extraction.values import find_acts, find_connectors, find_radios
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_ROLES = ("manufacturer", "authorised_representative", "importer", "factory", "responsible_party", "holder")
_TITLE = (
    r"(?:declaration|conformi|compliance|equivalence|erklärung|konformit|bestätigung|verklaring"
    r"|dichiarazione|déclaration"
    r"|declaración|deklaracja|försäkran|声明)"
)
_TITLE_NUMBER = re.compile(
    rf"^(?:[^\n]{{0,60}}?{_TITLE}[^\n]{{0,40}}?\s)?(?:No|Nr|N°|N\.º|n\.|No\.|Ref|Réf|编号"
    rf"|č)[.:：\s]{{1,3}}(?P<number>[A-Z0-9][\w\-./]{{2,40}})\s*$"
    rf"|^[^\n]{{0,60}}{_TITLE}[^\n]{{0,30}}\s(?P<ending>[A-Z][A-Z0-9]*[-/][A-Z0-9\-/.]*\d{{2}}[A-Z0-9\-/.]*)\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_STATEMENTS = frozenset({"sole_responsibility", "simplified_doc", "fcc_15_19"})
_FIRST_PERSON = re.compile(
    r"\b(?:we|our|wir|unsere[rnms]?|nous|notre|noi|nostra|nosotros|nuestra|wij|onze|my|vi|vår)\b", re.IGNORECASE
)
_OF_A_MAKER = frozenset({"eu_doc", "uk_doc", "nz_sdoc", "scp_statement", "material"})
_WE_MAKE = re.compile(
    r"\bwe\s+(?:manufacture|produce|make|build)\b|(?:manufactured|produced|made|built)\s+by\s+us\b"
    r"|(?:von|durch)\s+uns\s+(?:gefertigt|hergestellt|produziert)|nous\s+fabriquons|我司生产",
    re.IGNORECASE,
)
_OTHER_ROLES = ("importer", "authorised_representative", "factory", "holder")
_MAKERS_ADDRESS = re.compile(
    r"manufactur|herstell|fabri[ck]|produttor|producent|wytwórc|tillverkar|制造商|生产者|生产商", re.IGNORECASE
)
_LONGEST_NAME = 80
_LONG = 4  # pages
_DESIGNATED = re.compile(
    r"(?P<name>[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*){0,2}?(?<=\w)(?:(?<=\d)|(?<=\d[A-Za-z])))\s*(?:[(（].*)?$"
)
_ONCE = frozenset(
    {"product_name", "signed", "signatory_name", "signatory_function", "holder", "holder_address", "revision"}
)
_PROCEDURE_ACTS = frozenset({"47 CFR 2"})  # how a declaration is made, not what it declares


def extract(passage: Passage) -> Fields:
    """Every field of the declaration; of a long one (a safety data sheet) the cover goes before what is inside."""
    if passage.scheme != "material" or len(passage.pages) < _LONG:
        return _extract(passage)
    front = replace(passage, pages=passage.pages[:1], _seen={}, _label_words={})
    inside, cover = _extract(passage), _extract(front)
    number = cover.get("document_number") or numbers(passage, "report_number")[:1]
    head = party_fields(front, ("issuer",))
    head = head or letterhead(passage, passage.pages[0]) or letterhead(passage, passage.pages[0], laboratory=False)
    head = _with_lone_address(passage, head) if head and not head.get("issuer_address") else head
    if head.get("issuer"):
        cover, inside = (_without(fields, "issuer") for fields in (cover, inside))
    if inside.get("manufacturer"):  # section 1 says who makes it; the head of the cover says who wrote the sheet
        cover = _without(cover, "manufacturer")
    kept_inside = {name: values for name, values in inside.items() if name not in _ONCE}
    return without_empty(kept_inside | cover | {"document_number": number} | head)


def _without(fields: Fields, role: str) -> Fields:
    """The fields without that party."""
    return {name: values for name, values in fields.items() if name not in (role, f"{role}_address", f"{role}_country")}


def _with_lone_address(passage: Passage, fields: Fields) -> Fields:
    """The fields with the address that stands alone at the head or foot of the sheet, which is the issuer's."""
    address, country = lone_address(passage, fields)
    found: Fields = {"issuer_address": (address,) if address else (), "issuer_country": (country,) if country else ()}
    return without_empty(fields | found)


def _extract(passage: Passage) -> Fields:
    prints = [passage.printed(page) for page in passage.pages]
    fields = party_fields(passage, _ROLES)
    fields["document_number"] = _number(passage)
    named = (passage.found(printed, printed.text, confidence=0.9) for printed in brands_named(passage))
    together = (branded(passage, candidate)[0] for candidate in passage.candidates("brand_and_model"))
    phrased = (product_phrase(c.value).brand for c in passage.candidates("product_name", "object"))
    fields["brand"] = texts(passage, "brand") or once(together) or once(named)
    fields["brand"] = fields["brand"] or once(passage.found(p, p.text, confidence=0.9) for p in phrased if p)[:1]
    fields |= _products(passage, own={entry.value for entry in fields["document_number"]})
    fields["legal_acts"] = tuple(
        a for a in once(v for p in prints for v in acts_in(passage, p)) if a.value not in _PROCEDURE_ACTS
    )
    fields["standards"] = once(v for p in passage.pages for v in standards_of(passage, p) if v.value.family != "47 CFR")
    fields["issuer_body_number"] = body_numbers(passage)
    fields["revision"] = (
        revisions(passage) or revision_in_foot(passage) or revision_behind(passage, fields["document_number"])
    )
    fields["serial_numbers"] = texts(passage, "serial_numbers")
    for name in ("hardware_version", "firmware_version", "software_version"):
        fields[name] = versions(passage, name)
    fields |= rating_fields(passage, prints)
    fields["connectors"] = once(v for p in prints for v in spotted(passage, p, find_connectors(p.text)))
    fields["radios"] = once(v for p in prints for v in spotted(passage, p, find_radios(p.text)))
    fields["references"] = _references(passage, fields["document_number"])
    fields["statements"] = find_statements(passage.pages, passage.sha256, ids=_STATEMENTS)
    if passage.scheme == "equivalence_letter":
        fields["construction"] = once(find_construction(passage.pages, passage.sha256))
    if passage.scheme == "eu_doc_simplified":
        fields["languages"] = _languages(fields["statements"])
    fields |= signature_fields(passage, declared=declaring_person(passage))
    return without_empty(_without_makers_name(_with_parties(passage, fields)))


def _without_makers_name(fields: Fields) -> Fields:
    """The fields without a product name that is one word of the maker's name: that word is the brand."""
    parties = [str(e.value) for role in ("manufacturer", "responsible_party") for e in fields.get(role, ())]
    firsts = {party.split()[0].casefold() for party in parties if party}
    names = fields.get("product_name", ())
    brands = tuple(entry for entry in names if str(entry.value).casefold() in firsts)
    if not brands:
        return fields
    kept_names = tuple(entry for entry in names if entry not in brands)
    return fields | {"product_name": kept_names, "brand": fields.get("brand") or brands[:1]}


def _languages(statements: Iterable[Found[str]]) -> tuple[Found[str], ...]:
    """The languages in which the sheet prints the sentence of the short declaration."""
    said = (entry for entry in statements if entry.value == "simplified_doc" and "language" in entry.details)
    pages = ((entry, sorted({item.page for item in entry.evidence})) for entry in said)
    return once(replace(e, value=str(e.details["language"]), details={"pages": [p[0], p[-1]]}) for e, p in pages)


def _number(passage: Passage) -> tuple[Found[str], ...]:
    labelled = numbers(passage, "document_number") or numbers(passage, "number")
    if not labelled and passage.candidates("models"):
        labelled = numbers(passage, "reference")
    labelled = labelled or numbers(passage, "file_number")
    if labelled:
        return labelled[:1]
    for printed in [passage.printed(page) for page in passage.pages[:1]]:
        for match in _TITLE_NUMBER.finditer(printed.text):
            found = number_of(passage, printed.part(*match.span("number" if match["number"] else "ending")))
            if found is not None:
                return (found,)
    if passage.scheme not in ("eu_doc", "uk_doc"):
        other = numbers(passage, "certificate_number")[:1]
        if other:
            return other
    return own_number(passage, taken={entry.quote for entry in labelled_models(passage, passage.candidates("models"))})


def _products(passage: Passage, *, own: Collection[str] = ()) -> Fields:
    """Product name and models, from their labels, the object, or the declaring sentence; never the `own` number."""
    phrases = [product_phrase(c.value) for c in passage.candidates("product_name") if not is_blank(c.value.text)]
    names = once(passage.found(p.name, p.name.text) for p in phrases if p.name)
    models = labelled_models(passage, passage.candidates("models"))
    models = models or kept(entry for p in phrases if p.codes for entry in models_in(passage, p.codes))
    if passage.scheme == "equivalence_letter":
        models = once([*models, *_compared(passage)])
    rest = [branded(passage, candidate)[1] for candidate in passage.candidates("brand_and_model")]
    models = models or kept(entry for printed in rest for entry in models_in(passage, printed))
    named: list[Found[str] | None] = []
    coded: list[Found[ModelFamily] | None] = []
    for candidate in passage.candidates("object"):
        if find_acts(candidate.value.text):
            continue  # "the object … is in conformity with" is no name of it
        phrase = product_phrase(candidate.value)
        name, codes = split_object(candidate.value)
        name = phrase.name if name is not None and phrase.name and len(phrase.name.text) < len(name.text) else name
        named += [passage.found(name, name.text)] if name and len(name.text) < _LONGEST_NAME else []
        coded += [entry for code in codes for entry in models_in(passage, code)]
    models = models or kept(coded) or _models_in_passing(passage, own)
    if not models and not _without_models(passage):
        models = _models_as_products(passage)
    return {"product_name": names or once(named)[:1] or _names_in_passing(passage), "models": models}


def _models_as_products(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """Products that are named by a short designation and nothing else ("Product: Andino X1 (order no. 500 1606)")."""
    found = []
    for candidate in passage.candidates("product_name"):
        line = candidate.value.lines()[0]
        match = _DESIGNATED.match(line.text)
        if match is not None:
            found += models_in(passage, line.part(0, match.end("name")).trimmed())
    return kept(found)


def _without_models(passage: Passage) -> bool:
    """Whether the paper says where its models are listed; then a product's name stands for none of them."""
    return bool(passage.candidates("models"))


def _names_in_passing(passage: Passage) -> tuple[Found[str], ...]:
    """What stands in front of a designation, or what the declaring sentence calls the product."""
    behind = [split_object(candidate.value)[0] for candidate in passage.candidates("models")]
    fitting = (name for name in behind if name and " " in name.text and len(name.text) < _LONGEST_NAME)
    named = once(passage.found(name, name.text) for name in fitting)
    if named or passage.scheme == "eu_doc_simplified":
        return named[:1]
    return once(passage.found(name, name.text, confidence=0.9) for name in products_named(passage))[:1]


def _models_in_passing(passage: Passage, own: Collection[str]) -> tuple[Found[ModelFamily], ...]:
    """Designations beside the word reference, in a comparison, or behind the word model in a sentence."""
    prints = [candidate.value for candidate in passage.candidates("reference")]
    for some in (prints, models_named(passage), (line for _, line in lines_of_codes(passage))):
        found = kept(entry for printed in some for entry in models_in(passage, printed) if not _is_own(entry, own))
        if found:
            return found
    return ()


def _is_own(entry: Found[ModelFamily] | None, own: Collection[str]) -> bool:
    return entry is not None and entry.quote in own


def _compared(passage: Passage) -> list[Found[ModelFamily]]:
    prints = designations_compared(passage)
    return [entry for printed in prints for entry in models_in(passage, printed) if entry is not None]


def _references(passage: Passage, own: Iterable[Found[str]]) -> tuple[Found[str], ...]:
    """Certificates and reports cited beside labels and in sentences, never the declaration itself."""
    mine = {entry.value for entry in own}
    labelled = [
        *cited_numbers(passage, passage.candidates("certificate_number"), "certificate"),
        *cited_numbers(passage, passage.candidates("report_number"), "laboratory_report"),
    ]
    return tuple(entry for entry in once([*labelled, *papers_cited(passage)]) if entry.value not in mine)


def _with_parties(passage: Passage, fields: Fields) -> Fields:
    """The fields with manufacturer and issuer: who declares is the manufacturer, or who signs for it."""
    if not fields.get("manufacturer"):
        fields = fields | (_declarer(passage, "manufacturer") or _signs_for(passage, "manufacturer"))
    if passage.scheme in _OF_A_MAKER and not fields.get("manufacturer") and _FIRST_PERSON.search(passage.text):
        head = letterhead(passage, passage.pages[0], laboratory=False)  # "we" are who the sheet belongs to
        fields = fields | {name.replace("issuer", "manufacturer"): values for name, values in head.items()}
    ours = passage.scheme == "equivalence_letter" and _WE_MAKE.search(passage.text)
    if (passage.scheme in _OF_A_MAKER or ours) and not fields.get("manufacturer"):
        others = {e.value for role in _OTHER_ROLES for e in fields.get(role, ())}
        company = edge_company(passage, others=others)
        fields = fields | (company.fields("manufacturer") if company else {})
    if fields.get("manufacturer") and not fields.get("manufacturer_address"):
        fields = fields | _labelled_address(passage)
    for role in ("manufacturer", "importer", "authorised_representative", "responsible_party", "holder"):
        fields = fields | _missing_address(passage, fields, role)
    tester = testing_body(passage) if passage.scheme == "fcc_sdoc" else ()
    fields = _with_lone_address(passage, fields | {"issuer": tester}) if tester else fields
    if passage.scheme == "equivalence_letter" and passage.pages:
        head = letterhead(passage, passage.pages[0], laboratory=False)
        fields = fields | {"issuer": head.get("issuer", ())}
    roles = (
        ("responsible_party", "manufacturer", "holder") if passage.scheme == "fcc_sdoc" else ("manufacturer", "holder")
    )
    role = next((role for role in roles if fields.get(role)), "")
    if fields.get("issuer") or not role:
        return fields | {"issuer": fields.get("issuer", ())[:1]}
    suffixes = ("", "_address", "_country")
    return fields | {f"issuer{suffix}": fields.get(f"{role}{suffix}", ())[:1] for suffix in suffixes}


def _labelled_address(passage: Passage) -> Fields:
    """The address behind a label that says it is the manufacturer's, where the name stands elsewhere."""
    for candidate in passage.candidates("address"):
        if _MAKERS_ADDRESS.search(candidate.label):
            address, country = read_address(passage, without_translation(candidate.value))
            if address is not None:
                found = {"manufacturer_address": (address,), "manufacturer_country": (country,) if country else ()}
                return without_empty(found)
    return {}


def _declarer(passage: Passage, role: str) -> Fields:
    for name, address, country in (*declarers(passage), *declarer_before_verb(passage)):
        if name is None or is_person(name.value):
            continue
        found = {role: (name,), f"{role}_address": (address,), f"{role}_country": (country,)}
        return {key: tuple(v for v in values if v is not None) for key, values in found.items()}
    return {}


def _signs_for(passage: Passage, role: str) -> Fields:
    signed_for = once(read_party(passage, c.value.lines()[0])[0] for c in passage.candidates("signed_for"))
    return {role: tuple(entry for entry in signed_for if LEGAL_FORM.search(entry.value))[:1]}


def _missing_address(passage: Passage, fields: Fields, role: str) -> Fields:
    """Address and country of a role that has a name only, from another place that prints the name with an address."""
    if not fields.get(role) or fields.get(f"{role}_address") or has_address_elsewhere(fields, role):
        return {}
    address, country = address_beside_name(passage, fields[role][0].value)
    found = {
        f"{role}_address": (address,) if address else (),
        f"{role}_country": (country,) if country else fields.get(f"{role}_country", ()),
    }
    return found

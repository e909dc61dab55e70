"""Turns a certificate into who issues it: as labelled, who tested, the body it names, or who stands at its edges."""

from docverify.extraction.bodies import body_in_a_sentence, named_body, testing_body
from docverify.extraction.edge_company import edge_company, named_institution, under_label
from docverify.extraction.fields import Fields
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.extraction.people import is_person

_ISSUER = ("issuer", "issuer_address", "issuer_country")


def with_issuer(passage: Passage, fields: Fields) -> Fields:
    """The fields with the issuer, where the certificate says or shows who that is."""
    fields = _signed_by_a_person(fields)
    if fields.get("issuer"):
        return fields
    others = {str(entry.value) for role in ("holder", "manufacturer", "factory") for entry in fields.get(role, ())}
    at_edge = edge_company(passage, others=others) if passage.scheme == "interoperability" else None
    if at_edge is not None and at_edge.address is not None:
        return fields | at_edge.fields("issuer")  # who certifies stands there; who tested is another
    found = body_in_a_sentence(passage) or _tester(passage, others)
    if found:
        return fields | found
    if passage.scheme == "nrtl_listing":
        head = {} if fields.get("holder") else letterhead(passage, passage.pages[0], laboratory=False)
        return fields | {name.replace("issuer", "holder"): values for name, values in head.items()}
    return fields | _at_an_edge(passage, others)


def _signed_by_a_person(fields: Fields) -> Fields:
    """The fields, a person behind "issued by" the signatory and no issuer."""
    people = tuple(entry for entry in fields.get("issuer", ()) if is_person(str(entry.value)))
    if not people or LEGAL_FORM.search(str(people[0].value)):
        return fields
    signed = fields | {"signatory_name": fields.get("signatory_name") or people}
    return {name: values for name, values in signed.items() if name not in _ISSUER}


def _tester(passage: Passage, others: set[str]) -> Fields:
    """Who tested, by label or sentence, or the one body that the first page names."""
    tested = [read_party(passage, c.value) for c in passage.candidates("tested_by", "laboratory")]
    for name, address, country in tested:
        if name is not None and address is not None and country is not None and not is_person(name.value):
            return {"issuer": (name,), "issuer_address": (address,), "issuer_country": (country,)}
    formed = tuple(name for name, _, _ in tested if name is not None and LEGAL_FORM.search(name.value))[:1]
    named = formed or testing_body(passage) or named_body(passage, others)
    return {"issuer": named} if named else {}


def _at_an_edge(passage: Passage, others: set[str]) -> Fields:
    """A company under its label, at the head or foot, an institution in a line of its own, or the letterhead."""
    company = under_label(passage, "issuer") or under_label(passage, "tested_by")
    company = company or edge_company(passage, others=others)
    if company is not None:
        return company.fields("issuer")
    institution = named_institution(passage, others=others)
    if institution:
        return {"issuer": institution}
    for laboratory in (True, False):
        head = letterhead(passage, passage.pages[0], laboratory=laboratory)
        if head.get("issuer") and head["issuer"][0].value not in others:
            return head
    return {}

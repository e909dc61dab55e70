"""Turns a laboratory report into its fields: whose report on which samples, by which standards, with what result.

Cover and general information are read with their layout; clause tables are counted from plain text. Instruments,
support units and test conditions are not the product's, so only the front part is looked at for values.
"""

import re
from collections.abc import Sequence
from datetime import date

from docverify.extraction.accreditations import report_accreditations
from docverify.extraction.clauses import clause_readings
from docverify.extraction.components import find_components
from docverify.extraction.dates_near import dates_near
from docverify.extraction.fields import (
    Fields,
    acts_in,
    dates,
    dates_in,
    numbers,
    once,
    standards_in,
    without_empty,
)
from docverify.extraction.issuer_block import (
    address_at_the_edge,
    address_elsewhere,
    client_at_the_head,
    issuer_block,
    place_of_test,
    signed_for,
)
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.nested_parties import nested_parties
from docverify.extraction.parties import LEGAL_FORM, party_fields, read_party
from docverify.extraction.people import is_function, is_person
from docverify.extraction.product_part import product_part
from docverify.extraction.report_parties import unlabelled_parties
from docverify.extraction.report_people import signatory
from docverify.extraction.report_revision import report_revision
from docverify.extraction.report_title import title_fields
from docverify.extraction.running_text import first_match, matches, narrowed, read_at
from docverify.extraction.sample_said import acts_complied_with, sample_fields, verdict_said
from docverify.extraction.signature import mark_at, signing_day
from docverify.extraction.statements import find_statements
from docverify.extraction.tested_product import product_fields, standards_fulfilled
from docverify.extraction.values import find_dates, find_standards
from docverify.facts.evidence import Found
from docverify.facts.standard import StandardReference
from docverify.reading.page import Page

_NUMBER_KEYS = (("report_number",), ("document_number", "number"))
_JOB_KEYS = ("order_number", "file_number")
_NUMBER = re.compile(
    r"(?:report|bericht|rapport|rapporto(?: di prova)?|informe(?: de ensayo)?|sprawozdanie|testrapport"
    r"|报告编号|报告)[ \t]*(?:-?(?:no|nr|number|ref|reference|n°|n\.º?|n\.)(?![^\W_]))?[ \t]*(?:no\b|ref\b)?"
    r"[.:：\s()]{0,16}(?<![A-Za-z0-9])(?P<value>(?=[A-Z0-9\-/_.]*\d{3})[A-Z0-9][A-Z0-9\-/_.]{5,30}[A-Z0-9])\b",
    re.IGNORECASE,
)
_FOOT_NUMBER = re.compile(
    r"^[ \t]*(?P<value>(?=[A-Z0-9\-/_.]*\d{3})[A-Z]{2,8}[A-Z0-9\-/_.]{4,30}[A-Z0-9])[ \t]*["
    r"|·,][ \t]*(?:page[ \t]*)?\d{1,4}[ \t]*(?:of|/|von)[ \t]*\d{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_FOR = re.compile(r"(?:for|für|pour|per|para|voor)\s*:?", re.IGNORECASE)
_ROLES = ("holder", "manufacturer", "factory", "importer")
_FRONT = 3  # pages that are always front matter
_FRONT_LAST = 14  # no front matter after this page
_FRONT_WORDS = re.compile(
    r"general (?:product )?information|test item particulars|(?:details"
    r"|description) of (?:the )?(?:e\.?u\.?t|equipment|sample|product)"
    r"|client information|general description|revision (?:record|history)|product information"
    r"|model (?:list|difference)|allgemeine angaben"
    r"|prüfgegenstand|beschreibung des prüf|样品信息|产品信息|general remarks",
    re.IGNORECASE,
)
_PASS = re.compile(
    r"\b(?:pass(?:ed)?|compl(?:y|ies|ied|iant|iance)|conform(?:s|ity)?|bestanden|erfüllt|positiv[eo]?"
    r"|satisf(?:ied|actory)|conforme|favorable|eingehalten|fulfil(?:led|s)|fulfilled|met|respectées?"
    r"|spełnia"
    r"|godkänd|pozytywny|geslaagd|cumplen?|apto|superato|voldoet|voldaan|uppfyller|opfylder|oppfyller"
    r"|bestået|bestått|zgodny|vyhovuje|vyhověl)\b|p\(ass\)|合格|通过|符合",
    re.IGNORECASE,
)
_FAIL = re.compile(
    r"\b(?:fail(?:ed|s)?|not? (?:pass|compl|conform)\w*|non[- ]?compl\w*|nicht (?:bestanden|erfüllt)|non[- ]?conform\w*"
    r"|does not \w+|negativ[eo]?|no conforme|nicht eingehalten|not (?:met|fulfilled)"
    r"|underkänd|negatywny|no cumplen?|no apto|non superato|(?:voldoet|uppfyller|opfylder|oppfyller) (?:niet"
    r"|inte|ikke)|niet voldaan|ikke bestå\w+|niezgodny|nie spełnia|nevyhov\w+)\b|不合格|未通过|不符合",
    re.IGNORECASE,
)
_VERDICT_SAID = re.compile(
    r"\b(?:overall |final )?(?:verdict|result|gesamtergebnis|conclusion) (?:is|was|lautet"
    r"|est)\b[^\w\n]{0,3}\s*(?P<verdict>\w+(?: \w+)?)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:samples?|test items?|equipment|products?|eut|prüfgegenstand|prüfmuster|échantillon|produit"
    r"|campione|muestra|próbka)\b[^.\n]{0,60}?"
    r"(?P<verdict>(?:does not |do not |did not |nicht |ne |non |no |nie )?(?:compl(?:y|ies|ied)|pass(?:es"
    r"|ed)?|meets?|fulfils?|conforms?|entspricht|erfüllt|satisfait|soddisfa|cumple|spełnia))\b",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"p\(ass\)\s*=|=\s*(?:entspricht|fulfilled|pass\b)|possible|\bP\b.{0,20}\bF\b", re.IGNORECASE)
_SUPERSEDES = re.compile(
    r"(?:supersedes?|replaces?|cancels(?: and replaces)?|ersetzt|remplace(?: et annule)?|sostituisce"
    r"|sustituye|vervangt|替代|代替)"
    r"[^\n]{0,60}?(?<![A-Za-z0-9])(?P<value>[A-Z]{1,8}[\w./-]*\d{3,}[\w/-]*)"
)
_ORIGINAL = re.compile(
    r"(?:original|previous|initial|based on|amendment to|in conjunction with|read together with|ergänzt|amends)"
    r"[^\n]{0,40}?(?:report|bericht|rapport)[^\n]{0,30}?(?<![A-Za-z0-9])(?P<value>[A-Z]{1,8}[\w./-]*\d{3,}[\w/-]*)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:\b(?:EN|IEC|ISO|ETSI|and|und|et|e|y)|[,;])$")
_NO_NUMBER = re.compile(r"^No\.|\b(?:page|seite|strona|pagina|página|sida|of|von)\b", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"^[ \t]*(?P<value>[A-ZÀ-Ž][^\W\d_]+(?:[ -][^\W\d_]+){0,2}),[ \t]+(?:den |le |the |il |el |dnia "
    r"|am )?(?P<rest>\d[^\n]{5,24})$",
    re.MULTILINE,
)
_DONE_AT = re.compile(
    r"^[ \t]*(?:fait à|done at|ausgestellt in|fatto a|hecho en|place(?: of issue)?\s*[:：]"
    r"|ort\s*[:：])\s*(?P<value>[A-ZÀ-Ž][\w .'’-]{1,40}?)(?=\s*,|\s+(?:le|on|am|den|il|el)\s|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_SECURITY = frozenset({"password_required", "password_optional", "security_contact"})


def extract(passage: Passage) -> Fields:
    """Every field of the report."""
    front = product_part(passage, front_pages(passage.pages))
    fields: Fields = {}
    fields |= party_fields(front, _ROLES, company="holder")
    fields |= {name: found for name, found in nested_parties(front).items() if name.split("_")[0] not in fields}
    fields |= {name: found for name, found in _for_whom(front).items() if name.split("_")[0] not in fields}
    said = sample_fields(front)
    if "holder" not in fields:
        fields |= {name: values for name, values in said.items() if name.startswith("holder")}
    fields |= {name: values for name, values in unlabelled_parties(front).items() if name.split("_")[0] not in fields}
    fields |= _issuer(front, fields)
    fields |= _heading_company(front, fields)
    fields["document_number"] = _number(front)
    fields["accreditation"] = report_accreditations(passage, passage.pages[:_FRONT_LAST])
    fields |= product_fields(front)
    fields["standards"] = _standards(front)
    fields["legal_acts"] = _acts(front) or acts_complied_with(front)
    fields |= _dates(front)
    done_at = first_match(passage, _DONE_AT, pages=passage.pages[:2])
    said = title_fields(front) | {name: found for name, found in said.items() if not name.startswith("holder")}
    fields["place"] = once([done_at]) or _place_before_date(front)
    fields["revision"] = report_revision(front)
    fields |= {name: found for name, found in said.items() if not fields.get(name)}
    fields["valid_until"] = dates(narrowed(front, front.pages[:1]), "valid_until")[:1]
    fields["references"] = _references(front, fields["document_number"])
    fields["components"] = find_components(passage)
    fields["result"] = clause_readings(passage, _verdict(front))
    fields |= _signing(passage, front)
    if passage.scheme == "cyber":
        fields["statements"] = find_statements(passage.pages, passage.sha256, ids=_SECURITY)
    return without_empty(fields)


def _signing(passage: Passage, front: Passage) -> Fields:
    """Who signed, on the front pages or the last, and whether a signature is to be seen there."""
    last = narrowed(passage, passage.pages[-1:])
    people = signatory(front)
    where = narrowed(front, front.pages[:2]) if people else last
    people = people or signatory(last)
    anchors = [*people.get("signatory_name", ()), *people.get("signatory_function", ())]
    pages = {item.page for entry in anchors for item in entry.evidence} or {page.number for page in where.pages}
    at = narrowed(passage, [page for page in passage.pages if page.number in pages])
    return people | {"signed": mark_at(at, anchors)}


def front_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Cover and general information: the first pages, and those after them that say what was tested."""
    return tuple(
        page
        for number, page in enumerate(pages)
        if number < _FRONT or (number < _FRONT_LAST and _FRONT_WORDS.search(page.text))
    )


def _number(passage: Passage) -> tuple[Found[str], ...]:
    """The report's own number: beside its label on the first pages, surest where several pages print it."""
    cover = narrowed(passage, passage.pages[:3])
    labelled = [entry for keys in _NUMBER_KEYS for entry in numbers(cover, *keys)] or list(numbers(cover, *_JOB_KEYS))
    entries = [entry for entry in labelled if not find_standards(entry.value) and not _NO_NUMBER.search(entry.value)]
    entries += [e for pattern in (_NUMBER, _FOOT_NUMBER) for _, _, e in matches(passage, pattern, pages=cover.pages)]
    entries = [entry for entry in entries if not _is_a_day(entry.value)]
    if not entries:
        return ()
    often = {entry.value: sum(page.text.count(entry.value) > 0 for page in passage.pages[:6]) for entry in entries}
    most = max(often.values())
    return (next(entry for entry in entries if often[entry.value] == most),)


def _is_of_a_person(text: str) -> bool:
    """Whether the text is a person or a person's function."""
    return is_person(text) or (is_function(text) and not LEGAL_FORM.search(text) and "," not in text)


def _is_a_day(text: str) -> bool:
    """Whether the whole text is a date ("Data del rapporto 22/04/2026")."""
    days = find_dates(text)
    return bool(days) and days[0].end - days[0].start == len(text.strip())


def _issuer(passage: Passage, parties: Fields) -> Fields:
    """The laboratory: beside its label, else at the head or foot of the cover or of the pages behind it."""
    labelled = party_fields(passage, ("laboratory",)) or signed_for(passage) or _prepared_by(passage)
    if any(_is_of_a_person(str(entry.value)) for entry in labelled.get("laboratory", ())):
        labelled = {}  # who carried the test out is no laboratory
    fields = {name.replace("laboratory", "issuer"): values[:1] for name, values in labelled.items()}
    head = _at_the_edge(passage, parties)
    if "issuer" not in fields or _abbreviates(fields, head):
        return head
    if head and head["issuer"][0].value != fields["issuer"][0].value:
        head = {}
    return address_at_the_edge(passage) | place_of_test(passage) | head | fields


def _for_whom(passage: Passage) -> Fields:
    """The company in the lines under a bare "For" on the cover, with its address."""
    for candidate in passage.candidates("product_name", pages=passage.pages[:1]):
        if _FOR.fullmatch(candidate.label.strip()) and LEGAL_FORM.search(candidate.value.text):
            name, address, country = read_party(passage, candidate.value)
            found = {"holder": once([name]), "holder_address": once([address]), "holder_country": once([country])}
            return without_empty(found)
    return {}


def _abbreviates(fields: Fields, head: Fields) -> bool:
    """Whether what is labelled as the laboratory are the first letters of the company at the head ("NTL")."""
    letters = str(fields["issuer"][0].value)
    words = str(head["issuer"][0].value).split() if head else []
    first = "".join(word[0] for word in words if word[0].isupper())
    return bool(head) and letters.isupper() and len(letters) > 1 and " " not in letters and first.startswith(letters)


def _prepared_by(passage: Passage) -> Fields:
    """The company behind "prepared by" or "issued by", by the field names of a laboratory; a person is none."""
    fields = party_fields(passage, ("issuer",))
    if not any(LEGAL_FORM.search(str(entry.value)) for entry in fields.get("issuer", ())):
        return {}
    return {name.replace("issuer", "laboratory"): values for name, values in fields.items()}


def _heading_company(passage: Passage, fields: Fields) -> Fields:
    """The client that heads the cover without a label, where the report names another company as its laboratory."""
    if "holder" in fields or not signed_for(passage):
        return {}
    return client_at_the_head(passage, issuer=str(fields["issuer"][0].value)) if fields.get("issuer") else {}


def _at_the_edge(passage: Passage, parties: Fields) -> Fields:
    """The company of the letterhead; that of a running head or foot, where it says more or there is no letterhead."""
    head = letterhead(passage, passage.pages[0]) if passage.pages else {}
    if "issuer_country" in head:
        return head
    others = frozenset(str(e.value) for role in _ROLES for e in parties.get(role, ()))
    block = issuer_block(passage, others=others)
    best = block if "issuer_address" in block or not head else head
    return best if "issuer_address" in best or not best else address_elsewhere(passage, best) | best


def _standards(passage: Passage) -> tuple[Found[StandardReference], ...]:
    """The standards tested to: beside their labels, else on the cover; an undated one yields to its dated edition."""
    candidates = [c for c in passage.candidates("standards") if _speaks_of_test(c)]
    cover = candidates and [c for c in candidates if c.page <= passage.pages[min(1, len(passage.pages) - 1)].number]
    prints = [c.whole() if _UNFINISHED.search(c.value.text) else c.value for c in (cover or candidates)]
    found = [v for printed in prints for v in standards_in(passage, printed)]
    if not found and passage.pages:
        found = [
            v
            for page in passage.pages[:1]
            for line in passage.printed(page).lines()
            if not re.search(r"17025|TRF|form no|accredit", line.text, re.IGNORECASE)
            for v in standards_in(passage, line)
        ]
    if not found:
        prints = [passage.printed(page) for page in passage.pages[:_FRONT]]
        found = [value for printed in prints for value in standards_in(passage, printed) if value.value.edition]
    found += standards_fulfilled(passage)
    dated = {entry.value.designation for entry in found if entry.value.edition}
    laboratory = re.compile(r"17025|17065")
    return once(
        entry
        for entry in found
        if (entry.value.edition or entry.value.designation not in dated)
        and not laboratory.search(entry.value.designation)
    )


def _speaks_of_test(candidate: Candidate) -> bool:
    return not re.search(r"procedure|accredit|method", candidate.label, re.IGNORECASE) or candidate.page == 1


def _acts(passage: Passage) -> tuple[Found[str], ...]:
    labelled = [v for c in passage.candidates("legal_acts", "standards") for v in acts_in(passage, c.value)]
    if passage.scheme in ("rohs", "cyber") and passage.pages:
        labelled += acts_in(passage, passage.printed(passage.pages[0]))
    return once(labelled)


def _dates(passage: Passage) -> Fields:
    fields: Fields = {
        name: dates(passage, name)[:1] for name in ("received_on", "issued_on", "tested_from", "tested_to")
    }
    for candidate in passage.candidates("test_period"):
        days: list[Found[date]] = dates_in(passage, candidate.value)
        if days:
            fields["tested_from"] = fields["tested_from"] or (days[0],)
            fields["tested_to"] = fields["tested_to"] or (days[-1],)
            break
    for name, entry in dates_near(passage, passage.pages[:3]).items():
        fields[name] = fields[name] or (entry,)
    if not fields["issued_on"]:
        cover = narrowed(passage, passage.pages[:1])
        fields["issued_on"] = dates(cover, "date")[:1] or signing_day(cover) or _only_other_date(passage, fields)
    return fields


def _only_other_date(passage: Passage, fields: Fields) -> tuple[Found[date], ...]:
    """The one date of the cover that no other field took: the date beside the signature."""
    taken = {entry.value for values in fields.values() for entry in values}
    rest = [
        day for page in passage.pages[:1] for day in dates_in(passage, passage.printed(page)) if day.value not in taken
    ]
    return once(rest[:1]) if len({day.value for day in rest}) == 1 else ()


def _place_before_date(passage: Passage) -> tuple[Found[str], ...]:
    """The place of a line that is nothing but place and date."""
    for page in passage.pages[:2]:
        for match in _PLACE_DATE.finditer(page.text):
            days = find_dates(match["rest"], day_first=passage.day_first)
            if days and days[0].start <= 4 and len(match["rest"]) - days[0].end <= 2:
                return once([read_at(passage, page, match.span("value"), match["value"])])
    return ()


def _references(passage: Passage, own: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    found: list[Found[str]] = []
    for pattern, kind in ((_SUPERSEDES, "superseded"), (_ORIGINAL, "laboratory_report")):
        for page, match, _ in matches(passage, pattern):
            entry = read_at(passage, page, match.span("value"), match["value"].rstrip(".-/"), details={"kind": kind})
            found += [entry] if entry is not None else []
    numbers_of_it = {entry.value for entry in own}
    return once(entry for entry in found if entry.value not in numbers_of_it)


def _verdict(passage: Passage) -> tuple[Found[str], ...]:
    """The overall result as stated; a legend of verdicts is no result."""
    cover, further = passage.candidates("result", pages=passage.pages[:1]), passage.candidates("result")
    if not cover and further and (said := verdict_said(narrowed(passage, passage.pages[:1]))):
        return said
    for candidate in further:
        line = candidate.value.lines()[0] if candidate.value.lines() else candidate.value
        if candidate.table is not None and candidate.row == 0:
            continue
        if _LEGEND.search(line.text) or len(line.text) > 160:
            continue
        failed, passed = _FAIL.search(line.text), _PASS.search(line.text)
        match = failed or passed
        if match:
            entry = passage.found(line, "fail" if failed else "pass", span=match.span())
            return (entry,) if entry is not None else ()
    return _said(passage)


def _said(passage: Passage) -> tuple[Found[str], ...]:
    """The result that a sentence of the cover states of the sample."""
    for page in passage.pages[:_FRONT]:
        match = _VERDICT_SAID.search(page.text) or _STATED.search(page.text)
        if match and (_PASS.search(match[0]) or _FAIL.search(match[0]) or match.re is _STATED):
            value = "fail" if _FAIL.search(match[0]) else "pass"
            return once([read_at(passage, page, match.span("verdict"), value, confidence=0.85)])
    return verdict_said(narrowed(passage, passage.pages[:_FRONT]))

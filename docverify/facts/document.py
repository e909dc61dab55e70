"""Kinds and schemes of documents, the fields they have, and the record of one document.

The names are those of the design (3.1 and 3.2) and are public: results, rules and labels use them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias, get_args

from docverify.facts.evidence import Found, NotFound, Reading, Unreadable


class DocumentKind(StrEnum):
    """What a document is."""

    CERTIFICATE = "certificate"
    DECLARATION = "declaration"
    LABORATORY_REPORT = "laboratory_report"
    MANUAL = "manual"
    DATASHEET = "datasheet"
    RELEASE_NOTES = "release_notes"
    COMPONENT_LIST = "component_list"
    CHANGE_NOTICE = "change_notice"
    INSPECTION_RECORD = "inspection_record"
    PACKING_LIST = "packing_list"
    LABEL_ARTWORK = "label_artwork"
    DRAWING = "drawing"
    WARRANTY_TERMS = "warranty_terms"
    SPARE_PARTS_LIST = "spare_parts_list"
    OTHER = "other"
    UNKNOWN = "unknown"


SCHEMES: Mapping[DocumentKind, tuple[str, ...]] = {
    DocumentKind.CERTIFICATE: (
        "eu_type_examination",
        "cb_test_certificate",
        "voluntary_mark",
        "attestation",
        "nrtl_listing",
        "fcc_grant",
        "ised_certificate",
        "ntep",
        "mid_type_examination",
        "national_metrology",
        "ccc",
        "management_system",
        "interoperability",
        "other",
    ),
    DocumentKind.DECLARATION: (
        "eu_doc",
        "eu_doc_simplified",
        "uk_doc",
        "fcc_sdoc",
        "nz_sdoc",
        "scp_statement",
        "material",
        "equivalence_letter",
        "other",
    ),
    DocumentKind.LABORATORY_REPORT: (
        "safety",
        "emc",
        "radio",
        "cyber",
        "environmental",
        "metrology",
        "rohs",
        "interoperability",
        "other",
    ),
    DocumentKind.MANUAL: ("installation", "user", "service", "quick_guide"),
}

PARTY_FIELDS = (
    "issuer",
    "holder",
    "manufacturer",
    "factory",
    "importer",
    "authorised_representative",
    "responsible_party",
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the field table: its name, the type of its values and a note for people."""

    name: str
    type: str  # text | date | number | standard | model | version | country | act | choice
    note: str


def _parties() -> tuple[Field, ...]:
    return tuple(
        entry
        for role in PARTY_FIELDS
        for entry in (
            Field(role, "text", f"name of the {role.replace('_', ' ')}"),
            Field(f"{role}_address", "text", "postal address as printed"),
            Field(f"{role}_country", "country", "ISO 3166-1 alpha-2, where printed"),
        )
    )


FIELDS: tuple[Field, ...] = (
    Field("document_number", "text", "certificate, report, declaration or document number"),
    *_parties(),
    Field("issuer_body_number", "text", "notified or approved body number, 4 digits as printed"),
    Field("accreditation", "text", "CNAS L0001, DAkkS D-PL-…, A2LA 1234.01"),
    Field("brand", "text", "trade mark"),
    Field("product_name", "text", "EV charging station"),
    Field("models", "model", "as printed, one entry per designation or family; legend and positions in details"),
    Field("standards", "standard", "designation, edition, amendments"),
    Field("legal_acts", "act", "normalised: 2014/35/EU, (EU) 2022/30, SI 2016/1101, 47 CFR 15"),
    Field("issued_on", "date", "date of issue"),
    Field("valid_until", "date", "last day of validity"),
    Field("tested_from", "date", "first day of testing"),
    Field("tested_to", "date", "last day of testing"),
    Field("received_on", "date", "sample received"),
    Field("revised_on", "date", "date of this revision"),
    Field("revision", "text", "revision of this paper"),
    Field("hardware_version", "version", "tested, described or shipped"),
    Field("firmware_version", "version", "tested, described or shipped"),
    Field("software_version", "version", "tested, described or shipped"),
    Field("serial_numbers", "text", "list or range, of samples or units"),
    Field("rated_voltage_v", "number", "supply side; number or [low, high]; the model it belongs to in details"),
    Field("rated_current_a", "number", "supply side"),
    Field("rated_power_kw", "number", ""),
    Field("rated_frequency_hz", "number", ""),
    Field("phases", "number", ""),
    Field("output_voltage_v", "number", ""),
    Field("output_current_a", "number", ""),
    Field("output_power_kw", "number", ""),
    Field("protection_ip", "text", "IP54"),
    Field("protection_ik", "text", "IK10"),
    Field("ambient_temperature_c", "number", "[low, high]"),
    Field("protection_class", "text", "I, II"),
    Field("connectors", "choice", "type1 type2_socket type2_cable ccs1 ccs2 chademo nacs gbt_ac gbt_dc mcs"),
    Field("radios", "choice", "wifi_2g4 wifi_5g bluetooth gsm lte 5g nfc_rfid srd gnss; band and power in details"),
    Field("result", "choice", "pass, fail, partial: overall verdict of a report"),
    Field("references", "text", "document number cited; the kind it is said to be in details.kind"),
    Field("signatory_name", "text", ""),
    Field("signatory_function", "text", ""),
    Field("signed", "choice", "yes, no, undetermined"),
    Field("place", "text", "place of signature"),
    Field("languages", "choice", "ISO 639-1; pages in details.pages"),
    Field("covered_models", "model", "manuals: the models it says it is for"),
    Field("firmware_described", "version", "manuals: the firmware it says it describes"),
    Field("acts_described", "act", "manuals: the acts it mentions"),
    Field("statements", "choice", "ids of the statements found; language in details.language"),
    Field("changes", "text", "change notices: what is said to have been changed"),
    Field(
        "construction", "choice", "equivalence letters: unchanged, changed, unclear: what is said of the construction"
    ),
    Field("exemptions", "text", "entries of RoHS Annex III that are claimed: 6(c), 7(a), 7(c)-I"),
    Field("components", "text", "critical component as printed; maker, type, rating, standard in details"),
    Field("contacts", "text", "addresses, URLs, e-mails"),
)
FIELD_NAMES = frozenset(entry.name for entry in FIELDS)
# Fields beyond the table that results promise: told beside it, under `also`.
BESIDE = frozenset({"changes", "construction", "exemptions"})

# Ids of the statements that papers make; their words by language are data of extraction.
STATEMENTS = (
    "sole_responsibility",
    "simplified_doc",
    "doc_address",
    "safety_information",
    "qualified_person",
    "rcd_protection",
    "weee_disposal",
    "frequency_bands",
    "spectrum_restrictions",
    "residential_restriction",
    "password_required",
    "password_optional",
    "security_contact",
    "earthing",
    "no_adapters",
    "no_extension_cords",
    "keep_manual",
    "fcc_15_105_a",
    "fcc_15_105_b",
    "save_instructions",
    "fcc_15_21",
    "fcc_15_19",
    "ised_statement",
    "intended_use",
)
Connector: TypeAlias = Literal[
    "type1", "type2_socket", "type2_cable", "ccs1", "ccs2", "chademo", "nacs", "gbt_ac", "gbt_dc", "mcs"
]
Radio: TypeAlias = Literal["wifi_2g4", "wifi_5g", "bluetooth", "gsm", "lte", "5g", "nfc_rfid", "srd", "gnss"]
CONNECTORS: tuple[Connector, ...] = get_args(Connector)
RADIOS: tuple[Radio, ...] = get_args(Radio)


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page that could not be read, and why."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class LanguageRange:
    """A language (ISO 639-1) and the inclusive range of pages written in it."""

    language: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """One document: the pages of one file that belong together, what it is, and every value read from it.

    `pages` is inclusive and counts within the file. `marks` are facts about the file's structure that a reader
    should look at (`encrypted`, `changed_after_signing`, `signatures`, `page_count_stated` …), plain JSON values.
    """

    id: str
    path: str
    sha256: str
    pages: tuple[int, int]
    kind: DocumentKind
    scheme: str | None
    why: str
    runner_up: str = ""
    languages: tuple[LanguageRange, ...] = ()
    unread_pages: tuple[UnreadPage, ...] = ()
    fields: Mapping[str, tuple[Found[Any], ...]] = field(default_factory=dict, hash=False)
    marks: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def values(self, name: str) -> tuple[Found[Any], ...]:
        """Every reading of the field, in reading order; empty when none was found."""
        return self.fields.get(name, ())

    def reading(self, name: str) -> Reading[Any]:
        """The first reading of the field, or why there is none: not printed, or not readable."""
        entries = self.values(name)
        if entries:
            return entries[0]
        if self.unread_pages:
            pages = tuple(entry.page for entry in self.unread_pages)
            return Unreadable(self.unread_pages[0].reason, pages)
        return NotFound(tuple(range(self.pages[0], self.pages[1] + 1)))

    @property
    def name(self) -> str:
        """The document as people cite it: its path, with the page range where one file holds several."""
        first, last = self.pages
        span = f"{first}" if first == last else f"{first}–{last}"
        return self.path if self.id == self.sha256[:16] else f"{self.path} p. {span}"

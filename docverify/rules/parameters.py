"""What a rule may write under `with`, one model a check; a misspelt key, field, kind or scheme is refused.

A choice of papers is written `kind/scheme` (`declaration/eu_doc`) or `kind` alone for every scheme; where a paper
is wanted to a standard or an act, as `{paper: laboratory_report/radio, standards: [EN 300 328]}`.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from docverify.facts.document import FIELD_NAMES, FIELDS, RADIOS, SCHEMES, DocumentKind
from docverify.rules.near import allowed
from docverify.rules.pack import Texts, Written, as_tuple
from docverify.rules.statement_ids import StatementIds

Silence = Literal["fail", "undetermined", "not_applicable"]
PartyRole = Literal["manufacturer", "factory", "importer", "authorised_representative"]
PRODUCT_VERSIONS = {
    "hardware_version": "hardware",
    "firmware_version": "firmware",
    "software_version": "firmware",
    "firmware_described": "firmware",
}
DATE_FIELDS = tuple(entry.name for entry in FIELDS if entry.type == "date")


def _field_name(name: str) -> str:
    if name not in FIELD_NAMES:
        raise ValueError(allowed("field", name, FIELD_NAMES))
    return name


def _date_field(name: str) -> str:
    if name not in DATE_FIELDS:
        raise ValueError(allowed("date field", name, DATE_FIELDS))
    return name


def _radio(name: str) -> str:
    if name not in RADIOS:
        raise ValueError(allowed("radio", name, RADIOS))
    return name


FieldName = Annotated[str, AfterValidator(_field_name)]
FieldNames = Annotated[
    tuple[FieldName, ...], BeforeValidator(as_tuple, json_schema_input_type=FieldName | list[FieldName])
]
DateField = Annotated[str, AfterValidator(_date_field)]
DateFields = Annotated[
    tuple[DateField, ...], BeforeValidator(as_tuple, json_schema_input_type=DateField | list[DateField])
]
Radio = Annotated[str, AfterValidator(_radio)]


class Paper(Written):
    """A choice of papers by kind and scheme, and where wanted by what they cite or by words of who issued them."""

    kind: DocumentKind
    scheme: str | None = None
    standards: Texts = ()
    acts: Texts = ()
    issuers: Texts = ()

    def __str__(self) -> str:
        words = self.kind.value.replace("_", " ") + (f" ({self.scheme})" if self.scheme else "")
        cited = " or ".join((*self.standards, *self.acts))
        words += f" to {cited}" if cited else ""
        return f"{words} by {self.issuers[0]}" if self.issuers else words


def _paper(value: object) -> object:
    """The choice a person wrote as `kind/scheme`, or as a mapping with `paper: kind/scheme`."""
    extra = dict(value) if isinstance(value, dict) else {}
    text = extra.pop("paper", None) if extra else value
    if not isinstance(text, str):
        return value
    kind, _, scheme = text.partition("/")
    if kind not in set(DocumentKind):
        raise ValueError(allowed("kind of document", kind, tuple(DocumentKind)))
    schemes = SCHEMES.get(DocumentKind(kind), ())
    if scheme and scheme not in schemes:
        raise ValueError(allowed(f"scheme of {kind}", scheme, schemes))
    return {"kind": kind, "scheme": scheme or None, **extra}


PAPER_WORDS = sorted([*DocumentKind, *(f"{kind}/{scheme}" for kind, schemes in SCHEMES.items() for scheme in schemes)])
# What editors offer: `kind/scheme`, or a mapping that also says what the paper is to.
PAPER_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"enum": PAPER_WORDS},
        {
            "type": "object",
            "properties": {
                "paper": {"enum": PAPER_WORDS},
                "standards": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
                "acts": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
                "issuers": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            },
            "required": ["paper"],
            "additionalProperties": False,
        },
    ]
}
OnePaper = Annotated[Paper, BeforeValidator(_paper), WithJsonSchema(PAPER_SCHEMA)]
Papers = Annotated[tuple[OnePaper, ...], BeforeValidator(as_tuple, json_schema_input_type=OnePaper | list[OnePaper])]
SomePapers = Annotated[Papers, Field(min_length=1)]
DECLARATIONS: tuple[Paper, ...] = (Paper(kind=DocumentKind.DECLARATION, scheme="eu_doc"),)


class NoParameters(Written):
    """A check that needs nothing said."""


class OfPapers(Written):
    """A check on papers of some kinds."""

    papers: SomePapers


class ListedIssuers(OfPapers):
    """Papers that count only when the register `issuers` holds their issuer in the `list`."""

    list: str = Field(min_length=1)


class PaperPresent(OfPapers):
    """`unfit`: papers whose presence makes this another rule's point; `elsewhere`: papers, but for other models.

    `absent`: what it means that there is no such paper at all. `requirement` names the duty in the result's coverage
    table (`safety_report`). `any_model`: such a paper names no model of the shipment (a radio module's grant), so that
    it is there is all that is asked. `issued_by`: who may issue some of the papers; one of another issuer decides
    nothing.
    """

    requirement: str = Field(default="", pattern=r"^([a-z][a-z0-9_]*)?$")
    unfit: Papers = ()
    unless: Papers = ()
    elsewhere: Silence = "fail"
    absent: Silence = "fail"
    any_model: bool = False
    issued_by: ListedIssuers | None = None


class Covers(OfPapers):
    """`aspect` of the product the papers have to extend to; `silent`: a paper that does not mention it."""

    aspect: Literal["model", "rating", "factory", "connector", "radio", "hardware", "firmware"]
    silent: Silence = "undetermined"


class Features(OfPapers):
    """`field`: connectors or radios the papers have to list."""

    field: Literal["connectors", "radios"]
    silent: Silence = "undetermined"


class WithAbsent(OfPapers):
    """`absent`: what to conclude when no paper of these kinds covers the product."""

    papers: SomePapers = DECLARATIONS
    absent: Silence = "not_applicable"
    silent: Silence = "fail"


class DeclaresAct(WithAbsent):
    """Acts a covering paper has to list: at least one of `any_of`, each of `all_of`."""

    any_of: Texts = ()
    all_of: Texts = ()
    unless: Papers = ()

    @model_validator(mode="after")
    def _asks_something(self) -> "DeclaresAct":
        if not self.any_of and not self.all_of:
            raise ValueError("one of any_of and all_of has to name something")
        return self


class DeclaresStandard(DeclaresAct):
    """Standards a covering paper has to list; `EN 18031-1` is any edition, `EN 18031-1:2024` that one or a later."""


class RadioStandards(WithAbsent):
    """For each kind of radio, the standards one of which has to be listed."""

    standards: dict[Radio, Texts]


class ActsNotListed(OfPapers):
    """Acts that a paper must not list; only where one of `together_with` is listed too, when that is given."""

    papers: SomePapers = DECLARATIONS
    none_of: Texts = Field(min_length=1)
    together_with: Texts = ()


class StandardsNotAlone(OfPapers):
    """Citing one of `has` without any of `needs` is wrong (EN 61000-3-2 on a charger above 16 A)."""

    papers: SomePapers = DECLARATIONS
    has: Texts = Field(min_length=1)
    needs: Texts = ()


class EditionInForce(OfPapers):
    """`acts`: only register lines of these acts.

    `clock`: `ceases_on` (presumption ended), `dow` (nationally withdrawn only), `superseded` (replaced, date unknown).
    """

    field: Literal["standards"] = "standards"
    clock: Literal["ceases_on", "dow", "superseded"]
    acts: Texts = ()


class StandardKnown(OfPapers):
    """`unlisted`: what to conclude of an edition the register lacks while it holds others of that standard."""

    unlisted: Literal["undetermined", "not_applicable"] = "not_applicable"


class FieldPresent(OfPapers):
    """Fields that have to be printed: each of `all_of`, at least one of `any_of`."""

    all_of: FieldNames = ()
    any_of: FieldNames = ()

    @model_validator(mode="after")
    def _asks_something(self) -> "FieldPresent":
        if not self.any_of and not self.all_of:
            raise ValueError("one of any_of and all_of has to name a field")
        return self


class DeclarationComplete(OfPapers):
    """`fields` a declaration has to print, whether it has to be `signed`, and `statements` of which one is needed."""

    papers: SomePapers = DECLARATIONS
    fields: FieldNames = ()
    signed: bool = True
    statements: StatementIds = ()


class FieldValue(OfPapers):
    """`accept` passes, `reject` fails, any other value is undetermined."""

    field: FieldName
    accept: Texts = Field(min_length=1)
    reject: Texts = ()
    silent: Silence = "undetermined"


class PartyAgrees(OfPapers):
    """`field` of the papers against the shipment's `party`."""

    field: FieldName
    party: PartyRole | Literal["brand"]
    silent: Silence = "not_applicable"


class PartiesAgree(OfPapers):
    """`field` of the papers against `other_field` of the `others` that cover the same product."""

    field: FieldName
    others: SomePapers
    other_field: FieldName


class OperatorEstablished(Written):
    """Some operator of these roles has to be in one of the countries."""

    roles: Annotated[tuple[PartyRole, ...], BeforeValidator(as_tuple)] = (
        "manufacturer",
        "importer",
        "authorised_representative",
    )
    countries: Texts = Field(min_length=1)


class ValidOn(OfPapers):
    """`valid_until` against the date; `max_age_years` since issue where no end of validity is printed."""

    max_age_years: int | None = Field(default=None, gt=0)
    silent: Silence = "not_applicable"


class DatesInOrder(OfPapers):
    """Each date of `order` that is printed is not after the next; the last not after the date of the check."""

    order: DateFields = Field(min_length=1)
    until_as_of: bool = False


class DatedAfter(OfPapers):
    """`issued_on` is not before that of the papers it cites, or of the `others` that cover the same product."""

    others: Papers = ()


class IssuedNotBefore(OfPapers):
    """`issued_on` is on or after the day."""

    day: date
    silent: Silence = "undetermined"


class ReferenceResolved(OfPapers):
    """`kinds`: only papers said to be of these kinds (`laboratory_report`, `certificate`, …)."""

    kinds: Texts = ()


class ReferenceAgrees(OfPapers):
    """`aspects` in which the cited paper has to agree with the paper that cites it."""

    aspects: Annotated[tuple[Literal["number", "model", "standards", "kind"], ...], BeforeValidator(as_tuple)] = (
        "number",
        "model",
        "standards",
        "kind",
    )


class EditionsAgree(OfPapers):
    """A standard the papers cite is cited in the same edition by the `others` that cover the same product."""

    papers: SomePapers = DECLARATIONS
    others: SomePapers
    standards: Texts = ()


class BodyNumber(OfPapers):
    """`none_for`: acts that know no body; `listed`: the register has to hold the number for one of the acts."""

    none_for: Texts = ()
    listed: bool = False
    silent: Silence = "not_applicable"


class BodiesAgree(OfPapers):
    """The body number of the papers is that of the `others` that cover the same product."""

    papers: SomePapers = DECLARATIONS
    others: SomePapers


class SchemeFitsDuty(Written):
    """`unfit` papers that cover the product fail unless one of the `fit` papers covers it too."""

    fit: Papers = ()
    unfit: SomePapers


class LanguagesCover(OfPapers):
    """Papers that together have to be in the languages of every country of the shipment."""

    absent: Silence = "not_applicable"


class StatementsPresent(OfPapers):
    """Statements the papers that cover a product have to carry; in each country's languages where asked."""

    all_of: StatementIds = ()
    any_of: StatementIds = ()
    none_of: StatementIds = ()
    each_language: bool = False
    unless: Papers = ()
    absent: Silence = "not_applicable"

    @model_validator(mode="after")
    def _asks_something(self) -> "StatementsPresent":
        if not (self.any_of or self.all_of or self.none_of):
            raise ValueError("one of any_of, all_of and none_of has to name a statement")
        return self


class VersionAgrees(OfPapers):
    """`field`: the version the papers print; it is held against the shipped hardware or firmware."""

    field: Literal["hardware_version", "firmware_version", "software_version", "firmware_described"]
    silent: Silence = "undetermined"


class RadiosDescribed(OfPapers):
    """Every radio of the product has to be described with its band and its power (or field strength)."""

    absent: Silence = "not_applicable"


class NotMarked(OfPapers):
    """`papers` empty means every paper."""

    papers: Papers = ()

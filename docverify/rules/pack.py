"""What people write in a rule pack, as frozen records: the pack, its rules, its registers and its clause table.

Unknown keys are refused. Every line of a register carries its source and its grade; a fact nobody verified is
marked as such and never blocks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from docverify.facts.finding import Confidence, Severity, Topic

EVERYWHERE = "*"  # the market of a pack that holds for every shipment
RULE_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)+")


def as_tuple(value: object) -> object:
    """A list of the one value where a single value was written."""
    return [value] if isinstance(value, str | dict) else value


def _is_rule_id(text: str) -> str:
    if not RULE_ID.fullmatch(text):
        raise ValueError("a rule id is made of capital letters, digits and hyphens, for example EU-RED-CYBER-001")
    return text


def _is_https(text: str) -> str:
    if text and not re.match(r"https?://\S+$", text):
        raise ValueError("an address starts with https://")
    return text


Texts = Annotated[tuple[str, ...], BeforeValidator(as_tuple, json_schema_input_type=str | list[str])]
RuleId = Annotated[str, AfterValidator(_is_rule_id)]
Address = Annotated[str, AfterValidator(_is_https)]


class Written(BaseModel):
    """Anything written by people: read-only, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)


class Reference(Written):
    """The text a rule rests on."""

    cite: str = Field(min_length=1)
    url: Address = ""


class Request(Written):
    """What to ask the supplier, in English and Chinese."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)


class Rule(Written):
    """One requirement: when it applies, the check that decides it, and what to say and ask when it is not met."""

    id: RuleId
    title: str = Field(min_length=1)
    topic: Topic
    severity: Severity
    confidence: Confidence
    when: str = ""
    check: str
    parameters: Any = Field(default_factory=dict, alias="with")
    message: str = Field(min_length=1)
    request: Request
    reference: Reference
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether the rule holds on that day."""
        return (self.valid_from or day) <= day <= (self.valid_until or day)

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Rule":
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError("valid_until is before valid_from")
        return self


class Source(Written):
    """A text the pack was written from."""

    id: str
    title: str = ""
    url: Address = ""
    grade: Confidence = Confidence.VERIFIED
    read_on: date | None = None


class Pack(Written):
    """The head of a pack: what it is for, since when, by whom and from which texts."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = ""
    markets: Texts = Field(alias="market", min_length=1)
    version: str = Field(pattern=r"^[0-9]+(\.[0-9]+)*$")
    effective_from: date
    effective_until: date | None = None
    supersedes: str | None = None
    sources: tuple[Source, ...] = ()
    owner: str
    note: str = ""

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Pack":
        if self.effective_until and self.effective_until < self.effective_from:
            raise ValueError("effective_until is before effective_from")
        return self

    def in_effect(self, day: date) -> bool:
        """Whether the pack holds on that day."""
        return self.effective_from <= day <= (self.effective_until or day)


class RegisterLine(Written):
    """One fact of a register, with the text it comes from and how well that was verified."""

    source: str = Field(min_length=1)
    grade: Confidence
    note: str = ""


class Edition(RegisterLine):
    """An edition of a standard and what is known of its dates; an unknown date is left out, never guessed."""

    designation: str
    edition: str
    amendments: Texts = ()
    act: str | None = None
    published: date | None = None
    dop: date | None = None
    dow: date | None = None
    ceases_on: date | None = None
    replaced_by: str | None = None
    draft: bool = False
    oj: Literal["yes", "no", "unknown"] = "unknown"
    restriction: str = ""


class WrongReference(RegisterLine):
    """A printed reference that no edition answers to, why, and what was probably meant."""

    reference: str
    why: str
    instead: str = ""


class Act(RegisterLine):
    """A legal act: its normalised number, title, and when it applies."""

    number: str
    title: str
    applies_from: date | None = None
    applies_until: date | None = None
    replaced_by: str | None = None


class Body(RegisterLine):
    """A notified or approved body, a listed laboratory or an accreditation body: number or name, and its acts."""

    number: str
    name: str
    country: str | None = None
    acts: Texts = ()
    valid_from: date | None = None
    valid_until: date | None = None


def _is_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return text


Pattern = Annotated[str, AfterValidator(_is_pattern)]


class Issuer(RegisterLine):
    """Who may issue papers of some sort: `list` is the sort, `aliases` are short names that have to stand alone."""

    list: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    aliases: Texts = ()
    country: str | None = None


class Accreditor(RegisterLine):
    """A body that accredits laboratories, and the form of its numbers as printed; `pattern` finds them anywhere."""

    name: str
    pattern: Pattern
    country: str | None = None


class Identifier(RegisterLine):
    """The form of a number that a scheme gives (`fcc_id`); the whole printed number has to be of that form."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    pattern: Pattern
    title: str


class Exemption(RegisterLine):
    """An entry of RoHS Annex III: its last day in every category; `some_expire`: its last day in some of them."""

    entry: str
    expires: date | None = None
    some_expire: date | None = None

    @model_validator(mode="after")
    def _has_a_day(self) -> "Exemption":
        if self.expires is None and self.some_expire is None:
            raise ValueError("one of expires and some_expire has to be given")
        return self


class Change(RegisterLine):
    """What a kind of change of a product asks for: `cosmetic`, `review` or `retest`, and the words that name it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    asks_for: Literal["cosmetic", "review", "retest"]
    patterns: Annotated[tuple[Pattern, ...], BeforeValidator(as_tuple)] = Field(min_length=1)


class CountryLanguages(RegisterLine):
    """Languages a country asks for: every entry of `requires`; alternatives in one entry are split by `|`."""

    country: str = Field(pattern=r"^[A-Z]{2}$")
    requires: Texts = Field(min_length=1)


class Statement(RegisterLine):
    """A statement papers must carry: its id, its language and the word patterns that show it."""

    id: str
    language: str
    patterns: Texts = Field(min_length=1)


class Clause(Written):
    """A clause of the law and the rules that automate it, or the reason why none does."""

    clause: str
    rules: Annotated[tuple[RuleId, ...], BeforeValidator(as_tuple)] = ()
    not_automated: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Clause":
        if bool(self.rules) == bool(self.not_automated):
            raise ValueError("a clause names either its rules or, under not_automated, the reason why there is none")
        return self


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers of a pack; each is empty when the pack has no such file.

    `by_number` finds the editions of a standard by its number (`61851-1`).
    """

    editions: tuple[Edition, ...] = ()
    acts: tuple[Act, ...] = ()
    bodies: tuple[Body, ...] = ()
    languages: tuple[CountryLanguages, ...] = ()
    statements: tuple[Statement, ...] = ()
    wrong_references: tuple[WrongReference, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    accreditors: tuple[Accreditor, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    changes: tuple[Change, ...] = ()
    by_number: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict, hash=False, repr=False)


REGISTERS: Mapping[str, type[RegisterLine]] = {
    "editions": Edition,
    "acts": Act,
    "bodies": Body,
    "languages": CountryLanguages,
    "statements": Statement,
    "wrong_references": WrongReference,
    "issuers": Issuer,
    "accreditors": Accreditor,
    "identifiers": Identifier,
    "exemptions": Exemption,
    "changes": Change,
}


@dataclass(frozen=True, slots=True)
class RulePack:
    """A loaded pack: everything in it is valid, and nothing in it changes."""

    head: Pack
    rules: tuple[Rule, ...]
    registers: Registers
    clauses: tuple[Clause, ...] = ()
    sha256: str = ""
    cases: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)
    asked: str = ""
    files: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The pack's id, as findings name it."""
        return self.head.id

    @property
    def version(self) -> str:
        """The pack's version."""
        return self.head.version

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, so that 2026.10 follows 2026.9."""
        return tuple(int(part) for part in self.head.version.split("."))

    @property
    def market(self) -> str:
        """The market the pack is evaluated for, as findings name it; `*` for every market."""
        return self.asked or self.head.markets[0]

    def for_market(self, market: str) -> "RulePack":
        """The same pack, evaluated for one of its markets."""
        return replace(self, asked=market)

    def rule(self, id: str) -> Rule:
        """The rule with that id; KeyError when the pack has none."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)

"""What a check sees (`Context`) and what it concludes (`Conclusion`), and the record of one check."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from docverify.facts.document import Document
from docverify.facts.dossier import Dossier, Quote, quotes
from docverify.facts.evidence import Found, Unreadable
from docverify.facts.finding import Outcome
from docverify.facts.shipment import Product
from docverify.facts.source import Refusal
from docverify.rules.pack import Registers, Written

# A reading below this confidence is never what a pass rests on: the pass becomes undetermined. Ambiguous dates and
# badly printed OCR words lie below it, clean OCR well above.
TRUSTED = 0.5


class Scope(StrEnum):
    """What a check is run for, once each: that is the subject of its finding."""

    SHIPMENT = "shipment"
    PRODUCT = "product"
    PAIR = "pair"
    DOCUMENT = "document"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Context:
    """The dossier, the registers of the pack, the market and date asked about, the subject, and the rule's id."""

    dossier: Dossier
    registers: Registers
    market: str
    as_of: date
    product: Product | None = None
    document: Document | None = None
    refusal: Refusal | None = None
    rule: str = ""

    @property
    def the_product(self) -> Product:
        """The product the check is run for; a check of another scope has no business asking."""
        if self.product is None:
            raise LookupError("this check is not run for a product")
        return self.product

    @property
    def the_document(self) -> Document:
        """The document the check is run for; a check of another scope has no business asking."""
        if self.document is None:
            raise LookupError("this check is not run for a document")
        return self.document


@dataclass(frozen=True, slots=True)
class Conclusion:
    """An outcome with its reason, what was expected and found, and the readings it rests on.

    `words` fill the placeholders of the rule's message; `document` is the paper a product's conclusion is about;
    `unverified` says that a register line nobody verified was decisive.
    """

    outcome: Outcome
    why: str
    expected: str = ""
    found: str = ""
    evidence: tuple[Quote, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    document: Document | None = None
    unverified: bool = False
    weakest: float = 1.0


CheckFunction: TypeAlias = Callable[[Any, Context], Conclusion]


@dataclass(frozen=True, slots=True)
class Check:
    """A function a rule may name: its parameters, its subject, the placeholders and the registers it brings.

    `strays` says that papers which cover no product of the shipment, or were superseded, are looked at too;
    `asks`, that a person may answer in the shipment file what the check leaves open.
    """

    function: CheckFunction
    parameters: type[Written]
    scope: Scope
    words: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    strays: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """Readings of one document that a conclusion rests on."""

    document: Document
    entries: tuple[Found[Any], ...]


def ground(document: Document, *entries: Found[Any]) -> Ground:
    """The readings as a ground of a conclusion."""
    return Ground(document, entries)


def _conclude(outcome: Outcome, why: str, grounds: tuple[Ground, ...], words: Mapping[str, str]) -> Conclusion:
    entries = [entry for item in grounds for entry in item.entries]
    return Conclusion(
        outcome,
        why,
        expected=words.get("expected", ""),
        found=words.get("found", ""),
        evidence=tuple(quote for item in grounds for quote in quotes(item.document, *item.entries)),
        words={key: value for key, value in words.items() if key not in ("expected", "found")},
        document=grounds[0].document if grounds else None,
        weakest=min((entry.confidence for entry in entries), default=1.0),
    )


def passed(why: str, *grounds: Ground, **words: str) -> Conclusion:
    """The requirement is met, because of these readings."""
    return _conclude(Outcome.PASS, why, grounds, words)


def failed(why: str, *grounds: Ground, **words: str) -> Conclusion:
    """The requirement is not met, as these readings show."""
    return _conclude(Outcome.FAIL, why, grounds, words)


def undecided(why: str, *grounds: Ground, **words: str) -> Conclusion:
    """Nothing may be concluded, and why."""
    return _conclude(Outcome.UNDETERMINED, why, grounds, words)


def inapplicable(why: str, *grounds: Ground, **words: str) -> Conclusion:
    """The requirement has nothing to hold on to here."""
    return _conclude(Outcome.NOT_APPLICABLE, why, grounds, words)


def unread(document: Document, what: str) -> Conclusion | None:
    """Undetermined when pages of the document could not be read, so that absence proves nothing; else None."""
    if not document.unread_pages:
        return None
    pages = ", ".join(str(entry.page) for entry in document.unread_pages)
    return undecided(f"{what} was not found, but page {pages} of {document.name} could not be read", ground(document))


def missing(document: Document, what: str, silent: str, **words: str) -> Conclusion:
    """What the absence of `what` on the document means: undetermined on an unread page, else as the rule says."""
    why = f"{document.name} does not show {what}"
    words = {"expected": what, "found": "nothing", **words}
    return unread(document, what) or _conclude(Outcome(silent), why, (ground(document),), words)


def unreadable_reason(reading: Unreadable) -> str:
    """The reason with the pages, as a phrase."""
    return f"{reading.reason} (page {', '.join(map(str, reading.pages))})"


def marked_unverified(conclusion: Conclusion, *, unverified: bool) -> Conclusion:
    """The conclusion, with the remark that a fact nobody verified was decisive."""
    return replace(conclusion, unverified=unverified)


def listed(entries: Iterable[Found[Any]]) -> str:
    """The values of the readings in a row, each once."""
    return ", ".join(dict.fromkeys(str(entry.value) for entry in entries))

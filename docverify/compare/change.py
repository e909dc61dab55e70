"""One change between two deliveries, with its old and its new place."""

from dataclasses import dataclass
from enum import StrEnum

from docverify.facts.dossier import Quote
from docverify.facts.finding import Earlier, Severity


class Rule(StrEnum):
    """What sort of change it is: the rule that a finding about it names."""

    PAPER_GONE = "DRIFT-PAPER-GONE"
    PAPER_NEW = "DRIFT-PAPER-NEW"
    PAPER_REPLACED = "DRIFT-PAPER-REPLACED"
    PAPER_REVISED = "DRIFT-PAPER-REVISED"
    RATING = "DRIFT-RATING"
    MODELS = "DRIFT-MODELS"
    COMPONENT = "DRIFT-COMPONENT"
    VALUE = "DRIFT-VALUE"
    PAGES = "DRIFT-PAGES"
    SHIPMENT = "DRIFT-SHIPMENT"


@dataclass(frozen=True, slots=True)
class Change:
    """`quiet`: the paper has the number and date it had, and says something else. `decided` is False where a page
    that could not be read, or was read with low confidence, may be all the difference.

    `document` is the id of the new paper (None when it is gone), `paper` its name and `key` what it is.
    """

    rule: Rule
    severity: Severity
    paper: str
    key: str
    what: str
    old: str
    new: str
    message: str
    document: str | None = None
    product: str | None = None
    quiet: bool = False
    decided: bool = True
    before: tuple[Earlier, ...] = ()
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page of the old paper beside a page of the new one; None where one has no such page.

    `same` is None when they cannot be told apart or together: scans, and pages that could not be read.
    """

    old: int | None
    new: int | None
    same: bool | None


@dataclass(frozen=True, slots=True)
class PaperPair:
    """A paper of the old delivery beside the one of the new that is (or stands for) it."""

    old: str | None
    new: str | None
    same_file: bool
    pages: tuple[PagePair, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every change once, and every paper beside its counterpart."""

    changes: tuple[Change, ...]
    papers: tuple[PaperPair, ...]

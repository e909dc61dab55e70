"""What a rule concluded about a subject, and the sum of a run.

Outcome, severity and waiver are three things and stay apart: a waived failure is still a failure.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from docverify.facts.dossier import Quote

SAYS = " ⇒ "  # in a finding's key, before what was found in words that outlive other file names and pages


class Outcome(StrEnum):
    """What was concluded."""

    PASS = "pass"
    FAIL = "fail"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How much a failure matters; `weight` orders them."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for a blocker down to 0 for an info."""
        return 3 - list(Severity).index(self)


class Confidence(StrEnum):
    """How well the fact behind a rule is sourced; an unverified fact never blocks."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Topic(StrEnum):
    """What a finding is about: the closed list of the design, 3.3."""

    MISSING_DOCUMENT = "missing_document"
    UNREADABLE_DOCUMENT = "unreadable_document"
    SCOPE_MODEL = "scope_model"
    SCOPE_RATING = "scope_rating"
    SCOPE_FEATURE = "scope_feature"
    SCOPE_MARKET = "scope_market"
    SCOPE_FACTORY = "scope_factory"
    PARTY_MISMATCH = "party_mismatch"
    ACT_MISSING = "act_missing"
    ACT_WRONG = "act_wrong"
    STANDARD_MISSING = "standard_missing"
    STANDARD_UNKNOWN = "standard_unknown"
    EDITION_SUPERSEDED = "edition_superseded"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_SCHEME = "certificate_scheme"
    BODY_NUMBER = "body_number"
    DECLARATION_INCOMPLETE = "declaration_incomplete"
    FIRMWARE_MISMATCH = "firmware_mismatch"
    HARDWARE_MISMATCH = "hardware_mismatch"
    MANUAL_STALE = "manual_stale"
    MANUAL_LANGUAGE = "manual_language"
    MANUAL_STATEMENT = "manual_statement"
    MANUAL_COVERAGE = "manual_coverage"
    BRAND_LEFTOVER = "brand_leftover"
    REFERENCE_MISSING = "reference_missing"
    REFERENCE_MISMATCH = "reference_mismatch"
    DATE_ORDER = "date_order"
    DOCUMENT_SUPERSEDED = "document_superseded"
    DOCUMENT_ALTERED = "document_altered"
    UNIT_MISMATCH = "unit_mismatch"
    SHIPMENT_DRIFT = "shipment_drift"
    TEST_INCOMPLETE = "test_incomplete"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a document (by id), a product (by model), a unit (by serial), or several of them."""

    document: str | None = None
    product: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The text a rule rests on."""

    cite: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted deviation, attached to a finding: who accepted it, why, and until when."""

    reason: str
    who: str
    expires: date


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words on a page of an earlier paper, which this pack need not hold: where a change is told from."""

    path: str
    sha256: str
    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    quote: str


# Topics of rules that ask for evidence itself, not for how well a paper is made.
EVIDENCE = frozenset({Topic.MISSING_DOCUMENT, Topic.ACT_MISSING, Topic.STANDARD_MISSING, Topic.CERTIFICATE_SCHEME})


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's conclusion about one subject, passes included. `before` shows the old place of a change."""

    rule: str
    pack: str
    market: str
    topic: Topic
    severity: Severity
    outcome: Outcome
    subject: Subject
    message: str
    reference: Citation
    confidence: Confidence = Confidence.VERIFIED
    expected: str = ""
    found: str = ""
    evidence: tuple[Quote, ...] = ()
    before: tuple[Earlier, ...] = ()
    request: dict[str, str] = field(default_factory=dict, hash=False)
    waiver: Waiver | None = None
    key: str = ""

    @property
    def fingerprint(self) -> str:
        """A stable hash of rule, subject and what was found; page moves and re-scans do not change it, values do.

        `key` names the subject's document by what it is (kind, scheme, number), not by the bytes of its file; where
        what was found names papers by their files, it also says that in such words.
        """
        about, says, said = self.key.partition(SAYS)
        found = said if says else self.found
        parts = (self.rule, self.market, about, self.subject.product or "", self.subject.unit or "", found)
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def is_open(self) -> bool:
        """Whether it failed or is undecided, and nobody waived it."""
        return self.outcome in (Outcome.FAIL, Outcome.UNDETERMINED) and self.waiver is None

    @property
    def matters(self) -> bool:
        """Whether it stands in the way of `conforming`: blocker or major, undecided or failed, not waived."""
        return self.is_open and self.severity.weight >= Severity.MAJOR.weight

    @property
    def leaves_open(self) -> bool:
        """Whether evidence is lacking that a duty nobody verified would ask for.

        Such a finding never blocks, so its severity is minor; but while nobody knows whether the duty is real, nobody
        can say that what is there is enough.
        """
        doubted = self.confidence is Confidence.UNVERIFIED and self.severity.weight >= Severity.MINOR.weight
        return self.is_open and doubted and self.topic in EVIDENCE


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What holds today and will not: from which day, what changes then, and the finding of that day."""

    on: date
    because: str
    finding: Finding

    @property
    def sentence(self) -> str:
        """`holds today, fails from 2027-01-01 because …`, with what it says then."""
        then = "fails" if self.finding.outcome is Outcome.FAIL else "cannot be decided"
        return f"holds today, {then} from {self.on} because {self.because}: {self.finding.message}"


class Shown(StrEnum):
    """How much of an area of a supplier approval the papers show."""

    SHOWN = "shown"
    PARTLY = "partly"
    NOT_SHOWN = "not_shown"
    UNDECIDED = "undecided"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class ApprovalArea:
    """An area that a factory approval looks at: its state, the papers (ids) that show it, what to ask at the visit."""

    name: str
    state: Shown
    documents: tuple[str, ...]
    questions: tuple[dict[str, str], ...]


class Conclusion(StrEnum):
    """The sum of a run."""

    CONFORMING = "conforming"
    NONCONFORMING = "nonconforming"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of a run: never conforming when nothing passed, or when something that matters is undetermined.

    What rests on a fact that nobody verified never makes it nonconforming, but leaves it undetermined.
    """

    conclusion: Conclusion
    findings: tuple[Finding, ...]
    threshold: Severity

    @classmethod
    def of(cls, findings: tuple[Finding, ...], *, fail_on: Severity = Severity.MAJOR) -> "Verdict":
        """The verdict of those findings; a failure at or above `fail_on` makes it nonconforming."""
        verdict = cls(Conclusion.CONFORMING, findings, fail_on)
        if verdict.at_threshold:
            return replace(verdict, conclusion=Conclusion.NONCONFORMING)
        undecided = any(f.matters and f.outcome is Outcome.UNDETERMINED for f in findings)
        if undecided or not any(f.outcome is Outcome.PASS for f in findings):
            return replace(verdict, conclusion=Conclusion.UNDETERMINED)
        if any(f.matters for f in findings):
            return replace(verdict, conclusion=Conclusion.NONCONFORMING)
        if any(f.leaves_open for f in findings):
            return replace(verdict, conclusion=Conclusion.UNDETERMINED)
        return verdict

    @property
    def at_threshold(self) -> bool:
        """Whether a failure that nobody waived reaches the threshold."""
        return any(
            f.outcome is Outcome.FAIL and f.waiver is None and f.severity.weight >= self.threshold.weight
            for f in self.findings
        )

    def decided(self) -> dict[str, int]:
        """Counts of applicable, passed, failed and undetermined findings."""
        tally = {o: sum(f.outcome is o for f in self.findings) for o in Outcome}
        return {
            "applicable": len(self.findings) - tally[Outcome.NOT_APPLICABLE],
            "pass": tally[Outcome.PASS],
            "fail": tally[Outcome.FAIL],
            "undetermined": tally[Outcome.UNDETERMINED],
        }

"""The result of one run: what was read, which packs decided, every finding and their sum."""

from dataclasses import dataclass
from datetime import date

from docverify.facts.dossier import CoverageRow, Dossier
from docverify.facts.finding import Conclusion, Finding, Foreseen, Outcome, Topic, Verdict
from docverify.facts.shipment import Shipment


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """Which rule pack decided: its id, version and the hash over its files."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Input:
    """A file that the result rests on, by its hash: `role` is paper, waivers, baseline or approved_sample."""

    role: str
    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier result: the open findings that were known then (fingerprint and outcome) are not shown again."""

    sha256: str
    known: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ApprovedSample:
    """The approval that a shipment is held against: who gave it, when (UTC), and the hash that signs it."""

    by: str
    on: str
    note: str
    sha256: str
    shipment: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One reading of one document: `was` as it was read, `value` as a person says it is (empty: no such value)."""

    document: str
    field: str
    was: str
    value: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a report needs. `duplicates` are pairs (path, path of the same bytes that was read).

    `set_aside` are files that are plainly no papers. `look_ahead` says what holds today and fails later. `inputs` are
    the files it rests on, by hash, and `corrections` what people read otherwise: what a replay needs again. With a
    `baseline`, reports show `shown` only. `tool_version` is the version that made a result read from a file; empty for
    the one running.
    """

    shipment: Shipment
    as_of: date
    packs: tuple[PackIdentity, ...]
    dossier: Dossier
    coverage: tuple[CoverageRow, ...]
    verdict: Verdict
    duplicates: tuple[tuple[str, str], ...] = ()
    set_aside: tuple[str, ...] = ()
    look_ahead: tuple[Foreseen, ...] = ()
    tool_version: str = ""
    inputs: tuple[Input, ...] = ()
    baseline: Baseline | None = None
    approved: ApprovedSample | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that a report shows: all, or with a baseline those that it does not know."""
        known = frozenset(self.baseline.known) if self.baseline else frozenset()
        return tuple(f for f in self.verdict.findings if (f.fingerprint, f.outcome.value) not in known)

    @property
    def hidden(self) -> int:
        """How many open findings the baseline knows, so that a report leaves them out."""
        return len(self.verdict.findings) - len(self.shown)

    @property
    def unreadable(self) -> bool:
        """Whether something is undetermined because an input could not be read."""
        return any(
            finding.topic is Topic.UNREADABLE_DOCUMENT and finding.outcome is Outcome.UNDETERMINED
            for finding in self.verdict.findings
        )

    @property
    def exit_code(self) -> int:
        """0 conforming, 1 nonconforming at the threshold, 3 undetermined for want of a readable input, 6 otherwise."""
        match self.verdict.conclusion:
            case Conclusion.CONFORMING:
                return 0
            case Conclusion.NONCONFORMING:
                return 1 if self.verdict.at_threshold else 0
            case Conclusion.UNDETERMINED:
                return 3 if self.unreadable else 6

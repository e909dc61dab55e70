"""The result of one run: what was read, which packs decided, every finding and their sum."""

from dataclasses import dataclass
from datetime import date

from docverify.facts.dossier import CoverageRow, Dossier
from docverify.facts.finding import Conclusion, Foreseen, Outcome, Topic, Verdict
from docverify.facts.shipment import Shipment


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """Which rule pack decided: its id, version and the hash over its files."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a report needs. `duplicates` are pairs (path, path of the same bytes that was read).

    `set_aside` are files that are plainly no papers. `look_ahead` says what holds today and fails later.
    `tool_version` is the version that made a result read from a file; empty for the one running.
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

"""The records a ledger gives back: plain, frozen, without a database behind them. Times are UTC, ISO 8601 text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lay that a run used: `role` is `pack`, `shipment`, `waivers`, `baseline` or `approved_sample`."""

    role: str
    path: str


@dataclass(frozen=True, slots=True)
class Run:
    """One finished check; its whole result is `Ledger.result_json(id)`."""

    id: int
    at: str
    who: str
    shipment: str
    as_of: str
    markets: tuple[str, ...]
    products: tuple[str, ...]
    suppliers: tuple[str, ...]
    verdict: str
    exit_code: int
    tool_version: str
    result_sha256: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One finding of one run."""

    run: int
    at: str
    shipment: str
    as_of: str
    product: str
    document: str
    unit: str
    rule: str
    market: str
    topic: str
    severity: str
    outcome: str
    waived_by: str
    message: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A result that somebody approved as the sample."""

    id: int
    at: str
    who: str
    note: str
    shipment: str
    sha256: str
    result_sha256: str
    path: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did what to what, and when; `sha256` covers the line and `previous`, the hash of the line before.

    `record` is the run or approval that the line records, `record_sha256` the seal over everything it holds.
    """

    id: int
    at: str
    who: str
    action: str
    about: str
    detail: str
    previous: str
    sha256: str
    record: str = ""
    record_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a ledger is as it was written: what is wrong, and the head that a later look can be held against.

    `notes` are no faults: lines that are dated before the line above them, because a clock was set back.
    """

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    head: str
    runs: int
    approvals: int

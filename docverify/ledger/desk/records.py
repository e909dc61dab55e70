"""The rows of the web page's tables as records."""

from dataclasses import dataclass, field

ROLES = ("viewer", "reviewer", "admin")


@dataclass(frozen=True, slots=True)
class Pack:
    """A supplier's pack and its shipment. `state`: open (being sent), waiting, working, done or failed."""

    id: str
    workspace: int
    name: str
    supplier: str
    product: str
    stage: str
    markets: str
    placed_on: str
    created: str
    created_by: str
    shipment: str = field(repr=False)
    shipment_version: int
    units_name: str
    units: str = field(repr=False)
    state: str
    why: str
    wanted: int
    checked: int
    lease: str
    worker: str
    tries: int
    run: int
    verdict: str
    open_findings: int
    uploaded: str
    read: str
    finished: str
    idempotency: str
    so_far: str = field(repr=False)

    @property
    def settled(self) -> bool:
        """Whether the newest question is answered, or cannot be."""
        return self.state in ("open", "done", "failed")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was sent."""

    id: int
    pack: str
    path: str
    sha256: str
    size: int
    uploaded_by: str
    at: str
    state: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a paper is: queued, reading (page of pages), done, refused, duplicate or aside, and why."""

    pack: str
    path: str
    state: str
    page: int = 0
    pages: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, for which workspace, with which role; `account` is 0 on a laptop without accounts."""

    account: int
    name: str
    workspace: int
    role: str

    def may(self, needed: str) -> bool:
        """Whether the role is the needed one or more."""
        return ROLES.index(self.role) >= ROLES.index(needed)


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction as it is kept; a withdrawn one stays in the list."""

    id: int
    pack: str
    document: str
    field: str
    was: str
    value: str
    why: str
    who: str
    at: str
    withdrawn: str


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """A waiver as it is kept."""

    id: int
    pack: str
    fingerprint: str
    reason: str
    who: str
    expires: str
    at: str
    withdrawn: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a finding."""

    id: int
    pack: str
    fingerprint: str
    text: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class SupplierLink:
    """A link by which the supplier may send papers into one pack."""

    id: int
    pack: str
    who: str
    at: str
    ends: str
    revoked: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a pack, and the run of the ledger that holds its result."""

    id: int
    pack: str
    run: int
    at: str
    verdict: str
    open_findings: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a paper that holds what was searched for."""

    pack: str
    pack_name: str
    document: str
    path: str
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """An account in a workspace."""

    account: int
    name: str
    role: str
    disabled: str


@dataclass(frozen=True, slots=True)
class TokenLine:
    """An API token, without its secret."""

    id: int
    name: str
    role: str
    created: str
    ends: str
    revoked: str
    account_name: str

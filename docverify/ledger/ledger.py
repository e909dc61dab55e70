"""`Ledger`: what may be asked of it and put into it. Each method is one transaction; what it writes is there whole."""

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, select

from docverify.errors import LedgerError
from docverify.facts.result import Result
from docverify.ledger import asking, keeping, proving, remembering
from docverify.ledger.records import Approval, AuditLine, HistoryLine, Place, Proof, Run
from docverify.ledger.sealing import unpacked
from docverify.ledger.tables import approvals, runs
from docverify.ledger.transactions import snapshot, told, writing


class Ledger:
    """An open ledger; `shown` is its name for messages, without a password."""

    def __init__(self, engine: Engine, shown: str) -> None:
        self.engine = engine
        self.shown = shown

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def record_run(
        self,
        result: Result,
        result_json: bytes,
        *,
        who: str,
        at: datetime,
        places: Sequence[Place] = (),
        rests_on: str = "",
    ) -> int:
        """The number of the run, kept with its papers, products, findings and waivers, and told in the audit.

        `rests_on` is the key of `docverify.unchanged`: a later run with the same key has the same result.
        """
        with told(self.shown), writing(self.engine) as connection:
            return keeping.keep_run(connection, result, result_json, who=who, at=at, places=places, rests_on=rests_on)

    def known_result(self, rests_on: str) -> bytes | None:
        """The result of an earlier run that rests on the same, byte for byte; None when there is none, or no longer.

        A result that does not have its hash any more was changed or is damaged: the papers are checked again then.
        """
        kept = select(runs.c.result, runs.c.result_sha256).where(runs.c.rests_on == rests_on)
        with told(self.shown), self.engine.connect() as connection:
            newest = connection.execute(kept.order_by(runs.c.id.desc()).limit(1)).first()
        content = unpacked(newest.result) if newest else b""
        return content if newest and sha256(content).hexdigest() == newest.result_sha256 else None

    def record_approval(
        self, *, sha256: str, result_sha256: str, shipment: str, who: str, note: str, at: datetime, path: str
    ) -> int:
        """The number of the approval; approving the same twice is one approval."""
        line = {"sha256": sha256, "result_sha256": result_sha256, "shipment": shipment, "note": note, "path": path}
        with told(self.shown), writing(self.engine) as connection:
            return keeping.keep_approval(connection, line, who=who, at=at)

    def note(self, *, who: str, at: datetime, action: str, about: str, detail: str = "") -> None:
        """Write a line into the audit."""
        with told(self.shown), writing(self.engine) as connection:
            keeping.note(connection, who=who, at=at, action=action, about=about, detail=detail)

    def runs(
        self,
        *,
        shipment: str | None = None,
        supplier: str | None = None,
        product: str | None = None,
        latest_only: bool = False,
        limit: int = 1000,
    ) -> tuple[Run, ...]:
        """Finished runs, newest first; `latest_only` gives one for each shipment. Names match in any part and case."""
        with told(self.shown), self.engine.connect() as connection:
            wanted = asking.runs_matching(shipment=shipment, supplier=supplier, product=product)
            newest = [asking.newest_of_each_shipment()] if latest_only else []
            return asking.runs_found(connection, [*wanted, *newest], limit=limit)

    def run(self, id: int) -> Run:
        """That run; LedgerError when there is none."""
        with told(self.shown), self.engine.connect() as connection:
            found = asking.runs_found(connection, [runs.c.id == id], limit=1)
        if not found:
            raise LedgerError(f"{self.shown}: holds no run {id}")
        return found[0]

    def result_json(self, id: int) -> bytes:
        """The result of that run, byte for byte as it was."""
        with told(self.shown), self.engine.connect() as connection:
            content = connection.execute(select(runs.c.result).where(runs.c.id == id)).scalar()
        if content is None:
            raise LedgerError(f"{self.shown}: holds no run {id}")
        return zlib.decompress(content)

    def run_of(self, result_sha256: str) -> Run | None:
        """The newest run that had this result; None when none is known."""
        with told(self.shown), self.engine.connect() as connection:
            found = asking.runs_found(connection, [runs.c.result_sha256 == result_sha256], limit=1)
        return found[0] if found else None

    def history(
        self,
        *,
        supplier: str | None = None,
        product: str | None = None,
        rule: str | None = None,
        shipment: str | None = None,
        open_only: bool = True,
        limit: int = 1000,
    ) -> tuple[HistoryLine, ...]:
        """Findings over all runs, newest run first; `open_only` leaves passes out."""
        with told(self.shown), self.engine.connect() as connection:
            wanted = asking.runs_matching(shipment=shipment, supplier=supplier, product=product)
            return asking.history(connection, wanted, product=product, rule=rule, open_only=open_only, limit=limit)

    def approvals(self) -> tuple[Approval, ...]:
        """Every approval, oldest first."""
        with told(self.shown), self.engine.connect() as connection:
            return tuple(Approval(**row) for row in connection.execute(select(approvals)).mappings())

    def audit(self) -> tuple[AuditLine, ...]:
        """Every line of the audit, oldest first."""
        with told(self.shown), self.engine.connect() as connection:
            return asking.audit_lines(connection)

    def broken_audit_line(self) -> AuditLine | None:
        """The first line that was changed, or before which one is missing; None when the audit is whole."""
        return keeping.first_broken(self.audit())

    def proof(self, noted: str = "") -> Proof:
        """Whether lines, runs and approvals are as they were written; `noted` is a head that a proof gave earlier."""
        with told(self.shown), snapshot(self.engine) as connection:
            return proving.proof(connection, noted)

    def readings(
        self, hashes: Sequence[str], *, extractor: str, settings: str
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What this extractor read from the files of those hashes before, as plain JSON documents by hash."""
        with told(self.shown), self.engine.connect() as connection:
            return remembering.remembered(connection, hashes, extractor=extractor, settings=settings)

    def keep_readings(
        self, entries: Mapping[str, Sequence[Mapping[str, Any]]], *, extractor: str, settings: str
    ) -> None:
        """Keep what was read from files, by hash, for the next run."""
        if entries:
            with told(self.shown), writing(self.engine) as connection:
                remembering.remember(connection, entries, extractor=extractor, settings=settings)

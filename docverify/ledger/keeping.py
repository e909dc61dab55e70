"""A finished run, an approval or a deed → rows. The audit is a chain: each line holds the hash of the one before."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from docverify import __version__
from docverify.facts.finding import Finding
from docverify.facts.result import Result
from docverify.facts.shipment import Product
from docverify.ledger.inserting import insert_all, insert_missing
from docverify.ledger.records import AuditLine, Place
from docverify.ledger.sealing import APPROVAL, RUN, seal
from docverify.ledger.tables import (
    approvals,
    audit,
    audit_head,
    findings,
    run_papers,
    run_products,
    runs,
    sources,
    waivers_used,
)

START = "0" * 64


def stamp(at: datetime) -> str:
    """The time as it is kept: UTC, to the microsecond, so that it sorts."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def storable(text: str) -> str:
    """The text as every database takes it: no lone surrogates (names of files), no zero byte (damaged papers)."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "")


def keep_run(
    connection: Connection,
    result: Result,
    result_json: bytes,
    *,
    who: str,
    at: datetime,
    places: Sequence[Place],
    rests_on: str,
) -> int:
    """Insert the run and everything that belongs to it."""
    digest = sha256(result_json).hexdigest()
    added = connection.execute(
        runs.insert().values(
            at=stamp(at),
            who=storable(who),
            shipment=storable(result.shipment.name),
            as_of=result.as_of.isoformat(),
            markets=json.dumps(result.shipment.markets),
            verdict=result.verdict.conclusion.value,
            exit_code=result.exit_code,
            tool_version=__version__,
            result_sha256=digest,
            result=zlib.compress(result_json, 6),
            places=json.dumps([[place.role, place.path] for place in places]),
            rests_on=rests_on,
        )
    ).inserted_primary_key
    assert added is not None
    run = int(added[0])
    papers = [entry for entry in result.inputs if entry.role == "paper"]
    first_seen = stamp(at)
    insert_missing(
        connection,
        sources,
        [
            {"sha256": p.sha256, "size": p.size, "first_path": storable(p.path), "first_seen": first_seen}
            for p in papers
        ],
    )
    insert_all(connection, run_papers, [{"run": run, "sha256": p.sha256, "path": storable(p.path)} for p in papers])
    insert_all(connection, run_products, [_product(run, product) for product in result.shipment.products])
    insert_all(connection, findings, list(_findings(run, result)))
    insert_all(connection, waivers_used, list(_waivers(run, result.verdict.findings)))
    said = f"run {run}, result {digest}"
    note(connection, who=who, at=at, action="check", about=result.shipment.name, detail=said, record=(RUN, run))
    return run


def _product(run: int, product: Product) -> dict[str, Any]:
    return {
        "run": run,
        "model": storable(product.model),
        "brand": storable(product.brand or ""),
        "manufacturer": storable(product.manufacturer.name if product.manufacturer else ""),
        "factory": storable(product.factory.name if product.factory else ""),
    }


def _findings(run: int, result: Result) -> Iterator[dict[str, Any]]:
    paths = {document.id: document.path for document in result.dossier.documents}
    for number, finding in enumerate(result.verdict.findings):
        subject = finding.subject
        yield {
            "run": run,
            "number": number,
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "market": finding.market,
            "topic": finding.topic.value,
            "severity": finding.severity.value,
            "outcome": finding.outcome.value,
            "product": storable(subject.product or ""),
            "document": storable(paths.get(subject.document or "", subject.document or "")),
            "unit": storable(subject.unit or ""),
            "message": storable(finding.message),
            "waived": finding.waiver is not None,
            "waived_by": storable(finding.waiver.who if finding.waiver else ""),
        }


def _waivers(run: int, found: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    for finding in found:
        if finding.waiver:
            yield {
                "run": run,
                "fingerprint": finding.fingerprint,
                "rule": finding.rule,
                "who": storable(finding.waiver.who),
                "reason": storable(finding.waiver.reason),
                "expires": finding.waiver.expires.isoformat(),
            }


def keep_approval(connection: Connection, line: Mapping[str, str], *, who: str, at: datetime) -> int:
    """Insert the approval, unless it is there already."""
    known = connection.execute(select(approvals.c.id).where(approvals.c.sha256 == line["sha256"])).scalar()
    if known is not None:
        return int(known)
    row = {name: storable(text) for name, text in line.items()}
    added = connection.execute(approvals.insert().values(at=stamp(at), who=storable(who), **row)).inserted_primary_key
    assert added is not None
    detail = f"approval {line['sha256']} of result {line['result_sha256']}: {line['note']}"
    approval = int(added[0])
    note(
        connection,
        who=who,
        at=at,
        action="approve",
        about=line["shipment"],
        detail=detail,
        record=(APPROVAL, approval),
    )
    return approval


def note(
    connection: Connection,
    *,
    who: str,
    at: datetime,
    action: str,
    about: str,
    detail: str,
    record: tuple[str, int] | None = None,
) -> None:
    """Add a line to the audit, with the seal of what it records; writers take turns, so the last line is the newest."""
    newest = connection.execute(select(audit.c.id, audit.c.sha256).order_by(audit.c.id.desc()).limit(1)).first()
    number, previous = (1, START) if newest is None else (int(newest.id) + 1, str(newest.sha256))
    named = f"{record[0]} {record[1]}" if record else ""
    sealed = seal(connection, *record) if record else ""
    said = (storable(who), action, storable(about), storable(detail))
    line = AuditLine(number, stamp(at), *said, previous, "", named, sealed)
    digest = line_hash(line)
    connection.execute(audit.insert().values(**{**asdict(line), "sha256": digest}))
    _move_head(connection, line, digest)


def _move_head(connection: Connection, line: AuditLine, digest: str) -> None:
    """Move the head on to the new line; one that is not at the line before it stays, to show what happened there."""
    moved = {"lines": line.id, "sha256": digest}
    if line.id == 1:
        insert_missing(connection, audit_head, [{"id": 1, **moved}])
    else:
        before = (audit_head.c.lines == line.id - 1, audit_head.c.sha256 == line.previous)
        connection.execute(audit_head.update().where(*before).values(moved))


def line_hash(line: AuditLine) -> str:
    """The hash over everything the line says and the hash of the line before it."""
    said = [line.id, line.at, line.who, line.action, line.about, line.detail, line.previous]
    recorded = [line.record, line.record_sha256] if line.record or line.record_sha256 else []
    return sha256(json.dumps([*said, *recorded], ensure_ascii=False).encode()).hexdigest()


def first_broken(lines: Sequence[AuditLine]) -> AuditLine | None:
    """The first line that does not hold what its hash says, or does not follow the one before it."""
    previous, number = START, 0
    for line in lines:
        if line.previous != previous or line.id != number + 1 or line.sha256 != line_hash(line):
            return line
        previous, number = line.sha256, line.id
    return None

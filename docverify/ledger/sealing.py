"""A run or an approval → the seal over everything the ledger holds of it, which the audit's line about it keeps.

The columns are written out: a seal that was given must come out again, whatever columns the tables get later.
"""

import json
import zlib
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from docverify.ledger.tables import approvals, findings, run_papers, run_products, runs, waivers_used

RUN, APPROVAL = "run", "approval"
TABLES = {RUN: runs, APPROVAL: approvals}
_HEADS = {
    RUN: (
        *("at", "who", "shipment", "as_of", "markets", "verdict", "exit_code", "tool_version", "result_sha256"),
        *("places", "rests_on"),
    ),
    APPROVAL: ("at", "who", "note", "shipment", "sha256", "result_sha256", "path"),
}
_PARTS: dict[str, tuple[tuple[Table, tuple[str, ...]], ...]] = {
    RUN: (
        (run_products, ("model", "brand", "manufacturer", "factory")),
        (run_papers, ("sha256", "path")),
        (
            findings,
            (
                *("number", "fingerprint", "rule", "market", "topic", "severity", "outcome"),
                *("product", "document", "unit", "message", "waived", "waived_by"),
            ),
        ),
        (waivers_used, ("fingerprint", "rule", "who", "reason", "expires")),
    ),
    APPROVAL: (),
}


def seal(connection: Connection, kind: str, number: int) -> str:
    """The seal over the record as it is in the ledger now; empty when there is no such record."""
    table = TABLES[kind]
    row = connection.execute(_chosen(table, _HEADS[kind]).where(table.c.id == number)).first()
    if row is None:
        return ""
    said: list[Any] = [kind, number, list(row)]
    if kind == RUN:
        said.append(_digest(connection.execute(select(runs.c.result).where(runs.c.id == number)).scalar()))
    for part, names in _PARTS[kind]:
        rows = connection.execute(_chosen(part, names).where(part.c.run == number))
        said.append(sorted(json.dumps(list(row), ensure_ascii=False) for row in rows))
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _chosen(table: Table, names: tuple[str, ...]) -> Any:
    return select(*(table.c[name] for name in names))


def _digest(content: bytes | None) -> str:
    """The hash of the result itself, so that the way it was packed does not matter."""
    return sha256(unpacked(content)).hexdigest()


def unpacked(content: bytes | None) -> bytes:
    """The result that was packed; empty when it is damaged."""
    try:
        return zlib.decompress(content or b"")
    except zlib.error:
        return b""

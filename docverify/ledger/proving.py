"""Whether a ledger is as docverify wrote it: every line of the audit, and every run and approval that a line records.

Each line holds the hash of the line before it and the seal of what it records, and a row apart holds how many lines
there are and the hash of the last. So a line or a record that was changed, added or removed is told, at the end, too.
Not told: somebody who may write the database and makes every hash anew from there on, or removes the whole ledger;
against that a head that was noted elsewhere is held (`--head`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Select, func, select, text

from docverify.ledger.asking import audit_lines
from docverify.ledger.keeping import first_broken
from docverify.ledger.records import AuditLine, Proof
from docverify.ledger.sealing import APPROVAL, RUN, TABLES, seal
from docverify.ledger.tables import approvals, audit_head, runs

GUARDED = ("audit", "runs", "run_products", "run_papers", "findings", "waivers_used", "approvals")
CLOCKS_DIFFER = timedelta(minutes=5)
# What lines said before they had seals.
_OLDER_RUN = re.compile(r"run (?P<id>\d+), result (?P<result>[0-9a-f]{64})")
_OLDER_APPROVAL = re.compile(r"approval (?P<sha256>[0-9a-f]{64}) of result ")
_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def proof(connection: Connection, noted: str = "") -> Proof:
    """What is wrong with the ledger, and its head; `noted` is a head that it gave earlier."""
    lines = audit_lines(connection)
    broken = first_broken(lines)
    faults = [f"line {broken.id} of the audit was changed, or a line before it is missing"] if broken else []
    faults += [*_head(connection, lines), *_noted(lines, noted), *_records(connection, lines)]
    faults += [f"the guard {name} against changes was removed from the database" for name in _unguarded(connection)]
    counts = {kind: connection.execute(select(func.count()).select_from(TABLES[kind])).scalar() for kind in TABLES}
    head = f"{lines[-1].id}:{lines[-1].sha256}" if lines else ""
    return Proof(tuple(faults), tuple(_set_back(lines)), head, int(counts[RUN] or 0), int(counts[APPROVAL] or 0))


def _head(connection: Connection, lines: Sequence[AuditLine]) -> Iterator[str]:
    """Whether the last line is the one that was written last."""
    kept = connection.execute(select(audit_head.c.lines, audit_head.c.sha256)).first()
    last = (lines[-1].id, lines[-1].sha256) if lines else None
    if kept is None:
        if lines:
            yield "the note of how many lines the audit has was removed"
    elif last is None or kept.lines > last[0]:
        yield f"the audit ends at line {last[0] if last else 0}, but {kept.lines} were written: the rest was removed"
    elif tuple(kept) != last:
        yield f"line {kept.lines} of the audit is not the one that was written: it was removed, and others put after it"


def _set_back(lines: Sequence[AuditLine]) -> Iterator[str]:
    """Lines that say an earlier time than the line above them, by more than clocks of two machines differ."""
    for before, line in pairwise(lines):
        back = datetime.fromisoformat(before.at) - datetime.fromisoformat(line.at)
        if back > CLOCKS_DIFFER:
            yield f"line {line.id} is dated {back} before line {before.id}: a clock was set back"


def _noted(lines: Sequence[AuditLine], noted: str) -> Iterator[str]:
    """Whether the head that was noted earlier is still in the chain."""
    number, _, digest = noted.partition(":")
    if noted and not any(str(line.id) == number and line.sha256 == digest for line in lines):
        yield f"the head {noted} is not in this ledger: it was written anew since, or is another one"


def _records(connection: Connection, lines: Sequence[AuditLine]) -> Iterator[str]:
    """Runs and approvals that are missing, were changed, or were put in without docverify."""
    recorded: dict[str, set[int]] = {kind: set() for kind in TABLES}
    sealed = frozenset(line.record for line in lines)
    for line in lines:
        kind, _, number = line.record.partition(" ")
        if kind not in TABLES or not number.isdecimal():
            yield from _of_an_older_ledger(connection, line, sealed)
            continue
        recorded[kind].add(int(number))
        now = seal(connection, kind, int(number))
        if not now:
            yield f"{line.record} ({line.about}) is missing: line {line.id} of the audit recorded it"
        elif now != line.record_sha256:
            yield f"{line.record} ({line.about}) was changed since line {line.id} of the audit recorded it"
    for kind, table in TABLES.items():
        there = {int(number) for number in connection.execute(select(table.c.id)).scalars()}
        yield from (f"{kind} {number}: no line of the audit recorded it" for number in sorted(there - recorded[kind]))


def _of_an_older_ledger(connection: Connection, line: AuditLine, sealed: frozenset[str]) -> Iterator[str]:
    """Whether what a line without a seal tells of is there, as far as its words say: the number and the hashes."""
    run, approval = _OLDER_RUN.fullmatch(line.detail), _OLDER_APPROVAL.match(line.detail)
    there: Select[Any] | None = None
    if line.action == "check" and run and f"{RUN} {run['id']}" not in sealed:
        name = f"{RUN} {run['id']}"
        there = select(runs.c.id).where(runs.c.id == int(run["id"]), runs.c.result_sha256 == run["result"])
    elif line.action == "approve" and approval:
        name = f"the approval {approval['sha256'][:12]}"
        there = select(approvals.c.id).where(approvals.c.sha256 == approval["sha256"])
    if there is not None and connection.execute(there).first() is None:
        yield f"{name} ({line.about}) is missing or was changed: line {line.id} of the audit tells of it"


def _unguarded(connection: Connection) -> list[str]:
    dialect = connection.dialect.name
    there = set(connection.execute(text(_TRIGGERS[dialect])).scalars())
    wanted = {"sqlite": ("update", "delete"), "postgresql": ("change",)}[dialect]
    return [name for table in GUARDED for word in wanted if (name := f"{table}_no_{word}") not in there]

"""What was changed, added or removed in a ledger by plain SQL is told, on SQLite and on PostgreSQL alike."""

from datetime import timedelta
from hashlib import sha256
from json import dumps
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, text

from docverify.errors import LedgerError
from docverify.ledger import Ledger, open_ledger
from docverify.ledger.migrating import configuration
from docverify.ledger.opening import _engine, _url
from docverify.ledger.proving import GUARDED
from docverify.ledger.transactions import told, writing
from docverify.report.formats import as_json
from tests.ledger.test_ledger import AT, keep, sample
from tests.samples import SHA

PARTS = ("findings", "run_products", "run_papers", "waivers_used")
APPROVED = {"sha256": SHA, "result_sha256": SHA, "shipment": "PO-1", "note": "ok", "path": "a.json"}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Three runs, the second with a waiver, and an approval."""
    keep(ledger, sample())
    keep(ledger, sample("PO-2", waived=True))
    ledger.record_approval(**APPROVED, who="A. Buyer", at=AT)
    keep(ledger, sample("PO-3"))
    return ledger


def behind(ledger: Ledger, *statements: str) -> None:
    """Run the statements as somebody does who may do everything in the database, and puts the guards back."""
    with writing(ledger.engine) as connection:
        put_back = _without_guards(connection)
        for statement in [*statements, *put_back]:
            connection.exec_driver_sql(statement)


def _without_guards(connection: Connection) -> list[str]:
    """Take the guards away; the statements that put them back."""
    if connection.dialect.name == "postgresql":
        for table in GUARDED:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        return [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in GUARDED]
    triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for trigger in triggers:
        connection.execute(text(f"DROP TRIGGER {trigger.name}"))
    return [trigger.sql for trigger in triggers]


def without_run(number: int) -> list[str]:
    """The statements that remove a run with all that belongs to it."""
    return [*(f"DELETE FROM {part} WHERE run = {number}" for part in PARTS), f"DELETE FROM runs WHERE id = {number}"]


def test_a_ledger_nobody_touched_is_whole(filled: Ledger) -> None:
    proof = filled.proof()
    assert proof.faults == ()
    assert (proof.runs, proof.approvals, proof.head.partition(":")[0]) == (3, 1, "4")
    assert filled.proof(proof.head).faults == ()


def test_an_empty_ledger_is_whole(ledger: Ledger) -> None:
    assert (ledger.proof().faults, ledger.proof().head) == ((), "")


@pytest.mark.parametrize("table", GUARDED)
def test_the_database_refuses_to_change_or_remove_a_record(filled: Ledger, table: str) -> None:
    column = {"audit": "about", "runs": "who", "run_products": "model", "run_papers": "path"}.get(table, "who")
    column = "message" if table == "findings" else column
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
        with (
            pytest.raises(LedgerError, match="the ledger only grows"),
            told("here"),
            writing(filled.engine) as connection,
        ):
            connection.execute(text(statement))
    assert filled.proof().faults == ()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_removed_run_is_missed_the_last_one_too(filled: Ledger, number: int) -> None:
    behind(filled, *without_run(number))
    line = {1: 1, 2: 2, 3: 4}[number]
    assert filled.proof().faults == (f"run {number} (PO-{number}) is missing: line {line} of the audit recorded it",)


def test_a_run_removed_with_its_line_at_the_end_is_missed(filled: Ledger) -> None:
    behind(filled, *without_run(3), "DELETE FROM audit WHERE id = 4")
    assert filled.proof().faults == ("the audit ends at line 3, but 4 were written: the rest was removed",)


def test_a_tail_that_was_removed_is_still_missed_after_the_next_check(filled: Ledger) -> None:
    behind(filled, *without_run(3), "DELETE FROM audit WHERE id = 4")
    for name in ("PO-4", "PO-5", "PO-6"):
        keep(filled, sample(name))
        told = "line 4 of the audit is not the one that was written: it was removed, and others put after it"
        assert filled.proof().faults == (told,)


def test_everything_removed_is_missed(filled: Ledger) -> None:
    every = [statement for number in (1, 2, 3) for statement in without_run(number)]
    behind(filled, *every, "DELETE FROM approvals", "DELETE FROM audit")
    assert filled.proof().faults == ("the audit ends at line 0, but 4 were written: the rest was removed",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET verdict = 'undetermined' WHERE id = 2",
        "UPDATE runs SET at = '2020-01-01' WHERE id = 2",
        "UPDATE runs SET result = (SELECT result FROM runs WHERE id = 1) WHERE id = 2",
        "UPDATE findings SET outcome = 'pass' WHERE run = 2 AND number = 0",
        "DELETE FROM findings WHERE run = 2 AND number = 1",
        "UPDATE waivers_used SET expires = '2099-12-31'",
        "DELETE FROM waivers_used",
        "UPDATE run_papers SET path = 'other.pdf' WHERE run = 2",
        "UPDATE run_products SET model = 'EVC-99' WHERE run = 2",
    ],
)
def test_a_run_changed_in_any_part_is_told(filled: Ledger, statement: str) -> None:
    behind(filled, statement)
    assert filled.proof().faults == ("run 2 (PO-2) was changed since line 2 of the audit recorded it",)


def test_an_approval_that_was_changed_or_removed_is_told(filled: Ledger) -> None:
    behind(filled, "UPDATE approvals SET who = 'somebody'")
    assert filled.proof().faults == ("approval 1 (PO-1) was changed since line 3 of the audit recorded it",)
    behind(filled, "DELETE FROM approvals")
    assert filled.proof().faults == ("approval 1 (PO-1) is missing: line 3 of the audit recorded it",)


def test_a_run_or_approval_put_in_by_hand_is_told(filled: Ledger) -> None:
    columns = "at, who, note, shipment, sha256, result_sha256, path"
    made = columns.replace("sha256, result", "'ff', result")
    behind(filled, f"INSERT INTO approvals (id, {columns}) SELECT 9, {made} FROM approvals")
    assert filled.proof().faults == ("approval 9: no line of the audit recorded it",)


def test_a_line_that_was_changed_is_told_once(filled: Ledger) -> None:
    behind(filled, "UPDATE audit SET record_sha256 = '' WHERE id = 2")
    assert "line 2 of the audit was changed, or a line before it is missing" in filled.proof().faults


def test_a_removed_guard_or_head_is_told(filled: Ledger) -> None:
    drop = {"sqlite": "DROP TRIGGER runs_no_delete", "postgresql": "ALTER TABLE runs DISABLE TRIGGER runs_no_change"}
    with writing(filled.engine) as connection:
        connection.execute(text(drop[filled.engine.dialect.name]))
        connection.execute(text("DELETE FROM audit_head"))
    faults = filled.proof().faults
    assert faults[0] == "the note of how many lines the audit has was removed"
    assert faults[1].startswith("the guard runs_no_")


def test_a_ledger_written_anew_is_told_by_the_head_that_was_noted(filled: Ledger, ledger_url: str) -> None:
    noted = filled.proof().head
    every = [statement for number in (1, 2, 3) for statement in without_run(number)]
    behind(filled, *every, "DELETE FROM approvals", "DELETE FROM audit", "DELETE FROM audit_head")
    for name in ("PO-1", "PO-2", "PO-4", "PO-3"):
        keep(filled, sample(name))
    assert filled.proof().faults == ()
    assert filled.proof(noted).faults == (
        f"the head {noted} is not in this ledger: it was written anew since, or is another one",
    )


def test_a_clock_that_was_set_back_is_noted(filled: Ledger) -> None:
    filled.note(who="B", at=AT - timedelta(minutes=1), action="note", about="PO-1")
    assert filled.proof().notes == ()
    filled.note(who="B", at=AT - timedelta(days=40), action="note", about="PO-1")
    assert filled.proof().faults == ()
    assert filled.proof().notes == ("line 6 is dated 39 days, 23:59:00 before line 5: a clock was set back",)


def test_a_changed_result_is_not_given_to_the_next_check(ledger: Ledger) -> None:
    first, second = sample(), sample("PO-2")
    ledger.record_run(first, as_json(first), who="A. Buyer", at=AT, rests_on="k1")
    ledger.record_run(second, as_json(second), who="A. Buyer", at=AT, rests_on="k2")
    assert ledger.known_result("k1") == as_json(first)
    behind(ledger, "UPDATE runs SET result = (SELECT result FROM runs WHERE id = 2) WHERE id = 1")
    assert ledger.known_result("k1") is None


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("runs", "run 1 (PO-1) is missing or was changed: line 1 of the audit tells of it"),
        ("approvals", "the approval abababababab (PO-1) is missing or was changed: line 2 of the audit tells of it"),
    ],
)
def test_what_an_older_ledger_had_lost_before_it_was_brought_up_to_date_is_told(
    ledger_url: str, table: str, told: str
) -> None:
    _older(ledger_url, without=table)
    ledger = open_ledger(ledger_url)
    assert ledger.proof().faults == (told,)
    ledger.close()


def test_an_older_ledger_is_sealed_as_it_is_when_it_is_opened(ledger_url: str) -> None:
    _older(ledger_url)
    ledger = open_ledger(ledger_url)
    assert [(line.action, line.record) for line in ledger.audit()] == [
        ("check", ""),
        ("approve", ""),
        ("seal", "run 1"),
        ("seal", "approval 1"),
    ]
    assert ledger.proof().faults == ()
    assert ledger.run(1).shipment == "PO-1"
    keep(ledger, sample("PO-2"))
    behind(ledger, "DELETE FROM run_products WHERE run = 1", "DELETE FROM runs WHERE id = 1")
    assert ledger.proof().faults == ("run 1 (PO-1) is missing: line 3 of the audit recorded it",)
    ledger.close()


def _older(ledger_url: str, without: str = "") -> None:
    """A ledger as revision 0003 left it, with a run and an approval, or without what was taken away by hand."""
    engine = _engine(_url(ledger_url), "here")
    with writing(engine) as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        _as_it_was(connection, without)
    engine.dispose()


def _as_it_was(connection: Connection, without: str) -> None:
    row = {"at": "2026-03-01T00:00:00+00:00", "who": "B", "shipment": "PO-1", "result_sha256": SHA}
    said = {"as_of": "2026-03-01", "markets": "[]", "verdict": "conforming", "exit_code": 0, "tool_version": "1"}
    if without != "runs":
        _insert(connection, "runs", {**row, **said, "result": b"", "places": "[]", "rests_on": ""})
        _insert(connection, "run_products", {"run": 1, "model": "M", "brand": "", "manufacturer": "", "factory": ""})
    if without != "approvals":
        _insert(connection, "approvals", {**row, "note": "ok", "sha256": SHA, "path": "a.json"})
    previous = "0" * 64
    told = (("check", f"run 1, result {SHA}"), ("approve", f"approval {SHA} of result {SHA}: ok"))
    for number, (action, detail) in enumerate(told, 1):
        line = [number, row["at"], "B", action, "PO-1", detail, previous]
        previous = sha256(dumps(line, ensure_ascii=False).encode()).hexdigest()
        names = ("id", "at", "who", "action", "about", "detail", "previous", "sha256")
        _insert(connection, "audit", dict(zip(names, [*line, previous], strict=True)))


def _insert(connection: Connection, table: str, values: dict[str, Any]) -> None:
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(text(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"), values)

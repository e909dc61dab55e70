"""What is put into a ledger comes out again, on SQLite and on PostgreSQL alike."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlalchemy import text

from docverify.errors import LedgerError
from docverify.facts.finding import Outcome, Severity, Verdict, Waiver
from docverify.facts.result import Input, Result
from docverify.facts.shipment import Operator
from docverify.ledger import Ledger, Place, open_ledger
from docverify.ledger.transactions import writing
from docverify.report.formats import as_json
from tests.samples import SHA, finding, result

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def sample(name: str = "PO-1", *, waived: bool = False) -> Result:
    """A result with a failure, a pass and one paper, made by Nantai."""
    failed = finding(Outcome.FAIL, Severity.MAJOR)
    if waived:
        failed = replace(failed, waiver=Waiver("accepted for the pilot", "A. Buyer", date(2027, 3, 31)))
    made = result(failed, finding(Outcome.PASS, Severity.MAJOR, product="EVC-11"))
    product = replace(made.shipment.products[0], factory=Operator("Nantai Power Technology Co., Ltd.", country="CN"))
    return replace(
        made,
        shipment=replace(made.shipment, name=name, products=(product,)),
        inputs=(Input("paper", "papers/doc.pdf", SHA, 1234),),
        verdict=Verdict.of(made.verdict.findings),
    )


def keep(ledger: Ledger, made: Result) -> int:
    return ledger.record_run(made, as_json(made), who="A. Buyer", at=AT, places=[Place("pack", "supplier-pack")])


def test_a_run_comes_back_with_its_result_byte_for_byte(ledger: Ledger) -> None:
    made = sample()
    run = ledger.run(keep(ledger, made))
    assert (run.shipment, run.who, run.verdict, run.exit_code) == ("PO-1", "A. Buyer", "nonconforming", 1)
    assert run.products == ("EVC-22",)
    assert run.suppliers == ("Nantai Power Technology Co., Ltd.",)
    assert run.places == (Place("pack", "supplier-pack"),)
    assert ledger.result_json(run.id) == as_json(made)
    assert run.result_sha256 == sha256(as_json(made)).hexdigest()


def test_runs_are_found_by_supplier_product_and_shipment_in_any_case(ledger: Ledger) -> None:
    first, second, other = keep(ledger, sample()), keep(ledger, sample()), keep(ledger, sample("PO-2"))
    assert [run.id for run in ledger.runs(supplier="nantai")] == [other, second, first]
    assert [run.id for run in ledger.runs(shipment="po-2")] == [other]
    assert [run.id for run in ledger.runs(latest_only=True)] == [other, second]
    assert ledger.runs(product="EVC-9") == ()
    assert ledger.runs(supplier="%") == ()


def test_history_tells_what_failed_and_who_accepted_it(ledger: Ledger) -> None:
    keep(ledger, sample())
    keep(ledger, sample(waived=True))
    lines = ledger.history(rule="EU-TEST-001")
    assert [(line.outcome, line.waived_by) for line in lines] == [("fail", "A. Buyer"), ("fail", "")]
    assert lines[0].document == "papers/doc.pdf"
    assert lines[0].fingerprint == lines[1].fingerprint
    assert len(ledger.history(open_only=False)) == 4
    assert ledger.history(rule="EU-OTHER-001") == ()


def test_readings_come_back_only_for_the_same_extractor_and_settings(ledger: Ledger) -> None:
    ledger.keep_readings({SHA: [{"id": "1", "why": "因为"}]}, extractor="e1", settings="s")
    ledger.keep_readings({SHA: [{"id": "2"}]}, extractor="e1", settings="s")
    assert ledger.readings([SHA, "cd" * 32], extractor="e1", settings="s") == {SHA: [{"id": "1", "why": "因为"}]}
    assert ledger.readings([SHA], extractor="e2", settings="s") == {}
    assert ledger.readings([SHA], extractor="e1", settings="t") == {}


def test_an_approval_is_kept_once(ledger: Ledger) -> None:
    line = {"sha256": SHA, "result_sha256": SHA, "shipment": "PO-1", "note": "ok", "path": "a.json"}
    first = ledger.record_approval(**line, who="A. Buyer", at=AT)
    assert ledger.record_approval(**line, who="A. Buyer", at=AT) == first
    assert [approval.note for approval in ledger.approvals()] == ["ok"]
    assert [entry.action for entry in ledger.audit()] == ["approve"]


def test_the_audit_cannot_be_changed_or_shortened(ledger: Ledger) -> None:
    keep(ledger, sample())
    for statement in ("UPDATE audit SET who = 'nobody'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="only grows"), writing(ledger.engine) as connection:
            connection.execute(text(statement))
    assert len(ledger.audit()) == 1
    assert ledger.broken_audit_line() is None


def test_an_audit_line_changed_behind_the_triggers_is_found(ledger: Ledger) -> None:
    for number in range(3):
        ledger.note(who="A. Buyer", at=AT, action="note", about=f"PO-{number}")
    drop = {
        "sqlite": "DROP TRIGGER audit_no_update",
        "postgresql": "DROP TRIGGER audit_no_change ON audit",
    }[ledger.engine.dialect.name]
    with writing(ledger.engine) as connection:
        connection.execute(text(drop))
        connection.execute(text("UPDATE audit SET who = 'nobody' WHERE id = 2"))
    broken = ledger.broken_audit_line()
    assert broken is not None
    assert broken.id == 2


def test_a_run_nobody_made_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no run 7"):
        ledger.run(7)
    assert ledger.run_of(SHA) is None


def test_a_ledger_opened_again_holds_what_it_held(ledger_url: str) -> None:
    first = open_ledger(ledger_url)
    run = keep(first, sample())
    first.close()
    second = open_ledger(ledger_url)
    assert second.run(run).shipment == "PO-1"
    second.close()

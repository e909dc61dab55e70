"""`approve` and `compare`: a sample that later shipments are held against."""

import json
import shutil
from pathlib import Path

import pytest

from docverify.ledger import open_ledger
from tests.cli.papers import DECLARATION, SHIPMENT, Out, approved, docverify, write_paper


def test_an_approval_that_was_edited_is_refused(pack: Path, result: Path, capsys: Out) -> None:
    approval = approved(capsys, result)
    approval.write_text(approval.read_text("utf-8").replace("A. Buyer", "C. Other"), "utf-8")
    (pack / "shipment.yaml").write_text(SHIPMENT + "approved_sample: ../approval.json\n")
    code, out, err = docverify(capsys, "check", pack)
    assert (code, out) == (2, "")
    assert "approval.json: this approval was edited after it was given" in err


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"schema": "docverify/approval/1"}', '{"schema": "docverify/approval/2"}']
)
def test_what_is_no_approval_is_refused(pack: Path, tmp_path: Path, capsys: Out, content: str) -> None:
    (tmp_path / "approval.json").write_text(content)
    (pack / "shipment.yaml").write_text(SHIPMENT + "approved_sample: ../approval.json\n")
    code, _, err = docverify(capsys, "check", pack)
    assert code == 2
    assert "approval.json" in err


def test_a_result_that_nobody_approved_is_no_sample(pack: Path, result: Path, capsys: Out) -> None:
    (pack / "shipment.yaml").write_text(SHIPMENT + "approved_sample: ../result.json\n")
    code, _, err = docverify(capsys, "check", pack)
    assert code == 2
    assert "a result that nobody approved; run: docverify approve" in err


def test_an_approval_is_never_overwritten_but_may_be_given_again(result: Path, tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "ledger.db"
    approval = approved(capsys, result)
    before = approval.read_bytes()
    assert approved(capsys, result, "--ledger", where).read_bytes() == before
    ledger = open_ledger(where)
    assert [entry.who.split(" (")[0] for entry in ledger.approvals()] == ["A. Buyer"]
    ledger.close()
    code, _, err = docverify(capsys, "approve", result, "--by", "C. Other", "--note", "ok", "--output", approval)
    assert code == 2
    assert "holds another approval" in err


def test_compare_tells_what_changed_between_packs_results_and_shipments(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    later = tmp_path / "later"
    shutil.copytree(pack, later)
    code, out, _ = docverify(capsys, "compare", pack, later)
    assert code == 0
    assert out.endswith("nothing changed\n")
    write_paper(later / "declaration.pdf", tuple(line.replace("2026-05-04", "2026-09-09") for line in DECLARATION))
    (later / "shipment.yaml").write_text(SHIPMENT + "    firmware: 1.9.0\n")
    code, out, _ = docverify(capsys, "compare", result, later, "--format", "json")
    told = json.loads(out)
    assert code == 1
    assert [change["rule"] for change in told["changes"]] == ["DRIFT-PAPER-REVISED", "DRIFT-SHIPMENT"]
    assert told["papers"][0]["pages"] == [{"old": 1, "new": 1, "same": False}]
    code, out, _ = docverify(capsys, "compare", pack / "shipment.yaml", later / "shipment.yaml")
    assert code == 1
    assert "differs in firmware: nothing → 1.9.0" in out
    assert "Page against page" in docverify(capsys, "compare", pack, later)[1]


def test_an_unchanged_pack_reports_no_drift_and_a_changed_one_each_change(
    pack: Path, result: Path, capsys: Out
) -> None:
    approval = approved(capsys, result)
    (pack / "shipment.yaml").write_text(SHIPMENT + "approved_sample: ../approval.json\n")
    _, out, _ = docverify(capsys, "check", pack)
    assert "Held against the sample that A. Buyer approved on" in " ".join(out.split())
    assert "shipment_drift" not in out
    write_paper(pack / "declaration.pdf", tuple(line.replace("Jana Petersen", "Jan Meyer") for line in DECLARATION))
    code, out, _ = docverify(capsys, "check", pack)
    assert code == 1
    assert "FAIL blocker shipment_drift [DRIFT-VALUE]" in out
    assert "before: declaration.pdf p. 1: “Jana Petersen”" in out
    assert approval.exists()

"""`history` and `replay`: what a ledger remembers."""

import json
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema

from docverify.accepted import Accepted
from docverify.corrections import text_of
from docverify.facts.finding import Outcome
from docverify.facts.result import Correction
from docverify.report.formats import as_json
from docverify.shipment_file import read_shipment_file
from docverify.verify import verify_shipment
from docverify.waivers import WrittenWaiver
from tests.cli.papers import DECLARATION, Out, docverify, write_paper


def test_a_replay_gives_the_same_bytes_or_says_what_is_missing_or_changed(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 0
    assert out.startswith("the same bytes: ")
    write_paper(pack / "new.pdf")
    write_paper(pack / "other.pdf", DECLARATION[:4])
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 0
    assert "other.pdf: new in the pack since; left out" in out
    write_paper(pack / "declaration.pdf", DECLARATION[:5])
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 1
    assert "declaration.pdf: changed (" in out
    (pack / "declaration.pdf").unlink()
    (pack / "new.pdf").unlink()
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 1
    assert "declaration.pdf: missing" in out


def test_a_replay_needs_the_files_that_the_run_had_and_the_ledger_knows_where(
    pack: Path, tmp_path: Path, capsys: Out
) -> None:
    waivers, where, result = tmp_path / "waivers.yaml", tmp_path / "ledger.db", tmp_path / "result.json"
    waivers.write_text("waivers: []\n")
    docverify(capsys, "check", pack, "--waivers", waivers, "--ledger", where, "--output", result)
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 1
    assert "waivers.yaml: missing; say where it is with --waivers" in out
    assert docverify(capsys, "replay", result, "--ledger", where)[0] == 0
    waivers.write_text("waivers: []  # other\n")
    code, out, _ = docverify(capsys, "replay", result, "--ledger", where)
    assert code == 1
    assert "waivers.yaml: changed (" in out


def test_a_result_of_other_rule_packs_is_not_replayed(pack: Path, result: Path, capsys: Out) -> None:
    said = json.loads(result.read_text("utf-8"))
    said["packs"][0]["sha256"] = "0" * 64
    said["tool"]["version"] = "0.0.1"
    result.write_text(json.dumps(said), "utf-8")
    code, out, _ = docverify(capsys, "replay", result, pack)
    assert code == 1
    assert f"rule pack {said['packs'][0]['id']} {said['packs'][0]['version']}: changed (000000000000 then" in out
    assert "the tool: docverify 0.0.1 made it" in out


def test_history_tells_runs_and_findings_and_that_the_audit_is_whole(pack: Path, tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "ledger.db"
    docverify(capsys, "check", pack, "--ledger", where)
    code, out, _ = docverify(capsys, "history", "--ledger", where, "--product", "evc-22")
    assert code == 0
    assert "PO-7: EVC-22S-W" in out
    assert "no run matches" in docverify(capsys, "history", "--ledger", where, "--supplier", "Nobody")[1]
    assert json.loads(docverify(capsys, "history", "--ledger", where, "--format", "json")[1])["runs"][0]["id"] == 1
    code, out, _ = docverify(capsys, "history", "--ledger", where, "--audit")
    assert code == 0
    told, head = out.splitlines()[-2:]
    assert told == "1 lines, none changed, none missing; 1 runs and 0 approvals as they were recorded"
    assert docverify(capsys, "history", "--ledger", where, "--audit", "--head", head.removeprefix("head "))[0] == 0
    code, out, _ = docverify(capsys, "history", "--ledger", where, "--audit", "--head", "1:abc")
    assert code == 1
    assert "BROKEN: the head 1:abc is not in this ledger" in out
    assert docverify(capsys, "history", "--ledger", where, "--head", "1:abc")[0] == 2


def test_a_result_with_corrections_holds_them_and_is_replayed_with_them(
    pack: Path, tmp_path: Path, capsys: Out
) -> None:
    shipment, own = read_shipment_file(pack / "shipment.yaml")
    as_read = verify_shipment([pack], shipment, as_of=shipment.placed_on_market, not_papers=own)
    document = next(d for d in as_read.dossier.documents if d.values("models"))
    was = text_of(document.values("models")[0].value)
    correction = Correction(document.id, "models", was, "OTHER-1", "A. Buyer", "misread")
    corrected = verify_shipment(
        [pack], shipment, as_of=shipment.placed_on_market, not_papers=own, corrections=[correction]
    )
    path = tmp_path / "corrected.json"
    path.write_bytes(as_json(corrected))
    assert as_json(corrected) != as_json(as_read)
    said = json.loads(path.read_bytes())
    assert said["corrections"][0]["why"] == "misread"
    jsonschema.validate(
        said, json.loads(resources.files("docverify.report").joinpath("result.schema.json").read_text())
    )
    code, out, _ = docverify(capsys, "replay", path, pack)
    assert (code, out.split(":")[0]) == (0, "the same bytes")


def test_a_result_with_waivers_of_the_web_page_says_that_no_file_holds_them(
    pack: Path, tmp_path: Path, capsys: Out
) -> None:
    shipment, own = read_shipment_file(pack / "shipment.yaml")
    given: dict[str, Any] = {"as_of": shipment.placed_on_market, "not_papers": own}
    plain = verify_shipment([pack], shipment, **given)
    failed = next(f for f in plain.verdict.findings if f.outcome is Outcome.FAIL)
    waiver = WrittenWaiver(reason="ok", who="A. Buyer", expires=date(2099, 1, 1), fingerprint=failed.fingerprint)
    waived = verify_shipment([pack], shipment, **given, accepted=Accepted(waivers=(waiver,)))
    path = tmp_path / "waived.json"
    path.write_bytes(as_json(waived))
    code, out, _ = docverify(capsys, "replay", path, pack)
    assert code == 1
    assert "waivers: given by A. Buyer in the web page, in no file" in out

"""`history` and `replay`: what a ledger remembers."""

import json
from pathlib import Path

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

"""A check that is recorded: with a ledger, waivers, a baseline and an approved sample."""

import json
from importlib import resources
from pathlib import Path

import jsonschema

from docverify.ledger import open_ledger
from docverify.report.json_report import result_to_json
from docverify.report.read_result import read_result
from tests.cli.papers import DECLARATION, SHIPMENT, Out, approved, docverify, failures, write_paper


def test_a_check_with_a_ledger_gives_the_same_bytes_cold_and_warm(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    where = tmp_path / "ledger.db"
    for _ in range(3):
        _, out, _ = docverify(capsys, "check", pack, "--ledger", where, "--format", "json")
        assert out.encode() == result.read_bytes()
    _, plain, _ = docverify(capsys, "check", pack)
    _, warm, _ = docverify(capsys, "check", pack, "--ledger", where)
    assert warm == plain
    ledger = open_ledger(where)
    assert len(ledger.runs()) == 4
    ledger.close()


def test_another_shipment_or_paper_is_not_answered_from_what_is_known(pack: Path, tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "ledger.db"
    seen = set()
    docverify(capsys, "check", pack, "--ledger", where, "--format", "json")
    (pack / "shipment.yaml").write_text(SHIPMENT.replace("EVC-22S-W", "EVC-44"))
    seen.add(docverify(capsys, "check", pack, "--ledger", where, "--format", "json")[1])
    write_paper(pack / "declaration.pdf", tuple(line.replace("EVC-22S-W", "EVC-44") for line in DECLARATION))
    seen.add(docverify(capsys, "check", pack, "--ledger", where, "--format", "json")[1])
    seen.add(docverify(capsys, "check", pack, "--ledger", where, "--format", "json", "--as-of", "2027-02-01")[1])
    assert len(seen) == 3
    assert (
        "EVC-44"
        in json.loads(docverify(capsys, "check", pack, "--format", "json")[1])["shipment"]["products"][0].values()
    )
    for out in seen:
        assert json.loads(out)["shipment"]["products"][0]["model"] == "EVC-44"


def test_a_ledger_may_lie_in_the_pack_itself(pack: Path, result: Path, capsys: Out) -> None:
    where = pack / "ledger.db"
    for _ in range(2):
        _, out, _ = docverify(capsys, "check", pack, "--ledger", where, "--format", "json")
        assert out.encode() == result.read_bytes()


def test_waived_failures_stay_failures_and_are_shown_with_who(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    waivers = tmp_path / "waivers.yaml"
    entries = [
        f"  - {{fingerprint: '{f['fingerprint']}', reason: pilot, who: A. Buyer, expires: 2027-03-31}}\n"
        for f in failures(result)
    ]
    waivers.write_text("waivers:\n" + "".join(entries))
    out_file = tmp_path / "waived.json"
    _, out, _ = docverify(capsys, "check", pack, "--waivers", waivers, "--output", out_file)
    assert "waived until 2027-03-31 by A. Buyer: pilot" in " ".join(out.split())
    assert len(failures(out_file)) == len(failures(result))
    assert all(finding["waiver"]["who"] == "A. Buyer" for finding in failures(out_file))  # type: ignore[index]


def test_an_expired_waiver_is_told_and_counts_again(pack: Path, result: Path, tmp_path: Path, capsys: Out) -> None:
    waivers = tmp_path / "waivers.yaml"
    rule = failures(result)[0]["rule"]
    waivers.write_text(
        f"waivers:\n  - {{rule: {rule}, subject: {{product: EVC-22S-W}}, reason: x, who: B, expires: 2026-11-29}}\n"
    )
    code, out, _ = docverify(capsys, "check", pack, "--waivers", waivers)
    assert code == 1
    assert "[WAIVER-EXPIRED]" in out


def test_a_baseline_hides_what_it_knows_says_how_much_and_changes_no_verdict(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    plain, _, _ = docverify(capsys, "check", pack)
    code, out, _ = docverify(capsys, "check", pack, "--baseline", result)
    known = [f for f in json.loads(result.read_text("utf-8"))["findings"] if f["outcome"] in ("fail", "undetermined")]
    assert code == plain
    assert f"{len(known)} known to the baseline and not shown" in out
    assert "FAIL" not in out
    write_paper(pack / "declaration.pdf", tuple(line for line in DECLARATION if "2014/35/EU" not in line))
    _, out, _ = docverify(capsys, "check", pack, "--baseline", result)
    assert "FAIL" in out


def test_a_result_with_drift_waivers_and_a_baseline_keeps_to_the_schema_and_is_read_back(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    approved(capsys, result)
    (pack / "shipment.yaml").write_text(SHIPMENT + "approved_sample: ../approval.json\n")
    write_paper(pack / "declaration.pdf", tuple(line.replace("Jana Petersen", "Jan Meyer") for line in DECLARATION))
    waivers, out_file = tmp_path / "waivers.yaml", tmp_path / "drifted.json"
    waivers.write_text(
        "waivers:\n  - {rule: DRIFT-VALUE, subject: {document: VOL-DOC-2026-07}, reason: ok, who: B, expires: 2027-03-31}\n"
    )
    docverify(capsys, "check", pack, "--waivers", waivers, "--baseline", result, "--output", out_file)
    said = json.loads(out_file.read_text("utf-8"))
    schema = json.loads(resources.files("docverify.report").joinpath("result.schema.json").read_text("utf-8"))
    jsonschema.validate(said, schema)
    (drifted,) = [finding for finding in said["findings"] if finding["topic"] == "shipment_drift"]
    assert drifted["waiver"]["who"] == "B"
    assert (drifted["before"][0]["page"], drifted["evidence"][0]["page"]) == (1, 1)
    assert [entry["role"] for entry in said["inputs"]] == ["paper", "waivers", "baseline", "approved_sample"]
    assert result_to_json(read_result(out_file)) == said

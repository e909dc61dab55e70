"""check with a ledger, waivers, a baseline and an approved sample; approve, compare, replay, history, upcoming, status."""

import json
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from icalendar import Calendar

from docverify.cli.main import run
from docverify.ledger import open_ledger
from docverify.report.json_report import result_to_json
from docverify.report.read_result import read_result
from tests.cli.papers import DECLARATION, SHIPMENT, write_pack, write_paper

Out = pytest.CaptureFixture[str]


def docverify(capsys: Out, *arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command in this process."""
    code = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


@pytest.fixture
def result(pack: Path, tmp_path: Path, capsys: Out) -> Path:
    path = tmp_path / "result.json"
    docverify(capsys, "check", pack, "--output", path)
    return path


def failures(result: Path) -> list[dict[str, object]]:
    findings = json.loads(result.read_text("utf-8"))["findings"]
    return [finding for finding in findings if finding["outcome"] == "fail"]


def approved(capsys: Out, result: Path, *more: object) -> Path:
    path = result.with_name("approval.json")
    code, _, err = docverify(capsys, "approve", result, "--by", "A. Buyer", "--note", "ok", "--output", path, *more)
    assert code == 0, err
    return path


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


@pytest.mark.parametrize("command", [["history"], ["upcoming"]])
def test_commands_that_need_a_ledger_say_how_to_name_one(
    command: list[str], tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOCVERIFY_LEDGER", raising=False)
    code, _, err = docverify(capsys, *command)
    assert code == 2
    assert "--ledger FILE|URL, or set DOCVERIFY_LEDGER" in err
    code, _, err = docverify(capsys, *command, "--ledger", tmp_path / "none.db")
    assert code == 2
    assert "no such ledger" in err
    assert not (tmp_path / "none.db").exists()


def test_upcoming_tells_what_begins_and_which_waivers_end_also_as_a_calendar(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    waivers, where = tmp_path / "waivers.yaml", tmp_path / "ledger.db"
    print_ = failures(result)[0]["fingerprint"]
    waivers.write_text(f"waivers:\n  - {{fingerprint: '{print_}', reason: x, who: B, expires: 2027-01-15}}\n")
    docverify(capsys, "check", pack, "--ledger", where, "--waivers", waivers)
    asked = ["upcoming", "--ledger", where, "--as-of", "2026-12-01"]
    code, out, _ = docverify(capsys, *asked, "--days", 90)
    assert code == 0
    assert "2027-01-15" in out
    assert "the waiver by B ends (x)" in " ".join(out.split())
    assert "2027-01-15" not in docverify(capsys, *asked, "--days", 30)[1]
    told = json.loads(docverify(capsys, *asked, "--days", 400, "--format", "json")[1])
    ics = tmp_path / "upcoming.ics"
    docverify(capsys, *asked, "--days", 400, "--format", "ics", "--output", ics)
    events = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert [event["dtstart"].dt.isoformat() for event in events] == [entry["on"] for entry in told]
    assert len({event["uid"] for event in events}) == len(told)


PROGRAMME = """programme: EVC-22 for fleets
deployment: fleet
stages:
  before_visit: {papers: [{kind: declaration, scheme: eu_doc, why: who answers}, {kind: manual}]}
  at_visit: {}
  pilot_order: {conforming: true}
"""


def test_status_tells_which_stage_is_passed_and_what_lacks(
    pack: Path, result: Path, tmp_path: Path, capsys: Out
) -> None:
    programme = tmp_path / "programme.yaml"
    programme.write_text(PROGRAMME)
    code, out, _ = docverify(capsys, "status", programme, result)
    assert code == 1
    assert "MISSING manual: missing" in out
    assert "pilot order: 1 missing, waits for before visit" in out
    programme.write_text(PROGRAMME.replace("kind: manual", "kind: manuel"))
    code, _, err = docverify(capsys, "status", programme, result)
    assert code == 2
    assert "programme.yaml:4:" in err


def test_help_and_a_check_without_a_ledger_load_no_database_library(pack: Path) -> None:
    for arguments in (["--help"], ["check", str(pack)]):
        script = (
            f"import sys; from docverify.cli.main import run; run({arguments!r}); print('sqlalchemy' in sys.modules)"
        )
        told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert told.stdout.endswith("False\n")

"""`upcoming` and `status`: what lapses soon, and how far an approval has come."""

import json
from pathlib import Path

from icalendar import Calendar

from tests.cli.papers import Out, docverify, failures

PROGRAMME = """programme: EVC-22 for fleets
deployment: fleet
stages:
  before_visit: {papers: [{kind: declaration, scheme: eu_doc, why: who answers}, {kind: manual}]}
  at_visit: {}
  pilot_order: {conforming: true}
"""


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

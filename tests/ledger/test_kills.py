"""Killed at any moment: the ledger opens, no accepted record is missing, and the same command ends in the same result.

`make test` kills a few times; `make hostile` 200 times (DOCVERIFY_KILLS), with a new seed each time it is told one
(DOCVERIFY_SEED).
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from docverify.approval import read_approval
from docverify.ledger import open_ledger
from tests.cli.papers import write_pack

KILLS = int(os.environ.get("DOCVERIFY_KILLS", "6"))
SEED = int(os.environ.get("DOCVERIFY_SEED", "20261124"))


@dataclass
class Trial:
    """A pack, a ledger, and what the commands gave when nobody killed them."""

    folder: Path
    ledger: str
    result: bytes = b""
    seconds: dict[str, float] = field(default_factory=dict)
    runs: int = 0
    approvals: int = 0

    def command(self, name: str) -> list[str]:
        common = [sys.executable, "-m", "docverify", name]
        if name == "check":
            return [*common, str(self.folder / "pack"), "--ledger", self.ledger, "--output", str(self.out)]
        noted = ["--by", "A. Buyer", "--note", "sample", "--output", str(self.approval), "--ledger", self.ledger]
        return [*common, str(self.folder / "result.json"), *noted]

    @property
    def out(self) -> Path:
        return self.folder / "out.json"

    @property
    def approval(self) -> Path:
        return self.folder / "approval.json"

    def run(self, name: str) -> int:
        return subprocess.run(self.command(name), capture_output=True, check=False).returncode

    def killed(self, name: str, after: float) -> int:
        process = subprocess.Popen(self.command(name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return process.wait()


def test_a_kill_at_any_moment_leaves_the_ledger_whole(tmp_path: Path, ledger_url: str) -> None:
    trial = _prepared(tmp_path, ledger_url)
    chance = random.Random(SEED)
    # A run that nobody kills, now and then: what it accepted must still be there after all later kills.
    for number in range(KILLS):
        name = chance.choice(["check", "approve"])
        trial.out.unlink(missing_ok=True)
        if chance.random() < 0.3:
            trial.approval.unlink(missing_ok=True)
        code = trial.killed(name, chance.uniform(0, trial.seconds[name] * 1.1))
        _ledger_is_whole(trial, finished=name if code >= 0 else "")
        _files_are_whole(trial)
        if number % 10 == 9:
            _same_again(trial)
    _same_again(trial)


def _prepared(folder: Path, ledger: str) -> Trial:
    """The commands run once each, so that their results and durations are known."""
    write_pack(folder / "pack")
    trial = Trial(folder, ledger)
    start = time.monotonic()
    assert trial.run("check") in (1, 6)
    trial.seconds["check"] = time.monotonic() - start
    trial.result = trial.out.read_bytes()
    (folder / "result.json").write_bytes(trial.result)
    start = time.monotonic()
    assert trial.run("approve") == 0
    trial.seconds["approve"] = time.monotonic() - start
    trial.runs = trial.approvals = 1
    return trial


def _ledger_is_whole(trial: Trial, *, finished: str) -> None:
    """It opens; what was accepted is there; every run has all that belongs to it; the audit is an unbroken chain."""
    ledger = open_ledger(trial.ledger)
    if ledger.engine.dialect.name == "sqlite":
        with ledger.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    runs, approvals, audit = ledger.runs(), ledger.approvals(), ledger.audit()
    assert ledger.proof().faults == ()
    assert len(runs) >= trial.runs + (finished == "check")
    assert len(approvals) >= trial.approvals
    assert [line.action for line in audit].count("check") == len(runs)
    assert [line.action for line in audit].count("approve") == len(approvals)
    for run in runs[: max(1, len(runs) - trial.runs)]:
        content = ledger.result_json(run.id)
        assert content == trial.result
        assert run.result_sha256 == sha256(content).hexdigest()
    found = ledger.history(open_only=False, limit=1_000_000)
    assert len(found) == len(runs) * len(json.loads(trial.result)["findings"])
    trial.runs, trial.approvals = len(runs), len(approvals)
    ledger.close()


def _files_are_whole(trial: Trial) -> None:
    if trial.out.exists():
        assert trial.out.read_bytes() == trial.result
    if trial.approval.exists():
        assert read_approval(trial.approval).record.by == "A. Buyer"


def _same_again(trial: Trial) -> None:
    """Nobody kills: the same result as ever, and the approval is given whatever was left of it."""
    assert trial.run("check") in (1, 6)
    assert trial.out.read_bytes() == trial.result
    assert trial.run("approve") == 0
    _files_are_whole(trial)
    _ledger_is_whole(trial, finished="check")

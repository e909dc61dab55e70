"""Batches for real: several processes, a process that is killed, an interrupt, a Dask cluster."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from distributed import LocalCluster

from docverify.batch.one import Line, Order, check_one
from docverify.batch.plan import plan
from docverify.batch.run import here, on_cluster, run
from docverify.batch.summary import counted, exit_code
from docverify.errors import ExitCode, UsageError
from tests.batch.shipments import ROOT, shipments

MANY = 12


def orders(folder: Path, output: Path, *, resume: bool = False) -> list[Order]:
    (output / "lines").mkdir(parents=True, exist_ok=True)
    return [Order(task, str(output), resume=resume) for task in plan(folder)]


def by_name(lines: list[Line]) -> dict[str, Line]:
    return {line.name: line for line in lines}


def test_every_shipment_has_the_result_that_a_check_gives_and_a_bad_one_costs_itself_only(tmp_path: Path) -> None:
    folder, output = shipments(tmp_path / "in", "one", "two", "three"), tmp_path / "out"
    (folder / "two" / "shipment.yaml").write_text("nonsense: 1\n", "utf-8")
    lines = by_name(list(run(orders(folder, output), jobs=2, executors=here)))
    assert set(lines) == {"one", "two", "three"}
    assert "nonsense" in lines["two"].why and not (output / "two.json").exists()
    command = [sys.executable, "-m", "docverify", "check", str(folder / "one"), "--format", "json"]
    alone = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (output / "one.json").read_bytes().strip() == alone.stdout.strip()
    assert lines["one"].exit_code == alone.returncode
    assert counted(list(lines.values()))["without_result"] == 1
    assert exit_code(list(lines.values())) is ExitCode.USAGE


def test_what_rests_on_the_same_is_kept_and_what_changed_is_checked_again(tmp_path: Path) -> None:
    folder, output = shipments(tmp_path / "in", "one", "two", "three"), tmp_path / "out"
    for order in orders(folder, output):
        assert not check_one(order).why
    (folder / "two" / "shipment.yaml").write_bytes(
        (folder / "two" / "shipment.yaml").read_bytes().replace(b"EVC-22S", b"EVC-99")
    )
    (output / "three.json").unlink()
    kept = {order.task.name: check_one(order).kept for order in orders(folder, output, resume=True)}
    assert kept == {"one": True, "two": False, "three": False}
    assert not any(check_one(order).kept for order in orders(folder, output))


def test_a_process_that_dies_costs_nothing_but_time(tmp_path: Path) -> None:
    folder, output = shipments(tmp_path / "in", "one", "two", "three"), tmp_path / "out"
    lines, killed = [], False
    for line in run(orders(folder, output), jobs=1, executors=here):
        lines.append(line)
        if not killed:
            os.kill(hands()[0], signal.SIGKILL)
            killed = True
    assert {line.name: line.why for line in lines} == {"one": "", "two": "", "three": ""}


def hands() -> list[int]:
    """The processes of this one that check shipments."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            line = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"spawn_main" in line:
            found.append(int(entry.name))
    return found


def test_an_interrupted_batch_goes_on_where_it_was(tmp_path: Path) -> None:
    # enough of them that the batch is not over before a busy machine sees the first line; it hears interrupts even
    # where these tests run in the background of a shell, which has them ignored
    folder, output = shipments(tmp_path / "in", *(f"number {n}" for n in range(MANY))), tmp_path / "out"
    command = [sys.executable, "-m", "docverify", "batch", str(folder), "--output", str(output), "--jobs", "1"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    until = time.monotonic() + 60
    while not list((output / "lines").glob("*.json")):
        assert time.monotonic() < until
        time.sleep(0.02)
    first.send_signal(signal.SIGINT)
    _, told = first.communicate(timeout=30)
    assert first.returncode == ExitCode.INTERRUPTED, told
    done = len(list((output / "lines").glob("*.json")))
    assert 0 < done < MANY
    again = subprocess.run([*command, "--resume", "--format", "json"], cwd=ROOT, capture_output=True, check=False)
    summary = json.loads(again.stdout)
    assert len(summary["shipments"]) == MANY and summary["counts"]["kept"] == done
    assert summary["counts"]["without_result"] == 0
    assert json.loads((output / "summary.json").read_text("utf-8")) == summary


@pytest.mark.filterwarnings("ignore")  # of the cluster's own libraries
def test_a_dask_cluster_gives_the_same_results(tmp_path: Path) -> None:
    folder = shipments(tmp_path / "in", "one", "two", "three")
    here_lines = by_name(list(run(orders(folder, tmp_path / "a"), jobs=1, executors=here)))
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        there = list(run(orders(folder, tmp_path / "b"), jobs=2, executors=on_cluster(cluster.scheduler_address)))
    assert {line.name: line.verdict for line in there} == {name: line.verdict for name, line in here_lines.items()}
    for name in here_lines:
        assert (tmp_path / "a" / f"{name}.json").read_bytes() == (tmp_path / "b" / f"{name}.json").read_bytes()


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="no Dask scheduler"),
        on_cluster("tcp://127.0.0.1:1")(1),
    ):
        pass

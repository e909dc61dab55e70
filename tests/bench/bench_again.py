"""`make bench`: the same pack checked again with a ledger, beside the first run, whole processes, medians.

The aim (design 7): at most 0.1 of the first run, plus 0.4 s to start. Also what a ledger costs the first run.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.bench_check import SHIPMENT, write_manual

START_S, SHARE = 0.4, 0.1


def main() -> None:
    """Print both, the bound, and whether it is kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=400)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch), runs=wanted.runs, pages=wanted.pages)


def seconds(command: list[str]) -> tuple[float, float]:
    """Wall and processor seconds of the whole process and its children; the second is steady on a busy machine."""
    start, used = time.perf_counter(), _processor_seconds()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start, _processor_seconds() - used


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(scratch: Path, *, runs: int, pages: int) -> None:
    """Cold without a ledger, cold with a new one, then warm, in turn."""
    pack, shipment = scratch / "pack", scratch / "shipment.yaml"
    pack.mkdir()
    shipment.write_text(SHIPMENT)
    for number in range(4):
        write_manual(pack / f"manual-{number}.pdf", pages=pages // 4, seed=number)
    check = [sys.executable, "-m", "docverify", "check", str(pack), "--shipment", str(shipment), "--jobs", "1"]
    rows: list[tuple[tuple[float, float], ...]] = []
    for run in range(runs):
        kept = [*check, "--ledger", str(scratch / f"ledger-{run}.db")]
        rows.append((seconds(check), seconds(kept), seconds(kept)))
    print(f"{pages} pages in 4 files, {runs} runs, medians of whole processes")
    for which, name in enumerate(("wall", "processor")):
        without, cold, warm = (statistics.median(each[which] for each in column) for column in zip(*rows, strict=True))
        bound = SHARE * without + START_S
        print(f"{name} seconds: first run {without:.2f}, first run with a new ledger {cold:.2f}, unchanged {warm:.2f}")
        kept = "kept" if warm <= bound else f"NOT kept: {warm - bound:.2f} s over"
        print(f"    bound {SHARE} x first run + {START_S} s = {bound:.2f} s: {kept}")


if __name__ == "__main__":
    main()

"""`make bench`: a cold `docverify check --jobs 1` beside plain PDFium text extraction of the same born-digital pages.

Both run as whole processes, in turn, several times; medians and the ratio of each pair are printed, with the time that
`check` needs to start (the same command on one page) and the peak memory of any process it starts.
`--folder DIR` measures the PDFs of a folder instead of the generated ones.
"""

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

PLAIN = """
import sys, pypdfium2
pages = 0
for path in sys.argv[1:]:
    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        page.get_textpage().get_text_range()
        pages += 1
print(pages)
"""
PEAK = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
SHIPMENT = """shipment: bench
placed_on_market: 2026-11-30
markets: [EU, DE]
products:
  - {model: EVC-22S-W, type: ac_mode3, radios: [wifi_2g4], internet: true, connectors: [type2_socket]}
"""
WORDS = [
    "the",
    "charging",
    "station",
    "must",
    "be",
    "installed",
    "by",
    "a",
    "qualified",
    "electrician",
    "and",
    "connected",
    "to",
    "a",
    "protective",
    "earth",
    "before",
    "use",
    "torque",
    "terminal",
    "cable",
    "residual",
    "current",
    "device",
    "voltage",
    "current",
    "phase",
    "module",
    "display",
    "menu",
    "network",
    "setting",
    "press",
    "hold",
    "remove",
    "cover",
    "screw",
    "warning",
    "damage",
    "vehicle",
    "connector",
    "socket",
    "lock",
    "cleaning",
    "dry",
    "cloth",
    "disposal",
    "household",
    "waste",
    "update",
]


def write_manual(path: Path, *, pages: int, seed: int) -> None:
    """A born-digital manual of that many pages, 45 lines each."""
    chance = random.Random(seed)
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(
            60, 790, "Installation Manual EVC-22S-W" if page == 1 else f"{page} {chance.choice(WORDS).title()}"
        )
        sheet.setFont("Helvetica", 9.5)
        for line in range(45):
            sheet.drawString(60, 760 - 15 * line, " ".join(chance.choices(WORDS, k=13)))
        sheet.drawString(280, 40, f"Page {page} of {pages}")
        sheet.showPage()
    sheet.save()


def seconds(command: list[str]) -> tuple[float, float]:
    """Wall seconds of the whole process, and the processor seconds of it and of every process it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def keep_compiled(scratch: Path) -> None:
    """Let Python keep its compiled modules, as an installed package does, outside the checkout."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(scratch / "compiled")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="measure the PDFs of this folder")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=400, help="pages of the generated manuals")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pack = Path(scratch) / "pack"
        pack.mkdir()
        if wanted.folder:
            for number, pdf in enumerate(sorted(wanted.folder.rglob("*.pdf"))):
                shutil.copy(pdf, pack / f"{number:03}.pdf")
        else:
            for number in range(4):
                write_manual(pack / f"manual-{number}.pdf", pages=wanted.pages // 4, seed=number)
        keep_compiled(Path(scratch))
        measure(pack, Path(scratch), runs=wanted.runs)


def measure(pack: Path, scratch: Path, *, runs: int) -> None:
    """Run both commands in turn and print what they took."""
    shipment = scratch / "shipment.yaml"
    shipment.write_text(SHIPMENT)
    tiny = scratch / "tiny"
    tiny.mkdir()
    write_manual(tiny / "one.pdf", pages=1, seed=9)
    pdfs = [str(path) for path in sorted(pack.glob("*.pdf"))]
    check = [sys.executable, "-m", "docverify", "check", "--shipment", str(shipment), "--format", "json", "--jobs", "1"]
    plain = [sys.executable, "-c", PLAIN]
    pages = int(subprocess.run([*plain, *pdfs], capture_output=True, text=True, check=True).stdout)
    seconds([*check, str(tiny)])  # compiles
    commands = ([*plain, *pdfs], [*check, str(pack)], [*check, str(tiny)], [*plain, str(tiny / "one.pdf")])
    measured = [[seconds(command) for command in commands] for _ in range(runs)]
    told(measured, which=0, name="wall clock", pages=pages, files=len(pdfs))
    told(measured, which=1, name="processor, all processes", pages=pages, files=len(pdfs))
    peak = subprocess.run([sys.executable, "-c", PEAK, *check, str(pack)], capture_output=True, text=True, check=True)
    print(f"peak memory of any process {peak.stdout.split()[1]} MB  (limit 512), exit code {peak.stdout.split()[0]}")


def told(measured: list[list[tuple[float, float]]], *, which: int, name: str, pages: int, files: int) -> None:
    """Print medians and ratios of one clock."""
    rows = [[run[which] for run in row] for row in measured]
    plain_s, check_s, start_s, bare = (statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(row[1] / row[0] for row in rows)
    net = statistics.median((row[1] - row[2]) / max(row[0] - row[3], 1e-9) for row in rows)
    print(f"{name}:")
    print(f"{pages} pages in {files} files, {len(rows)} runs, medians of whole processes")
    print(f"plain PDFium text        {plain_s:7.2f} s  ({1000 * (plain_s - bare) / pages:.2f} ms a page)")
    print(f"docverify check --jobs 1 {check_s:7.2f} s  ({1000 * (check_s - start_s) / pages:.2f} ms a page)")
    print(f"of which start           {start_s:7.2f} s  (the same command on one page; plain PDFium {bare:.2f} s)")
    print(f"ratio, whole process     {ratio:7.2f}")
    print(f"ratio without start      {net:7.2f}  (aim 1.5)")


if __name__ == "__main__":
    main()

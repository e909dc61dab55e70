"""The manual check of a 100-page PDF: fresh and unchanged, process start included, beside pdftotext and a word list.

    python -m tests.bench.bench_manual [--runs 5] [--file MANUAL.pdf]

Prints medians in seconds. The aims (design 7) are 1.0 s fresh and 0.3 s unchanged. `pdftotext` (poppler) and `grep`
with a list of words stand for what a text-only check of the same file costs.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from tests.bench.bench_check import keep_compiled, write_manual
from tests.manuals.project import PRODUCT

WORDS = ("Nantai", "NT-AC22", "1999/5/EC", "2004/108/EC", "KW", "Kw", "TODO", "lorem")
PAGES = 100


def hundred_pages(source: Path, target: Path) -> Path:
    """The first hundred pages of the file, or all of a shorter one repeated until there are so many."""
    writer = PdfWriter()
    reader = PdfReader(source)
    while len(writer.pages) < PAGES:
        for page in reader.pages[: PAGES - len(writer.pages)]:
            writer.add_page(page)
    with target.open("wb") as stream:
        writer.write(stream)
    return target


def timed(command: list[str], folder: Path, env: dict[str, str], before: Path | None = None) -> float:
    """Seconds of one run; the folder `before` (a cache) is emptied first."""
    if before is not None:
        shutil.rmtree(before, ignore_errors=True)
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--file", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        keep_compiled(folder)
        manual = folder / "manual.pdf"
        if options.file:
            hundred_pages(options.file, manual)
        else:
            write_manual(manual, pages=PAGES, seed=1)
        (folder / "product.yaml").write_text(PRODUCT, "utf-8")
        (folder / "docverify.toml").write_text(
            'products = "product.yaml"\n[[manuals]]\nfiles = "manual.pdf"\nproducts = "EVC-22S-W"\n', "utf-8"
        )
        cache = folder / "cache"
        env = {**os.environ, "DOCVERIFY_CACHE": str(cache)}
        docverify = [str(Path(sys.executable).parent / "docverify"), "manual", manual.name]
        text = folder / "manual.txt"
        runs: dict[str, list[float]] = {"fresh": [], "unchanged": [], "pdftotext": [], "word list": []}
        for _ in range(options.runs):
            runs["fresh"].append(timed(docverify, folder, env, cache))
            runs["unchanged"].append(timed(docverify, folder, env))
            runs["pdftotext"].append(timed(["pdftotext", manual.name, text.name], folder, env))
            words = [part for word in WORDS for part in ("-e", word)]
            runs["word list"].append(timed(["grep", "-n", *words, text.name], folder, env))
        for name, seconds in runs.items():
            sys.stdout.write(f"{name:12} {statistics.median(seconds):6.3f} s (median of {len(seconds)})\n")
        ratio = statistics.median(runs["fresh"]) / max(statistics.median(runs["pdftotext"]), 1e-6)
        sys.stdout.write(f"fresh / pdftotext {ratio:.1f}\n")


if __name__ == "__main__":
    main()

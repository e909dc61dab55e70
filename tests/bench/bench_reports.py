"""All formats in one run beside JSON alone, over a pack of 25 papers: `python -m tests.bench.bench_reports`.

The aim: at most 1.5 × the time of JSON alone plus 3 s. The pack is the sample pack with papers of others added.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

PACKS = Path(__file__).parents[2] / "corpus" / "packs"
PAPERS = 25
MANY = 60
SUFFIXES = (".json", ".html", ".pdf", ".xlsx", ".md", ".sarif", ".xml", ".txt")
ROUNDS = 3


def pack_of(folder: Path, count: int) -> Path:
    """The sample pack with papers of other packs, so many in all."""
    pack = shutil.copytree(PACKS / "demo", folder / "pack", ignore=shutil.ignore_patterns("expected.yaml"))
    names = sorted(path.name for path in PACKS.glob("clean-*"))
    others = [path for name in names for path in sorted((PACKS / name / "papers").iterdir())]
    for number, path in enumerate(others[: count - len(list((pack / "papers").iterdir()))]):
        shutil.copy(path, pack / "papers" / f"{number + 20}_{path.name}")
    assert len(list((pack / "papers").iterdir())) == count
    return pack


def seconds(pack: Path, folder: Path, suffixes: tuple[str, ...]) -> float:
    """The fastest of some runs, process start included."""
    outputs = [word for suffix in suffixes for word in ("--output", str(folder / f"r{suffix}"))]
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "docverify", "check", str(pack), "--quiet", *outputs],
            capture_output=True,
            check=False,
        )
        best = min(best, time.perf_counter() - start)
        assert done.returncode in (0, 1, 3, 6), done.stderr.decode()
    return best


def size_of_many(folder: Path) -> None:
    """The size of the HTML report of a large pack; the aim is at most 15 MB."""
    (folder / "many").mkdir()
    pack = pack_of(folder / "many", MANY)
    seconds(pack, folder, (".html",))
    print(f"{MANY} papers: HTML {(folder / 'r.html').stat().st_size / 1e6:.2f} MB (aim: at most 15)")


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        pack = pack_of(folder, PAPERS)
        alone, every = seconds(pack, folder, (".json",)), seconds(pack, folder, SUFFIXES)
        sizes = ", ".join(f"{s} {(folder / f'r{s}').stat().st_size / 1e6:.2f} MB" for s in SUFFIXES)
        print(f"{PAPERS} papers: JSON alone {alone:.2f} s, all {len(SUFFIXES)} formats {every:.2f} s")
        print(f"aim: at most {1.5 * alone + 3:.2f} s; {'met' if every <= 1.5 * alone + 3 else 'NOT met'}")
        print(sizes)
        size_of_many(folder)


if __name__ == "__main__":
    main()

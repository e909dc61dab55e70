"""What a run rests on → one key: when an earlier run has the same, its result is this run's result, byte for byte.

The key covers the papers (by hash and name, those refused and set aside, too), the shipment, the date, the threshold,
waivers, baseline and approval, every rule pack, and the program itself. Files of the program and its rules are known by
size and time of change, which costs milliseconds; what a check may not rest on (the number of jobs) is left out.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from docverify import __version__
from docverify.facts.finding import Severity
from docverify.facts.result import Input
from docverify.facts.shipment import Shipment
from docverify.intake import Intake

PACKAGE = Path(__file__).resolve().parent
TEXTS = (".py", ".yaml", ".yml", ".json", ".md", ".txt")


def key_of(
    intake: Intake, shipment: Shipment, *, as_of: date, fail_on: Severity, accepted: Sequence[Input] = ()
) -> str:
    """The key of a run over what was taken in."""
    said = [
        [[source.path, source.sha256] for source in intake.sources],
        [asdict(refusal) for refusal in intake.refusals],
        intake.duplicates,
        intake.hidden,
        intake.set_aside,
        asdict(shipment),
        as_of.isoformat(),
        fail_on.value,
        [asdict(entry) for entry in accepted],
        program(),
    ]
    return sha256(json.dumps(said, default=str).encode()).hexdigest()


def program() -> str:
    """A hash over the program, its rules and what it is installed with."""
    digest = sha256(f"{__version__} {sys.version}".encode())
    for folder in (PACKAGE, PACKAGE.parent / "market_rules"):
        for name, size, changed in sorted(_files(folder)):
            digest.update(f"{name}\0{size}\0{changed}\0".encode("utf-8", "backslashreplace"))
    digest.update(f"{_libraries()}".encode())
    return digest.hexdigest()


def _files(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change of every file of code and data below."""
    if not os.path.isdir(folder):  # noqa: PTH112  (a thousand files in a few milliseconds)
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.name.endswith(TEXTS):
            known = entry.stat()
            yield entry.path, known.st_size, known.st_mtime_ns


def _libraries() -> int:
    """When anything was last installed where the libraries are: the time of change of their folder."""
    found = find_spec("pypdfium2")
    return 0 if found is None or found.origin is None else Path(found.origin).parent.parent.stat().st_mtime_ns

"""The bytes of uploads → files known by their hash, never altered; and folders of links to them, for the workers.

A file is there whole or not at all: it is written aside, flushed to the disk and renamed. Names that people send are
made safe here: no folder above, no hidden file, nothing longer than a file system takes.
"""

import os
import secrets
import shutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from docverify.errors import UsageError
from docverify.facts.evidence import printable
from docverify.ledger.desk.records import StoredFile

LONGEST_PART = 120  # bytes
DEEPEST = 12


class TooLarge(UsageError):
    """An upload beyond what is taken."""


class CutOff(UsageError):
    """An upload that ended before it was whole."""


@dataclass(frozen=True, slots=True)
class Received:
    """What arrived: the hash and the size."""

    sha256: str
    size: int


async def receive(folder: Path, chunks: AsyncIterator[bytes], *, most: int, expected: int | None = None) -> Received:
    """The stream on the disk under its hash; TooLarge beyond `most`, CutOff when it is not the `expected` length."""
    incoming = folder / "incoming" / f"{secrets.token_hex(12)}.part"
    digest, size = sha256(), 0
    try:
        with incoming.open("wb") as stream:
            async for chunk in chunks:
                size += len(chunk)
                if size > most:
                    raise TooLarge(f"larger than {most >> 20} MB; send it in parts")
                digest.update(chunk)
                stream.write(chunk)
            if expected is not None and size != expected:
                raise CutOff(f"cut off after {size} of {expected} bytes; send it again")
            stream.flush()
            os.fsync(stream.fileno())
        target = place(folder, digest.hexdigest())
        target.parent.mkdir(exist_ok=True)
        incoming.replace(target)
        target.chmod(0o400)
    finally:
        incoming.unlink(missing_ok=True)
    return Received(digest.hexdigest(), size)


def place(folder: Path, digest: str) -> Path:
    """Where the file of that hash is."""
    return folder / "papers" / digest[:2] / digest


def safe_path(name: str) -> str:
    """The name as it may be used below a folder; folders of the name are kept."""
    parts = [_safe_part(part) for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", ".", "..")]
    return "/".join([part for part in parts if part][-DEEPEST:]) or "unnamed"


def _safe_part(part: str) -> str:
    clean = printable(part).lstrip(". ").rstrip(". ").replace(":", "_")
    if len(clean.encode()) <= LONGEST_PART:
        return clean
    stem, dot, suffix = clean.rpartition(".")
    keep = LONGEST_PART - len(suffix.encode()) - 1
    if not dot or keep < 40:
        return clean.encode()[:LONGEST_PART].decode("utf-8", "ignore")
    return stem.encode()[:keep].decode("utf-8", "ignore").rstrip() + dot + suffix


def laid_out(folder: Path, files: Sequence[StoredFile], name: str) -> Path:
    """A folder with the files under their names, as links to what is kept; whoever asked for it removes it."""
    root = folder / "work" / name
    shutil.rmtree(root, ignore_errors=True)
    (root / "papers").mkdir(parents=True)
    for file in files:
        target = root / "papers" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(place(folder, file.sha256))
        except OSError:  # another disk, or a file system without links
            shutil.copyfile(place(folder, file.sha256), target)
    return root

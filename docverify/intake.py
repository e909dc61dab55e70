"""Files, folders and archives to `SourceFile`s, once per content; what is refused is refused by name, with advice.

Papers are known by their content: a PDF, or a picture (PNG, JPEG, TIFF) as a scan. Archives are opened in memory,
member by member under a hard byte count, for their headers are not to be trusted; names that leave the archive, links,
absolute paths and control characters are refused. Files that belong to the shipment (`not_papers`) are passed over.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from typing import IO

from docverify.errors import UnreadableInput
from docverify.facts.source import EMPTY, Refusal, SourceFile

CHUNK = 1 << 20
DEVICE_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))})
SETTINGS = frozenset({".yaml", ".yml", ".json", ".toml"})
TRACES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """How much is taken in; what goes beyond is refused."""

    files: int = 5_000
    file_bytes: int = 256 << 20
    total_bytes: int = 2 << 30
    ratio: int = 200
    depth: int = 3
    folder_depth: int = 20
    name_length: int = 400


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in. `duplicates` are pairs (path, path of the same bytes that was kept)."""

    sources: tuple[SourceFile, ...]
    refusals: tuple[Refusal, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()  # hidden files and folders, not looked into
    set_aside: tuple[str, ...] = ()  # settings and traces of file browsers: plainly no papers


@dataclass(slots=True)
class _Taking:
    """What has been taken in so far."""

    limits: IntakeLimits
    skip: frozenset[Path]
    sources: dict[str, SourceFile] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    seen: int = 0
    total: int = 0

    def refuse(self, path: str, reason: str, advice: str) -> None:
        """Note the refusal."""
        self.refusals.append(Refusal(path, reason, advice))


def take_in(paths: Sequence[Path], *, not_papers: Sequence[Path] = (), limits: IntakeLimits | None = None) -> Intake:
    """Every paper at the paths, in order of name, each content once.

    A path inside a given folder is relative to that folder; a file given by itself has its name. Raises
    UnreadableInput when a path does not exist.
    """
    taking = _Taking(limits or IntakeLimits(), frozenset(path.resolve() for path in not_papers))
    for path in paths:
        if not path.exists():
            raise UnreadableInput(f"{path}: no such file or folder")
        if path.is_dir():
            _take_folder(taking, path, path, 0)
        else:
            _take_file(taking, path, path.name)
    return Intake(
        tuple(taking.sources.values()),
        tuple(taking.refusals),
        tuple(taking.duplicates),
        tuple(taking.hidden),
        tuple(taking.set_aside),
    )


def _take_folder(taking: _Taking, root: Path, folder: Path, depth: int) -> None:
    if depth > taking.limits.folder_depth:
        taking.refuse(_relative(root, folder), "folders are nested too deep", "Flatten the folder.")
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        taking.refuse(
            _relative(root, folder), f"the folder cannot be opened: {error.strerror}", "Check its permissions."
        )
        return
    for entry in entries:
        name = _relative(root, entry)
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            taking.hidden.append(name)
        elif entry.is_symlink() and not _stays_inside(root, entry):
            taking.refuse(name, "the link leads out of the folder", "Copy the file itself into the folder.")
        elif entry.is_dir():
            if not entry.is_symlink():
                _take_folder(taking, root, entry, depth + 1)
        else:
            _take_file(taking, entry, name)


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else root.name


def _stays_inside(root: Path, link: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root.resolve())
    except OSError:
        return False


def _take_file(taking: _Taking, path: Path, name: str) -> None:
    if path.resolve() in taking.skip:
        return
    if not path.is_file():
        taking.refuse(name, "neither a file nor a folder", "Remove it from the pack.")
        return
    try:
        with path.open("rb") as stream:
            content = _bounded(stream, taking.limits.file_bytes)
    except OSError as error:
        taking.refuse(name, f"the file cannot be opened: {error.strerror}", "Check its permissions.")
        return
    _take_content(taking, name, content, 0)


def _bounded(stream: IO[bytes], limit: int) -> bytes | None:
    """The whole stream; None when it is longer than `limit`, of which no more than the limit was read."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(min(CHUNK, limit + 1 - size)):
        size += len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _take_content(taking: _Taking, name: str, content: bytes | None, depth: int) -> None:
    """Take in a paper, open an archive, refuse anything else."""
    taking.seen += 1
    if taking.seen > taking.limits.files:
        if taking.seen == taking.limits.files + 1:
            advice = "Check the pack in several parts; this file and all after it were left out."
            taking.refuse(name, f"more than {taking.limits.files} files", advice)
        return
    if content is None:
        megabytes = taking.limits.file_bytes >> 20
        taking.refuse(name, f"larger than {megabytes} MB", "Split the file or ask for a smaller copy.")
    elif not content:
        taking.refuse(name, EMPTY, "Ask the supplier to send it again.")
    elif content[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        # An archive whose first member is a stored PDF has a PDF header in its first kilobyte, too.
        _take_archive(taking, name, content, depth)
    elif _is_pdf(content) or content.startswith(PICTURES):
        _keep(taking, name, content)
    elif PurePosixPath(name).suffix.lower() in SETTINGS or PurePosixPath(name).name.lower() in TRACES:
        taking.set_aside.append(name)
    else:
        reason, advice = _guess(content)
        taking.refuse(name, f"not a PDF{reason}", advice)


def _is_pdf(content: bytes) -> bool:
    """ISO 32000: the header stands within the first 1024 bytes."""
    return b"%PDF-" in content[:1024]


def _guess(content: bytes) -> tuple[str, str]:
    """What it is instead, and what to do about it."""
    known = {
        b"Rar!": " but a RAR archive",
        b"7z\xbc\xaf": " but a 7z archive",
        b"\x1f\x8b": " but a gzip archive",
        b"\xd0\xcf\x11\xe0": " but an old Office file",
        b"{\\rtf": " but an RTF text",
        b"<!DO": " but an HTML page",
        b"<htm": " but an HTML page",
    }
    words = next((words for start, words in known.items() if content.startswith(start)), "")
    is_archive = words.endswith("archive")
    return words, "Unpack it, or ask for a ZIP." if is_archive else "Ask for it as a PDF, or move it out of the pack."


def _keep(taking: _Taking, name: str, content: bytes) -> None:
    used = {source.path for source in taking.sources.values()}
    source = SourceFile.of(name, content)
    if name in used and source.sha256 not in taking.sources:  # archives may hold two members of one name
        stem, dot, suffix = name.rpartition(".")
        name = next(other for n in count(2) if (other := f"{stem} ({n}){dot}{suffix}") not in used)
        source = SourceFile.of(name, content)
    kept = taking.sources.get(source.sha256)
    if kept is not None:
        taking.duplicates.append((name, kept.path))
    elif taking.total + len(content) > taking.limits.total_bytes:
        megabytes = taking.limits.total_bytes >> 20
        taking.refuse(name, f"the papers together are larger than {megabytes} MB", "Check the pack in several parts.")
    else:
        taking.total += len(content)
        taking.sources[source.sha256] = source


def _take_archive(taking: _Taking, name: str, content: bytes, depth: int) -> None:
    if depth >= taking.limits.depth:
        taking.refuse(name, f"archives nested deeper than {taking.limits.depth}", "Unpack the inner archives.")
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        taking.refuse(name, f"the archive is damaged: {error}", "Ask the supplier to send it again.")
        return
    with archive:
        if _is_office(archive):
            taking.refuse(name, "not a PDF but an Office file", "Ask for it as a PDF, or move it out of the pack.")
            return
        budget = _Budget(limit=min(taking.limits.total_bytes, max(len(content), 1 << 20) * taking.limits.ratio))
        for member in _members(taking, name, archive):
            if budget.spent > budget.limit:
                taking.refuse(
                    name, "the archive unpacks to far more than its size", "It may be a ZIP bomb: do not open it."
                )
                break
            _take_member(taking, f"{name}/{member.filename}", archive, member, budget, depth)


@dataclass(slots=True)
class _Budget:
    """How many bytes one archive may unpack to, and how many it has."""

    limit: int
    spent: int = 0


def _is_office(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist()[:50])
    return bool(names & {"[Content_Types].xml", "mimetype"}) and not any(n.lower().endswith(".pdf") for n in names)


def _members(taking: _Taking, name: str, archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The members in order of name, without folders and hidden files; bad names are refused."""
    members = archive.infolist()
    if len(members) > taking.limits.files:
        advice = "Check the pack in several parts."
        taking.refuse(name, f"the archive holds more than {taking.limits.files} files", advice)
        return
    for member in sorted(members, key=_member_name):
        parts = PurePosixPath(member.filename).parts
        problem = _bad_name(member, taking.limits.name_length)
        if problem:
            shown = member.filename.encode("unicode_escape").decode("ascii")[:200]
            taking.refuse(f"{name}/{shown}", problem, "Ask for an archive with plain relative names.")
        elif member.is_dir():
            continue
        elif any(part.startswith(".") or part == "__MACOSX" for part in parts):
            taking.hidden.append(f"{name}/{member.filename}")
        else:
            yield member


def _member_name(member: zipfile.ZipInfo) -> str:
    return member.filename


def _bad_name(member: zipfile.ZipInfo, longest: int) -> str:
    """What is wrong with the member's name or kind; empty when nothing is."""
    name = member.orig_filename or member.filename
    parts = name.replace("\\", "/").split("/")
    if any(ord(char) < 32 or ord(char) == 127 or 0x202A <= ord(char) <= 0x202E for char in name):
        return "the name holds control characters"
    if ".." in parts:
        return "the name leads out of the archive"
    if name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":"):
        return "the name is an absolute path"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "the member is a link"
    if any(part.split(".")[0].lower() in DEVICE_NAMES for part in parts):
        return "the name is one that a system keeps for a device"
    return f"the name is longer than {longest} characters" if len(name) > longest else ""


def _take_member(
    taking: _Taking, name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget, depth: int
) -> None:
    if member.flag_bits & 0x1:
        taking.refuse(name, "encrypted in the archive", "Ask for the archive without a password.")
        return
    allowed = min(taking.limits.file_bytes, budget.limit - budget.spent)
    highest = max(member.compress_size, 1 << 14) * taking.limits.ratio
    try:
        with archive.open(member) as stream:
            content = _bounded(stream, min(allowed, highest))
    except DAMAGE as error:
        taking.refuse(name, f"damaged in the archive: {error}", "Ask the supplier to send it again.")
        return
    budget.spent += min(allowed, highest) + 1 if content is None else len(content)
    if content is None and min(allowed, highest) < taking.limits.file_bytes:
        taking.refuse(name, "unpacks to far more than its size", "It may be a ZIP bomb: do not open it.")
        return
    _take_content(taking, name, content, depth + 1)

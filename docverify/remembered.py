"""Sources → documents, those that were read before taken from what is remembered, the rest read and remembered.

A reading is remembered under the file's hash, the extractor's version and the words that were looked for. The version
is a hash over the code and data that read, so that a change to any of it reads everything again. Not remembered: what
could not be read (it may be readable the next time), and files that hold papers inside (what is read of them depends
on the rest of the pack).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from docverify.document_json import document_from_json, document_to_json
from docverify.facts.document import Document
from docverify.facts.source import Refusal, SourceFile
from docverify.worker.pool import OnRead, read_all

Progress: TypeAlias = Callable[[str, int, int], None]
PACKAGE = Path(__file__).resolve().parent
READERS = ("reading", "extraction", "facts", "classify*", "kind_phrases*", "document_json.py", "worker")
LIBRARIES = ("pypdfium2", "pypdf", "pdfplumber", "rapidocr", "onnxruntime")
BROKEN = "reading this page"  # how the reason of a page starts that broke its reader, by chance perhaps


class Readings(Protocol):
    """What remembers: a ledger."""

    def readings(
        self, hashes: Sequence[str], *, extractor: str, settings: str
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """The plain JSON documents that are remembered, by the hash of their file."""

    def keep_readings(
        self, entries: Mapping[str, Sequence[Mapping[str, Any]]], *, extractor: str, settings: str
    ) -> None:
        """Remember these."""


def read_remembered(
    sources: Sequence[SourceFile],
    readings: Readings | None,
    *,
    jobs: int = 1,
    watch: Sequence[str] = (),
    on_progress: Progress | None = None,
    on_read: OnRead | None = None,
    kinds: Mapping[str, str] | None = None,
) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """Every document of the sources, and those that could not be read: the same whether remembered or read.

    `on_read` is called as soon as there is something of a file: at once, without texts, for what is remembered.
    `kinds` are papers that a person said the kind of: as such they are another reading.
    """
    reader = partial(read_all, jobs=jobs, watch=watch, on_progress=on_progress, on_read=on_read, kinds=kinds)
    if readings is None:
        return reader(sources)
    extractor, settings = extractor_version(), _settings(watch, kinds or {})
    kept = readings.readings([source.sha256 for source in sources], extractor=extractor, settings=settings)
    known = {source.sha256: _decoded(source, kept[source.sha256]) for source in sources if source.sha256 in kept}
    known = {sha: documents for sha, documents in known.items() if documents}
    if on_read:
        for sha, papers in known.items():
            on_read(sha, papers, ())
    new = [source for source in sources if source.sha256 not in known]
    documents, refusals = reader(new)
    documents = tuple(document for document in documents if document.sha256 not in known)  # embedded, and in the pack
    readings.keep_readings(
        {source.sha256: found for source in new if (found := _worth_keeping(source, documents, refusals))},
        extractor=extractor,
        settings=settings,
    )
    return _in_order(sources, [*(d for found in known.values() for d in found), *documents]), refusals


def _settings(watch: Sequence[str], kinds: Mapping[str, str]) -> str:
    asked = [list(watch), dict(sorted(kinds.items()))] if kinds else list(watch)
    return sha256(json.dumps(asked).encode()).hexdigest()


def _decoded(source: SourceFile, entries: Sequence[Mapping[str, Any]]) -> tuple[Document, ...]:
    """The documents under the name the file has in this pack; none when what was remembered is damaged."""
    try:
        found = [document_from_json(entry) for entry in entries]
    except ValueError:
        return ()
    if any(document.sha256 != source.sha256 for document in found):
        return ()
    return tuple(replace(document, path=source.path) for document in found)


def _worth_keeping(
    source: SourceFile, documents: Iterable[Document], refusals: Iterable[Refusal]
) -> list[dict[str, Any]]:
    """The file's documents as plain JSON; none when something of the file was not read, or lies inside it."""
    inside = f"{source.path}/"
    if any(refusal.path == source.path or refusal.path.startswith(inside) for refusal in refusals):
        return []
    found = [document for document in documents if document.sha256 == source.sha256]
    broken = any(page.reason.startswith(BROKEN) for document in found for page in document.unread_pages)
    nested = any(document.marks.get("attachments") or document.marks.get("embedded_papers") for document in found)
    return [] if broken or nested else [document_to_json(document) for document in found]


def _in_order(sources: Sequence[SourceFile], documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents in the order of their files, those inside a file after it."""
    by_hash = {source.sha256: number for number, source in enumerate(sources)}
    by_path = {source.path: number for number, source in enumerate(sources)}

    def place(document: Document) -> tuple[int, bool]:
        if document.sha256 in by_hash:
            return by_hash[document.sha256], False
        path = document.path
        while path and path not in by_path:
            path = path.rpartition("/")[0]
        return by_path.get(path, len(sources)), True

    return tuple(sorted(documents, key=place))


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """A hash over everything that decides what is read from a file: code, patterns, and the libraries' versions."""
    digest = sha256()
    for path in sorted(path for pattern in READERS for path in _files(pattern)):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\0".encode())
    return digest.hexdigest()


def _files(pattern: str) -> Iterable[Path]:
    for path in PACKAGE.glob(pattern):
        found = [path] if path.is_file() else path.rglob("*")
        yield from (file for file in found if file.suffix in {".py", ".yaml", ".txt", ".json"} and file.is_file())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"

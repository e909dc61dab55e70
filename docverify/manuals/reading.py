"""Manuals to documents through the worker, each content once: what was read before comes from the cache."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from docverify.document_json import document_from_json, document_to_json
from docverify.errors import UsageError
from docverify.facts.document import Document
from docverify.facts.source import Refusal, SourceFile
from docverify.manuals import cache
from docverify.worker.pool import Progress, read_all


@dataclass(slots=True)
class Readings:
    """Reads files; `on_progress` hears of pages."""

    jobs: int = 1
    on_progress: Progress | None = None
    contents: dict[Path, bytes] = field(default_factory=dict)

    def content(self, path: Path) -> bytes:
        """The file's bytes, read once; UsageError when it cannot be read."""
        if path not in self.contents:
            try:
                self.contents[path] = path.read_bytes()
            except OSError as error:
                raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
        return self.contents[path]

    def of(
        self, paths: Sequence[Path], words: Sequence[str], logos: Sequence[int]
    ) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
        """The manuals at the paths and those that could not be read, in order; `words` and `logos` are looked for."""
        sources = {path: SourceFile(path.as_posix(), self.content(path), "") for path in paths}
        return self.of_sources(list(sources.values()), words, logos)

    def of_sources(
        self, sources: Sequence[SourceFile], words: Sequence[str], logos: Sequence[int]
    ) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
        """As `of`, for contents that lie in no file: the manual as it was released."""
        known: dict[str, Document] = {}
        unread: list[SourceFile] = []
        for source in sources:
            source = SourceFile(source.path, source.content, sha256(source.content).hexdigest())
            kept = cache.load(_key(source, words, logos))
            if kept is None:
                unread.append(source)
            else:
                known[source.path] = replace(document_from_json(kept), path=source.path)
        documents, refusals = read_all(
            unread, jobs=self.jobs, watch=words, manual=list(logos), on_progress=self.on_progress
        )
        for document, source in ((d, s) for d in documents for s in unread if s.path == d.path):
            cache.save(_key(source, words, logos), document_to_json(document))
            known[document.path] = document
        return tuple(known[s.path] for s in sources if s.path in known), refusals


def _key(source: SourceFile, words: Sequence[str], logos: Sequence[int]) -> str:
    return cache.key_of("reading", source.sha256, Path(source.path).suffix.lower(), list(words), list(logos))

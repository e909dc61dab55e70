"""The papers of a pack → documents, with what their pages say kept to be searched; and papers read as another kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docverify.corrections import Correction, kinds_of
from docverify.facts.document import Document
from docverify.facts.source import SourceFile
from docverify.ledger import Ledger
from docverify.ledger.desk import search
from docverify.remembered import Readings, read_remembered


@dataclass(slots=True)
class ReadingsWithTexts:
    """The ledger's readings, but only of files whose texts it has: the others are read once more."""

    ledger: Ledger
    texts: dict[str, Sequence[tuple[int, str]]] = field(default_factory=dict)

    def readings(
        self, hashes: Sequence[str], *, extractor: str, settings: str
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What is remembered of files whose pages can be searched."""
        kept = self.ledger.readings(hashes, extractor=extractor, settings=settings)
        searchable = search.with_texts(self.ledger, list(kept))
        return {sha256: documents for sha256, documents in kept.items() if sha256 in searchable}

    def keep_readings(
        self, entries: Mapping[str, Sequence[Mapping[str, Any]]], *, extractor: str, settings: str
    ) -> None:
        """Keep the texts first: a reading without them would be of no use."""
        texts, self.texts = self.texts, {}
        search.keep_texts(self.ledger, texts)
        self.ledger.keep_readings(entries, extractor=extractor, settings=settings)


def read_again(
    sources: Sequence[SourceFile],
    documents: Sequence[Document],
    corrections: Sequence[Correction],
    readings: Readings,
    *,
    jobs: int,
    watch: Sequence[str],
) -> dict[str, Document]:
    """The papers that a person said the kind of, by id, read as papers of that kind."""
    here = {document.id: document.path for document in documents}
    kinds = {id: kind for id, kind in kinds_of(corrections).items() if id in here}
    if not kinds:
        return {}
    paths = [here[id] for id in kinds]
    wanted = [s for s in sources if any(path == s.path or path.startswith(f"{s.path}/") for path in paths)]
    found, _ = read_remembered(wanted, readings, jobs=jobs, watch=watch, kinds=kinds)
    return {document.id: document for document in found if document.id in kinds}

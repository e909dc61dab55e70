"""A folder of labelled papers to an `Evaluation`: reads every document and checks every pack, then counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from docverify.evaluation.boxes import BoxCount, read_back
from docverify.evaluation.defects import PackScore, score_pack
from docverify.evaluation.labels import LabelledFile, labelled_files, pack_folders, walk_values
from docverify.evaluation.score import DocumentScore, Mistake, Tally, score_file
from docverify.facts.document import Document
from docverify.facts.source import Refusal, SourceFile
from docverify.worker.pool import read_all

ReadDocuments: TypeAlias = Callable[[Sequence[SourceFile]], tuple[tuple[Document, ...], tuple[Refusal, ...]]]


@dataclass(frozen=True)
class Evaluation:
    """Every score with what could not be measured (`missing`) or read (`refusals`)."""

    scores: tuple[DocumentScore, ...] = ()
    packs: tuple[PackScore, ...] = ()
    boxes: BoxCount = field(default_factory=BoxCount)
    box_mistakes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def part(self, *, scanned: bool | None = None, held_out: bool | None = None) -> tuple[DocumentScore, ...]:
        """The scores of papers that are (or are not) scanned and held out."""
        return tuple(
            score
            for score in self.scores
            if (scanned is None or score.file.scanned is scanned)
            and (held_out is None or score.file.held_out is held_out)
        )

    def mistakes(self) -> list[Mistake]:
        """Every mistake, the most confident wrong values first, then missed ones."""
        found = [mistake for score in self.scores for mistake in score.mistakes]
        return sorted(found, key=lambda m: (-m.confidence, m.field, m.file))


def evaluate_corpus(folder: Path, *, jobs: int = 1) -> Evaluation:
    """The evaluation of every labelled document and every pack below the folder."""
    documents = evaluate_documents(folder, jobs=jobs)
    packs = evaluate_packs(folder, jobs=jobs)
    return Evaluation(
        documents.scores, packs.packs, documents.boxes, documents.box_mistakes, documents.missing, documents.refusals
    )


def evaluate_documents(folder: Path, *, jobs: int = 1, read_documents: ReadDocuments | None = None) -> Evaluation:
    """The evaluation of the labelled documents; `read_documents` stands in for the worker."""
    files = labelled_files(folder)
    sources = {file.name: SourceFile.of(file.name, file.pdf.read_bytes()) for file in files if file.pdf}
    present = list(sources.values())
    documents, refusals = read_documents(present) if read_documents else read_all(present, jobs=jobs)
    return score_files(files, documents, refusals)


def score_files(
    files: Sequence[LabelledFile], documents: Iterable[Document], refusals: Sequence[Refusal] = ()
) -> Evaluation:
    """The evaluation of those files by the documents that were read from them (matched by path)."""
    by_path: dict[str, list[Document]] = {}
    for document in documents:
        by_path.setdefault(document.path, []).append(document)
    named = frozenset(value.value for _, _, name, value in walk_values(files) if name == "statements")
    scores: list[DocumentScore] = []
    boxes, box_mistakes = BoxCount(), []
    for file in files:
        if file.pdf is None:
            continue
        read = by_path.get(file.name, [])
        scores += score_file(file, read, statements=named)
        count, lines = read_back(file.pdf, read)
        boxes.add(count)
        box_mistakes += lines
    missing = tuple(f"{file.name}: {file.missing}" for file in files if file.pdf is None)
    return Evaluation(tuple(scores), (), boxes, tuple(box_mistakes), missing, tuple(refusals))


def evaluate_packs(folder: Path, *, jobs: int = 1) -> Evaluation:
    """The seeded-defect score of every pack below the folder."""
    return Evaluation(packs=tuple(score_pack(pack, jobs=jobs) for pack in pack_folders(folder)))


def by_field(scores: Iterable[DocumentScore], *, soft: bool = False) -> dict[str, Tally]:
    """Counts of each field over the documents."""
    sums: dict[str, Tally] = {}
    for score in scores:
        for name, tally in (score.soft if soft else score.strict).items():
            sums.setdefault(name, Tally()).add(tally)
    return dict(sorted(sums.items()))


def micro(scores: Iterable[DocumentScore], *, soft: bool = False) -> Tally:
    """Counts over all fields together."""
    total = Tally()
    for tally in by_field(scores, soft=soft).values():
        total.add(tally)
    return total


def macro(scores: Iterable[DocumentScore]) -> float:
    """The mean F1 of the fields that were labelled at all; 1.0 when there are none."""
    values = [tally.f1 for tally in by_field(scores).values() if tally.support]
    return sum(values) / len(values) if values else 1.0


def share(flags: Iterable[bool]) -> float:
    """The share of true flags; 1.0 when there are none."""
    counted = list(flags)
    return sum(counted) / len(counted) if counted else 1.0


def calibration(scores: Iterable[DocumentScore]) -> tuple[list[tuple[float, float, int, int]], float]:
    """Bins (from, to, values, right) of confidence, and the expected calibration error."""
    judged = [entry for score in scores for entry in score.judged]
    edges = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
    bins, error = [], 0.0
    for low, high in zip(edges, edges[1:], strict=False):
        inside = [(confidence, right) for confidence, right in judged if low <= confidence < high]
        right = sum(ok for _, ok in inside)
        bins.append((low, min(high, 1.0), len(inside), right))
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            error += abs(mean - right / len(inside)) * len(inside) / len(judged)
    return bins, error

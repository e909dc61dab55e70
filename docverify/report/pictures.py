"""Pictures of the pages that hold evidence: which pages a report needs, most important first, and what was drawn.

Nothing here opens a paper; `worker.drawing` draws, in a child process. A page that could not be drawn keeps its reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docverify.facts.dossier import CoverageRow, Quote, State
from docverify.facts.finding import Finding, Outcome
from docverify.facts.result import Result

NOT_ASKED = "no picture: give the folder of the papers with --pack"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to draw: the file by its hash, its path, the page, and its rank (0 first)."""

    sha256: str
    path: str
    page: int
    rank: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as displayed: width and height in points, the picture's type (`png`, `webp`) and bytes."""

    width: float
    height: float
    type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures by file hash and page, and why the others are missing."""

    drawn: Mapping[tuple[str, int], PagePicture] = field(default_factory=dict)
    missing: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def of(self, sha256: str, page: int) -> PagePicture | None:
        """The page's picture, where there is one."""
        return self.drawn.get((sha256, page))

    def why_not(self, sha256: str, page: int) -> str:
        """Why the page has no picture."""
        return self.missing.get((sha256, page), NOT_ASKED)


def pages_wanted(result: Result) -> tuple[Wanted, ...]:
    """Pages of open findings by severity, then of coverage that is not shown, then of coverage that is."""
    ranked: dict[tuple[str, int], int] = {}
    documents = {document.id: document for document in result.dossier.documents}
    for quote, rank in _quotes(result):
        document = documents.get(quote.document)
        if document is not None:
            key = (quote.document, quote.page)
            ranked[key] = min(rank, ranked.get(key, rank))
    wanted = {
        (documents[id].sha256, page): Wanted(documents[id].sha256, documents[id].path, page, rank)
        for (id, page), rank in sorted(ranked.items(), key=_rank)
    }
    return tuple(sorted(wanted.values(), key=_order))


def _quotes(result: Result) -> Iterable[tuple[Quote, int]]:
    for finding in result.verdict.findings:
        if finding.outcome in (Outcome.FAIL, Outcome.UNDETERMINED):
            yield from ((quote, _finding_rank(finding)) for quote in finding.evidence)
    for row in result.coverage:
        yield from ((quote, _row_rank(row)) for quote in row.evidence)


def _finding_rank(finding: Finding) -> int:
    return 3 - finding.severity.weight + (0 if finding.outcome is Outcome.FAIL else 4)


def _row_rank(row: CoverageRow) -> int:
    return 8 if row.state is not State.COVERED else 9


def _rank(entry: tuple[tuple[str, int], int]) -> int:
    return -entry[1]  # the best rank is written last and stays


def _order(wanted: Wanted) -> tuple[int, str, int]:
    return (wanted.rank, wanted.path, wanted.page)

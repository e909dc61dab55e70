"""Findings that show before the verdict: worked out beside the readers, told with how far the papers are.

Nothing of it is kept once there is a verdict, and nothing rests on it.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docverify.draft import draft_shipment
from docverify.errors import DocverifyError
from docverify.facts.document import Document
from docverify.facts.finding import Finding
from docverify.facts.source import Refusal
from docverify.ledger.desk.records import Pack
from docverify.packs import packs_for
from docverify.provisional import so_far
from docverify.report.words import shown, word
from docverify.web.shipments import begun, read_written

log = logging.getLogger("docverify.web.early")
LOOK_S = 0.15
REST = 3  # times as long as it took: many products and papers must not hold the verdict up
MOST = 50


def told_of(pack: Pack) -> list[dict[str, Any]]:
    """What is seen so far, as pages and the API show it."""
    try:
        found = json.loads(pack.so_far or "[]")
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def warm() -> None:
    """The rule packs that nearly every pack needs, loaded before the first one comes."""
    packs_for(("EU",), as_of=datetime.now(tz=UTC).date())


@dataclass(slots=True)
class Early:
    """The papers of one pack as they are read, and who is told of what is wrong with them."""

    pack: Pack
    root: Path
    refusals: Sequence[Refusal]
    tell: Callable[[str], None]
    documents: list[Document] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    fresh: threading.Event = field(default_factory=threading.Event)

    def read(self, documents: Sequence[Document]) -> None:
        """These have been read, too."""
        self.documents.extend(documents)
        self.fresh.set()

    def run(self) -> None:
        """Tell what is seen whenever more has been read, until it is over."""
        while not self.over.is_set():
            if not self.fresh.wait(LOOK_S):
                continue
            self.fresh.clear()
            began = time.monotonic()
            try:
                self.tell(json.dumps(self._seen(list(self.documents)), ensure_ascii=False))
            except DocverifyError as error:  # a shipment file that is none yet: the verdict will say so
                log.info("pack %s: nothing to tell so far: %s", self.pack.id, error)
            except Exception:  # the edge of a convenience: the verdict must come whatever happens here
                log.exception("pack %s: what is seen so far", self.pack.id)
            self.over.wait(REST * (time.monotonic() - began))  # the readers' answers are heard first

    def _seen(self, documents: Sequence[Document]) -> list[dict[str, Any]]:
        folder = self.root / "early"
        folder.mkdir(exist_ok=True)
        written = read_written(self._with_shipment(documents), folder)
        as_of = written.placed_on_market
        found = so_far(written, documents, self.refusals, packs_for(written.markets, as_of=as_of), as_of=as_of)
        names = {document.id: document.name for document in documents}
        return [_line(finding, names) for finding in _once(found)][:MOST]

    def _with_shipment(self, documents: Sequence[Document]) -> Pack:
        if self.pack.shipment:
            return self.pack
        today = datetime.now(tz=UTC).date()
        return replace(
            self.pack, shipment=begun(draft_shipment(documents, name=self.pack.name, today=today), self.pack)
        )


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Each complaint about a paper once, whatever the number of products and markets."""
    kept: dict[tuple[str | None, str, str], Finding] = {}
    for finding in found:
        kept.setdefault((finding.subject.document, finding.topic.value, finding.message), finding)
    return list(kept.values())


def _line(finding: Finding, names: dict[str, str]) -> dict[str, Any]:
    paper = finding.subject.document or ""
    return {
        "rule": finding.rule,
        "topic": finding.topic.value,
        "title": word("topics", finding.topic.value),
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "severity_word": word("severities", finding.severity.value),
        "message": shown(finding.message),
        "paper": shown(names.get(paper, paper)),
        "page": finding.evidence[0].page if finding.evidence else 0,
    }


@contextmanager
def early(pack: Pack, root: Path, refusals: Sequence[Refusal], tell: Callable[[str], None]) -> Any:
    """Tell of the pack's papers while the block reads them; of a pack that has a result already nothing is told."""
    state = Early(pack, root, refusals, tell)
    if pack.run:
        yield state
        return
    thread = threading.Thread(target=state.run, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.over.set()
        thread.join()

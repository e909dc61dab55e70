"""The process that checks packs: takes one that waits, reads its papers, has it judged, keeps the result.

Started by the server as `python -m docverify.web.work`, one or several; it holds a lease on the pack it is at, tells
how far it is, and may be killed at any moment: whoever takes the pack up afterwards begins with what was read already.
"""

import contextlib
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from docverify.accepted import Accepted
from docverify.corrections import Correction
from docverify.draft import draft_shipment
from docverify.errors import DocverifyError, LedgerError
from docverify.facts.document import Document
from docverify.facts.result import Result
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal, SourceFile
from docverify.intake import Intake, take_in
from docverify.ledger import Ledger, open_ledger
from docverify.ledger.desk import notes, packs, search
from docverify.ledger.desk.records import Pack, Standing
from docverify.packs import packs_for
from docverify.remembered import read_remembered
from docverify.report.formats import FORMATS
from docverify.report.pictures import pages_wanted
from docverify.verify import judge, words_to_find
from docverify.waivers import WrittenWaiver
from docverify.web import pictures, store
from docverify.web.early import Early, early, warm
from docverify.web.reading import ReadingsWithTexts, read_again
from docverify.web.settings import PARENT, VARIABLE, Settings, settings_from
from docverify.web.shipments import begun, read_written
from docverify.worker.pool import PageText
from docverify.worker.starting import started_ahead

log = logging.getLogger("docverify.web.work")
IDLE_S = 0.1
TELL_S = 0.25
MOST_DRAWN = 120  # pages drawn ahead
OPEN = ("fail", "undetermined")


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(tz=UTC)


@dataclass(slots=True)
class Telling:
    """What is told of a pack while it is worked on, by a thread that also keeps the lease alive."""

    ledger: Ledger
    pack: Pack
    lease: timedelta
    standings: dict[str, Standing] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    seen: str | None = None  # what is seen so far and was not told yet
    lost: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    def set(self, path: str, state: str, *, page: int = 0, pages: int = 0, why: str = "") -> None:
        """How far a paper is."""
        self.standings[path] = Standing(self.pack.id, path, state, page, pages, why)
        self.changed.add(path)

    def read(self, path: str, done: int, count: int) -> None:
        """What the reader calls: so many pages of the paper are done."""
        self.set(path, "done" if count and done >= count else "reading", page=done, pages=count)

    def see(self, text: str) -> None:
        """What is seen so far of the papers."""
        self.seen = text

    def run(self) -> None:
        """Tell until it is over."""
        told_at = 0.0
        while not self.over.wait(TELL_S):
            due = time.monotonic() - told_at > self.lease.total_seconds() / 3
            if (self.changed or due or self.seen is not None) and not self.lost:
                news, self.changed = self.changed, set()
                seen, self.seen = self.seen, None
                with contextlib.suppress(LedgerError):  # the database is gone for a moment: the next turn tells it
                    entries = [self.standings[path] for path in news]
                    self.lost = not packs.hold(self.ledger, self.pack, entries, at=now(), lease=self.lease, so_far=seen)
                    told_at = time.monotonic()


@contextlib.contextmanager
def telling(ledger: Ledger, pack: Pack, lease: timedelta) -> Iterator[Telling]:
    """Tell how far the pack is while the block runs."""
    state = Telling(ledger, pack, lease)
    thread = threading.Thread(target=state.run, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.over.set()
        thread.join()


def check_pack(ledger: Ledger, settings: Settings, pack: Pack) -> None:
    """The work on one pack: only read it while it is still being sent, check it when it is whole."""
    folder = Path(settings.folder)
    with telling(ledger, pack, timedelta(seconds=settings.lease_s)) as state:
        root = store.laid_out(folder, packs.files_of(ledger, pack.id), f"{pack.id}-{os.getpid()}")
        try:
            intake = take_in([root / "papers"])
            _announce(state, intake)
            written = read_written(pack, root) if pack.shipment else None
            watch = words_to_find(written) if written else ()
            with early(pack, root, intake.refusals, state.see) as seen:
                documents, unread = _read(ledger, settings, intake, watch, state, seen)
            _settle(state, unread)
            if not pack.uploaded:
                packs.finish(ledger, pack, list(state.standings.values()), at=now())
                return
            if written is None:
                pack = _drafted(ledger, pack, documents)
                written = read_written(pack, root)
            result = _judged(ledger, settings, pack, written, documents, unread, intake)
        finally:
            shutil.rmtree(root, ignore_errors=True)
        _keep(ledger, pack, result, state)
    _draw_ahead(folder, result, intake.sources)


def _read(
    ledger: Ledger, settings: Settings, intake: Intake, watch: Sequence[str], state: Telling, seen: Early
) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """The papers read, those that were read before excepted; told of as they come."""
    readings = ReadingsWithTexts(ledger)

    def on_read(sha256: str, found: Sequence[Document], texts: Sequence[PageText]) -> None:
        seen.read(found)
        if texts:
            readings.texts[sha256] = texts

    return read_remembered(
        intake.sources, readings, jobs=settings.jobs, watch=watch, on_progress=state.read, on_read=on_read
    )


def _announce(state: Telling, intake: Intake) -> None:
    for source in intake.sources:
        state.set(source.path, "queued")
    for refusal in intake.refusals:
        state.set(refusal.path, "refused", why=f"{refusal.reason}. {refusal.advice}".strip())
    for path, first in intake.duplicates:
        state.set(path, "duplicate", why=f"the same file as {first}")
    for path in (*intake.set_aside, *intake.hidden):
        state.set(path, "aside", why="no paper")


def _settle(state: Telling, unread: Sequence[Refusal]) -> None:
    """Papers that were remembered were never told of: they are done, too."""
    for refusal in unread:
        state.set(refusal.path, "refused", why=f"{refusal.reason}. {refusal.advice}".strip())
    for path, entry in list(state.standings.items()):
        if entry.state in ("queued", "reading"):
            state.set(path, "done", page=entry.pages, pages=entry.pages)


def _drafted(ledger: Ledger, pack: Pack, documents: Sequence[Document]) -> Pack:
    """The pack with a shipment drafted from its papers; with the one that somebody wrote in the meantime, if so."""
    at = now()
    text = begun(draft_shipment(documents, name=pack.name, today=at.date()), pack)
    packs.save_shipment(ledger, pack.id, text, version=pack.shipment_version, who="docverify", at=at, drafted=True)
    fresh = packs.pack_of(ledger, pack.id, workspace=pack.workspace)
    return replace(fresh, wanted=pack.wanted)


def _judged(
    ledger: Ledger,
    settings: Settings,
    pack: Pack,
    written: Shipment,
    documents: Sequence[Document],
    unread: Sequence[Refusal],
    intake: Intake,
) -> Result:
    as_of, corrections = written.placed_on_market, _corrections(ledger, pack)
    watch, readings = words_to_find(written), ReadingsWithTexts(ledger)
    again = read_again(intake.sources, documents, corrections, readings, jobs=settings.jobs, watch=watch)
    return judge(
        written,
        documents,
        (*intake.refusals, *unread),
        packs_for(written.markets, as_of=as_of),
        as_of=as_of,
        intake=intake,
        accepted=Accepted(waivers=_waivers(ledger, pack)),
        corrections=corrections,
        read_again=again,
    )


def _waivers(ledger: Ledger, pack: Pack) -> tuple[WrittenWaiver, ...]:
    lines = [line for line in notes.waivers_of(ledger, pack.id) if not line.withdrawn]
    return tuple(
        WrittenWaiver(
            fingerprint=line.fingerprint, reason=line.reason, who=line.who, expires=date.fromisoformat(line.expires)
        )
        for line in lines
    )


def _corrections(ledger: Ledger, pack: Pack) -> tuple[Correction, ...]:
    lines = [line for line in notes.corrections_of(ledger, pack.id) if not line.withdrawn]
    return tuple(Correction(x.document, x.field, x.was, x.value, x.who, x.why) for x in lines)


def _keep(ledger: Ledger, pack: Pack, result: Result, state: Telling) -> None:
    run = ledger.record_run(result, FORMATS["json"](result), who=pack.created_by, at=now())
    search.index(ledger, pack.id, result.dossier.documents)
    open_ones = sum(f.outcome.value in OPEN and f.waiver is None for f in result.verdict.findings)
    packs.finish(
        ledger,
        pack,
        list(state.standings.values()),
        at=now(),
        run=run,
        verdict=result.verdict.conclusion.value,
        open_findings=open_ones,
    )


def _draw_ahead(folder: Path, result: Result, sources: Sequence[SourceFile]) -> None:
    pictures.draw(folder, pages_wanted(result)[:MOST_DRAWN], sources)


def serve(settings: Settings) -> int:
    """Work until the server that started this process is gone."""
    ledger = open_ledger(settings.database)
    parent = int(os.environ.get(PARENT) or os.getppid())
    threading.Thread(target=warm, daemon=True).start()
    while os.getppid() == parent:
        with contextlib.ExitStack() as ahead:
            for _ in range(settings.jobs):
                ahead.enter_context(started_ahead())
            pack = _next(ledger, settings, parent)
            if pack is not None:
                _attempt(ledger, settings, pack)
    return 0


def _next(ledger: Ledger, settings: Settings, parent: int) -> Pack | None:
    name, lease = f"{os.uname().nodename}-{os.getpid()}", timedelta(seconds=settings.lease_s)
    while os.getppid() == parent:
        with contextlib.suppress(LedgerError):
            pack = packs.take_work(ledger, name, at=now(), lease=lease)
            if pack is not None:
                return pack
        time.sleep(IDLE_S)
    return None


def _attempt(ledger: Ledger, settings: Settings, pack: Pack) -> None:
    if pack.tries > packs.TRIES:
        packs.give_up(ledger, pack, "checking it ended the worker again and again; please report it", at=now())
        return
    try:
        check_pack(ledger, settings, pack)
    except LedgerError as error:
        log.warning("pack %s: %s", pack.id, error)
        _later(ledger, pack)
    except DocverifyError as error:
        packs.give_up(ledger, pack, str(error), at=now())
    except OSError as error:  # a full disk
        log.warning("pack %s: %s", pack.id, error.strerror)
        _later(ledger, pack)
    except Exception:  # the edge of one pack: a defect here must cost that pack only
        log.exception("pack %s", pack.id)
        with contextlib.suppress(LedgerError):
            packs.give_up(ledger, pack, "an internal error; please report it", at=now())


def _later(ledger: Ledger, pack: Pack) -> None:
    """Leave the pack to a better moment; when even that cannot be noted, its lease runs out."""
    time.sleep(1)
    with contextlib.suppress(LedgerError):
        packs.put_back(ledger, pack)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    sys.exit(serve(settings_from(os.environ[VARIABLE])))

"""Pages to pictures by a child process that may be killed: a page that breaks it costs that picture and nothing else.

Pages come in order of their rank; what goes beyond the bytes allowed is left out and says so.
"""

import os
import selectors
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from operator import attrgetter
from time import monotonic
from typing import Any

from docverify.facts.source import SourceFile
from docverify.report.pictures import PagePicture, Pictures, Wanted
from docverify.worker.frames import Unpacker, packed
from docverify.worker.limits import Limits
from docverify.worker.process import died_of
from docverify.worker.starting import ROOT, THREADS, end

CHUNK = 1 << 16
LIMITS = Limits(silence_s=20.0, address_space=2 << 30, result_bytes=32 << 20)
MOST_BYTES = 8 << 20  # of all pictures; Base64 makes 11 MB of it
MOST_PAGE_BYTES = 4 << 20
TYPES = frozenset({"png", "webp"})
VANISHED = "the paper is not in the folder any more"
CHANGED = "the folder holds another version of this paper"
TOO_MUCH = "left out to keep the report small"


@dataclass(slots=True)
class _Drawn:
    """What has been drawn so far."""

    drawn: dict[tuple[str, int], PagePicture] = field(default_factory=dict)
    missing: dict[tuple[str, int], str] = field(default_factory=dict)
    bytes: int = 0


def draw_pages(
    wanted: Sequence[Wanted],
    sources: Sequence[SourceFile],
    *,
    most_bytes: int = MOST_BYTES,
    limits: Limits = LIMITS,
) -> Pictures:
    """The wanted pages of those files; a file that is not among them any more has its pages in `missing`."""
    by_hash = {source.sha256: source for source in sources}
    by_path = {source.path: source for source in sources}
    state = _Drawn()
    hand = _Hand(limits)
    try:
        for _, group in groupby(wanted, key=attrgetter("rank", "path", "sha256")):
            pages = list(group)
            source = _holder(pages[0], by_hash, by_path)
            if source is None:
                changed = pages[0].path in by_path
                state.missing |= {(w.sha256, w.page): CHANGED if changed else VANISHED for w in pages}
            elif state.bytes >= most_bytes:
                state.missing |= {(w.sha256, w.page): TOO_MUCH for w in pages}
            else:
                _draw_file(hand, source, pages, state)
    finally:
        hand.stop()
    return Pictures(state.drawn, state.missing)


def _holder(wanted: Wanted, by_hash: Mapping[str, SourceFile], by_path: Mapping[str, SourceFile]) -> SourceFile | None:
    """The file with that hash, or the one that the paper is embedded in."""
    if wanted.sha256 in by_hash:
        return by_hash[wanted.sha256]
    return by_path.get(wanted.path.rpartition("/")[0])


def _draw_file(hand: "_Hand", source: SourceFile, pages: Sequence[Wanted], state: _Drawn) -> None:
    left = list(pages)
    while left:
        reason = ""
        try:
            for answer in hand.ask(source, left):
                _note(left.pop(0), answer, state)
        except (_Broken, ValueError, KeyError, TypeError) as error:
            reason = str(error) or "the page cannot be drawn"
            hand.stop()
        if left:  # the page it was at broke it: leave that out, go on with the next
            lost = left.pop(0)
            state.missing[lost.sha256, lost.page] = f"drawing it {reason}" if reason else "the page cannot be drawn"


def _note(wanted: Wanted, answer: Mapping[str, Any], state: _Drawn) -> None:
    key = (wanted.sha256, wanted.page)
    if "refusal" in answer:
        state.missing[key] = str(answer["refusal"])[:300]
        return
    content = b64decode(str(answer["content"]), validate=True)
    if answer["type"] not in TYPES or len(content) > MOST_PAGE_BYTES or int(answer["page"]) != wanted.page:
        raise ValueError("gave an answer that makes no sense")
    state.drawn[key] = PagePicture(float(answer["width"]), float(answer["height"]), str(answer["type"]), content)
    state.bytes += len(content)


class _Broken(Exception):
    """The child ended or was given up."""


class _Hand:
    """The child that draws, started when first asked."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None
        self.unpacker = Unpacker(limits.result_bytes)

    def ask(self, source: SourceFile, pages: Sequence[Wanted]) -> Iterator[dict[str, Any]]:
        """One answer a page, in order; _Broken when the child dies or is silent for too long."""
        process = self._started()
        head = {"path": source.path, "sha256": pages[0].sha256, "size": len(source.content)}
        pending = memoryview(packed(head | {"pages": [page.page for page in pages]}) + source.content)
        yield from self._exchange(process, pending, len(pages))

    def _exchange(
        self, process: "subprocess.Popen[bytes]", pending: memoryview, count: int
    ) -> Iterator[dict[str, Any]]:
        assert process.stdin is not None and process.stdout is not None
        heard = monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            selector.register(process.stdin, selectors.EVENT_WRITE)
            while count:
                ready = selector.select(max(0.0, heard + self.limits.silence_s - monotonic()))
                if not ready:
                    raise _Broken(f"took longer than {self.limits.silence_s:g} s")
                heard = monotonic()
                for key, _ in ready:
                    if key.fileobj is process.stdin:
                        pending = self._send(process, pending)
                        if not pending:
                            selector.unregister(process.stdin)
                        continue
                    for answer in self.unpacker.feed(self._heard(process)):
                        count -= 1
                        yield answer

    def _send(self, process: "subprocess.Popen[bytes]", pending: memoryview) -> memoryview:
        assert process.stdin is not None
        try:
            return pending[os.write(process.stdin.fileno(), pending[:CHUNK]) :]
        except BlockingIOError:
            return pending
        except BrokenPipeError as error:
            raise _Broken(died_of(self._code(process))) from error

    def _heard(self, process: "subprocess.Popen[bytes]") -> bytes:
        assert process.stdout is not None
        chunk = os.read(process.stdout.fileno(), CHUNK)
        if not chunk:
            raise _Broken(died_of(self._code(process)))
        return chunk

    def _code(self, process: "subprocess.Popen[bytes]") -> int:
        try:
            return process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return end(process)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            self.process = _new()
            self.unpacker = Unpacker(self.limits.result_bytes)
            assert self.process.stdin is not None
            os.write(self.process.stdin.fileno(), packed({"limits": asdict(self.limits)}))
            os.set_blocking(self.process.stdin.fileno(), False)
        return self.process

    def stop(self) -> None:
        """End the child, if there is one."""
        if self.process is not None:
            end(self.process)
            self.process = None


def _new() -> "subprocess.Popen[bytes]":
    inherited = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join([str(ROOT), *([inherited] if inherited else [])])
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "docverify.worker.drawing_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("DOCVERIFY_CHILD_STDERR") else subprocess.DEVNULL,
        bufsize=0,
        env={**os.environ, **THREADS, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        start_new_session=True,
    )

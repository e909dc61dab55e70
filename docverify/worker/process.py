"""One child process as its parent sees it: what it is doing, since when, and what it said."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from time import monotonic
from typing import IO, Any

from docverify.facts.source import SourceFile
from docverify.worker.frames import Unpacker, packed
from docverify.worker.limits import Limits, resident_bytes
from docverify.worker.starting import end, started

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wanted of every file beyond its papers; see `read_all`."""

    ocr: bool = True
    watch: Sequence[str] = ()
    manual: Sequence[int] | None = None
    texts: bool = False
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inside:
    """A paper embedded in a file, by its number among the embedded files; the child takes it out."""

    number: int
    name: str
    sha256: str


@dataclass(slots=True)
class Task:
    """One file to read, or one inside it, with what earlier attempts taught: pages that break the reader, and why."""

    index: int
    source: SourceFile
    inside: Inside | None = None
    skip: dict[int, str] = field(default_factory=dict)
    attempt: int = 1
    stage: str = "start"
    page: int = 0
    of: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """The task's place: files in source order, each before those inside it."""
        return (self.index, -1 if self.inside is None else self.inside.number)

    @property
    def path(self) -> str:
        """Where the paper came from, `file.pdf/attachment.pdf` for one inside a file."""
        return self.source.path if self.inside is None else f"{self.source.path}/{self.inside.name}"

    @property
    def sha256(self) -> str:
        """The hash of the paper itself."""
        return self.source.sha256 if self.inside is None else self.inside.sha256


class Child:
    """A child process and the task it has."""

    def __init__(self, limits: Limits) -> None:
        """Start the process; it confines itself before it reads anything."""
        self.limits = limits
        self.process = started()
        self.unpacker = Unpacker(limits.result_bytes)
        self.pending = memoryview(packed({"limits": asdict(limits)}))
        self.task: Task | None = None
        self.served = 0
        self.began = self.heard = monotonic()

    @property
    def inlet(self) -> IO[bytes]:
        """The pipe to the child."""
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def outlet(self) -> IO[bytes]:
        """The pipe from the child."""
        assert self.process.stdout is not None
        return self.process.stdout

    def give(self, task: Task, wishes: Wishes) -> None:
        """Hand the task over; its bytes go out as the pipe takes them."""
        self.task = task
        self.served += 1
        self.began = self.heard = monotonic()
        source = task.source
        skip = {str(number): reason for number, reason in task.skip.items()}
        head = {"path": task.path, "sha256": task.sha256, "size": len(source.content), "skip": skip}
        head |= {"ocr": wishes.ocr, "watch": list(wishes.watch), "texts": wishes.texts, "kinds": dict(wishes.kinds)}
        head |= {"manual": None if wishes.manual is None else list(wishes.manual)}
        head |= {"inside": None if task.inside is None else task.inside.number}
        self.pending = memoryview(bytes(self.pending) + packed(head) + source.content)

    def send(self) -> None:
        """Send what the pipe takes."""
        sent = os.write(self.inlet.fileno(), self.pending[:CHUNK])
        self.pending = self.pending[sent:]
        self.heard = monotonic()

    def messages(self) -> Iterator[dict[str, Any]] | None:
        """What the child said since; None when it has ended."""
        chunk = os.read(self.outlet.fileno(), CHUNK)
        if not chunk:
            return None
        self.heard = monotonic()
        return self.unpacker.feed(chunk)

    def overdue(self) -> str:
        """Which limit the task has broken; empty when none."""
        now = monotonic()
        if now - self.heard > self.limits.silence_s:
            return f"took longer than {self.limits.silence_s:g} s"
        if now - self.began > self.limits.document_s:
            return f"took longer than {self.limits.document_s:g} s altogether"
        if resident_bytes(self.process.pid) > self.limits.resident:
            return f"needed more than {self.limits.resident >> 20} MB of memory"
        return ""

    def deadline(self) -> float:
        """Seconds until a time limit is broken."""
        now = monotonic()
        return max(0.0, min(self.heard + self.limits.silence_s, self.began + self.limits.document_s) - now)

    def end(self) -> int:
        """Kill the process if it still runs; its exit code, negative for a signal."""
        return end(self.process)


def died_of(code: int) -> str:
    """What an exit code says, in words."""
    if code == -signal.SIGXCPU:
        return "needed too much processor time"
    if code == -signal.SIGKILL:
        return "was killed by the system, probably for its memory"
    if code < 0:
        return f"crashed the reader ({signal.Signals(-code).name})"
    return f"ended the reader (exit code {code})"

"""Sources to documents by child processes, in source order whatever the number of jobs.

The parent trusts nothing a child says and waits for nothing longer than the limits allow. When a page breaks the child,
the file is read again without that page; when that does not help, the file is refused.
"""

import re
import selectors
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from docverify.document_json import document_from_json
from docverify.facts.document import Document
from docverify.facts.source import Refusal, SourceFile
from docverify.worker.limits import MOST_PAGE_TEXT, Limits
from docverify.worker.process import Child, Inside, Task, Wishes, died_of

Progress: TypeAlias = Callable[[str, int, int], None]
PageText: TypeAlias = tuple[int, str]
OnRead: TypeAlias = Callable[[str, tuple[Document, ...], tuple[PageText, ...]], None]
Outcome: TypeAlias = tuple[Document, ...] | Refusal
TICK = 0.5  # seconds between looks at the children's memory
MOST_INSIDE = 50
MOST_INSIDE_NUMBER = 1 << 20  # refused papers come after the embedded ones that are read
TOO_DEEP = f"embedded in an embedded file, or one of more than {MOST_INSIDE}"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e]")
ADVICE = "Ask the supplier to print the paper to a new PDF, or read it by eye."


def read_all(
    sources: Sequence[SourceFile],
    *,
    jobs: int = 1,
    limits: Limits | None = None,
    ocr: bool = True,
    watch: Sequence[str] = (),
    manual: Sequence[int] | None = None,
    on_progress: Progress | None = None,
    on_read: OnRead | None = None,
    kinds: Mapping[str, str] | None = None,
) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """Every document of the sources, and the sources that could not be read, both in source order.

    `watch` are words whose places are told in the documents' marks (`mentions`). `manual` (hashes of pictures to look
    for, or none) reads every source as one manual, written sources too, and tells its anatomy in its marks.
    `on_progress(path, pages done, pages)` is called as pages are read, `on_read(sha256, documents, texts of pages)` as
    soon as a file is read, in no order. `kinds` are papers (by id) that a person said the kind of (`kind/scheme`):
    they are read as such, whatever their words say.
    """
    if not sources:
        return (), ()
    wishes = Wishes(ocr=ocr, watch=tuple(watch), manual=manual, texts=on_read is not None, kinds=kinds or {})
    pool = _Pool(sources, limits or Limits(), wishes, on_progress or _silent, on_read)
    outcomes = pool.run(max(1, min(jobs, len(sources))))
    documents = tuple(document for outcome in outcomes if not isinstance(outcome, Refusal) for document in outcome)
    return documents, tuple(outcome for outcome in outcomes if isinstance(outcome, Refusal))


def _silent(path: str, done: int, count: int) -> None:
    pass


class _Pool:
    """The children at work on one list of sources."""

    def __init__(
        self,
        sources: Sequence[SourceFile],
        limits: Limits,
        wishes: Wishes,
        on_progress: Progress,
        on_read: OnRead | None,
    ) -> None:
        self.limits = limits
        self.wishes = wishes
        self.on_progress = on_progress
        self.on_read = on_read
        self.waiting = deque(Task(index, source) for index, source in enumerate(sources))
        self.expected = len(sources)
        self.known = {source.sha256 for source in sources}
        self.outcomes: dict[tuple[int, int], Outcome] = {}
        self.children: list[Child] = []
        self.selector = selectors.DefaultSelector()

    def run(self, jobs: int) -> list[Outcome]:
        """The outcome of every source."""
        try:
            while len(self.outcomes) < self.expected:
                self._assign(jobs)
                for key, _ in self.selector.select(self._patience()):
                    self._serve(key)
                self._watch()
        finally:
            for child in self.children:
                child.end()
            self.selector.close()
        return [self.outcomes[key] for key in sorted(self.outcomes)]

    def _assign(self, jobs: int) -> None:
        """Give every free child a task; start children while there are fewer than jobs."""
        while self.waiting:
            child = next((child for child in self.children if child.task is None), None)
            if child is None and len(self.children) >= jobs:
                return
            if child is None:
                child = Child(self.limits)
                self.children.append(child)
                self.selector.register(child.outlet, selectors.EVENT_READ, (child, "hear"))
                self.selector.register(child.inlet, selectors.EVENT_WRITE, (child, "tell"))
            elif child.inlet not in self._registered():
                self.selector.register(child.inlet, selectors.EVENT_WRITE, (child, "tell"))
            child.give(self.waiting.popleft(), self.wishes)

    def _registered(self) -> set[Any]:
        return {key.fileobj for key in self.selector.get_map().values()}

    def _patience(self) -> float:
        return min([TICK, *(child.deadline() for child in self.children if child.task is not None)])

    def _serve(self, key: selectors.SelectorKey) -> None:
        child, act = key.data
        if child not in self.children:
            return
        try:
            if act == "tell":
                child.send()
                if not child.pending:
                    self.selector.unregister(child.inlet)
                return
            messages = child.messages()
            if messages is None:
                self._lose(child, "")
                return
            self._hear(child, messages)
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._lose(child, "")
        except (ValueError, KeyError, TypeError) as error:
            self._lose(child, f"gave an answer that makes no sense ({error})")

    def _hear(self, child: Child, messages: Iterable[dict[str, Any]]) -> None:
        for message in messages:
            task = child.task
            if task is None:
                raise ValueError("an answer to nothing")
            if message.get("done"):
                self._finish(child, task, message)
            else:
                task.stage, task.page, task.of = str(message["stage"]), int(message["page"]), int(message["of"])
                done = task.page - 1 if task.stage == "read" else task.of
                self.on_progress(task.path, done, task.of)

    def _finish(self, child: Child, task: Task, message: dict[str, Any]) -> None:
        if message.get("memory"):
            self._lose(child, "needed too much memory")
            return
        if "refusal" in message:
            self.outcomes[task.key] = _refusal(task, str(message["refusal"]))
        else:
            documents = tuple(document_from_json(encoded) for encoded in message["documents"])
            if any(document.sha256 != task.sha256 for document in documents):
                raise ValueError("a document of another file")
            self.outcomes[task.key] = documents
            self._add_inside(task, message.get("inside", []))
            if self.on_read:
                self.on_read(task.sha256, documents, _texts(message.get("texts", [])))
        self.on_progress(task.path, task.of, task.of)
        child.task = None
        grown = int(message.get("resident", 0)) > self.limits.recycled_at
        if grown or child.served >= self.limits.documents_per_process:
            self._drop(child)

    def _add_inside(self, task: Task, entries: Sequence[dict[str, Any]]) -> None:
        """Line up the papers embedded in the file, each content once; what goes beyond one level is refused."""
        for at, inside in enumerate(map(_inside, entries)):
            if inside.sha256 in self.known:
                continue
            self.known.add(inside.sha256)
            if task.inside is not None or at >= MOST_INSIDE:
                key = (task.index, self.expected + MOST_INSIDE_NUMBER)
                self.outcomes[key] = Refusal(f"{task.path}/{inside.name}", TOO_DEEP, "Take the paper out of the file.")
            else:
                self.waiting.appendleft(Task(task.index, task.source, inside))
            self.expected += 1

    def _watch(self) -> None:
        for child in list(self.children):
            broken = child.overdue() if child.task is not None else ""
            if broken:
                self._lose(child, broken)

    def _lose(self, child: Child, reason: str) -> None:
        """The child broke: end it, and try its task again without the page that it was at, or refuse the task."""
        code = self._drop(child)
        task = child.task
        if task is None:
            return
        why = reason or died_of(code)
        if task.stage == "read" and task.page not in task.skip and task.attempt < self.limits.attempts:
            skip = {**task.skip, task.page: f"reading this page {why}"}
            self.waiting.appendleft(Task(task.index, task.source, task.inside, skip, task.attempt + 1))
            return
        where = f"page {task.page}" if task.stage == "read" else f"step {task.stage}"
        self.outcomes[task.key] = Refusal(task.path, f"reading it {why} ({where})", ADVICE)

    def _drop(self, child: Child) -> int:
        for stream in (child.inlet, child.outlet):
            if stream in self._registered():
                self.selector.unregister(stream)
        self.children.remove(child)
        return child.end()


def _texts(entries: Sequence[Sequence[Any]]) -> tuple[PageText, ...]:
    """The texts of pages that the child names, each of a bounded length."""
    return tuple((int(number), str(text)[:MOST_PAGE_TEXT]) for number, text in entries)


def _refusal(task: Task, message: str) -> Refusal:
    """The reader's own words, without the path before them; what follows a semicolon is the advice."""
    text = message.removeprefix(f"{task.path}: ")
    reason, _, advice = text.partition("; ")
    return Refusal(task.path, reason, advice[:1].upper() + advice[1:] + "." if advice else ADVICE)


def _inside(entry: dict[str, Any]) -> Inside:
    """The embedded paper that the child names; its name loses folders and control characters."""
    name = PurePosixPath(_CONTROLS.sub("", str(entry["name"])).replace("\\", "/")).name[:200]
    if not _SHA256.fullmatch(str(entry["sha256"])):
        raise ValueError("no hash")
    number = int(entry["number"])
    return Inside(number, name.strip(". ") or f"attachment-{number + 1}.pdf", str(entry["sha256"]))

"""Work that is done beside the reading: papers are read in processes of their own, which leaves the time for it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, TypeVar

from docverify.errors import DocverifyError

Progress = Callable[[str, int, int], None]
T = TypeVar("T")


class Beside(Generic[T]):
    """One piece of work in a thread, from the beginning of the `with` block on."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Take the work; it begins with the block."""
        self._work = work
        self._thread = ThreadPoolExecutor(1)
        self._future: Future[T] | None = None

    def __enter__(self) -> "Beside[T]":
        """Begin."""
        self._future = self._thread.submit(self._work)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Wait for its end."""
        self._thread.shutdown()

    def result(self) -> T:
        """What came of it, waited for; raises what it raised."""
        assert self._future is not None
        return self._future.result()

    def heard(self, on_progress: Progress | None) -> Progress:
        """The progress, heard by `on_progress`; it raises what the work was refused for, which ends the reading."""

        def on(path: str, done: int, count: int) -> None:
            if (
                self._future is not None
                and self._future.done()
                and isinstance(self._future.exception(), DocverifyError)
            ):
                self.result()
            if on_progress is not None:
                on_progress(path, done, count)

        return on

"""A progress bar on stderr for long work, only when stderr is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def reading_progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A callback `(path, pages done, pages in all)` that draws a bar; None when nobody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def advance(path: str, done: int, total: int) -> None:
            task = tasks.get(path)
            if task is None:
                task = tasks[path] = bar.add_task(path[-40:], total=total)
            bar.update(task, completed=done, total=total, visible=done < total)

        yield advance

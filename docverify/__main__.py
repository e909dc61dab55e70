"""`docverify` and `python -m docverify`: the process that reads is started before the command line is even imported.

Which commands will read is told from their words alone; where that guess is wrong, only time is lost.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from docverify.manuals import cache
from docverify.worker.starting import started_ahead

NO_READING = frozenset({"--help", "--fix", "--new"})


def main() -> None:
    """Run and exit."""
    gc.set_threshold(50_000, 20, 20)  # what a command imports stays: it need not be looked through again and again
    with _reader(sys.argv[1:]):
        import_module("docverify.cli.main").main()


@contextmanager
def _reader(arguments: Sequence[str]) -> Iterator[None]:
    """A reader for a command that will read; none for manuals that were checked as they are, or with a full ledger."""
    if not arguments or NO_READING & set(arguments) or arguments[0] not in ("check", "extract", "manual"):
        yield
    elif arguments[0] == "manual" and "--format" not in arguments:
        key = cache.key_of("checked", Path.cwd().as_posix(), [_state(argument) for argument in arguments])
        if cache.load(key) is not None:
            yield
        else:
            with started_ahead():
                try:
                    yield
                finally:
                    cache.save(key, "checked")
    elif _has_ledger(arguments):
        yield
    else:
        with started_ahead():
            yield


def _state(argument: str) -> list[object]:
    """The argument and, where it names a file, the file's size and time."""
    try:
        known = os.stat(argument)  # noqa: PTH116  (before anything is imported)
    except (OSError, ValueError):
        return [argument]
    return [argument, known.st_size, known.st_mtime_ns]


def _has_ledger(arguments: Sequence[str]) -> bool:
    """Whether a ledger is named that probably knows the papers already."""
    named = next((b for a, b in zip(arguments, arguments[1:], strict=False) if a == "--ledger"), None)
    named = named or next((a.partition("=")[2] for a in arguments if a.startswith("--ledger=")), None)
    named = named or os.environ.get("DOCVERIFY_LEDGER")
    return bool(named) and ("://" in str(named) or Path(str(named)).is_file())


if __name__ == "__main__":
    main()

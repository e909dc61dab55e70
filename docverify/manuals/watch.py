"""The manual check for writers: once, and again whenever one of the files, products or settings changes."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from docverify.errors import DocverifyError
from docverify.manuals.groups import all_matching, wanted_files
from docverify.manuals.run import Wishes, exit_code, run
from docverify.settings import FILES, Settings, find_settings

PAUSE = 0.5  # seconds between looks


def watch_files(
    paths: Sequence[Path],
    settings: Settings,
    wishes: Wishes,
    *,
    say: Callable[[str], None],
    rounds: int | None = None,
) -> int:
    """Check until interrupted, or for so many rounds of checking; the exit code of the last one."""
    code, done, before = 0, 0, None
    while rounds is None or done < rounds:
        now = _state(paths, settings)
        if now == before:
            time.sleep(PAUSE)
            continue
        before, done = now, done + 1
        settings = find_settings(settings.root) if settings.root else settings
        code = _round(paths, settings, wishes, say)
    return code


def _round(paths: Sequence[Path], settings: Settings, wishes: Wishes, say: Callable[[str], None]) -> int:
    try:
        told = run(paths, settings, wishes)
    except DocverifyError as error:
        say(f"docverify: {error}")
        return int(error.code)
    lines = [text for entry in told for _, text in entry.lines]
    for text in lines:
        say(text)
    say(f"{time.strftime('%H:%M:%S')} {len(lines)} findings")
    return exit_code(told)


def _state(paths: Sequence[Path], settings: Settings) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of everything that is watched."""
    watched = [*wanted_files(paths, settings), *all_matching(settings, settings.products)]
    watched += [settings.root / name for name in FILES if settings.root and (settings.root / name).is_file()]
    stats = [(path.as_posix(), path.stat()) for path in watched if path.exists()]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)

"""A run of the manual check: every group checked, or taken from the cache when nothing it rests on has changed."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from docverify.facts.finding import Conclusion, Finding, Outcome, Severity
from docverify.manuals import cache, released
from docverify.manuals.groups import Group, all_matching, groups_of, wanted_files
from docverify.settings import Settings
from docverify.worker.starting import started_ahead


@dataclass(frozen=True, slots=True)
class Told:
    """What one group says: its lines (with severity weight), counts, conclusion and, where asked for, the result."""

    lines: tuple[tuple[int, str], ...]
    exit_code: int
    exempt: int
    result: Any = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller wants: the date, the threshold, results beside lines, jobs."""

    as_of: date
    fail_on: Severity = Severity.MAJOR
    results: bool = False
    jobs: int = 1


def run(paths: Sequence[Path], settings: Settings, wishes: Wishes) -> tuple[Told, ...]:
    """What every group says, in the order of the files given.

    Raises UsageError for a path, product file or setting that is wrong, RulePackError for an invalid pack.
    """
    groups = groups_of(wanted_files(paths, settings), settings)
    product_files = all_matching(settings, settings.products)
    told = []
    with ExitStack() as reader:
        for group in groups:
            key = _key(group, settings, product_files, wishes)
            found = None if wishes.results else _kept(key)
            if found is None:
                found = _later(reader)(group, settings, product_files, wishes)
                cache.save(key, {"lines": found.lines, "exit_code": found.exit_code, "exempt": found.exempt})
            told.append(found)
    return tuple(told)


def _kept(key: str) -> Told | None:
    kept = cache.load(key)
    if kept is None:
        return None
    return Told(tuple((int(w), str(t)) for w, t in kept["lines"]), int(kept["exit_code"]), int(kept["exempt"]))


def _later(reader: ExitStack) -> Any:
    """What really checks, imported only when something has to be: an unchanged file costs little.

    The process that reads is started before the imports, so that its own run beside them.
    """
    if "docverify.manuals.fresh" not in sys.modules:
        reader.enter_context(started_ahead())
    return import_module("docverify.manuals.fresh").check_fresh


def _key(group: Group, settings: Settings, product_files: Sequence[Path], wishes: Wishes) -> str:
    """Everything the group's lines rest on."""
    others: list[Path] = [*product_files]
    if group.manual:
        patterns = (*group.manual.declarations, *group.manual.release_notes)
        patterns = (*patterns, group.manual.released) if group.manual.released else patterns
        others += all_matching(settings, patterns)
    others += all_matching(settings, settings.oem.logos)
    folder = settings.root or Path.cwd()
    return cache.key_of(
        [path.as_posix() for path in group.given],
        list(_hashes([*group.files, *others])),
        settings.model_dump(mode="json"),
        wishes.as_of,
        wishes.fail_on,
        released.head(folder),
    )


def _hashes(paths: Iterable[Path]) -> Iterable[list[str]]:
    for path in dict.fromkeys(paths):
        try:
            yield [path.as_posix(), sha256(path.read_bytes()).hexdigest()]
        except OSError:
            yield [path.as_posix(), ""]


def exit_code(told: Sequence[Told]) -> int:
    """The worst: nonconforming, then unreadable, then undetermined, then conforming."""
    codes = {entry.exit_code for entry in told}
    return next((code for code in (1, 3, 6) if code in codes), 0)


def shown(finding: Finding) -> bool:
    """Whether a line tells it: failed or undecided, and not exempt."""
    return finding.outcome in (Outcome.FAIL, Outcome.UNDETERMINED) and finding.waiver is None


def conforms(conclusion: Conclusion) -> bool:
    """Whether there is nothing to do."""
    return conclusion is Conclusion.CONFORMING

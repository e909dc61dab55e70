"""Files and settings to groups: the manuals that belong to the same products, judged together.

A language that stands in a manual of its own counts for its product, so a group holds every manual of the product
that the settings name, whichever of them was given. A file that no setting names is judged by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docverify.errors import UsageError
from docverify.reading.written.suffixes import SUFFIXES
from docverify.settings import Manual, Settings, is_like, relative

PAPERS = frozenset({".pdf", *SUFFIXES})
SKIPPED = frozenset({".git", ".venv", "venv", "node_modules", "__pycache__", ".tox", "dist", "build"})


@dataclass(frozen=True, slots=True)
class Group:
    """Manuals judged together: those given, every one that belongs to them, and what the settings say of them."""

    given: tuple[Path, ...]
    files: tuple[Path, ...]
    manual: Manual | None


def wanted_files(paths: Sequence[Path], settings: Settings) -> tuple[Path, ...]:
    """The files to check: those named and those in folders, without what the settings exclude.

    Raises UsageError for a path that does not exist. The settings' excludes hold for files passed by name, too: a hook
    passes every changed file by name.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found |= dict.fromkeys(_below(path))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path}: no such file or folder")
    kept = [path for path in found if not is_like(relative(path, settings.root), settings.exclude)]
    return tuple(path for path in kept if path.suffix.lower() in PAPERS)


def _below(folder: Path) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in SKIPPED and not path.is_symlink():
            found += _below(path)
        elif path.is_file() and path.suffix.lower() in PAPERS:
            found.append(path)
    return found


def groups_of(files: Sequence[Path], settings: Settings) -> tuple[Group, ...]:
    """The groups of those files, in their order; each file in the first group whose patterns fit it."""
    given: dict[int | None, list[Path]] = {}
    for path in files:
        given.setdefault(_entry(path, settings), []).append(path)
    groups = []
    for index, own in given.items():
        if index is None:
            groups += [Group((path,), (path,), None) for path in own]
        else:
            manual = settings.manuals[index]
            groups.append(Group(tuple(own), _all_of(manual, settings, own), manual))
    return tuple(groups)


def _entry(path: Path, settings: Settings) -> int | None:
    name = relative(path, settings.root)
    return next((i for i, manual in enumerate(settings.manuals) if is_like(name, manual.files)), None)


def _all_of(manual: Manual, settings: Settings, given: Sequence[Path]) -> tuple[Path, ...]:
    """Every manual of the entry, the given ones as they were given."""
    if settings.root is None:
        return tuple(given)
    known = {path.resolve() for path in given}
    beside = [path for pattern in manual.files for path in matching(settings.root, pattern)]
    others = [path for path in dict.fromkeys(beside) if path.resolve() not in known and path.suffix.lower() in PAPERS]
    return (*given, *(p for p in others if not is_like(relative(p, settings.root), settings.exclude)))


def matching(root: Path, pattern: str) -> list[Path]:
    """The files below the folder that fit the pattern, in order."""
    whole = pattern if "/" in pattern or pattern.startswith("**") else f"**/{pattern}"
    whole = whole.removeprefix("./") + ("**/*" if pattern.endswith("/") else "")
    found = sorted(path for path in root.glob(whole) if path.is_file())
    here = Path.cwd()
    inside = [path for path in found if not SKIPPED & set(path.relative_to(root).parts)]
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in inside]


def all_matching(settings: Settings, patterns: Sequence[str]) -> tuple[Path, ...]:
    """The files that fit any of the patterns of the settings."""
    if settings.root is None:
        return ()
    return tuple(dict.fromkeys(path for pattern in patterns for path in matching(settings.root, pattern)))

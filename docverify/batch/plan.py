"""A folder or a list → the shipments to check: every folder with a `shipment.yaml`, each under a name of its own.

Refuses (UsageError) a folder or list without any, a line that names no folder, and two names that are the same.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from docverify.errors import UsageError

FILE = "shipment.yaml"
_UNSAFE = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class Task:
    """One shipment: its name in the summary and the folder with its papers and its `shipment.yaml`."""

    name: str
    folder: str


def plan(where: Path) -> tuple[Task, ...]:
    """The shipments of a folder (its own, or those of the folders in it), or of a list with a folder on each line."""
    folders = _below(where) if where.is_dir() else _listed(where)
    root = where if where.is_dir() else where.parent
    tasks = [Task(_name(folder, root), str(folder.resolve())) for folder in folders]
    seen: dict[str, Task] = {}
    for task in tasks:
        other = seen.setdefault(task.name.casefold(), task)
        if other is not task:
            raise UsageError(f"{task.folder}: its results would lie where those of {other.folder} do; rename one")
    return tuple(tasks)


def _below(where: Path) -> list[Path]:
    if (where / FILE).is_file():
        return [where]
    found = sorted(path.parent for path in where.rglob(FILE) if path.is_file())
    if not found:
        raise UsageError(f"{where}: no folder in it has a {FILE}; `docverify init PACK` drafts one")
    return found


def _listed(where: Path) -> list[Path]:
    try:
        lines = where.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{where}: cannot be read as a list of folders: {error}") from error
    found = []
    for number, line in enumerate(lines, start=1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        folder = where.parent / entry
        if not (folder / FILE).is_file():
            raise UsageError(f"{where}:{number}: {entry}: no folder with a {FILE}")
        found.append(folder)
    if not found:
        raise UsageError(f"{where}: names no folder; write one on each line")
    return found


def _name(folder: Path, root: Path) -> str:
    """The folder's place below the root, as the name of a file."""
    try:
        path = folder.resolve().relative_to(root.resolve())
    except ValueError:
        path = Path(folder.resolve().name)
    parts = path.parts or (folder.resolve().name,)
    return "--".join(_UNSAFE.sub("_", part).strip("._") or "_" for part in parts)[:180]

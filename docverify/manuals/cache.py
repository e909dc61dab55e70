"""What was read of a file and concluded of a group, kept by the hash of everything it rests on.

Files of JSON in a folder of the user; a damaged or foreign one counts for nothing. The key holds the tool's own
version and code, so that a newer reader reads again. `DOCVERIFY_CACHE` names another folder; empty switches it off.
"""

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from docverify import __version__

PACKAGE = Path(__file__).resolve().parent.parent
MOST_BYTES = 256 << 20


def folder() -> Path | None:
    """Where the cache lies; None when it is switched off."""
    named = os.environ.get("DOCVERIFY_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "docverify" / "manuals"


def key_of(*parts: object) -> str:
    """A key over the parts, this version of the tool among them."""
    text = json.dumps([__version__, code_state(), *parts], sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()


_state: list[str] = []


def code_state() -> str:
    """A hash over names, sizes and times of the package's files and the rule packs: what an edit changes."""
    if not _state:
        seen = sha256()
        for root in (PACKAGE, PACKAGE.parent / "market_rules"):
            for line in _stats(root):
                seen.update(line)
        _state.append(seen.hexdigest())
    return _state[0]


def _stats(root: Path) -> Iterable[bytes]:
    if not root.is_dir():
        return
    with os.scandir(root) as entries:
        for entry in sorted(entries, key=_name):
            if entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _stats(Path(entry.path))
            elif entry.name.endswith((".py", ".yaml", ".json")):
                stat = entry.stat()
                yield f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode()


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def load(key: str) -> Any | None:
    """What was kept under the key, or None."""
    where = folder()
    if where is None:
        return None
    try:
        kept = json.loads((where / key[:2] / f"{key}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return kept.get("kept") if isinstance(kept, dict) and kept.get("key") == key else None


def save(key: str, kept: Any) -> None:
    """Keep it; a full or read-only disk costs the next run time and this one nothing."""
    where = folder()
    if where is None:
        return
    path = where / key[:2] / f"{key}.json"
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"key": key, "kept": kept}), "utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)

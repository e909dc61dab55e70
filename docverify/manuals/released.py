"""What git knows: when a product file last changed, and the manual as it was last committed.

Asks the `git` command and nothing else; where there is no repository, or git is not installed, nothing is known.
"""

import subprocess
from pathlib import Path

SECONDS = 10


def _git(folder: Path, *arguments: str) -> bytes | None:
    try:
        found = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return found.stdout if found.returncode == 0 else None


def head(folder: Path) -> str:
    """The commit that is checked out; empty when there is none."""
    return (_git(folder, "rev-parse", "HEAD") or b"").decode().strip()


def changed_on(path: Path) -> str | None:
    """The day (ISO) on which the file last changed, by its last commit; None when it was never committed."""
    found = _git(path.parent, "log", "-1", "--format=%cs", "--", path.name)
    return (found or b"").decode().strip() or None


def committed(path: Path) -> bytes | None:
    """The file as the last commit holds it; None when it holds none."""
    return _git(path.parent, "show", f"HEAD:./{path.name}")

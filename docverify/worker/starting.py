"""The processes that read, started: at once when a command begins, so that they import while the command does.

Imports the standard library only: a command asks for this before it imports anything heavy.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# A fixed threshold makes the C library give the large blocks of OCR back: 410 MB at the peak of a page, not 600.
MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(2 << 20)}
THREADS = {
    "OMP_NUM_THREADS": "2",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    **MEMORY,
}
_ahead: list["subprocess.Popen[bytes]"] = []


@contextmanager
def started_ahead() -> Iterator[None]:
    """One process is started now, for whoever reads first; it is ended here when nobody did.

    Where one was started ahead already, nothing is done.
    """
    if _ahead:
        yield
        return
    process = _new()
    _ahead.append(process)
    try:
        yield
    finally:
        if process in _ahead:
            _ahead.remove(process)
            end(process)


def started() -> "subprocess.Popen[bytes]":
    """The process that was started ahead, else a new one."""
    while _ahead:
        process = _ahead.pop()
        if process.poll() is None:
            return process
        end(process)
    return _new()


def end(process: "subprocess.Popen[bytes]") -> int:
    """Kill the process if it still runs; its exit code, negative for a signal."""
    if process.poll() is None:
        process.kill()
    code = process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    return code


def _new() -> "subprocess.Popen[bytes]":
    inherited = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join([str(ROOT), *([inherited] if inherited else [])])
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "docverify.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("DOCVERIFY_CHILD_STDERR") else subprocess.DEVNULL,
        bufsize=0,
        env={**os.environ, **THREADS, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        start_new_session=True,  # an interrupt at the terminal is the parent's business
    )
    assert process.stdin is not None
    os.set_blocking(process.stdin.fileno(), False)
    return process

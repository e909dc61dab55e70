"""The confinement of the process that reads a document."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from docverify.worker.limits import FORBIDDEN_EVENTS, Limits, resident_bytes


def confined(code: str) -> subprocess.CompletedProcess[str]:
    """A new process that binds itself and then runs the code."""
    program = f"from docverify.worker.limits import *\nconfine(Limits(address_space=2 << 30))\n{code}"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 1)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
    ],
)
def test_it_reaches_no_network_and_starts_no_program(code: str) -> None:
    ended = confined(code)
    assert ended.returncode == 1
    assert "PermissionError" in ended.stderr


def test_it_writes_no_file(tmp_path: Path) -> None:
    ended = confined(f"file = open({str(tmp_path / 'x')!r}, 'w')\nfile.write('y')\nfile.flush()")
    assert ended.returncode == 1
    assert "File too large" in ended.stderr
    assert (tmp_path / "x").stat().st_size == 0


def test_it_gets_no_more_memory_than_it_may() -> None:
    assert "MemoryError" in confined("bytearray(3 << 30)").stderr


def test_it_is_stopped_when_it_takes_too_much_processor_time() -> None:
    ended = confined("allow_processor_time(1)\nwhile True: pass")
    assert ended.returncode < 0


def test_what_may_not_happen_is_a_name_that_python_tells_of() -> None:
    assert len(set(FORBIDDEN_EVENTS)) == len(FORBIDDEN_EVENTS)
    assert all("." in name for name in FORBIDDEN_EVENTS)


def test_memory_held_now_is_known_and_of_no_process_is_none() -> None:
    assert resident_bytes() > resource.getpagesize()
    assert resident_bytes(2**22 + 5) == 0
    assert Limits().resident > Limits().recycled_at

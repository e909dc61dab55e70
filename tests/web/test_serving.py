"""The server process and the processes that it keeps."""

import time
from pathlib import Path

from tests.web.running import serving


def test_a_server_that_is_asked_to_end_ends_its_workers_first(tmp_path: Path) -> None:
    with serving(tmp_path / "kept", "--workers", "2") as server:
        until = time.monotonic() + 30
        while len(workers := server.workers()) < 2 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(workers) == 2
    assert server.process is not None
    assert server.process.returncode == 0
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]

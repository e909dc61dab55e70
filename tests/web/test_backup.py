"""Backup and restore as docs/web.md describes them, while the server runs."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.web.running import SAMPLE, Visitor, serving


def test_a_copy_of_database_and_papers_is_the_whole_server(tmp_path: Path) -> None:
    kept, backup = tmp_path / "kept", tmp_path / "backup"
    backup.mkdir()
    with serving(kept, "--workers", "1") as server:
        visitor = Visitor(server.url)
        pack = visitor.make("Backed up")
        visitor.send_all(pack, [SAMPLE / "01_declaration.pdf"])
        assert visitor.settled(pack) == "done"
        before = visitor.http.get(f"/api/v1{pack}/result").content
        with (
            closing(sqlite3.connect(kept / "ledger.db")) as live,
            closing(sqlite3.connect(backup / "ledger.db")) as copy,
        ):
            live.backup(copy)
        shutil.copytree(kept / "papers", backup / "papers")
    shutil.rmtree(kept)
    with serving(backup, "--workers", "1") as server:
        visitor = Visitor(server.url)
        visitor.get("/")
        assert visitor.http.get(f"/api/v1{pack}/result").content == before
        assert visitor.post(f"{pack}/again").status_code == 303
        assert visitor.settled(pack) == "done"
        assert visitor.http.get(f"/api/v1{pack}/result").content == before

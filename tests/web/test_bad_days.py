"""A disk that is full, a database that is gone, thousands of files: nothing is lost, and every page says what to do."""

import io
import os
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.reading.papers import declaration, paper
from tests.web.running import SAMPLE, Visitor, papers, serving

FILES = int(os.environ.get("DOCVERIFY_WEB_FILES", "150"))
SCAN = SAMPLE.parents[2] / "documents" / "doc-uk-ae2-scan" / "document.pdf"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of sixteen megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a file system can be mounted by root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def full(folder: Path, *, leave: int) -> Iterator[None]:
    """The disk filled but for so many bytes."""
    space = os.statvfs(folder)
    filler = folder / "filler"
    filler.write_bytes(b"\0" * max(0, space.f_bavail * space.f_frsize - leave))
    yield
    filler.unlink()


def test_a_full_disk_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    with serving(small_disk / "kept", "--workers", "1", "--jobs", "1") as server:
        visitor = Visitor(server.url)
        pack = visitor.make("On a small disk")
        assert visitor.send(pack, papers()[0]).status_code == 201
        with full(small_disk, leave=8192):
            refused = visitor.send(pack, name="large.pdf", content=os.urandom(100_000))
            assert refused.status_code == 507 and "Try again later" in refused.text
            assert visitor.http.get("/healthz").status_code == 200
            assert visitor.get(pack).status_code == 200
        with full(small_disk, leave=0):
            assert visitor.http.get("/readyz").status_code == 503
            again = visitor.post(f"{pack}/sent")
            assert again.status_code in (303, 503)
            assert again.status_code == 303 or "Nothing was changed" in again.text
            time.sleep(3)
        assert not list((small_disk / "kept" / "incoming").glob("*.part"))
        visitor.send_all(pack, papers(4))
        assert visitor.settled(pack) == "done"
        told = {entry["path"]: entry["state"] for entry in visitor.http.get(f"/api/v1{pack}").json()["papers"]}
        assert told == {path.name: "done" for path in papers(4)}


@contextmanager
def gone(url: str) -> Iterator[None]:
    """The database refuses every connection, and has cut those that there were."""
    name = make_url(url).database
    engine = create_engine(make_url(url).set(database="postgres"), isolation_level="AUTOCOMMIT")
    cut = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    try:
        with engine.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
            connection.execute(text(cut))
        yield
        with engine.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
    finally:
        engine.dispose()


def test_a_database_that_is_gone_for_a_while_loses_nothing(postgres_url: str, tmp_path: Path) -> None:
    with serving(tmp_path / "kept", "--workers", "1", "--ledger", postgres_url) as server:
        visitor = Visitor(server.url)
        pack = visitor.make("Without a database")
        visitor.send_all(pack, [*papers(3), SCAN])
        time.sleep(1)  # the worker is at it
        with gone(postgres_url):
            page = visitor.get(pack)
            assert page.status_code == 503 and "Try again in a minute" in page.text
            assert visitor.http.get("/readyz").status_code == 503
            assert visitor.http.get("/healthz").status_code == 200
            refused = visitor.send(pack, papers()[5])
            assert refused.status_code == 503
            time.sleep(3)
        assert visitor.http.get("/readyz").status_code == 200
        assert visitor.send(pack, papers()[5]).status_code == 201
        assert visitor.settled(pack) == "done"
        told = {entry["path"]: entry["state"] for entry in visitor.http.get(f"/api/v1{pack}").json()["papers"]}
        assert told == {path.name: "done" for path in [*papers(3), SCAN, papers()[5]]}


def test_thousands_of_files_end_in_a_result_and_the_page_shows_each(tmp_path: Path) -> None:
    """`DOCVERIFY_WEB_FILES=5000`; every day fewer."""
    content, archive = paper(declaration), io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(FILES):
            made.writestr(f"{number:04}.pdf", content + f"\n% {number}\n".encode())
    with serving(tmp_path / "kept", "--workers", "1", "--jobs", "2") as server:
        visitor = Visitor(server.url)
        pack = visitor.make("Thousands")
        assert visitor.send(pack, name="all.zip", content=archive.getvalue()).status_code == 201
        visitor.post(f"{pack}/sent")
        assert visitor.settled(pack, within=3000) == "done"
        told = visitor.http.get(f"/api/v1{pack}").json()["papers"]
        assert len(told) == FILES and {entry["state"] for entry in told} == {"done"}
        assert visitor.get(pack).text.count('<th scope="row">') >= FILES
        assert visitor.get(f"{pack}/result").status_code == 200

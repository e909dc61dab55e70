"""Every test of the ledger runs on SQLite and on a real PostgreSQL server, which is started here, once a session."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from docverify.ledger import Ledger, open_ledger

BINARIES = Path("/usr/lib/postgresql")


def _installed() -> Path:
    """The folder of the server's programs, installed first where it is missing and that is allowed."""
    if not list(BINARIES.glob("*/bin/initdb")) and os.getuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "postgresql"]):
            subprocess.run(command, env=environment, check=False, capture_output=True)
    found = sorted(BINARIES.glob("*/bin/initdb"))
    if not found:
        pytest.fail("no PostgreSQL server: install the package postgresql (the tests start one of their own)")
    return found[-1].parent


def _as_user(command: list[str]) -> list[str]:
    """The command as somebody other than root: the server refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a running server, without a database name; it is stopped and removed at the end."""
    binaries = _installed()
    folder = Path(tempfile.mkdtemp(prefix="docverify-postgres-"))
    if os.getuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, log = folder / "data", folder / "log"
    make = [
        str(binaries / "initdb"),
        "-D",
        str(data),
        "-A",
        "trust",
        "-U",
        "tester",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    subprocess.run(_as_user(make), check=True, capture_output=True, cwd=folder)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-l", str(log), "-w"]
    subprocess.run(_as_user([*control, "-o", options, "start"]), check=True, capture_output=True, cwd=folder)
    try:
        yield f"postgresql+pg8000://tester@/{{name}}?unix_sock={folder}/.s.PGSQL.5432"
    finally:
        subprocess.run(_as_user([*control, "-m", "immediate", "stop"]), check=False, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str, tmp_path: Path) -> Iterator[str]:
    """The URL of a new database."""
    name = f"ledger_{abs(hash(tmp_path)):x}"
    engine = create_engine(postgres_server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    yield postgres_server.format(name=name)


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger may be, in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A new ledger, in each database."""
    opened = open_ledger(ledger_url)
    yield opened
    opened.close()

"""One server for the tests that do not break theirs: with a checked sample pack, and one with accounts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.conftest import postgres_server, postgres_url  # noqa: F401
from tests.web.running import VISITORS, Server, Visitor, add_account, papers, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("web") / "kept", "--workers", "1") as started:
        yield started


@pytest.fixture(scope="session")
def checked_pack(server: Server) -> str:
    """The address of the sample pack, checked."""
    visitor = Visitor(server.url)
    pack = visitor.make("Sample", ("EU", "DE"))
    visitor.send_all(pack, papers())
    assert visitor.settled(pack) == "done"
    return pack


@pytest.fixture
def visitor(server: Server) -> Visitor:
    someone = Visitor(server.url)
    someone.get("/")
    return someone


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with accounts: viewer, reviewer and admin of `north`, admin of `south`."""
    folder: Path = tmp_path_factory.mktemp("team") / "kept"
    folder.mkdir()
    for role in ("viewer", "reviewer", "admin"):
        add_account(folder, f"{role}-north", role, "north")
    add_account(folder, "admin-south", "admin", "south")
    with serving(folder, "--workers", "1", "--accounts") as started:
        yield started


@pytest.fixture(autouse=True)
def closed_visitors() -> Iterator[None]:
    yield
    while VISITORS:
        VISITORS.pop().http.close()

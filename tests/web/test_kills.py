"""Server and workers killed at random moments: every upload that was accepted ends in a result.

`make hostile` kills a hundred times (DOCVERIFY_WEB_KILLS); the tests of every day a few times.
"""

import os
import random
import signal
import time
from pathlib import Path

import httpx

from tests.web.running import Server, Visitor, papers

KILLS = int(os.environ.get("DOCVERIFY_WEB_KILLS", "4"))
SEED = int(os.environ.get("DOCVERIFY_SEED", "8"))
EACH = 4  # papers of a pack
SCAN = Path(__file__).parents[2] / "corpus" / "documents" / "doc-uk-ae2-scan" / "document.pdf"


def test_every_accepted_upload_ends_in_a_result_whatever_is_killed(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    server = Server(tmp_path / "kept", "--workers", "2", "--jobs", "1").start()
    visitor = Visitor(server.url)
    accepted: dict[str, set[str]] = {}
    asked: set[str] = set()
    try:
        for number in range(KILLS):
            pack = upload(visitor, f"pack {number}", accepted, asked, chance)
            time.sleep(chance.uniform(0.0, 1.5))
            kill_something(server, chance)
            finish(visitor, pack, accepted, asked)
        for pack in list(accepted):
            if pack not in asked:
                finish(visitor, pack, accepted, asked)
        for pack in asked:
            state = visitor.settled(pack, within=300)
            assert state == "done", (visitor.http.get(f"/api/v1{pack}").json()["why"], server.log()[-2000:])
            shown = visitor.http.get(f"/api/v1{pack}").json()
            told = {entry["path"]: entry["state"] for entry in shown["papers"]}
            assert shown["verdict"] and accepted[pack] <= set(told)
            assert set(told.values()) == {"done"}
            assert visitor.http.get(f"/api/v1{pack}/result").json()["verdict"] == shown["verdict"]
        assert len(asked) == len(accepted) == KILLS
    finally:
        server.stop()


def upload(visitor: Visitor, name: str, accepted: dict[str, set[str]], asked: set[str], chance: random.Random) -> str:
    """A pack with some papers sent, counting as accepted what the server said it has."""
    answer = stubborn(visitor, "POST", "/api/v1/packs", json={"name": name}, headers={"idempotency-key": name})
    pack = f"/packs/{answer.json()['id']}"
    accepted[pack] = set()
    chosen = chance.sample(papers(), EACH) + ([SCAN] if chance.random() < 0.1 else [])
    for paper in chosen:
        sent = stubborn(
            visitor, "PUT", f"/api/v1{pack}/files", content=paper.read_bytes(), headers={"x-name": paper.name}
        )
        assert sent.status_code == 201
        accepted[pack].add(sent.json()["path"])
    if chance.random() < 0.7:
        finish(visitor, pack, accepted, asked)
    return pack


def finish(visitor: Visitor, pack: str, accepted: dict[str, set[str]], asked: set[str]) -> None:
    assert stubborn(visitor, "POST", f"/api/v1{pack}/check").status_code == 202
    asked.add(pack)


def stubborn(visitor: Visitor, method: str, path: str, **options: object) -> httpx.Response:
    """The answer, asked for again while the server is away."""
    until = time.monotonic() + 60
    while True:
        try:
            return visitor.http.request(method, path, **options)  # type: ignore[arg-type]
        except httpx.TransportError:
            assert time.monotonic() < until
            time.sleep(0.2)


def kill_something(server: Server, chance: random.Random) -> None:
    """A worker, or the server, which is started again."""
    workers = server.workers()
    if workers and chance.random() < 0.6:
        os.kill(chance.choice(workers), signal.SIGKILL)
        return
    server.kill()
    server.start()


def test_workers_end_when_their_server_is_gone_even_before_they_have_started(tmp_path: Path) -> None:
    server = Server(tmp_path / "kept", "--workers", "2").start()
    started = server.workers()
    server.kill()
    until = time.monotonic() + 60
    while any(Path(f"/proc/{pid}/cmdline").exists() for pid in started):
        assert time.monotonic() < until
        time.sleep(0.1)

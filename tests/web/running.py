"""A real server on a free port, with workers, in a folder of its own; and a client that knows its pages."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

VISITORS: list["Visitor"] = []  # closed after each test
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "packs" / "demo" / "papers"


class Server:
    """The process, its address and its folder."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.options = folder, options
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        command = [sys.executable, "-m", "docverify", "serve", "--folder", str(self.folder), "--port", str(self.port)]
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            self.process = subprocess.Popen([*command, *self.options], cwd=ROOT, stderr=log, stdout=log)
        for _ in range(600):
            try:
                httpx.get(f"{self.url}/healthz", timeout=5)
                return self
            except httpx.TransportError:
                assert self.process.poll() is None, self.log()
                time.sleep(0.1)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def log(self) -> str:
        return (self.folder.parent / f"{self.folder.name}.log").read_text("utf-8", "replace")

    def workers(self) -> list[int]:
        """The processes that check packs for this server."""
        assert self.process is not None
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                line = (entry / "cmdline").read_bytes().decode("utf-8", "replace")
                parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if "docverify.web.work" in line and int(parent) == self.process.pid:
                found.append(int(entry.name))
        return found


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    server = Server(folder, *options).start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def add_account(folder: Path, name: str, role: str, workspace: str) -> None:
    command = [sys.executable, "-m", "docverify", "accounts", "add", name, "--role", role, "--workspace", workspace]
    password = f"password of {name}\n".encode()
    subprocess.run([*command, "--folder", str(folder)], cwd=ROOT, input=password, check=True, stdout=subprocess.DEVNULL)


class Visitor:
    """Somebody at a browser without scripts: cookies, forms, and the token that forms carry."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=60, headers={"accept": "text/html"})
        self.csrf = ""
        VISITORS.append(self)

    def get(self, path: str) -> httpx.Response:
        answer = self.http.get(path)
        found = re.search(r'data-csrf="(\w+)"', answer.text)
        self.csrf = found[1] if found else self.csrf
        return answer

    def post(self, path: str, **fields: object) -> httpx.Response:
        return self.http.post(path, data={"csrf": self.csrf, **fields})

    def sign_in(self, name: str) -> httpx.Response:
        self.get("/sign-in")
        answer = self.post("/sign-in", name=name, password=f"password of {name}")
        self.get("/")
        return answer

    def make(self, name: str, markets: Sequence[str] = ("EU",)) -> str:
        self.csrf or self.get("/")
        answer = self.post("/packs", name=name, markets=list(markets))
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def send(self, pack: str, path: Path | None = None, *, name: str = "", content: bytes = b"") -> httpx.Response:
        body = path.read_bytes() if path else content
        headers = {"x-csrf": self.csrf, "x-name": name or (path.name if path else "a.pdf")}
        return self.http.put(f"{pack}/files", content=body, headers=headers)

    def send_all(self, pack: str, papers: Sequence[Path]) -> None:
        for paper in papers:
            answer = self.send(pack, paper)
            assert answer.status_code == 201, answer.text
        assert self.post(f"{pack}/sent").status_code == 303

    def settled(self, pack: str, *, within: float = 120.0) -> str:
        """The state of the pack once it has one that stays."""
        state = "?"
        until = time.monotonic() + within
        while time.monotonic() < until:
            try:
                state = str(self.http.get(f"/api/v1{pack}").json()["state"])
            except (httpx.TransportError, ValueError, KeyError):
                state = "?"
            if state in ("done", "failed", "open"):
                return state
            time.sleep(0.1)
        raise AssertionError(f"{pack} is still {state}")


def papers(count: int | None = None) -> list[Path]:
    return sorted(SAMPLE.glob("*.pdf"))[:count]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more}


def add_outside(folder: Path, name: str, role: str, workspace: str) -> None:
    """An account without a password, for who is vouched for elsewhere."""
    command = [sys.executable, "-m", "docverify", "accounts", "add", name, "--role", role, "--workspace", workspace]
    subprocess.run([*command, "--outside", "--folder", str(folder)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

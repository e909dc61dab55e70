"""Files that arrive in parts: whole in the end, whatever was cut, killed or sent twice."""

import os
import random
import re
import socket
import time
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Request, Route, sync_playwright

from tests.programs import program
from tests.web.running import SAMPLE, Server, Visitor, serving

PAPER = SAMPLE / "01_declaration.pdf"


def begin(visitor: Visitor, pack: str, name: str, size: int, *, key: str = "") -> httpx.Response:
    headers = {"x-name": name, "upload-length": str(size), "upload-key": key, "x-csrf": visitor.csrf}
    return visitor.http.post(f"{pack}/uploads", headers=headers)


def append(visitor: Visitor, pack: str, id: str, offset: int, content: bytes) -> httpx.Response:
    headers = {"upload-offset": str(offset), "x-csrf": visitor.csrf, "accept": "application/json"}
    return visitor.http.patch(f"{pack}/uploads/{id}", content=content, headers=headers)


def here(visitor: Visitor, pack: str, id: str) -> int:
    return int(visitor.http.get(f"{pack}/uploads/{id}").json()["offset"])


def test_a_file_in_parts_is_the_same_file(server: Server, visitor: Visitor) -> None:
    pack, content = visitor.make("Parts"), PAPER.read_bytes() + b"% in parts\n"
    id = begin(visitor, pack, "docs/a.pdf", len(content)).json()["id"]
    half = len(content) // 2
    first = append(visitor, pack, id, 0, content[:half])
    assert (first.status_code, first.json()["offset"]) == (200, half)
    assert "Not whole yet" in visitor.get(pack).text
    # The same file chosen again goes on; another one of that name and length does not.
    assert begin(visitor, pack, "docs/a.pdf", len(content)).json() == {"id": id, "offset": half, "size": len(content)}
    assert begin(visitor, pack, "docs/a.pdf", len(content), key="changed later").json()["offset"] == 0
    wrong = append(visitor, pack, id, 3, content[3:])
    assert wrong.status_code == 409 and str(half) in wrong.json()["error"]
    last = append(visitor, pack, id, half, content[half:])
    assert last.status_code == 201
    assert last.json()["sha256"] == sha256(content).hexdigest() and last.json()["path"] == "docs/a.pdf"
    assert visitor.http.get(f"{pack}/uploads/{id}").status_code == 404
    assert append(visitor, pack, id, len(content), b"").status_code == 404


def test_what_arrived_before_a_cut_is_kept(server: Server, visitor: Visitor) -> None:
    pack, content = visitor.make("Cut"), os.urandom(3_000_000)
    id = begin(visitor, pack, "a.pdf", len(content)).json()["id"]
    head = f"PATCH {pack}/uploads/{id} HTTP/1.1\r\nhost: 127.0.0.1:{server.port}\r\nx-csrf: {visitor.csrf}\r\n"
    head += f"upload-offset: 0\r\ncontent-length: {len(content)}\r\n"
    head += f"cookie: docverify-visit={visitor.http.cookies['docverify-visit']}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 20) as cut:
        cut.sendall(head.encode() + content[:1_000_000])
    until = time.monotonic() + 20
    while (offset := here(visitor, pack, id)) < 1_000_000:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert append(visitor, pack, id, offset, content[offset:]).json()["sha256"] == sha256(content).hexdigest()


def test_a_server_that_is_killed_again_and_again_gets_the_whole_file_in_the_end(tmp_path: Path) -> None:
    chance, content = random.Random(5), os.urandom(6_000_000)
    server = Server(tmp_path / "kept", "--workers", "0").start()
    try:
        visitor = Visitor(server.url)
        pack = visitor.make("Killed")
        id, answer, offset = begin(visitor, pack, "a.bin", len(content)).json()["id"], None, 0
        for _ in range(3):
            offset = here(visitor, pack, id)
            assert append(visitor, pack, id, offset, content[offset : offset + chance.randrange(1, 10**6)]).is_success
            server.kill()
            server.start()
        while answer is None or answer.status_code != 201:
            offset = here(visitor, pack, id)
            answer = append(visitor, pack, id, offset, content[offset : offset + 2_000_000])
        assert answer.json()["sha256"] == sha256(content).hexdigest()
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"upload-length": "12"}, 400),
        ({"x-name": "a.pdf"}, 400),
        ({"x-name": "a.pdf", "upload-length": "0"}, 400),
        ({"x-name": "a.pdf", "upload-length": "-1"}, 400),
        ({"x-name": "a.pdf", "upload-length": str(3 << 30)}, 413),
    ],
)
def test_a_start_that_makes_no_sense_is_refused(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    pack = visitor.make("Nonsense")
    assert visitor.http.post(f"{pack}/uploads", headers={**headers, "x-csrf": visitor.csrf}).status_code == status


def test_more_than_was_announced_is_refused_and_what_is_coming_counts_in_the_pack(visitor: Visitor) -> None:
    pack = visitor.make("Full")
    id = begin(visitor, pack, "a.pdf", 10).json()["id"]
    assert append(visitor, pack, id, 0, b"x" * 11).status_code == 413
    for number in range(7):
        assert begin(visitor, pack, f"{number}.zip", 256 << 20).status_code == 201
    assert begin(visitor, pack, "one too many.zip", 256 << 20).status_code == 413


def test_nobody_goes_on_with_what_another_began(server: Server) -> None:
    buyer = Visitor(server.url)
    pack = buyer.make("Begun by the buyer")
    buyer.send_all(pack, [PAPER])
    buyer.settled(pack)
    id = begin(buyer, pack, "a.pdf", 4).json()["id"]
    address = re.search(r'id="address">[^<]*(/send/[^<]+)<', buyer.post(f"{pack}/links", days="7").text)
    assert address
    supplier = Visitor(server.url)
    supplier.get(address[1])
    assert append(supplier, address[1], id, 0, b"evil").status_code == 404
    own = begin(supplier, address[1], "b.pdf", 4).json()["id"]
    assert append(supplier, address[1], own, 0, b"good").json() == {"path": "b.pdf", "size": 4}
    assert append(buyer, pack, own, 0, b"evil").status_code == 404


def test_a_browser_whose_connection_breaks_goes_on_where_it_stopped(tmp_path: Path) -> None:
    large = tmp_path / "large.zip"
    large.write_bytes(os.urandom(20 << 20))
    offsets: list[int] = []

    def break_one(route: Route, request: Request) -> None:
        offsets.append(int(request.headers["upload-offset"]))
        if len(offsets) == 2:
            route.abort("connectionreset")
        else:
            route.continue_()

    with serving(tmp_path / "kept", "--workers", "1") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.route(
            "**/uploads/*",
            lambda route, request: break_one(route, request) if request.method == "PATCH" else route.continue_(),
        )
        page.goto(server.url)
        page.set_input_files("#choose-files", [large])
        page.click("text=Check the papers")
        page.wait_for_url("**/packs/*", timeout=30_000)
        browser.close()
        assert offsets == [0, 8 << 20, 8 << 20, 16 << 20]
        kept = sha256(large.read_bytes()).hexdigest()
        assert (server.folder / "papers" / kept[:2] / kept).stat().st_size == 20 << 20

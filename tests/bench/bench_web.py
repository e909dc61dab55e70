"""How long a person waits: from the last byte of a 30-paper pack to the verdict, and pages while workers read.

    python -m tests.bench.bench_web [PACKS] [PEOPLE]

Prints the seconds from the end of the upload to the first finding and the verdict of one pack on a quiet server; then
PEOPLE send PACKS in turn, look at pages meanwhile, and every answer that is no success is counted.
"""

import io
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

from tests.web.running import ROOT, Visitor, papers, serving

PAGES = ("/", "{pack}", "{pack}/result", "{pack}/shipment", "{pack}/papers")


def born_digital(count: int) -> list[tuple[str, bytes]]:
    """So many papers of one kind of product that are no scans, the sample pack's first; each content once."""
    packs = sorted(p for p in (ROOT / "corpus" / "packs").iterdir() if "scan" not in p.name and "merged" not in p.name)
    packs.sort(key=lambda pack: pack.name not in ("demo", "clean-eu-de-gb"))
    found: dict[bytes, str] = {}
    for paper in (path for pack in packs for path in sorted((pack / "papers").glob("*.pdf"))):
        if len(found) < count:
            found.setdefault(paper.read_bytes(), f"{len(found):02} {paper.name}")
    return [(name, content) for content, name in found.items()]


def one_pack(url: str, *, zipped: bool) -> None:
    """The waiting time for one pack, sent file by file or as one archive."""
    visitor = Visitor(url)
    pack = visitor.make("Thirty")
    papers_sent = born_digital(30)
    if zipped:  # other bytes than those that the server has read already
        papers_sent = [("papers.zip", archived([(n, c + b"\n%\n") for n, c in papers_sent]))]
    began = time.perf_counter()
    for name, content in papers_sent:
        assert visitor.send(pack, name=name, content=content).status_code == 201
    sent = time.perf_counter()
    visitor.post(f"{pack}/sent")
    first = seen(visitor, pack)
    visitor.settled(pack)
    verdict = time.perf_counter()
    assert visitor.get(f"{pack}/result").status_code == 200
    shown = time.perf_counter()
    print(
        f"30 papers{' in a ZIP' if zipped else ''}: sent in {sent - began:.2f} s, first finding {first - sent:.2f} s later, "
        f"verdict {verdict - sent:.2f} s later, page {shown - verdict:.2f} s"
    )


def archived(files: list[tuple[str, bytes]]) -> bytes:
    """The files as one ZIP."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return content.getvalue()


def seen(visitor: Visitor, pack: str) -> float:
    """When the first finding could be seen."""
    while True:
        answer = visitor.http.get(f"/api/v1{pack}").json()
        if answer["so_far"] or answer["state"] == "done":
            return time.perf_counter()
        time.sleep(0.02)


class Crowd:
    """People who send packs and look at pages."""

    def __init__(self, url: str, packs: int) -> None:
        self.url, self.left = url, list(range(packs))
        self.times: list[float] = []
        self.wrong: list[str] = []
        self.done = 0

    def person(self) -> None:
        visitor = Visitor(self.url)
        while self.left:
            number = self.left.pop()
            pack = visitor.make(f"Pack {number}")
            for paper in papers():
                self.note(visitor.send(pack, paper))
            visitor.post(f"{pack}/sent")
            while visitor.http.get(f"/api/v1{pack}").json()["state"] not in ("done", "failed"):
                self.look(visitor, "{pack}", pack)
                time.sleep(1)
            for page in PAGES:
                self.look(visitor, page, pack)
            answer = visitor.http.get(f"/api/v1{pack}").json()
            self.done += answer["state"] == "done"
            self.wrong += [str(answer["why"] or answer["state"])] if answer["state"] != "done" else []

    def look(self, visitor: Visitor, page: str, pack: str) -> None:
        began = time.perf_counter()
        self.note(visitor.http.get(page.format(pack=pack)))
        self.times.append(time.perf_counter() - began)

    def note(self, answer: object) -> None:
        status = getattr(answer, "status_code", 0)
        if status >= 400:
            self.wrong.append(str(status))


def main() -> None:
    packs, people = (int(sys.argv[n]) if len(sys.argv) > n else default for n, default in ((1, 50), (2, 20)))
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "kept") as server:
        one_pack(server.url, zipped=False)
        one_pack(server.url, zipped=True)
        crowd = Crowd(server.url, packs)
        began = time.perf_counter()
        threads = [threading.Thread(target=crowd.person) for _ in range(people)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times = sorted(crowd.times)
        p95 = times[int(len(times) * 0.95)]
        took = time.perf_counter() - began
        print(
            f"{people} people, {crowd.done} of {packs} packs in {took:.0f} s, {len(crowd.wrong)} errors {crowd.wrong[:3]}, "
            f"{len(times)} pages, p50 {times[len(times) // 2] * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()

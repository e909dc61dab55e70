"""How long a person waits: from the last byte of a 30-paper pack to the verdict, and pages while workers read.

    python -m tests.bench.bench_web [PACKS] [PEOPLE]

Prints the seconds from the end of the upload to the first finding and the verdict of one pack on a quiet server; then
PEOPLE send PACKS in turn, look at pages meanwhile, and every answer that is no success is counted.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.web.running import ROOT, Visitor, papers, serving

PAGES = ("/", "{pack}", "{pack}/result", "{pack}/shipment", "{pack}/papers")


def born_digital(count: int) -> list[Path]:
    """Papers of the corpus that are no scans."""
    folders = sorted((ROOT / "corpus" / "documents").iterdir())
    return [f / "document.pdf" for f in folders if "scan" not in f.name and (f / "document.pdf").exists()][:count]


def one_pack(url: str) -> None:
    """The waiting time for one pack."""
    visitor = Visitor(url)
    pack = visitor.make("Thirty")
    began = time.perf_counter()
    for number, paper in enumerate(born_digital(30)):
        assert visitor.send(pack, paper, name=f"{number:02} {paper.parent.name}.pdf").status_code == 201
    sent = time.perf_counter()
    visitor.post(f"{pack}/sent")
    visitor.settled(pack)
    verdict = time.perf_counter()
    assert visitor.get(f"{pack}/result").status_code == 200
    shown = time.perf_counter()
    print(
        f"30 papers: sent in {sent - began:.2f} s, verdict {verdict - sent:.2f} s later, page {shown - verdict:.2f} s"
    )


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
        one_pack(server.url)
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

"""Findings that show before the verdict, while the rest of the pack is still being read."""

import time

from tests.web.running import ROOT, Server, Visitor

PACKS = ROOT / "corpus" / "packs"
WRONG = PACKS / "defect-declaration-no-place-date" / "papers" / "01_declaration.pdf"
SLOW = ROOT / "corpus" / "documents" / "doc-uk-ae2-scan" / "document.pdf"


def test_what_one_paper_shows_is_told_while_another_is_read_and_is_gone_with_the_verdict(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Early")
    # A space at the end makes it another file than one that this server has read before.
    visitor.send(pack, name="declaration.pdf", content=WRONG.read_bytes() + b" ")
    visitor.send(pack, name="scan.pdf", content=SLOW.read_bytes() + b" ")
    visitor.post(f"{pack}/sent")
    seen, page, until = [], "", time.monotonic() + 60
    while not seen:
        assert time.monotonic() < until
        answer = visitor.http.get(f"/api/v1{pack}").json()
        assert answer["state"] != "done", "the verdict came before anything was seen"
        seen, page = answer["so_far"], visitor.get(pack).text
        time.sleep(0.05)
    assert answer["verdict"] is None
    assert {"declaration.pdf"} == {entry["paper"] for entry in seen}
    assert "declaration_incomplete" in {entry["topic"] for entry in seen}
    assert "Provisional" in page and "only the verdict counts" in page
    assert visitor.settled(pack) == "done"
    after = visitor.http.get(f"/api/v1{pack}").json()
    assert after["so_far"] == [] and after["verdict"] == "nonconforming"
    assert "Provisional" not in visitor.get(pack).text

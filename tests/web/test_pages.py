"""The pages over a real server, without a browser."""

import io
import re
import socket
import time
import zipfile

import pytest

from tests.web.running import SAMPLE, Server, Visitor, papers


def open_finding(visitor: Visitor, pack: str) -> str:
    text = visitor.get(f"{pack}/result").text
    found = re.search(r'class="finding-link fail" href="([^"]+)"', text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "part", ["", "/shipment", "/result", "/papers", "/output", "/history", "/compare", "/shipment.yaml"]
)
def test_every_part_of_a_checked_pack_has_a_page(visitor: Visitor, checked_pack: str, part: str) -> None:
    assert visitor.get(checked_pack + part).status_code == 200


@pytest.mark.parametrize("page", ["/", "/upcoming", "/search?q=61851", "/people", "/healthz", "/readyz", "/metrics"])
def test_every_page_around_the_packs_answers(visitor: Visitor, checked_pack: str, page: str) -> None:
    assert visitor.get(page).status_code == 200


def test_a_finding_shows_the_page_with_its_box_and_the_words_that_were_read(
    visitor: Visitor, checked_pack: str
) -> None:
    addresses = re.findall(r'class="finding-link \w+" href="([^"]+)"', visitor.get(f"{checked_pack}/result").text)
    pages = [visitor.get(address).text for address in addresses[:12]]
    shown = next(text for text in pages if '<rect class="box"' in text)
    picture = re.search(r'<image href="([^"]+)"', shown)
    assert picture
    answer = visitor.http.get(picture[1])
    assert answer.headers["content-type"] in ("image/png", "image/webp")
    assert "Text that was read" in shown


def test_the_back_button_gets_the_whole_page_of_a_finding(visitor: Visitor, checked_pack: str) -> None:
    finding = open_finding(visitor, checked_pack)
    part = visitor.http.get(finding, headers={"hx-request": "true"}).text
    back = visitor.http.get(finding, headers={"hx-request": "true", "hx-history-restore-request": "true"}).text
    assert "<html" not in part and "<html" in back and back.count("finding-link") > 1


def test_every_paper_has_a_page_with_its_values(visitor: Visitor, checked_pack: str) -> None:
    addresses = re.findall(r'href="(/packs/\w+/papers/[^"]+)"', visitor.get(f"{checked_pack}/papers").text)
    assert len(addresses) >= 11
    text = visitor.get(addresses[0]).text
    assert "Values on this page" in text and 'name="field"' in text


def test_search_finds_the_paper_by_a_standard_it_names(visitor: Visitor, checked_pack: str) -> None:
    text = visitor.get("/search?q=EN+301+489-1").text
    assert checked_pack in text
    assert "Nothing found" in visitor.get("/search?q=zzzznothing").text


def test_search_finds_words_that_stand_on_a_page_and_are_no_value(visitor: Visitor, checked_pack: str) -> None:
    words = "do not use solvents"  # of the manual's running text
    result = visitor.http.get(f"/api/v1{checked_pack}/result").text
    assert words not in result.replace("\\n", " ")
    text = visitor.get(f"/search?q={words.replace(' ', '+')}").text
    assert checked_pack in text and "07_manual.pdf" in text


@pytest.mark.parametrize("name", ["json", "html", "xlsx", "markdown", "sarif", "junit", "text", "pdf"])
def test_every_report_is_saved_and_never_shown(visitor: Visitor, checked_pack: str, name: str) -> None:
    answer = visitor.http.get(f"{checked_pack}/report/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert len(answer.content) > 500


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_letter_is_written_in_both_languages(visitor: Visitor, checked_pack: str, language: str) -> None:
    answer = visitor.http.get(f"{checked_pack}/letter?language={language}&as=markdown")
    assert answer.status_code == 200
    assert ("您" in answer.text or "请" in answer.text) == (language == "zh")


def test_an_original_is_saved_never_shown(visitor: Visitor, checked_pack: str) -> None:
    address = re.search(r'href="(/packs/\w+/files/\d+)"', visitor.get(checked_pack).text)
    assert address
    answer = visitor.http.get(address[1])
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_pages_allow_no_inline_script_and_hold_none(visitor: Visitor, checked_pack: str) -> None:
    for part in ("/", f"{checked_pack}/result", f"{checked_pack}/shipment"):
        answer = visitor.get(part)
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy and "script-src 'self'" in policy
        assert not re.search(r"<script(?![^>]*src=)|\son\w+=|\sstyle=|javascript:", answer.text)


def test_a_correction_is_kept_and_the_finding_rests_on_it(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Corrected")
    visitor.send_all(pack, [SAMPLE / "01_declaration.pdf", SAMPLE / "03_safety_report.pdf"])
    assert visitor.settled(pack) == "done"
    page = visitor.get(f"{pack}/papers").text
    address = re.search(r'href="(/packs/\w+/papers/[^"]+)">01_declaration', page)
    assert address
    document = address[1].rpartition("/")[2].replace("~", "#")
    was = re.search(
        r'name="field" value="issued_on"><input type="hidden" name="was" value="([^"]+)"', visitor.get(address[1]).text
    )
    assert was
    answer = visitor.post(
        f"{pack}/correct", document=document, field="issued_on", was=was[1], value="2099-01-31", why="the scan is poor"
    )
    assert answer.status_code == 303
    assert visitor.settled(pack) == "done"
    history = visitor.get(f"{pack}/history").text
    assert "2099-01-31" in history and "the scan is poor" in history
    assert "Rests on a correction" in visitor.http.get(f"/api/v1{pack}/result").text
    assert "corrected by" in visitor.get(address[1]).text
    bad = visitor.post(f"{pack}/correct", document=document, field="issued_on", was="2099-01-31", value="soon", why="x")
    assert bad.status_code == 400 and "soon" in bad.text


def test_a_wrong_kind_is_changed_and_may_be_changed_back(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Kinds")
    visitor.send_all(pack, [SAMPLE / "08_datasheet.pdf"])
    visitor.settled(pack)
    address = re.search(r'href="(/packs/\w+/papers/[^"]+)"', visitor.get(f"{pack}/papers").text)
    assert address
    id = address[1].rpartition("/")[2].replace("~", "#")
    visitor.get(address[1])
    visitor.post(f"{pack}/correct", document=id, field="kind", was="datasheet", value="manual/user", why="it is one")
    visitor.settled(pack)
    assert "User manual" in visitor.get(address[1]).text or "Manual, user" in visitor.get(address[1]).text
    # Read again as what it is: a manual has statements and the models it covers, a datasheet has not.
    told = visitor.http.get(f"/api/v1{pack}/result").json()["documents"][0]
    assert "covered_models" in told["fields"]
    line = re.search(
        r'name="kind" value="correction"><input type="hidden" name="id" value="(\d+)"',
        visitor.get(f"{pack}/history").text,
    )
    assert line
    assert visitor.post(f"{pack}/withdraw", kind="correction", id=line[1]).status_code == 303
    visitor.settled(pack)
    assert "taken back" in visitor.get(f"{pack}/history").text
    assert "covered_models" not in visitor.http.get(f"/api/v1{pack}/result").json()["documents"][0]["fields"]


def test_a_waiver_needs_a_reason_and_a_day_to_come_and_is_told(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Waived")
    visitor.send_all(pack, [SAMPLE / "01_declaration.pdf"])
    visitor.settled(pack)
    finding = open_finding(visitor, pack)
    visitor.get(finding)
    assert visitor.post(f"{finding}/waive", reason="", expires="2099-01-01").status_code == 400
    assert visitor.post(f"{finding}/waive", reason="pilot only", expires="2020-01-01").status_code == 400
    assert visitor.post(f"{finding}/waive", reason="pilot only", expires="2099-01-01").status_code == 303
    visitor.settled(pack)
    assert "pilot only" in visitor.get(finding).text and "Waived" in visitor.get(finding).text
    assert visitor.post(f"{finding}/comment", text="asked on Monday").status_code == 303
    assert "asked on Monday" in visitor.get(finding).text


def test_the_shipment_is_drafted_changed_and_a_stale_form_changes_nothing(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Shipped", ("EU",))
    visitor.send_all(pack, [SAMPLE / "01_declaration.pdf"])
    visitor.settled(pack)
    text = visitor.get(f"{pack}/shipment").text
    assert "from 01_declaration.pdf p. 1" in text
    version = re.search(r'name="version" value="(\d+)"', text)
    assert version
    form = {"version": version[1], "shipment": "PO-1", "placed_on_market": "2026-11-30", "markets": ["EU", "DE"]}
    form |= {"0/model": "EVC-99", "0/type": "ac_mode3", "0/firmware": "1.10"}
    assert visitor.post(f"{pack}/shipment", **form).status_code == 303
    visitor.settled(pack)
    kept = visitor.http.get(f"{pack}/shipment.yaml").text
    assert "EVC-99" in kept and "'1.10'" in kept and "- DE" in kept
    assert "EVC-99" in visitor.get(f"{pack}/result").text
    stale = visitor.post(f"{pack}/shipment", **form)
    assert stale.status_code == 409 and "Somebody else saved" in stale.text
    wrong = visitor.post(f"{pack}/shipment", **(form | {"version": str(int(version[1]) + 1), "0/type": "steam"}))
    assert wrong.status_code == 400 and "Not saved" in wrong.text


def test_a_list_of_units_is_kept_with_the_shipment(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Units")
    visitor.send_all(pack, [SAMPLE / "01_declaration.pdf"])
    visitor.settled(pack)
    text = visitor.get(f"{pack}/shipment").text
    version = re.search(r'name="version" value="(\d+)"', text)
    model = re.search(r'name="0/model" value="([^"]+)"', text)
    assert version and model
    form = {"csrf": visitor.csrf, "version": version[1], "shipment": "PO-2", "placed_on_market": "2026-11-30"}
    form |= {"markets": "EU", "0/model": model[1], "0/type": "ac_mode3"}
    units = {"units": ("units.csv", b"serial,hardware,firmware\nS1,C,1.8.4\n", "text/csv")}
    answer = visitor.http.post(f"{pack}/shipment", data=form, files=units)
    assert answer.status_code == 303, answer.text
    visitor.settled(pack)
    assert '"serial":"S1"' in visitor.http.get(f"/api/v1{pack}/result").text.replace(" ", "")
    bad = {"units": ("units.csv", b"nonsense\n\n", "text/csv")}
    form["version"] = str(int(version[1]) + 1)
    assert visitor.http.post(f"{pack}/shipment", data=form, files=bad).status_code == 400


def test_two_packs_are_compared_page_against_page(server: Server, checked_pack: str) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Later", ("EU", "DE"))
    visitor.send_all(pack, papers(6))
    visitor.settled(pack)
    text = visitor.get(f"{pack}/compare?with={checked_pack.rpartition('/')[2]}").text
    assert "changes from Sample to Later" in text and "the same file" in text


def test_the_suppliers_link_takes_papers_and_shows_nothing(server: Server) -> None:
    buyer = Visitor(server.url)
    pack = buyer.make("Linked")
    buyer.send_all(pack, [SAMPLE / "01_declaration.pdf"])
    buyer.settled(pack)
    address = re.search(r'id="address">[^<]*(/send/[^<]+)<', buyer.post(f"{pack}/links", days="7").text)
    assert address
    supplier = Visitor(server.url)
    page = supplier.get(address[1]).text
    assert "Linked" not in page and "01_declaration" not in page and "/packs/" not in page
    answer = supplier.send(address[1], SAMPLE / "03_safety_report.pdf")
    assert answer.status_code == 201
    assert set(answer.json()) == {"path", "size", "note"}
    assert supplier.post(f"{address[1]}/sent").status_code == 200
    buyer.settled(pack)
    assert "03_safety_report.pdf" in buyer.get(pack).text and "supplier" in buyer.get(pack).text
    link = re.search(r"/links/(\d+)/end", buyer.get(f"{pack}/output").text)
    assert link
    buyer.post(f"{pack}/links/{link[1]}/end")
    assert supplier.get(address[1]).status_code == 404
    assert supplier.send(address[1], SAMPLE / "04_emc_report.pdf").status_code == 404


def test_what_was_sent_before_is_recognised(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Twice")
    first = visitor.send(pack, SAMPLE / "01_declaration.pdf").json()
    again = visitor.send(pack, SAMPLE / "01_declaration.pdf", name="copy.pdf").json()
    assert first["new"] and not again["new"] and "01_declaration.pdf" in again["note"]
    other = visitor.send(pack, SAMPLE / "02_cb_certificate.pdf", name="01_declaration.pdf").json()
    assert other["path"] == "01_declaration (2).pdf"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "etc/passwd.pdf"),
        ("C:\\docs\\a.pdf", "C_/docs/a.pdf"),
        (".hidden.pdf", "hidden.pdf"),
        ("a%00b%0A.pdf", "a b .pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("...", "unnamed"),
    ],
)
def test_names_are_made_safe(visitor: Visitor, name: str, kept: str) -> None:
    pack = visitor.make("Names")
    assert visitor.send(pack, name=name, content=b"%PDF-1.4 " + name.encode()).json()["path"] == kept


def test_a_zip_is_opened_by_the_worker_and_a_bomb_costs_itself_only(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Zipped")
    bomb, good = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.pdf", b"%PDF-1.4" + b"\0" * (64 << 20))
    with zipfile.ZipFile(good, "w") as archive:
        archive.write(SAMPLE / "01_declaration.pdf", "docs/declaration.pdf")
    assert visitor.send(pack, name="bomb.zip", content=bomb.getvalue()).status_code == 201
    assert visitor.send(pack, name="good.zip", content=good.getvalue()).status_code == 201
    visitor.post(f"{pack}/sent")
    assert visitor.settled(pack) == "done"
    papers_told = {p["path"]: p["state"] for p in visitor.http.get(f"/api/v1{pack}").json()["papers"]}
    assert papers_told == {"bomb.zip/bomb.pdf": "refused", "good.zip/docs/declaration.pdf": "done"}


def test_a_file_may_be_taken_out_again(server: Server) -> None:
    visitor = Visitor(server.url)
    pack = visitor.make("Fewer")
    visitor.send_all(pack, papers(2))
    visitor.settled(pack)
    address = re.search(r'action="(/packs/\w+/files/\d+/remove)"', visitor.get(pack).text)
    assert address
    assert visitor.post(address[1]).status_code == 303
    visitor.settled(pack)
    assert len(visitor.http.get(f"/api/v1{pack}").json()["papers"]) == 1


def test_what_is_too_large_or_cut_off_is_refused_and_nothing_is_kept(server: Server, visitor: Visitor) -> None:
    pack = visitor.make("Large")
    head = f"PUT {pack}/files HTTP/1.1\r\nhost: 127.0.0.1:{server.port}\r\nx-csrf: {visitor.csrf}\r\nx-name: a.pdf\r\n"
    head += f"cookie: docverify-visit={visitor.http.cookies['docverify-visit']}\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 20) as slow:
        slow.sendall(f"{head}content-length: {3 << 30}\r\n\r\nx".encode())
        assert b" 413 " in slow.recv(200)
    with socket.create_connection(("127.0.0.1", server.port), 20) as cut:
        cut.sendall(f"{head}content-length: 5000\r\n\r\n%PDF-1.4".encode())
    time.sleep(0.5)
    assert not list((server.folder / "incoming").glob("*.part"))
    assert visitor.http.get(f"/api/v1{pack}").json()["papers"] == []


def test_a_pack_that_does_not_exist_is_told_so_and_where_to_go(visitor: Visitor) -> None:
    answer = visitor.get("/packs/0123456789abcdef")
    assert answer.status_code == 404 and "To your packs" in answer.text
    assert visitor.get("/nowhere").status_code == 404


def test_requests_of_another_site_or_without_the_token_change_nothing(server: Server, visitor: Visitor) -> None:
    assert visitor.http.post("/packs", data={"name": "x"}).status_code == 403
    foreign = {"origin": "https://evil.example"}
    assert visitor.http.post("/packs", data={"name": "x", "csrf": visitor.csrf}, headers=foreign).status_code == 403
    assert visitor.http.post("/api/v1/packs", json={}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert visitor.http.get("/", headers={"host": "evil.example"}).status_code == 421


def test_the_log_holds_no_names_of_papers(server: Server, checked_pack: str) -> None:
    assert "declaration" not in server.log() and "Sample" not in server.log() and checked_pack not in server.log()

"""What the web page keeps, on SQLite and on PostgreSQL."""

from datetime import UTC, date, datetime, timedelta

import pytest

from docverify.errors import NotHere, UsageError
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.ledger import Ledger
from docverify.ledger.desk import accounts, notes, packs, search
from docverify.ledger.desk.records import Caller, Pack, Standing

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
LEASE = timedelta(seconds=15)
SHA = "b" * 64


def made(ledger: Ledger, name: str = "Pack", *, workspace: str = "north", key: str = "") -> Pack:
    number = accounts.workspace_named(ledger, workspace)
    return packs.make_pack(
        ledger, id=f"{abs(hash(name)):016x}"[:16], workspace=number, name=name, who="anna", at=AT, idempotency=key
    )


def test_a_pack_is_seen_in_its_workspace_only(ledger: Ledger) -> None:
    pack = made(ledger)
    assert packs.pack_of(ledger, pack.id, workspace=pack.workspace).name == "Pack"
    with pytest.raises(NotHere):
        packs.pack_of(ledger, pack.id, workspace=accounts.workspace_named(ledger, "south"))


def test_the_same_key_gives_the_same_pack(ledger: Ledger) -> None:
    assert made(ledger, "One", key="k").id == made(ledger, "Two", key="k").id


def test_one_worker_holds_a_pack_until_its_lease_runs_out(ledger: Ledger) -> None:
    pack = made(ledger)
    packs.add_file(ledger, pack.id, path="a.pdf", sha256=SHA, size=3, who="anna", at=AT)
    packs.ask(ledger, pack.id, at=AT)
    held = packs.take_work(ledger, "first", at=AT, lease=LEASE)
    assert held and held.id == pack.id
    assert packs.take_work(ledger, "second", at=AT + LEASE / 2, lease=LEASE) is None
    assert packs.hold(ledger, held, [Standing(pack.id, "a.pdf", "reading", 1, 3)], at=AT + LEASE / 2, lease=LEASE)
    assert packs.take_work(ledger, "second", at=AT + LEASE, lease=LEASE) is None
    taken = packs.take_work(ledger, "second", at=AT + LEASE * 2, lease=LEASE)
    assert taken and taken.tries == 2
    assert not packs.hold(ledger, held, [], at=AT + LEASE * 2, lease=LEASE)
    packs.finish(ledger, held, [], at=AT, run=7, verdict="conforming", open_findings=0)  # too late: not its pack now
    assert packs.pack_of(ledger, pack.id, workspace=pack.workspace).run == 0


def test_what_is_asked_while_a_worker_is_at_it_is_done_afterwards(ledger: Ledger) -> None:
    pack = made(ledger)
    packs.ask(ledger, pack.id, at=AT)
    held = packs.take_work(ledger, "first", at=AT, lease=LEASE)
    assert held
    packs.ask(ledger, pack.id, at=AT)
    packs.finish(ledger, held, [], at=AT, run=1, verdict="conforming", open_findings=0)
    assert packs.pack_of(ledger, pack.id, workspace=pack.workspace).state == "waiting"
    again = packs.take_work(ledger, "first", at=AT, lease=LEASE)
    assert again
    packs.finish(ledger, again, [], at=AT, run=2, verdict="conforming", open_findings=0)
    assert packs.pack_of(ledger, pack.id, workspace=pack.workspace).state == "done"
    assert [check.run for check in packs.checks_of(ledger, pack.id)] == [2, 1]


def test_of_two_who_save_a_shipment_the_second_is_told(ledger: Ledger) -> None:
    pack = made(ledger)
    assert packs.save_shipment(ledger, pack.id, "first", version=0, who="anna", at=AT)
    assert not packs.save_shipment(ledger, pack.id, "second", version=0, who="bert", at=AT)
    assert packs.pack_of(ledger, pack.id, workspace=pack.workspace).shipment == "first"


def test_the_same_content_is_kept_once_and_another_of_that_name_beside_it(ledger: Ledger) -> None:
    pack = made(ledger)
    first, new = packs.add_file(ledger, pack.id, path="a.pdf", sha256=SHA, size=3, who="anna", at=AT)
    same, again = packs.add_file(ledger, pack.id, path="b.pdf", sha256=SHA, size=3, who="anna", at=AT)
    other, _ = packs.add_file(ledger, pack.id, path="A.pdf", sha256="c" * 64, size=3, who="anna", at=AT)
    assert (new, again, same.id, other.path) == (True, False, first.id, "A (2).pdf")


def test_a_waiver_that_is_taken_back_stays_in_the_list(ledger: Ledger) -> None:
    pack = made(ledger)
    notes.waive(ledger, pack.id, fingerprint="f" * 16, reason="pilot", expires=date(2027, 1, 1), who="anna", at=AT)
    line = notes.waivers_of(ledger, pack.id)[0]
    notes.withdraw(ledger, pack.id, "waiver", line.id, who="anna", at=AT)
    assert notes.waivers_of(ledger, pack.id)[0].withdrawn
    with pytest.raises(NotHere):
        notes.withdraw(ledger, pack.id, "waiver", line.id, who="anna", at=AT)


def test_a_link_works_until_it_ends_or_is_ended(ledger: Ledger) -> None:
    pack = made(ledger)
    notes.make_link(ledger, pack.id, SHA, ends=AT + timedelta(days=1), who="anna", at=AT)
    assert notes.link_for(ledger, SHA, at=AT) is not None
    assert notes.link_for(ledger, SHA, at=AT + timedelta(days=2)) is None
    notes.end_link(ledger, pack.id, notes.links_of(ledger, pack.id)[0].id, who="anna", at=AT)
    assert notes.link_for(ledger, SHA, at=AT) is None


def test_search_finds_words_on_one_page_without_accents_and_in_one_workspace(ledger: Ledger) -> None:
    north, south = made(ledger, "North"), made(ledger, "South", workspace="south")
    entry = Found("EN IEC 61851-1:2019", "EN IEC 61851-1:2019", (Evidence(SHA, 2, (0, 0, 1, 1)),), Origin.TEXT, 1.0)
    paper = Document(SHA[:16], "report.pdf", SHA, (1, 2), DocumentKind.OTHER, None, "", fields={"references": (entry,)})
    for pack in (north, south):
        search.index(ledger, pack.id, [paper])
        search.index(ledger, pack.id, [paper])
    hits = search.search(ledger, "61851-1:2019", workspace=north.workspace)
    assert [(hit.pack, hit.page) for hit in hits] == [(north.id, 2)]
    assert search.search(ledger, "nothing'; DROP TABLE", workspace=north.workspace) == ()
    assert search.search(ledger, '" OR *', workspace=north.workspace) == ()


def test_a_session_ends_by_time_by_sleep_and_with_its_account(ledger: Ledger) -> None:
    accounts.add_account(ledger, "anna", "hash", workspace="north", role="admin", who="root", at=AT)
    number, _ = accounts.password_hash_of(ledger, "anna") or (0, "")
    north = accounts.workspace_named(ledger, "north")
    accounts.begin_session(ledger, SHA, number, north, who="anna", at=AT, ends=AT + timedelta(hours=12))

    def seen(hours: float) -> Caller | None:
        return accounts.caller_by_session(ledger, SHA, at=AT + timedelta(hours=hours), idle=timedelta(hours=2))

    assert seen(1) and seen(2.5) and seen(2.5).role == "admin"
    assert seen(5) is None
    assert seen(13) is None
    accounts.disable(ledger, "anna", who="root", at=AT)
    assert seen(2.6) is None
    assert accounts.password_hash_of(ledger, "anna") is None


def test_a_token_has_the_lower_of_two_roles(ledger: Ledger) -> None:
    accounts.add_account(ledger, "anna", "hash", workspace="north", role="admin", who="root", at=AT)
    number, _ = accounts.password_hash_of(ledger, "anna") or (0, "")
    caller = Caller(number, "anna", accounts.workspace_named(ledger, "north"), "admin")
    accounts.add_token(ledger, SHA, caller, name="ci", role="admin", at=AT, ends=AT + timedelta(days=9))
    accounts.add_account(ledger, "anna", "", workspace="north", role="viewer", who="root", at=AT)
    assert accounts.caller_by_token(ledger, SHA, at=AT) == Caller(number, "anna", caller.workspace, "viewer")
    assert accounts.caller_by_token(ledger, SHA, at=AT + timedelta(days=10)) is None
    with pytest.raises(UsageError):
        accounts.add_account(ledger, "bert", "hash", workspace="north", role="owner", who="root", at=AT)

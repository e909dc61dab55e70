"""Who may do what: every route, with every role, in the own and in a foreign workspace."""

import re
import time
from collections.abc import Iterator

import pytest

from docverify.ledger.desk.records import ROLES
from docverify.web.app import ROUTES, Entry
from tests.web.running import SAMPLE, VISITORS, Server, Visitor, add_account, serving

PEOPLE = ("nobody", "viewer-north", "reviewer-north", "admin-north", "admin-south")
FREE = ("sign_in", "sign_out", "move")  # change nothing of a workspace; tested by themselves


class Cast:
    """Everybody, signed in, and a checked pack of the workspace north."""

    def __init__(self, team: Server) -> None:
        self.visitors = {name: Visitor(team.url) for name in PEOPLE}
        for name, visitor in self.visitors.items():
            if name != "nobody":
                assert visitor.sign_in(name).status_code == 303
            VISITORS.remove(visitor)  # closed at the end of the module
        owner = self.visitors["reviewer-north"]
        self.pack = owner.make("Fleet of harbour")
        owner.send_all(self.pack, [SAMPLE / "01_declaration.pdf"])
        until = time.monotonic() + 60
        while owner.http.get(f"/api/v1{self.pack}").json()["state"] != "done":
            assert time.monotonic() < until
            time.sleep(0.1)
        result = owner.get(f"{self.pack}/result").text
        papers = owner.get(f"{self.pack}/papers").text
        self.parts = {
            "pack": self.pack.rpartition("/")[2],
            "fingerprint": _found(r"/findings/([0-9a-f]{16})", result),
            "number": _found(r"/cells/(\d+)", result),
            "file": _found(r"/files/(\d+)", owner.get(self.pack).text),
            "document": _found(r"/papers/([^\"?]+)\"", papers),
            "sha256": owner.http.get(f"/api/v1{self.pack}/result").json()["documents"][0]["sha256"],
            "page": "1",
            "format": "json",
            "link": "999999",
            "token": "999999",
            "secret": "nothing",
            "upload": self._begun(owner),
        }

    def _begun(self, owner: Visitor) -> str:
        """A file that the reviewer has begun to send in parts."""
        headers = {"x-name": "large.zip", "upload-length": "9", "x-csrf": owner.csrf}
        return str(owner.http.post(f"{self.pack}/uploads", headers=headers).json()["id"])


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, pattern
    return match[1]


@pytest.fixture(scope="module")
def cast(team: Server) -> Iterator[Cast]:
    made = Cast(team)
    yield made
    for visitor in made.visitors.values():
        visitor.http.close()


def asked(cast: Cast, person: str, entry: Entry) -> int:
    visitor = cast.visitors[person]
    parts = cast.parts | ({"file": "999999"} if entry.name == "remove" else {})
    path = entry.path.format(**parts)
    headers = {"x-csrf": visitor.csrf, "accept": "application/json"}
    # Fields are left out: who may not gets no further than that, who may is told that something is missing.
    with visitor.http.stream(entry.method, path, headers=headers) as answer:
        return answer.status_code


def expected(entry: Entry, person: str) -> set[int]:
    """What may be answered."""
    role, _, workspace = person.partition("-")
    if entry.needs == "nobody":
        return {200, 201, 303, 401, 403, 404}
    if person == "nobody":
        return {401}
    if ROLES.index(role) < ROLES.index(entry.needs):
        return {403}
    if "{" in entry.path and workspace == "south":
        return {404}
    if entry.name.endswith("upload_state"):  # who began a file, and nobody else
        return {200} if person == "reviewer-north" else {404}
    return {200, 201, 202, 303, 400, 404} if entry.method != "GET" else {200, 303}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("entry", [e for e in ROUTES if e.name not in FREE], ids=lambda entry: entry.name)
def test_a_route_answers_those_only_whom_it_may(cast: Cast, entry: Entry, person: str) -> None:
    assert asked(cast, person, entry) in expected(entry, person)


def test_every_route_that_changes_something_needs_a_reviewer_or_an_admin() -> None:
    open_to_all = {e.name for e in ROUTES if e.method != "GET" and e.needs in ("nobody", "viewer")}
    assert open_to_all == {"sign_in", "sign_out", "supplier_upload", "supplier_sent"} | {
        "move",  # to a workspace of one's own
        "supplier_start",
        "supplier_append",
    }


def test_another_workspace_sees_no_pack_and_finds_nothing(cast: Cast) -> None:
    south = cast.visitors["admin-south"]
    assert "Fleet of harbour" not in south.get("/").text
    assert cast.parts["pack"] not in south.get("/search?q=declaration").text
    assert cast.parts["pack"] not in south.http.get("/api/v1/packs").text
    assert "reviewer-north" not in south.get("/people").text
    assert cast.parts["pack"] in cast.visitors["viewer-north"].get("/search?q=declaration").text


def test_a_token_speaks_with_its_own_role_and_ends_when_it_is_revoked(cast: Cast) -> None:
    admin = cast.visitors["admin-north"]
    admin.get("/people")
    page = admin.post("/people/tokens", name="nightly", role="viewer", days="3").text
    secret = _found(r'id="token">(dv_[^<]+)<', page)
    program = Visitor(str(admin.http.base_url))
    bearer = {"authorization": f"Bearer {secret}"}
    assert program.http.get(f"/api/v1{cast.pack}", headers=bearer).status_code == 200
    assert program.http.post("/api/v1/packs", json={}, headers=bearer).status_code == 403
    number = _found(r"/people/tokens/(\d+)/end", admin.get("/people").text)
    assert admin.post(f"/people/tokens/{number}/end").status_code == 303
    assert program.http.get(f"/api/v1{cast.pack}", headers=bearer).status_code == 401


def test_a_token_may_not_have_more_than_its_account(cast: Cast) -> None:
    admin = cast.visitors["admin-north"]
    admin.get("/people")
    assert admin.post("/people/tokens", name="x", role="owner", days="3").status_code == 400
    assert admin.post("/people/tokens", name="x", role="viewer", days="4000").status_code == 400


def test_a_session_ends_when_one_signs_out(team: Server) -> None:
    visitor = Visitor(team.url)
    visitor.sign_in("viewer-north")
    kept = visitor.http.cookies["docverify-session"]
    assert visitor.post("/sign-out").status_code == 303
    thief = Visitor(team.url)
    thief.http.cookies.set("docverify-session", kept, domain="127.0.0.1")
    assert thief.http.get("/", headers={"accept": "application/json"}).status_code == 401


def test_the_token_of_one_session_is_of_no_use_in_another(cast: Cast) -> None:
    mine, other = cast.visitors["reviewer-north"], cast.visitors["admin-north"]
    assert mine.http.post("/packs", data={"name": "x", "csrf": other.csrf}).status_code == 403


def test_signing_in_leads_to_this_server_only(team: Server) -> None:
    for foreign in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        visitor = Visitor(team.url)
        visitor.get("/sign-in")
        answer = visitor.post("/sign-in", name="viewer-north", password="password of viewer-north", next=foreign)
        assert answer.headers["location"] == "/"


def test_guessing_a_password_is_stopped_and_tells_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("guess") / "kept"
    folder.mkdir()
    add_account(folder, "anna", "viewer", "north")
    with serving(folder, "--workers", "0", "--accounts") as server:
        visitor = Visitor(server.url)
        visitor.get("/sign-in")
        unknown = visitor.post("/sign-in", name="nobody", password="wrong password")
        answers = [visitor.post("/sign-in", name="anna", password=f"wrong password {n}") for n in range(9)]
        assert [a.status_code for a in answers] == [401] * 8 + [429]
        assert unknown.text == answers[0].text
        assert visitor.post("/sign-in", name="anna", password="password of anna").status_code == 429


def test_an_account_of_two_workspaces_goes_from_one_to_the_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("two") / "kept"
    folder.mkdir()
    add_account(folder, "anna", "viewer", "north")
    add_account(folder, "anna", "admin", "south")
    add_account(folder, "berta", "admin", "north")
    add_account(folder, "carla", "admin", "west")
    with serving(folder, "--workers", "0", "--accounts") as server:
        anna, berta, carla = (Visitor(server.url) for _ in range(3))
        anna.sign_in("anna")
        berta.sign_in("berta")
        carla.sign_in("carla")
        pack = berta.make("Only of the north")
        assert "Only of the north" in anna.get("/").text
        places = dict(re.findall(r'<option value="(\d+)"[^>]*>(\w+)</option>', anna.get("/").text))
        south = next(id for id, name in places.items() if name == "south")
        north = next(id for id, name in places.items() if name == "north")
        assert set(places.values()) == {"north", "south"} and "Workspace" not in carla.get("/").text
        assert anna.post("/workspace", workspace=south).status_code == 303
        assert "Only of the north" not in anna.get("/").text and "anna · admin" in anna.get("/").text
        assert anna.get(pack).status_code == 404
        assert carla.post("/workspace", workspace=south).status_code == 404
        # An admin takes the role in the own workspace away; what the account has elsewhere is not theirs to take.
        berta.get("/people")
        assert berta.post("/people/disable", name="anna").status_code == 303
        anna.get("/")
        assert anna.post("/workspace", workspace=north).status_code == 404
        assert anna.get("/people").status_code == 200

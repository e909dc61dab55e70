"""Signing in by a provider that vouches for people: a real one, and ones that lie."""

import re
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from docverify.errors import UsageError
from docverify.web.oidc import checked
from tests.web.running import Server, Visitor, add_outside, serving

with warnings.catch_warnings():  # of the provider's own libraries
    warnings.simplefilter("ignore")
    from oidc_provider_mock import User, run_server_in_thread

pytestmark = pytest.mark.filterwarnings("ignore")  # of the provider's own libraries: it runs in this process


def person(subject: str, email: str, *, verified: bool = True) -> User:
    return User(sub=subject, claims={"email": email, "email_verified": verified})


PEOPLE = [
    person("1", "anna@example.com"),
    person("2", "stranger@example.com"),
    person("3", "anna@example.com"),
    person("4", "berta@example.com", verified=False),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("outside") / "kept"
    folder.mkdir()
    for name in ("anna@example.com", "berta@example.com"):
        add_outside(folder, name, "reviewer", "north")
    with run_server_in_thread(require_nonce=True, user_claims=PEOPLE) as provider:
        issuer = f"http://localhost:{provider.server_port}"
        (folder / "client-secret").write_text("only these two know it\n", "utf-8")
        known = ("--oidc-issuer", issuer, "--oidc-secret", str(folder / "client-secret"))
        with serving(folder, "--workers", "0", "--accounts", *known) as started:
            yield started


def test_a_client_that_the_provider_does_not_know_signs_nobody_in(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    add_outside(folder, "anna@example.com", "viewer", "north")
    with run_server_in_thread(user_claims=PEOPLE) as provider:  # this provider wants a secret, and none is given
        issuer = f"http://localhost:{provider.server_port}"
        with serving(folder, "--workers", "0", "--accounts", "--oidc-issuer", issuer) as server:
            visitor = Visitor(server.url)
            answer = visitor.http.get(vouched(sent(visitor), "1"))
            assert answer.status_code == 403 and "proves nothing" in answer.text


def sent(visitor: Visitor, next_page: str = "/search") -> str:
    """The address at the provider that the browser is sent to."""
    page = visitor.get(f"/sign-in?next={next_page}").text
    link = re.search(r'href="(/sign-in/outside[^"]*)"', page)
    assert link
    answer = visitor.http.get(link[1].replace("&amp;", "&"))
    assert answer.status_code == 303
    return str(answer.headers["location"])


def vouched(address: str, subject: str) -> str:
    """The person signs in there; where the provider sends the browser back to."""
    answer = httpx.post(address, data={"sub": subject})
    assert answer.status_code == 302, answer.text
    back = urlsplit(str(answer.headers["location"]))
    return f"{back.path}?{back.query}"


def test_who_is_vouched_for_is_signed_in_and_known_again(server: Server) -> None:
    for _ in range(2):
        visitor = Visitor(server.url)
        address = sent(visitor)
        assert "code_challenge_method=S256" in address and "nonce=" in address
        answer = visitor.http.get(vouched(address, "1"))
        assert (answer.status_code, answer.headers["location"]) == (303, "/search")
        assert "anna@example.com · reviewer" in visitor.get("/").text
    cookie = next(c for c in answer.headers.get_list("set-cookie") if "session" in c)
    assert "HttpOnly" in cookie and "samesite=lax" in cookie.lower()


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("2", "no account stranger@example.com"),
        ("3", "no account anna@example.com"),  # the address is another person's by now
        ("4", "no account for you"),  # an address that the provider has not verified names nobody
    ],
)
def test_who_has_no_account_gets_none(server: Server, subject: str, words: str) -> None:
    first = Visitor(server.url)
    first.http.get(vouched(sent(first), "1"))
    visitor = Visitor(server.url)
    answer = visitor.http.get(vouched(sent(visitor), subject))
    assert answer.status_code == 403 and words in answer.text
    assert visitor.http.get("/", headers={"accept": "application/json"}).status_code == 401


def test_an_attempt_belongs_to_one_browser_and_one_time(server: Server) -> None:
    visitor, other = Visitor(server.url), Visitor(server.url)
    back = vouched(sent(visitor), "1")
    assert other.http.get(back).status_code == 403
    sent(other)
    assert other.http.get(back).status_code == 403
    assert visitor.http.get(re.sub(r"state=[^&]+", "state=x", back)).status_code == 403
    assert visitor.http.get("/sign-in/return?error=access_denied&state=x").status_code == 403
    assert visitor.http.get(back).status_code == 303
    assert Visitor(server.url).http.get(back).status_code == 403


def test_a_cookie_of_ones_own_making_is_no_attempt(server: Server) -> None:
    visitor = Visitor(server.url)
    visitor.http.cookies.set("docverify-outside", "WyIxIiwgInt9Il0=.0000", domain="127.0.0.1")
    assert visitor.http.get("/sign-in/return?code=x&state=x").status_code == 403


def test_who_has_no_password_cannot_sign_in_with_one(server: Server) -> None:
    for password in ("", "nobody has this password"):
        visitor = Visitor(server.url)
        visitor.get("/sign-in")
        assert visitor.post("/sign-in", name="berta@example.com", password=password).status_code == 401


def test_without_a_provider_there_is_no_such_way_in(team: Server) -> None:
    visitor = Visitor(team.url)
    assert "/sign-in/outside" not in visitor.get("/sign-in").text
    assert visitor.http.get("/sign-in/outside").status_code == 404


def test_a_provider_that_does_not_answer_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    add_outside(folder, "anna@example.com", "viewer", "north")
    with serving(folder, "--workers", "0", "--accounts", "--oidc-issuer", "http://localhost:1") as server:
        began = time.monotonic()
        answer = Visitor(server.url).http.get("/sign-in/outside")
        assert answer.status_code == 502 and "does not answer" in answer.text
        assert time.monotonic() - began < 15


@pytest.mark.parametrize("issuer", ["http://accounts.example.com", "ftp://x", "accounts.example.com"])
def test_a_provider_without_https_is_refused(issuer: str) -> None:
    with pytest.raises(UsageError, match="https"):
        checked(issuer)

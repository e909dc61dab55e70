"""Identity tokens that prove nothing: a provider of the test's own signs what it should not."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from docverify.web.oidc import Attempt, Person, Provider, Unvouched, came_back, sent_to

KEY, OTHER = RSAKey.generate_key(2048, {"kid": "a"}), RSAKey.generate_key(2048, {"kid": "a"})
BACK = "http://127.0.0.1:9/sign-in/return"


class Liar(ThreadingHTTPServer):
    """A provider that gives whatever token it is told to give."""

    token = ""
    described: dict[str, str] = {}


class Handler(BaseHTTPRequestHandler):
    server: Liar

    def answer(self, said: Any) -> None:
        content = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        self.answer({"keys": [KEY.as_dict(private=False)]} if "keys" in self.path else self.server.described)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.answer({"access_token": "x", "token_type": "Bearer", "id_token": self.server.token})

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def liar() -> Iterator[Liar]:
    server = Liar(("127.0.0.1", 0), Handler)
    issuer = f"http://127.0.0.1:{server.server_port}"
    names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
    server.described = {"issuer": issuer} | {name: f"{issuer}/{path}" for name, path in names.items()}
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def begun(liar: Liar) -> tuple[Provider, Attempt]:
    provider = Provider(liar.described["issuer"], "docverify")
    return provider, sent_to(provider, BACK, "/")[1]


def claims(provider: Provider, attempt: Attempt, **other: Any) -> dict[str, Any]:
    now = int(time.time())
    said = {"iss": provider.issuer, "aud": "docverify", "sub": "1", "iat": now, "exp": now + 300}
    said |= {"nonce": attempt.nonce, "email": "anna@example.com", "email_verified": True} | other
    return {name: value for name, value in said.items() if value is not None}


def signed(said: dict[str, Any], key: Any = KEY, algorithm: str = "RS256") -> str:
    return jwt.encode({"alg": algorithm, "kid": "a"}, said, key, algorithms=[algorithm])


def test_a_token_that_holds_names_the_person(liar: Liar) -> None:
    provider, attempt = begun(liar)
    liar.token = signed(claims(provider, attempt))
    assert came_back(provider, BACK, attempt, code="x") == Person(provider.issuer, "1", "anna@example.com")
    liar.token = signed(claims(provider, attempt, email_verified="true"))
    assert came_back(provider, BACK, attempt, code="x").email == ""


@pytest.mark.parametrize(
    "other",
    [
        {"iss": "https://evil.example"},
        {"aud": "another client"},
        {"aud": ["another client"]},
        {"azp": "another client"},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"nonce": "of another attempt"},
        {"nonce": None},
    ],
)
def test_a_token_for_somebody_or_something_else_proves_nothing(liar: Liar, other: dict[str, Any]) -> None:
    provider, attempt = begun(liar)
    liar.token = signed(claims(provider, attempt, **other))
    with pytest.raises(Unvouched):
        came_back(provider, BACK, attempt, code="x")


def test_a_token_that_the_provider_did_not_sign_proves_nothing(liar: Liar) -> None:
    provider, attempt = begun(liar)
    said = claims(provider, attempt)
    head = "eyJhbGciOiJub25lIn0"  # {"alg":"none"}
    public = OctKey.import_key(json.dumps(KEY.as_dict(private=False)))
    for token in (
        signed(said, OTHER),
        f"{head}.{signed(said).split('.')[1]}.",
        signed(said, public, "HS256"),  # the public key taken for a shared secret
        "",
        "nonsense",
    ):
        liar.token = token
        with pytest.raises(Unvouched):
            came_back(provider, BACK, attempt, code="x")


@pytest.mark.parametrize("name", ["issuer", "token_endpoint", "jwks_uri"])
def test_a_provider_that_leads_elsewhere_is_refused(liar: Liar, name: str) -> None:
    provider, attempt = begun(liar)
    liar.described = liar.described | {name: "http://evil.example/x"}
    with pytest.raises(Unvouched):
        came_back(provider, BACK, attempt, code="x")

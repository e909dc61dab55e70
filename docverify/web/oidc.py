"""OpenID Connect, the part that speaks with the other server: where to send people, and who came back.

The code flow with PKCE and a nonce. The identity token must be signed by a key that the provider publishes, with one of
`ALGORITHMS`, be made for this client by this issuer for this attempt, and not be over; anything else raises Unvouched.
"""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from docverify.errors import UsageError

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
SCOPE = "openid email profile"
PATIENCE_S = 10
LEEWAY_S = 60
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Unvouched(Exception):
    """The provider does not answer, or what it says proves nothing."""


@dataclass(frozen=True, slots=True)
class Provider:
    """The provider and this server's registration with it; the secret stays in its file."""

    issuer: str
    client: str
    secret_file: str = ""

    @property
    def secret(self) -> str:
        """The client's secret; empty for a public client."""
        return Path(self.secret_file).read_text("utf-8").strip() if self.secret_file else ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in, kept by the browser until it comes back."""

    state: str
    nonce: str
    verifier: str
    next: str

    def as_json(self) -> str:
        """The attempt as text."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the provider vouches for; `email` only when the provider has verified it."""

    issuer: str
    subject: str
    email: str


def checked(issuer: str) -> str:
    """The issuer, when passwords and codes cannot be read on the way to it."""
    parts = urlsplit(issuer)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return issuer.rstrip("/")
    raise UsageError(f"--oidc-issuer {issuer}: must be an https:// address")


def sent_to(provider: Provider, back: str, next_page: str) -> tuple[str, Attempt]:
    """Where to send the browser, and the attempt that it is to keep."""
    said = _described(provider)
    attempt = Attempt("", secrets.token_urlsafe(24), secrets.token_urlsafe(48), next_page)
    with _session(provider, back) as session:
        url, state = session.create_authorization_url(
            said["authorization_endpoint"], code_verifier=attempt.verifier, nonce=attempt.nonce
        )
    return str(url), Attempt(str(state), attempt.nonce, attempt.verifier, next_page)


def came_back(provider: Provider, back: str, attempt: Attempt, *, code: str) -> Person:
    """Who signed in there."""
    said = _described(provider)
    try:
        with _session(provider, back) as session:
            token = session.fetch_token(
                said["token_endpoint"], code=code, code_verifier=attempt.verifier, timeout=PATIENCE_S
            )
        claims = _claims(provider, said, str(token.get("id_token", "")))
    except (requests.RequestException, AuthlibBaseError, JoseError, ValueError, KeyError) as error:
        raise Unvouched(f"the sign-in there proves nothing ({type(error).__name__})") from error
    if not secrets.compare_digest(str(claims.get("nonce", "")).encode(), attempt.nonce.encode()):
        raise Unvouched("the answer belongs to another attempt")
    email = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
    return Person(provider.issuer, str(claims["sub"]), email)


def _claims(provider: Provider, said: dict[str, Any], token: str) -> dict[str, Any]:
    keys = KeySet.import_key_set(_fetched(said["jwks_uri"]))  # type: ignore[arg-type]
    claims: dict[str, Any] = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
    jwt.JWTClaimsRegistry(
        leeway=LEEWAY_S,
        iss={"essential": True, "value": said["issuer"]},
        aud={"essential": True, "value": provider.client},
        exp={"essential": True},
        iat={"essential": True},
        sub={"essential": True},
    ).validate(claims)
    if "azp" in claims and claims["azp"] != provider.client:
        raise ValueError("made for another client")
    return claims


def _described(provider: Provider) -> dict[str, Any]:
    said = _fetched(f"{provider.issuer}/.well-known/openid-configuration")
    if str(said.get("issuer", "")).rstrip("/") != provider.issuer:
        raise Unvouched("the provider calls itself by another name")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        try:
            checked(str(said[name]))
        except (KeyError, UsageError) as error:
            raise Unvouched(f"the provider says no safe {name}") from error
    return said


def _fetched(url: str) -> dict[str, Any]:
    try:
        answer = requests.get(url, timeout=PATIENCE_S, allow_redirects=False)
        answer.raise_for_status()
        found = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise Unvouched("the provider does not answer; try again, or sign in with a password") from error
    if not isinstance(found, dict):
        raise Unvouched("the provider's answer makes no sense")
    return found


def _session(provider: Provider, back: str) -> Any:
    return OAuth2Session(
        provider.client,
        provider.secret or None,
        scope=SCOPE,
        redirect_uri=back,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if provider.secret_file else "none",
    )

"""Signing in by a provider that vouches for people (OpenID Connect), for accounts that an administrator has made.

Who is vouched for is known by issuer and subject from the first time on; that first time, the account is the one whose
name is the address that the provider has verified. Nobody gets an account by signing in.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256
from importlib import import_module
from typing import Any

from starlette.responses import RedirectResponse, Response

from docverify.errors import ToolMissing
from docverify.ledger.desk import accounts, identities
from docverify.web.asking import Ask, Refused, set_cookie
from docverify.web.people import local_path, signed_in

LASTS = timedelta(minutes=10)
COOKIE = "outside"


def go(ask: Ask) -> Response:
    """To the provider."""
    oidc, next_page = _oidc(), local_path(ask.query("next"))
    try:
        url, attempt = oidc.sent_to(_provider(ask), _back(ask), next_page)
    except oidc.Unvouched as error:
        raise Refused(502, f"Signing in there does not work now: {error}.") from error
    response = RedirectResponse(url, 303)
    ends = str(int((ask.at + LASTS).timestamp()))
    kept = urlsafe_b64encode(json.dumps([ends, attempt.as_json()]).encode()).decode()
    set_cookie(response, ask.desk, COOKIE, f"{kept}.{_seal(ask, kept)}", max_age=int(LASTS.total_seconds()))
    return response


def returned(ask: Ask) -> Response:
    """Back from the provider: a session, when it vouches for somebody who has an account."""
    oidc = _oidc()
    attempt = oidc.Attempt(**_kept(ask))
    if not hmac.compare_digest(ask.query("state").encode(), attempt.state.encode()):
        raise Refused(403, "This sign-in was begun elsewhere. Begin it again here.")
    if ask.query("error") or not ask.query("code"):
        raise Refused(403, "The provider did not sign you in. Try again, or use a password.")
    try:
        person = oidc.came_back(_provider(ask), _back(ask), attempt, code=ask.query("code"))
    except oidc.Unvouched as error:
        raise Refused(403, f"You are not signed in: {error}.") from error
    account = identities.account_of(ask.ledger, person.issuer, person.subject)
    if account is None and person.email:
        account = identities.link(ask.ledger, person.issuer, person.subject, name=person.email, at=ask.at)
    member = accounts.memberships(ask.ledger, account[0]) if account else ()
    if account is None or not member:
        raise Refused(403, f"There is no account {person.email or 'for you'} here. Ask an administrator to add one.")
    response = signed_in(ask, account[0], account[1], member[0][0], local_path(attempt.next))
    secure = ask.desk.settings.secure
    response.delete_cookie(ask.desk.cookie(COOKIE), path="/", secure=secure, httponly=True)
    return response


def _oidc() -> Any:
    """The module that speaks with the provider; its libraries are those of an extra."""
    try:
        return import_module("docverify.web.oidc")
    except ModuleNotFoundError as error:
        raise ToolMissing(f"{error.name} is not installed; run: pip install 'docverify[oidc]'") from error


def _provider(ask: Ask) -> Any:
    settings = ask.desk.settings
    if not settings.oidc_issuer or ask.desk.local is not None:
        raise Refused(404, "People sign in with a password here.")
    return _oidc().Provider(settings.oidc_issuer, settings.oidc_client, settings.oidc_secret_file)


def _back(ask: Ask) -> str:
    scheme = "https" if ask.desk.settings.secure else "http"
    return f"{scheme}://{ask.request.headers.get('host', '')}/sign-in/return"


def _seal(ask: Ask, kept: str) -> str:
    return hmac.new(ask.desk.secret, f"outside\0{kept}".encode(), sha256).hexdigest()


def _kept(ask: Ask) -> dict[str, str]:
    """The attempt that this browser began, while it lasts."""
    kept, _, seal = ask.request.cookies.get(ask.desk.cookie(COOKIE), "").partition(".")
    if not hmac.compare_digest(seal.encode(), _seal(ask, kept).encode()):
        raise Refused(403, "This sign-in was not begun in this browser. Begin it again.")
    ends, attempt = json.loads(urlsafe_b64decode(kept))
    if int(ends) < ask.at.timestamp():
        raise Refused(403, "This sign-in took too long. Begin it again.")
    found: dict[str, str] = json.loads(attempt)
    return found

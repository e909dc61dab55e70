"""Signing in and out, accounts, API tokens and the audit."""

import secrets
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from docverify.errors import UsageError
from docverify.ledger.desk import accounts
from docverify.ledger.desk.records import ROLES
from docverify.web.asking import Ask, Refused, hashed, set_cookie
from docverify.web.passwords import fits, hash_of

MOST_FAILURES = 8  # for one name, within the window
MOST_FROM_ONE_ADDRESS = 40
TOKEN_DAYS = (1, 366)
MOST_AUDIT = 200


def sign_in_page(ask: Ask) -> Response:
    """Where one signs in."""
    if ask.desk.local is not None:
        return RedirectResponse("/", 303)
    return ask.page("sign_in.html", complaint="", next=local_path(ask.query("next")))


def sign_in(ask: Ask) -> Response:
    """A session for who gives the right password; the same answer for a wrong name and a wrong password."""
    if ask.desk.local is not None:
        return RedirectResponse("/", 303)
    name, next_page = ask.one("name")[:200], local_path(ask.one("next"))
    address = ask.request.client.host if ask.request.client else "nowhere"
    keys = (f"name {name.casefold()}", f"address {address}")
    if _too_often(ask, keys):
        complaint = "Too many attempts. Wait a quarter of an hour, or ask an administrator for a new password."
        return ask.page("sign_in.html", status=429, complaint=complaint, next=next_page)
    known = accounts.password_hash_of(ask.ledger, name)
    member = accounts.memberships(ask.ledger, known[0]) if known else ()
    if not fits(known[1] if known else None, ask.one("password")) or known is None or not member:
        accounts.note_failure(ask.ledger, *keys, at=ask.at)
        return ask.page("sign_in.html", status=401, complaint="Name or password is wrong.", next=next_page)
    return signed_in(ask, known[0], name, member[0][0], next_page)


def signed_in(ask: Ask, account: int, name: str, workspace: int, next_page: str) -> Response:
    """A session of the account in the workspace, and on to the page."""
    secret = secrets.token_urlsafe(32)
    lasts = timedelta(hours=ask.desk.settings.session_hours)
    accounts.begin_session(ask.ledger, hashed(secret), account, workspace, who=name, at=ask.at, ends=ask.at + lasts)
    response = RedirectResponse(next_page, 303)
    set_cookie(response, ask.desk, "session", secret, max_age=int(lasts.total_seconds()))
    return response


def _too_often(ask: Ask, keys: tuple[str, str]) -> bool:
    most = (MOST_FAILURES, MOST_FROM_ONE_ADDRESS)
    return any(
        accounts.failed_lately(ask.ledger, key, at=ask.at) >= limit for key, limit in zip(keys, most, strict=True)
    )


def local_path(text: str) -> str:
    """The page to go on to: one of this server's, nothing that leads elsewhere."""
    plain = text.startswith("/") and not text.startswith(("//", "/\\")) and text.isprintable() and "\\" not in text
    return text if plain else "/"


def sign_out(ask: Ask) -> Response:
    """The session ends here and on the server."""
    session = ask.request.cookies.get(ask.desk.cookie("session"), "")
    accounts.end_session(ask.ledger, hashed(session))
    response = RedirectResponse("/sign-in" if ask.desk.local is None else "/", 303)
    response.delete_cookie(ask.desk.cookie("session"), path="/", secure=ask.desk.settings.secure, httponly=True)
    return response


def move(ask: Ask) -> Response:
    """To another workspace of the same account; what was open stays behind."""
    places = {place for place, _, _ in accounts.memberships(ask.ledger, ask.caller.account)}
    wanted = ask.number("workspace")
    session = ask.request.cookies.get(ask.desk.cookie("session"), "")
    if wanted not in places or not session:
        raise Refused(404, "There is no such workspace here.")
    accounts.move_session(ask.ledger, hashed(session), wanted, who=ask.caller.name, at=ask.at)
    return RedirectResponse("/", 303)


def show(ask: Ask) -> Response:
    """The workspace's people, tokens, and the newest lines of the audit about it."""
    return _page(ask, "")


def _page(ask: Ask, secret: str) -> Response:
    members = accounts.members_of(ask.ledger, ask.caller.workspace)
    names = {member.name for member in members}
    lines = [line for line in ask.ledger.audit() if line.who in names][-MOST_AUDIT:]
    return ask.page(
        "people.html",
        members=members,
        tokens=accounts.tokens_of(ask.ledger, ask.caller.workspace),
        workspace=accounts.workspace_name(ask.ledger, ask.caller.workspace),
        roles=ROLES,
        secret=secret,
        lines=lines[::-1],
        broken=ask.ledger.broken_audit_line(),
    )


def add(ask: Ask) -> Response:
    """A new account in this workspace; an account of another one is not touched."""
    name, role = ask.one("name")[:200], ask.one("role")
    if not name:
        raise UsageError("an account needs a name")
    if accounts.password_hash_of(ask.ledger, name) is not None:
        raise UsageError(f"{name}: there is an account of that name")
    workspace = accounts.workspace_name(ask.ledger, ask.caller.workspace)
    hash_kept = hash_of(ask.one("password"))
    accounts.add_account(ask.ledger, name, hash_kept, workspace=workspace, role=role, who=ask.caller.name, at=ask.at)
    return RedirectResponse("/people", 303)


def disable(ask: Ask) -> Response:
    """The account may do nothing here any more; one that works elsewhere, too, only leaves this workspace."""
    member = next((m for m in accounts.members_of(ask.ledger, ask.caller.workspace) if m.name == ask.one("name")), None)
    if member is None:
        raise Refused(404, "There is no such account here.")
    if member.account == ask.caller.account:
        raise UsageError("you cannot disable yourself")
    if len(accounts.memberships(ask.ledger, member.account)) > 1:
        accounts.leave(ask.ledger, member.account, ask.caller.workspace, who=ask.caller.name, at=ask.at)
    else:
        accounts.disable(ask.ledger, member.name, who=ask.caller.name, at=ask.at)
    return RedirectResponse("/people", 303)


def make_token(ask: Ask) -> Response:
    """A token for programs; its secret is shown once."""
    days = ask.number("days")
    if not TOKEN_DAYS[0] <= days <= TOKEN_DAYS[1]:
        raise UsageError(f"a token works for {TOKEN_DAYS[0]} to {TOKEN_DAYS[1]} days")
    if ask.desk.local is not None:
        raise UsageError("without accounts there are no tokens")
    secret = f"dv_{secrets.token_urlsafe(32)}"
    ends = ask.at + timedelta(days=days)
    accounts.add_token(
        ask.ledger, hashed(secret), ask.caller, name=ask.one("name")[:100], role=ask.one("role"), at=ask.at, ends=ends
    )
    return _page(ask, secret)


def end_token(ask: Ask) -> Response:
    """The token works no longer."""
    workspace = ask.caller.workspace
    accounts.revoke_token(ask.ledger, ask.number("token"), workspace=workspace, who=ask.caller.name, at=ask.at)
    return RedirectResponse("/people", 303)

"""A request → who asks, whether they may, what they sent; the handler's answer with the cookies it needs.

Every route says which role it needs; there is no other place where that is decided. Requests that change something
must come from this server's own pages (a token in the form or header, and no foreign origin) or carry an API token.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from docverify.errors import UsageError
from docverify.ledger import Ledger
from docverify.ledger.desk import accounts, packs
from docverify.ledger.desk.records import Caller, Pack
from docverify.web.settings import Settings

READS = frozenset({"GET", "HEAD"})
CSRF_FIELD, CSRF_HEADER = "csrf", "x-csrf"
MOST_FORM_FILE = 8 << 20  # a units file or shipment.yaml in a form


class Refused(Exception):
    """An answer other than the one asked for: its status and what to do."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True, slots=True)
class Desk:
    """What every handler works with."""

    ledger: Ledger
    settings: Settings
    secret: bytes
    local: Caller | None  # who asks, where there are no accounts
    render: Callable[..., str]

    @property
    def folder(self) -> Path:
        """Where papers and pictures are."""
        return Path(self.settings.folder)

    def cookie(self, name: str) -> str:
        """The name of a cookie; by HTTPS one that no other host or path can set."""
        return f"__Host-docverify-{name}" if self.settings.secure else f"docverify-{name}"


def _now() -> datetime:
    return datetime.now(tz=UTC)


@dataclass(slots=True)
class Ask:
    """One request, as handlers see it."""

    desk: Desk
    request: Request
    caller: Caller
    csrf: str
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    at: datetime = field(default_factory=_now)

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.desk.ledger

    def part(self, name: str) -> str:
        """A part of the path."""
        return str(self.request.path_params[name])

    def number(self, name: str) -> int:
        """A part of the path, or a field of the form, that is a number."""
        text = str(self.request.path_params.get(name) or self.one(name))
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            raise Refused(404, "There is no such thing here.")
        return int(text)

    def one(self, name: str) -> str:
        """A field of the form, empty when it was not sent."""
        values = self.form.get(name, ())
        return values[0].strip() if values else ""

    def query(self, name: str) -> str:
        """A part of the query."""
        return self.request.query_params.get(name, "").strip()

    def pack(self) -> Pack:
        """The pack of the path, when it is one of the caller's workspace."""
        return packs.pack_of(self.ledger, self.part("pack"), workspace=self.caller.workspace)

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page of this server."""
        values |= {"ask": self, "me": self.caller, "csrf": self.csrf, "desk": self.desk, "places": self._places()}
        text = self.desk.render(template, **values)
        return Response(text, status, media_type="text/html")

    def _places(self) -> tuple[tuple[int, str, str], ...]:
        """The workspaces that the caller may go to, when there are several."""
        if not self.caller.account or self.fragment:
            return ()
        found = accounts.memberships(self.ledger, self.caller.account)
        return found if len(found) > 1 else ()

    @property
    def fragment(self) -> bool:
        """Whether a part of the page asks, not a person for a page."""
        headers = self.request.headers  # the back button asks for a whole page, and says so
        return headers.get("hx-request") == "true" and headers.get("hx-history-restore-request") != "true"


Handler: TypeAlias = Callable[[Ask], Response]
AsyncHandler: TypeAlias = Callable[[Ask], Awaitable[Response]]
NOBODY = Caller(0, "", 0, "viewer")


def hashed(text: str) -> str:
    """The hash under which a secret is known."""
    return sha256(text.encode()).hexdigest()


async def asked(request: Request, desk: Desk, *, needs: str, form: bool) -> tuple[Ask, str]:
    """The request understood, and a visit cookie to set (empty: none); Refused when it may not be answered."""
    visit = request.cookies.get(desk.cookie("visit"), "")
    fresh = "" if len(visit) == 43 else secrets.token_urlsafe(32)
    session = request.cookies.get(desk.cookie("session"), "")
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    caller = await run_in_threadpool(_caller, desk, session, bearer)
    ask = Ask(desk, request, caller or NOBODY, _csrf(desk, fresh or visit, session))
    if needs != "nobody":
        _may(request, caller, needs)
    if request.method not in READS:
        _no_foreign_origin(request)
        if form:
            ask.form, ask.files = await _form(request)
        if not bearer and not request.url.path.startswith("/api/"):
            sent = request.headers.get(CSRF_HEADER) or ask.one(CSRF_FIELD)
            if fresh or not hmac.compare_digest(sent.encode(), ask.csrf.encode()):
                raise Refused(403, "This page is out of date. Go back, load it again, and try once more.")
    return ask, fresh


def _caller(desk: Desk, session: str, bearer: str) -> Caller | None:
    if desk.local is not None:
        return desk.local
    at = datetime.now(tz=UTC)
    if bearer:
        return accounts.caller_by_token(desk.ledger, hashed(bearer), at=at)
    idle = timedelta(hours=desk.settings.idle_hours)
    return accounts.caller_by_session(desk.ledger, hashed(session), at=at, idle=idle) if session else None


def _may(request: Request, caller: Caller | None, needs: str) -> None:
    if caller is None:
        raise Refused(401, "Sign in first.")
    if not caller.may(needs):
        raise Refused(403, f"This needs the role {needs}; yours is {caller.role}. Ask an administrator.")


def _no_foreign_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    foreign = bool(origin) and origin != "null" and urlsplit(str(origin)).netloc != request.headers.get("host")
    if foreign or origin == "null" or request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise Refused(403, "The request came from another site.")


def _csrf(desk: Desk, visit: str, session: str) -> str:
    return hmac.new(desk.secret, f"{visit}\0{session}".encode(), sha256).hexdigest()


async def _form(request: Request) -> tuple[dict[str, list[str]], dict[str, tuple[str, bytes]]]:
    """The fields and the small files of a form."""
    fields: dict[str, list[str]] = {}
    files: dict[str, tuple[str, bytes]] = {}
    async with request.form(max_files=4, max_fields=2000, max_part_size=2 << 20) as sent:
        for name, value in sent.multi_items():
            if isinstance(value, UploadFile):
                content = await value.read(MOST_FORM_FILE + 1)
                if len(content) > MOST_FORM_FILE:
                    raise UsageError(f"{value.filename}: larger than {MOST_FORM_FILE >> 20} MB")
                if value.filename:
                    files[name] = (value.filename, content)
            else:
                fields.setdefault(name, []).append(value.replace("\0", ""))
    return fields, files


def with_visit(response: Response, desk: Desk, visit: str) -> Response:
    """The answer, setting the visit cookie where one is needed."""
    if visit:
        set_cookie(response, desk, "visit", visit)
    return response


def set_cookie(response: Response, desk: Desk, name: str, value: str, *, max_age: int | None = None) -> None:
    """Set a cookie that scripts and other sites cannot read."""
    secure = desk.settings.secure
    response.set_cookie(
        desk.cookie(name), value, max_age=max_age, path="/", secure=secure, httponly=True, samesite="lax"
    )

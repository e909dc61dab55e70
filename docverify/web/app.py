"""The server put together: ROUTES, what each needs, and what an error looks like to a person and to a program."""

from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from prometheus_client import CollectorRegistry
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from docverify.errors import DocverifyError, LedgerError, NotHere
from docverify.ledger import Ledger, open_ledger
from docverify.ledger.desk import accounts
from docverify.ledger.desk.records import Caller
from docverify.web import (
    api,
    form_page,
    front,
    health,
    output_page,
    outside,
    papers_page,
    parts,
    people,
    result_page,
    sending,
)
from docverify.web.asking import Ask, Desk, Refused, asked, with_visit
from docverify.web.pages import renderer
from docverify.web.settings import Settings, prepared
from docverify.web.shell import Shell

STATIC = Path(__file__).parent / "static"
MOST_FORM = 24 << 20
LOCAL = "this machine"


@dataclass(frozen=True, slots=True)
class Entry:
    """A route: `needs` is a role, or `nobody`; `stream` handlers are asynchronous and read the body themselves."""

    method: str
    path: str
    name: str
    needs: str
    handler: Callable[[Ask], Any]
    stream: bool = False


PACK = "/packs/{pack}"
ROUTES: tuple[Entry, ...] = (
    Entry("GET", "/", "home", "viewer", front.home),
    Entry("POST", "/packs", "make", "reviewer", front.make),
    Entry("GET", "/upcoming", "upcoming", "viewer", front.look_ahead),
    Entry("GET", "/search", "search", "viewer", front.find),
    Entry("GET", PACK, "pack", "viewer", sending.show),
    Entry("POST", f"{PACK}/about", "describe", "reviewer", front.describe),
    Entry("PUT", f"{PACK}/files", "upload", "reviewer", sending.upload, stream=True),
    Entry("POST", f"{PACK}/uploads", "start_upload", "reviewer", parts.start),
    Entry("GET", f"{PACK}/uploads/{{upload}}", "upload_state", "reviewer", parts.state),
    Entry("PATCH", f"{PACK}/uploads/{{upload}}", "append_upload", "reviewer", parts.append, stream=True),
    Entry("POST", f"{PACK}/sent", "sent", "reviewer", sending.sent),
    Entry("GET", f"{PACK}/events", "events", "viewer", sending.events, stream=True),
    Entry("GET", f"{PACK}/progress", "progress", "viewer", sending.progress),
    Entry("GET", f"{PACK}/files/{{file}}", "download", "viewer", sending.download),
    Entry("POST", f"{PACK}/files/{{file}}/remove", "remove", "reviewer", sending.remove),
    Entry("GET", f"{PACK}/shipment", "shipment", "viewer", form_page.show),
    Entry("POST", f"{PACK}/shipment", "save", "reviewer", form_page.save),
    Entry("GET", f"{PACK}/shipment.yaml", "shipment_file", "viewer", form_page.as_file),
    Entry("GET", f"{PACK}/result", "result", "viewer", result_page.show),
    Entry("POST", f"{PACK}/again", "again", "reviewer", result_page.check_again),
    Entry("GET", f"{PACK}/findings/{{fingerprint}}", "finding", "viewer", result_page.finding),
    Entry("POST", f"{PACK}/findings/{{fingerprint}}/waive", "waive", "reviewer", result_page.waive),
    Entry("POST", f"{PACK}/findings/{{fingerprint}}/comment", "comment", "reviewer", result_page.comment),
    Entry("GET", f"{PACK}/cells/{{number}}", "cell", "viewer", result_page.cell),
    Entry("GET", f"{PACK}/pages/{{sha256}}/{{page}}", "picture", "viewer", result_page.picture),
    Entry("POST", f"{PACK}/correct", "correct", "reviewer", result_page.correct),
    Entry("POST", f"{PACK}/withdraw", "withdraw", "reviewer", result_page.withdraw),
    Entry("GET", f"{PACK}/papers", "papers", "viewer", papers_page.show),
    Entry("GET", f"{PACK}/papers/{{document}}", "paper", "viewer", papers_page.paper),
    Entry("GET", f"{PACK}/compare", "compare", "viewer", papers_page.compare_packs),
    Entry("GET", f"{PACK}/history", "history", "viewer", papers_page.history),
    Entry("GET", f"{PACK}/output", "output", "viewer", output_page.show),
    Entry("GET", f"{PACK}/report/{{format}}", "report", "viewer", output_page.report),
    Entry("GET", f"{PACK}/letter", "letter", "viewer", output_page.write_letter),
    Entry("POST", f"{PACK}/links", "make_link", "reviewer", output_page.make_link),
    Entry("POST", f"{PACK}/links/{{link}}/end", "end_link", "reviewer", output_page.end_link),
    Entry("GET", "/send/{secret}", "supplier", "nobody", output_page.supplier_page),
    Entry("PUT", "/send/{secret}/files", "supplier_upload", "nobody", output_page.supplier_upload, stream=True),
    Entry("POST", "/send/{secret}/uploads", "supplier_start", "nobody", output_page.supplier_start),
    Entry("GET", "/send/{secret}/uploads/{upload}", "supplier_state", "nobody", output_page.supplier_state),
    Entry(
        "PATCH",
        "/send/{secret}/uploads/{upload}",
        "supplier_append",
        "nobody",
        output_page.supplier_append,
        stream=True,
    ),
    Entry("POST", "/send/{secret}/sent", "supplier_sent", "nobody", output_page.supplier_sent),
    Entry("GET", "/sign-in", "sign_in_page", "nobody", people.sign_in_page),
    Entry("POST", "/sign-in", "sign_in", "nobody", people.sign_in),
    Entry("GET", "/sign-in/outside", "outside", "nobody", outside.go),
    Entry("GET", "/sign-in/return", "outside_return", "nobody", outside.returned),
    Entry("POST", "/workspace", "move", "viewer", people.move),
    Entry("POST", "/sign-out", "sign_out", "nobody", people.sign_out),
    Entry("GET", "/people", "people", "admin", people.show),
    Entry("POST", "/people", "add_account", "admin", people.add),
    Entry("POST", "/people/disable", "disable_account", "admin", people.disable),
    Entry("POST", "/people/tokens", "make_token", "admin", people.make_token),
    Entry("POST", "/people/tokens/{token}/end", "end_token", "admin", people.end_token),
    Entry("GET", "/api/v1/openapi.json", "api_description", "nobody", api.description),
    Entry("GET", "/api/v1/packs", "api_list", "viewer", api.list_packs),
    Entry("POST", "/api/v1/packs", "api_make", "reviewer", api.make, stream=True),
    Entry("GET", f"/api/v1{PACK}", "api_status", "viewer", api.status),
    Entry("PUT", f"/api/v1{PACK}/files", "api_upload", "reviewer", api.upload, stream=True),
    Entry("POST", f"/api/v1{PACK}/uploads", "api_start_upload", "reviewer", parts.start),
    Entry("GET", f"/api/v1{PACK}/uploads/{{upload}}", "api_upload_state", "reviewer", parts.state),
    Entry("PATCH", f"/api/v1{PACK}/uploads/{{upload}}", "api_append_upload", "reviewer", parts.append, stream=True),
    Entry("POST", f"/api/v1{PACK}/check", "api_check", "reviewer", api.check),
    Entry("GET", f"/api/v1{PACK}/shipment", "api_shipment", "viewer", api.get_shipment),
    Entry("PUT", f"/api/v1{PACK}/shipment", "api_save", "reviewer", api.put_shipment, stream=True),
    Entry("GET", f"/api/v1{PACK}/result", "api_result", "viewer", api.result),
    Entry("GET", f"/api/v1{PACK}/report/{{format}}", "api_report", "viewer", api.report),
    Entry("GET", "/healthz", "healthz", "nobody", health.alive),
    Entry("GET", "/readyz", "readyz", "nobody", health.ready),
    Entry("GET", "/metrics", "metrics", "viewer", health.metrics),
)


def make_app(settings: Settings) -> Starlette:
    """The server; it opens the ledger, and closes it when it ends."""
    folder = prepared(Path(settings.folder))
    ledger = open_ledger(settings.database)
    desk = Desk(
        ledger, settings, bytes.fromhex((folder / "secret").read_text("ascii")), _local(ledger, settings), renderer()
    )
    registry = CollectorRegistry()

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> Any:
        yield
        ledger.close()

    app = Starlette(
        routes=[
            *(_route(entry, desk) for entry in ROUTES),
            Mount("/static", StaticFiles(directory=STATIC, packages=[("docverify.report", "look")])),
        ],
        middleware=[Middleware(Shell, names=frozenset(settings.names), secure=settings.secure, registry=registry)],
        exception_handlers={HTTPException: _http_error(desk), 500: _internal(desk)},
        lifespan=lifespan,
    )
    app.state.registry = registry
    return app


def _local(ledger: Ledger, settings: Settings) -> Caller | None:
    if settings.accounts:
        return None
    return Caller(0, LOCAL, accounts.workspace_named(ledger, LOCAL), "admin")


def _route(entry: Entry, desk: Desk) -> Route:
    async def answer(request: Request) -> Response:
        request.scope["docverify_route"] = entry.name
        visit = ""
        try:
            _bounded(request, entry)
            ask, visit = await asked(request, desk, needs=entry.needs, form=not entry.stream)
            request.scope["docverify_account"] = ask.caller.account
            response = await entry.handler(ask) if entry.stream else await run_in_threadpool(entry.handler, ask)
        except (Refused, DocverifyError, MultiPartException) as error:
            response = _refusal(request, desk, *_status(error))
        return with_visit(response, desk, visit)

    return Route(entry.path, answer, methods=[entry.method], name=entry.name)


def _bounded(request: Request, entry: Entry) -> None:
    if request.method in ("GET", "HEAD") or entry.stream:
        return
    unsaid = "" if "transfer-encoding" in request.headers else "0"
    length = request.headers.get("content-length", unsaid)
    if not length.isdigit():
        raise Refused(411, "Say how long the request is.")
    if int(length) > MOST_FORM:
        raise Refused(413, f"A form holds up to {MOST_FORM >> 20} MB.")


def _status(error: Exception) -> tuple[int, str]:
    match error:
        case Refused():
            return error.status, error.message
        case NotHere():
            return 404, _sentence(str(error))
        case LedgerError():
            return 503, f"Nothing was changed: {error}. Try again in a minute."
        case _:
            return 400, _sentence(str(error))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def _refusal(request: Request, desk: Desk, status: int, message: str) -> Response:
    """What to do, as a page for people and as JSON for programs."""
    wants_page = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
    if not wants_page and request.headers.get("hx-request") != "true":
        return JSONResponse(
            {"error": message}, status, headers={"www-authenticate": "Bearer"} if status == 401 else None
        )
    if status == 401 and request.method == "GET":
        return RedirectResponse(f"/sign-in?next={quote(request.url.path)}", 303)
    text = desk.render("error.html", status=status, message=message, me=None, csrf="", ask=None, desk=desk)
    return Response(text, status, media_type="text/html")


def _http_error(desk: Desk) -> Any:
    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        message = "There is no such page." if error.status_code == 404 else str(error.detail)
        return _refusal(request, desk, error.status_code, message)

    return answer


def _internal(desk: Desk) -> Any:
    async def answer(request: Request, _error: Exception) -> Response:
        return _refusal(
            request, desk, 500, "Something went wrong here, not in your papers. Nothing was lost; try again."
        )

    return answer

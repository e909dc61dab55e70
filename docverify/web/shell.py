"""What lies around every answer: security headers, the bound on what is sent, one log line and the metrics.

The log holds no names of papers, no queries and no contents: method, route, status, time, and who asked by number.
"""

import json
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
log = logging.getLogger("docverify.web.access")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    b"cache-control": b"no-store",
}
STRICT = b"max-age=31536000"


class Shell:
    """The outermost layer of the server."""

    def __init__(self, app: Any, *, names: frozenset[str], secure: bool, registry: CollectorRegistry) -> None:
        """`names` are the hosts by which the server may be asked; empty: any."""
        self.app, self.names, self.secure = app, names, secure
        self.answers = Counter("docverify_answers_total", "Answers", ["route", "status"], registry=registry)
        self.seconds = Histogram("docverify_answer_seconds", "Time to answer", ["route"], registry=registry)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def dressed(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                kept = [(b"cache-control", b"no-cache")] if scope["path"].startswith("/static/") else []
                message["headers"] = self._headers([*message.get("headers", []), *kept])
            await send(message)

        try:
            if self.names and _host(scope) not in self.names:
                await _plain(dressed, 421, b"This server does not go by that name.\n")
            else:
                await self.app(scope, receive, dressed)
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _headers(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        named = {name.lower() for name, _ in given}
        strict = {b"strict-transport-security": STRICT} if self.secure else {}
        return [*given, *((name, value) for name, value in (HEADERS | strict).items() if name not in named)]

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = scope.get("docverify_route", "none")
        self.answers.labels(route, str(status)).inc()
        if route != "events":  # as long as somebody looks at it
            self.seconds.labels(route).observe(seconds)
        line = {"method": scope["method"], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        log.info(json.dumps(line | {"account": scope.get("docverify_account", 0)}))


def _host(scope: Scope) -> str:
    host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host


async def _plain(send: Send, status: int, text: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})

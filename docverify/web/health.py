"""Whether the server lives, whether it can work, and its numbers."""

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from starlette.responses import JSONResponse, Response

from docverify.errors import DocverifyError
from docverify.ledger.desk import packs
from docverify.web.asking import Ask


def alive(_ask: Ask) -> Response:
    """The process answers."""
    return JSONResponse({"status": "alive"})


def ready(ask: Ask) -> Response:
    """The database answers and papers can be kept; 503 and what is wrong otherwise."""
    problems = []
    try:
        packs.count_states(ask.ledger)
    except DocverifyError:
        problems.append("the database does not answer")
    probe = ask.desk.folder / "incoming" / ".probe"
    try:
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError:
        problems.append("the folder for papers cannot be written")
    return JSONResponse(
        {"status": "not ready" if problems else "ready", "problems": problems}, 503 if problems else 200
    )


def metrics(ask: Ask) -> Response:
    """Answers by route and status, their times, and packs by state."""
    registry: CollectorRegistry = ask.request.app.state.registry
    now = CollectorRegistry()
    gauge = Gauge("docverify_packs", "Packs by state", ["state"], registry=now)
    for state, count in packs.count_states(ask.ledger).items():
        gauge.labels(state).set(count)
    text = generate_latest(registry) + generate_latest(now)
    return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")

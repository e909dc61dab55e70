"""A standing → text for a terminal, or plain JSON (schema `docverify/status/1`)."""

from dataclasses import asdict
from textwrap import wrap
from typing import Any

from docverify.facts.evidence import printable
from docverify.programme.standing import Item, Stage, Standing

SCHEMA = "docverify/status/1"


def stand_to_json(standing: Standing) -> dict[str, Any]:
    """The standing as plain JSON data."""
    stages = [asdict(stage) | {"passed": stage.passed} for stage in standing.stages]
    return {"schema": SCHEMA, **asdict(standing), "stages": stages}


def render_status(standing: Standing, *, width: int = 100) -> str:
    """The stages in order, what lacks first."""
    about = ", ".join(standing.shipments) or "no shipment"
    head = f"{standing.programme} ({standing.deployment.replace('_', ' ')}): {about}"
    blocks = [_stage(stage, width) for stage in standing.stages]
    return "\n\n".join(["\n".join(wrap(printable(head), width)), *blocks]) + "\n"


def _stage(stage: Stage, width: int) -> str:
    lacking = [item for item in stage.items if not item.there]
    word = "passed" if stage.passed else (f"{len(lacking)} missing" if lacking else "waits")
    waits = f", waits for {stage.waits_for.replace('_', ' ')}" if stage.waits_for else ""
    lines = [f"{stage.name.replace('_', ' ')}: {word}{waits}"]
    for item in [*lacking, *(item for item in stage.items if item.there)]:
        lines += _item(item, width)
    return "\n".join(lines)


def _item(item: Item, width: int) -> list[str]:
    mark = "ok     " if item.there else "MISSING"
    text = f"{mark} {item.wanted}: {item.why}"
    return wrap(printable(text), width, initial_indent="    ", subsequent_indent="            ")

"""Readings by hash, extractor and settings: kept compressed, given back as the plain JSON they were."""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from docverify.ledger.inserting import insert_missing
from docverify.ledger.tables import readings

AT_ONCE = 500  # values in one IN list


def remembered(
    connection: Connection, hashes: Sequence[str], *, extractor: str, settings: str
) -> dict[str, list[dict[str, Any]]]:
    """The readings that are kept of those files; one that is damaged is as if it were not kept."""
    found: dict[str, list[dict[str, Any]]] = {}
    for start in range(0, len(hashes), AT_ONCE):
        wanted = select(readings.c.sha256, readings.c.content).where(
            readings.c.sha256.in_(hashes[start : start + AT_ONCE]),
            readings.c.extractor == extractor,
            readings.c.settings == settings,
        )
        for sha256, content in connection.execute(wanted):
            try:
                found[sha256] = json.loads(zlib.decompress(content))
            except (zlib.error, ValueError):
                continue
    return found


def remember(
    connection: Connection, entries: Mapping[str, Sequence[Mapping[str, Any]]], *, extractor: str, settings: str
) -> None:
    """Keep the readings; what another process kept in the meantime stays."""
    rows = [
        {"sha256": sha256, "extractor": extractor, "settings": settings, "content": _packed(documents)}
        for sha256, documents in entries.items()
    ]
    insert_missing(connection, readings, rows)


def _packed(documents: Sequence[Mapping[str, Any]]) -> bytes:
    return zlib.compress(json.dumps(documents, separators=(",", ":")).encode(), 3)

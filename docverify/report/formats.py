"""FORMATS: the name or file suffix of an output → the function that makes it."""

from collections.abc import Callable, Mapping

from docverify.facts.result import Result
from docverify.report import json_report, terminal


def as_json(result: Result) -> bytes:
    """The result in the published schema."""
    # A lone surrogate, which a damaged font table may give, becomes a JSON escape and not a crash.
    return json_report.dumps(json_report.result_to_json(result)).encode("utf-8", "backslashreplace")


def as_text(result: Result) -> bytes:
    """The terminal report without colour, 100 columns wide, passes included."""
    return terminal.render(result, verbose=True).encode()


FORMATS: Mapping[str, Callable[[Result], bytes]] = {
    "json": as_json,
    "text": as_text,
}
SUFFIXES: Mapping[str, str] = {".json": "json", ".txt": "text"}

"""FORMATS: the name or file suffix of an output → the function that makes it, every one over the same result.

A format's module is imported when it is asked for: a template engine or a type-setter must not slow a plain check.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from docverify.facts.result import Result
from docverify.report import json_report, terminal
from docverify.report.pictures import Pictures


def as_json(result: Result) -> bytes:
    """The result in the published schema."""
    # A lone surrogate, which a damaged font table may give, becomes a JSON escape and not a crash.
    return json_report.dumps(json_report.result_to_json(result)).encode("utf-8", "backslashreplace")


def as_text(result: Result) -> bytes:
    """The terminal report without colour, 100 columns wide, passes included."""
    return terminal.render(result, verbose=True).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module and function that make it, the file suffix, and whether it shows page pictures."""

    module: str
    function: str
    suffix: str = ""
    pictured: bool = False
    binary: bool = False

    def __call__(self, result: Result, pictures: Pictures | None = None) -> bytes:
        """The result in this format; without pictures, places are told in words."""
        make = getattr(import_module(f"docverify.report.{self.module}"), self.function)
        made: bytes = make(result, pictures or Pictures()) if self.pictured else make(result)
        return made


FORMATS: Mapping[str, Format] = {
    "json": Format("formats", "as_json", ".json"),
    "text": Format("formats", "as_text", ".txt"),
    "html": Format("html", "as_html", ".html", pictured=True),
    "pdf": Format("pdf", "as_pdf", ".pdf", pictured=True, binary=True),
    "xlsx": Format("xlsx", "as_xlsx", ".xlsx", binary=True),
    "markdown": Format("markdown", "as_markdown", ".md"),
    "sarif": Format("sarif", "as_sarif", ".sarif"),
    "junit": Format("junit", "as_junit", ".xml"),
    "github": Format("github", "as_annotations"),
}
SUFFIXES: Mapping[str, str] = {entry.suffix: name for name, entry in FORMATS.items() if entry.suffix}

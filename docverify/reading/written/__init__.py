"""Manuals as people write them (Markdown, HTML, AsciiDoc, Word, plain text) to the pages that extraction reads."""

from docverify.reading.written.read import SUFFIXES, is_written, read_written

__all__ = ["SUFFIXES", "is_written", "read_written"]

"""Manuals as people write them (Markdown, HTML, AsciiDoc, Word, plain text) to the pages that extraction reads."""

"""A check on what a private-label manual still carries of the factory: on its pages, beside them, in its pictures."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from docverify.facts.document import Document
from docverify.rules.checks_manual_text import SHOWN, anatomy_of, not_read, places
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, unread
from docverify.rules.parameters import OfPapers

LINE = 12.0  # units high in a written source


def words_left(_rule: OfPapers, context: Context) -> Conclusion:
    """The manual carries none of the factory's words: not in its text, metadata, bookmarks, file names or pictures."""
    document = context.the_document
    anatomy = anatomy_of(document)
    words = [str(word) for word in document.marks.get("oem_words", ())]
    if anatomy is None:
        return not_read(document)
    logos = list(anatomy.get("logos", ()))
    if not words and not document.marks.get("oem_logos"):
        return inapplicable("the settings name no words or logos of the factory")
    hidden = [f"{where}: {text}" for where, text in _hidden_texts(document, anatomy) if _holds(text, words)]
    said = [m for m in document.marks.get("mentions", ()) if m["word"] in words]
    left = [entry for entry in _left_over(document, words) if not _is_told(entry, said, hidden)]
    if not said and not left and not hidden and not logos:
        why = f"{document.name} carries none of {', '.join(words) or 'the logos'}"
        return unread(document, ", ".join(words)) or passed(why, ground(document))
    found = ", ".join(dict.fromkeys(_named(document, [*said, *left], hidden, logos)))
    shown = sorted([*said, *left, *logos], key=_standing)
    return failed(
        f"{document.name} still carries {found}", ground(document, *places(document, shown)), found=found, value=found
    )


def _named(
    document: Document, found: list[Mapping[str, Any]], hidden: list[str], logos: list[Mapping[str, Any]]
) -> list[str]:
    """Where it stands, in words: the places in the order of the manual, then what stands beside its pages."""
    said = []
    for entry in sorted(found, key=_standing):
        if entry.get("where") and not entry["boxes"]:
            said.append(f"{entry['where']}: {entry['around']}")
        else:
            said.append(f"“{entry.get('quote') or entry['word']}” ({_at(document, entry)})")
    said = list(dict.fromkeys([*said, *hidden, *(f"a logo ({_at(document, x)})" for x in logos)]))
    more = len(said) - 2 * SHOWN
    return said[: 2 * SHOWN] + ([f"and {more} more"] if more > 0 else [])


def _at(document: Document, entry: Mapping[str, Any]) -> str:
    """The place in words: the line of a written source, the page of a PDF."""
    line = _line(document, entry)
    return f"line {line}" if line else f"page {entry['page']}"


def _line(document: Document, entry: Mapping[str, Any]) -> int:
    if "written" not in document.marks or not entry["boxes"]:
        return 0
    return int(float(entry["boxes"][0][1]) / LINE) + 1


def _standing(entry: Mapping[str, Any]) -> tuple[int, int, float]:
    boxes = entry.get("boxes") or ()
    return (0, int(entry["page"]), float(boxes[0][1])) if boxes else (1, int(entry["page"]), 0.0)


def _left_over(document: Document, words: list[str]) -> Iterable[Mapping[str, Any]]:
    """What was found joined, disguised or beside the pages, but not within a name that is the brand's own."""
    own = [str(word).casefold() for word in document.marks.get("own_words", ())]
    for entry in document.marks.get("left_over", ()):
        word, whole = str(entry["word"]), str(entry["quote"]).casefold()
        if word in words and not any(word.casefold() in name and name in whole for name in own):
            yield entry


def _is_told(entry: Mapping[str, Any], said: list[Mapping[str, Any]], hidden: list[str]) -> bool:
    """Whether the place is told already: the line of the source is shown on a page, the object is the metadata."""
    if entry.get("line"):
        top = (int(entry["line"]) - 1) * LINE
        return any(m["word"] == entry["word"] and any(box[1] == top for box in m["boxes"]) for m in said)
    return bool(entry.get("where")) and any(str(entry["around"]) in text for text in hidden)


def _hidden_texts(document: Document, anatomy: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the file says beside its pages, by where it says so; the lines of a written source say it themselves."""
    marks = document.marks
    texts = [("bookmark", str(mark["title"])) for mark in anatomy.get("bookmarks", ())]
    texts += [("embedded file", str(name)) for name in marks.get("attachments", ())]
    written: Mapping[str, Any] = marks.get("written", {})
    if written.get("format", "docx") == "docx":
        texts += [(f"metadata {name}", str(text)) for name, text in marks.get("metadata", {}).items()]
        texts += [("picture", str(image["target"])) for image in written.get("images", ())]
        texts += [("link", str(link["target"])) for link in written.get("links", ())]
    return texts


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE) for word in words)

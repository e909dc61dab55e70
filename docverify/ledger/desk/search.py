"""What papers say → found again: full-text search of SQLite (FTS5) or PostgreSQL, inside one workspace.

The index is made when it is first needed, and holds nothing that the papers' records do not hold.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from docverify.document_json import value_to_json
from docverify.facts.document import Document
from docverify.ledger.desk.records import Hit
from docverify.ledger.desk.tables import texts, words
from docverify.ledger.inserting import insert_missing
from docverify.ledger.keeping import storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing

_SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS desk_words_index USING fts5"
    "(text, content='desk_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
)
_POSTGRES = "CREATE INDEX IF NOT EXISTS desk_words_text ON desk_words USING gin (to_tsvector('simple', text))"
AT_ONCE = 500  # values in one IN list
_WORD = re.compile(r"[\w.\-/+]+")


def keep_texts(ledger: Ledger, pages: Mapping[str, Sequence[tuple[int, str]]]) -> None:
    """What the pages of files say, by the files' hashes; a file without a page that says anything is kept, too."""
    rows = [
        {"sha256": sha256, "page": page, "text": storable(said)}
        for sha256, entries in pages.items()
        for page, said in (*entries, (0, ""))
    ]
    with told(ledger.shown), writing(ledger.engine) as connection:
        insert_missing(connection, texts, rows)


def with_texts(ledger: Ledger, hashes: Sequence[str]) -> frozenset[str]:
    """Those of the files whose texts are kept."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return frozenset(sha256 for sha256, _, _ in _texts(connection, hashes, texts.c.page == 0))


def _texts(connection: Connection, hashes: Sequence[str], wanted: Any) -> Iterator[tuple[str, int, str]]:
    for start in range(0, len(hashes), AT_ONCE):
        here = texts.c.sha256.in_(hashes[start : start + AT_ONCE])
        for sha256, page, said in connection.execute(select(texts).where(here, wanted)):
            yield str(sha256), int(page), str(said)


def index(ledger: Ledger, pack: str, documents: Sequence[Document]) -> None:
    """The pack's papers as they are now, in place of what was indexed of it before."""
    hashes = sorted({document.sha256 for document in documents})
    with told(ledger.shown), ledger.engine.connect() as connection:
        said = {(sha256, page): text for sha256, page, text in _texts(connection, hashes, texts.c.page > 0)}
    rows = [
        {"pack": pack, "document": document.id, "path": storable(document.name), "page": page, "text": storable(line)}
        for document in documents
        for page, line in _lines(document, said)
    ]
    with told(ledger.shown), writing(ledger.engine) as connection:
        _prepare(connection)
        if connection.dialect.name == "sqlite":
            gone = "INSERT INTO desk_words_index(desk_words_index, rowid, text) SELECT 'delete', id, text"
            connection.execute(text(f"{gone} FROM desk_words WHERE pack = :pack"), {"pack": pack})
        connection.execute(words.delete().where(words.c.pack == pack))
        if rows:
            connection.execute(words.insert(), rows)
        if connection.dialect.name == "sqlite":
            added = "INSERT INTO desk_words_index(rowid, text) SELECT id, text FROM desk_words WHERE pack = :pack"
            connection.execute(text(added), {"pack": pack})


def _prepare(connection: Connection) -> None:
    connection.execute(text(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRES))


def _lines(document: Document, said: Mapping[tuple[str, int], str]) -> Iterator[tuple[int, str]]:
    """The values, the quotes and the text of each page, and what the paper is."""
    pages: dict[int, list[str]] = {document.pages[0]: [document.path, document.kind.value, document.scheme or ""]}
    for name, entries in document.fields.items():
        for entry in entries:
            page = entry.evidence[0].page if entry.evidence else document.pages[0]
            value = value_to_json(entry.value)
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            pages.setdefault(page, []).append(f"{name.replace('_', ' ')}: {shown} {entry.quote}")
    for page in range(document.pages[0], document.pages[1] + 1):
        if whole := said.get((document.sha256, page)):
            pages.setdefault(page, []).append(whole)
    yield from ((page, "\n".join(dict.fromkeys(lines))) for page, lines in sorted(pages.items()))


def search(ledger: Ledger, wanted: str, *, workspace: int, limit: int = 100) -> tuple[Hit, ...]:
    """Where all the words stand on one page, in the workspace's papers, best first."""
    terms = _WORD.findall(wanted)[:12]
    if not terms:
        return ()
    with told(ledger.shown), writing(ledger.engine) as connection:
        _prepare(connection)
        lite = connection.dialect.name == "sqlite"
        query = _LITE_QUERY if lite else _POSTGRES_QUERY
        match = _lite_match(terms) if lite else " ".join(terms)
        found = connection.execute(text(query), {"match": match, "workspace": workspace, "limit": limit}).mappings()
        return tuple(Hit(**{**row, "text": _around(row["text"], terms)}) for row in found)


def _lite_match(terms: Iterable[str]) -> str:
    return " ".join('"' + term.replace('"', "") + '"*' for term in terms)


_SHOWN = "w.pack AS pack, p.name AS pack_name, w.document AS document, w.path AS path, w.page AS page, w.text AS text"
_LITE_QUERY = (
    f"SELECT {_SHOWN} FROM desk_words_index i JOIN desk_words w ON w.id = i.rowid JOIN desk_packs p ON p.id = w.pack "
    "WHERE desk_words_index MATCH :match AND p.workspace = :workspace ORDER BY rank LIMIT :limit"
)
_POSTGRES_QUERY = (
    f"SELECT {_SHOWN} FROM desk_words w JOIN desk_packs p ON p.id = w.pack "
    "WHERE to_tsvector('simple', w.text) @@ plainto_tsquery('simple', :match) AND p.workspace = :workspace "
    "ORDER BY w.id DESC LIMIT :limit"
)


def _around(whole: str, terms: Sequence[str]) -> str:
    """The lines that hold the words."""
    folded = [term.casefold() for term in terms]
    lines = [line for line in whole.splitlines() if any(term in line.casefold() for term in folded)]
    return "\n".join(lines[:3] or whole.splitlines()[:2])[:400]

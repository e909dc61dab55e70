"""The pages of a paper → one print each, so that two deliveries can be held page against page without their bytes.

A page of text has the hash of its words in order: another word is another print, another line break is not. A scanned
page has a sketch of its words, because no two scans are recognised alike: pages with mostly the same words share most
of it. A page that could not be read has no print (an empty text).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from zlib import crc32

from docverify.facts.document import Document
from docverify.facts.evidence import Origin
from docverify.reading.page import Page, ReadDocument

MARK = "page_prints"
SCAN = "~"  # how the print of a scanned page begins
SKETCH = 24  # words in a sketch, of 4 digits each
LEAST = 4  # letters of a word that counts in a sketch: shorter ones are on every page, and often misread


def with_page_prints(record: Document, document: ReadDocument) -> Document:
    """The record with the prints of its pages among its marks."""
    prints = dict(_prints(document.pages))
    first, last = record.pages
    return replace(record, marks={**record.marks, MARK: [prints.get(n, "") for n in range(first, last + 1)]})


def _prints(pages: Sequence[Page]) -> Iterator[tuple[int, str]]:
    for page in pages:
        words = page.text.split()
        yield page.number, _sketch(words) if page.origin is Origin.OCR else _hash(words)


def _hash(words: Iterable[str]) -> str:
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _sketch(words: Iterable[str]) -> str:
    """The smallest hashes of the page's words: of two pages, about as many are shared as of their words."""
    hashes = {crc32(word.casefold().encode("utf-8", "surrogatepass")) for word in words if len(word) >= LEAST}
    return SCAN + "".join(f"{value >> 16:04x}" for value in sorted(hashes, key=_mixed)[:SKETCH])


def _mixed(value: int) -> int:
    # The order must not follow the digits that are kept, or every sketch would begin with the same ones.
    return (value * 2654435761) & 0xFFFFFFFF

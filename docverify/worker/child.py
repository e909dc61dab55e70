"""The process that reads: for every file it is sent, the documents in it, or why it could not be read.

It is started by `worker.pool` as `python -P -m docverify.worker`, confines itself, and speaks over its standard
input and output only. Anything a library prints goes to standard error.
"""

import gc
import traceback
from dataclasses import replace
from importlib import import_module
from typing import IO, Any

from docverify.classify import Section, classify
from docverify.document_json import document_to_json
from docverify.errors import DocverifyError
from docverify.extraction.doubts import with_doubts
from docverify.extraction.extract import extract, id_of
from docverify.extraction.labels import matcher
from docverify.extraction.mentions import with_mentions
from docverify.extraction.page_prints import with_page_prints
from docverify.extraction.statements import statements
from docverify.extraction.version_words import word_patterns
from docverify.facts.document import DocumentKind
from docverify.facts.source import SourceFile
from docverify.kind_phrases import phrase_book
from docverify.reading.page import ReadDocument
from docverify.reading.read import read, taken_out
from docverify.reading.wishes import ReadLimits
from docverify.worker.frames import own_pipes, packed, received
from docverify.worker.limits import MOST_PAGE_TEXT, MOST_TEXT, Limits, allow_processor_time, confine, resident_bytes


def main() -> int:
    """Serve until the parent closes the pipe."""
    requests, answers = own_pipes()
    _load_tables()  # while the parent is not ready yet
    first = received(requests)
    if first is None:
        return 0
    limits = Limits(**first["limits"])
    gc.freeze()  # what was imported stays: it need not be looked through again and again
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    confine(limits)
    while (request := received(requests)) is not None:
        content = requests.read(int(request["size"]))
        if len(content) < int(request["size"]):
            return 0
        allow_processor_time(limits.processor_s)
        answer = _answer(request, content, limits, answers)
        answers.write(packed({**answer, "done": True, "resident": resident_bytes()}))
        answers.flush()
    return 0


def _load_tables() -> None:
    """Every table that the first paper needs, loaded before it comes."""
    phrase_book()
    matcher()
    statements()
    word_patterns()


def _answer(request: dict[str, Any], content: bytes, limits: Limits, answers: IO[bytes]) -> dict[str, Any]:
    def tell(stage: str, number: int, count: int) -> None:
        answers.write(packed({"stage": stage, "page": number, "of": count}))
        answers.flush()

    path, number = str(request["path"]), request["inside"]
    try:
        source = (
            SourceFile(path, content, str(request["sha256"])) if number is None else taken_out(path, content, number)
        )
        return _documents(source, request, limits, tell)
    except DocverifyError as error:
        return {"refusal": str(error)}
    except MemoryError:
        return {"refusal": "", "memory": True}
    except RecursionError:
        return {"refusal": "nested too deep to be read; ask the supplier to print it to a new PDF"}
    except Exception as error:  # noqa: BLE001 - the edge of one document: a defect here must cost that paper only
        traceback.print_exc()
        return {"refusal": f"an internal error ({type(error).__name__}: {error}); please report it"}


def _documents(source: SourceFile, request: dict[str, Any], limits: Limits, tell: Any) -> dict[str, Any]:
    """Steps 2 to 4 of the route: read, classify, extract; and which papers are embedded in the file."""

    def on_page(number: int, count: int) -> None:
        tell("read", number, count)

    skip = {int(number): str(reason) for number, reason in request.get("skip", {}).items()}
    words = [str(word) for word in request.get("watch", ())]
    read_limits = ReadLimits(limits.pages, limits.scanned_pages)
    if request.get("manual") is not None:
        reader = import_module("docverify.worker.manual").read_manual
        logos = [int(logo) for logo in request["manual"]]
        record = reader(source, limits=read_limits, skip=skip, on_page=on_page, logos=logos, words=words)
        return {"documents": [document_to_json(record)]}
    document = read(source, limits=read_limits, skip=skip, on_page=on_page, ocr=request["ocr"])
    tell("classify", document.page_count, document.page_count)
    documents = []
    kinds = {str(id): str(kind) for id, kind in request.get("kinds", {}).items()}
    for section in classify(document):
        tell("extract", section.pages[0], document.page_count)
        section = _as_told(section, kinds.get(id_of(document, section), ""))
        record = with_doubts(extract(document, section), document)
        record = with_page_prints(with_mentions(record, document, words), document)
        documents.append(document_to_json(record))
    answer = {"documents": documents, "inside": document.structure.get("embedded_papers", [])}
    return answer | ({"texts": _texts(document)} if request.get("texts") else {})


def _as_told(section: Section, kind: str) -> Section:
    """The section as the kind that a person said it is; as it is when nobody said so."""
    if not kind:
        return section
    name, _, scheme = kind.partition("/")
    return replace(section, kind=DocumentKind(name), scheme=scheme or None)


def _texts(document: ReadDocument) -> list[tuple[int, str]]:
    """What the pages say, to be searched: as much as an answer may hold."""
    texts, left = [], MOST_TEXT
    for page in document.pages:
        text = page.text[: min(left, MOST_PAGE_TEXT)]
        left -= len(text)
        texts.append((page.number, text))
    return texts

import io
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from docverify.facts.document import DocumentKind
from docverify.facts.source import SourceFile
from docverify.worker.frames import Unpacker, packed
from docverify.worker.limits import Limits
from docverify.worker.pool import read_all
from tests.reading.papers import declaration, paper, picture_of, scan

PAPER = paper(declaration)


def source(name: str, content: bytes) -> SourceFile:
    return SourceFile.of(name, content)


def several(count: int) -> list[SourceFile]:
    return [source(f"{n}.pdf", PAPER + b"\n" * n) for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_come_in_source_order_whatever_the_number_of_jobs(jobs: int) -> None:
    sources = [source("long.pdf", paper(*[declaration] * 60)), *several(3)]
    documents, refusals = read_all(sources, jobs=jobs)
    assert refusals == ()
    assert list(dict.fromkeys(document.path for document in documents)) == [s.path for s in sources]
    assert all(document.kind.value == "declaration" for document in documents)


def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_not() -> None:
    documents, refusals = read_all([source("bad.pdf", b"%PDF-1.4 nothing"), *several(2)])
    assert [document.path for document in documents] == ["0.pdf", "1.pdf"]
    (refusal,) = refusals
    assert refusal.path == "bad.pdf"
    assert refusal.reason == "damaged or truncated, it cannot be opened as a PDF"
    assert refusal.advice == "Ask the supplier to send it again."


def with_embedded(*names: str, inner: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PAPER)))
    for at, name in enumerate(names):
        writer.add_attachment(name, inner + b"\n" * at)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_inside_a_pdf_is_a_paper_of_its_own_after_it() -> None:
    inner = paper(declaration, declaration)
    documents, refusals = read_all(
        [source("pack.pdf", with_embedded("b/../report.pdf", "notes.pdf", inner=inner)), *several(1)]
    )
    assert refusals == ()
    paths = list(dict.fromkeys(document.path for document in documents))
    assert paths == ["pack.pdf", "pack.pdf/report.pdf", "pack.pdf/notes.pdf", "0.pdf"]
    assert documents[1].sha256 == SourceFile.of("", inner).sha256


def test_an_embedded_paper_that_is_in_the_pack_already_is_read_once() -> None:
    inner = paper(declaration, declaration)
    sources = [source("pack.pdf", with_embedded("report.pdf", inner=inner)), source("report.pdf", inner)]
    documents, _ = read_all(sources)
    assert list(dict.fromkeys(document.path for document in documents)) == ["pack.pdf", "report.pdf"]


def test_a_paper_two_levels_inside_is_refused_by_name() -> None:
    middle = with_embedded("deep.pdf", inner=paper(declaration, declaration))
    _, refusals = read_all([source("outer.pdf", with_embedded("middle.pdf", inner=middle))])
    assert [refusal.path for refusal in refusals] == ["outer.pdf/middle.pdf/deep.pdf"]


def test_progress_tells_pages_of_each_file() -> None:
    heard: list[tuple[str, int, int]] = []
    read_all([source("a.pdf", paper(*[declaration] * 4))], on_progress=lambda *args: heard.append(args))
    assert heard[0] == ("a.pdf", 0, 4)
    assert heard[-1] == ("a.pdf", 4, 4)


def children_of(parent: int) -> list[int]:
    """Readers that the process started; it may have other children, such as those of multiprocessing."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            reads = b"docverify.worker" in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if reads and int(fields[1]) == parent:
            found.append(int(entry.name))
    return found


def test_a_crash_costs_the_page_and_nothing_else() -> None:
    killed: list[int] = []

    def kill_once(path: str, done: int, count: int) -> None:
        if path == "long.pdf" and done == 2 and not killed:
            killed.extend(children_of(os.getpid()))
            os.kill(killed[0], signal.SIGSEGV)
            time.sleep(0.2)

    pages = paper(*[declaration] * 300)
    documents, refusals = read_all([source("long.pdf", pages), *several(1)], on_progress=kill_once)
    assert killed
    assert refusals == ()
    unread = [entry for document in documents for entry in document.unread_pages]
    assert len(unread) == 1
    assert unread[0].reason == "reading this page crashed the reader (SIGSEGV)"
    assert documents[-1].path == "0.pdf"


def test_a_file_that_breaks_the_reader_again_and_again_is_refused() -> None:
    def kill_always(path: str, done: int, count: int) -> None:
        if path == "long.pdf" and done < count:
            for child in children_of(os.getpid()):
                os.kill(child, signal.SIGKILL)
            time.sleep(0.1)

    pages = paper(*[declaration] * 300)
    documents, refusals = read_all([source("long.pdf", pages), *several(1)], on_progress=kill_always)
    assert [document.path for document in documents] == ["0.pdf"]
    (refusal,) = refusals
    assert refusal.path == "long.pdf"
    assert refusal.reason.startswith("reading it was killed by the system, probably for its memory (page ")


def test_a_page_that_takes_too_long_is_left_out_with_the_reason() -> None:
    content = scan(picture_of(PAPER))
    began = time.monotonic()
    documents, refusals = read_all([source("scan.pdf", content)], limits=Limits(silence_s=1.2, attempts=2))
    assert time.monotonic() - began < 30
    reasons = [entry.reason for document in documents for entry in document.unread_pages]
    assert [*reasons, *(refusal.reason for refusal in refusals)] != []
    assert any("took longer than 1.2 s" in reason for reason in [*reasons, *(r.reason for r in refusals)])


def test_a_document_that_needs_too_much_memory_is_given_up() -> None:
    content = scan(picture_of(PAPER))
    documents, refusals = read_all(
        [source("scan.pdf", content), *several(1)], limits=Limits(resident=150 << 20, attempts=1)
    )
    assert [document.path for document in documents] == ["0.pdf"]
    assert "more than 150 MB of memory" in refusals[0].reason


def test_a_confined_process_has_no_network_and_starts_nothing(tmp_path: Path) -> None:
    code = (
        "import socket, subprocess, os\n"
        "from docverify.worker.limits import Limits, confine\n"
        "confine(Limits())\n"
        "for act in (lambda: socket.create_connection(('127.0.0.1', 9)), lambda: socket.socket(),\n"
        "            lambda: subprocess.run(['true']), lambda: os.system('true'), lambda: os.fork()):\n"
        "    try:\n"
        "        act()\n"
        "    except PermissionError as error:\n"
        "        print('refused')\n"
        f"try:\n    open({str(tmp_path / 'x')!r}, 'wb', buffering=0).write(b'x' * 100)\n"
        "except OSError as error:\n    print('refused')\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert socket
    assert result.stdout.split() == ["refused"] * 6, result


def test_a_child_that_lies_about_its_length_is_not_believed() -> None:
    unpacker = Unpacker(100)
    assert list(unpacker.feed(packed({"a": 1})[:5])) == []
    assert list(unpacker.feed(packed({"a": 1})[5:] + packed({"b": 2}))) == [{"a": 1}, {"b": 2}]
    with pytest.raises(ValueError, match="a message of"):
        list(unpacker.feed((1 << 40).to_bytes(8, "big")))


def test_no_sources_start_no_process() -> None:
    assert read_all([]) == ((), ())


def test_what_pages_say_is_handed_over_as_soon_as_a_file_is_read() -> None:
    heard: dict[str, tuple[int, str]] = {}
    sources = several(2)
    documents, _ = read_all(sources, on_read=lambda sha, found, texts: heard.update({sha: (len(found), texts[0][1])}))
    assert set(heard) == {entry.sha256 for entry in sources}
    assert all(count == 1 and "declaration" in text.casefold() for count, text in heard.values()), heard
    assert len(documents) == 2


def test_a_paper_is_read_as_the_kind_that_a_person_said_it_is() -> None:
    sources = several(1)
    (as_read,), _ = read_all(sources)
    (told,), _ = read_all(sources, kinds={as_read.id: "manual/user"})
    assert (told.id, told.kind, told.scheme) == (as_read.id, DocumentKind.MANUAL, "user")
    assert told.kind is not as_read.kind

"""What is remembered is the same as what is read, in the same order; what may be otherwise next time is not remembered."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdf
import pytest

from docverify.document_json import document_to_json
from docverify.facts.source import SourceFile
from docverify.remembered import extractor_version, read_remembered
from tests.cli.papers import DECLARATION, write_paper


class Memory:
    """A memory in a dictionary, which counts what it was asked and told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, str], Sequence[Mapping[str, Any]]] = {}

    def readings(
        self, hashes: Sequence[str], *, extractor: str, settings: str
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        return {sha: self.kept[sha, extractor, settings] for sha in hashes if (sha, extractor, settings) in self.kept}

    def keep_readings(
        self, entries: Mapping[str, Sequence[Mapping[str, Any]]], *, extractor: str, settings: str
    ) -> None:
        self.kept |= {(sha, extractor, settings): documents for sha, documents in entries.items()}


def source(folder: Path, name: str, lines: tuple[str, ...] = DECLARATION) -> SourceFile:
    return SourceFile.of(name, write_paper(folder / name, lines).read_bytes())


def plain(read: tuple[Any, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    return [document_to_json(document) for document in read[0]], [refusal.path for refusal in read[1]]


def test_remembered_papers_are_the_same_in_the_same_order(tmp_path: Path) -> None:
    memory = Memory()
    sources = [source(tmp_path, f"{n}.pdf", (*DECLARATION, f"Copy {n}")) for n in "abc"]
    cold = plain(read_remembered(sources, None))
    read_remembered(sources[1:2], memory)
    assert plain(read_remembered(sources, memory)) == cold
    assert plain(read_remembered(sources, memory)) == cold
    assert len(memory.kept) == 3


def test_a_remembered_paper_has_the_name_that_it_has_now(tmp_path: Path) -> None:
    memory, first = Memory(), source(tmp_path, "a.pdf")
    read_remembered([first], memory)
    (document,), _ = read_remembered([SourceFile.of("new/b.pdf", first.content)], memory)
    assert document.path == "new/b.pdf"


def test_other_words_to_look_for_are_read_anew(tmp_path: Path) -> None:
    memory, paper = Memory(), source(tmp_path, "a.pdf")
    read_remembered([paper], memory)
    (document,), _ = read_remembered([paper], memory, watch=["Voltora"])
    assert document.marks["mentions"]
    assert len(memory.kept) == 2


def test_what_could_not_be_read_is_not_remembered(tmp_path: Path) -> None:
    memory = Memory()
    broken = SourceFile.of("cut.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Cat")
    assert [refusal.path for refusal in read_remembered([broken], memory)[1]] == ["cut.pdf"]
    assert memory.kept == {}


def test_a_file_with_papers_inside_is_read_each_time(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=write_paper(tmp_path / "outer.pdf"))
    writer.add_attachment("inner.pdf", write_paper(tmp_path / "inner.pdf", DECLARATION[:6]).read_bytes())
    with (tmp_path / "both.pdf").open("wb") as stream:
        writer.write(stream)
    memory = Memory()
    outer = SourceFile.of("both.pdf", (tmp_path / "both.pdf").read_bytes())
    inner = SourceFile.of("inner.pdf", (tmp_path / "inner.pdf").read_bytes())
    cold = plain(read_remembered([outer, inner], None))
    for _ in range(2):
        assert plain(read_remembered([outer, inner], memory)) == cold
    assert {key[0] for key in memory.kept} == {inner.sha256}


@pytest.mark.parametrize("damaged", [[{}], [{"id": "x"}], []])
def test_what_was_remembered_badly_is_read_anew(tmp_path: Path, damaged: list[dict[str, Any]]) -> None:
    memory, paper = Memory(), source(tmp_path, "a.pdf")
    cold = plain(read_remembered([paper], memory))
    memory.kept = dict.fromkeys(memory.kept, damaged)
    assert plain(read_remembered([paper], memory)) == cold


def test_the_extractor_has_one_version_as_long_as_nothing_changes() -> None:
    assert extractor_version.__wrapped__() == extractor_version.__wrapped__()
    assert len(extractor_version()) == 64

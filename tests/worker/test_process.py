"""A child process as its parent sees it."""

import signal

import pytest

from docverify.facts.source import SourceFile
from docverify.worker.limits import Limits
from docverify.worker.process import Inside, Task, died_of

SOURCE = SourceFile.of("a.pdf", b"%PDF-1.7")


@pytest.mark.parametrize("code", [-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGXCPU, 1, 0])
def test_every_way_to_die_has_words(code: int) -> None:
    assert died_of(code).strip()


def test_two_ways_to_die_are_told_apart() -> None:
    assert died_of(-signal.SIGSEGV) != died_of(-signal.SIGXCPU)


def test_a_paper_inside_a_file_is_a_task_of_its_own() -> None:
    whole, inside = Task(0, SOURCE), Task(0, SOURCE, Inside(2, "annex.pdf", "cd" * 32))
    assert whole.key != inside.key
    assert (whole.path, whole.sha256) == ("a.pdf", SOURCE.sha256)
    assert inside.sha256 == "cd" * 32
    assert "annex.pdf" in inside.path
    assert whole.key < inside.key


def test_a_document_may_take_longer_than_one_page() -> None:
    assert Limits().document_s > Limits().silence_s

"""Work beside the reading."""

from threading import Event

import pytest

from docverify.beside import Beside
from docverify.errors import RulePackError


def _refuse() -> int:
    raise RulePackError("pack.yaml:1:1: wrong")


def test_what_was_worked_out_beside_is_there_after_the_reading() -> None:
    with Beside(lambda: 7) as beside:
        beside.heard(None)("a.pdf", 1, 1)
        assert beside.result() == 7


def test_work_that_is_refused_ends_the_reading() -> None:
    ended = Event()

    def refuse() -> int:
        try:
            return _refuse()
        finally:
            ended.set()

    with pytest.raises(RulePackError, match="wrong"), Beside(refuse) as beside:
        ended.wait(5)
        heard = beside.heard(None)
        for page in range(100_000):
            heard("a.pdf", page, 100_000)


def test_progress_is_passed_on() -> None:
    pages: list[int] = []

    def note(path: str, done: int, count: int) -> None:
        pages.append(done)

    with Beside(lambda: None) as beside:
        beside.heard(note)("a.pdf", 3, 9)
    assert pages == [3]

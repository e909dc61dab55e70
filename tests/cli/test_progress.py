"""A progress bar where somebody looks."""

import io
import sys

import pytest

from docverify.cli.progress import reading_progress


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_nobody_looking_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with reading_progress() as advance:
        assert advance is None
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_each_paper_has_its_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with reading_progress() as advance:
        assert advance is not None
        for page in range(1, 4):
            advance("papers/report.pdf", page, 4)
        advance("papers/" + "long" * 20 + ".pdf", 4, 4)
    assert "papers/report.pdf" in screen.getvalue()

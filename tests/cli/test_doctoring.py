"""`doctor`: whether this machine has what the main job needs."""

import pytest

from docverify.cli.main import run


def test_doctor_finds_everything_the_main_job_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    assert "MISSING" not in capsys.readouterr().out

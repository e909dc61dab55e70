"""The command line as a whole: every way to end has its exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

from docverify import __version__
from docverify.cli.main import app, run
from docverify.errors import ExitCode
from tests.cli.papers import Out, docverify

DEMO = Path(__file__).parents[2] / "corpus" / "packs" / "demo"


def test_the_version_is_printed_alone(capsys: Out) -> None:
    assert docverify(capsys, "--version") == (0, f"docverify {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("chek",), ("check", "--nonsense"), ("check",), ("extract",)])
def test_what_the_command_line_does_not_know_is_a_usage_error(capsys: Out, arguments: tuple[str, ...]) -> None:
    code, out, err = docverify(capsys, *arguments)
    assert code == ExitCode.USAGE
    assert out == ""
    assert "Error" in err or "Usage" in err


def test_the_help_names_every_exit_code(capsys: Out) -> None:
    code, out, _ = docverify(capsys, "--help")
    assert code == 0
    words = " ".join(out.split())
    assert all(f"{entry.value} {entry.name.lower().replace('_', ' ')}" in words for entry in ExitCode)


def test_every_command_says_what_it_does_with_an_example_or_an_argument() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert (command.callback.__doc__ or "").strip()


def test_a_reader_that_goes_away_before_the_verdict_is_no_pass() -> None:
    command = [sys.executable, "-m", "docverify", "check", str(DEMO), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
        assert started.stdout is not None
        started.stdout.close()
        assert started.wait(120) == ExitCode.INTERRUPTED


def test_an_error_of_ours_is_one_line_with_its_code(tmp_path: Path, capsys: Out) -> None:
    code, out, err = docverify(capsys, "check", tmp_path / "nowhere")
    assert code == ExitCode.USAGE
    assert out == ""
    assert err.startswith("docverify: ")
    assert "Traceback" not in err


def test_no_arguments_show_the_help(capsys: Out) -> None:
    run([])
    captured = capsys.readouterr()
    assert "Usage" in captured.out + captured.err

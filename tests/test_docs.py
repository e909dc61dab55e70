"""What the README says is what the program does."""

import re
from pathlib import Path

import pytest
import typer

from docverify.cli.main import app, run
from docverify.errors import ExitCode
from docverify.shipment_file import read_shipment

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def command_names() -> list[str]:
    group = typer.main.get_command(app)
    return sorted(group.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", command_names())
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"`docverify [^`]*\b{name}\b|`{name}`", README)


@pytest.mark.parametrize("code", list(ExitCode), ids=lambda code: code.name)
def test_every_exit_code_stands_in_the_readme(code: ExitCode) -> None:
    assert re.search(rf"(?<!\d){code.value} [a-z]", README)


@pytest.mark.parametrize("name", command_names())
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert f"docverify {name}" in capsys.readouterr().out


def test_the_shipment_file_of_the_readme_loads() -> None:
    text = re.search(r"```yaml\n(shipment: .*?)```", README, re.DOTALL)
    assert text is not None
    shipment = read_shipment(text[1], path="README.md")
    assert shipment.products[0].model == "EVC-22S-W"


def test_the_transcript_of_the_readme_is_what_the_sample_pack_gives(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.search(r"<!-- transcript: docverify (.*?) -->\n```text\n(.*?)```\n<!-- end", README, re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(ROOT)
    assert run(shown[1].split()) == int(ExitCode.NONCONFORMING)
    assert capsys.readouterr().out == shown[2]


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_of_the_readme_leads_to_a_file(path: str) -> None:
    assert (ROOT / path).exists()

"""The outcome of one check over a case written in one line, with the registers of the tests."""

from pathlib import Path

import yaml

from tests.rules.samples import outcome

DECLARATION = "paper: declaration/eu_doc"
REGISTERS = {
    path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "registers").glob("*.yaml"))
}


def judged(check: str, parameters: str, case: str) -> str:
    """The outcome; `{DOC` in the case stands for `{paper: declaration/eu_doc`."""
    text = "{" + case.replace("{DOC", "{" + DECLARATION) + "}"
    node = yaml.compose(text)
    assert isinstance(node, yaml.MappingNode)
    lines = [f"{key.value}: {text[value.start_mark.index : value.end_mark.index]}" for key, value in node.value]
    return outcome(check, f"{{{parameters}}}", "\n".join(lines), **REGISTERS)

"""Every check, at least once for each outcome. A case is a line: check | parameters | case | outcome."""

from pathlib import Path

import pytest
import yaml

from docverify.facts.finding import Outcome
from docverify.rules.checks import CHECKS, WORDS
from docverify.rules.context import Scope
from tests.rules.samples import findings, outcome, pack_of, rule_text

DOC = "paper: declaration/eu_doc"
HERE = Path(__file__).parent
REGISTERS = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "registers").glob("*.yaml"))}
CASES = (HERE / "check_cases.txt").read_text("utf-8").splitlines()
LINES = [[part.strip() for part in line.split(" | ")] for line in CASES if not line.startswith("#")]


@pytest.mark.parametrize(("check", "parameters", "case", "expected"), LINES)
def test_a_check_concludes(check: str, parameters: str, case: str, expected: str) -> None:
    flow = parameters if parameters == "{}" else f"{{{parameters}}}"
    text = "{" + case.replace("{DOC", "{" + DOC) + "}"
    assert outcome(check, flow, as_block(text), **REGISTERS) == expected


def as_block(flow: str) -> str:
    """The case's flow mapping as lines of a block, which the sample indents."""
    node = yaml.compose(flow)
    assert node is not None
    return "\n".join(f"{key.value}: {flow[value.start_mark.index : value.end_mark.index]}" for key, value in node.value)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_is_shown_to_have_each_outcome(check: str) -> None:
    seen = {expected for name, _, _, expected in LINES if name == check}
    if check == "not_superseded":
        seen |= {"fail", "undetermined"}  # these need two papers with names: the next test
    assert {str(o) for o in (Outcome.PASS, Outcome.FAIL, Outcome.UNDETERMINED)} <= seen


def test_a_paper_that_a_newer_one_replaces_is_named_and_no_longer_judged() -> None:
    case = f"papers: [{{{DOC}, name: new.pdf, supersedes: old.pdf}}, {{{DOC}, name: old.pdf}}]"
    assert [str(f.outcome) for f in findings(pack_of(rule_text("not_superseded")), case)] == ["pass", "fail"]
    doubtful = case.replace("supersedes: old.pdf", "supersedes: {name: old.pdf, resolved: false}")
    assert [str(f.outcome) for f in findings(pack_of(rule_text("not_superseded")), doubtful)] == [
        "pass",
        "undetermined",
    ]
    judged = findings(pack_of(rule_text("standards_dated", "{papers: declaration}")), case)
    assert len(judged) == 1


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_says_itself_in_a_sentence_and_brings_no_placeholder_twice(check: str) -> None:
    entry = CHECKS[check]
    assert (entry.function.__doc__ or "").split("\n")[0].endswith(".")
    assert not set(entry.words) & set(WORDS)
    assert entry.scope in Scope


def test_no_check_knows_a_market() -> None:
    # the market reaches checks only as a word of the message
    assert all("market" not in check.function.__code__.co_names for check in CHECKS.values())

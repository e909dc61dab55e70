"""A small pack written in place, and the outcome of a rule over a case written in place."""

from typing import Any

from docverify.facts.finding import Finding
from docverify.rules.cases import read_cases, run_case
from docverify.rules.load import load_pack
from docverify.rules.pack import RulePack

HEAD = """\
id: test
market: EU
version: "2026.1"
effective_from: 2020-01-01
owner: tests
"""
RULE = """\
id: TEST-001
title: The rule holds
topic: standard_missing
severity: major
confidence: verified
when: ""
check: declares_standard
with: {any_of: [EN 18031-1]}
message: "{document}: {missing} is missing for {product}."
request: {en: "Please send {missing}.", zh: "请提供 {missing}。"}
reference: {cite: "Act 1", url: "https://example.org/act"}
"""


def texts(rule: str = RULE, **others: str) -> dict[str, str]:
    """The files of a pack with one rule; keyword `editions` is a register, `cases` the rule's cases."""
    files = {"pack.yaml": HEAD, "rules/TEST-001.yaml": rule}
    for name, text in others.items():
        files["cases/TEST-001.yaml" if name == "cases" else f"registers/{name}.yaml"] = text
    return files


def rule_text(
    check: str, parameters: str = "{}", *, when: str = "", topic: str = "standard_missing", **keys: str
) -> str:
    """The text of a rule that makes the check."""
    lines = RULE.splitlines()
    lines = [line for line in lines if not line.startswith(("check:", "with:", "when:", "topic:", "message:", *keys))]
    lines += [f"check: {check}", f"with: {parameters}", f'when: "{when}"', f"topic: {topic}"]
    lines += [f"{key}: {value}" for key, value in {"message": '"{document}: {why}"', **keys}.items()]
    request = [i for i, line in enumerate(lines) if line.startswith("request:")]
    lines[request[0]] = 'request: {en: "Please mend {document}.", zh: "请更正。"}'
    return "\n".join(lines) + "\n"


def pack_of(rule: str = RULE, **others: str) -> RulePack:
    """The loaded pack of those texts."""
    return load_pack(texts(rule, **others))


def findings(pack: RulePack, case: str) -> tuple[Finding, ...]:
    """What the pack's rule finds in the case, a mapping in YAML without name and expectation."""
    body = "\n".join(f"  {line}" for line in case.strip("\n").splitlines())
    (read,) = read_cases(f"- name: here\n  expect: pass\n{body}\n", path="case")
    return run_case(pack, "TEST-001", read).findings


def outcomes(pack: RulePack, case: str) -> list[str]:
    """The outcomes, in the order of the findings."""
    return [str(finding.outcome) for finding in findings(pack, case)]


def outcome(check: str, parameters: str, case: str, *, when: str = "", **registers: Any) -> str:
    """The one outcome of a check over a case."""
    (only,) = outcomes(pack_of(rule_text(check, parameters, when=when), **registers), case)
    return only

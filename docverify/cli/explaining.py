"""A rule or a finding in words, for `docverify explain`."""

from difflib import get_close_matches
from importlib import resources
from pathlib import Path

import yaml

from docverify.cli.why import why
from docverify.errors import UsageError
from docverify.packs import all_packs
from docverify.report.read_result import read_result
from docverify.rules.explain import explain_rule


def explain_rule_id(rule_id: str) -> str:
    """The rule as sentences; UsageError with the nearest id when there is none."""
    own = _own_rules()
    if rule_id in own:
        return f"{rule_id} (docverify's own)\n{own[rule_id].strip()}"
    rules = {rule.id: (pack, rule) for pack in all_packs() for rule in pack.rules}
    if rule_id not in rules:
        close = get_close_matches(rule_id.upper(), sorted({*rules, *own}), n=3, cutoff=0.5)
        hint = f"; did you mean {', '.join(close)}?" if close else "; `docverify rules list` names them all."
        raise UsageError(f"{rule_id}: no such rule{hint} A finding's fingerprint needs --result FILE.")
    pack, rule = rules[rule_id]
    return explain_rule(rule, pack)


def _own_rules() -> dict[str, str]:
    """What the rules about waivers and about drift say."""
    text = resources.files("docverify.cli").joinpath("own_rules.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


def explain_finding(fingerprint: str, result_file: Path) -> str:
    """Why the finding came out as it did: inputs, readings, condition, what would make it pass; then the rule."""
    result = read_result(result_file)
    found = [f for f in result.verdict.findings if f.fingerprint.startswith(fingerprint) or f.rule == fingerprint]
    if not found:
        raise UsageError(f"{fingerprint}: {result_file} holds no finding with that fingerprint or rule")
    rules = {rule.id: (pack, rule) for pack in all_packs() for rule in pack.rules}
    blocks = [why(result, finding, rules.get(finding.rule)) for finding in found]
    return "\n\n".join([*blocks, explain_rule_id(found[0].rule)])

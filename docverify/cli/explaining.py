"""A rule or a finding in words, for `docverify explain`."""

import json
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from docverify.errors import UsageError
from docverify.facts.evidence import printable
from docverify.packs import all_packs
from docverify.rules.explain import explain_rule


def explain_rule_id(rule_id: str) -> str:
    """The rule as sentences; UsageError with the nearest id when there is none."""
    own = _own_rules()
    if rule_id in own:
        return f"{rule_id} (docverify's own)\n{own[rule_id].strip()}"
    rules = {rule.id: (pack, rule) for pack in all_packs() for rule in pack.rules}
    if rule_id not in rules:
        close = get_close_matches(rule_id.upper(), sorted({*rules, *own}), n=3, cutoff=0.5)
        hint = f"; did you mean {', '.join(close)}?" if close else "; `docverify rules list` names them all"
        raise UsageError(f"{rule_id}: no such rule{hint} A finding's fingerprint needs --result FILE.")
    pack, rule = rules[rule_id]
    return explain_rule(rule, pack)


def _own_rules() -> dict[str, str]:
    """What the rules about waivers and about drift say."""
    text = resources.files("docverify.cli").joinpath("own_rules.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


def explain_finding(fingerprint: str, result_file: Path) -> str:
    """Why the finding came out as it did: message, expectation, words found with page and box, then the rule."""
    result = _load(result_file)
    found = [
        f for f in result.get("findings", []) if f["fingerprint"].startswith(fingerprint) or f["rule"] == fingerprint
    ]
    if not found:
        raise UsageError(f"{fingerprint}: {result_file} holds no finding with that fingerprint or rule")
    paths = {document["id"]: document["path"] for document in result["documents"]}
    return "\n\n".join([*(_in_words(finding, paths) for finding in found), explain_rule_id(found[0]["rule"])])


def _load(path: Path) -> dict[str, Any]:
    try:
        result = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a result of `docverify check --format json`: {error}") from error
    if not isinstance(result, dict) or not str(result.get("schema", "")).startswith("docverify/result/1"):
        raise UsageError(f"{path}: not a result of this version (schema docverify/result/1)")
    return result


def _in_words(finding: dict[str, Any], paths: dict[str, str]) -> str:
    subject = ", ".join(f"{key} {paths.get(value, value)}" for key, value in finding["subject"].items() if value)
    lines = [
        f"{finding['fingerprint']}  {finding['outcome']} ({finding['severity']}, {finding['topic']})  {subject}",
        printable(finding["message"]),
    ]
    lines += [f"{word}: {printable(finding[word])}" for word in ("expected", "found") if finding.get(word)]
    for place in finding.get("before", ()):
        where = f"{printable(place['path'])} p. {place['page']} of the approved sample"
        lines.append(f"before: “{printable(place['quote'])}” — {where}")
    for quote in finding["evidence"]:
        boxes = "; ".join("(" + ", ".join(f"{side:.0f}" for side in box) + ")" for box in quote["boxes"])
        where = f"{printable(paths.get(quote['document'], quote['document']))} p. {quote['page']} at {boxes}"
        lines.append(f"read: “{printable(quote['quote'])}” — {where}")
    return "\n".join(lines)

"""A rule, and what a check asks, in sentences for people: requirement, when, sources, dates, grade, cases."""

from collections.abc import Iterator

from docverify.rules.cases import read_cases
from docverify.rules.checks import CHECKS
from docverify.rules.context import Scope
from docverify.rules.pack import Rule, RulePack, Written

SUBJECTS = {
    Scope.SHIPMENT: "once for the shipment",
    Scope.PRODUCT: "for each product",
    Scope.PAIR: "for each paper and each product it may be about",
    Scope.DOCUMENT: "for each paper",
    Scope.FILE: "for each file",
}
GRADES = {
    "verified": "verified: the official text was read",
    "secondary": "secondary: a reliable source that quotes the text was read",
    "unverified": "unverified: nobody read the text yet, so it never blocks (severity at most minor)",
}


def explain_rule(rule: Rule, pack: RulePack) -> str:
    """The rule as lines of text."""
    return "\n".join(_lines(rule, pack))


def _lines(rule: Rule, pack: RulePack) -> Iterator[str]:
    check = CHECKS[rule.check]
    yield f"{rule.id}  {rule.title}"
    yield f"pack       {pack.id} {pack.version} (market {', '.join(pack.head.markets)})"
    yield f"severity   {rule.severity}, topic {rule.topic}"
    yield f"asks       {requirement(rule)}"
    yield f"decided    {SUBJECTS[check.scope]}"
    yield f"applies    {'when ' + ' '.join(rule.when.split()) if rule.when.strip() else 'always'}{_dates(rule)}"
    yield f"source     {rule.reference.cite}" + (f" <{rule.reference.url}>" if rule.reference.url else "")
    yield f"grade      {GRADES[rule.confidence]}"
    yield f"on failure {' '.join(rule.message.split())}"
    yield f"to ask     {' '.join(rule.request.en.split())}"
    if rule.note:
        yield f"note       {' '.join(rule.note.split())}"
    text = pack.cases.get(rule.id, "")
    for case in read_cases(text, path=f"cases/{rule.id}.yaml") if text else ():
        yield f"case       {case.name} ({case.as_of}): {case.expect.replace('_', ' ')}"


def requirement(rule: Rule) -> str:
    """What the check asks with the rule's parameters, as one sentence."""
    check = CHECKS[rule.check]
    sentence = " ".join((check.function.__doc__ or "").split("\n\n")[0].split())
    said = "; ".join(_parameters(rule.parameters))
    return f"{sentence} ({rule.check}{': ' + said if said else ''})"


def _parameters(parameters: Written) -> Iterator[str]:
    for name in sorted(type(parameters).model_fields, key=list(type(parameters).model_fields).index):
        value = getattr(parameters, name)
        if value not in ((), "", None, {}):
            yield f"{name.replace('_', ' ')}: {_said(value)}"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(entry) for entry in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_said(entry)}" for key, entry in value.items())
    return str(value)


def _dates(rule: Rule) -> str:
    since = f", from {rule.valid_from}" if rule.valid_from else ""
    return since + (f", until {rule.valid_until}" if rule.valid_until else "")

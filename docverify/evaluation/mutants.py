"""Clean dossiers and rules -> the mutation score: does every rule fail when the one thing it guards is spoilt?

Each rule is put to its must-fail twin (`twins.TWINS`) on every clean pack of the corpus on which it passes, read
without error. A rule that passes on none of them is put to the twin of its passing case; where nothing can be spoilt,
the failing case itself is the twin. A twin that the rule lets through is a defect of the rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docverify.evaluation.edits import Spoiling
from docverify.evaluation.labels import load_expected, pack_folders
from docverify.evaluation.perfect import read_perfectly
from docverify.evaluation.twins import TWINS
from docverify.facts.dossier import Dossier
from docverify.facts.finding import Conclusion, Finding, Outcome, Severity, Verdict
from docverify.link import link
from docverify.packs import all_packs, packs_for
from docverify.rules.cases import Case, dossier_of, read_cases, worst
from docverify.rules.evaluate import evaluate
from docverify.rules.pack import EVERYWHERE, Rule, RulePack


@dataclass(frozen=True, slots=True)
class Mutant:
    """One spoilt dossier: the rule, what was spoilt in which clean dossier, what the rule and the whole run said."""

    rule: str
    pack: str
    severity: Severity
    base: str
    spoilt: str
    outcome: Outcome
    verdict: Conclusion | None = None

    @property
    def killed(self) -> bool:
        """Whether the rule failed, as it must."""
        return self.outcome is Outcome.FAIL

    @property
    def survived(self) -> bool:
        """Whether the rule let it through."""
        return self.outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE)

    @property
    def false_pass(self) -> bool:
        """Whether a fault that matters went through: the whole run conforms, or, on a case, the rule passes."""
        if self.severity.weight < Severity.MAJOR.weight:
            return False
        return self.verdict is Conclusion.CONFORMING if self.verdict else self.outcome is Outcome.PASS


@dataclass(frozen=True, slots=True)
class MutationScore:
    """Every mutant, and the rules that nothing could be spoilt for: they have no failing case, which is a defect."""

    mutants: tuple[Mutant, ...]
    untried: tuple[str, ...]

    @property
    def killed(self) -> float:
        """The share of mutants that their rule killed; 1 when there are none."""
        return sum(m.killed for m in self.mutants) / len(self.mutants) if self.mutants else 1.0

    def of_pack(self, pack: str) -> "MutationScore":
        """The score of one pack's rules."""
        return replace(self, mutants=tuple(m for m in self.mutants if m.pack == pack))

    def packs(self) -> tuple[str, ...]:
        """The packs that have mutants."""
        return tuple(sorted({m.pack for m in self.mutants}))


@dataclass(frozen=True, slots=True)
class _Clean:
    """A clean dossier of the corpus with the packs of its markets."""

    name: str
    dossier: Dossier
    packs: tuple[RulePack, ...]
    as_of: date

    def verdict(self, dossier: Dossier) -> Conclusion:
        """What the whole run concludes of another dossier."""
        found: list[Finding] = []
        for pack in self.packs:
            found += evaluate(pack, dossier, market=pack.market, as_of=self.as_of)
        return Verdict.of(tuple(found)).conclusion


def evaluate_mutants(corpus: Path, packs: Sequence[RulePack] | None = None) -> MutationScore:
    """The mutation score of the packs (all that are shipped) over the clean packs below the corpus folder."""
    chosen = tuple(packs) if packs is not None else all_packs()
    clean = tuple(_clean_packs(corpus))
    mutants: list[Mutant] = []
    untried: list[str] = []
    for pack in chosen:
        for rule in pack.rules:
            tried = _of_rule(pack, rule, clean)
            mutants += tried
            untried += [] if tried else [rule.id]
    return MutationScore(tuple(mutants), tuple(untried))


def _clean_packs(corpus: Path) -> Iterator[_Clean]:
    for folder in pack_folders(corpus):
        expected = load_expected(folder)
        if expected.get("defects") or expected["verdict"] != Conclusion.CONFORMING:
            continue
        seen = read_perfectly(folder)
        as_of = seen.shipment.placed_on_market
        dossier = link(seen.shipment, seen.documents, seen.refusals)
        yield _Clean(folder.name, dossier, packs_for(seen.shipment.markets, as_of=as_of), as_of)


def _of_rule(pack: RulePack, rule: Rule, clean: Sequence[_Clean]) -> list[Mutant]:
    on_packs = [m for base in clean for m in _on_clean(pack, rule, base)]
    return on_packs or list(_on_case(pack, rule))


def _on_clean(pack: RulePack, rule: Rule, base: _Clean) -> Iterator[Mutant]:
    """The mutant of the rule on that clean pack; none where the rule does not pass or nothing can be spoilt."""
    for applied in (p for p in base.packs if p.head == pack.head):
        alone = replace(applied, rules=(rule,))
        if _outcome(alone, base.dossier, base.as_of) is not Outcome.PASS:
            continue
        spoilt = _spoilt(rule, Spoiling(base.dossier, pack.registers, base.as_of))
        if spoilt is not None:
            outcome = _outcome(alone, spoilt, base.as_of)
            matters = rule.severity.weight >= Severity.MAJOR.weight
            verdict = base.verdict(spoilt) if matters else None
            yield _mutant(pack, rule, base.name, _said(rule), outcome, verdict)


def _on_case(pack: RulePack, rule: Rule) -> Iterator[Mutant]:
    """The mutant of the rule's first passing case that can be spoilt, else its failing case."""
    cases = read_cases(pack.cases[rule.id], path=f"cases/{rule.id}.yaml") if rule.id in pack.cases else ()
    for case in (case for case in cases if case.expect == str(Outcome.PASS)):
        market = _market(pack, case)
        spoilt = _spoilt(rule, Spoiling(dossier_of(case, market=market, rule=rule.id), pack.registers, case.as_of))
        if spoilt is not None:
            yield _mutant(pack, rule, f"case: {case.name}", _said(rule), _on_market(pack, rule, case, spoilt))
            return
    for case in (case for case in cases if case.expect == str(Outcome.FAIL)):
        dossier = dossier_of(case, market=_market(pack, case), rule=rule.id)
        outcome = _on_market(pack, rule, case, dossier)
        yield _mutant(pack, rule, "case", f"as in the case: {case.name}", outcome)
        return


def _on_market(pack: RulePack, rule: Rule, case: Case, dossier: Dossier) -> Outcome:
    alone = replace(pack, rules=(rule,)).for_market(_market(pack, case))
    return _outcome(alone, dossier, case.as_of)


def _market(pack: RulePack, case: Case) -> str:
    return case.market or (pack.market if pack.market != EVERYWHERE else "EU")


def _spoilt(rule: Rule, clean: Spoiling) -> Dossier | None:
    twin = TWINS.get(rule.check)
    spoilt = twin(rule.parameters, clean) if twin else None
    return None if spoilt == clean.dossier else spoilt


def _outcome(pack: RulePack, dossier: Dossier, as_of: date) -> Outcome:
    return worst(evaluate(pack, dossier, market=pack.market, as_of=as_of))


def _said(rule: Rule) -> str:
    """What the twin spoils, in words."""
    return (TWINS[rule.check].__doc__ or "").split("\n")[0]


def _mutant(
    pack: RulePack, rule: Rule, base: str, spoilt: str, outcome: Outcome, verdict: Conclusion | None = None
) -> Mutant:
    return Mutant(rule.id, pack.id, rule.severity, base, spoilt, outcome, verdict)


def render_mutants(score: MutationScore, *, every: bool = False) -> str:
    """The score as a table, a line a pack, with the mutants that were not killed (all of them when `every`)."""
    lines = [f"{'pack':32} mutants killed survived undetermined false pass"]
    lines += [_line(pack, score.of_pack(pack).mutants) for pack in score.packs()]
    lines.append(_line("all", score.mutants))
    lines.append(f"killed {score.killed:.4f}; {len(score.untried)} rules without a twin")
    lines += [f"no twin        {id}" for id in score.untried]
    shown = score.mutants if every else [m for m in score.mutants if not m.killed or m.false_pass]
    lines += [f"{m.outcome:14} {m.rule} on {m.base}: {m.spoilt}" for m in shown]
    return "\n".join(lines) + "\n"


def _line(name: str, mutants: Iterable[Mutant]) -> str:
    listed = list(mutants)
    killed, survived = sum(m.killed for m in listed), sum(m.survived for m in listed)
    doubt, passed = len(listed) - killed - survived, sum(m.false_pass for m in listed)
    return f"{name:32} {len(listed):7} {killed:6} {survived:8} {doubt:12} {passed:10}"

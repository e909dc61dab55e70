"""Coverage tables of packs -> which checks of the fact sheets have a rule, and why the others have none.

A clause names the checks it settles at the head of its sentence: `CA07, CA09 Notice …`, `AFI-01 to AFI-06 Public …`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docverify.rules.pack import RulePack

_SPAN = re.compile(r"([A-Z]+-?)(\d+) to (?:\1)?(\d+)")


@dataclass(frozen=True, slots=True)
class Standing:
    """One check: the rules that make it, by pack, and the reasons why a pack does not."""

    check: str
    rules: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, str]

    @property
    def automated(self) -> bool:
        """Whether some pack has a rule for it."""
        return bool(self.rules)


def checks_named(clause: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known checks that the clause names, single or in a span, in the order they are known in."""
    spans = [(m[1], range(int(m[2]), int(m[3]) + 1)) for m in _SPAN.finditer(clause)]
    return tuple(check for check in known if _names(clause, check) or any(_within(check, *span) for span in spans))


def _names(clause: str, check: str) -> bool:
    return re.search(rf"(?<![A-Z0-9-]){re.escape(check)}(?![0-9A-Z-])", clause) is not None


def _within(check: str, stem: str, numbers: range) -> bool:
    match = re.fullmatch(rf"{re.escape(stem)}(\d+)", check)
    return match is not None and int(match[1]) in numbers


def standings(packs: Sequence[RulePack], known: Sequence[str]) -> tuple[Standing, ...]:
    """How every known check stands over all the packs."""
    rules: dict[str, dict[str, tuple[str, ...]]] = {check: {} for check in known}
    reasons: dict[str, dict[str, str]] = {check: {} for check in known}
    for pack in packs:
        for clause in pack.clauses:
            for check in checks_named(clause.clause, known):
                if clause.rules:
                    rules[check][pack.id] = (*rules[check].get(pack.id, ()), *clause.rules)
                else:
                    reasons[check].setdefault(pack.id, clause.not_automated)
    return tuple(Standing(check, rules[check], reasons[check]) for check in known)


def counts(pack: RulePack, known: Sequence[str]) -> tuple[int, int]:
    """How many of the known checks the pack makes, and how many it names without making them."""
    table = standings([pack], known)
    made = sum(bool(entry.rules) for entry in table)
    return made, sum(bool(entry.reasons) and not entry.rules for entry in table)

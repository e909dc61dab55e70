"""Two versions of a pack -> what changed, one sentence a change: rules, their keys, and lines of the registers."""

from collections.abc import Iterator
from typing import Any

from docverify.rules.pack import REGISTERS, RegisterLine, Rule, RulePack


def changes(old: RulePack, new: RulePack) -> Iterator[str]:
    """Every change from the old pack to the new one."""
    before, after = {rule.id: rule for rule in old.rules}, {rule.id: rule for rule in new.rules}
    yield from (f"rule {id} was removed: {before[id].title}" for id in sorted(before.keys() - after.keys()))
    yield from (f"rule {id} is new: {after[id].title}" for id in sorted(after.keys() - before.keys()))
    for id in sorted(before.keys() & after.keys()):
        yield from _of_rule(before[id], after[id])
    for name in REGISTERS:
        yield from _of_register(name, getattr(old.registers, name), getattr(new.registers, name))


def _of_rule(before: Rule, after: Rule) -> Iterator[str]:
    old, new = before.model_dump(mode="json", by_alias=True), after.model_dump(mode="json", by_alias=True)
    for key in sorted(old.keys() | new.keys()) if old != new else ():
        if old.get(key) != new.get(key):
            yield f"rule {after.id}: {key} was {_said(old.get(key))}, is {_said(new.get(key))}"


def _of_register(name: str, old: tuple[RegisterLine, ...], new: tuple[RegisterLine, ...]) -> Iterator[str]:
    before, after = [_line(entry) for entry in old], [_line(entry) for entry in new]
    yield from (f"register {name}: removed {line}" for line in before if line not in after)
    yield from (f"register {name}: added {line}" for line in after if line not in before)


def _line(entry: RegisterLine) -> str:
    return ", ".join(f"{key} {_said(value)}" for key, value in entry.model_dump(mode="json").items() if value)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(entry)}" for key, entry in value.items() if entry) or "nothing"
    if isinstance(value, list | tuple):
        return ", ".join(_said(entry) for entry in value) or "nothing"
    return "nothing" if value in (None, "") else str(value)

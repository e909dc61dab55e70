"""A result as Markdown for a pull request or an e-mail: verdict, what blocks, coverage, missing papers, passes folded.

A text from a paper is escaped, so that it makes no link, picture, heading, table column or mention.
"""

import re
from collections.abc import Sequence

from docverify.facts.result import Result
from docverify.report.outline import Group, Item, Line, Outline, Place, outline
from docverify.report.terminal import summary
from docverify.report.words import shown, word

# What makes markup inside a line, and what makes it at the beginning of one.
_SPECIAL = re.compile(r"([\\`*\[\]<>|~$&]|(?<!\w)_|_(?!\w))")
_BEGINNING = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")
_MENTION = re.compile(r"@(?=\w)")
_LINK = re.compile(r"\b(https?|ftp|mailto):|\bwww\.", re.IGNORECASE)
BREAK = "\u200b"  # keeps a mention or an address from becoming a link


def as_markdown(result: Result) -> bytes:
    """The whole report."""
    arranged = outline(result)
    parts = [
        f"# {arranged.conclusion.upper()}: {arranged.headline}",
        f"{plain(result.shipment.name)}: {plain(arranged.about)}",
        " · ".join(f"**{count}** {name}" for name, count in arranged.tally),
        *_groups("Failed", arranged.failed),
        *_groups("Could not be decided", arranged.undecided),
        *_coverage(arranged),
        *_pairs("Missing papers", arranged.missing),
        *_pairs("Not read, or read once", arranged.not_read),
        *_ahead(arranged),
        *_waived(arranged),
        *_passed(arranged),
        f"---\n{plain(summary(result))}",
    ]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def plain(text: object) -> str:
    """The text as text: nothing in it is markup."""
    escaped = _BEGINNING.sub(_held, _SPECIAL.sub(r"\\\1", shown(text)))
    return _LINK.sub(_broken, _MENTION.sub(f"@{BREAK}", escaped))


def _held(match: "re.Match[str]") -> str:
    """A mark that would begin a heading or list; a number is held apart from its full stop."""
    return f"{match[1]}{match[2]}{BREAK}" if match[2].isdigit() else f"{match[1]}\\{match[2]}"


def _broken(match: "re.Match[str]") -> str:
    return f"{match[0][:-1]}{BREAK}{match[0][-1]}"


def _groups(title: str, groups: Sequence[Group]) -> list[str]:
    parts = [f"## {title}"] if groups else []
    for group in groups:
        parts.append(f"### {plain(group.title)}")
        parts.append("\n".join(line for item in group.items for line in _item(item)))
    return parts


def _item(item: Item) -> list[str]:
    finding = item.finding
    severity = word("severities", finding.severity.value)
    lines = [f"- **{item.number}. {item.title}** ({severity.lower()}, `{finding.rule}`): {plain(finding.message)}"]
    if finding.expected:
        lines.append(f"  - expected {plain(finding.expected)}; found {plain(finding.found or 'nothing')}")
    lines += [f"  - {_place(place)}" for place in item.places[:4]]
    if request := finding.request.get("en"):
        lines.append(f"  - ask: {plain(request)}")
    return lines


def _place(place: Place) -> str:
    words = " · ".join(f"“{plain(quote)}”" for quote in place.quotes[:4])
    more = f" and {len(place.quotes) - 4} more" if len(place.quotes) > 4 else ""
    return f"{plain(place.name)} p. {place.page}: {words}{more}"


def _coverage(arranged: Outline) -> list[str]:
    products = arranged.matrix.products
    if not arranged.matrix.lines:
        return []
    head = f"| Requirement | {' | '.join(map(plain, products))} |"
    lines = ["## Coverage", "\n".join([head, f"|---|{'---|' * len(products)}", *map(_line, arranged.matrix.lines)])]
    return lines


def _line(line: Line) -> str:
    cells = [
        "<br>".join(
            f"{word('states', cell.state.value).lower()}: {plain(cell.paper) if cell.paper else 'no such paper'}"
            for cell in group
        )
        or "not applicable"
        for group in line.cells
    ]
    return f"| {plain(line.requirement)} | {' | '.join(cells)} |"


def _pairs(title: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    if not pairs:
        return []
    return [f"## {title}", "\n".join(f"- **{plain(what)}**: {plain(why)}" for what, why in pairs)]


def _ahead(arranged: Outline) -> list[str]:
    if not arranged.ahead:
        return []
    return ["## Look ahead", "\n".join(f"- **{day}**: {plain(sentence)}" for day, sentence in arranged.ahead)]


def _waived(arranged: Outline) -> list[str]:
    if not arranged.waived:
        return []
    lines = [
        f"- **{item.number}. {item.title}** (`{item.finding.rule}`): {plain(item.finding.waiver.reason)}, "
        f"{plain(item.finding.waiver.who)}, until {item.finding.waiver.expires}"
        for item in arranged.waived
        if item.finding.waiver
    ]
    return ["## Waived", "\n".join(lines)]


def _passed(arranged: Outline) -> list[str]:
    if not arranged.passed:
        return []
    lines = [f"- `{item.finding.rule}` {plain(item.finding.message)}" for item in arranged.passed]
    return [f"<details><summary>{len(lines)} passed</summary>", "\n".join(lines), "</details>"]

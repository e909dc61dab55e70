"""Checks on the standards a paper cites: editions in force, real references, drafts, dates."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from docverify.facts.evidence import Found
from docverify.facts.finding import Confidence
from docverify.facts.standard import StandardReference
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.pack import Edition, Registers
from docverify.rules.papers import covering
from docverify.rules.parameters import EditionInForce, EditionsAgree, OfPapers, StandardKnown
from docverify.rules.standards import same_text, wanted_standard


@lru_cache(maxsize=4096)
def _reference(designation: str, edition: str, amendments: tuple[str, ...]) -> StandardReference:
    """The register line as a reference: the edition is written as a catalogue prints it."""
    separator = ":" if edition[:1].isdigit() else " "
    parsed = StandardReference.parse(f"{designation}{separator}{edition}")
    return replace(parsed, amendments=amendments or parsed.amendments)


def _line_reference(line: Edition) -> StandardReference:
    return _reference(line.designation, line.edition, line.amendments)


def line_of(registers: Registers, cited: StandardReference, acts: tuple[str, ...]) -> Edition | None:
    """The register's line for the cited edition, of one of the acts where any is named; None when it has none."""
    if cited.edition is None:
        return None
    of_number = registers.by_number.get(cited.number, ())
    lines = [line for line in of_number if not acts or line.act in (None, *acts)]
    named = [line for line in lines if same_text(_line_reference(line), cited)]
    exact = (line for line in named if _is_edition(_line_reference(line), cited))
    plain = (line for line in named if not line.amendments and _is_edition(_line_reference(line), _bare(cited)))
    return next(exact, None) or next(plain, None)


@lru_cache(maxsize=16384)
def _is_edition(listed: StandardReference, cited: StandardReference) -> bool:
    """Whether the cited reference is that edition, whatever the name under which it is adopted."""
    return bool(listed.same_edition(replace(cited, designation=listed.designation, draft=listed.draft)))


def _bare(cited: StandardReference) -> StandardReference:
    return replace(cited, amendments=())


def edition_in_force(rule: EditionInForce, context: Context) -> Conclusion:
    """No cited edition is past the date that the rule's clock looks at."""
    document = context.the_document
    entries = document.values(rule.field)
    if not entries:
        return missing(document, "any standards", "not_applicable")
    known = [(entry, line) for entry in entries if (line := line_of(context.registers, entry.value, rule.acts))]
    late = [(entry, line) for entry, line in known if _is_late(rule, line, context)]
    if not known:
        why = f"the register holds none of the editions that {document.name} cites"
        return unread(document, "every standard cited") or inapplicable(why)
    if late:
        return _superseded(rule, context, late)
    why = f"{len(known)} of {len(entries)} cited editions stand in the register and are in force"
    shown = ground(document, *(entry for entry, _ in known))
    unverified = all(line.grade is Confidence.UNVERIFIED for _, line in known)
    conclusion = unread(document, "every standard cited") or passed(why, shown, found=_printed(known))
    return replace(conclusion, unverified=unverified)


def _is_late(rule: EditionInForce, line: Edition, context: Context) -> bool:
    ceased = line.ceases_on is not None and line.ceases_on <= context.as_of
    withdrawn = line.dow is not None and line.dow <= context.as_of
    if rule.clock == "ceases_on":
        return ceased
    if rule.clock == "dow":
        return withdrawn and not ceased
    return line.replaced_by is not None and line.ceases_on is None and line.dow is None


def _superseded(rule: EditionInForce, context: Context, late: list[tuple[Found[Any], Edition]]) -> Conclusion:
    document = context.the_document
    entry, line = late[0]
    others = f" (and {len(late) - 1} more)" if len(late) > 1 else ""
    ended = line.ceases_on if rule.clock == "ceases_on" else line.dow
    shown = ground(document, *(entry for entry, _ in late))
    words = {
        "standard": f"{entry.value}{others}",
        "replaced_by": line.replaced_by or "a later edition",
        "ceased_on": str(ended or "a date not known"),
        "restriction": line.restriction,
        "expected": line.replaced_by or "",
        "found": _printed(late),
    }
    why = f"{entry.value} ended on {words['ceased_on']}; {words['replaced_by']} took its place{others}"
    return replace(failed(why, shown, **words), unverified=all(line.grade is Confidence.UNVERIFIED for _, line in late))


def _printed(known: list[tuple[Found[Any], Edition]]) -> str:
    return ", ".join(str(entry.value) for entry, _ in known)


def standard_known(rule: StandardKnown, context: Context) -> Conclusion:
    """Every cited standard is a real one, as far as the registers know."""
    document = context.the_document
    entries = document.values("standards")
    if not entries:
        return missing(document, "any standards", "not_applicable")
    for entry in entries:
        for line in context.registers.wrong_references:
            if _is_wrong(line.reference, entry):
                words = {"standard": str(entry.value), "instead": line.instead, "expected": line.instead}
                shown = ground(document, entry)
                why = f"{entry.value}: {line.why}"
                found = failed(why, shown, found=str(entry.value), **words)
                return replace(found, unverified=line.grade is Confidence.UNVERIFIED)
    odd = [entry for entry in entries if _is_unlisted(context.registers, entry.value)]
    if odd and rule.unlisted == "undetermined":
        why = f"the register holds other editions of {odd[0].value}, not this one"
        return undecided(why, ground(document, *odd), found=str(odd[0].value), standard=str(odd[0].value))
    why = f"none of the {len(entries)} cited standards is known to be wrong"
    return unread(document, "every standard cited") or passed(why, ground(document, *entries[:1]))


def _is_wrong(reference: str, entry: Found[Any]) -> bool:
    """Whether the reading is the reference the register warns of: same document, and same edition where it has one."""
    wrong = wanted_standard(reference).reference
    cited: StandardReference = entry.value
    return same_text(wrong, cited) and wrong.edition in (None, cited.edition)


def _is_unlisted(registers: Registers, cited: StandardReference) -> bool:
    if cited.edition is None or line_of(registers, cited, ()) is not None:
        return False
    return any(same_text(_line_reference(line), cited) for line in registers.by_number.get(cited.number, ()))


def no_draft(_rule: OfPapers, context: Context) -> Conclusion:
    """No cited standard is a draft."""
    document = context.the_document
    entries = document.values("standards")
    if not entries:
        return missing(document, "any standards", "not_applicable")
    drafts = [entry for entry in entries if entry.value.draft or _is_draft(context.registers, entry.value)]
    if drafts:
        named = ", ".join(str(entry.value) for entry in drafts)
        words = {"standard": named, "expected": "a published standard", "found": named}
        return failed(f"{document.name} cites a draft: {named}", ground(document, *drafts), **words)
    why = f"{document.name} cites no draft"
    return unread(document, "every standard cited") or passed(why, ground(document, *entries[:1]))


def _is_draft(registers: Registers, cited: StandardReference) -> bool:
    line = line_of(registers, cited, ())
    return line is not None and line.draft


def standards_dated(_rule: OfPapers, context: Context) -> Conclusion:
    """Every cited standard is printed with its edition."""
    document = context.the_document
    entries = document.values("standards")
    if not entries:
        return missing(document, "any standards", "not_applicable")
    undated = [entry for entry in entries if entry.value.edition is None]
    named = ", ".join(str(entry.value) for entry in undated)
    if undated:
        words = {"standard": named, "expected": "an edition", "found": named}
        return failed(f"{document.name} cites without edition: {named}", ground(document, *undated), **words)
    why = f"each of the {len(entries)} standards is cited with its edition"
    return unread(document, "every standard cited") or passed(why, ground(document, *entries))


def not_older_than_standards(_rule: OfPapers, context: Context) -> Conclusion:
    """The paper was not issued before an edition it cites was published."""
    document = context.the_document
    dates = document.values("issued_on")
    entries = document.values("standards")
    if not dates or not entries:
        return missing(document, "its date and the standards", "not_applicable")
    later = [e for e in entries if any(_not_yet(context.registers, e.value, d.value) for d in dates)]
    surely = [e for e in later if all(_not_yet(context.registers, e.value, d.value) for d in dates)]
    named = ", ".join(str(entry.value) for entry in later)
    words = {"standard": named, "expected": f"issued after {named}", "found": str(dates[0].value)}
    shown = ground(document, *dates, *later)
    if surely:
        return failed(f"{document.name} of {dates[0].value} cites {named}, published later", shown, **words)
    if later:
        return undecided(f"the date of {document.name} can be read in two ways", shown, **words)
    why = f"{document.name} was issued after the editions it cites"
    return unread(document, "every standard cited") or passed(why, ground(document, *dates[:1]))


def _not_yet(registers: Registers, cited: StandardReference, day: Any) -> bool:
    line = line_of(registers, cited, ())
    if line is not None and line.published:
        return bool(day < line.published)
    return cited.year is not None and day.year < cited.year


def editions_agree(rule: EditionsAgree, context: Context) -> Conclusion:
    """What the papers declare was tested in the edition declared, where the other papers cite the standard at all."""
    product = context.the_product
    declaring, others = covering(context, product, rule.papers), covering(context, product, rule.others)
    if not declaring.covered or not others.covered:
        return inapplicable(f"there are no two papers that cover {product.model} to compare")
    tested = [(d, entry) for d in others.covered for entry in d.values("standards")]
    compared = []
    for document in declaring.covered:
        for entry in document.values("standards"):
            if rule.standards and not any(wanted_standard(name).names(entry.value) for name in rule.standards):
                continue
            same = [(d, e) for d, e in tested if same_text(entry.value, e.value)]
            compared += [entry] if same else []
            if same and all(editions_differ(entry.value, e.value) for _, e in same):
                return _editions_apart(ground(document, entry), ground(same[0][0], same[0][1]))
    if not compared:
        blind = [u for d in (*declaring.covered, *others.covered) if (u := unread(d, "every standard cited"))]
        return blind[0] if blind else inapplicable("no standard is cited in both")
    return passed(
        f"{len(compared)} declared standards were tested in the declared edition", ground(document, *compared)
    )


def editions_differ(declared: StandardReference, tested: StandardReference) -> bool:
    """Whether the editions are certainly two; an undated one may be any."""
    same_name = replace(tested, designation=declared.designation, amendments=(), draft=declared.draft)
    return replace(declared, amendments=()).same_edition(same_name) is False


def _editions_apart(declared: Any, tested: Any) -> Conclusion:
    here, there = declared.entries[0].value, tested.entries[0].value
    why = f"{declared.document.name} declares {here}, {tested.document.name} tested {there}"
    return failed(why, declared, tested, expected=str(here), found=str(there), standard=str(here))

"""Checks on a manual as it is written: names, revisions, pointers, languages side by side, left-overs, the file itself.

They look at the mark `manual`, which only the reader of manuals fills; on a manual that was read as a supplier's paper
they end undetermined. Places without boxes (metadata) are told in words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rapidfuzz.distance import OSA

from docverify.facts.document import Document
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.rules.checks_manual import THIN
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, undecided, unread
from docverify.rules.names import named_languages
from docverify.rules.parameters import OfPapers
from docverify.rules.parameters_manual import FreeOf, LanguagesAlike, MadeWith

SHOWN = 5  # places named in a sentence
EVERYWHERE = 0.05  # of the pages that a running revision stands on at least
NEAR = 2  # letters by which a code may differ from a model and still be meant for it
WORDS = {
    "dangling": "reference that leads nowhere",
    "dead_links": "link that leads nowhere",
    "decimals": "number written against the language",
    "units": "miswritten unit",
    "fonts_not_embedded": "font that is not in the file",
    "renamed": "name that a release note changed",
    "warnings": "warning about the file",
    "lost_files": "file that is not there",
}


def anatomy_of(document: Document) -> Mapping[str, Any] | None:
    """The manual's anatomy, or None when the paper was not read as a manual."""
    found = document.marks.get("manual")
    return found if isinstance(found, Mapping) else None


def not_read(document: Document) -> Conclusion:
    """The conclusion on a paper that has no anatomy."""
    return undecided(f"{document.name} was not read as a manual; run docverify manual", ground(document))


def places(document: Document, entries: Iterable[Mapping[str, Any]], *, value: str = "quote") -> list[Found[Any]]:
    """Told places as readings, so that a finding shows them."""
    return [
        Found(
            value=str(entry.get(value) or entry.get("quote", "")),
            quote=str(entry.get("quote", "")),
            evidence=tuple(Evidence(document.sha256, int(entry["page"]), tuple(box)) for box in entry["boxes"]),
            origin=Origin.TEXT,
            confidence=1.0,
        )
        for entry in entries
        if entry.get("boxes")
    ]


def free_of(rule: FreeOf, context: Context) -> Conclusion:
    """The manual has none of those mistakes."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None or anatomy.get(rule.of) == "undetermined":
        return not_read(document)
    if rule.of == "fonts_not_embedded" and anatomy.get("fonts") == "undetermined":
        return undecided(f"which fonts {document.name} holds could not be read", ground(document))
    if rule.of not in anatomy:
        return inapplicable(f"{document.name} is no file in which there is a {WORDS[rule.of]}")
    found = [e for e in anatomy[rule.of] if not rule.kinds or e.get("kind") in rule.kinds]
    if not found:
        why = f"{document.name} holds no {WORDS[rule.of]}"
        return unread(document, f"a {WORDS[rule.of]}") or passed(why, ground(document))
    named = ", ".join(dict.fromkeys(_named(entry) for entry in found[:SHOWN]))
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    why = f"{document.name} holds {named}{more}"
    return failed(why, ground(document, *places(document, found)), found=named + more, value=named + more)


def _named(entry: Mapping[str, Any]) -> str:
    """The mistake in a few words."""
    for key in ("font", "text", "target"):
        if entry.get(key):
            page = f" (page {entry['page']})" if entry.get("page") else ""
            return f"“{entry[key]}”{page}"
    better = entry.get("expected") or entry.get("new")
    return f"“{entry.get('quote', '')}” (page {entry.get('page')})" + (f" for “{better}”" if better else "")


def made_with(rule: MadeWith, context: Context) -> Conclusion:
    """The manual's file is made as a manual's file should be."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    if "page_sizes" not in anatomy:
        return inapplicable(f"{document.name} is no PDF")
    pages = document.pages[1] - document.pages[0] + 1
    if pages < rule.from_pages:
        return inapplicable(f"{document.name} has {pages} pages")
    wrong = _unmade(rule.what, document, anatomy)
    if wrong:
        return failed(f"{document.name} {wrong}", ground(document), found=wrong, value=wrong)
    return passed(f"{document.name} is made with it: {rule.what.replace('_', ' ')}", ground(document))


def _unmade(what: str, document: Document, anatomy: Mapping[str, Any]) -> str:
    """What the file lacks, in words; empty when nothing."""
    marks = document.marks
    match what:
        case "bookmarks":
            return "" if anatomy["bookmarks"] else "has no bookmarks"
        case "tags":
            return "" if marks.get("tagged") else "is not tagged: a screen reader cannot read it in order"
        case "no_encryption":
            return "is encrypted" if marks.get("encrypted") else ""
        case "one_page_size":
            sizes = anatomy["page_sizes"]
            named = ", ".join(f"{s['mm'][0]} × {s['mm'][1]} mm from page {s['first']}" for s in sizes)
            return f"has pages of several sizes: {named}" if len(sizes) > 1 else ""
        case _:
            return _untagged(document)


def _untagged(document: Document) -> str:
    """What is wrong with the language tag, in words; empty when nothing."""
    marks = document.marks
    tag = str(marks.get("language") or "")
    written = {entry.language for entry in document.languages}
    if not tag:
        return "has no language tag"
    named = named_languages(", ".join(sorted(written)), "en")
    return f"is tagged as {tag}, but written in {named}" if written and tag[:2].lower() not in written else ""


def languages_alike(rule: LanguagesAlike, context: Context) -> Conclusion:
    """Every language of the manual has what the others have."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    most = max((int(part["page_count"]) for part in anatomy["parts"]), default=0)
    parts = [part for part in anatomy["parts"] if part["language"] and part["page_count"] >= THIN * most]
    others = _translations(document, context) if len(parts) == 1 else []
    if len(parts) + len(others) < 2:
        return inapplicable(f"{document.name} is in one language")
    lacking = _lacking(rule, [*parts, *(_largest(other) for other in others)], of=parts)
    lacking = lacking or _shorter(rule, anatomy, parts[0], others)
    parts = [*parts, *(_largest(other) for other in others)]
    shown = ground(document, *document.values("languages"))
    if lacking:
        return unread(document, lacking) or failed(f"{document.name}: {lacking}", shown, found=lacking, missing=lacking)
    if not any(_amount(part[rule.what]) for part in parts):
        return inapplicable(f"{document.name} numbers no {rule.what}")
    return passed(f"every language of {document.name} has the same {rule.what}", shown)


def _translations(document: Document, context: Context) -> list[Mapping[str, Any]]:
    """The anatomies of the same manual in other languages: files whose paths differ by the language only."""
    own = _nameless(document)
    return [
        anatomy
        for other in context.dossier.documents
        if own and other.id != document.id and other.path != document.path and _nameless(other) == own
        if (anatomy := anatomy_of(other)) and anatomy["parts"]
    ]


def _nameless(document: Document) -> str:
    """The path with a star where it names the manual's language; empty where it does not."""
    codes = {entry.language for entry in document.languages}
    if len(codes) != 1:
        return ""
    code = re.escape(codes.pop())
    path, count = re.subn(rf"(?i)(?<![^\W_]){code}(?:[-_][a-z]{{2}})?(?![^\W_])", "*", document.path)
    return path if count else ""


def _largest(anatomy: Mapping[str, Any]) -> Mapping[str, Any]:
    return max(anatomy["parts"], key=_page_count)


def _page_count(part: Mapping[str, Any]) -> int:
    return int(part["page_count"])


def _shorter(
    rule: LanguagesAlike, anatomy: Mapping[str, Any], part: Mapping[str, Any], others: Sequence[Mapping[str, Any]]
) -> str:
    """Which chapters or tables a written source has fewer of than its translations, in words."""
    outlines = [(other["outline"], _largest(other)) for other in others if "outline" in other]
    if rule.what not in ("chapters", "tables") or "outline" not in anatomy or not outlines:
        return ""
    if part[rule.what] or any(other[rule.what] for _, other in outlines):
        return ""  # they are numbered, and were compared by number
    whole, tongue = max(outlines, key=lambda entry: _amount(entry[0][rule.what]))
    own, most = _amount(anatomy["outline"][rule.what]), _amount(whole[rule.what])
    if most - own <= rule.within * most:
        return ""
    said = f"{_tongue(part)} has {own} {rule.what} where {_tongue(tongue)} has {most}"
    if rule.what == "tables":
        return said
    titles = [
        ", ".join(f"“{title}”" for title in found) for found in (anatomy["outline"]["chapters"], whole["chapters"])
    ]
    return f"{said}: {titles[0]}; {titles[1]}"


def _lacking(rule: LanguagesAlike, parts: Sequence[Mapping[str, Any]], *, of: Sequence[Mapping[str, Any]]) -> str:
    """What the parts `of` this manual lack that another part has."""
    if rule.what == "warnings":
        most = max(parts, key=_warnings)
        poor = [p for p in of if _warnings(p) < (1 - rule.within) * _warnings(most)]
        return ", ".join(
            f"{_tongue(p)} has {_warnings(p)} warnings where {_tongue(most)} has {_warnings(most)}" for p in poor
        )
    by_number = [{_key(entry): entry for entry in part[rule.what]} for part in parts]
    whole = max(by_number, key=len)
    said = []
    for part, own in zip(parts[: len(of)], by_number[: len(of)], strict=True):
        absent = [whole[number] for number in whole if number not in own]
        if len(absent) > rule.within * len(whole):
            named = ", ".join(_title(entry) for entry in absent[:SHOWN])
            more = f" and {len(absent) - SHOWN} more" if len(absent) > SHOWN else ""
            said.append(f"{_tongue(part)} lacks {rule.what[:-1]} {named}{more}")
    return "; ".join(said)


def _amount(found: Any) -> int:
    return found if isinstance(found, int) else len(found)


def _warnings(part: Mapping[str, Any]) -> int:
    return int(part["warnings"])


def _tongue(part: Mapping[str, Any]) -> str:
    return named_languages(str(part["language"]), "en")


def _key(entry: Any) -> str:
    return str(entry[0]) if isinstance(entry, list | tuple) else str(entry)


def _title(entry: Any) -> str:
    return f"{entry[0]} “{entry[1]}”" if isinstance(entry, list | tuple) else str(entry)


def models_named_right(_rule: OfPapers, context: Context) -> Conclusion:
    """No code in the manual is a near miss of a model: as good as one, but neither a product nor covered."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    known = {product.model for product in context.dossier.shipment.products}
    known |= set(document.marks.get("known_models", ()))
    numbers = {str(entry.value) for entry in document.values("document_number")}
    missed: list[tuple[Mapping[str, Any], str]] = []
    for entry in anatomy["codes"]:
        code = str(entry["code"])
        near = next((model for model in sorted(known) if _is_near(code, model)), None)
        if near and code not in known | numbers and not _is_covered(document, code):
            missed.append((entry, near))
    if not missed:
        why = f"{document.name} names no model that is nearly one of {', '.join(sorted(known))}"
        return unread(document, "a misspelt model") or passed(why, ground(document))
    named = ", ".join(f"“{e['code']}” (page {e['page']}; {near} is meant?)" for e, near in missed[:SHOWN])
    shown = ground(document, *places(document, [e for e, _ in missed], value="code"))
    return failed(f"{document.name} names {named}", shown, expected=missed[0][1], found=named, value=named)


def _is_near(code: str, model: str) -> bool:
    """Whether the code is the model with a slip: a few letters, or other dashes; case alone is none."""
    if code.casefold() == model.casefold() or len(model) < 5:
        return False
    if plain(code) == plain(model):
        return True
    distance = OSA.distance(plain(code), plain(model), score_cutoff=NEAR)
    return distance <= min(NEAR, len(plain(model)) // 4)


def plain(code: str) -> str:
    """The code without its dashes, blanks and case."""
    return re.sub(r"[^0-9A-Z]", "", code.upper())


def _is_covered(document: Document, code: str) -> bool:
    """Whether the manual itself says that it is for that code."""
    return any(entry.value.covers(code) == "covered" for entry in document.values("covered_models"))


def revision_unique(_rule: OfPapers, context: Context) -> Conclusion:
    """The manual prints one revision, the same on every page."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    main = [str(entry.value) for entry in document.values("revision")]
    pages = document.pages[1] - document.pages[0] + 1
    enough = max(2, EVERYWHERE * pages)
    printed = anatomy["revisions"]
    entries = [e for e in printed if int(e["pages"]) >= enough or e.get("labelled") or str(e["value"]) in main]
    values = list(dict.fromkeys(str(entry["value"]).lower() for entry in entries))
    if not main and not values:
        return inapplicable(f"{document.name} prints no revision")
    others = [e for e in entries if main and _revision(e["value"]) != _revision(main[0])]
    if others:
        named = ", ".join(f"{entry['value']} (page {entry['page']})" for entry in others[:SHOWN])
        shown = ground(document, *places(document, others, value="value"), *document.values("revision"))
        why = f"{document.name} is revision {main[0]}, but prints {named}, too"
        return failed(why, shown, expected=main[0], found=named)
    shown = ground(document, *document.values("revision"))
    return unread(document, "the revision") or passed(f"{document.name} prints one revision", shown)


def _revision(value: object) -> str:
    return re.sub(r"^(?:rev(?:ision)?|v|version)\.?\s*", "", str(value).lower()).strip()


def revision_current(_rule: OfPapers, context: Context) -> Conclusion:
    """The manual was revised since its product changed, and a manual with other content has another revision."""
    document = context.the_document
    released = document.marks.get("released")
    if isinstance(released, Mapping) and (wrong := _same_revision(document, released)):
        return wrong
    changed = document.marks.get("product_changed_on")
    if changed is None:
        return inapplicable(f"when the product of {document.name} last changed is not known")
    days = [*document.values("revised_on"), *document.values("issued_on")]
    if not days:
        why = f"{document.name} prints no date of its revision; its product changed on {changed}"
        return undecided(why, ground(document), expected=f"after {changed}")
    words = {"expected": f"{changed} or later", "found": str(days[0].value)}
    if days[0].value < date.fromisoformat(str(changed)):
        why = f"{document.name} is of {days[0].value}, its product changed on {changed}"
        return failed(why, ground(document, days[0]), **words)
    return passed(
        f"{document.name} is of {days[0].value}, no older than its product", ground(document, days[0]), **words
    )


def _is_lower(one: str, other: str) -> bool:
    """Whether both revisions are numbers and the first is the lower one."""
    if not all(re.fullmatch(r"\d{1,9}(?:\.\d{1,9})*", text) for text in (one, other)):
        return False
    return [int(part) for part in one.split(".")] < [int(part) for part in other.split(".")]


def _same_revision(document: Document, released: Mapping[str, Any]) -> Conclusion | None:
    """The failure of a manual that says it is the released revision, or one before it, and is not; None otherwise."""
    own = document.values("revision")
    if released.get("sha256") == document.sha256 or not own or not released.get("revision"):
        return None
    if _is_lower(_revision(own[0].value), _revision(released["revision"])):
        why = f"{document.name} says revision {own[0].value}, the released manual is {released['revision']} already"
        return failed(why, ground(document, own[0]), expected="a new revision", found=str(own[0].value))
    if _revision(own[0].value) != _revision(released["revision"]):
        return None
    why = f"{document.name} says revision {own[0].value}, as the released manual does, but its content is another"
    return failed(why, ground(document, own[0]), expected="a new revision", found=str(own[0].value))

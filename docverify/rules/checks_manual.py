"""Checks on manuals and other papers for users: languages, statements, and what they say of the radios."""

import re
from collections.abc import Iterable, Mapping

from docverify.facts.document import Document
from docverify.facts.finding import Confidence
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    marked_unverified,
    passed,
    undecided,
    unread,
)
from docverify.rules.names import named_countries, named_languages
from docverify.rules.pack import CountryLanguages
from docverify.rules.papers import covering, describe, nothing_covers, over_papers, unless_covered
from docverify.rules.parameters import LanguagesCover, Papers, RadiosDescribed, StatementsPresent

# A language with less than this share of the pages of the most used one is not taken for a translation.
THIN = 0.25


def _countries(context: Context) -> list[CountryLanguages]:
    markets = {market.partition("-")[0] for market in context.dossier.shipment.markets}  # US-CA lies in US
    return [line for line in context.registers.languages if line.country in markets]


def _together(context: Context, papers: Papers, absent: str) -> tuple[tuple[Document, ...], Conclusion | None]:
    """The papers that are read together for the product, or the conclusion when none covers it for certain."""
    found = covering(context, context.the_product, papers)
    if found.covered:
        return found.covered, None
    if found.undetermined:
        why = f"it is not certain that {found.undetermined[0].name} covers {context.the_product.model}"
        return (), undecided(why, ground(found.undetermined[0]), expected=describe(papers))
    return (), nothing_covers(context, papers, absent)


def languages_cover(rule: LanguagesCover, context: Context) -> Conclusion:
    """The papers together are in the languages of every country of the shipment."""
    documents, ended = _together(context, rule.papers, rule.absent)
    if ended:
        return ended
    lines = _countries(context)
    if not lines:
        return undecided("the shipment names no country, so the languages it needs are not known")
    written = {
        language for document in documents for language in _languages(document) if not _is_thin(document, language)
    }
    found = _translated(documents, lines, written)
    return marked_unverified(found, unverified=all(line.grade is Confidence.UNVERIFIED for line in lines))


def _translated(documents: tuple[Document, ...], lines: list[CountryLanguages], written: set[str]) -> Conclusion:
    needed = ", ".join(f"{line.country}: {' and '.join(line.requires).replace('|', ' or ')}" for line in lines)
    shown = [ground(document, *document.values("languages")) for document in documents]
    words = {"expected": needed, "found": ", ".join(sorted(written)) or "no language"}
    lacking = {line.country: names for line in lines if (names := _lacking(line, written))}
    if not lacking:
        return passed(f"the languages of {', '.join(line.country for line in lines)} are there", *shown, **words)
    words["country"] = ", ".join(lacking)
    words["language"] = ", ".join(sorted({name for names in lacking.values() for name in names}))
    lacks, where = named_languages(words["language"], "en"), named_countries(words["country"], "en")
    why = f"{', '.join(d.name for d in documents)} has no {lacks} (needed for {where})"
    return _doubt(documents, words["language"]) or failed(why, *shown, **words)


def _doubt(documents: tuple[Document, ...], lacking: str) -> Conclusion | None:
    """Undetermined when a lacking language stands on a few pages only, or may stand on a page nobody could read."""
    for document in documents:
        for language in sorted(_languages(document)):
            if language in re.findall(r"\b[a-z]{2}\b", lacking) and _is_thin(document, language):
                named = named_languages(language, "en")
                pages = ", ".join(str(page) for page in sorted(_pages(document, language)))
                why = f"{document.name} has {named} on page {pages} only"
                return undecided(f"{why}; whether that is a manual in {named} cannot be said", ground(document))
    return next((blind for document in documents if (blind := unread(document, lacking))), None)


def _pages(document: Document, language: str) -> set[int]:
    return {p for x in document.languages if x.language == language for p in range(x.first, x.last + 1)}


def _is_thin(document: Document, language: str) -> bool:
    """Whether the language stands on so few pages that it is an excerpt: a declaration's page in twenty languages."""
    pages = len(_pages(document, language))
    most = max((len(_pages(document, x.language)) for x in document.languages), default=0)
    return 0 < pages < THIN * most


def _languages(document: Document) -> set[str]:
    return {str(entry.value) for entry in document.values("languages")} | {x.language for x in document.languages}


def _lacking(line: CountryLanguages, written: Iterable[str]) -> list[str]:
    have = set(written)
    return [choice.replace("|", " or ") for choice in line.requires if not have & set(choice.split("|"))]


def statements_present(rule: StatementsPresent, context: Context) -> Conclusion:
    """The papers together carry the statements, and none that they must not."""

    def conclude() -> Conclusion:
        return _stated(rule, context)

    return unless_covered(context, rule.unless, conclude)


def _stated(rule: StatementsPresent, context: Context) -> Conclusion:
    documents, ended = _together(context, rule.papers, rule.absent)
    if ended:
        return ended
    entries = [(d, entry) for d in documents for entry in d.values("statements")]
    wrong = [(d, entry) for d, entry in entries if entry.value in rule.none_of]
    names = ", ".join(document.name for document in documents)
    if wrong:
        found = ", ".join(str(entry.value) for _, entry in wrong)
        why = f"{wrong[0][0].name} says {found}"
        return failed(why, ground(wrong[0][0], wrong[0][1]), expected=f"not {found}", found=found, missing=found)
    said = {(str(entry.value), _language(d, entry.details.get("language"))) for d, entry in entries}
    absent = _unsaid(rule, context, said)
    shown = [ground(d, entry) for d, entry in entries if entry.value in (*rule.all_of, *rule.any_of)]
    expected = ", ".join([*rule.all_of, " or ".join(rule.any_of)]).strip(", ")
    words = {"expected": expected, "found": ", ".join(sorted({id for id, _ in said})), "missing": ", ".join(absent)}
    blind = [u for d in documents if (u := unread(d, words["missing"] or "every statement"))]
    if blind and (absent or rule.none_of):
        return blind[0]
    if absent:
        return failed(f"{names} lacks {words['missing']}", ground(documents[0]), *shown, **words)
    return passed(f"{names} holds {expected or 'nothing it must not'}", *shown, **words)


def _language(document: Document, stated: object) -> str:
    languages = _languages(document)
    return str(stated) if stated else next(iter(languages)) if len(languages) == 1 else ""


def _unsaid(rule: StatementsPresent, context: Context, said: set[tuple[str, str]]) -> list[str]:
    """The statements that are missing, in words: anywhere, or in the languages of a country."""
    ids = {id for id, _ in said}
    absent = [id for id in rule.all_of if id not in ids]
    if rule.any_of and not ids & set(rule.any_of):
        absent.append(" or ".join(rule.any_of))
    if not rule.each_language or absent:
        return absent
    groups = [(id,) for id in rule.all_of] + ([rule.any_of] if rule.any_of else [])
    for line in _countries(context):
        for group in groups:
            languages = {language for id, language in said if id in group}
            absent += [f"{' or '.join(group)} in {name}" for name in _lacking(line, languages)]
    return list(dict.fromkeys(absent))


def radios_described(rule: RadiosDescribed, context: Context) -> Conclusion:
    """A covering paper gives the band and the power of every radio of the product."""
    product = context.the_product
    radios = product.radios
    if radios is None:
        return undecided(f"the shipment does not say which radios {product.model} has")

    def judge(document: Document) -> Conclusion:
        return _described(document, radios)

    return over_papers(context, rule.papers, judge, absent=rule.absent)


def _described(document: Document, radios: tuple[str, ...]) -> Conclusion:
    entries = document.values("radios")
    full = {e.value: e for e in entries if e.details.get("band_mhz") and _has_power(e.details)}
    # A receiver has no power to give.
    banded = {e.value: e for e in entries if e.value == "gnss" and e.details.get("band_mhz")}
    known = {**full, **banded}
    absent = [radio for radio in radios if radio not in known]
    words = {"expected": ", ".join(radios), "found": ", ".join(sorted(map(str, known))), "missing": ", ".join(absent)}
    if absent:
        why = f"{document.name} does not give band and power of {words['missing']}"
        return unread(document, words["missing"]) or failed(why, ground(document, *entries), **words)
    shown = ground(document, *(known[radio] for radio in radios))
    return passed(f"{document.name} gives band and power of {', '.join(radios) or 'no radio'}", shown, **words)


def _has_power(details: Mapping[str, object]) -> bool:
    """Whether a power is given, or the field strength that stands for it below 30 MHz."""
    return any(details.get(name) is not None for name in ("power_dbm", "power_dbua_m"))

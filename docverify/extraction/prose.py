"""Turns sentences into facts that no label marks: who declares, which models and papers a sentence names, validity.

Only sentences of a known build are read (`prose.yaml`); a number is a cited paper only behind the word for one, in the
same sentence, and never a standard, an act or a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.layout import aligned, same_row
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.printed import Printed, printed_lines
from docverify.extraction.values import find_acts, find_dates, find_standards
from docverify.facts.evidence import Found
from docverify.reading.page import Line, Page

_CODE = r"[A-Z0-9][A-Za-z0-9]*(?:[-./_+*#][A-Za-z0-9*#()]+)*"
_CITED = re.compile(
    r"(?<![\w./-])(?=[A-Z0-9./_-]*\d{3})(?=[0-9./_-]*(?:[A-Z]|\d{6}))[A-Z0-9][A-Z0-9]*(?:[-./_][A-Z0-9]+)*(?![\w/])"
)
_TO_FIRST = re.compile(
    r"[^\n.;]{0,60}?(?:(?:No|Nr|no|nr|n|N)\.[^\n.;]{0,8}?)?(?:\n[^\n.;]{0,40}?)?(?=\b[A-Z0-9._/-]*\d{3})"
)
_TO_NEXT = re.compile(r"(?:\s*[,;、/]\s*(?:and|und|et)?\s*|\s+(?:and|und|et|e|y|en|i|och|&)\s+)(?=[A-Z0-9._/-]*\d{3})")
_DIGITS, _LONG_NUMBER = 5, 9
_DESIGNATION = re.compile(
    r"(?<![\w./-])(?=[A-Z0-9./_-]*[A-Z])(?=[A-Z0-9./_-]*\d)[A-Z0-9]+(?:[-./_][A-Z0-9]+)+(?![\w/])"
)
_WORDS_OF_A_NAME = 6
_REACH = 320  # characters in which a declaring sentence says who declares
_COMPANY_BEHIND = re.compile(
    rf"(?<![\w.])(?:[A-ZÀ-Ž0-9][\w&.'’-]*(?: |(?<!\.)\n)(?:(?:&|und|and|de|of|for|y|e|i|et)[ \n])?){{1,6}}"
    rf"(?:{LEGAL_FORM.pattern})"
)
_BLOCK_GAP = 1.0
_WIDE_SPACE = 1.5  # heights of a line: a space between letters of one width
_ADDRESS_LINES = 5
_SENTENCE_GOES_ON = re.compile(
    r"(?!(?:of|at|via|ul|al|pl|str|rue|calle|located|with|having|mit|con|dont)\b)[a-z]{2,}[,\s]"
)
_COMMAS = 3  # of an address in one line
_IN_BRACKETS = re.compile(r"\s\((?P<name>[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,}){1,6})\)")


@dataclass(frozen=True)
class _Patterns:
    declaring: re.Pattern[str]
    person: re.Pattern[str]
    models: re.Pattern[str]
    product: re.Pattern[str]
    brand: re.Pattern[str]
    same: re.Pattern[str]
    verb: re.Pattern[str]
    unfinished: re.Pattern[str]
    papers: re.Pattern[str]
    validity: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    text = files("docverify.extraction").joinpath("prose.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    leads, verbs, objects = (_any(words[key]) for key in ("leads", "verbs", "objects"))
    capacity, within = (_any(words[key]) for key in ("capacity", "within"))
    models, brands = (_any(words[key]) for key in ("model_words", "brand_words"))
    papers = "|".join(f"(?P<{kind}>{_any(nouns)})" for kind, nouns in words["papers"].items())
    return _Patterns(
        declaring=re.compile(
            rf"(?:^|\n|[.:]\s)\s*(?i:{leads})[,:]?\s+(?P<body>[A-ZÀ-Ž\"“„][^\n]{{1,100}}?(?:\n[^\n]{{1,100}}){{0,5}}?)[,\s]\s*(?:(?P<capacity>(?i:{capacity}))|(?i:{verbs}))\b"
        ),
        person=re.compile(
            rf"(?i:{leads})[,:]?\s+(?P<name>[A-ZÀ-Ž][^\n,;:]{{3,40}}?),?\s+(?i:{capacity})\s+(?P<function>[^\n,;:]{{2,60}}?)"
            rf"(?=\s+(?i:{within})\s+[A-ZÀ-Ž]|\s+(?i:{_any(words['of_the_company'])})\s|[,;])"
        ),
        models=re.compile(
            rf"(?i:(?<!\w)(?:{models}))\s*[:：]?\s*(?P<codes>(?:[A-Z][A-Za-z-]{{2,14}}\s)?(?=[\w\-./*]*\d){_CODE}(?:(?:,\s*|\s+(?:and|und|et|e|y|en|i|och|oraz)\s+)(?:[A-Z][A-Za-z-]{{2,14}}\s)?(?=[\w\-./*]*\d){_CODE})*(?:\s*\([^()]{{3,160}}[=:：][^()]{{1,160}}\)|\s*\([^()]{{0,20}}(?:can|may|stands|kann|steht)\s[^()]{{3,160}}\))?)"
        ),
        product=re.compile(
            rf"(?i:(?<!\w)(?:{objects}))\s*[:,]?\s+(?P<name>[^\W\d_][^\n,:;.\d]{{3,60}}?),?\s+(?i:{models}"
            rf"|{brands})(?!\w)"
        ),
        brand=re.compile(rf"(?i:(?<!\w)(?:{brands}))\s+(?P<brand>[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)(?=[\s,.;])"),
        unfinished=re.compile(rf"\s(?i:{_any(words['prepositions'])})$"),
        same=re.compile(rf"(?i:^[^\n]*(?:{_any(words['same'])})[^\n]*$)", re.MULTILINE),
        verb=re.compile(rf"[,\s]\s*(?i:{verbs})\b"),
        papers=re.compile(rf"(?i:(?<!\w)(?:{papers})(?!\w))"),
        validity=re.compile(
            rf"(?i:{_any(words['valid'])})\s*[:：]?\s*(?P<from>[^\n]{{6,24}}?)\s*(?i:\b(?:{_any(words['until'])})\b|\s[-–]\s)\s*(?P<to>[^\n]{{6,24}})"
        ),
    )


def _any(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_Parts = tuple[Found[str] | None, Found[str] | None, Found[str] | None]


def declarers(passage: Passage) -> Iterator[_Parts]:
    """Name, address and country of whoever a sentence says declares."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _patterns().declaring.finditer(printed.text):
            body = printed.part(*match.span("body")).trimmed()
            if match["capacity"] is not None or not LEGAL_FORM.search(body.text):
                company = _COMPANY_BEHIND.search(printed.text, match.start("body"), match.start("body") + _REACH)
                body = printed.part(company.start(), _sentence_end(printed.text, company.end())) if company else body
            first = body.text.split("\n", 1)[0]
            named = LEGAL_FORM.search(body.text) or len(first.split(",")[0].split()) <= _WORDS_OF_A_NAME
            parts = read_party(passage, body)
            if named and parts[0] is not None:
                yield parts


def declarer_before_verb(passage: Passage) -> Iterator[_Parts]:
    """The company that stands right before the verb of declaring ("X Sp. z o.o. niniejszym oświadcza, że …")."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _COMPANY_BEHIND.finditer(printed.text):
            if _DECLARES.match(printed.text, match.end()):
                behind = match.start() + match.group().rfind("\n") + 1  # what stands over it is a title
                name = printed.part(behind if match.end() - behind > _SHORTEST else match.start(), match.end())
                yield read_party(passage, name.trimmed())


_SHORTEST = 12  # characters of a name with its legal form
_DECLARES = re.compile(
    r"\.?,?\s+(?:(?:niniejszym|hereby|herewith|hiermit|hierbij|härmed|hermed|tímto|týmto|ezennel|con la presente"
    r"|par la présente|por la presente|prin prezenta),?\s+)?(?:oświadcza|deklaruje|declares|erklärt|verklaart|försäkrar"
    r"|intygar|erklærer|vakuuttaa|prohlašuje|vyhlasuje|igazolja|nyilatkozik|dichiara|déclare|declara|declară)\b"
)


def _sentence_end(text: str, start: int) -> int:
    """Where what is said of a company ends: before the verb that goes on with the sentence."""
    match = _patterns().verb.search(text, start, start + _REACH)
    return match.start() if match else start


def declaring_person(passage: Passage) -> tuple[Printed, Printed] | None:
    """Name and function of the person who a sentence says declares: "I, N. N., acting as head of quality of …"."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _patterns().person.finditer(printed.text):
            return printed.part(*match.span("name")).trimmed(), printed.part(*match.span("function")).trimmed()
    return None


def address_beside_name(passage: Passage, name: str) -> tuple[Found[str] | None, Found[str] | None]:
    """The address printed behind or under a line that begins with the name, and its country."""
    for page in passage.pages:
        for block in _blocks_of(page, name):
            address, country = read_address(passage, block)
            if address is not None:
                return address, country
    return None, None


def _blocks_of(page: Page, name: str) -> Iterator[Printed]:
    lines = page.lines
    for number, line in enumerate(lines):
        if not line.text.startswith(name):
            continue
        last, taken = line, [line]
        for following in lines[number + 1 :]:
            gap = following.box[1] - last.box[3]
            height = max(last.box[3] - last.box[1], 1.0)
            if same_row(following.box, last.box) and 0 <= following.box[0] - last.box[2] <= _WIDE_SPACE * height:
                taken[-1] = Line((*taken[-1].words, *following.words))
                continue
            close = -0.4 * height <= gap <= _BLOCK_GAP * height and (
                aligned(following.box, line.box, line.box[0]) or _is_written_out(line, following)
            )
            if not close or len(taken) > _ADDRESS_LINES or find_dates(following.text):
                break
            taken.append(following)
            last = following
        block = printed_lines([(page.number, entry) for entry in taken])
        rest = block.part(len(name)).trimmed()
        if rest and not _SENTENCE_GOES_ON.match(rest.text):
            yield rest


def _is_written_out(name: Line, following: Line) -> bool:
    """Whether the line under the name is a whole address in one line, wherever it begins."""
    across = following.box[0] < name.box[2] and following.box[2] > name.box[0]
    return across and following.text.count(",") >= _COMMAS and any(c.isdigit() for c in following.text)


def models_named(passage: Passage) -> Iterator[Printed]:
    """Lists of designations behind the word model or type in running text."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _patterns().models.finditer(printed.text):
            yield printed.part(*match.span("codes")).trimmed()


def designations_compared(passage: Passage) -> Iterator[Printed]:
    """Every designation of the lines that say products are the same."""
    for page in passage.pages:
        printed = passage.printed(page)
        taken = _values_in(printed.text)
        for line in _patterns().same.finditer(printed.text):
            for code in _DESIGNATION.finditer(printed.text, line.start(), line.end()):
                if not any(start < code.end() and code.start() < last for start, last in taken):
                    yield printed.part(*code.span())


def products_named(passage: Passage) -> Iterator[Printed]:
    """What a sentence calls the product, before it names the model."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _patterns().product.finditer(printed.text):
            name = printed.part(*match.span("name")).trimmed()
            if not _patterns().unfinished.search(name.text):
                yield name
        for match in _patterns().models.finditer(printed.text):
            behind = _IN_BRACKETS.match(printed.text, match.end())
            if behind:
                yield printed.part(*behind.span("name"))


def brands_named(passage: Passage) -> Iterator[Printed]:
    """Brands that a sentence names as such."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _patterns().brand.finditer(printed.text):
            yield printed.part(*match.span("brand")).trimmed()


def papers_cited(passage: Passage) -> Iterator[Found[str] | None]:
    """Numbers of reports and certificates that sentences cite, with the kind of paper in the details."""
    for page in passage.pages:
        printed = passage.printed(page)
        taken = _values_in(printed.text)
        for match in _patterns().papers.finditer(printed.text):
            for span in _listed(printed.text, match.end()):
                if not any(start < span[1] and span[0] < last for start, last in taken):
                    details = {"kind": match.lastgroup or ""}
                    yield passage.found(
                        printed, printed.text[slice(*span)], span=span, confidence=0.95, details=details
                    )


def _listed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the numbers listed behind a word for a paper; the first may stand a few words off."""
    between = _TO_FIRST
    while match := between.match(text, start):
        number = _CITED.match(text, match.end())
        if number is None:
            return
        if sum(c.isdigit() for c in number.group()) >= _DIGITS or len(number.group()) >= _LONG_NUMBER:
            yield number.span()
        start, between = number.end(), _TO_NEXT


def _values_in(text: str) -> list[tuple[int, int]]:
    """Where standards, acts and dates stand, which are no numbers of papers."""
    spans = [(start, end) for _, start, end in find_standards(text)]
    spans += [(spot.start, spot.end) for spot in find_acts(text)]
    return spans + [(day.start, day.end) for day in find_dates(text)]


def validity(passage: Passage) -> tuple[Printed, Printed] | None:
    """The first and the last day of validity as printed in one sentence."""
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        for match in _patterns().validity.finditer(printed.text):
            first, last = printed.part(*match.span("from")), printed.part(*match.span("to"))
            if find_dates(first.text) and find_dates(last.text):
                return first, last
    return None

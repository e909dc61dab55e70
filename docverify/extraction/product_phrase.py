"""Turns a line that says what a product is into its name, its brand and its designations.

"Wall charger, trade mark Voltis, type VLT-22" is three facts in one line. A name in two languages is given in English,
else in the first; the designations come out as print, for the reader of models. Ratings are no name.
"""

import re
from dataclasses import dataclass

from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed

_MODEL_WORDS = (
    r"designated|model(?:s|\(s\)|l|le|li|lo|los|len|e)?|modèles?|modelu|types?|typ|tipo|serial|series"
    r"|ref(?:erence)?s?\.?|réf(?:érence)?s?\.?|riferiment\w+|referencias?|referenties?"
    r"|Bestellbezeichnung(?:en)?|Bestell-?(?:Nr|nummer)\.?|Artikel-?(?:Nr|nummer)\.?"
    r"|article|(?:product|order(?:ing)?|article|item) codes?|codice|codici|art\.|item|part|型号"
)
_BRAND_WORDS = (
    r"(?:of )?brand(?: name)?|trade ?mark|trade ?name|(?:de )?(?:la )?marque|(?:der )?(?:die )?Marke"
    r"|(?:a |con )?marchio|(?:di |de )?(?:la )?marca|(?:van het )?merk|(?:av )?(?:varu)?märke|marki|varemærke|品牌"
)
_NUMBER_WORD = r"(?:\s?(?:no|nr|n°|nº|number|nummer|num)\.?)?"
_NAME = rf"[A-ZÀ-Ž][\w&+-]*(?: (?!(?i:{_MODEL_WORDS})\b)[A-ZÀ-Ž][\w&+-]*){{0,2}}"
_BRAND = re.compile(rf"[\s,;(]+(?i:{_BRAND_WORDS})\s*[:：]?\s*[\"“„«']?\s?(?P<brand>{_NAME})")
_A_CODE = r"(?=[\"“„«']?(?![123]\b)[A-Z0-9*#][\w.\-/*#]*\d)"  # "type 2" is a plug
_MODEL = re.compile(rf"[\s,;(]+(?i:{_MODEL_WORDS}){_NUMBER_WORD}\s*[:：]?\s*{_A_CODE}")
_QUOTED = re.compile(r"[\s,]*[\"“„«»][^\"“”„«»]{2,40}[\"”“«»]")
_ARTICLE = re.compile(r"(?:An?|The|Eine?|Une?)\s+(?=[a-zß-ÿ])")
_PURPOSE = re.compile(
    r",?\s+(?:(?:intended|designed|destined|suitable) (?:for|to)\b|for use (?:in|with)\b|destinée?s? à\b"
    r"|bestimmt für\b).*",
    re.DOTALL,
)
_PROSE = re.compile(r"\b(?:is|are|was|were|shall|if any|have been|has been|wird|werden|sont|sono)\b", re.IGNORECASE)
_HEADING = re.compile(  # of a table of acts, or the scope of a management system
    r"(?:design|development|manufactur\w*|production|sales|entwicklung|herstellung)(?:,| and| und| of)\b.*"
    r"|(?:legislation|législation|legislación|legislazione|wetgeving|normes?|standards?|directives?)",
    re.I,
)
_SLASH = re.compile(r"\s+/\s+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENGLISH = re.compile(
    r"\b(?:charg(?:er|ing|e point)s?|station|equipment|supply|electric|wall ?box|vehicles?|unit|battery|adapter|cable"
    r"|point)\b",
    re.IGNORECASE,
)
_RATING = re.compile(r"\d\s?(?:V|A|kW|Hz|W|kVA)\b")
_RATED_BEHIND = re.compile(r",?\s+(?:rated|rating|nominal|mit \d|de \d|enclosure)\b|\.\s*$|[;；]", re.IGNORECASE)
_CODE_OF_LINE = re.compile(r"(?P<code>[A-Z][A-Z0-9]{0,7}(?:[-/.][A-Z0-9]+){0,4})\s?[:：](?=\s?\S*\s?[\d~])")
_RATED = 2  # that many ratings in a line make it no name
_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Phrase:
    """The parts of a line about a product; None or empty where the line does not say them."""

    name: Printed | None
    brand: Printed | None
    codes: Printed | None


def product_phrase(printed: Printed) -> Phrase:
    """What the print says of a product: its name in one language, the brand and the designations it goes on to name."""
    text = printed.text
    brand, model, quoted = _BRAND.search(text), _MODEL.search(text), _QUOTED.search(text)
    first = printed.lines()[0] if printed else printed
    ends = [match.start() for match in (brand, model, quoted) if match is not None and match.start()]
    name = printed.part(0, min(ends)) if ends else first
    name = _bare(in_one_language(name.lines()[0].trimmed())) if name else name
    good = (
        bool(name)
        and not _HEADING.fullmatch(name.text)
        and not LEGAL_FORM.search(name.text)
        and not _PROSE.search(name.text)
        and bool(_WORDS.search(name.text))
        and len(_RATING.findall(name.text)) < _RATED
    )
    return Phrase(
        name if good else None,
        printed.part(*brand.span("brand")).trimmed() if brand else None,
        _codes(printed, model),
    )


def _bare(name: Printed) -> Printed:
    """The name without an article before it and without what it is meant for behind it."""
    article, purpose = _ARTICLE.match(name.text), _PURPOSE.search(name.text)
    return name.part(article.end() if article else 0, purpose.start() if purpose else None).trimmed()


def _codes(printed: Printed, word: re.Match[str] | None) -> Printed | None:
    """The designations behind the word for a model, else one that begins the second line and a colon ends."""
    if word is not None:
        rest = printed.part(word.end())
        end = _RATED_BEHIND.search(rest.text)
        return rest.part(0, end.start() if end else None).trimmed()
    lines = printed.lines()
    code = _CODE_OF_LINE.match(lines[1].text) if len(lines) > 1 else None
    return lines[1].part(0, code.end("code")) if code else None


def in_one_language(name: Printed) -> Printed:
    """The name in English where it is printed in two languages, else the first; in Latin script where there is any."""
    parts = [part for part in name.split(_SLASH) if _WORDS.search(part.text) or _HAN.search(part.text)]
    if len(parts) > 1 and not any(c.isdigit() for part in parts for c in part.text):
        english = [part for part in parts if _ENGLISH.search(part.text)]
        return _latin(english[0] if english else parts[0])
    return _latin(name)


def _latin(name: Printed) -> Printed:
    """The Latin half of a name that is printed in Chinese and Latin script one after the other."""
    ideographs = [match.start() for match in _HAN.finditer(name.text)]
    if not ideographs:
        return name
    halves = [name.part(0, ideographs[0]).trimmed(), name.part(ideographs[-1] + 1).trimmed()]
    halves = [half.part(0, len(half.text.rstrip("(（"))).trimmed() for half in halves if half]
    fitting = [half for half in halves if half and len(_WORDS.findall(half.text)) > 1]
    return max(fitting, key=_length) if fitting else name


def _length(printed: Printed) -> int:
    return len(printed.text)

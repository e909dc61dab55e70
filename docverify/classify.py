"""Turns a read document into sections: which pages are one paper, of what kind and scheme, and by which words.

Phrases of `classify.yaml` are weighed page by page; a line of its own in large type weighs most. A new paper begins
where a title page, a page count or a document number starts anew. A kind that nothing speaks for is `unknown`; it is
never guessed.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from docverify.facts.document import DocumentKind
from docverify.kind_phrases import Hit, Strength, Use, hits_of
from docverify.reading.folding import from_places
from docverify.reading.page import Page, ReadDocument
from docverify.reading.turning import height_and_depth, turn_of
from docverify.scans_beside import two_papers

_POINTS = {
    Strength.TITLE: 12.0,
    Strength.HEADING: 7.0,
    Strength.MARK: 6.0,
    Strength.SIGN: 6.0,
    Strength.DECISIVE: 30.0,
    Strength.BODY: 2.0,
    Strength.AGAINST: -6.0,
    Strength.DENIES: -30.0,
    Strength.ALONE: 0.0,
}
_IN_TEXT = {Strength.TITLE: 2.0, Strength.HEADING: 0.5}
_MOST = {Strength.MARK: 12.0, Strength.SIGN: 12.0, Strength.BODY: 8.0}  # what marks and usual words can add up to
_KNOWN_FROM = 7.0  # below this the kind is unknown
_SURE_FROM = 16.0  # a page after pages of unknown kind needs so many points to begin a paper
_TITLE_FROM = 9.0  # a page with a title of so many points may begin a paper
_LARGE, _MIDDLE, _SMALL = 16.0, 12.5, 7.5  # heights of a title's box in points
_COVER_LENGTH = 400  # characters; a first page with fewer that says no kind is the cover of the next
_HEAD = 0.2  # of the page's height
_FIRST_PAGES = 3  # pages of a section whose words count in full
_COUNT = re.compile(
    r"(?:page|seite|blatt|sheet|pagina|pag\.|página|strona|sida|side|sivu|strana|pagina)\s?(?:n[o°]\.?)?[\s:.]{0,3}"
    r"(\d{1,4})\s{0,2}(?:of|von|de|di|van|z|ze|av|af|sur|/|\|)\s{0,2}(\d{1,4})\b"
    r"|第\s?(\d{1,4})\s?页[,，/\s]{0,2}共\s?(\d{1,4})\s?页"
)
_PAGE_WORDS = (
    *("page", "seite", "blatt", "sheet", "pagina", "pag.", "página", "strona", "sida", "side", "sivu", "strana", "第"),
)
_NUMBER = re.compile(
    r"(?:report|certificate|cert|certif|verification|document|doc|declaration|registration|prufbericht|zertifikat"
    r"|bescheinigung|bericht|erklarung|rapport|manual|documento|certificato|certificado)[\s.\-–—]{0,3}"
    r"(?:no|nr|number|num|nummer|ref|reference|n°|n\.)[\s.:：()no]{0,24}([a-z0-9][a-z0-9\-/_.]{3,40})"
    r"|(?:报告|证书)编?号\s?[:：]?\s?([a-z0-9][a-z0-9\-/_.]{3,40})"
)
_HOLDS_ITS_PAPERS = frozenset({DocumentKind.MANUAL, DocumentKind.LABORATORY_REPORT, DocumentKind.DATASHEET})


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one file that are one paper: kind, scheme, the words that say so, and the next best kind."""

    kind: DocumentKind
    scheme: str | None
    pages: tuple[int, int]
    why: str
    runner_up: str
    confidence: float


@dataclass
class _Signs:
    """What one page says about the paper it belongs to."""

    page: Page
    hits: tuple[Hit, ...]
    count: tuple[int, int] | None
    weights: dict[int, float] = field(default_factory=dict)

    @cached_property
    def turn(self) -> str:
        """How the page lies, so that its title is looked for where its top is."""
        return turn_of(self.page)

    @cached_property
    def two(self) -> tuple[str, str] | None:
        """The titles of two papers that were scanned onto the one page."""
        return two_papers(self.page)

    @property
    def blank(self) -> bool:
        return len(self.page.text.strip()) < 3


@dataclass(frozen=True, slots=True)
class _Claim:
    """How strongly one page or section speaks for a kind, and the phrase that weighs most."""

    kind: DocumentKind
    points: float
    hit: Hit | None
    page: int
    title: float


def classify(document: ReadDocument) -> tuple[Section, ...]:
    """The papers of the file in page order, covering every page once; unread and blank pages join a neighbour."""
    signs = [_signs(page) for page in document.pages]
    groups = _groups(signs)
    if not groups:
        reason = document.unread[0].reason if document.unread else "the file has no pages"
        why = f"no page could be read: {reason}"
        return (Section(DocumentKind.UNKNOWN, None, (1, max(document.page_count, 1)), why, "", 0.0),)
    starts = [1, *(group[0].page.number for group in groups[1:])]
    ends = [*(start - 1 for start in starts[1:]), max(document.page_count, groups[-1][-1].page.number)]
    return tuple(_section(group, (first, last)) for group, first, last in zip(groups, starts, ends, strict=True))


def _signs(page: Page) -> _Signs:
    found = next(from_places(_COUNT, page.folded, _PAGE_WORDS), None)
    count = None
    if found:
        at, total = (int(part) for part in found.groups() if part)
        count = (at, total) if 1 <= at <= total else None
    return _Signs(page, hits_of(page.text, page.folded, page.folded_words), count)


def _groups(signs: list[_Signs]) -> list[list[_Signs]]:
    """Pages that belong together, in order; blank pages stay with the pages before them."""
    groups: list[list[_Signs]] = []
    for sign in signs:
        alone = sign.two is not None or bool(groups) and groups[-1][-1].two is not None
        if (
            groups
            and not alone
            and (sign.blank or all(entry.blank for entry in groups[-1]) or not _opens(sign, groups[-1]))
        ):
            groups[-1].append(sign)
        else:
            groups.append([sign])
    return groups


def _opens(sign: _Signs, group: list[_Signs]) -> bool:
    """Whether the page begins another paper than the group's."""
    current = _best_claim(group[:_FIRST_PAGES])
    claim = _best_claim([sign], measured=0)
    if claim is not None and (current is None or claim.kind is not current.kind):
        claim = _best_claim([sign])
    if claim is not None and claim.kind is DocumentKind.DECLARATION and _is_whole_declaration(sign, claim):
        return _is_another(sign, group, claim, current)
    last = next((entry for entry in reversed(group) if not entry.blank), group[-1])
    if sign.count and last.count and sign.count == (last.count[0] + 1, last.count[1]):
        return False
    if sign.count and sign.count[0] == 1 and _counting_ended(group) and not _same_number(sign, group):
        return True
    if claim is None or claim.title < _TITLE_FROM or current is None:
        return False
    if current.kind in _HOLDS_ITS_PAPERS and not _new_cover(sign, group, claim, current):
        return False
    return _is_another(sign, group, claim, current)


def _counting_ended(group: list[_Signs]) -> bool:
    """Whether the group counted its pages to the end, or did not count them at all."""
    counts = [entry.count for entry in group if entry.count]
    return not counts or counts[-1][0] >= counts[-1][1] or len(counts) == 1


def _is_whole_declaration(sign: _Signs, claim: _Claim) -> bool:
    """A page that is a declaration of its own: its title high up, who answers for it or what it is of, and more."""
    if claim.hit is None or claim.title < _TITLE_FROM:
        return False
    uses = [(hit.phrase, use) for hit in sign.hits for use in hit.uses if use.kind is DocumentKind.DECLARATION]
    declares = any(use.strength is Strength.MARK and use.scheme is None for _, use in uses)
    words = {phrase for phrase, use in uses if use.strength not in (*_IN_TEXT, Strength.AGAINST)}
    simplified = any(use.scheme == "eu_doc_simplified" for use in claim.hit.uses)
    return declares and len(words) >= 2 and not simplified and _in_upper_half(sign, claim.hit)


def _in_upper_half(sign: _Signs, hit: Hit) -> bool:
    boxes = sign.page.boxes_of(hit.start, hit.end)
    return not boxes or height_and_depth(boxes[0], sign.page, sign.turn)[1] < 0.5


def _is_another(sign: _Signs, group: list[_Signs], claim: _Claim, current: _Claim | None) -> bool:
    """Whether a page with a title of its own differs from the group in kind, scheme or number."""
    if current is None or current.points < _KNOWN_FROM:
        sure = claim.points >= _SURE_FROM and not _is_bare_cover(group)
        return sure and not _same_number(sign, group)
    if claim.kind is not current.kind:
        quoted = current.kind in _HOLDS_ITS_PAPERS and _same_number(sign, group)
        return claim.hit is not None and _in_upper_half(sign, claim.hit) and not quoted
    mine, theirs = _numbers(sign), _numbers(group[0])
    if mine and theirs:
        return not mine & theirs and _fits_cover(sign, group)
    return claim.kind is DocumentKind.DECLARATION and _other_scheme(claim, current)


def _is_bare_cover(group: list[_Signs]) -> bool:
    """A single page with few words and no page count: the cover of what follows."""
    return len(group) == 1 and group[0].count is None and len(group[0].page.text) < _COVER_LENGTH


def _fits_cover(sign: _Signs, group: list[_Signs]) -> bool:
    """Whether a page of the same kind looks like a cover: it counts from one, or the group does not count on to it."""
    last = group[-1].count
    return sign.count is None or sign.count[0] == 1 or last is None or sign.count[0] != last[0] + 1


def _other_scheme(claim: _Claim, current: _Claim) -> bool:
    mine = {use.scheme for use in claim.hit.uses} if claim.hit else set()
    theirs = {use.scheme for use in current.hit.uses} if current.hit else set()
    return bool(mine and theirs) and None not in mine | theirs and not mine & theirs


def _new_cover(sign: _Signs, group: list[_Signs], claim: _Claim, current: _Claim) -> bool:
    """Whether a title in a paper that quotes others (manual, report) is a cover: counting or sheet start anew."""
    if sign.count and sign.count[0] == 1:
        return True
    other_sheet = abs(sign.page.width - group[-1].page.width) + abs(sign.page.height - group[-1].page.height) > 30
    certified = claim.kind is DocumentKind.CERTIFICATE and claim.points >= 18 and not sign.count
    covers = claim.kind in _HOLDS_ITS_PAPERS and claim.kind is not current.kind and claim.title >= 13
    return other_sheet or certified or (covers and _counting_ended(group) and group[-1].count is not None)


def _numbers(sign: _Signs) -> set[str]:
    """Document numbers printed on the page, for comparison only."""
    found = {(match[1] or match[2]).rstrip(".-/_") for match in _NUMBER.finditer(sign.page.folded)}
    return {number for number in found if any(c.isdigit() for c in number) and len(number) > 4}


def _same_number(sign: _Signs, group: list[_Signs]) -> bool:
    """Whether the page prints a document number of the group's first pages."""
    mine = _numbers(sign)
    return bool(mine) and any(mine & _numbers(entry) for entry in group[:_FIRST_PAGES])


def _weight(sign: _Signs, hit: Hit) -> float:
    """How a title weighs by the height of its type and its place on the page; 1.0 for middling type."""
    known = sign.weights.get(hit.start)
    if known is None:
        boxes = sign.page.boxes_of(hit.start, hit.end)
        known = _type_weight(*height_and_depth(boxes[0], sign.page, sign.turn)) if boxes else 1.0
        sign.weights[hit.start] = known
    return known


def _type_weight(height: float, depth: float) -> float:
    weight = 1.35 if height >= _LARGE else 1.15 if height >= _MIDDLE else 0.75 if height < _SMALL else 1.0
    return weight * (1.1 if depth < 0.4 else 0.7 if depth > 0.85 else 1.0)


def _points(sign: _Signs, hit: Hit, use: Use, *, measured: bool) -> float:
    if use.strength not in _IN_TEXT:
        return 0.0 if use.scheme and use.strength is not Strength.SIGN else _POINTS[use.strength]
    if not hit.title:
        return _IN_TEXT[use.strength]
    return _POINTS[use.strength] * (_weight(sign, hit) if measured else 1.0)


def _claims(group: list[_Signs], *, measured: int = _FIRST_PAGES) -> list[_Claim]:
    """What the pages say, strongest kind first; a phrase counts once, a later page less.

    Titles of the first `measured` pages are weighed by their type: measuring opens the page once more.
    """
    titles: dict[DocumentKind, dict[str, tuple[float, Hit, int]]] = {}
    words: dict[DocumentKind, dict[Strength, dict[str, float]]] = {}
    for place, sign in enumerate(group):
        share = 1.0 if place < _FIRST_PAGES else 0.4
        for hit in sign.hits:
            for use in hit.uses:
                points = share * _points(sign, hit, use, measured=place < measured)
                if use.strength in _IN_TEXT:
                    known = titles.setdefault(use.kind, {}).get(hit.phrase)
                    if known is None or known[0] < points:
                        titles[use.kind][hit.phrase] = (points, hit, sign.page.number)
                elif points:
                    table = words.setdefault(use.kind, {}).setdefault(use.strength, {})
                    table[hit.phrase] = max(points, table.get(hit.phrase, points))
    return sorted((_claim(kind, titles.get(kind, {}), words.get(kind, {})) for kind in titles | words), key=_rank)


def _rank(claim: _Claim) -> tuple[float, str]:
    return -claim.points, claim.kind


def _claim(
    kind: DocumentKind,
    titles: dict[str, tuple[float, Hit, int]],
    words: dict[Strength, dict[str, float]],
) -> _Claim:
    """The sum for one kind: its best title, a little for further ones, and its usual words up to a limit."""
    best = max(titles.values(), key=_first, default=(0.0, None, 0))
    others = sum(points for points, _, _ in titles.values()) - best[0]
    total = best[0] + min(0.25 * others, 6.0)
    for strength, table in words.items():
        amount = sum(table.values())
        total += min(amount, _MOST.get(strength, amount))
    return _Claim(kind, total, best[1], best[2], best[0])


def _first(entry: tuple[float, Hit, int]) -> float:
    return entry[0]


def _best_claim(group: list[_Signs], *, measured: int = _FIRST_PAGES) -> _Claim | None:
    claims = _claims(group, measured=measured)
    return claims[0] if claims and claims[0].points > 0 else None


def _section(group: list[_Signs], pages: tuple[int, int]) -> Section:
    if (titles := group[0].two) is not None:  # what belongs to which of them is never guessed
        why = f"two papers stand on one page, '{titles[0]}' and '{titles[1]}': each needs a page of its own"
        return Section(DocumentKind.UNKNOWN, None, pages, why, "", 0.0)
    ranked = [claim for claim in _claims(group[:12]) if claim.points > 0]
    second = ranked[1] if len(ranked) > 1 else None
    if not ranked or ranked[0].points < _KNOWN_FROM:
        nearest = _reason(group, ranked[0]) if ranked else "no phrase of any kind"
        alone = _alone(group, pages)
        if alone is not None:
            return alone
        why = f"nothing says what this is; nearest: {nearest}"
        return Section(DocumentKind.UNKNOWN, None, pages, why, ranked[0].kind if ranked else "", 0.0)
    best = ranked[0]
    rest = second.points if second else 0.0
    confidence = round(min(1.0, best.points / 16) * best.points / (best.points + max(rest, 0.0)), 2)
    runner_up = f"{second.kind} ({_reason(group, second)})" if second else ""
    return Section(best.kind, _scheme(group, best), pages, _reason(group, best), runner_up, confidence)


def _alone(group: list[_Signs], pages: tuple[int, int]) -> Section | None:
    """The kind that a phrase says only where nothing else says any: the short declaration."""
    for sign in group[:_FIRST_PAGES]:
        for hit in sign.hits:
            for use in hit.uses:
                if use.strength is Strength.ALONE and _may_stand_alone(sign, hit, use):
                    printed = " ".join(sign.page.text[hit.start : hit.end].split())
                    why = f"'{printed}' on p. {sign.page.number}"
                    return Section(use.kind, use.scheme, pages, why, "", 0.7)
    return None


def _may_stand_alone(sign: _Signs, hit: Hit, use: Use) -> bool:
    """Whether the words may say the kind where nothing else does: those of a datasheet only at the head of a page."""
    if use.kind is not DocumentKind.DATASHEET:
        return True
    boxes = sign.page.boxes_of(hit.start, hit.end)
    return bool(boxes) and boxes[0][1] < _HEAD * sign.page.height


def _reason(group: list[_Signs], claim: _Claim) -> str:
    """The phrase that weighs most, as printed, with its page."""
    if claim.hit is not None:
        text = next(sign.page.text for sign in group if sign.page.number == claim.page)
        return f"'{' '.join(text[claim.hit.start : claim.hit.end].split())}' on p. {claim.page}"
    for sign in group:
        for hit in sign.hits:
            if any(use.kind is claim.kind for use in hit.uses):
                printed = " ".join(sign.page.text[hit.start : hit.end].split())
                return f"'{printed}' on p. {sign.page.number} and other usual words"
    return "usual words"


_UNSAID = {
    DocumentKind.CERTIFICATE: "other",
    DocumentKind.DECLARATION: "other",
    DocumentKind.LABORATORY_REPORT: "other",
    DocumentKind.MANUAL: "user",
}


def _scheme(group: list[_Signs], claim: _Claim) -> str | None:
    """The scheme that titles and decisive words speak for; the kind's open scheme when none does."""
    points: dict[str, float] = {}
    seen: set[tuple[str, str]] = set()
    for place, sign in enumerate(group[:6]):
        for hit in sign.hits:
            for use in hit.uses:
                if use.kind is claim.kind and use.scheme and (hit.phrase, use.scheme) not in seen:
                    seen.add((hit.phrase, use.scheme))
                    points[use.scheme] = points.get(use.scheme, 0.0) + _scheme_points(sign, hit, use, place)
    if not points or max(points.values()) <= 0:
        return _UNSAID.get(claim.kind)
    return max(sorted(points), key=points.__getitem__)


def _scheme_points(sign: _Signs, hit: Hit, use: Use, place: int) -> float:
    share = 1.0 if place == 0 else 0.5 if place == 1 else 0.25
    if use.strength in _IN_TEXT:
        return share * (1.5 * _POINTS[use.strength] * _weight(sign, hit) if hit.title else _IN_TEXT[use.strength])
    return share * _POINTS[use.strength]

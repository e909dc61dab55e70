"""Which papers a rule speaks of, and the best of what several say."""

from dataclasses import replace
from datetime import date

import pytest

from docverify.facts.document import Document, DocumentKind, UnreadPage
from docverify.facts.dossier import Link, LinkKind
from docverify.facts.finding import Outcome
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal
from docverify.link import link
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, undecided
from docverify.rules.pack import Registers
from docverify.rules.papers import (
    could_be,
    describe,
    doubtful,
    is_of,
    is_stray,
    may_hide,
    nearest,
    over_papers,
    selected,
    superseded,
    unless_covered,
)
from docverify.rules.parameters import Paper
from tests.linked import PRODUCT, dossier, paper

CB = Paper(kind=DocumentKind.CERTIFICATE)
MINE = paper("mine", models="EVC-22S-W")
SERIES = paper("series", models="EVC series")
OTHER = paper("other", models="XQ-100")


def context(*documents: Document, refused: tuple[str, ...] = ()) -> Context:
    shipment = Shipment("PO-1", date(2026, 11, 30), ("EU",), (PRODUCT,))
    linked = link(shipment, documents, tuple(Refusal(path, "damaged") for path in refused))
    return Context(linked, Registers(), "EU", date(2026, 11, 30), product=PRODUCT)


def always(outcome: object) -> object:
    assert callable(outcome)

    def judge(document: Document) -> Conclusion:
        said = outcome(document.name, ground(document))
        assert isinstance(said, Conclusion)
        return said

    return judge


def judged(here: Context, conclude: object) -> Outcome:
    return over_papers(here, (CB,), always(conclude), absent="fail").outcome  # type: ignore[arg-type]


def test_a_paper_is_of_a_kind_scheme_standard_and_issuer() -> None:
    cited = paper("cited", standards="EN 300 328 V2.2.2", issuer="Slovmetria a.s.")
    assert is_of(cited, CB)
    assert not is_of(cited, Paper(kind=DocumentKind.MANUAL))
    assert not is_of(cited, Paper(kind=DocumentKind.CERTIFICATE, scheme="cb_test_certificate"))
    assert is_of(cited, Paper(kind=DocumentKind.CERTIFICATE, issuers=("Slovmetria",)))
    assert not is_of(cited, Paper(kind=DocumentKind.CERTIFICATE, issuers=("Slov",)))


def test_a_paper_that_does_not_say_what_it_is_to_may_be_the_one() -> None:
    wanted = Paper(kind=DocumentKind.CERTIFICATE, issuers=("Slovmetria",))
    assert could_be(MINE, wanted)
    assert not could_be(paper(issuer="Other House"), wanted)
    assert could_be(replace(paper(issuer="Other House"), unread_pages=(UnreadPage(2, "blank"),)), wanted)


def test_a_paper_that_a_newer_one_replaces_is_left_out_unless_asked_for() -> None:
    linked = replace(dossier(MINE, OTHER), links=(Link(LinkKind.SUPERSEDES, "other", "mine", True, "newer"),))
    here = replace(context(), dossier=linked)
    assert superseded(linked, MINE)
    assert selected(here, (CB,)) == (OTHER,)
    assert selected(here, (CB,), superseded_too=True) == (MINE, OTHER)


def test_a_replacement_that_is_not_certain_replaces_nothing() -> None:
    linked = replace(dossier(MINE), links=(Link(LinkKind.SUPERSEDES, "x", "mine", False, "perhaps"),))
    assert not superseded(linked, MINE)


@pytest.mark.parametrize(
    ("documents", "conclude", "outcome"),
    [
        ((MINE,), passed, Outcome.PASS),
        ((MINE,), failed, Outcome.FAIL),
        ((SERIES,), passed, Outcome.UNDETERMINED),
        ((SERIES,), failed, Outcome.UNDETERMINED),
        ((MINE, SERIES), failed, Outcome.FAIL),
        ((OTHER,), passed, Outcome.FAIL),
        ((), passed, Outcome.FAIL),
    ],
)
def test_only_a_paper_that_certainly_covers_the_product_carries_a_pass(
    documents: tuple[Document, ...], conclude: object, outcome: Outcome
) -> None:
    assert judged(context(*documents), conclude) is outcome


def test_a_paper_that_nobody_could_read_may_be_the_missing_one() -> None:
    here = context(refused=("scan.pdf",))
    assert judged(here, passed) is Outcome.UNDETERMINED
    assert may_hide(here.dossier) == "scan.pdf could not be read"
    assert may_hide(context(MINE).dossier) == ""


def test_a_paper_misses_a_number_only_where_a_page_is_unread() -> None:
    blind = replace(MINE, unread_pages=(UnreadPage(2, "blank"),))
    assert may_hide(context(blind).dossier) == ""
    assert "mine.pdf" in may_hide(context(blind).dossier, numbered="document_number")


def test_a_paper_in_its_place_makes_a_rule_inapplicable_and_one_that_may_be_leaves_it_open() -> None:
    def fails() -> Conclusion:
        return failed("it lacks")

    assert unless_covered(context(MINE), (CB,), fails).outcome is Outcome.NOT_APPLICABLE
    assert unless_covered(context(SERIES), (CB,), fails).outcome is Outcome.UNDETERMINED
    assert unless_covered(context(OTHER), (CB,), fails).outcome is Outcome.FAIL
    assert unless_covered(context(MINE), (), fails).outcome is Outcome.FAIL


def test_the_best_of_several_conclusions_is_a_pass_then_a_doubt_then_a_failure() -> None:
    every = [inapplicable("n"), failed("f"), undecided("u"), passed("p")]
    for count, best in ((4, "p"), (3, "u"), (2, "f"), (1, "n")):
        said = nearest(every[:count])
        assert said is not None
        assert said.why == best
    assert nearest([]) is None


def test_a_conclusion_on_a_paper_that_may_be_anothers_is_in_doubt() -> None:
    here = context(SERIES)
    assert doubtful(here, PRODUCT, SERIES, failed("f")).outcome is Outcome.UNDETERMINED
    assert (
        "it is not certain that series.pdf p. 1–3 covers EVC-22S-W" in doubtful(here, PRODUCT, SERIES, passed("p")).why
    )
    assert doubtful(here, PRODUCT, SERIES, inapplicable("n")).why == "n"


def test_a_paper_about_nothing_that_ships_is_a_stray() -> None:
    assert is_stray(dossier(OTHER), OTHER)
    assert not is_stray(dossier(SERIES), SERIES)
    assert describe((CB, Paper(kind=DocumentKind.MANUAL))) == "certificate or manual"
    assert describe(()) == "paper"

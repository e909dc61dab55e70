"""Entries of RoHS Annex III: claimed ones are read, articles and denials are not."""

from tests.extraction.drawn_papers import paper, records_of, values

HEAD = [(16, "RoHS DECLARATION OF COMPLIANCE"), "We declare that our products comply with Directive 2011/65/EU."]


def test_entries_that_are_claimed_are_read_once_with_their_part() -> None:
    lines = [*HEAD, "Exemptions of Annex III used: 6(c), 7(a), 7(c)-I and again 6(c).", "Model: EVC-22S-W"]
    entries = records_of(paper(lines))[0].values("exemptions")
    assert [entry.value for entry in entries] == ["6(c)", "7(a)", "7(c)-I"]
    assert all(entry.evidence for entry in entries)


def test_an_article_of_an_act_is_no_entry() -> None:
    lines = [*HEAD, "Exemptions under Art. 4(a) and Article 5(a) are granted by the Commission.", "Model: EVC-22S-W"]
    assert values(records_of(paper(lines))[0], "exemptions") == []


def test_a_line_that_denies_an_exemption_claims_none() -> None:
    lines = [*HEAD, "There is no exemption such as 6(c) used in this product.", "Model: EVC-22S-W"]
    assert values(records_of(paper(lines))[0], "exemptions") == []

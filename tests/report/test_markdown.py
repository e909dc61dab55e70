"""A result as Markdown: what suppliers print is text in it and never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from docverify.facts.finding import Outcome, Severity
from docverify.report.markdown import as_markdown, plain
from tests.samples import finding, result


def test_failures_are_told_and_the_verdict_stands_first() -> None:
    text = as_markdown(result(finding(Outcome.FAIL, Severity.BLOCKER, message="EVC-22 is not named."))).decode()
    assert "EVC-22 is not named." in text
    assert "nonconforming" in text.split("\n\n")[0].lower()


def test_a_message_cannot_write_markup() -> None:
    evil = "<script>x</script> [click](http://example.org) **bold** | cell"
    html = (
        MarkdownIt()
        .enable("table")
        .render(as_markdown(result(finding(Outcome.FAIL, Severity.MAJOR, message=evil))).decode())
    )
    assert "<script>" not in html
    assert 'href="http://example.org"' not in html


@pytest.mark.parametrize("text", ["*a*", "_a_", "`a`", "[a](b)", "# a", "<b>", "a|b", "![a](b)", "1. a", "- a", "> a"])
def test_signs_of_markup_are_shown_as_they_are(text: str) -> None:
    rendered = MarkdownIt().render(plain(text))
    assert "<em>" not in rendered
    assert not any(
        tag in rendered for tag in ("<strong>", "<code>", "<a ", "<h1>", "<b>", "<img", "<li>", "<blockquote>")
    )


@given(st.text(max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    rendered = MarkdownIt().render(f"x {plain(text)}")
    assert not any(tag in rendered for tag in ("<a ", "<img", "<script", "<strong>", "<em>", "<code>"))

"""Sentences by which a paper limits itself are found; what every paper prints is none."""

import pytest

from docverify.extraction.limits import limits_on
from tests.extraction.drawn_papers import paper


def found(line: str) -> list[str]:
    return [entry["quote"] for entry in limits_on(paper(["Certificate", line]).pages)]


@pytest.mark.parametrize(
    "line",
    [
        "This certificate is valid for the Chinese market only.",
        "Only valid for products placed on the market of the United States.",
        "Validity is limited to model EL11-T2S.",
        "Valid only for firmware versions up to 1.2.0.",
        "Valid for serial numbers 000001 to 000100 only.",
        "Not valid for versions with socket outlet.",
        "Status: suspended",
        "This document is superseded by document no. ZZ-2026-99.",
        "This declaration loses its validity on 2026-10-01.",
        "Models: EL11-T2S, EL22-T2S (in preparation)",
        "Gilt nur für das Modell EL11-T2S.",
    ],
)
def test_a_sentence_that_limits_the_paper_is_found(line: str) -> None:
    assert found(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The results relate only to the items tested.",
        "This report shall not be reproduced except in full.",
        "This certificate is only valid in conjunction with the test report.",
        "Valid until: 2029-01-02",
        "Model: EL22-T2S",
    ],
)
def test_what_every_paper_prints_is_no_limit(line: str) -> None:
    assert found(line) == []

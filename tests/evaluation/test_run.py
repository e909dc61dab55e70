"""How sure readings are, and how often they are right."""

import pytest

from docverify.evaluation.labels import Labelled
from docverify.evaluation.run import calibration
from tests.evaluation.labelled import document, expected, found, score


def test_calibration_counts_right_values_by_confidence() -> None:
    read = document(brand=[found("Volta", confidence=0.97), found("Other", confidence=0.97)])
    bins, error = calibration([score(read, expected(brand=[Labelled("Volta", 1)]))])
    assert (0.95, 0.99, 2, 1) in bins
    assert error == pytest.approx(0.47)

"""What a command ends with is named in one place, and every way to fail leads to a code."""

import pytest

from docverify.errors import DocverifyError, ExitCode, LedgerError, NotHere, UsageError


def test_an_error_that_names_no_code_is_an_internal_one() -> None:
    assert DocverifyError("?").code is ExitCode.INTERNAL


def test_what_a_ledger_does_not_hold_is_an_error_of_the_ledger() -> None:
    with pytest.raises(LedgerError, match="run 7"):
        raise NotHere("run 7")
    assert NotHere.code is UsageError.code


def test_no_two_codes_mean_the_same() -> None:
    assert len({code.value for code in ExitCode}) == len(ExitCode)
    assert all(0 <= code <= 130 for code in ExitCode)

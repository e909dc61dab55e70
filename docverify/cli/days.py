"""Days as people type them on the command line."""

from datetime import date

from docverify.errors import UsageError


def day_of(text: str) -> date:
    """The day that `--as-of` names."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text}: not a date; write it as YYYY-MM-DD") from error

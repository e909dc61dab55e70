"""Every exception of the package, and the exit codes.

DocverifyError
├── UsageError            2   a wrong argument, shipment file or settings file
├── UnreadableInput       3   no input could be read
├── LedgerError           2   a ledger that cannot be opened or written, or an approval that was edited
├── RulePackError         4   a rule pack is invalid; the message ends in path:line:column
└── ToolMissing           5   something that is needed is not installed
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """The exit codes: part of the stable user interface."""

    CONFORMING = 0
    NONCONFORMING = 1
    USAGE = 2
    UNREADABLE = 3
    RULE_PACK_INVALID = 4
    TOOL_MISSING = 5
    UNDETERMINED = 6
    INTERNAL = 70
    INTERRUPTED = 130


class DocverifyError(Exception):
    """What went wrong, where, and what to do; `code` is the exit code it leads to."""

    code: ClassVar[ExitCode] = ExitCode.INTERNAL


class UsageError(DocverifyError):
    """A wrong argument, shipment file or settings file."""

    code = ExitCode.USAGE


class LedgerError(DocverifyError):
    """A ledger that cannot be opened, read or written (newer, damaged, disk full); what it held is untouched."""

    code = ExitCode.USAGE


class NotHere(LedgerError):
    """Something that a ledger does not hold, or not for the one who asks."""


class UnreadableInput(DocverifyError):
    """An input that could not be read at all."""

    code = ExitCode.UNREADABLE


class RulePackError(DocverifyError):
    """An invalid rule pack; nothing of it was loaded."""

    code = ExitCode.RULE_PACK_INVALID


class ToolMissing(DocverifyError):
    """A needed tool or optional package is not installed."""

    code = ExitCode.TOOL_MISSING

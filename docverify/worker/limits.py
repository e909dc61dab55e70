"""How much one document may cost, and the confinement of the process that reads it.

A confined process has no network, starts no other program, writes no file, dumps no core, and is stopped by the kernel
when it needs more memory or processor time than one document may.
"""

import resource
import sys
from dataclasses import dataclass

MOST_PAGE_TEXT = 20_000  # characters of a page that are handed on to be searched
MOST_TEXT = 4_000_000  # … and of a file
FORBIDDEN_EVENTS = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "socket.sendmsg",
    "socket.__new__",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """`silence_s`: longest time between two signs of life (one page), `document_s`: of the whole document."""

    silence_s: float = 90.0
    document_s: float = 1800.0
    processor_s: int = 3600
    address_space: int = 4 << 30
    resident: int = 1 << 30  # a document that needs more is given up
    recycled_at: int = 400 << 20  # a process that has grown to this is replaced before the next document
    documents_per_process: int = 200
    result_bytes: int = 256 << 20
    attempts: int = 4  # a page that breaks the reader is left out at the next attempt
    pages: int = 3_000
    scanned_pages: int = 150


def confine(limits: Limits) -> None:
    """Bind this process to the limits; there is no way back."""
    _limit(resource.RLIMIT_AS, limits.address_space)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, 128)
    sys.addaudithook(_refuse)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (ceiling, ceiling))


def allow_processor_time(seconds: int) -> None:
    """Let this process run that many more seconds of processor time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _refuse(event: str, arguments: object) -> None:
    if event in FORBIDDEN_EVENTS:
        raise PermissionError(f"{event} is not allowed while a document is read")


def resident_bytes(process: int | str = "self") -> int:
    """The memory the process holds now; 0 where the system does not say."""
    try:
        with open(f"/proc/{process}/statm", "rb") as stream:  # noqa: PTH123  (read several times a second)
            return int(stream.read().split()[1]) * resource.getpagesize()
    except (OSError, IndexError, ValueError):
        return 0

"""Text to stdout, whole: a disk that is full must end in an error, never in half a result and a good exit code."""

import sys

import typer


def print_whole(text: str) -> None:
    """Write every byte; OSError when that is not possible.

    With PYTHONUNBUFFERED set (containers, CI) Python's own stdout drops what a full disk did not take, silently.
    """
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        typer.echo(text, nl=False)
        return
    sys.stdout.flush()
    rest = memoryview(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
    while rest:
        rest = rest[stream.write(rest) or 0 :]
    stream.flush()

"""The process that draws: pages of the files it is sent, as small pictures. Confined as the process that reads is.

Every answer is one page: its size, type and bytes in Base64, or why it could not be drawn.
"""

import sys
import traceback
from base64 import b64encode
from typing import IO, Any

from docverify.errors import DocverifyError
from docverify.reading.page_picture import Drawer, paper_within
from docverify.worker.frames import own_pipes, packed, received
from docverify.worker.limits import Limits, allow_processor_time, confine


def main() -> int:
    """Serve until the parent closes the pipe."""
    requests, answers = own_pipes()
    first = received(requests)
    if first is None:
        return 0
    limits = Limits(**first["limits"])
    confine(limits)
    while (request := received(requests)) is not None:
        content = requests.read(int(request["size"]))
        if len(content) < int(request["size"]):
            return 0
        allow_processor_time(limits.processor_s)
        _serve(request, content, answers)
    return 0


def _serve(request: dict[str, Any], content: bytes, answers: IO[bytes]) -> None:
    drawer: Drawer | None = None
    refusal = ""
    try:
        drawer = Drawer(paper_within(content, str(request["path"]), str(request["sha256"])))
    except (DocverifyError, MemoryError, RecursionError, ValueError, OSError) as error:
        refusal = _why(error)
    for number in request["pages"]:
        answer = {"refusal": refusal} if drawer is None else _page(drawer, int(number))
        answers.write(packed({"page": int(number), **answer}))
        answers.flush()


def _page(drawer: Drawer, number: int) -> dict[str, Any]:
    try:
        width, height, kind, content = drawer.draw(number)
    except Exception as error:  # noqa: BLE001 - the edge of one page: whatever its content does costs this picture only
        traceback.print_exc()
        return {"refusal": _why(error)}
    return {"width": width, "height": height, "type": kind, "content": b64encode(content).decode("ascii")}


def _why(error: BaseException) -> str:
    return str(error) if isinstance(error, DocverifyError) else f"the page cannot be drawn ({type(error).__name__})"


if __name__ == "__main__":
    sys.exit(main())

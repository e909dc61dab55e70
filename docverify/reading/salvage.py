"""A truncated PDF to one that opens: the page objects that are left, under a new root.

A PDF keeps its page tree and table of objects at its end, so a file that was cut off has pages but no way to them.
Pages inside compressed object streams are lost.
"""

import re

MOST_PAGES = 10_000
_PAGE = re.compile(
    rb"(?:^|[\r\n])\s*(\d{1,8}) (\d{1,5}) obj\b(?:(?!endobj).){0,4000}?/Type\s*/Page(?![a-zA-Z])", re.DOTALL
)
_OBJECT = re.compile(rb"(?:^|[\r\n])\s*(\d{1,8}) \d{1,5} obj\b")


def salvaged(content: bytes) -> bytes | None:
    """The file with a new root over its pages; None when no page is left or the file is encrypted."""
    if b"/Encrypt" in content:
        return None
    pages = list(dict.fromkeys(match.groups() for match in _PAGE.finditer(content)))[:MOST_PAGES]
    if not pages:
        return None
    root = max(int(number) for number in _OBJECT.findall(content)) + 1
    kids = b" ".join(b"%s %s R" % page for page in pages)
    tree = b"<</Type/Pages/Count %d/MediaBox[0 0 595 842]/Kids[%s]>>" % (len(pages), kids)
    objects = b"%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n%d 0 obj%sendobj\n" % (root, root + 1, root + 1, tree)
    return (
        content + b"\nendstream endobj\n" + objects + b"trailer<</Size %d/Root %d 0 R>>\n%%%%EOF\n" % (root + 2, root)
    )

"""What release notes rename: menus and screens with their old and their new name."""

import re
from collections.abc import Iterable

from docverify.reading.page import Page

MOST = 100
_NAME = r"[\"“„«‘'`「](?P<{0}>[^\"”“»’'`」\n]{{2,60}})[\"”“»’'`」]"
_SAYS = (
    r"(?:(?:has been|was|were|is|are|now)?\s*renamed(?: to| as| into)?|is now(?: called| named)?|→|->|=>"
    r"|heißt (?:jetzt|nun)|wurde (?:in|zu)|umbenannt in|(?:a été |est )?renommé[e]? en|s'appelle désormais"
    r"|rinominat[oa] in|ahora se llama|renombrad[oa] (?:a|como)|heet (?:nu|voortaan)|hernoemd naar|更名为|改名为)"
)
_RENAMED = re.compile(
    _NAME.format("old") + r"[^\n.\"“„«]{0,30}?" + _SAYS + r"[^\n.\"“„«]{0,12}?" + _NAME.format("new"), re.IGNORECASE
)
_WORTH = (
    *("renam", "→", "->", "=>", "heißt", "umbenannt", "renomm", "rinomin", "ahora", "renombr", "heet", "hernoemd"),
    *("is now", "désormais", "更名", "改名"),
)


def renames_in(pages: Iterable[Page]) -> list[dict[str, str]]:
    """`{"old": …, "new": …}` for every sentence that quotes both names, `"Grid" is now "Mains"`."""
    found = []
    for page in pages:
        lowered = page.text.lower()
        if any(word in lowered for word in _WORTH):
            for match in _RENAMED.finditer(page.text):
                found.append({"old": match["old"].strip(), "new": match["new"].strip()})
                if len(found) == MOST:
                    return found
    return found

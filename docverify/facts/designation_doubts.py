"""Turns what a line or a legend says beside its codes into the doubt that it casts on them, empty for most lines.

Words such as "not tested", "planned" or "3 reserved" limit what is named without a grammar that a parser could trust:
whatever stands beside them is left to a person.
"""

import re

_PARTICIPLES = (
    r"covered|included?|tested|certified|part|valid|applicable|within|approved|assessed|evaluated|in\s+scope|built|available|produced|"
    r"offered|sold|manufactured|allowed|permitted|used|enthalten|geprüft|zertifiziert|abgedeckt|erhältlich|couverts?|inclus|testés?|"
    r"disponibles?|incluid[oa]s?"
)
_DENIAL = re.compile(
    r"(?i)\b(?:not|nicht|never|non|no|pas)\s+(?:yet\s+|noch\s+|encore\s+|all\s+)?(?:been\s+|be\s+)?"
    rf"(?:{_PARTICIPLES}|combinations?)\b"
    r"|\bun(?:tested|certified|approved|listed|available)\b"
    r"|\b(?:excluded?|excludes|excluid[oa]s?|exclue?s?|exempt(?:ed)?|excepted|ausgeschlossen|apart\s+from|aside)\b"
    r"|\bout(?:side)?\s+(?:of\s+)?(?:the\s+)?scope\b|不适用|未测试|未覆盖|除外"
    r"|\bexcl\.|\b(?:separately|separate\s+(?:reports?|certificates?|papers?|tests?)|separat\s+\w+|gesondert\w*|séparément|otro\s+informe|autre\s+rapport|another\s+report|other\s+report|forbidden|"
    r"prohibited|awaiting|in\s+attesa|en\s+attente)\b|不在|另见|不含|不包括"
    r"|\b(?:refer\s+to\s+(?=\S*\d)|see\s+(?:report|certificate)\b|siehe\s+(?:bericht|zertifikat)\b)"
    r"|\b(?:neither|none\s+of|keines?\s+(?:der|von)|aucun|ninguno|nessuno|rejected|refused|non-?\s?compl\w+|non-?\s?conform\w*|"
    r"(?:do(?:es)?|did)\s+not\s+\w+|durchgefallen|abgelehnt|niezgodn\w+|ohne|requires?\s+re-?test\w*|later)\b|不合格|↔|\?\?"
    r"|(?:^|[\s(])failed\s*:|:\s*NG\b"
    r"|[☐☑☒✓✔✗✘]|\[[ xX]\]|■\s+\S+.*□\s+\S"
    r"|[\s:(](?:no|nein|non|nie|否|fail(?:ed)?|nok|n\.?\s?/?\s?a\.?)\s*(?=$|[,;)])"
)
# A model that is still to come, or that has gone: what the line says of it is not that the paper is about it.
_NOT_NOW = re.compile(
    r"(?i)\b(?:under\s+(?:evaluation|test(?:ing)?|development|review|assessment)|planned|future|pending|tbd|tba|tbc|draft|expired|superseded|been\s+replaced|upcoming|reserved|"
    r"to\s+be\s+(?:tested|assessed|added|evaluated|defined)|withdrawn|deleted|removed|discontinued|obsolete|cancel+ed|suspended|"
    r"revoked|geplant|reserviert|in\s+(?:preparation|vorbereitung|prüfung)|zurückgezogen|gestrichen|gelöscht|retirée?s?|"
    r"supprimée?s?|prévue?s?|réservée?s?|retirad[oa]s?|eliminad[oa]s?|reservad[oa]s?|wycofan[yae]|usunięt[yae])\b"
    r"|计划|待测|预留|保留|删除|取消|撤销|停产"
)
_ACCESSORY = re.compile(
    r"(?i)^\s*(?:optional\s+|additional\s+)?(?:accessor(?:y|ies)|spare\s+parts?|options?|zubehör|ersatzteile|accessoires?|"
    r"accesorios?|accessori|akcesoria|配件|附件|选配件?)\s*[:：]"
)
# What a legend says of a placeholder's effect limits nothing: "not safety relevant", "for marketing purpose only".
_HARMLESS = re.compile(
    r"(?i)\b(?:do(?:es)?\s+not|don't|not|no|non|without|nicht|keinen?|ohne|sans)\b[^,;.]*?(?:safety|relevan|relate|influen|affect|effect|"
    r"impact|critical|differen|einfluss|sicherheit|sécurité|concern)\w*"
    r"|\b(?:marketing|commercial|sales?|trade|colou?rs?|appearance|design|language|packag\w+|identification|customers?|purposes?|use|reasons?)(?:\s+\w+)?\s+only\b"
    r"|\bonly\s+(?:for\s+)?(?:the\s+)?(?:marketing|commercial|sales|differ\w*|indicat\w*|denot\w*)"
)
_LIMIT = re.compile(
    r"(?i)\b(?:not|nicht|kein[e]?|never|but|save|excl|forbidden|prohibited|no(?=\s+[A-Z0-9]{1,3}\b)|without|ohne|hors|sans|sin|senza|bez|minus|except(?:ing|ed)?|exclud\w*|other\s+than|außer|sauf|"
    r"excepto|only|nur|seulement|formerly|previously|former|steps?|schritten|multiples?|even|odd|accessor(?:y|ies)|combinations?)\b"
    r"|≠|不|除外|仅"
)
_COUNTED = re.compile(
    r"(?i)\b(?:\d{1,2}|two|three|four|five|zwei|drei|vier|deux|trois)\s+(?:models?|variants?|types?|versions?|sizes|modelle|varianten|"
    r"modèles|modelos)\b|\bonly\b|\bnur\b|\bseulement\b"
)


def doubt_of_line(head: str) -> str:
    """What the line says that puts every model on it in doubt."""
    if _DENIAL.search(head):
        return "the line says of something that it is not covered"
    if said := _NOT_NOW.search(head):
        return f"the line says of something '{said[0]}'"
    return "the line names accessories" if _ACCESSORY.search(head) else ""


def doubt_of_range(head: str) -> str:
    """What the line says that leaves open which models lie inside of a range."""
    said = _COUNTED.search(head)
    return f"the line says '{said[0]}', so that not every model of the range need exist" if said else ""


def doubt_of_clause(clause: str) -> str:
    """What a legend says that limits the texts it lists for a symbol."""
    bare = _HARMLESS.sub(" ", clause)
    said = _LIMIT.search(bare) or _NOT_NOW.search(bare) or _DENIAL.search(bare)
    return "the legend makes an exception" if said else ""

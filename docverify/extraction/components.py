"""Turns tables of critical components into one reading per part, with maker, type, rating, standard and approval."""

import re

from docverify.extraction.columns import Columns, Row, rows_on
from docverify.extraction.locate import Passage
from docverify.facts.evidence import Found

COMPONENT_COLUMNS = Columns.of(
    ("part", "maker"),
    3,
    part=r"^(?:object|part(?! ?no)|component|item(?! ?no)|description|bauteil|bezeichnung|composant|componente"
    r"|onderdeel|element|podzespół|część|komponent|pièce|parte\b|teil\b|del\b|名称|元器件|零部件|部件)",
    maker=r"manufactur|maker|supplier|vendor|trademark|hersteller|fabricant|fabbricante|costruttore|produttore"
    r"|fabrikant|producent|wytwórca|tillverkare|výrobce|valmistaja|制造商|厂家|供应商",
    type=r"\btype\b|model|\btyp\b|modell|modèle|modello|modelo|oznaczenie|désignation|referen|référence|型号"
    r"|part ?no|part number|order",
    rating=r"technical data|rating|technische daten|caractér|dati\b|datos|\bdane\b|données|gegevens|\bdaten\b"
    r"|specification|value|参数|规格|技术",
    standard=r"standard|norm|标准",
    approval=r"mark|conformity|approval|certificat|evidence|zulassung|zertifikat|认证|证书",
)
COMPONENT_PAGE = re.compile(
    r"critical component|list of (?:safety )?(?:critical )?(?:components|parts)|components? (?:list"
    r"|information)|constructional data|bill of material"
    r"|object\s*/?\s*part|safety critical|kritische\w* (?:bauteile|komponenten)|bauteilliste|stückliste"
    r"|composants critiques|componenti critici"
    r"|componentes críticos|podzespoły krytyczne|elementy krytyczne|kritieke (?:componenten|onderdelen)"
    r"|kritiska komponenter|kritiske komponenter|关键元器件|关键零部件|物料清单|mark\(?s?\)? of conformity"
    r"|^[^\n]{0,12}(?:part|component|bauteil|komponente|podzespół|composant|componente|onderdeel"
    r"|komponent)\b[^\n]{0,30}\b(?:manufactur\w+|maker|hersteller|wytwórca|producent|fabricant|costruttore"
    r"|fabricante|fabrikant|tillverkare)",
    re.IGNORECASE | re.MULTILINE,
)
_NO_PART = re.compile(
    r"^(?:supplementary|note|remark|\d\)|an asterisk|provided|interchangeable|alternat\w*"
    r"|\(?alternative\)?|page\b|trf|bemerkung|anmerkung|\*)",
    re.IGNORECASE,
)
_LONGEST = 90


def find_components(passage: Passage) -> tuple[Found[str], ...]:
    """Every critical component, in reading order."""
    found: list[Found[str]] = []
    names: list[str] | None = None
    for page in passage.pages:
        if not COMPONENT_PAGE.search(page.text) and (names is None or not page.tables):
            names = None
            continue
        rows, names = rows_on(page, COMPONENT_COLUMNS, names)
        for row in rows:
            reading = _reading(passage, row)
            found += [reading] if reading is not None else []
    return tuple(found)


def _reading(passage: Passage, row: Row) -> Found[str] | None:
    part = row.cells.get("part")
    if part is None or _NO_PART.match(part.text) or not any(c.isalpha() for c in part.text) or len(row.cells) < 2:
        return None
    name = " ".join(part.text.split())
    if len(name) > _LONGEST:
        return None
    details = {key: " ".join(cell.text.split()) for key, cell in row.cells.items() if key != "part" and cell.text}
    return passage.found(part, name, details=details)

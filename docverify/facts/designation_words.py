"""The words that stand around designations in print: labels, product nouns, connecting words, placeholder marks.

They stand here and not in a data file because `facts` reads no file.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# a word that says that what stands before or after it is a whole series
SERIES = re.compile(
    r"(?i)(?:[-\s]|^)(?:series|serie|serien|série|séries|baureihen?|famil(?:y|ies|ie|ia)|famille|gamme|řada|seria|serii|"
    r"rodzina|product\s+range|sarja)(?=$|[\s,;:.()])|系列"
)
LABELS = _words(
    """model models modell modelle modello modelli modelo modelos modèle modèles modely modele typ type types typen tipo
    tipos typs typy no nos nr number numbers name names reference references référence ref bezeichnung identification
    item article art artikel artikelnummer part p/n pn sku product products produkt produkte produit produits producto
    variant variants variante varianten id code codes designation designations and und et y e i och en ou o or oder all
    the los las les le la die der das med mit with avec con met com for für für pour per drive drives manual user issue
    trade marketing test tested main additional basic below following as listed covered also known"""
)
# nouns that say what kind of thing it is; with or without them it is the same model
NOUNS = _words(
    """charger chargers charging station stations wallbox wallboxes wall box evse ev inverter inverters wechselrichter
    meter meters zähler battery batteries device devices unit units controller controllers module modules point points
    pile piles hybrid ladestation ladestationen borne bornes laadpaal laadstation ładowarka stazione estación cargador
    equipment apparatus gerät geräte model models series serie série manual manuals"""
)
# name words that tell two products of one brand apart: never left out
DESCRIPTORS = _words(
    """pro plus max mini home smart go lite light eco basic advanced premium xtra extra next one two duo single twin
    public mobile portable compact business private classic standard comfort super ultra fast rapid power flex element
    dual start ac dc ev"""
)
# words that tell variants apart by what they have: they say nothing against a model
FEATURES = _words(
    """socket cable tethered plug connector outlet dose buchse kabel single dual double twin three phase phases wall
    mounted floor standing pole pedestal black white grey gray silver red blue green schwarz weiß version versions
    display meter metering wifi bluetooth ethernet lte rfid ocpp indoor outdoor new tested basic series identical colour
    color power rated current voltage only name different storage similar others further derivatives field
    fields position positions blank"""
)
# verbs after which another model stands: the one before them is what the line is about
RELATING = _words("supersedes replaces succeeds ersetzt remplace sustituye sostituisce zastępuje")
# words of a running sentence: where one stands, only codes count as designations
SENTENCE = _words(
    """of the is are for with from which that this these be been by on in at see visit except same contents like there's
    there consulte correspondente permite configurações de da do der die das ist sind für mit aus est sont pour dans del
    para por och för som voor van oraz dla only such"""
)
LIST_WORDS = r"and|und|et|e|y|og|och|en|ja|oraz|i|a|or|oder|ou|o|of|sowie|as\s+well\s+as|&|\+"
RANGE_WORDS = (
    r"to|through|thru|up\s+to|bis|až|až\s+po|jusqu['’]?à|à|hasta|fino\s+a|tot|t/m|do|til|till|至|到|~|～|〜|…|\.\.\.?"
)
UNITS = _words(
    "kw w mw va kva v vac vdc a ma hz khz mm cm m mm² °c kg g kwh wh ah mah pha phase phases ip ik bar db dbm"
)
# between two designations: more than one word, read as one mark
LONG_RANGE = re.compile(r"(?i)(?<=\S)\s+(?:up\s+to|až\s+po|fino\s+a|through\s+to|up\s+through|bis\s+zu)\s+(?=\S)")
# words for the whole kind of thing, of no use as a name
GENERIC = _words("ac dc ev evse electric vehicle electrical smart home portable mobile mode wall")
OPEN = re.compile(
    r"(?i)…|\.{3}|\betc\b\.?|\bor similar\b|\band others?\b|\busw\b\.?|\bu\.\s?a\.|\band so on\b|"
    r"\bderivatives?\b|\band\s+(?:its|their)\s+variants\b|等"
)
# an open list that may go on with anything, and a range that is said to be complete
SIMILAR = re.compile(r"(?i)\bor similar\b|\boder ähnliche?\b|\bou similaires?\b")
ALL = re.compile(
    r"(?i)(?<!not )\b(?:all models|alle modelle|tous les modèles|todos los modelos|tutti i modelli)[\s.)]*$"
)
# a field of an order code that the line mentions
FIELD = re.compile(r"(?i)\b(?:field|position|digit|feld|stelle|champ|campo)\s+\d\b")
# companies whose name may be left out before a product's name
MAKERS = _words(
    """abb alfen autel chargepoint circontrol compleo deye easee eaton ensto evbox foxess fronius garo goodwe growatt
    huawei hager keba kostal legrand mennekes myenergi ohme schneider siemens sigenergy sma sofar
    solaredge solax sungrow tesla tritium varta victron webasto zaptec"""
)
EXAMPLE = re.compile(
    r"(?i)\b(?:is|are|looks?)\s+like\b|\be\.\s?g\.|\bfor example\b|\bz\.\s?B\.|\bsuch as\b|\bpar exemple\b"
)
SPECIAL = "*#□●○■_?①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
MAINS = _words("12 24 36 48 50 60 100 110 115 120 127 200 208 220 230 240 277 380 400 415 440 480 500 750 1000")

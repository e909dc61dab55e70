"""Parties and chargers of the unseen layouts, and what these layouts share: samples, dates in print, pens, designations."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

from corpus.generator.case import Case, Company, day, standards
from corpus.generator.layouts.declarations import models as names
from corpus.generator.marks import Content, Mark, joined, mark
from corpus.generator.samples import Sample
from corpus.generator.sheet import Sheet

__all__ = ["names"]


def _firm(name: str, lines: Sequence[str], country: str, **more: str) -> Company:
    return Company(name, tuple(lines), country, **more)


MAKERS = {
    "anyida": _firm(
        "Zhejiang Anyida Electrical Technology Co., Ltd.",
        ["No. 566 Binhai 3rd Road, Economic Development Zone", "325025 Wenzhou, Zhejiang"],
        "CN",
        brand="Anyida",
        zh="浙江安易达电气科技有限公司",
    ),
    "beichen": _firm(
        "Xi'an Beichen Charging Equipment Co., Ltd.",
        ["Room 1204, Block A, No. 38 Gaoxin 6th Road", "710075 Xi'an, Shaanxi"],
        "CN",
        brand="BCharge",
        zh="西安北辰充电设备有限公司",
    ),
    "luxing": _firm(
        "Guangzhou Luxing Intelligent Energy Co., Ltd.",
        ["3/F, Building B2, 99 Kexiang Road, Huangpu District", "Guangzhou 510663, Guangdong"],
        "CN",
        brand="Luxing",
        zh="广州鹭行智能能源有限公司",
    ),
    "moselstrom": _firm(
        "Moselstrom Ladesysteme GmbH & Co. KG", ["Am Güterbahnhof 21 a", "54292 Trier"], "DE", brand="Moselstrom"
    ),
    "rivoire": _firm(
        "Ateliers Rivoire SAS", ["ZA des Grands Champs, 4 allée Ampère", "38360 Sassenage"], "FR", brand="Rivoire"
    ),
    "colonna": _firm(
        "Tecnocolonna S.p.A.", ["Strada Statale Adriatica 118/B", "60019 Senigallia (AN)"], "IT", brand="Colonna"
    ),
    "enchufa": _firm(
        "Enchufa Ibérica, S.A.", ["Calle del Cobre, 15, 2.ª planta", "48950 Erandio (Bizkaia)"], "ES", brand="Enchufa"
    ),
    "noordlaad": _firm("Noordlaad Techniek B.V.", ["Zernikelaan 6-8", "9747 AA Groningen"], "NL", brand="Noordlaad"),
    "wisla": _firm("Wisła Charge S.A.", ["ul. Toruńska 118/122", "87-800 Włocławek"], "PL", brand="WislaCharge"),
    "elbox": _firm("Elbox Norrland AB", ["Industrivägen 33 C", "931 57 Skellefteå"], "SE", brand="Elbox"),
    "penhallow": _firm(
        "Penhallow EV Equipment Ltd", ["The Old Foundry, Carn Brea Lane", "Redruth TR15 3ER"], "GB", brand="Penhallow"
    ),
    "cascade": _firm(
        "Cascade Charging Corporation",
        ["2250 NW Industrial Way, Building 4", "Hillsboro, OR 97124"],
        "US",
        brand="Cascade",
    ),
}
PLACES = {
    "anyida": "Wenzhou",
    "beichen": "Xi'an",
    "luxing": "Guangzhou",
    "moselstrom": "Trier",
    "rivoire": "Sassenage",
    "colonna": "Senigallia",
    "enchufa": "Erandio",
    "noordlaad": "Groningen",
    "wisla": "Włocławek",
    "elbox": "Skellefteå",
    "penhallow": "Redruth",
    "cascade": "Hillsboro",
}
PLANT = _firm(
    "Zhongshan Guangli Electronics Manufacturing Co., Ltd.",
    ["No. 12 Jucheng Avenue, Xiaolan Town", "528415 Zhongshan, Guangdong"],
    "CN",
    zh="中山广利电子制造有限公司",
    brand="Guangli",
)
TRADERS = {
    "de": _firm("Ladewerk Handels GmbH", ["Gewerbepark Süd 7", "91126 Schwabach"], "DE"),
    "nl": _firm("Euro Plug Distribution B.V.", ["Hoofdweg 1276", "2153 LR Nieuw-Vennep"], "NL"),
    "gb": _firm("Charge Supplies (UK) Ltd", ["Unit 14 Meridian Point", "Peterborough PE2 6XU"], "GB"),
    "us": _firm("Evergreen Plug-In Distributors LLC", ["815 Terminal Avenue, Suite 120", "Tacoma, WA 98421"], "US"),
}
HOUSES = {
    "hengce": _firm(
        "Guangdong Hengce Testing & Certification Co., Ltd.",
        ["No. 21 Keyan Road, Songshan Lake", "523808 Dongguan, Guangdong"],
        "CN",
        accreditation="CNAS L5520",
        letters="HCT",
        zh="广东恒测检测认证有限公司",
    ),
    "pacific": _firm(
        "Pacific Rim Compliance Services (Shenzhen) Ltd.",
        ["4/F, Block 7, Zhongguan Honghualing Industrial Zone, Nanshan", "518055 Shenzhen, Guangdong"],
        "CN",
        accreditation="A2LA 4488.03",
        letters="PRCS",
    ),
    "taunus": _firm(
        "EMV-Labor Taunus GmbH",
        ["Limburger Straße 51", "65510 Idstein"],
        "DE",
        accreditation="DAkkS D-PL-20456-01-00",
        letters="ELT",
    ),
    "ebro": _firm(
        "Instituto de Ensayos del Ebro, S.A.",
        ["Polígono Malpica, calle F, 44", "50016 Zaragoza"],
        "ES",
        accreditation="ENAC 214/LE512",
        letters="IEE",
    ),
    "wave": _firm(
        "Nordic Wave Test AB",
        ["Teknikringen 8 D", "583 30 Linköping"],
        "SE",
        accreditation="SWEDAC 1998",
        letters="NWT",
    ),
    "thornbury": _firm(
        "Thornbury Test House Ltd",
        ["Rock Street Works, Rock Street", "Thornbury BS35 2BA"],
        "GB",
        accreditation="UKAS 4821",
        letters="TTH",
    ),
    "granite": _firm(
        "Granite State Product Safety Laboratories, Inc.",
        ["77 Technology Drive", "Londonderry, NH 03053"],
        "US",
        letters="GSL",
    ),
}
BODIES = {
    "taunus": _firm(
        "Taunus Zertifizierung GmbH", ["Limburger Straße 53", "65510 Idstein"], "DE", number="2703", letters="TZ"
    ),
    "rijnmond": _firm(
        "Rijnmond Keuringen B.V.", ["Vareseweg 105", "3047 AT Rotterdam"], "NL", number="2815", letters="RK"
    ),
    "atlantica": _firm(
        "Certificación Atlántica, S.A.", ["Avenida de Galicia, 31", "33005 Oviedo"], "ES", number="2890", letters="CAT"
    ),
    "malar": _firm(
        "Mälardalens Certifiering AB", ["Sigurdsgatan 27", "721 30 Västerås"], "SE", number="2967", letters="MC"
    ),
    "mesure": _firm(
        "Bureau National des Mesures", ["29 rue Saint-Amand", "75015 Paris"], "FR", number="2748", letters="BNM"
    ),
}
PEOPLE = {
    "CN": ("Zhao Minghui", "Sun Lei", "Deng Xiaofang", "Luo Jianguo", "He Yating"),
    "DE": ("Tobias Reinhardt", "Katrin Oberländer", "Jürgen Möhring"),
    "FR": ("Mathieu Lacombe", "Hélène Garnier", "Luc Bertin"),
    "IT": ("Giulia Sartori", "Andrea Malvezzi", "Davide Conti"),
    "ES": ("Álvaro Quintana", "Leire Etxeberria", "Nuria Palomar"),
    "NL": ("Femke Wijnands", "Ruben Hoekstra", "Marloes de Wit"),
    "PL": ("Piotr Zawadzki", "Magdalena Wrona", "Tomasz Lis"),
    "SE": ("Linnea Åkesson", "Gustav Hedlund", "Maja Sandell"),
    "GB": ("Rhys Penhale", "Catherine Moss", "Oliver Tranter"),
    "US": ("Emily Castellano", "Derek Hamm", "Joanne Pruitt"),
}
SETS: dict[str, dict[str, Any]] = {
    "wifi": {
        "safety": standards("EN IEC 61851-1:2019", "EN 50665:2017"),
        "emc": standards("EN 301 489-1 V2.2.3", "EN 301 489-3 V2.3.2", "EN 301 489-17 V3.3.1", "EN IEC 61851-21-2:2021"),
        "radio": standards("EN 300 328 V2.2.2", "EN 300 330 V2.1.1"),
        "cyber": standards("EN 18031-1:2024", "EN 18031-2:2024"),
        "substances": standards("EN IEC 63000:2018"),
        "acts": ("2014/53/EU", "2011/65/EU"),
    },
    "lte": {
        "safety": standards("EN IEC 61851-1:2019", "EN IEC 61439-7:2023", "EN 62311:2008"),
        "emc": standards("EN 301 489-1 V2.2.3", "EN 301 489-52 V1.2.1", "EN 61000-6-3:2007+A1:2011", "EN IEC 61000-6-2:2019"),
        "radio": standards("EN 301 511 V12.5.1", "EN 301 908-1 V15.2.1", "EN 301 908-13 V13.2.1", "EN 300 330 V2.1.1"),
        "cyber": standards("EN 18031-1:2024", "EN 18031-3:2024"),
        "substances": standards("EN IEC 63000:2018"),
        "acts": ("2014/53/EU", "2011/65/EU", "(EU) 2022/30"),
        "radios": ("lte", "nfc_rfid"),
    },
    "plain": {
        "safety": standards("EN IEC 61851-1:2019", "EN IEC 62955:2018"),
        "emc": standards("EN IEC 61000-6-1:2019", "EN IEC 61000-6-3:2021", "EN IEC 61000-3-11:2019", "EN 61000-3-12:2011"),
        "radio": (),
        "cyber": (),
        "substances": standards("EN IEC 63000:2018"),
        "acts": ("2014/35/EU", "2014/30/EU", "2011/65/EU"),
        "radios": (),
    },
    "mode2": {
        "safety": standards("EN 62752:2016+A1:2020", "EN IEC 62196-2:2022"),
        "emc": standards("EN 55032:2015+A11:2020", "EN IEC 61000-3-2:2019+A1:2021", "EN 61000-3-3:2013+A1:2019+A2:2021"),
        "radio": (),
        "cyber": (),
        "substances": standards("EN IEC 63000:2018"),
        "acts": ("2014/35/EU", "2014/30/EU", "2011/65/EU"),
        "radios": (),
    },
    "dc": {
        "safety": standards("EN IEC 61851-1:2019", "EN IEC 61851-23:2024", "EN 62477-1:2012"),
        "emc": standards("EN IEC 61851-21-2:2021", "EN IEC 61000-6-2:2019", "EN IEC 61000-6-4:2019"),
        "radio": standards("EN 301 908-1 V15.2.1", "EN 301 908-13 V13.2.1"),
        "cyber": standards("EN 18031-1:2024"),
        "substances": standards("EN IEC 63000:2018"),
        "acts": ("2014/53/EU", "2011/65/EU"),
        "radios": ("lte", "nfc_rfid"),
    },
}  # fmt: skip


def charger(
    seed: str, maker: str, models: Sequence[str], *, law: str = "wifi", scan: str = "", **options: Any
) -> Sample:
    """A sample whose parties are those of this module."""
    firm = MAKERS[maker]
    draw = random.Random(f"unseen/{seed}/{' '.join(models)}")
    house = HOUSES[options.pop("house", "hengce")]
    body = BODIES[options.pop("body", "taunus")]
    trader = TRADERS[options.pop("trader", "de")]
    plant = options.pop("plant", firm if firm.country == "CN" else PLANT)
    ours, theirs, tested = PEOPLE[firm.country], PEOPLE[options.pop("people", house.country)], PEOPLE[house.country]
    rules = dict(SETS[law])
    spectrum = rules.pop("radio")  # `make` knows `radio` as yes or no
    options["extra"] = {**options.get("extra", {}), "spectrum": spectrum}
    settings: dict[str, Any] = {
        **rules,
        "radio": bool(spectrum),
        "manufacturer": firm,
        "factory": plant,
        "importer": trader,
        "laboratory": house,
        "body": body,
        "brand": firm.brand,
        "models": tuple(models),
        "place": PLACES[maker],
        "signatory": draw.choice(ours[:2]),
        "reviewer": theirs[0],
        "engineer": tested[-1],
        "serials": tuple(
            f"{draw.randrange(24, 27)}{draw.choice('ABKT')}{draw.randrange(10**5, 10**6)}" for _ in range(9)
        ),
        "voltage": 400,
        "current": 32,
        "phases": 3,
        "power": 22,
    }
    return Sample(seed, {"country": firm.country, **settings, **options}, scan)


def table_of(case: Case) -> tuple[tuple[str, float, float], ...]:
    """Model, current and power of each model, as the case's extras say or as rated."""
    rows: dict[str, tuple[float, float]] = case.extra.get("table", {})
    return tuple((m, *rows.get(m, (case.current, case.power))) for m in case.models)


def on(field: str, value: date, form: str, language: str = "en") -> Mark:
    """The date in the forms that `day` knows and some more."""
    months = day(date(value.year, value.month, 1), "dashes").split("-")[1]
    more = {
        "spaced": f"{value.day:02d} {months} {value.year}",
        "points": value.strftime("%Y.%m.%d"),
        "strokes": value.strftime("%Y/%m/%d"),
        "han": f"{value.year}年{value.month}月{value.day}日",
        "years": f"{day(value, 'long', 'pl')} r.",
        "short_dots": f"{value.day}.{value.month}.{value.year}",
        "upper": f"{value.day:02d} {months.upper()} {value.year}",
    }
    return mark(more.get(form) or day(value, form, language), **{field: value.isoformat()})


def pen(case: Case, sheet: Sheet, x: float, name: str = "") -> None:
    """The declaring person's signature at the pen's height."""
    sheet.note("signed", "yes")
    sheet.signature(x, sheet.y - 7, name or case.signatory)


def scrawl(sheet: Sheet, name: str, x: float = 10) -> None:
    """Somebody's signature on a paper whose signature is not labelled."""
    sheet.signature(sheet.left + x, sheet.y - 7, name)


def acts(case: Case, separator: str = ", ") -> Content:
    """The acts by number."""
    return joined([mark(act, legal_acts=act) for act in case.acts], separator)


def serials(case: Case, separator: str = ", ", count: int = 2) -> Content:
    """The first serial numbers."""
    return joined([mark(s, serial_numbers=True) for s in case.serials[:count]], separator)


def cited(case: Case, *keys: str, separator: str = ", ") -> Content:
    """Report or certificate numbers."""
    return joined([mark(case.numbers[key], references=True) for key in keys], separator)


def page_of(sheet: Sheet) -> int:
    """The page of this document, from 1."""
    return sheet.page - sheet.start_page + 1


def tint(sheet: Sheet, box: tuple[float, float, float, float], rgb: tuple[float, float, float]) -> None:
    """A coloured area (x, y, width, height from the top left)."""
    x, y, wide, high = box
    sheet.canvas.saveState()
    sheet.canvas.setFillColorRGB(*rgb)
    sheet.canvas.rect(x, sheet.page_size[1] - y - high, wide, high, stroke=0, fill=1)
    sheet.canvas.restoreState()

"""Manuals, datasheets, release notes, change notices, packing lists and inspection records of several suppliers."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import columns, ink, pairs, paras, running, table


def manual_swedish(case: Case, sheet: Sheet) -> None:
    """A Swedish installation manual: revision in the footer code, technical data as a table over two model columns."""
    foot = running("[[IM-LYRA-SE|document_number]] rev [[07|revision]]", "{p}", y=804)
    sheet.begin(face=faces.SANS, size=9.5, top=66, left=66, right=66, footer=foot)
    sheet.space(120)
    paras(sheet, "[[Lyra 11|covered_models]] · [[Lyra 22|covered_models]]", size=24, style="bold", gap=4)
    sheet.para("Installationsanvisning för laddbox", size=14, gap=200)
    sheet.note("languages", "sv")
    paras(
        sheet,
        "[[Norrsken Laddteknik AB|manufacturer]]⏎[[Mekanikervägen 4, 901 31 Umeå, Sverige|@manufacturer:SE]]",
        gap=4,
    )
    paras(sheet, "Utgåva: [[2026-02-17|revised_on]]. Gäller från programvara [[3.2|firmware_described]].")
    sheet.next_page()
    sheet.note("languages", "sv")
    sheet.para("1  Säkerhet", size=14, style="bold", gap=5)
    sheet.para(
        "Installationen får endast utföras av behörig elinstallatör. Bryt spänningen innan kåpan öppnas. Laddboxen ska föregås av en jordfelsbrytare typ A; likströmsdetektering 6 mA är inbyggd. Använd inte adapter eller förlängningskabel.",
        gap=8,
    )
    sheet.para("2  Montering", size=14, style="bold", gap=5)
    sheet.para(
        "Montera laddboxen på en plan vägg 90–140 cm över marken. Anslut L1, L2, L3, N och PE. Dra åt skruvarna med 2,5 Nm.",
        gap=8,
    )
    sheet.para("3  Tekniska data", size=14, style="bold", gap=5)
    table(
        sheet,
        """
        ¦ [[Lyra 11|covered_models]] ¦ [[Lyra 22|covered_models]]
        Märkspänning ¦ [[400 V|rated_voltage_v=400]] ¦ 400 V
        Märkström ¦ [[16 A|rated_current_a=16]] ¦ [[32 A|rated_current_a=32]]
        Effekt ¦ [[11 kW|rated_power_kw=11]] ¦ [[22 kW|rated_power_kw=22]]
        Frekvens ¦ [[50 Hz|rated_frequency_hz=50]] ¦ 50 Hz
        Kapslingsklass ¦ [[IP54|protection_ip]], [[IK08|protection_ik]] ¦ IP54, IK08
        Omgivningstemperatur ¦ [[-30 … +50 °C|ambient_temperature_c=-30..50]] ¦ -30 … +50 °C
        """,
        (2, 2, 2),
    )


def quick_guide(case: Case, sheet: Sheet) -> None:
    """A folded quick guide in four columns of languages on one page."""
    sheet.begin(face=faces.HELVETICA, size=8, top=50, left=40, right=40)
    paras(
        sheet,
        "[[Zebra Home 7|covered_models]]  Quick start / Schnellstart / Guide rapide / Guida rapida",
        size=12,
        style="bold",
        gap=8,
    )
    for code in ("en", "de", "fr", "it"):
        sheet.note("languages", code)
    columns(
        sheet,
        """
        EN
        1. Unlock the charger with the card or in the app.
        2. Plug the cable into the car. The light turns blue.
        3. To stop, present the card again and unplug the cable.
        Read the full manual before use and keep it for later reference.
        """,
        """
        DE
        1. Entsperren Sie die Ladestation mit der Karte oder in der App.
        2. Stecken Sie das Kabel in das Fahrzeug. Das Licht wird blau.
        3. Zum Beenden halten Sie die Karte erneut vor und ziehen Sie das Kabel ab.
        Lesen Sie vor dem Gebrauch die vollständige Anleitung und bewahren Sie sie auf.
        """,
        gap=3,
    )
    sheet.space(10)
    columns(
        sheet,
        """
        FR
        1. Déverrouillez la borne avec la carte ou dans l'application.
        2. Branchez le câble sur le véhicule. Le voyant devient bleu.
        3. Pour arrêter, présentez de nouveau la carte et débranchez le câble.
        """,
        """
        IT
        1. Sbloccare la stazione con la tessera o nell'app.
        2. Collegare il cavo al veicolo. La luce diventa blu.
        3. Per terminare, avvicinare di nuovo la tessera e scollegare il cavo.
        """,
        gap=3,
    )
    sheet.space(14)
    paras(
        sheet,
        "[[Zebra Drive S.p.A.|manufacturer]], [[Corso Francia 110, 10143 Torino, Italy|@manufacturer:IT]] · [[ZH7-QG-04|document_number]] · Ed. [[2|revision]]",
        size=6.5,
    )


def service_manual(case: Case, sheet: Sheet) -> None:
    """A service manual of a Chinese maker: version table, fault codes, the firmware it describes in a sentence."""
    sheet.begin(
        face=faces.SANS,
        size=9,
        top=64,
        header=running(
            "Service Manual – [[GX-DC40|covered_models]] / [[GX-DC80|covered_models]]", y=38, align="left", size=8
        ),
    )
    sheet.para("DC Charger Service Manual", size=20, style="bold", gap=6)
    sheet.note("languages", "en")
    paras(sheet, "Document code: [[GX-SM-0012|document_number]]", gap=6)
    table(
        sheet,
        "Version ¦ Date ¦ Author ¦ Change\nV1.0 ¦ 2025.06.20 ¦ Tan ¦ First release\nV1.1 ¦ 2025.11.03 ¦ Tan ¦ Fault codes 4xx added\nV[[1.2|revision]] ¦ [[2026.03.12|revised_on=2026-03-12]] ¦ Luo ¦ Power module exchange",
        (1, 2, 1, 5),
    )
    sheet.space(8)
    paras(
        sheet,
        "This manual describes units with main board [[GXM-B2|hardware_version]] running firmware [[V2.3.7|firmware_described]].",
        gap=6,
    )
    sheet.para("Safety", size=12, style="bold", gap=3)
    sheet.para(
        "Only trained service technicians may open the cabinet. Disconnect the supply, wait ten minutes and check that no voltage is present at the DC bus before touching any part.",
        gap=6,
    )
    sheet.para("Fault codes", size=12, style="bold", gap=3)
    rows = ["Code ¦ Meaning ¦ Action"]
    for index, (meaning, action) in enumerate(
        (
            ("Emergency stop pressed", "Release the button"),
            ("Insulation fault", "Check output cable"),
            ("Module over-temperature", "Clean air filter"),
            ("AC under-voltage", "Check supply"),
            ("Communication lost with EV", "Replace PLC board"),
        )
        * 4
    ):
        rows.append(f"{401 + index} ¦ {meaning} ¦ {action}")
    table(sheet, "\n".join(rows), (1, 4, 4))
    sheet.space(10)
    pairs(
        sheet,
        "Input ¦ [[400 V|rated_voltage_v=400]], [[50 Hz|rated_frequency_hz=50]], [[130 A|rated_current_a=130]]\nOutput ¦ [[200–1000 V|output_voltage_v=200..1000]], [[200 A|output_current_a=200]], [[80 kW|output_power_kw=80]]\nProtection ¦ [[IP54|protection_ip]]",
        label_width=90,
    )
    sheet.space(6)
    paras(
        sheet,
        "[[Guangxi Xinneng Power Equipment Co., Ltd.|manufacturer]]  [[No. 26 Keyuan Avenue, Nanning, Guangxi, China|@manufacturer:CN]]",
        size=8,
    )


def datasheet_dc(case: Case, sheet: Sheet) -> None:
    """A DC charger's datasheet: three models in columns, groups of rows, footnotes."""
    sheet.begin(
        face=faces.HELVETICA,
        size=8.5,
        top=50,
        footer=running("Subject to change without notice. [[DS-TRN-EN|document_number]] v[[2.2|revision]]", y=812),
    )
    paras(sheet, "[[Torrentia|brand]] DC Ultra Series", size=20, style="bold", gap=0)
    paras(sheet, "[[High power charging station|product_name]]", size=11, gap=10)
    table(
        sheet,
        """
        Model ¦ [[TRN-60|models]] ¦ [[TRN-120|models]] ¦ [[TRN-180|models]]
        INPUT ¦ ¦ ¦
        AC supply ¦ [[400 V|rated_voltage_v=400]] ¦ 400 V ¦ 400 V
        Nominal input current ¦ [[95 A|rated_current_a=95]] ¦ [[190 A|rated_current_a=190]] ¦ [[285 A|rated_current_a=285]]
        Frequency ¦ [[50 Hz|rated_frequency_hz=50]] ¦ 50 Hz ¦ 50 Hz
        OUTPUT ¦ ¦ ¦
        Max. power ¦ [[60 kW|output_power_kw=60]] ¦ [[120 kW|output_power_kw=120]] ¦ [[180 kW|output_power_kw=180]]
        Voltage range ¦ [[150 – 1000 V DC|output_voltage_v=150..1000]] ¦ 150 – 1000 V DC ¦ 150 – 1000 V DC
        Max. current ¦ [[200 A|output_current_a=200]] ¦ [[300 A|output_current_a=300]] ¦ [[400 A|output_current_a=400]]
        Connectors ¦ [[CCS2|connectors=ccs2]] ¦ CCS2 + [[CHAdeMO|connectors=chademo]] ¦ 2 × CCS2
        ENVIRONMENT ¦ ¦ ¦
        Ingress protection ¦ [[IP55|protection_ip]] ¦ IP55 ¦ IP55
        Impact ¦ [[IK10|protection_ik]] ¦ IK10 ¦ IK10
        Operating temperature ¦ [[-35 °C … +55 °C|ambient_temperature_c=-35..55]] ¦ -35 °C … +55 °C ¦ -35 °C … +55 °C
        Standards ¦ [[EN IEC 61851-1:2019|std]], [[EN IEC 61851-23:2024|std]]
        """,
        (3, 2.5, 2.5, 2.5),
        ruled="rows",
        bold_first=True,
    )
    sheet.space(8)
    paras(
        sheet,
        "[[Torrentia Power Systems GmbH|manufacturer]], [[Industriepark 7, 4061 Pasching, Austria|@manufacturer:AT]]",
        size=8,
    )


def datasheet_polish(case: Case, sheet: Sheet) -> None:
    """A Polish product card with values beside icons' captions, decimal commas."""
    sheet.begin(face=faces.SANS, size=10, top=60, left=70, right=70)
    sheet.para("KARTA PRODUKTU", size=10, style="bold", gap=0)
    paras(sheet, "[[Stacja ładowania AC|product_name]] [[EKO-DOM 7|models]]", size=17, style="bold", gap=12)
    columns(
        sheet,
        """
        Moc: [[7,4 kW|rated_power_kw=7.4]]
        Prąd znamionowy: [[32 A|rated_current_a=32]]
        Napięcie zasilania: [[230 V|rated_voltage_v=230]]
        Częstotliwość: [[50 Hz|rated_frequency_hz=50]]
        """,
        """
        Stopień ochrony: [[IP54|protection_ip]]
        Temperatura pracy: [[od -25 do +40 °C|ambient_temperature_c=-25..40]]
        Złącze: [[gniazdo typu 2|connectors=type2_socket]]
        Łączność: [[Wi-Fi 2,4 GHz|radios=wifi_2g4]], [[Bluetooth|radios=bluetooth]]
        """,
        gap=5,
    )
    sheet.rule(gap=10)
    paras(
        sheet,
        "Producent: [[Zielona Moc S.A.|manufacturer]], [[ul. Fabryczna 20, 53-609 Wrocław, Polska|@manufacturer:PL]]⏎Karta nr [[KP-114|document_number]], wydanie [[3|revision]] z dnia [[12.01.2026|revised_on=2026-01-12]]",
        size=8,
    )


def changelog(case: Case, sheet: Sheet) -> None:
    """Release notes as a changelog of versions with dates, newest first; older versions beneath."""
    sheet.begin(face=faces.MONO, size=8.5, top=60, left=60, right=60)
    paras(sheet, "RELEASE NOTES  [[Quantro Energy Oy|manufacturer|issuer]]", style="bold", gap=2)
    paras(sheet, "Product: [[QE-Base|models]], [[QE-Pro|models]]   Board: [[QB3|hardware_version]] and newer", gap=10)
    for version, day, lines in (
        ("5.2.1", "2026-05-20", ("fix: session lost after power cut", "fix: RFID reader blocked by long cards")),
        ("5.2.0", "2026-05-04", ("new: phase switching", "change: default password removed")),
        ("5.1.9", "2026-02-27", ("security: TLS library updated",)),
    ):
        date = f"[[{day}|issued_on]]" if version == "5.2.1" else day
        paras(sheet, f"{date}: [[{version}|firmware_version]]", style="bold", gap=2)
        for line in lines:
            sheet.para("  * " + line, gap=1)
        sheet.space(6)


def change_form(case: Case, sheet: Sheet) -> None:
    """A change notice as a form with boxes, old and new side by side, approvals at the foot."""
    sheet.begin(face=faces.HELVETICA, size=9, top=50)
    table(
        sheet,
        "[[Liaoning Huaxin Charging Co., Ltd.|manufacturer|issuer]] ¦ PRODUCT CHANGE NOTIFICATION ¦ PCN No. [[HX-PCN-26-014|document_number]]",
        (4, 4, 3),
        head=0,
        pad=6,
    )
    table(
        sheet,
        """
        Issue date ¦ [[2026/04/08|issued_on=2026-04-08]] ¦ Effective from ¦ batch 2618
        Products affected ¦ [[HX-EV07|models]], [[HX-EV11|models]] ¦ Class ¦ Major
        """,
        (2, 4, 2, 3),
        head=0,
    )
    sheet.space(8)
    table(
        sheet,
        """
        ¦ Before ¦ After
        Main board ¦ [[V3.0|hardware_version]] ¦ [[V3.1|hardware_version]]
        Firmware ¦ [[1.19|firmware_version]] ¦ [[1.20|firmware_version]]
        Enclosure colour ¦ RAL 7016 ¦ RAL 9003
        """,
        (2, 3, 3),
        shade=True,
    )
    sheet.space(8)
    paras(
        sheet,
        "Reason: supply shortage. Impact on certificates: report [[LNT-S-25-0931|references]] is being amended.",
        gap=30,
    )
    ink(sheet, 80, "Song")
    paras(sheet, "Approved by [[Song Weiming|signatory_name]], [[Chief Engineer|signatory_function]]")

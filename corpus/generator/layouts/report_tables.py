"""Rows of the tables that reports print: clauses, components, items of measurement."""

CLAUSES = (
    ("4", "General requirements", "P"),
    ("5.1", "Classification: supply characteristics", "P"),
    ("5.2", "Classification: connection", "P"),
    ("6.2", "EV charging modes", "P"),
    ("6.3.1", "Mandatory functions in Mode 3: continuous continuity checking of the protective conductor", "P"),
    ("6.3.2", "Optional functions: ventilation during charging", "N/A"),
    ("7", "Communications", "P"),
    ("8.1", "Degrees of protection against access to hazardous live parts", "P"),
    ("8.2", "Stored energy", "P"),
    ("8.5", "Residual current protective devices", "P"),
    ("8.7", "Telecommunication network", "N/A"),
    ("9.1", "Conductive electrical interface: functional description", "P"),
    ("10.2", "Adaptors", "P"),
    ("11.4", "Cable assembly: strain relief", "N/A"),
    ("12.2.5", "Rated impulse withstand voltage", "P"),
    ("12.4", "IP degrees for enclosures", "P"),
    ("12.5", "Insulation resistance", "P"),
    ("12.6", "Touch current", "P"),
    ("12.7", "Dielectric withstand voltage", "P"),
    ("12.9", "Temperature rise", "P"),
    ("12.11", "Mechanical strength", "P"),
    ("13.1", "Overload protection of the cable assembly", "P"),
    ("13.3", "Short-circuit protection", "P"),
    ("14", "Automatic reclosing of protective devices", "N/A"),
    ("16.1", "Installation manual of the EV supply equipment", "P"),
    ("16.3", "Marking of EV supply equipment", "P"),
    ("16.5", "Durability test for marking", "P"),
)


COMPONENTS = (
    ("Contactor K1", "Hongyu Relay", "HY-F32", "250 VAC, 40 A", "IEC 61095", "VDE 40041234"),
    ("RCM module", "Senslab", "RCM14-03", "6 mA DC", "IEC 62955", "TÜV R 50512345"),
    ("Energy meter", "Elmetra", "EM340-B", "230/400 V, 65 A", "EN 50470-3", "MID T11502"),
    ("Socket-outlet", "Contego", "T2S-32-A", "480 V, 32 A", "IEC 62196-2", "KEMA 71-102345"),
    ("Terminal block", "Klemmer", "TB-10", "600 V, 57 A", "IEC 60947-7-1", "VDE 40009876"),
    ("PCB", "Guangda Circuits", "GD-M2", "V-0, 130 °C", "UL 796", "UL E251781"),
    ("Enclosure", "Polymax", "PC/ABS 945", "V-0, 80 °C", "UL 94", "UL E45329"),
    ("Power supply", "Minwell", "IRM-20-12", "12 V, 1.8 A", "IEC 62368-1", "TÜV R 50321111"),
)


EMC_ITEMS = (
    "Conducted emission, AC mains port",
    "Radiated emission, 30 MHz to 1 GHz",
    "Harmonic current emission",
    "Voltage fluctuations and flicker",
    "Electrostatic discharge immunity",
    "Radiated RF field immunity",
    "Electrical fast transient / burst immunity",
    "Surge immunity",
    "Conducted RF immunity",
    "Voltage dips and interruptions",
)


RADIO_ITEMS = (
    "RF output power",
    "Power spectral density",
    "Occupied channel bandwidth",
    "Transmitter unwanted emissions, out-of-band",
    "Transmitter unwanted emissions, spurious",
    "Receiver spurious emissions",
    "Receiver blocking",
    "Adaptivity",
)

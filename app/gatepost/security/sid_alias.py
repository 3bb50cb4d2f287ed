"""The two-letter SID aliases of SDDL ([MS-DTYP] 2.5.1.1, and the newer ones of sddl.h)."""

from __future__ import annotations

# fmt: off
# Without the leading "S-1-".
ABSOLUTE_ALIASES = {
    "WD": "1-0", "CO": "3-0", "CG": "3-1", "OW": "3-4", "NU": "5-2", "IU": "5-4", "SU": "5-6", "AN": "5-7",
    "ED": "5-9", "PS": "5-10", "AU": "5-11", "RC": "5-12", "SY": "5-18", "LS": "5-19", "NS": "5-20",
    "BA": "5-32-544", "BU": "5-32-545", "BG": "5-32-546", "PU": "5-32-547", "AO": "5-32-548", "SO": "5-32-549",
    "PO": "5-32-550", "BO": "5-32-551", "RE": "5-32-552", "RU": "5-32-554", "RD": "5-32-555", "NO": "5-32-556",
    "MU": "5-32-558", "LU": "5-32-559", "IS": "5-32-568", "CY": "5-32-569", "ER": "5-32-573", "CD": "5-32-574",
    "RA": "5-32-575", "ES": "5-32-576", "MS": "5-32-577", "HA": "5-32-578", "AA": "5-32-579", "RM": "5-32-580",
    "WR": "5-33", "UD": "5-84-0-0-0-0-0", "AC": "15-2-1", "LW": "16-4096", "ME": "16-8192", "MP": "16-8448",
    "HI": "16-12288", "SI": "16-16384", "AS": "18-1", "SS": "18-2",
}
# Accounts of the machine, its domain or the forest root: the relative identifier alone is known.
RELATIVE_ALIASES = {
    "RO": 498, "LA": 500, "LG": 501, "DA": 512, "DU": 513, "DG": 514, "DC": 515, "DD": 516, "CA": 517, "SA": 518,
    "EA": 519, "PA": 520, "CN": 522, "AP": 525, "KA": 526, "EK": 527, "RS": 553,
}
# fmt: on
MACHINE_ALIASES = frozenset({"LA", "LG"})
FOREST_ALIASES = frozenset({"EA", "SA", "EK", "RO"})  # of the root domain of the forest

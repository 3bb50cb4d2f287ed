"""Text of a host that must move no cursor and turn no line on its way to a terminal, a log and a report."""

CSI, OVERRIDE = "\x9b", "\u202e"  # begins a terminal's command in one octet; turns what follows around
NASTY = f"a{CSI}31mb{OVERRIDE}c"
CLEAN = "a\u27e8U+009B\u27e931mb\u27e8U+202E\u27e9c"

"""The manual page, from the command line's own description, so that the two cannot drift apart."""

import argparse
import re

from gatepost import __version__
from gatepost.__main__ import parser

FILES = r"""
.TP
.I ~/.local/share/Gatepost
History, settings, hosts, snapshots and logs. \fB\-\-data\-folder\fR or \fBGATEPOST_DATA\fR name another folder.
"""
STATUS = """
.TP
.B 0
Success.
.TP
.B 1
Something failed: for example, a host couldn't be read or a file couldn't be written.
.TP
.B 2
The arguments are wrong, or there is no display.
"""


def manual_page() -> str:
    """Return gatepost(1) in roff."""
    described = parser()
    options = "".join(_option(action) for action in described._actions if action.help != argparse.SUPPRESS)
    return (
        f'.TH GATEPOST 1 "" "Gatepost {_text(__version__)}"\n'
        f".SH NAME\ngatepost, gatepost-window \\- permissions of PowerShell session configurations\n"
        f".SH SYNOPSIS\n.B gatepost\n[\\fIoptions\\fR]\n"
        f".SH DESCRIPTION\n{_text(described.description or '')}\n"
        f".SH OPTIONS\n{options}"
        f".SH FILES{FILES}"
        f".SH EXIT STATUS{STATUS}"
    )


def _option(action: argparse.Action) -> str:
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in action.option_strings)
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    argument = rf" \fI{_text(str(value))}\fR" if action.nargs != 0 and value else ""
    return f".TP\n{names}{argument}\n{_text((action.help or '') % vars(action))}\n"


def _text(plain: str) -> str:
    escaped = re.sub(r"([\\-])", r"\\\1", plain)
    return re.sub(r"(?m)^([.'])", r"\\&\1", escaped)

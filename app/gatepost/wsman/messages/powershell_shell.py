"""Request that opens a PowerShell session: a shell whose creation XML carries the first two PSRP messages.

[MS-PSRP] 3.1.5.3.2: the capabilities of the client, and the runspace pool it asks for; 2.2.4 how they are cut and
wrapped. Nothing more is ever sent: the shell is closed before anything could run in it.
"""

from __future__ import annotations

import base64
import struct
import uuid

from lxml import etree

SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
_PROTOCOL = "2.3"
OPTIONS = {"protocolversion": _PROTOCOL}
_POWERSHELL = "http://schemas.microsoft.com/powershell"
_TO_SERVER = 2
_SESSION_CAPABILITY, _INIT_RUNSPACEPOOL = 0x00010002, 0x00010004
_START_AND_END = 3
_NO_PIPELINE = uuid.UUID(int=0)
_CAPABILITY = (
    f'<Obj RefId="0"><MS><Version N="protocolversion">{_PROTOCOL}</Version><Version N="PSVersion">2.0</Version>'
    '<Version N="SerializationVersion">1.1.0.1</Version></MS></Obj>'
)
_ENUM = (
    '<Obj N="{name}" RefId="{ref}"><TN RefId="{ref}"><T>{type}</T><T>System.Enum</T><T>System.ValueType</T>'
    "<T>System.Object</T></TN><ToString>{text}</ToString><I32>{value}</I32></Obj>"
)
_POOL = (
    '<Obj RefId="0"><MS><I32 N="MinRunspaces">1</I32><I32 N="MaxRunspaces">1</I32>'
    + _ENUM.format(
        name="PSThreadOptions",
        ref=1,
        type="System.Management.Automation.Runspaces.PSThreadOptions",
        text="Default",
        value=0,
    )
    + _ENUM.format(name="ApartmentState", ref=2, type="System.Threading.ApartmentState", text="Unknown", value=2)
    + '<Obj N="HostInfo" RefId="3"><MS><B N="_isHostNull">true</B><B N="_isHostUINull">true</B>'
    '<B N="_isHostRawUINull">true</B><B N="_useRunspaceHost">true</B></MS></Obj>'
    '<Nil N="ApplicationArguments"/></MS></Obj>'
)


def new_shell_id() -> str:
    """An identifier that no other shell has; the client chooses it."""
    return str(uuid.uuid4()).upper()


def shell_document(shell_id: str) -> bytes:
    """The ``Shell`` element to create; ``shell_id`` comes from ``new_shell_id``."""
    pool = uuid.UUID(shell_id)
    first = _fragment(1, _message(_SESSION_CAPABILITY, pool, _CAPABILITY))
    second = _fragment(2, _message(_INIT_RUNSPACEPOOL, pool, _POOL))
    shell = etree.Element(f"{{{SHELL}}}Shell", ShellId=shell_id, Name="Gatepost", nsmap={"rsp": SHELL})
    etree.SubElement(shell, f"{{{SHELL}}}InputStreams").text = "stdin pr"
    etree.SubElement(shell, f"{{{SHELL}}}OutputStreams").text = "stdout"
    creation = etree.SubElement(shell, f"{{{_POWERSHELL}}}creationXml", nsmap={None: _POWERSHELL})  # type: ignore[dict-item]
    creation.text = base64.b64encode(first + second).decode("ascii")
    return etree.tostring(shell, encoding="utf-8")


def _message(kind: int, pool: uuid.UUID, data: str) -> bytes:
    """[MS-PSRP] 2.2.1: little-endian numbers and identifiers, then CLIXML."""
    return struct.pack("<II", _TO_SERVER, kind) + pool.bytes_le + _NO_PIPELINE.bytes_le + data.encode("utf-8")


def _fragment(number: int, message: bytes) -> bytes:
    """[MS-PSRP] 2.2.4: one message in one piece; these numbers are big-endian."""
    return struct.pack(">QQBI", number, 0, _START_AND_END, len(message)) + message

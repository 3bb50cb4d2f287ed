"""pypsrp's WS-Management client, an implementation nobody here wrote, aimed at a practice host."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # noqa: TID251 - what pypsrp takes and gives
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from pypsrp.wsman import SelectorSet, WSMan

from tests.practice.host_process import PracticeProcess

BASE = "http://schemas.microsoft.com/wbem/wsman/1/"
PLUGIN_NS = "{http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration}"
N = "{http://schemas.xmlsoap.org/ws/2004/09/enumeration}"
W = "{http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd}"
RSP = "{http://schemas.microsoft.com/wbem/wsman/1/windows/shell}"
POWERSHELL = "http://schemas.microsoft.com/powershell/"


class Client:
    """The operations of the tests, in terms of pypsrp's."""

    def __init__(self, wsman: WSMan) -> None:
        self.wsman = wsman

    def get(self, tail: str, **selectors: str) -> ET.Element:
        return self.wsman.get(BASE + tail, selector_set=_selectors(selectors))[0]

    def put(self, tail: str, document: ET.Element, **selectors: str) -> ET.Element:
        return self.wsman.put(BASE + tail, document, selector_set=_selectors(selectors))[0]

    def plugin(self, name: str) -> ET.Element:
        return self.get("config/plugin", Name=name)

    def enumerate(self, most: int | None = 32000) -> tuple[list[ET.Element], int]:
        """List the plug-ins; return them and how many Pulls it took. ``most`` None: not optimised."""
        request = ET.Element(N + "Enumerate")
        if most is not None:
            ET.SubElement(request, W + "OptimizeEnumeration")
            ET.SubElement(request, W + "MaxElements").text = str(most)
        reply = self.wsman.enumerate(BASE + "config/plugin", request)[0]
        items = list(reply.find(W + "Items") if reply.find(W + "Items") is not None else [])
        pulls = 0
        while reply.find(N + "EndOfSequence") is None and reply.find(W + "EndOfSequence") is None:
            pulls += 1
            reply = self.pull(reply.findtext(N + "EnumerationContext"), most or 1)
            items += list(reply.find(N + "Items"))
        return items, pulls

    def pull(self, context: str, most: int = 32000) -> ET.Element:
        request = ET.Element(N + "Pull")
        ET.SubElement(request, N + "EnumerationContext").text = context
        ET.SubElement(request, N + "MaxElements").text = str(most)
        return self.wsman.pull(BASE + "config/plugin", request)[0]

    def open_shell(self, name: str) -> str:
        shell = ET.Element(RSP + "Shell")
        ET.SubElement(shell, RSP + "InputStreams").text = "stdin pr"
        body = self.wsman.create(POWERSHELL + name, shell)
        return str(body.findtext(f"{RSP}Shell/{RSP}ShellId"))

    def close_shell(self, name: str, shell_id: str) -> None:
        self.wsman.delete(POWERSHELL + name, selector_set=_selectors({"ShellId": shell_id}))


@contextmanager
def client(
    process: PracticeProcess, role: str = "administrator", interactive: bool = False, **options: Any
) -> Iterator[Client]:
    """Connect over NTLM with encryption, unless told otherwise."""
    user, password = process.account(role)
    url = urlsplit(process.interactive_url if interactive else process.url)
    options = {"auth": "ntlm", "no_proxy": True} | options
    wsman = WSMan(url.hostname, port=url.port, username=user, password=password, ssl=False, **options)
    try:
        yield Client(wsman)
    finally:
        wsman.close()


def security(document: ET.Element) -> ET.Element:
    """Return the first Security element of a plug-in document."""
    found = document.find(f"{PLUGIN_NS}Resources/{PLUGIN_NS}Resource/{PLUGIN_NS}Security")
    assert found is not None
    return found


def _selectors(values: dict[str, str]) -> SelectorSet | None:
    if not values:
        return None
    made = SelectorSet()
    for name, value in values.items():
        made.add_option(name, value)
    return made

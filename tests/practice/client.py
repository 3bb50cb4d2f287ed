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
        """List the plug-ins; return them and how many Pulls it took. ``most`` None: not optimized."""
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

    def listed(self, tail: str, wql: str = "") -> list[dict[str, str]]:
        """List a resource, or what a query chooses of WMI, as local name to text."""
        request = ET.Element(N + "Enumerate")
        ET.SubElement(request, W + "OptimizeEnumeration")
        ET.SubElement(request, W + "MaxElements").text = "32000"
        if wql:
            ET.SubElement(request, W + "Filter", Dialect=BASE + "WQL").text = wql
        reply = self.wsman.enumerate(BASE + tail, request)[0]
        return [fields(item) for item in reply.find(W + "Items")]

    def invoke(
        self, tail: str, method: str, selectors: dict[str, str] | None = None, **arguments: str
    ) -> dict[str, str]:
        """Call a method of WMI; return what it gives back."""
        uri = BASE + tail
        body = ET.Element(f"{{{uri}}}{method}_INPUT")
        for name, value in arguments.items():
            ET.SubElement(body, f"{{{uri}}}{name}").text = value
        reply = self.wsman.invoke(f"{uri}/{method}", uri, body, selector_set=_selectors(selectors or {}))
        return fields(reply.find("{http://www.w3.org/2003/05/soap-envelope}Body")[0])

    def create_listener(self, address: str = "*", transport: str = "HTTP", **values: str) -> None:
        uri = BASE + "config/listener"
        body = ET.Element(f"{{{uri}}}Listener")
        for name, value in values.items():
            ET.SubElement(body, f"{{{uri}}}{name}").text = value
        selectors = _selectors({"Address": address, "Transport": transport})
        self.wsman.create(uri, body, selector_set=selectors)

    def delete_listener(self, address: str = "*", transport: str = "HTTP") -> None:
        selectors = _selectors({"Address": address, "Transport": transport})
        self.wsman.delete(BASE + "config/listener", selector_set=selectors)

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


def fields(element: ET.Element) -> dict[str, str]:
    """Return what an instance or an output holds, by local name; several of one name are joined by commas."""
    found: dict[str, str] = {}
    for child in element:
        name = child.tag.rpartition("}")[2]
        found[name] = f"{found[name]},{child.text}" if name in found else child.text or ""
    return found


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

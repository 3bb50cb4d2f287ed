"""Try doors: open and close a real shell on an endpoint by pypsrp, as one account and by one way in."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # noqa: TID251 - what pypsrp takes and gives
from types import TracebackType
from urllib.parse import urlsplit

from pypsrp.exceptions import WSManFaultError
from pypsrp.wsman import SelectorSet, WSMan

from tests.practice.host_process import PracticeProcess

POWERSHELL = "http://schemas.microsoft.com/powershell/"
WINRS = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd"
REFUSALS = (5, 2150859235)  # access denied, the plug-in is disabled
_RSP = "{http://schemas.microsoft.com/wbem/wsman/1/windows/shell}"


class Doors:
    """A practice host and one warm connection for each account and way in; a context manager.

    Basic by default: what is tried is who gets in, many thousand times, not how one logs on.
    """

    def __init__(self, process: PracticeProcess, **options: object) -> None:
        self._process = process
        self._options = {"auth": "basic", "encryption": "never", "no_proxy": True} | options
        self._connections: dict[tuple[str, bool], WSMan] = {}
        self.tries = 0

    def opens(self, user: str, interactive: bool, uri: str) -> bool:
        """Whether the host opens a shell for this URI; anything but a yes or a plain no is raised."""
        wsman = self._connection(user, interactive)
        self.tries += 1
        shell = ET.Element(_RSP + "Shell")
        ET.SubElement(shell, _RSP + "InputStreams").text = "stdin pr"
        try:
            body = wsman.create(uri, shell)
        except WSManFaultError as error:
            if error.code in REFUSALS:
                return False
            raise
        selectors = SelectorSet()
        selectors.add_option("ShellId", str(body.findtext(f"{_RSP}Shell/{_RSP}ShellId")))
        wsman.delete(uri, selector_set=selectors)
        return True

    def _connection(self, user: str, interactive: bool) -> WSMan:
        known = self._connections.get((user, interactive))
        if known is None:
            process = self._process
            password = next(a["password"] for a in process.info["accounts"] if a["user"] == user)
            url = urlsplit(process.interactive_url if interactive else process.url)
            known = WSMan(url.hostname, port=url.port, username=user, password=password, ssl=False, **self._options)
            self._connections[user, interactive] = known
        return known

    def __enter__(self) -> Doors:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for wsman in self._connections.values():
            wsman.close()

"""Reading a host's facts, settings and files, each part by itself: what cannot be read does not stop the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.host.refusals import MethodFailed
from gatepost.backend.host.settings_client import SettingsClient
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError, Result
from gatepost.endpoints.host.enable_steps import EnableState
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.facts import ComputerFacts, HostFacts, SystemFacts
from gatepost.endpoints.host.instance import Instance, read_instance, read_root_sddl
from gatepost.endpoints.text import BACKEND
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError, WsmanFault
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages import uris

_WINDOWS_POWERSHELL = r"SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine"
_WINDOWS_POWERSHELL_2 = r"SOFTWARE\Microsoft\PowerShell\1\PowerShellEngine"
_POWERSHELL_CORE = r"SOFTWARE\Microsoft\PowerShellCore\InstalledVersions"
_MOST_VERSIONS = 50
_WINDOWS_FOLDER = re.compile(r"%(?:windir|systemroot)%", re.IGNORECASE)
T = TypeVar("T")


class HostReader:
    """Reads one host, each part by itself; what cannot be read is an error in its place."""

    def __init__(self, transport: Transport, host_name: str) -> None:
        self._transport = transport
        self._settings = SettingsClient(transport)
        self._host_name = host_name

    def facts(self, context: WorkContext) -> HostFacts:
        """Read what the host is. Raises nothing but Cancelled."""
        parts = PartialReading(self._host_name, context)
        return HostFacts(
            system=parts.read(lambda: SystemFacts.of(self._operating_system())),
            computer=parts.read(self._computer),
            powershell=parts.read(lambda: self._powershell(context)),
            root_sddl=parts.read(lambda: read_root_sddl(self._transport.get(uris.CONFIG_SERVICE, {}))),
            listeners=parts.read(self._settings.listeners),
        )

    def exposure(self, context: WorkContext) -> RemainingExposure:
        """Read what stays open after Disable-PSRemoting. Raises nothing but Cancelled."""
        return self._exposure(PartialReading(self._host_name, context))

    def enable_state(self, context: WorkContext) -> EnableState:
        """Read what Enable would find. Raises nothing but Cancelled."""
        parts = PartialReading(self._host_name, context)
        return EnableState(self._exposure(parts), parts.read(self._settings.analysis))

    def missing_files(self, files: Iterable[str], context: WorkContext) -> frozenset[str]:
        """Return which of these files are gone from the host; one that it would not tell of is left out.

        Environment variables in a path stand for those of Windows. Raises nothing but Cancelled.
        """
        missing: set[str] = set()
        try:
            windows = self._operating_system().word("WindowsDirectory")
            for file in dict.fromkeys(files):
                context.progress(0)
                path = _WINDOWS_FOLDER.sub(lambda _: windows, file)
                if windows and "%" not in path and not self._has_file(path):
                    missing.add(file)
        except (WsmanError, DocumentError):
            pass  # what is known so far counts
        return frozenset(missing)

    def _has_file(self, path: str) -> bool:
        """Whether the host has the file; a refusal other than "not found" says nothing, and counts as yes."""
        try:
            self._transport.get(uris.CIM_DATA_FILE, {"Name": path})
        except WsmanFault as fault:
            return fault.code != FaultCode.RESOURCE_NOT_FOUND
        return True

    def _exposure(self, parts: PartialReading) -> RemainingExposure:
        return RemainingExposure(
            carrier=self._settings.carrier,
            service=parts.read(self._settings.service),
            listeners=parts.read(self._settings.listeners),
            rules=parts.read(self._settings.rules),
            token_policy=parts.read(self._settings.token_policy),
        )

    def _operating_system(self) -> Instance:
        return read_instance(self._transport.get(uris.WIN32_OPERATING_SYSTEM, {}))

    def _computer(self) -> ComputerFacts:
        for document in self._transport.enumerate(uris.WIN32_COMPUTER_SYSTEM):
            return ComputerFacts.of(read_instance(document))
        raise DocumentError("The host names no computer.")

    def _powershell(self, context: WorkContext) -> tuple[str, ...]:
        """Windows PowerShell tells its version under 3 since 3.0; each PowerShell 6 and above has a key of its own."""
        versions = [self._registered(_WINDOWS_POWERSHELL, "PowerShellVersion")]
        if not versions[0]:
            versions = [self._registered(_WINDOWS_POWERSHELL_2, "PowerShellVersion")]
        for key in self._settings.read_registry("EnumKey", _POWERSHELL_CORE).texts("sNames")[:_MOST_VERSIONS]:
            context.progress(0)
            versions.append(self._registered(rf"{_POWERSHELL_CORE}\{key}", "SemanticVersion"))
        return tuple(version for version in versions if version)

    def _registered(self, key: str, value: str) -> str:
        return self._settings.read_registry("GetStringValue", key, value).word("sValue")


class PartialReading:
    """One reading of one host. Once the host is gone, the remaining parts fail at once instead of waiting."""

    def __init__(self, host_name: str, context: WorkContext) -> None:
        self._host_name = host_name
        self._context = context
        self._gone: HostError | None = None

    def read(self, ask: Callable[[], T]) -> Result[T]:
        """Return what was asked for, or why it is not known. Raises only what is a bug, or Cancelled."""
        self._context.token.raise_if_cancelled()
        if self._gone is not None:
            return self._gone
        try:
            return ask()
        except MethodFailed as failure:
            return HostError(BACKEND.tr("The host didn't say."), details=str(failure))
        except (WsmanError, DocumentError) as error:
            host_failure = host_error(error, self._host_name)
            if isinstance(error, WsmanError) and error.further_requests_pointless:
                self._gone = host_failure
            return host_failure

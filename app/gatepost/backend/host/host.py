"""A host as the window sees it: list its endpoints, apply a change set, name accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.host.principals import Principals
from gatepost.endpoints.configuration.access_mode_edit import needs_defaults
from gatepost.endpoints.configuration.plugin import (
    IncompletePlugin,
    OtherPlugin,
    plugin_name,
    read_plugin,
    sharing,
    uris_found,
)
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.host.instance import read_instance, read_root_sddl
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.journal_entry import ApplyReport, PlannedAction, WriteOutcome
from gatepost.work import WorkContext
from gatepost.wsman import Transport, assumptions
from gatepost.wsman.errors import ReplyError, UnsupportedService, WsmanError, WsmanFault
from gatepost.wsman.messages import uris

if TYPE_CHECKING:  # the first listing waits for none of these
    from gatepost.backend.host.host_reader import HostReader
    from gatepost.backend.host.subjects import SettingSubject, Subject
    from gatepost.backend.journal.journal import Journal
    from gatepost.endpoints.access.effective_access import SessionTestResult
    from gatepost.endpoints.host.setting_change_set import SettingChangeSet, SettingWrite
    from gatepost.endpoints.writes.change_set import ChangeSet
    from gatepost.endpoints.writes.journal_entry import JournalEntry

_VENDOR = "microsoft"


class Host:
    """One connected host. Not for two threads at once: give each host one lane."""

    def __init__(
        self,
        transport: Transport,
        journal: Journal,
        key: str,
        name: str,
        kind: HostKind = HostKind.REMOTE,
    ) -> None:
        self._transport = transport
        self._journal = journal
        self._needs_full_document: set[str] = set()
        self._read_before: dict[bytes, SessionConfiguration | OtherPlugin] = {}
        """What came complete with the last listing: 200 unchanged hosts are read again in 2.5 times what a bare client
        needs, without it in 3.4 times (``tests/bench``).
        """
        self._windows_version: str | None = None
        """Asked for once, where a change of a mode may write what differs by version; "" where the host would not tell."""
        self._key = key
        self._name = name
        self._kind = kind
        self.principals = Principals(transport, name)

    @property
    def identity(self) -> HostIdentity:
        """The host and who is logged on; a ticket's account and an automatic login are known once it was asked."""
        return HostIdentity(
            key=self._key,
            name=self._name,
            account=self._transport.account,
            authentication=self._transport.authentication,
            encrypted=self._transport.encrypted,
            kind=self._kind,
        )

    def read_snapshot(self, context: WorkContext) -> HostSnapshot:
        """Read all endpoints and RootSDDL: one Enumerate with its Pulls, and one Get.

        Raises:
            HostError: the host did not answer, refused, or answered something else. Nothing has changed.
            Cancelled: between two pages.
        """
        try:
            return self._read(context)
        except WsmanError as error:
            cause = _cause_of_fault(error, self._transport)
            raise host_error(cause, self.identity.name) from cause
        except DocumentError as error:
            raise host_error(error, self.identity.name) from error

    def apply(
        self, change_set: ChangeSet, reason: str, context: WorkContext, settings: tuple[SettingWrite, ...] = ()
    ) -> ApplyReport:
        """Write the changes one by one, each compared before and read back after, each in the journal.

        ``settings`` of the same action are written first. Nothing is raised for what a host does: the report says what
        is known of each.
        """
        from gatepost.backend.host.subjects import EndpointSubject

        action = PlannedAction(change_set.host, change_set.verb, reason, change_set.lineage)
        endpoints = [EndpointSubject(self._transport, change) for change in change_set.changes]
        report = self._carry_out(action, (*self._setting_subjects(settings), *endpoints), context)
        self._needs_full_document |= {endpoint.name for endpoint in endpoints if endpoint.needs_full_document}
        return report

    def change_settings(
        self, change_set: SettingChangeSet, identity: HostIdentity, reason: str, context: WorkContext
    ) -> ApplyReport:
        """Write the settings of a change set as ``apply`` does. The journal has them under ``identity``."""
        action = PlannedAction(identity, change_set.verb, reason, change_set.lineage)
        return self._carry_out(action, self._setting_subjects(change_set.writes), context)

    def reconcile_write(self, entry: JournalEntry) -> WriteOutcome:
        """Look at what an unsettled write has left here, note it in the journal, and return it.

        Raises:
            HostError: the host or the entry cannot be read, or the journal cannot be written; nothing is noted.
        """
        from gatepost.backend.host.reconcile_write import reconcile_write

        return reconcile_write(self._transport, self._journal, entry)

    @cached_property
    def reader(self) -> HostReader:
        """Reads the host's facts and settings."""
        from gatepost.backend.host.host_reader import HostReader

        return HostReader(self._transport, self._name)

    def interrupt(self) -> None:
        """End the request that is under way, for a read that was canceled. From any thread."""
        self._transport.interrupt()

    def test_session(self, configuration: SessionConfiguration) -> SessionTestResult:
        """Open a real session on an endpoint as the connected account, close it, and tell what the host said.

        It writes no configuration, so the journal holds nothing of it. Nothing is raised for what a host does.
        """
        from gatepost.backend.host.session_test import run_session_test

        return run_session_test(self._transport, self._name, configuration)

    def close(self) -> None:
        """End the connection. Nothing can be asked of the host afterward."""
        self._transport.close()

    def _carry_out(self, action: PlannedAction, subjects: tuple[Subject, ...], context: WorkContext) -> ApplyReport:
        from gatepost.backend.host.carry_out import CarryOut

        return CarryOut(action, subjects, self._journal).run(context)

    def _setting_subjects(self, writes: tuple[SettingWrite, ...]) -> tuple[SettingSubject, ...]:
        from gatepost.backend.host.settings_client import SettingsClient
        from gatepost.backend.host.subjects import SettingSubject

        client = SettingsClient(self._transport)
        return tuple(SettingSubject(client, write) for write in writes)

    def _read(self, context: WorkContext) -> HostSnapshot:
        plugins, damaged = self._plugins(context)
        configurations = [plugin for plugin in plugins if isinstance(plugin, SessionConfiguration)]
        others = [plugin for plugin in plugins if isinstance(plugin, OtherPlugin)]
        shared = sharing(configurations, (other.uris for other in others), (uris_found(item) for item, _ in damaged))
        root_sddl = read_root_sddl(self._transport.get(uris.CONFIG_SERVICE, {}))
        if self._windows_version is None and any(map(needs_defaults, configurations)):
            self._windows_version = self._read_windows_version()
        return HostSnapshot(
            self.identity,
            tuple(configurations),
            root_sddl,
            tuple(other.name for other in others),
            tuple(UnreadablePlugin(plugin_name(item), problem) for item, problem in damaged),
            needs_full_document=shared | self._needs_full_document | _always_full_document(configurations),
            windows_version=self._windows_version or "",
            read_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _plugins(
        self, context: WorkContext
    ) -> tuple[tuple[SessionConfiguration | OtherPlugin, ...], tuple[tuple[bytes, str], ...]]:
        """List every plug-in, and the documents that can't be read with what is wrong with each.

        One that was listed without its resources is read by a Get of its own.
        """
        plugins: list[SessionConfiguration | OtherPlugin] = []
        read: dict[bytes, SessionConfiguration | OtherPlugin] = {}
        damaged: list[tuple[bytes, str]] = []
        for item in self._transport.enumerate(uris.CONFIG_PLUGIN):
            context.progress(len(plugins))
            try:
                plugin = self._read_before.get(item) or read_plugin(item)
                if isinstance(plugin, IncompletePlugin) or not assumptions.PLUGINS_ARE_WHOLE:
                    plugins.append(self._plugin(plugin.name))
                else:
                    plugins.append(plugin)
                    read[item] = plugin
            except (DocumentError, WsmanFault) as error:  # one bad plug-in does not hide the others
                damaged.append((item, str(error)))
        self._read_before = read
        return tuple(plugins), tuple(damaged)

    def _plugin(self, name: str) -> SessionConfiguration | OtherPlugin:
        document = self._transport.get(uris.CONFIG_PLUGIN, {"Name": name})
        plugin = read_plugin(document)
        return SessionConfiguration.from_xml(document) if isinstance(plugin, IncompletePlugin) else plugin

    def _read_windows_version(self) -> str:
        try:
            return read_instance(self._transport.get(uris.WIN32_OPERATING_SYSTEM, {})).word("Version")
        except (WsmanFault, ReplyError, DocumentError):
            return ""


def _always_full_document(configurations: Iterable[SessionConfiguration]) -> frozenset[str]:
    """Return the endpoints whose descriptors are written with their whole documents, whatever the host would take."""
    return frozenset() if assumptions.SECURITY_ELEMENT_WRITABLE else frozenset(each.name for each in configurations)


def check_service(transport: Transport) -> None:
    """Ask the service what it is; OMI, Openwsman and management boards speak the same protocol.

    Raises:
        UnsupportedService: it names another vendor than that of Windows.
        WsmanError: it does not tell.
    """
    identity = transport.identify()
    vendor = identity.product_vendor.strip()
    if vendor and _VENDOR not in vendor.lower():
        raise UnsupportedService(f"{vendor} {identity.product_version}".strip())


def _cause_of_fault(error: WsmanError, transport: Transport) -> WsmanError:
    """What is behind a fault that has no Windows error code: another service, where it says that it is one."""
    if isinstance(error, WsmanFault) and error.code is None:
        try:
            check_service(transport)
        except UnsupportedService as other:
            return other
        except WsmanError:
            pass
    return error

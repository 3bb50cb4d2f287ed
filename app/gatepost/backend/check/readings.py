"""Questions of the host check that reading answers. Nothing on the host is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gatepost.backend.check.masking import Mask, fault_name
from gatepost.backend.check.questions import Question
from gatepost.backend.host.settings_client import LOCAL_MACHINE
from gatepost.endpoints.configuration.plugin import is_endpoint, plugin_name
from gatepost.endpoints.configuration.plugin_document import fingerprint, parse, securities
from gatepost.endpoints.host.instance import read_instance, read_root_sddl, write_instance
from gatepost.security import ADMINISTRATORS
from gatepost.wsman import assumptions
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.documents import parse as parse_any
from gatepost.wsman.messages.envelopes import Associated
from gatepost.wsman.messages.uris import XML_LANG, name

NO_SUCH_PLUGIN = "Gatepost.NoSuchPlugin"
NO_SUCH_SID = "S-1-5-21-1111111111-2222222222-3333333333-44444"
_QUOTA = "w:QuotaLimit"
_MOST_GETS = 60
_ACCOUNTS = ("Win32_UserAccount", "Win32_Group", "Win32_SystemAccount")


class Unanswered(Exception):
    """Why a question has no answer on this host."""


def observed_fault(fault: WsmanFault) -> str:
    """Say how a host refused: by the code of its fault, or by its kind."""
    if fault.code is not None:
        return f"fault {fault.code}"
    return f"fault {fault_name(fault.subcode)}" if fault.subcode else "fault without a code"


class Readings:
    """The questions to one host; the mask keeps what its documents look like."""

    def __init__(self, transport: WsmanClient, mask: Mask) -> None:
        self._transport = transport
        self._mask = mask
        self._pages = 0
        self._plugins: list[bytes] = []

    @property
    def probes(self) -> Mapping[Question, Callable[[], str]]:
        """What answers each question, in the words of its assumption."""
        return {
            Question.ITEMS: self._items,
            Question.PAGES: self._answers,
            Question.LANGUAGE: self._language,
            Question.RUN_AS_PASSWORD: self._run_as_password,
            Question.SECURITY_RESOURCE: self._security_resource,
            Question.UNKNOWN_PLUGIN: self._unknown_plugin,
            Question.BAD_FILTER: self._bad_filter,
            Question.UNKNOWN_SID: self._unknown_sid,
            Question.FIREWALL: self._firewall,
            Question.REGISTRY: self._registry,
            Question.ROOT_SDDL: self._root_sddl,
            Question.LISTENERS: self._listeners,
            Question.SERVICE: self._service,
            Question.SHELLS: self._shells,
            Question.MEMBERS: self._members,
            Question.SCHEDULED_TASKS: self._scheduled_tasks,
            Question.NOT_ADMINISTRATOR: self._not_administrator,
        }

    def windows(self) -> str:
        """The version of Windows, as in "10.0.20348"; learns the names of the host.

        Raises:
            WsmanError: the host does not tell.
        """
        system = read_instance(self._transport.get(uris.WIN32_OPERATING_SYSTEM, {}))
        self._mask.learn(system.text("CSName"))
        for document in self._transport.enumerate(uris.WIN32_COMPUTER_SYSTEM):
            computer = read_instance(document)
            self._mask.learn(*(computer.text(each) for each in ("Name", "DNSHostName", "Domain", "Workgroup")))
        return system.text("Version")

    def _items(self) -> str:
        before = self._transport.exchanges
        self._plugins = list(self._transport.enumerate(uris.CONFIG_PLUGIN))
        self._pages = self._transport.exchanges - before
        differing = 0
        for item in self._plugins[:_MOST_GETS]:
            plugin = plugin_name(item)
            if not _is_microsofts(plugin):
                self._mask.learn(plugin)
            own = self._transport.get(uris.CONFIG_PLUGIN, {"Name": plugin})
            differing += fingerprint(item) != fingerprint(own)
            if is_endpoint(own):
                self._mask.keep("an endpoint, by Enumerate", item)
                self._mask.keep("the same endpoint, by Get", own)
        compared = min(len(self._plugins), _MOST_GETS)
        return "equal" if not differing else f"{differing} of {compared} differ"

    def _answers(self) -> str:
        self._listed()
        return "all of them" if self._pages == 1 else f"{self._pages} answers for {len(self._plugins)}"

    def _listed(self) -> list[bytes]:
        if not self._plugins:
            raise Unanswered("the plug-ins could not be listed")
        return self._plugins

    def _language(self) -> str:
        return "yes" if any(XML_LANG in parse(item).attrib for item in self._listed()) else "no"

    def _run_as_password(self) -> str:
        configurations = [parse(item) for item in self._listed()]
        passwords = [each.get("RunAsPassword", "") for each in configurations if each.get("RunAsUser")]
        if not passwords:
            raise Unanswered("no plug-in has a RunAs user")
        return "something" if any(passwords) else "nothing"

    def _endpoint(self) -> bytes:
        for item in self._listed():
            own = self._transport.get(uris.CONFIG_PLUGIN, {"Name": plugin_name(item)})
            if is_endpoint(own) and len(securities(parse(own))) == 1:
                return own
        raise Unanswered("no endpoint has exactly one descriptor of its own")

    def _security_resource(self) -> str:
        (own,) = securities(parse(self._endpoint()))
        document = self._transport.get(uris.CONFIG_SERVICE_SECURITY, {"Uri": own.get("Uri", "")})
        self._mask.keep("a descriptor by config/service/security", document)
        alone = parse_any(document)
        same = (alone.get("Sddl"), alone.get("Uri")) == (own.get("Sddl"), own.get("Uri"))
        return "the same as config/plugin" if same else "something else"

    def _unknown_plugin(self) -> str:
        self._transport.get(uris.CONFIG_PLUGIN, {"Name": NO_SUCH_PLUGIN})
        return "not refused"

    def _bad_filter(self) -> str:
        list(self._transport.enumerate(uris.ALL_OF_CIMV2, "selec * fro Win32_Service"))
        return "not refused"

    def _unknown_sid(self) -> str:
        document = self._transport.get(uris.WIN32_SID, {"SID": NO_SUCH_SID})
        self._mask.keep("an unknown SID", document)
        return (
            "an instance with a name" if read_instance(document).text("AccountName") else Question.UNKNOWN_SID.assumed
        )

    def _firewall(self) -> str:
        rules = list(self._transport.enumerate(uris.ALL_OF_STANDARD_CIMV2, assumptions.FIREWALL_RULES))
        for rule in rules[:1]:
            self._mask.keep("a firewall rule", rule)
        return "yes" if rules else "none was found"

    def _registry(self) -> str:
        key = {"hDefKey": LOCAL_MACHINE, "sSubKeyName": r"SOFTWARE\Microsoft\PowerShell"}
        body = write_instance(uris.REGISTRY, "EnumKey_INPUT", key)
        answer = self._transport.invoke(uris.REGISTRY, "EnumKey", {}, body)
        self._mask.keep("an answer of StdRegProv", answer)
        return "yes"

    def _root_sddl(self) -> str:
        document = self._transport.get(uris.CONFIG_SERVICE, {})
        self._mask.keep("config/service", document)
        return "yes" if read_root_sddl(document) else "no"

    def _listeners(self) -> str:
        listeners = list(self._transport.enumerate(uris.CONFIG_LISTENER))
        if not listeners:
            raise Unanswered("the host has no listener")
        self._mask.keep("a listener", listeners[0])
        tags = {parse_any(each).tag for each in listeners}
        return "yes" if tags == {name(uris.CONFIG_LISTENER, "Listener")} else "in another namespace"

    def _service(self) -> str:
        document = self._transport.get(uris.WIN32_SERVICE, {"Name": "WinRM"})
        self._mask.keep("the service", document)
        service = read_instance(document)
        return "yes" if service.text("State") and service.text("StartMode") else "no"

    def _shells(self) -> str:
        for shell in self._transport.enumerate(uris.WINDOWS_SHELL):
            self._mask.keep("an open shell", shell)
        return "yes"

    def _members(self) -> str:
        system = read_instance(self._transport.get(uris.WIN32_OPERATING_SYSTEM, {}))
        group = read_instance(self._transport.get(uris.WIN32_SID, {"SID": str(ADMINISTRATORS)})).text("AccountName")
        selectors = {"Domain": system.text("CSName"), "Name": group}
        query = Associated(uris.WIN32_GROUP, selectors, "Win32_GroupUser", "GroupComponent", "PartComponent")
        members = list(self._transport.associated(query))
        if not members:
            raise Unanswered("the administrators have no members")
        self._mask.keep("a member of the administrators", members[0])
        instances = [read_instance(member) for member in members]
        return (
            Question.MEMBERS.assumed if all(m.name in _ACCOUNTS and m.text("SID") for m in instances) else "otherwise"
        )

    def _not_administrator(self) -> str:
        """Answered where the check runs as such an account, which can read nothing else then."""
        try:
            self._transport.get(uris.CONFIG_SERVICE, {})
        except WsmanFault as fault:
            if fault.timed_out or fault.subcode == _QUOTA:
                raise
            return observed_fault(fault)
        raise Unanswered("the account is an administrator; repeat the check with one that isn't")

    def _scheduled_tasks(self) -> str:
        list(self._transport.enumerate(uris.SCHEDULED_TASKS))
        return "yes"


def _is_microsofts(plugin: str) -> bool:
    return plugin.lower().startswith(("microsoft.", "powershell.")) or plugin in ("SEL Plugin", "WMI Provider")

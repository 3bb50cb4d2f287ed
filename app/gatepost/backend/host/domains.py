"""Domains of a host and their SIDs."""

from __future__ import annotations

from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.facts import ComputerFacts
from gatepost.endpoints.host.instance import read_account, read_instance
from gatepost.security import NO_DOMAINS, HostDomains, SddlError, Sid
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.messages import uris

_MEMBER_ROLES = (1, 3)  # DomainRole: workstation or server in a domain
_CONTROLLER_ROLES = (4, 5)
# The one account whose name is the same in every language, and that only a domain has.
_OF_EVERY_DOMAIN = "krbtgt"
_LOCAL_USERS = "select * from Win32_UserAccount where LocalAccount = TRUE"


class Domains:
    """Domain and machine SIDs of one host, read once. Not for two threads at once."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._computer: ComputerFacts | None = None
        self._found = NO_DOMAINS

    def names(self) -> tuple[str, ...]:
        """The names of the host's domain, the short one first; none where it is in no domain."""
        computer = self._computer_facts()
        if computer is None or computer.role not in (*_MEMBER_ROLES, *_CONTROLLER_ROLES) or not computer.domain:
            return ()
        return tuple(dict.fromkeys((computer.domain.partition(".")[0].upper(), computer.domain)))

    def sids(self) -> HostDomains:
        """The domain SIDs of the host's own accounts and of its domain, each as far as the host tells."""
        if self._found == NO_DOMAINS:
            domain = next((sid for name in self.names() if (sid := self._domain_sid(name)) is not None), None)
            computer = self._computer_facts()
            is_controller = computer is not None and computer.role in _CONTROLLER_ROLES
            self._found = HostDomains(domain if is_controller else self._machine_sid(), domain)
        return self._found

    def _computer_facts(self) -> ComputerFacts | None:
        if self._computer is None:
            try:
                for document in self._transport.enumerate(uris.WIN32_COMPUTER_SYSTEM):
                    self._computer = ComputerFacts.of(read_instance(document))
            except (WsmanError, DocumentError):
                return None
        return self._computer

    def _domain_sid(self, domain: str) -> Sid | None:
        try:
            return _domain_of(self._transport.get(uris.WIN32_USER, {"Domain": domain, "Name": _OF_EVERY_DOMAIN}))
        except WsmanError:
            return None

    def _machine_sid(self) -> Sid | None:
        try:
            for document in self._transport.enumerate(uris.ALL_OF_CIMV2, _LOCAL_USERS):
                if (sid := _domain_of(document)) is not None:
                    return sid
        except (WsmanError, DocumentError):
            return None
        return None


def _domain_of(account: bytes) -> Sid | None:
    """The domain of an account's SID (``S-1-5-21-x-y-z``)."""
    try:
        sid = Sid.parse(read_account(account).sid)
    except (DocumentError, SddlError):
        return None
    if sid.rid is None or len(sid.sub_authorities) != 5:
        return None
    return Sid(sid.authority, sid.sub_authorities[:-1])

"""Account lookup on a host: names for SIDs and SIDs for names, cached while it is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.host.domains import Domains
from gatepost.endpoints.configuration.plugin_document import DocumentError, check_storable
from gatepost.endpoints.configuration.principal import (
    AccountName,
    Principal,
    read_account_name,
    sid_in,
    well_known_principals,
)
from gatepost.endpoints.host.instance import read_account, read_sid_name
from gatepost.security import HostDomains, SddlError
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.errors import ReplyError, WsmanError, WsmanFault
from gatepost.wsman.fault_codes import denies_access
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.uris import wql_literal


class Principals:
    """Account lookup of one host. Not for two threads at once."""

    def __init__(self, transport: Transport, host_name: str) -> None:
        self._transport = transport
        self._domains = Domains(transport)
        self._host_name = host_name
        self._names: dict[str, str] = {}
        self._found: dict[str, tuple[Principal, ...]] = {}

    def names(self, sids: Iterable[str], context: WorkContext) -> Mapping[str, str]:
        """Return the names that the host has for these SIDs; those it does not know are left out ([Win32_SID])."""
        names: dict[str, str] = {}
        unnamed = list(sids)
        for number, sid in enumerate(unnamed):
            context.progress(number, len(unnamed))
            try:
                name = self._name(sid)
            except (WsmanFault, ReplyError, DocumentError):
                continue  # a SID without a name stays a SID
            except WsmanError:
                break  # the host is gone: what was found is kept
            if name:
                names[sid] = name
        return names

    def find(self, typed: str, context: WorkContext) -> tuple[Principal, ...]:
        """Return who may be meant by a name or SID, each SID once; nobody where the host knows no such account.

        Raises:
            HostError: the host could not be asked, or refuses to tell.
        """
        try:
            check_storable(typed)
        except SddlError:
            return ()  # no account's name holds such a character, and a request cannot carry it
        key = typed.strip().lower()
        if key not in self._found:
            principals = self._look_up(typed.strip(), context) if key else ()
            if not principals:
                return ()  # asked again next time: the account may have been made by then
            self._found[key] = principals
        return self._found[key]

    def _look_up(self, typed: str, context: WorkContext) -> tuple[Principal, ...]:
        sid = sid_in(typed)
        if sid is not None:
            return (Principal(sid, self.names([sid], context).get(sid, "")),)
        by_sid = {
            principal.sid: Principal(principal.sid, self._names.get(principal.sid) or principal.name)
            for principal in well_known_principals(typed)
        }
        account_name = read_account_name(typed)
        try:
            for account, is_asked_for in self._accounts(account_name, context):
                name = self.names([account.sid], context).get(account.sid) or account.name
                if account.sid not in by_sid and (is_asked_for or _fits(name, account_name)):
                    by_sid[account.sid] = Principal(account.sid, name)
        except WsmanFault as fault:
            if not by_sid:
                raise host_error(fault, self._host_name) from fault
        except (WsmanError, DocumentError) as error:
            raise host_error(error, self._host_name) from error
        return tuple(by_sid.values())

    def _accounts(self, account_name: AccountName, context: WorkContext) -> Iterator[tuple[Principal, bool]]:
        """Ask for the keys where a domain is known: a query without one would go through a whole domain.

        With each, whether it was asked for by its domain: the host may call that by a short name of its own.

        Raises:
            WsmanFault: at the end, where one of the questions was not answered.
        """
        unanswered: WsmanFault | None = None
        for domain in account_name.domains or self._own_domains():
            for resource in (uris.WIN32_USER, uris.WIN32_GROUP):
                context.progress(0)
                try:
                    document = self._transport.get(resource, {"Domain": domain, "Name": account_name.name})
                except WsmanFault as fault:
                    if denies_access(fault.code, fault.subcode):
                        raise
                    if fault.may_have_changed_host:  # as a timeout: it does not prove that there is none of that name
                        unanswered = unanswered or fault
                    continue
                yield from ((account, True) for account in _principal(document))
        query = f"select * from Win32_Account where LocalAccount = TRUE and Name = {wql_literal(account_name.name)}"  # noqa: S608
        for document in self._transport.enumerate(uris.ALL_OF_CIMV2, query):
            yield from ((account, False) for account in _principal(document))
        if unanswered is not None:
            raise unanswered

    def domains(self) -> HostDomains:
        """Return the SIDs behind the aliases in the host's descriptors, as far as it tells them."""
        return self._domains.sids()

    def _own_domains(self) -> tuple[str, ...]:
        """A name alone may also be one of the domain that we are known in, or of the host's own domain."""
        account, backslash, _ = self._transport.account.rpartition("\\")
        ours = [account] if backslash and account != "." else []
        names = {name.lower(): name for name in (*reversed(self._domains.names()), *ours)}
        return tuple(names.values())

    def _name(self, sid: str) -> str:
        if sid not in self._names:
            self._names[sid] = read_sid_name(self._transport.get(uris.WIN32_SID, {"SID": sid}))
        return self._names[sid]


def _principal(document: bytes) -> Iterator[Principal]:
    account = read_account(document)
    if account.sid:
        yield account


def _fits(name: str, account_name: AccountName) -> bool:
    r"""Whether an account of the host may be meant: ``OTHER\Administrators`` does not mean the host's own."""
    if not account_name.domains or account_name.is_local:
        return True
    domain = name.rpartition("\\")[0].lower()
    return domain in (given.lower() for given in account_name.domains)

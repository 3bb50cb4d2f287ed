"""Resources config/plugin and config/service/security ([MS-WSMV] 3.1.4.2 to 3.1.4.5, 4.2.4).

Assumed: that a plug-in that was created takes sessions at once, and that one that was deleted takes none.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from lxml import etree

from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.plugin import Plugin, Resource, Security, read_plugin
from gatepost.practice.state.stored_document import normalized, security_elements
from gatepost.practice.state.validation import check_element, check_plugin, check_security
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import CONFIG_PROVIDER, Fault
from gatepost.practice.wire.markup import quoted
from gatepost.practice.wire.soap import Request, created, only_selector, parse_xml


class PluginConfiguration:
    """The resources config/plugin and config/service/security."""

    def __init__(self, state: PracticeState) -> None:
        """Serve a state. The caller holds its lock."""
        self._state = state

    def get_plugin(self, request: Request) -> str:
        """Return a PlugInConfiguration.

        Raises:
            Fault: the selectors name no plug-in.
        """
        return self._selected(request).document.decode()

    def put_plugin(self, request: Request) -> str:
        """Replace a PlugInConfiguration; return it as it is then stored.

        Raises:
            Fault: the document or its RunAs credential is refused; the stored one stays.
        """
        old = self._selected(request)
        root = self._checked_document(request)
        if root.get("Name", "").lower() != old.name.lower():
            raise Fault(faults.INVALID_VALUE, CONFIG_PROVIDER, "The name of a plug-in cannot be changed.")
        secret = self._verified_secret(root, old)
        new = replace(old.with_document(normalized(root)), run_as_password=secret)
        self._state.store(new)
        return new.document.decode()

    def create_plugin(self, request: Request) -> str:
        """Add a plug-in; return its address.

        Raises:
            Fault: there is one of that name, or the document is refused.
        """
        name = only_selector(request, "name")
        if self._state.plugin(name) is not None:
            raise Fault(faults.ALREADY_EXISTS, CONFIG_PROVIDER)
        root = self._checked_document(request)
        if root.get("Name", "").lower() != name.lower():
            raise Fault(faults.INVALID_VALUE, CONFIG_PROVIDER, "The name in the document is another one.")
        new = read_plugin(normalized(root))
        secret = root.get("RunAsPassword", "")
        if new.run_as_user and not self._is_account(new.run_as_user, secret):
            raise Fault(faults.RUN_AS_NOT_VERIFIED, CONFIG_PROVIDER)
        self._state.store(replace(new, run_as_password=secret))
        return created(names.CONFIG_PLUGIN, {"Name": new.name})

    def delete_plugin(self, request: Request) -> str:
        """Remove a plug-in.

        Raises:
            Fault: the selectors name none.
        """
        self._state.remove(self._selected(request))
        return ""

    def get_security(self, request: Request) -> str:
        """Return the Security element of a resource URI.

        Raises:
            Fault: no plug-in has one for it.
        """
        _plugin, resource, security, _index = self._selected_security(request)
        exact = str(security.exact_match).lower()
        return (
            f'<Security xmlns="{names.PLUGIN}" Uri={quoted(security.uri or resource.uri)}'
            f' ExactMatch="{exact}" Sddl={quoted(security.sddl)}/>'
        )

    def put_security(self, request: Request) -> str:
        """Replace the descriptor of a resource URI; return the whole PlugInConfiguration.

        Raises:
            Fault: the element is refused, or there is none to replace; nothing has changed.
        """
        plugin, resource, _security, index = self._selected_security(request)
        if request.body is None:
            raise Fault(faults.INVALID_REPRESENTATION, CONFIG_PROVIDER)
        check_element(request.body, "Security")
        check_security(request.body, resource.uri)
        root = parse_xml(plugin.document)
        element = security_elements(root)[index]
        for name in ("Sddl", "ExactMatch"):
            if request.body.get(name) is not None:
                element.set(name, str(request.body.get(name)))
        new = plugin.with_document(normalized(root))
        self._state.store(new)
        return new.document.decode()

    def _checked_document(self, request: Request) -> etree._Element:
        if request.body is None:
            raise Fault(faults.INVALID_REPRESENTATION, CONFIG_PROVIDER)
        root = deepcopy(request.body)
        root.tail = None
        check_plugin(root)
        return root

    def _selected(self, request: Request) -> Plugin:
        plugin = self._state.plugin(only_selector(request, "name"))
        if plugin is None:
            raise Fault(faults.NOT_FOUND, CONFIG_PROVIDER)
        return plugin

    def _selected_security(self, request: Request) -> tuple[Plugin, Resource, Security, int]:
        """Return the Security that a Uri selector names, and its place among those of its plug-in."""
        uri = only_selector(request, "uri").lower()
        known = False
        for plugin in self._state.plugins:
            index = 0
            for resource in plugin.resources:
                known = known or resource.uri.lower() == uri
                for security in resource.securities:
                    if (security.uri or resource.uri).lower() == uri:
                        return plugin, resource, security, index
                    index += 1
        is_write = request.action == names.PUT and not known
        raise Fault(faults.SECURITY_NOT_CHANGEABLE if is_write else faults.NOT_FOUND, CONFIG_PROVIDER)

    def _verified_secret(self, root: etree._Element, old: Plugin) -> str:
        """Return the RunAs password to store; an empty one beside an unchanged user keeps the stored one.

        The service verifies the credential on every write that carries it, so a password that has
        changed in the domain since makes even an unrelated edit fail.
        """
        user, password = root.get("RunAsUser", ""), root.get("RunAsPassword", "")
        if not user:
            return ""
        unchanged = user.lower() == old.run_as_user.lower()
        password = password or (old.run_as_password if unchanged else "")
        stale = unchanged and old.run_as_stale
        if stale or not ((unchanged and password == old.run_as_password) or self._is_account(user, password)):
            raise Fault(faults.RUN_AS_NOT_VERIFIED, CONFIG_PROVIDER)
        return password

    def _is_account(self, user: str, password: str) -> bool:
        accounts = self._state.scenario.accounts
        return any(account.user.lower() == user.lower() and account.password == password for account in accounts)

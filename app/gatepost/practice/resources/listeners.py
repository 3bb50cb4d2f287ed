"""Listeners of the configuration: Enumerate, Get, Put, Create, Delete ([MS-WSMV] 3.1.4.2 to 3.1.4.5, 2.2.4.18).

Seen are the document, that both selectors name one, and that ListeningOn must not be written. Assumed: that the
attribute Source tells of a policy, and the SOAP subcodes of the refusals.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.machine import DEFAULT_PORTS, HTTPS, WinrmListener
from gatepost.practice.state.plugin import is_true
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import CONFIG_PROVIDER, Fault
from gatepost.practice.wire.markup import escape
from gatepost.practice.wire.soap import Request, created

_FIELDS = ("Port", "Hostname", "Enabled", "URLPrefix", "CertificateThumbprint", "Address", "Transport")


class ListenerConfiguration:
    """The resource config/listener."""

    def __init__(self, state: PracticeState) -> None:
        """Serve a state. The caller holds its lock."""
        self._state = state
        self._machine = state.machine

    def documents(self) -> list[bytes]:
        """Return all listeners, for an Enumerate."""
        return [_document(listener).encode() for listener in self._machine.listeners]

    def get(self, request: Request) -> str:
        """Return one listener.

        Raises:
            Fault: the selectors name none.
        """
        return _document(self._selected(request))

    def put(self, request: Request) -> str:
        """Change a listener; return it as it is then.

        Raises:
            Fault: there is none, a policy owns it, or the document is refused.
        """
        old = self._own(request)
        new = _with_fields(old, request.body)
        self._machine.listeners[self._machine.listeners.index(old)] = new
        self._state.reach_changed()
        return _document(new)

    def create(self, request: Request) -> str:
        """Make a listener.

        Raises:
            Fault: there is one already, or the request is not that of a listener.
        """
        address, transport = _key(request)
        if self._machine.listener(address, transport) is not None:
            raise Fault(faults.ALREADY_EXISTS, CONFIG_PROVIDER)
        new = _with_fields(WinrmListener.at(address, transport), request.body)
        if transport == HTTPS and not new.thumbprint:
            raise Fault(faults.INVALID_VALUE, CONFIG_PROVIDER, "An HTTPS listener needs a certificate.")
        self._machine.listeners.append(new)
        self._state.reach_changed()
        return created(names.CONFIG_LISTENER, {"Address": address, "Transport": transport})

    def delete(self, request: Request) -> str:
        """Remove a listener.

        Raises:
            Fault: there is none, or a policy owns it.
        """
        self._machine.listeners.remove(self._own(request))
        self._state.reach_changed()
        return ""

    def _selected(self, request: Request) -> WinrmListener:
        listener = self._machine.listener(*_key(request))
        if listener is None:
            raise Fault(faults.NOT_FOUND, CONFIG_PROVIDER)
        return listener

    def _own(self, request: Request) -> WinrmListener:
        listener = self._selected(request)
        if listener.policy:
            raise Fault(faults.SET_BY_POLICY, CONFIG_PROVIDER)
        return listener


def _key(request: Request) -> tuple[str, str]:
    if set(request.selectors) - {"address", "transport"}:
        raise Fault(faults.INVALID_SELECTORS, CONFIG_PROVIDER)
    if set(request.selectors) != {"address", "transport"}:
        raise Fault(faults.INSUFFICIENT_SELECTORS, CONFIG_PROVIDER)
    transport = request.selectors["transport"].upper()
    if transport not in DEFAULT_PORTS:
        raise Fault(faults.INVALID_SELECTORS, CONFIG_PROVIDER)
    return request.selectors["address"], transport


def _with_fields(old: WinrmListener, body: etree._Element | None) -> WinrmListener:
    tag = f"{{{names.CONFIG_LISTENER}}}"
    if body is None or body.tag != tag + "Listener" or body.get(names.XML_LANG) is not None:
        raise Fault(faults.SCHEMA, CONFIG_PROVIDER)
    if any(child.tag not in [tag + name for name in _FIELDS] for child in body):
        raise Fault(faults.INTERNAL_ERROR, CONFIG_PROVIDER)
    port = body.findtext(tag + "Port") or str(old.port)
    if not port.isascii() or not port.isdigit() or not 0 < int(port[:6]) <= 65535:
        raise Fault(faults.INVALID_VALUE, CONFIG_PROVIDER)
    return replace(
        old,
        port=int(port),
        hostname=body.findtext(tag + "Hostname", old.hostname),
        enabled=is_true(body.findtext(tag + "Enabled"), default=old.enabled),
        url_prefix=body.findtext(tag + "URLPrefix") or old.url_prefix,
        thumbprint=body.findtext(tag + "CertificateThumbprint", old.thumbprint),
    )


def _document(listener: WinrmListener) -> str:
    fields = (
        ("Address", listener.address),
        ("Transport", listener.transport),
        ("Port", str(listener.port)),
        ("Hostname", listener.hostname),
        ("Enabled", str(listener.enabled).lower()),
        ("URLPrefix", listener.url_prefix),
        ("CertificateThumbprint", listener.thumbprint),
        *(("ListeningOn", address) for address in listener.listening_on),
    )
    listed = "".join(f"<cfg:{name}>{escape(value)}</cfg:{name}>" for name, value in fields)
    source = ' Source="GPO"' if listener.policy else ""
    return f'<cfg:Listener xmlns:cfg="{names.CONFIG_LISTENER}"{source}>{listed}</cfg:Listener>'

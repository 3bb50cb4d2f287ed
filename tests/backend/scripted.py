"""A transport that answers as a test tells it to, for what no real host does on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.wsman import Identity
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, Delivery, WsmanError, WsmanFault
from gatepost.wsman.messages import uris

LOST = ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.MAYBE)
UNREACHABLE = ConnectionFailed(ConnectionFailureReason.REFUSED, delivery=Delivery.NOT_SENT)
REFUSED = WsmanFault(2150859100, "w:SchemaValidationError", "reason", "The security descriptor is not valid.")
ABORTED = WsmanFault(995, "w:InternalError", "The I/O operation has been aborted.", "")
SHUTTING_DOWN = WsmanFault(1115, "w:InternalError", "A system shutdown is in progress.", "")
TIMED_OUT = WsmanFault(2150858793, "w:TimedOut", "The operation timed out.", "")

Put = Callable[["ScriptedHost", str, bytes], None]


@dataclass
class ScriptedHost:
    """Holds documents by name. ``put`` decides what a write does; ``gets`` are exceptions for the next reads."""

    documents: dict[str, bytes]
    put_rule: Put | None = None
    gets: list[WsmanError | None] = field(default_factory=list)
    calls: list[tuple[str, str]] = field(default_factory=list)
    address = "scripted"
    url = "http://scripted:5985/wsman"
    account = "admin"
    authentication = "NTLM"
    encrypted = True

    def identify(self) -> Identity:
        return Identity("", "")

    def enumerate(self, resource_uri: str, query: str = "") -> Iterator[bytes]:
        self.calls.append(("enumerate", resource_uri))
        yield from list(self.documents.values())

    def get(self, resource_uri: str, selectors: Mapping[str, str]) -> bytes:
        self.calls.append(("get", selectors.get("Name", "")))
        error = self.gets.pop(0) if self.gets else None
        if error is not None:
            raise error
        if resource_uri == uris.CONFIG_SERVICE:
            return b"<Service><RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)</RootSDDL></Service>"
        if selectors.get("Name") not in self.documents:
            raise WsmanFault(2150858752, "a:DestinationUnreachable", "", "The resource was not found.")
        return self.documents[selectors["Name"]]

    def put(self, resource_uri: str, selectors: Mapping[str, str], document: bytes) -> bytes:
        name = selectors.get("Name") or selectors["Uri"].rpartition("/")[2]
        self.calls.append(("put", name if resource_uri == uris.CONFIG_PLUGIN else f"{name} (descriptor)"))
        rule = self.put_rule or stores
        rule(self, name, document)
        return self.documents[name]

    def invoke(self, resource_uri: str, action: str, selectors: Mapping[str, str], body: bytes) -> bytes:
        raise UNREACHABLE

    def create(
        self, resource_uri: str, selectors: Mapping[str, str], body: bytes, options: Mapping[str, str] | None = None
    ) -> Mapping[str, str]:
        raise UNREACHABLE

    def delete(self, resource_uri: str, selectors: Mapping[str, str]) -> None:
        raise UNREACHABLE

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.calls.append(("close", ""))

    @property
    def puts(self) -> list[str]:
        return [name for verb, name in self.calls if verb == "put"]


def stores(host: ScriptedHost, name: str, document: bytes) -> None:
    """Do as told; a Security element alone goes into the endpoint that has one descriptor."""
    if document.startswith(b"<Security"):
        sddl = etree.fromstring(document).get("Sddl", "")
        host.documents[name] = SessionConfiguration.from_xml(host.documents[name]).with_sddls((sddl,)).document
    else:
        host.documents[name] = document


def stores_and(error: WsmanError) -> Put:
    """Do as told, and lose the answer."""

    def rule(host: ScriptedHost, name: str, document: bytes) -> None:
        stores(host, name, document)
        raise error

    return rule


def raises(error: WsmanError) -> Put:
    """Do nothing and fail."""

    def rule(host: ScriptedHost, name: str, document: bytes) -> None:
        raise error

    return rule

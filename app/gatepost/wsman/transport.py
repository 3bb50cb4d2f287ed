"""Interface of every way to a host: resource XML in, resource XML out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Identity:
    """What a WS-Management service says of itself, such as ``OS: 10.0.20348 SP: 0.0 Stack: 3.0``."""

    product_vendor: str
    product_version: str


class Transport(Protocol):
    """A way to one host. Bytes are the resource's own XML in UTF-8, never the envelope.

    Every operation raises a subclass of ``WsmanError``. Operations of several threads are carried out one after the
    other; ``close`` may be called from any thread and ends an operation that is under way.
    """

    address: str
    """The host as the user wrote it."""
    url: str
    """Where messages go; "" for this computer, which is asked without a connection."""
    encrypted: bool
    """Whether nobody on the way can read the messages: they cross sealed, or under TLS."""

    @property
    def account(self) -> str:
        """The account that the host sees."""
        ...

    @property
    def authentication(self) -> str:
        """How the account was proven, in words for the user: "NTLM", "Basic"."""
        ...

    def identify(self) -> Identity:
        """Ask what the service is. Changes nothing."""
        ...

    def enumerate(self, resource_uri: str, query: str = "") -> Iterator[bytes]:
        """Every instance of a resource, asked for page by page as the iterator advances. Changes nothing.

        ``query`` is WQL, for the resources of WMI only; their URI then ends in ``/*``.
        """
        ...

    def get(self, resource_uri: str, selectors: Mapping[str, str]) -> bytes:
        """One instance. Changes nothing."""
        ...

    def put(self, resource_uri: str, selectors: Mapping[str, str], document: bytes) -> bytes:
        """Replace one instance and return it as the host now has it. Sent once, never again.

        Raises:
            WsmanFault: nothing was changed, unless it ``may_have_changed_host``.
            WsmanError: nothing was changed, unless it ``may_have_changed_host``: then read again.
        """
        ...

    def invoke(self, resource_uri: str, action: str, selectors: Mapping[str, str], body: bytes) -> bytes:
        """Call a method, such as ``StopService``, and return its output element. Sent once, even where it only reads.

        ``body`` is the input element, in a namespace that is the resource URI.

        Raises:
            WsmanFault: nothing was changed, unless it ``may_have_changed_host``.
            WsmanError: nothing was changed, unless it ``may_have_changed_host``: then read again.
        """
        ...

    def create(
        self, resource_uri: str, selectors: Mapping[str, str], body: bytes, options: Mapping[str, str] | None = None
    ) -> Mapping[str, str]:
        """Make an instance and return the selectors under which the host has it. Sent once, never again.

        The host has to comply with every one of the ``options``.

        Raises:
            WsmanFault: nothing was made, unless it ``may_have_changed_host``.
            WsmanError: nothing was made, unless it ``may_have_changed_host``: then read again.
        """
        ...

    def delete(self, resource_uri: str, selectors: Mapping[str, str]) -> None:
        """Remove one instance. Sent once, never again.

        Raises:
            WsmanFault: nothing was removed, unless it ``may_have_changed_host``.
            WsmanError: nothing was removed, unless it ``may_have_changed_host``: then read again.
        """
        ...

    def interrupt(self) -> None:
        """End an operation that is under way, as far as that can be done; callable from any thread.

        It fails as one whose answer was lost. Later operations are not touched.
        """
        ...

    def close(self) -> None:
        """End the session. May be called again; nothing can be asked afterward."""
        ...

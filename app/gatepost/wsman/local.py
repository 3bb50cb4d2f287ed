"""Transport to this computer through ``WSMan.Automation``: the same operations, without a password.

The dispatch interfaces are those of WSManDisp: ``CreateSession``, ``CreateResourceLocator`` and ``Error`` of the
automation object; ``Identify``, ``Get``, ``Put``, ``Create``, ``Delete``, ``Invoke``, ``Enumerate`` and ``Error`` of
a session.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree
from typing_extensions import override

from gatepost.compute_slots import waiting
from gatepost.wsman import limits
from gatepost.wsman.errors import (
    AuthenticationUnavailable,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    LocalClientMissing,
    NotElevated,
    ReplyError,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.documents import parse
from gatepost.wsman.messages.faults import read_wsman_fault
from gatepost.wsman.messages.replies import read_created, read_identity
from gatepost.wsman.messages.uris import FAULT, name
from gatepost.wsman.transport import Identity, Transport

_ACCESS_DENIED_RESULTS = (FaultCode.ACCESS_DENIED, 0x80070005)
_NOT_REGISTERED_RESULTS = (0x80040154, 0x800401F3, 0x8007007E)  # no such class, no such name, no such library
_UNSIGNED = 0xFFFFFFFF


def connect_here(account: str) -> Transport:
    """A transport to this computer. Nothing is asked before the first operation.

    Raises:
        AuthenticationUnavailable: not on Windows, or without pywin32.
    """
    if sys.platform == "win32":
        return LocalTransport(_automation, account, _is_elevated)
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        raise AuthenticationUnavailable("This computer does not run Windows, so it has no endpoints of its own.")


class LocalTransport(Transport):
    """A ``Transport`` over automation objects, one for each thread, one operation at a time."""

    address = "localhost"
    url = ""  # COM has none
    encrypted = True  # nothing leaves the computer
    authentication = "Windows"

    def __init__(self, automation: Callable[[], Any], account: str, elevated: Callable[[], bool]) -> None:
        self._automation = automation
        self._account = account
        self._elevated = elevated
        self._objects = threading.local()
        self._lock = threading.Lock()
        self._closed = False

    @property
    @override
    def account(self) -> str:
        """The account that runs this program."""
        return self._account

    @override
    def identify(self) -> Identity:
        body = etree.Element("body")
        body.append(parse(self._call(lambda _automation, session: session.Identify(0), writes=False)))
        return read_identity(body)

    @override
    def get(self, resource_uri: str, selectors: Mapping[str, str]) -> bytes:
        return self._call(
            lambda automation, session: session.Get(_locator(automation, resource_uri, selectors), 0), writes=False
        )

    @override
    def put(self, resource_uri: str, selectors: Mapping[str, str], document: bytes) -> bytes:
        text = document.decode("utf-8")
        return self._call(
            lambda automation, session: session.Put(_locator(automation, resource_uri, selectors), text, 0), writes=True
        )

    @override
    def invoke(self, resource_uri: str, action: str, selectors: Mapping[str, str], body: bytes) -> bytes:
        text = body.decode("utf-8")
        return self._call(
            lambda automation, session: session.Invoke(action, _locator(automation, resource_uri, selectors), text, 0),
            writes=True,
        )

    @override
    def create(
        self, resource_uri: str, selectors: Mapping[str, str], body: bytes, options: Mapping[str, str] | None = None
    ) -> Mapping[str, str]:
        text = body.decode("utf-8")

        def operation(automation: Any, session: Any) -> Any:
            locator = _locator(automation, resource_uri, selectors)
            for key, value in (options or {}).items():
                locator.AddOption(key, value, True)
            return session.Create(locator, text, 0)

        return read_created(parse(self._call(operation, writes=True)))

    @override
    def delete(self, resource_uri: str, selectors: Mapping[str, str]) -> None:
        with self._lock:
            self._guarded(
                lambda automation, session: session.Delete(_locator(automation, resource_uri, selectors), 0),
                writes=True,
            )

    @override
    def enumerate(self, resource_uri: str, query: str = "") -> Iterator[bytes]:
        """Every instance.

        Raises:
            ReplyError: among others, the enumeration passes the limits.
        """
        # Read to its end under the lock, in one thread: an enumerator belongs to the apartment that made it.
        with self._lock:
            items = list(self._items(resource_uri, query))
        yield from items

    @override
    def interrupt(self) -> None:
        """Does nothing: COM calls can't be interrupted; each ends within its timeout."""

    @override
    def close(self) -> None:
        """Refuse further calls. An operation under way ends by itself."""
        self._closed = True

    def _items(self, resource_uri: str, query: str) -> Iterator[bytes]:
        dialect = uris.WQL if query else ""
        enumerator = self._guarded(
            lambda _automation, session: session.Enumerate(resource_uri, query, dialect, 0), writes=False
        )
        octets = count = 0
        while not self._guarded(lambda _automation, _session: enumerator.AtEndOfStream, writes=False):
            item = _octets(self._guarded(lambda _automation, _session: enumerator.ReadItem(), writes=False))
            octets += len(item)
            count += 1
            if count > limits.MAX_ITEMS or octets > limits.MAX_ENUMERATION_OCTETS:
                raise ReplyError("The enumeration is larger than allowed.")
            yield item

    def _call(self, operation: Callable[[Any, Any], Any], *, writes: bool) -> bytes:
        with self._lock:
            return _octets(self._guarded(operation, writes=writes))

    def _guarded(self, operation: Callable[[Any, Any], Any], *, writes: bool) -> Any:
        if self._closed:
            raise ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT)
        automation, session = self._session()
        try:
            with waiting():
                return operation(automation, session)
        except WsmanError:
            raise
        except Exception as error:
            raise self._failure(error, session, delivery=Delivery.MAYBE if writes else Delivery.NOT_SENT) from error

    def _session(self) -> tuple[Any, Any]:
        held = getattr(self._objects, "held", None)
        if held is not None:
            return held[0], held[1]
        try:
            automation = self._automation()
            session = automation.CreateSession("", 0, None)
            session.Timeout = limits.OPERATION_TIMEOUT * 1000  # milliseconds
        except WsmanError:
            raise
        except Exception as error:
            raise self._failure(error, None, delivery=Delivery.NOT_SENT) from error
        self._objects.held = (automation, session)
        return automation, session

    def _failure(self, error: Exception, session: Any, *, delivery: Delivery) -> WsmanError:
        result = _result(error)
        fault = _fault_xml(session)
        wsman_fault = read_wsman_fault(fault) if fault is not None else None
        code = wsman_fault.code if wsman_fault is not None and wsman_fault.code is not None else result
        if code == FaultCode.DESTINATION_UNREACHABLE:
            return ServiceNotRunning(delivery=delivery)
        if code in _ACCESS_DENIED_RESULTS:
            kind = WsmanFault if self._elevated() else NotElevated
            return kind(
                FaultCode.ACCESS_DENIED, "w:AccessDenied", "", wsman_fault.provider_message if wsman_fault else ""
            )
        detail = f"COM error 0x{result:08X}{_system_words(error)}"
        if session is None and result in _NOT_REGISTERED_RESULTS:
            return LocalClientMissing(detail)
        return wsman_fault or ConnectionFailed(ConnectionFailureReason.OTHER, delivery=delivery, detail=detail)


def _locator(automation: Any, resource_uri: str, selectors: Mapping[str, str]) -> Any:
    # Not the short form with "?Name=value": a value could then add selectors of its own.
    locator = automation.CreateResourceLocator(resource_uri)
    for key, value in selectors.items():
        locator.AddSelector(key, value)
    return locator


def _octets(answer: object) -> bytes:
    if not isinstance(answer, str):
        raise ReplyError("The answer carries no resource.")
    octets = answer.encode("utf-8", "surrogatepass")
    parse(octets)  # the same limits as for everybody
    return octets


def _result(error: Exception) -> int:
    """The error's number, of the callee where there is one: ``com_error`` has it in a tuple of details."""
    arguments = list(error.args)
    details = arguments[2] if len(arguments) > 2 else None
    inner = details[5] if isinstance(details, tuple) and len(details) > 5 else None
    for number in (inner, *arguments[:1]):
        if isinstance(number, int) and number:
            return number & _UNSIGNED
    return 0


def _system_words(error: Exception) -> str:
    """What ``com_error`` says of its number, in the system's language."""
    message = error.args[1] if len(error.args) > 1 else ""
    return f": {message.strip()}" if isinstance(message, str) and message.strip() else ""


def _fault_xml(session: Any) -> etree._Element | None:
    try:
        text = session.Error if session is not None else ""
        root = parse(text.encode()) if isinstance(text, str) and text else None
    except Exception:  # noqa: BLE001 - the details of a failure must not hide the failure
        return None
    return root if root is not None and root.tag == name(FAULT, "WSManFault") else None


if sys.platform == "win32":

    def _automation() -> Any:
        try:
            import pythoncom
            from win32com.client import Dispatch
        except ImportError as error:
            raise AuthenticationUnavailable("This computer needs the package pywin32.") from error
        pythoncom.CoInitialize()  # once per thread; the thread's end takes it back
        return Dispatch("WSMan.Automation")

    def _is_elevated() -> bool:
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())

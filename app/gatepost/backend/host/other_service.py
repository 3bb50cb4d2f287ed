"""Detection of WS-Management services other than WinRM, such as OMI or Openwsman on Linux and on management boards."""

from __future__ import annotations

from gatepost.wsman import Transport
from gatepost.wsman.errors import UnsupportedService, WsmanError, WsmanFault
from gatepost.wsman.transport import Identity

_VENDOR = "microsoft"


def check_service(identity: Identity) -> None:
    """Raise UnsupportedService for a service that names another vendor than that of Windows."""
    vendor = identity.product_vendor.strip()
    if vendor and _VENDOR not in vendor.lower():
        raise UnsupportedService(f"{vendor} {identity.product_version}".strip())


def cause_of_fault(error: WsmanError, transport: Transport) -> WsmanError:
    """Return what is behind a fault that has no Windows error code: another service, where it says that it is one."""
    if isinstance(error, WsmanFault) and error.code is None:
        try:
            check_service(transport.identify())
        except UnsupportedService as other:
            return other
        except WsmanError:
            pass
    return error

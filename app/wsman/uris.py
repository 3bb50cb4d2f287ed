"""Resource URIs and actions. The long forms: short ones such as ``winrm/config`` never reach the wire."""

from app.wsman.namespaces import ENUMERATION, TRANSFER

_WSMAN_1 = "http://schemas.microsoft.com/wbem/wsman/1"

CONFIG = f"{_WSMAN_1}/config"
CONFIG_SERVICE = f"{CONFIG}/service"
CONFIG_SERVICE_SECURITY = f"{CONFIG}/service/security"
"""One descriptor of one resource, chosen by the selector ``Uri``; [MS-WSMV] 3.1.4.1.29.4."""
CONFIG_PLUGIN = f"{CONFIG}/plugin"
"""Plug-ins, among them every session configuration; selector ``Name``."""
WIN32_SID = f"{_WSMAN_1}/wmi/root/cimv2/Win32_SID"
"""A SID and its account name; selector ``SID``."""
ALL_OF_CIMV2 = f"{_WSMAN_1}/wmi/root/cimv2/*"
"""Where a query may name any class of root/cimv2."""
WIN32_USER = f"{_WSMAN_1}/wmi/root/cimv2/Win32_UserAccount"
"""A user; selectors ``Domain`` and ``Name``."""
WIN32_GROUP = f"{_WSMAN_1}/wmi/root/cimv2/Win32_Group"
"""A group; selectors ``Domain`` and ``Name``."""

ANONYMOUS = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous"

ACTION_GET = f"{TRANSFER}/Get"
ACTION_PUT = f"{TRANSFER}/Put"
ACTION_CREATE = f"{TRANSFER}/Create"
ACTION_DELETE = f"{TRANSFER}/Delete"
ACTION_ENUMERATE = f"{ENUMERATION}/Enumerate"
ACTION_PULL = f"{ENUMERATION}/Pull"
ACTION_RELEASE = f"{ENUMERATION}/Release"

WQL = f"{_WSMAN_1}/WQL"
"""The dialect of a query."""

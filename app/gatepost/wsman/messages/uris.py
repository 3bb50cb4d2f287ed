"""XML namespaces, resource URIs, actions and query dialects of WS-Management as Windows speaks it; [MS-WSMV] 2.2.1.

Resource URIs are the long forms: short ones such as ``winrm/config`` never reach the wire.
"""

SOAP = "http://www.w3.org/2003/05/soap-envelope"
ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing"
TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer"
ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
EVENTING = "http://schemas.xmlsoap.org/ws/2004/08/eventing"
WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
WSMV = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"
FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"
BINDING = "http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"
IDENTITY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES = {
    SOAP: "s",
    ADDRESSING: "a",
    TRANSFER: "x",
    ENUMERATION: "n",
    EVENTING: "e",
    WSMAN: "w",
    WSMV: "p",
    IDENTITY: "wsmid",
}
"""Namespace to the prefix under which a fault's subcode is told, whatever prefix the host chose."""

_WSMAN_1 = "http://schemas.microsoft.com/wbem/wsman/1"

CONFIG = f"{_WSMAN_1}/config"
CONFIG_SERVICE = f"{CONFIG}/service"
CONFIG_SERVICE_SECURITY = f"{CONFIG}/service/security"
"""One descriptor of one resource, chosen by the selector ``Uri``; [MS-WSMV] 3.1.4.1.29.4."""
CONFIG_PLUGIN = f"{CONFIG}/plugin"
"""Plug-ins, among them every session configuration; selector ``Name``."""
WINDOWS_SHELL = f"{_WSMAN_1}/windows/shell"
"""Open shells of every kind; selector ``ShellId``."""
SCHEDULED_TASKS = f"{_WSMAN_1}/wmi/root/Microsoft/Windows/TaskScheduler/PS_ScheduledTask"
"""Registers tasks: static, without selectors."""
CONFIG_LISTENER = f"{CONFIG}/listener"
"""Listeners; selectors ``Address`` and ``Transport``."""
WIN32_SID = f"{_WSMAN_1}/wmi/root/cimv2/Win32_SID"
"""A SID and its account name; selector ``SID``."""
ALL_OF_CIMV2 = f"{_WSMAN_1}/wmi/root/cimv2/*"
"""Where a query may name any class of root/cimv2."""
ALL_OF_STANDARD_CIMV2 = f"{_WSMAN_1}/wmi/root/standardcimv2/*"
"""Where a query may name any class of root/standardcimv2."""
FIREWALL_RULE = f"{_WSMAN_1}/wmi/root/standardcimv2/MSFT_NetFirewallRule"
"""A rule of the firewall; four selectors, of which one is filled."""
REGISTRY = f"{_WSMAN_1}/wmi/root/cimv2/StdRegProv"
"""The registry: static, without selectors."""
REGISTRY_OF_OLD = f"{_WSMAN_1}/wmi/root/default/StdRegProv"
"""The same, where every version of Windows has it."""
WIN32_SERVICE = f"{_WSMAN_1}/wmi/root/cimv2/Win32_Service"
"""A service; selector ``Name``."""
CIM_DATA_FILE = f"{_WSMAN_1}/wmi/root/cimv2/CIM_DataFile"
WIN32_OPERATING_SYSTEM = f"{_WSMAN_1}/wmi/root/cimv2/Win32_OperatingSystem"
"""The operating system: there is one, without selectors."""
WIN32_COMPUTER_SYSTEM = f"{_WSMAN_1}/wmi/root/cimv2/Win32_ComputerSystem"
"""The computer: there is one."""
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

ASSOCIATIONS = "http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter"
"""The dialect of a question for what is associated with an instance; DSP0227 17."""
WQL = f"{_WSMAN_1}/WQL"
"""The dialect of a query."""

_WQL_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'"})


def name(namespace: str, local: str) -> str:
    """The element name as lxml writes it: ``{namespace}local``."""
    return f"{{{namespace}}}{local}"


def wql_literal(value: str) -> str:
    """``value`` as a string of a query, whatever quotes and backslashes it holds. The one way into the text of one."""
    return f"'{value.translate(_WQL_ESCAPES)}'"

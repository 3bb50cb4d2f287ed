"""Namespaces, resource URIs and actions that the practice host knows ([MS-WSMV] 2.2.1, 2.2.2)."""

from __future__ import annotations

SOAP = "http://www.w3.org/2003/05/soap-envelope"
ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing"
TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer"
ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
EVENTING = "http://schemas.xmlsoap.org/ws/2004/08/eventing"
WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
WSMV = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"
WSMAN_FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"
IDENTITY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"
SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
PLUGIN = "http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration"
CIM_COMMON = "http://schemas.dmtf.org/wbem/wscim/1/common"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES = {
    "s": SOAP,
    "a": ADDRESSING,
    "x": TRANSFER,
    "e": EVENTING,
    "n": ENUMERATION,
    "w": WSMAN,
    "p": WSMV,
}

ANONYMOUS = ADDRESSING + "/role/anonymous"
FAULT_DETAIL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/"

BASE_URI = "http://schemas.microsoft.com/wbem/wsman/1/"
CONFIG = BASE_URI + "config"
CONFIG_SERVICE = BASE_URI + "config/service"
CONFIG_SECURITY = BASE_URI + "config/service/security"
CONFIG_PLUGIN = BASE_URI + "config/plugin"
CONFIG_LISTENER = BASE_URI + "config/listener"
SHELLS = BASE_URI + "windows/shell"
WMI = BASE_URI + "wmi/"
WQL = BASE_URI + "WQL"
ASSOCIATIONS = "http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter"
BINDING = "http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"
WINRS = SHELL + "/cmd"
POWERSHELL_PREFIX = "http://schemas.microsoft.com/powershell/"

GET = TRANSFER + "/Get"
PUT = TRANSFER + "/Put"
CREATE = TRANSFER + "/Create"
DELETE = TRANSFER + "/Delete"
ENUMERATE = ENUMERATION + "/Enumerate"
PULL = ENUMERATION + "/Pull"
RELEASE = ENUMERATION + "/Release"


def uri_tail(uri: str) -> str:
    """Return what follows the WS-Management base URI ("config/service"), or the URI itself."""
    return uri[len(BASE_URI) :] if uri.lower().startswith(BASE_URI) else uri

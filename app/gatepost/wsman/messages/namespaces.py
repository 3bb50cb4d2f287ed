"""XML namespaces of WS-Management as Windows speaks it, with the prefixes it uses; [MS-WSMV] 2.2.1."""

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


def name(namespace: str, local: str) -> str:
    """The element name as lxml writes it: ``{namespace}local``."""
    return f"{{{namespace}}}{local}"

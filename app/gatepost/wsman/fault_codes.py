"""Windows error codes in faults and return values, and which of them prove that a write changed nothing.

Those that do are of validation, access denied, not found. Every other one proves nothing: a service that stops, times out
or fails inside may have carried the request out. Codes are of wsmerror.h, [MS-ERREF] and the WMI error table; subcodes
are written under our own prefixes.
"""

from __future__ import annotations

from enum import IntEnum


class FaultCode(IntEnum):
    """The codes that Gatepost itself decides by."""

    ACCESS_DENIED = 5
    RESOURCE_NOT_FOUND = 2150858752
    """No resource matches the URI and the selectors."""
    CANNOT_CONNECT = 2150858770
    """At this computer: the client cannot connect to the service."""
    INVALID_FILTER = 2150858778
    OPERATION_TIMED_OUT = 2150858793
    SCHEMA_VALIDATION = 2150858817
    INVALID_SECURITY_DESCRIPTOR = 2150859100
    DESCRIPTOR_NOT_CHANGEABLE = 2150859199
    """The descriptor of this URI cannot be changed by itself."""
    PLUGIN_DISABLED = 2150859235
    """Remote access is disabled for the plug-in."""


_ACCESS_DENIED = frozenset(
    {
        FaultCode.ACCESS_DENIED,
        2147749891,  # WBEM_E_ACCESS_DENIED
        2150858890,  # the setting is set by Group Policy
        2150859229,  # remote access is disabled for the service
        2150859232,  # storing a RunAs credential is disabled by policy
        FaultCode.PLUGIN_DISABLED,
    }
)
_NOT_FOUND = frozenset(
    {
        2147749890,  # WBEM_E_NOT_FOUND
        2147749902,  # WBEM_E_INVALID_NAMESPACE
        2147749904,  # WBEM_E_INVALID_CLASS
        FaultCode.RESOURCE_NOT_FOUND,
        2150858811,  # invalid resource URI
        2150858842,  # selectors are missing
        2150858843,  # selectors do not fit the resource
        2150859010,  # the class is not known
    }
)
_INVALID = frozenset(
    {
        87,  # ERROR_INVALID_PARAMETER
        1326,  # ERROR_LOGON_FAILURE, of a RunAs credential that is verified before it is stored
        2147749896,  # WBEM_E_INVALID_PARAMETER
        2147749935,  # WBEM_E_INVALID_METHOD_PARAMETERS
        2150858767,  # a SOAP header is not valid
        2150858768,  # a mandatory SOAP header is not known
        2150858769,  # a required SOAP header is missing
        2150858771,  # the resource does not support the action
        2150858773,  # invalid representation
        2150858803,  # already exists
        2150858809,  # an option is not supported
        FaultCode.SCHEMA_VALIDATION,
        2150858819,  # not well-formed XML
        2150858838,  # a value is not valid
        2150858839,  # a value is missing
        2150858840,  # wrong namespace
        2150858870,  # reply address
        2150858878,  # MaxEnvelopeSize of the request too small
        2150858887,  # mandatory locale
        FaultCode.INVALID_SECURITY_DESCRIPTOR,
        2150859183,  # the Uri of a Security is not under its Resource
        FaultCode.DESCRIPTOR_NOT_CHANGEABLE,
        2150859203,  # the RunAs credential could not be verified
    }
)
_CODES = _ACCESS_DENIED | _NOT_FOUND | _INVALID
_SUBCODES = frozenset(
    {
        "a:ActionNotSupported",
        "a:DestinationUnreachable",
        "a:InvalidMessageInformationHeader",
        "a:MessageInformationHeaderRequired",
        "s:MustUnderstand",
        "w:AccessDenied",
        "w:AlreadyExists",
        "w:InvalidOptions",
        "w:InvalidParameter",
        "w:InvalidSelectors",
        "w:SchemaValidationError",
        "w:UnsupportedFeature",
        "x:InvalidRepresentation",
    }
)
_HRESULT_OF_WIN32 = 0x8007


def plain_code(code: int) -> int:
    """Return the Windows error code, also out of an HRESULT that wraps one."""
    return code & 0xFFFF if code >> 16 == _HRESULT_OF_WIN32 else code


def denies_access(code: int | None, subcode: str) -> bool:
    """Tell whether a fault is about the rights of the account, or about a policy. A code decides where there is one."""
    return plain_code(code) in _ACCESS_DENIED if code is not None else subcode == "w:AccessDenied"


def proves_unchanged(code: int | None, subcode: str) -> bool:
    """Tell whether a fault proves that the request was not carried out. A code decides where there is one."""
    return plain_code(code) in _CODES if code is not None else subcode in _SUBCODES

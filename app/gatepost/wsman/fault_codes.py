"""Windows error codes in faults and return values, and which of them prove that a write changed nothing.

Those that do are of validation, access denied, not found. Every other one proves nothing: a service that stops, times out
or fails inside may have carried the request out. Codes are of wsmerror.h, [MS-ERREF] and the WMI error table; subcodes
are written under our own prefixes.
"""

from __future__ import annotations

from enum import IntEnum


class FaultCode(IntEnum):
    """The codes that Gatepost decides by, under their published names.

    Left out are the prefixes ERROR_ of Win32 ([MS-ERREF] 2.2) and, from 0x80338000 on, ERROR_WSMAN_ (wsmerror.h).
    """

    ACCESS_DENIED = 0x5
    NOT_ENOUGH_MEMORY = 0x8
    OUTOFMEMORY = 0xE
    INVALID_PARAMETER = 0x57
    OPERATION_ABORTED = 0x3E3
    SHUTDOWN_IN_PROGRESS = 0x45B
    NO_LOGON_SERVERS = 0x51F
    LOGON_FAILURE = 0x52E
    """Of a RunAs credential that is verified before it is stored: a logon that fails never gets as far as a fault."""
    NO_SYSTEM_RESOURCES = 0x5AA
    COMMITMENT_LIMIT = 0x5AF
    NO_TRUST_SAM_ACCOUNT = 0x6FB
    WBEM_E_NOT_FOUND = 0x80041002
    WBEM_E_ACCESS_DENIED = 0x80041003
    WBEM_E_INVALID_PARAMETER = 0x80041008
    WBEM_E_INVALID_NAMESPACE = 0x8004100E
    WBEM_E_INVALID_CLASS = 0x80041010
    WBEM_E_INVALID_METHOD_PARAMETERS = 0x8004102F
    RESOURCE_NOT_FOUND = 0x80338000
    """No resource matches the URI and the selectors."""
    INVALID_MESSAGE_INFORMATION_HEADER = 0x8033800F
    SOAP_FAULT_MUST_UNDERSTAND = 0x80338010
    MESSAGE_INFORMATION_HEADER_REQUIRED = 0x80338011
    DESTINATION_UNREACHABLE = 0x80338012
    """At this computer: the client cannot connect to the service."""
    ACTION_NOT_SUPPORTED = 0x80338013
    INVALID_REPRESENTATION = 0x80338015
    ENUMERATE_CANNOT_PROCESS_FILTER = 0x8033801A
    ENUMERATE_INVALID_ENUMERATION_CONTEXT = 0x8033801B
    """The host has forgotten the enumeration."""
    ENVELOPE_TOO_LARGE = 0x80338026
    OPERATION_TIMEDOUT = 0x80338029
    ALREADY_EXISTS = 0x80338033
    INVALID_OPTIONS = 0x80338039
    INVALID_RESOURCE_URI = 0x8033803B
    QUOTA_LIMIT = 0x8033803F
    SCHEMA_VALIDATION_ERROR = 0x80338041
    INVALID_XML = 0x80338043
    MAX_ENVELOPE_SIZE = 0x80338047
    MAX_ENVELOPE_SIZE_EXCEEDED = 0x80338048
    SERVER_ENVELOPE_LIMIT = 0x80338049
    INVALID_XML_VALUES = 0x80338056
    INVALID_XML_MISSING_VALUES = 0x80338057
    INVALID_XML_NAMESPACE = 0x80338058
    INSUFFCIENT_SELECTORS = 0x8033805A  # spelled so
    UNEXPECTED_SELECTORS = 0x8033805B
    UNSUPPORTED_ADDRESSING_MODE = 0x80338076
    MIN_ENVELOPE_SIZE = 0x8033807E
    """The request allows an answer that is too small."""
    MUSTUNDERSTAND_ON_LOCALE_UNSUPPORTED = 0x80338087
    CONFIG_CANNOT_CHANGE_GPO_CONTROLLED_SETTING = 0x8033808A
    INVALID_SECURITY_DESCRIPTOR = 0x8033815C
    PLUGIN_CONFIGURATION_CORRUPTED = 0x80338190
    QUOTA_MAX_SHELLS = 0x803381A5
    QUOTA_MAX_OPERATIONS = 0x803381A6
    QUOTA_USER = 0x803381A7
    QUOTA_SYSTEM = 0x803381A8
    QUOTA_MAX_SHELLUSERS = 0x803381AB
    URI_SECURITY_URI = 0x803381AF
    """The Uri of a Security is not under its Resource."""
    INVALID_CONFIGSDDL_URL = 0x803381BF
    """The descriptor of this URI cannot be changed by itself."""
    RUNAS_INVALIDUSERCREDENTIALS = 0x803381C3
    SERVICE_REMOTE_ACCESS_DISABLED = 0x803381DD
    INVALID_XML_RUNAS_DISABLED = 0x803381E0
    """A policy forbids storing a RunAs credential."""
    REMOTE_CONNECTION_NOT_ALLOWED = 0x803381E3
    """Remote access is disabled for the plug-in."""
    QUOTA_MAX_SHELLS_PPQ = 0x803381E4
    QUOTA_MAX_USERS_PPQ = 0x803381E5
    QUOTA_MAX_PLUGINSHELLS_PPQ = 0x803381E6
    QUOTA_MAX_PLUGINOPERATIONS_PPQ = 0x803381E7
    QUOTA_MAX_OPERATIONS_USER_PPQ = 0x803381E8
    QUOTA_MAX_COMMANDS_PER_SHELL_PPQ = 0x803381E9


_ACCESS_DENIED = frozenset(
    {
        FaultCode.ACCESS_DENIED,
        FaultCode.WBEM_E_ACCESS_DENIED,
        FaultCode.CONFIG_CANNOT_CHANGE_GPO_CONTROLLED_SETTING,
        FaultCode.SERVICE_REMOTE_ACCESS_DISABLED,
        FaultCode.INVALID_XML_RUNAS_DISABLED,
        FaultCode.REMOTE_CONNECTION_NOT_ALLOWED,
    }
)
_UNCHANGED = _ACCESS_DENIED | frozenset(
    {
        # Not found.
        FaultCode.WBEM_E_NOT_FOUND,
        FaultCode.WBEM_E_INVALID_NAMESPACE,
        FaultCode.WBEM_E_INVALID_CLASS,
        FaultCode.RESOURCE_NOT_FOUND,
        FaultCode.INVALID_RESOURCE_URI,
        FaultCode.INSUFFCIENT_SELECTORS,
        FaultCode.UNEXPECTED_SELECTORS,
        # Invalid.
        FaultCode.INVALID_PARAMETER,
        FaultCode.LOGON_FAILURE,
        FaultCode.WBEM_E_INVALID_PARAMETER,
        FaultCode.WBEM_E_INVALID_METHOD_PARAMETERS,
        FaultCode.INVALID_MESSAGE_INFORMATION_HEADER,
        FaultCode.SOAP_FAULT_MUST_UNDERSTAND,
        FaultCode.MESSAGE_INFORMATION_HEADER_REQUIRED,
        FaultCode.ACTION_NOT_SUPPORTED,
        FaultCode.INVALID_REPRESENTATION,
        FaultCode.ALREADY_EXISTS,
        FaultCode.INVALID_OPTIONS,
        FaultCode.SCHEMA_VALIDATION_ERROR,
        FaultCode.INVALID_XML,
        FaultCode.INVALID_XML_VALUES,
        FaultCode.INVALID_XML_MISSING_VALUES,
        FaultCode.INVALID_XML_NAMESPACE,
        FaultCode.UNSUPPORTED_ADDRESSING_MODE,
        FaultCode.MIN_ENVELOPE_SIZE,
        FaultCode.MUSTUNDERSTAND_ON_LOCALE_UNSUPPORTED,
        FaultCode.INVALID_SECURITY_DESCRIPTOR,
        FaultCode.URI_SECURITY_URI,
        FaultCode.INVALID_CONFIGSDDL_URL,
        FaultCode.RUNAS_INVALIDUSERCREDENTIALS,
    }
)
_UNCHANGED_SUBCODES = frozenset(
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
    return plain_code(code) in _UNCHANGED if code is not None else subcode in _UNCHANGED_SUBCODES

"""Every fault the practice host can give, in one table ([MS-WSMV] 2.2.4.43, 3.1.5.1).

"seen": code and SOAP subcode together are in a published capture or in [MS-WSMV].
"inferred": the code is Microsoft's, but that a service answers with it here, or with
this subcode, is an assumption. To correct one, change its row and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.practice.wire import names
from gatepost.practice.wire.markup import escape, quoted

CONFIG_PROVIDER = "Config provider"
SHELL_PROVIDER = "Shell provider"
_PROVIDER_PATH = r"%systemroot%\system32\WsmSvc.dll"
_ACTIONS = {
    "s": names.ADDRESSING + "/fault",
    "a": names.ADDRESSING + "/fault",
    "n": names.ENUMERATION + "/fault",
    "x": names.TRANSFER + "/fault",
    "w": "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault",
}


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One row: the WSManFault code, the SOAP subcode as prefix:name, and the text."""

    code: int
    subcode: str
    text: str
    detail: str = ""  # last part of the wsman faultDetail URI
    receiver: bool = False


_BY_CODE: dict[int, FaultKind] = {}
"""The first row of each code."""


def _row(code: int, subcode: str, text: str, detail: str = "", *, receiver: bool = False) -> FaultKind:
    kind = FaultKind(code, subcode, text, detail, receiver)
    _BY_CODE.setdefault(code, kind)
    return kind


ACCESS_DENIED = _row(5, "w:AccessDenied", "Access is denied.")  # seen
NOT_FOUND = _row(  # seen ([MS-WSMV] 4.10); that an unknown plug-in name ends here: inferred
    2150858752, "a:DestinationUnreachable", "No resource matches the URI and selectors.", "InvalidResourceURI"
)
INVALID_HEADER = _row(  # seen
    2150858767, "a:InvalidMessageInformationHeader", "A SOAP header of the request is not valid."
)
MUST_UNDERSTAND = _row(2150858768, "s:MustUnderstand", "A mandatory SOAP header is not known.")  # seen
HEADER_REQUIRED = _row(  # seen
    2150858769, "a:MessageInformationHeaderRequired", "The request lacks a required SOAP header."
)
ACTION_NOT_SUPPORTED = _row(  # seen
    2150858771, "a:ActionNotSupported", "The resource does not support the action."
)
INVALID_REPRESENTATION = _row(  # seen
    2150858773, "x:InvalidRepresentation", "The body of the request is not valid."
)
FILTERING_NOT_SUPPORTED = _row(  # seen
    2150858776, "n:FilteringNotSupported", "The resource cannot be filtered."
)
CANNOT_PROCESS_FILTER = _row(  # seen
    2150858778, "n:CannotProcessFilter", "The filter is not a query that the resource understands."
)
INVALID_CONTEXT = _row(  # seen
    2150858779, "n:InvalidEnumerationContext", "The enumeration context is not known.", receiver=True
)
ALREADY_EXISTS = _row(2150858803, "w:AlreadyExists", "There is one already.")  # seen
INVALID_OPTIONS = _row(2150858809, "w:InvalidOptions", "An option is not supported.")  # seen
INSUFFICIENT_SELECTORS = _row(  # code seen, subcode inferred from that of unexpected ones
    2150858842, "w:InvalidSelectors", "A selector that the resource needs is missing.", "InsufficientSelectors"
)
INVALID_SELECTORS = _row(  # seen
    2150858843, "w:InvalidSelectors", "The selectors do not fit the resource.", "UnexpectedSelectors"
)
ADDRESSING_MODE = _row(  # code and subcode seen, that they go together: inferred
    2150858870, "w:UnsupportedFeature", "Only the anonymous reply address is supported.", "AddressingMode"
)
ENVELOPE_TOO_SMALL = _row(  # code and subcode seen, that they go together: inferred
    2150858878, "w:EncodingLimit", "The MaxEnvelopeSize of the request is too small.", "MinimumEnvelopeLimit"
)
ENUMERATION_MODE = _row(  # code and subcode seen, that they go together: inferred
    2150858886, "w:UnsupportedFeature", "The enumeration mode is not supported.", "EnumerationMode"
)
MANDATORY_LOCALE = _row(  # code and subcode seen, that they go together: inferred
    2150858887, "w:UnsupportedFeature", "A locale cannot be mandatory.", "Locale"
)
RESPONSE_TOO_LARGE = _row(  # code seen, subcode inferred
    2150858824, "w:EncodingLimit", "The response is larger than the MaxEnvelopeSize of the request.", "MaxEnvelopeSize"
)
NO_CLASS = _row(  # code seen in error texts; subcode inferred
    2150859010, "a:DestinationUnreachable", "The class is not known.", "InvalidResourceURI"
)
NO_INSTANCE = _row(  # code seen in WMI (not found); that it comes in this shape: inferred
    2150858752, "a:DestinationUnreachable", "There is no such instance.", "InvalidResourceURI"
)
INTERNAL_ERROR = _row(2147942402, "w:InternalError", "The service could not carry it out.", receiver=True)  # seen
SCHEMA = _row(2150858817, "w:SchemaValidationError", "The XML does not match its schema.")  # seen
INVALID_XML = _row(2150858819, "w:SchemaValidationError", "The request is not well-formed XML.")  # subcode inferred
INVALID_VALUE = _row(2150858838, "w:SchemaValidationError", "A value in the XML is not valid.")  # subcode inferred
MISSING_VALUE = _row(2150858839, "w:SchemaValidationError", "A value is missing in the XML.")  # subcode inferred
WRONG_NAMESPACE = _row(2150858840, "w:SchemaValidationError", "The namespace is wrong.")  # subcode inferred
INVALID_DESCRIPTOR = _row(2150859100, "w:SchemaValidationError", "The security descriptor is not valid.")  # inferred
URI_NOT_UNDER_RESOURCE = _row(  # code seen; subcode inferred
    2150859183, "w:SchemaValidationError", "The Uri of a Security element does not start with its ResourceUri."
)
SECURITY_NOT_CHANGEABLE = _row(  # code seen; subcode inferred
    2150859199, "w:SchemaValidationError", "The security descriptor of this URI cannot be changed."
)
SET_BY_POLICY = _row(  # code seen; subcode inferred
    2150858890, "w:AccessDenied", "A Group Policy owns the setting."
)
TIMED_OUT = _row(2150858793, "w:TimedOut", "The operation timed out.", receiver=True)  # seen
RUN_AS_FORBIDDEN = _row(  # code seen; subcode inferred
    2150859232, "w:AccessDenied", "Storing a RunAs credential is disabled by policy."
)
RUN_AS_NOT_VERIFIED = _row(  # code seen; subcode inferred
    2150859203, "w:SchemaValidationError", "The RunAs credential could not be verified."
)
ENDPOINT_DISABLED = _row(  # code seen; that a disabled plug-in answers with it, and its subcode: inferred
    2150859235, "w:AccessDenied", "The plug-in is disabled."
)

# Given only where the console asks for their code.
_row(2150859152, "w:InternalError", "The configuration of the plug-in is corrupted.", receiver=True)  # subcode inferred
_row(2150859173, "w:QuotaLimit", "This user has too many shells open.")  # seen
_row(2150859174, "w:InternalError", "This user has too many operations under way.", receiver=True)  # seen
_row(2150859229, "w:AccessDenied", "Remote access is disabled for the service.")  # code seen; subcode inferred


def kind_of(code: int) -> FaultKind:
    """Return the first row of a code; one that is not in the table gets a subcode that fits any."""
    return _BY_CODE.get(code) or FaultKind(code, "w:InternalError", f"Refused on purpose with the code {code}.")


class Fault(Exception):
    """An operation was refused; nothing on the practice host has changed."""

    def __init__(self, kind: FaultKind, provider: str = "", text: str = "", qname: str = "") -> None:
        """Refuse with a row of the table; ``provider`` wraps the (more specific) text as that provider does."""
        super().__init__(text or kind.text)
        self.kind = kind
        self.provider = provider
        self.text = text or kind.text
        self.qname = qname  # the header that was not understood

    @property
    def action(self) -> str:
        """The a:Action of the reply, which depends on the namespace of the subcode."""
        return _ACTIONS[self.kind.subcode[0]]

    def header_xml(self) -> str:
        """Return what the fault adds to the SOAP header."""
        return f"<s:NotUnderstood qname={quoted(self.qname)}/>" if self.qname else ""

    def body_xml(self, machine: str, host: str) -> str:
        """Return the s:Fault element.

        Args:
            machine: the name the client used for this host.
            host: the name the host has for itself.
        """
        if self.kind is MUST_UNDERSTAND:  # comes without a subcode and without a detail
            return (
                "<s:Fault><s:Code><s:Value>s:MustUnderstand</s:Value></s:Code>"
                f'<s:Reason><s:Text xml:lang="">{escape(self.kind.text)} </s:Text></s:Reason></s:Fault>'
            )
        role = "s:Receiver" if self.kind.receiver else "s:Sender"
        detail = f"<w:FaultDetail>{names.FAULT_DETAIL}{self.kind.detail}</w:FaultDetail>" if self.kind.detail else ""
        return (
            f"<s:Fault><s:Code><s:Value>{role}</s:Value><s:Subcode><s:Value>{self.kind.subcode}</s:Value></s:Subcode>"
            f'</s:Code><s:Reason><s:Text xml:lang="en-US">{escape(self.kind.text)} </s:Text></s:Reason>'
            f"<s:Detail>{detail}{self._wsman_fault(machine, host)}</s:Detail></s:Fault>"
        )

    def _wsman_fault(self, machine: str, host: str) -> str:
        inner = f"<f:Message>{escape(self.text)} </f:Message>"
        if self.provider:
            nested = _fault_element(self.kind.code, host, inner)
            inner = (
                f"<f:Message><f:ProviderFault provider={quoted(self.provider)} path={quoted(_PROVIDER_PATH)}>"
                f"{nested}</f:ProviderFault></f:Message>"
            )
        return _fault_element(self.kind.code, machine, inner)


def _fault_element(code: int, machine: str, inner: str) -> str:
    return f'<f:WSManFault xmlns:f="{names.WSMAN_FAULT}" Code="{code}" Machine={quoted(machine)}>{inner}</f:WSManFault>'

"""SOAP faults. Windows nests the text that names the cause; it also has a second, WMI-style form of detail."""

from __future__ import annotations

import re

from lxml import etree

from gatepost.untrusted_xml import FORBIDDEN_MARK
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.messages.documents import text_of
from gatepost.wsman.messages.uris import FAULT, PREFIXES, SOAP, name

_MAX_TEXT = 4_000
_CODE = re.compile(r"[0-9]{1,10}", re.ASCII)


def read_fault(fault: etree._Element) -> WsmanFault:
    """The exception for an ``s:Fault`` element; texts are cut at 4,000 characters, whitespace runs joined."""
    reason = fault.findtext(f"{name(SOAP, 'Reason')}/{name(SOAP, 'Text')}") or ""
    code, message = _detail(fault)
    provider, path = _provider(fault)
    return WsmanFault(code, _subcode(fault), _one_line(reason), message, provider=provider, provider_path=path)


def read_wsman_fault(wsman_fault: etree._Element) -> WsmanFault:
    """The exception for an ``f:WSManFault`` that comes without a SOAP fault around it."""
    provider, path = _provider(wsman_fault)
    return WsmanFault(
        _number(wsman_fault.get("Code", "")),
        "",
        "",
        _innermost(wsman_fault),
        provider=provider,
        provider_path=path,
    )


def _subcode(fault: etree._Element) -> str:
    code = fault.find(name(SOAP, "Code"))
    if code is None:
        return ""
    # The outer value stands in where there is no subcode, as in s:MustUnderstand.
    value = code.find(f"{name(SOAP, 'Subcode')}/{name(SOAP, 'Value')}")
    value = code.find(name(SOAP, "Value")) if value is None else value
    if value is None:
        return ""
    prefix, colon, local = (value.text or "").strip().rpartition(":")
    if not colon:
        return local[:_MAX_TEXT]
    namespace = value.nsmap.get(prefix, "")
    return f"{PREFIXES.get(namespace, prefix)}:{local}"[:_MAX_TEXT]


def _detail(fault: etree._Element) -> tuple[int | None, str]:
    detail = fault.find(name(SOAP, "Detail"))
    if detail is None:
        return None, ""
    wsman = detail.find(name(FAULT, "WSManFault"))
    if wsman is not None:
        return _number(wsman.get("Code", "")), _innermost(wsman)
    # Each CIM namespace has an MSFT_WmiError of its own, so the local name alone counts.
    for error in detail.iterchildren("{*}MSFT_WmiError"):
        return _number(text_of(error, "{*}error_Code")), _one_line(text_of(error, "{*}Message"))
    return None, ""


def _innermost(wsman_fault: etree._Element) -> str:
    """The deepest text: a provider's fault sits in the message of the service's own, to any depth."""
    holders = wsman_fault.iter(name(FAULT, "Message"), name(FAULT, "ProviderFault"))
    deepest = max((holder for holder in holders if _one_line(holder.text or "")), key=_depth, default=None)
    return _one_line(deepest.text or "") if deepest is not None else ""


def _provider(fault: etree._Element) -> tuple[str, str]:
    """Name and path of the provider that failed, the innermost one; "" where the fault names none."""
    holders = list(fault.iter(name(FAULT, "ProviderFault")))
    if not holders:
        return "", ""
    innermost = max(holders, key=_depth)
    return _one_line(innermost.get("provider", "")), _one_line(innermost.get("path", ""))


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())


def _number(text: str) -> int | None:
    return int(text) if _CODE.fullmatch(text) else None


def _one_line(text: str) -> str:
    return " ".join(text[: 2 * _MAX_TEXT].replace(FORBIDDEN_MARK, "\ufffd").split())[:_MAX_TEXT]

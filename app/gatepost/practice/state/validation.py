"""What the service checks in a PlugInConfiguration before it stores it ([MS-WSMV] 2.2.4.22 to 2.2.4.30)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from gatepost.practice.accounts.access_check import read_sddl
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import CONFIG_PROVIDER, Fault

_Check = Callable[[str], bool]


def _matches(pattern: str) -> _Check:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def _number(low: int) -> _Check:
    return lambda text: text.isascii() and text.isdigit() and low <= int(text[:11]) <= 0xFFFFFFFF


def _anything(_text: str) -> bool:
    return True


_BOOLEAN = _matches("(?i:true|false)|[01]")
_FILLED = _matches(r"(?s:.+)")
_CAPABILITIES = "Get|Put|Create|Delete|Invoke|Enumerate|Subscribe|Identify|Shell"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What one element may hold."""

    attributes: Mapping[str, _Check]
    required: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


_RULES = {
    "PlugInConfiguration": _Rule(
        {
            "Name": _FILLED,
            "Filename": _FILLED,
            "SDKVersion": _matches("[12]"),
            "XmlRenderingType": _matches("(?i:text|xmlreader)"),
            "Enabled": _BOOLEAN,
            "Architecture": _matches("32|64"),
            "UseSharedProcess": _BOOLEAN,
            "ProcessIdleTimeoutSec": _number(0),
            "RunAsUser": _anything,
            "RunAsPassword": _anything,
            "RunAsVirtualAccount": _BOOLEAN,
            "RunAsVirtualAccountGroups": _anything,
            "AutoRestart": _BOOLEAN,
            "OutputBufferingMode": _matches("(?i:block|drop|none)"),
        },
        ("Name", "Filename", "SDKVersion", "XmlRenderingType"),
        ("InitializationParameters", "Resources", "Quotas"),
    ),
    "InitializationParameters": _Rule({}, (), ("Param",)),
    "Param": _Rule({"Name": _FILLED, "Value": _anything}, ("Name", "Value")),
    "Resources": _Rule({}, (), ("Resource",)),
    "Resource": _Rule(
        {"ResourceUri": _FILLED, "SupportsOptions": _BOOLEAN, "ExactMatch": _BOOLEAN},
        ("ResourceUri",),
        ("Security", "Capability"),
    ),
    "Security": _Rule({"Uri": _anything, "ExactMatch": _BOOLEAN, "Sddl": _anything}, ("Uri", "Sddl")),
    "Capability": _Rule(
        {"Type": _matches(_CAPABILITIES), "SupportsFragment": _BOOLEAN, "SupportsFiltering": _BOOLEAN}, ("Type",)
    ),
    "Quotas": _Rule(
        {
            "MaxIdleTimeoutms": _number(60000),
            "IdleTimeoutms": _number(60000),
            "MaxConcurrentUsers": _number(1),
            "MaxProcessesPerShell": _number(0),
            "MaxMemoryPerShellMB": _number(0),
            "MaxConcurrentCommandsPerShell": _number(1),
            "MaxShells": _number(1),
            "MaxShellsPerUser": _number(1),
            "MaxConcurrentOperations": _number(1),
            "MaxConcurrentOperationsPerUser": _number(1),
        }
    ),
}
_ONCE = ("InitializationParameters", "Resources", "Quotas")


def check_plugin(root: etree._Element) -> None:
    """Check a whole PlugInConfiguration.

    Raises:
        Fault: the reason the service refuses it.
    """
    check_element(root, "PlugInConfiguration")
    tags = [_local_name(child) for child in root]
    if any(tags.count(name) > 1 for name in _ONCE):
        raise _refusal(faults.SCHEMA, "An element occurs twice.")
    resources = root.findall(f".//{{{names.PLUGIN}}}Resource")
    if not resources:
        raise _refusal(faults.MISSING_VALUE, "There is no Resource.")
    for resource in resources:
        uri = resource.get("ResourceUri", "")
        if resource.find(f"{{{names.PLUGIN}}}Capability") is None:
            raise _refusal(faults.MISSING_VALUE, "A Resource has no Capability.")
        for security in resource.iterfind(f"{{{names.PLUGIN}}}Security"):
            check_security(security, uri)


def check_security(element: etree._Element, resource_uri: str) -> None:
    """Check the Uri and the SDDL of a Security element.

    Raises:
        Fault: the reason the service refuses it.
    """
    uri = element.get("Uri", "")
    if uri and not uri.lower().startswith(resource_uri.lower()):
        raise _refusal(faults.URI_NOT_UNDER_RESOURCE)
    check_sddl(element.get("Sddl", ""))


def check_sddl(text: str) -> None:
    """Check that a descriptor can be read and has an owner and a group.

    Raises:
        Fault: it does not.
    """
    try:
        descriptor = read_sddl(text)
    except ValueError as error:
        raise _refusal(faults.INVALID_DESCRIPTOR) from error
    if not (descriptor.owner and descriptor.group):
        raise _refusal(faults.INVALID_DESCRIPTOR, "The security descriptor has no owner or no group.")


def check_element(element: etree._Element, expected: str) -> None:
    """Check names, attributes and children against the schema, all the way down.

    Raises:
        Fault: the first thing that does not fit.
    """
    name = _local_name(element)
    if name != expected:
        raise _refusal(faults.SCHEMA, "An element is not expected here.")
    rule = _RULES[name]
    for name_of, value in element.attrib.items():
        key = str(name_of)
        check = rule.attributes.get(key)  # xml:lang is in no rule, so it is refused like any unknown attribute
        if check is None:
            raise _refusal(faults.SCHEMA, f"The attribute {key} is not expected.")
        if not check(str(value)):
            raise _refusal(faults.INVALID_VALUE, f"The value of {key} is not valid.")
    missing = [key for key in rule.required if element.get(key) is None]
    if missing:
        raise _refusal(faults.MISSING_VALUE, f"The attribute {missing[0]} is missing.")
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _refusal(faults.SCHEMA, "Text is not expected here.")
    for child in element:
        child_name = _local_name(child)
        if child_name not in rule.children:
            raise _refusal(faults.SCHEMA, "An element is not expected here.")
        check_element(child, child_name)


def _local_name(element: etree._Element) -> str:
    name = etree.QName(element)
    if name.namespace != names.PLUGIN:
        raise _refusal(faults.WRONG_NAMESPACE)
    return name.localname


def _refusal(kind: faults.FaultKind, text: str = "") -> Fault:
    return Fault(kind, CONFIG_PROVIDER, text)

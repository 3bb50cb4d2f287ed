"""Instances and outputs of WMI as XML ([MS-WSMV] 2.2.4, and the captures of Windows Server 2012)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gatepost.practice.wire import names
from gatepost.practice.wire.markup import escape

Scalar = str | int | bool | None
Value = Scalar | tuple[Scalar, ...]
_DECLARED = f'xmlns:xsi="{names.XSI}"'


def instance_xml(uri: str, properties: Mapping[str, Value]) -> str:
    """Return an instance of the class that ends the URI, its properties in the order of the alphabet."""
    name = uri.rpartition("/")[2]
    listed = "".join(_element(f"p:{key}", properties[key]) for key in sorted(properties, key=str.lower))
    return (
        f'<p:{name} {_DECLARED} xmlns:p="{uri}" xmlns:cim="{names.CIM_COMMON}" xsi:type="p:{name}_Type">'
        f"{listed}</p:{name}>"
    )


def fragment_xml(properties: Mapping[str, Value], columns: Collection[str]) -> str:
    """Return what a query with a list of properties gives."""
    chosen = [key for key in sorted(properties, key=str.lower) if key.lower() in columns]
    listed = "".join(_element(key, properties[key]) for key in chosen)
    return f'<w:XmlFragment {_DECLARED} xmlns:w="{names.WSMAN}">{listed}</w:XmlFragment>'


def output_xml(uri: str, method: str, values: Mapping[str, Value]) -> str:
    """Return what a method gives back, in the order given: ReturnValue comes last."""
    listed = "".join(_element(f"p:{key}", value) for key, value in values.items())
    return f'<p:{method}_OUTPUT {_DECLARED} xmlns:p="{uri}" xmlns:cim="{names.CIM_COMMON}">{listed}</p:{method}_OUTPUT>'


def _element(tag: str, value: Value) -> str:
    if isinstance(value, tuple):
        return "".join(_element(tag, each) for each in value)
    if value is None:
        return f'<{tag} xsi:nil="true"/>'
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{tag}>{escape(text)}</{tag}>"

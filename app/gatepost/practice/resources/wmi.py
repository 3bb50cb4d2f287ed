"""Classes of WMI over WS-Management: Get, Enumerate with WQL, Invoke ([MS-WSMV] 3.1.4.1, 4.1.4).

Instances and outputs as XML: [MS-WSMV] 2.2.4, and the captures of Windows Server 2012.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from gatepost.practice.accounts.access_check import ADMINISTRATORS
from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.resources.wql import read_query
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.markup import escape
from gatepost.practice.wire.soap import Request

_WSMAN = f"{{{names.WSMAN}}}"
_BINDING = f"{{{names.BINDING}}}"
Scalar = str | int | bool | None
Value = Scalar | tuple[Scalar, ...]
_DECLARED = f'xmlns:xsi="{names.XSI}"'
Properties = Mapping[str, Value]
Association = Callable[[Properties], Iterable[tuple[str, Properties]]]
"""From an instance to those on the other end, each with the name of its class."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method being called: on which instance (empty for a static class), with what, by whom."""

    instance: Properties
    arguments: Mapping[str, str]
    is_administrator: bool


@dataclass(frozen=True, slots=True)
class WmiClass:
    """One class. ``find`` takes lower-case key names, and replaces the search through ``instances``.

    Without ``keys`` it is a singleton, or static where it has no instances either.
    """

    namespaces: Sequence[str]
    name: str
    keys: Sequence[str]
    instances: Callable[[], Iterable[Properties]]
    methods: Mapping[str, Callable[[Call], Properties]] = field(default_factory=dict)
    find: Callable[[Mapping[str, str]], Properties | None] | None = None

    def select(self, selectors: Mapping[str, str]) -> Properties:
        """Return the instance that the selectors name.

        Raises:
            Fault: they are not the keys, or there is no such instance.
        """
        keys = {key.lower() for key in self.keys}
        given = {name: value for name, value in selectors.items() if name != "__cimnamespace"}
        if set(given) - keys:
            raise Fault(faults.INVALID_SELECTORS)
        if set(given) != keys:
            raise Fault(faults.INSUFFICIENT_SELECTORS)
        properties = self.find(given) if self.find is not None else self._search(given)
        if properties is None:
            raise Fault(faults.NO_INSTANCE)
        return properties

    def _search(self, keys: Mapping[str, str]) -> Properties | None:
        for properties in self.instances():
            mine = {name.lower(): str(value if value is not None else "") for name, value in properties.items()}
            if all(mine.get(name, "").lower() == value.lower() for name, value in keys.items()):
                return properties
        return None


class Wmi:
    """WMI provider: resolves classes and carries out Get, Enumerate and Invoke."""

    def __init__(self, classes: Iterable[WmiClass], associations: Mapping[str, Association]) -> None:
        """Serve these classes, and associations by the lower-case name of their class."""
        self._associations = associations
        self._classes = {
            f"{names.WMI}{namespace}/{wmi_class.name}".lower(): (f"{names.WMI}{namespace}/{wmi_class.name}", wmi_class)
            for wmi_class in classes
            for namespace in wmi_class.namespaces
        }

    @staticmethod
    def serves(uri: str) -> bool:
        """Return whether a URI is one of WMI."""
        return uri.lower().startswith(names.WMI)

    def get(self, request: Request) -> str:
        """Return one instance.

        Raises:
            Fault: there is no such class or instance.
        """
        uri, wmi_class = self._class(request.resource_uri)
        return instance_xml(uri, wmi_class.select(request.selectors))

    def instances(self, request: Request) -> list[bytes]:
        """Return what an Enumerate lists: all of a class, or what a query chooses.

        Raises:
            Fault: there is no such class, or the filter is not WQL that this understands.
        """
        assert request.body is not None
        filter_element = request.body.find(_WSMAN + "Filter")
        if filter_element is None:
            uri, wmi_class = self._class(request.resource_uri)
            return [instance_xml(uri, properties).encode() for properties in wmi_class.instances()]
        if filter_element.get("Dialect") == names.ASSOCIATIONS:
            return self._associated(filter_element)
        if filter_element.get("Dialect") != names.WQL:
            raise Fault(faults.CANNOT_PROCESS_FILTER)
        query = read_query(filter_element.text or "")
        uri, wmi_class = self._class(f"{request.resource_uri.rpartition('/')[0]}/{query.class_name}")
        chosen = [properties for properties in wmi_class.instances() if query.matches(properties)]
        if query.columns is not None:
            return [fragment_xml(properties, query.columns).encode() for properties in chosen]
        return [instance_xml(uri, properties).encode() for properties in chosen]

    def _associated(self, filter_element: etree._Element) -> list[bytes]:
        """Return the instances that an object is associated with, as whole instances of their own classes."""
        instances = filter_element.find(_BINDING + "AssociatedInstances")
        key = instances.findtext(_BINDING + "AssociationClassName", "") if instances is not None else ""
        follow = self._associations.get(key.lower())
        if instances is None or follow is None:
            raise Fault(faults.CANNOT_PROCESS_FILTER)
        uri, wmi_class = self._class(instances.findtext(f".//{_WSMAN}ResourceURI", ""))
        selectors = {each.get("Name", "").lower(): each.text or "" for each in instances.iter(_WSMAN + "Selector")}
        associated = follow(wmi_class.select(selectors))
        base = uri.rpartition("/")[0]
        return [instance_xml(f"{base}/{name}", properties).encode() for name, properties in associated]

    def invoke(self, request: Request, logon: Logon) -> str:
        """Call the method that the action names.

        Raises:
            Fault: there is no such class, instance or method, or the input is not its.
        """
        uri, wmi_class = self._class(request.resource_uri)
        method = request.action.rpartition("/")[2]
        carry_out = wmi_class.methods.get(method)
        if carry_out is None or request.action.lower() != f"{request.resource_uri}/{method}".lower():
            raise Fault(faults.ACTION_NOT_SUPPORTED)
        instance = wmi_class.select(request.selectors) if wmi_class.keys else {}
        call = Call(instance, _arguments(request, method), ADMINISTRATORS in logon.sids)
        return output_xml(uri, method, carry_out(call))

    def _class(self, uri: str) -> tuple[str, WmiClass]:
        wmi_class = self._classes.get(uri.lower())
        if wmi_class is None:
            raise Fault(faults.NO_CLASS)
        return wmi_class


def _arguments(request: Request, method: str) -> dict[str, str]:
    body = request.body
    if body is None or etree.QName(body).localname != f"{method}_INPUT":
        raise Fault(faults.INVALID_REPRESENTATION)
    if (etree.QName(body).namespace or "").lower() != request.resource_uri.lower():
        raise Fault(faults.WRONG_NAMESPACE)
    return {etree.QName(child).localname: child.text or "" for child in body}


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

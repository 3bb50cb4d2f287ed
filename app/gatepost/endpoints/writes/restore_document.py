"""Restoring a state of an endpoint in its document."""

from __future__ import annotations

from lxml import etree

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration


class MisfitError(ValueError):
    """The endpoint has other places for descriptors than the state. Nothing has changed."""


def with_state(configuration: SessionConfiguration, state: EndpointState) -> SessionConfiguration:
    """Return the endpoint with Enabled and the descriptors of ``state``, the absence of either included.

    Raises:
        MisfitError: a resource of the state is not there any more, or cannot be told from another, or its Enabled is no
            truth value.
    """
    if EndpointState.of(configuration) == state:
        return configuration
    root = xml.parse(configuration.document)
    _set_enabled(root, state)
    by_uri: dict[str, list[etree._Element]] = {}
    for resource in xml.resources(root):
        by_uri.setdefault(resource.get("ResourceUri", ""), []).append(resource)
    descriptors = {uri: [d for d in state.descriptors if d.resource_uri == uri] for uri in by_uri}
    if sum(map(len, descriptors.values())) != len(state.descriptors):
        raise MisfitError(f"{configuration.name} has lost a resource")
    for uri, resources in by_uri.items():
        _set_descriptors(resources, descriptors[uri])
    try:
        return SessionConfiguration.from_xml(xml.serialize(root))
    except xml.DocumentError as error:
        raise MisfitError(str(error)) from None


def _set_enabled(root: etree._Element, state: EndpointState) -> None:
    if state.enabled_text:
        root.set("Enabled", state.enabled_text)
    elif "Enabled" in root.attrib:
        del root.attrib["Enabled"]


def _set_descriptors(resources: list[etree._Element], descriptors: list[SecurityNode]) -> None:
    present = [node for resource in resources for node in resource.findall(xml.tag("Security"))]
    if len(resources) > 1 and len(present) != len(descriptors):
        raise MisfitError("two resources of one name")
    for node in present[len(descriptors) :]:
        resources[0].remove(node)
    kept = len(present[: len(descriptors)])
    while len(present) < len(descriptors):
        present.append(xml.add_security(resources[0], ""))
    for number, (node, descriptor) in enumerate(zip(present, descriptors, strict=False)):
        stays = number < kept and node.get("Uri") == descriptor.uri  # no change of ours sets its ExactMatch
        if descriptor.exact_match and not stays:
            node.set("ExactMatch", descriptor.exact_match)
        node.set("Uri", descriptor.uri)
        node.set("Sddl", descriptor.sddl)

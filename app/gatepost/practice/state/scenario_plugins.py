"""Read the "endpoints" and "plug_ins" of a scenario file.

Keys of an endpoint, which is a plug-in of PowerShell:
  name
  sddl              text, list of texts for several Security elements, [] for none
  exact_match       texts, one per sddl
  enabled           null: no such attribute
  version           "5.1"; 6 and above live under their own folder
  bits              64, 32
  run_as            user;  virtual_account: true, or a text of groups
  parameters        initialization parameters beside PSVersion
  quotas            null: no Quotas element
  count             makes several; {n} in the name is the number, from 01
  raw               lines of XML instead of all that
Keys of a plug-in: name, filename, resources (uri, capabilities, sddl).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gatepost.practice.accounts.accounts import new_password
from gatepost.practice.state.plugin import Plugin, read_plugin
from gatepost.practice.state.plugin_writer import plugin_document, resource_element, security_element
from gatepost.practice.state.scenario_fields import Fields, refused_at
from gatepost.practice.state.stored_document import QUOTA_DEFAULTS
from gatepost.practice.state.validation import check_plugin
from gatepost.practice.wire import names
from gatepost.practice.wire.soap import parse_xml

_OTHER_QUOTAS = {
    "MaxConcurrentUsers": "2147483647",
    "MaxConcurrentOperationsPerUser": "2147483647",
    "MaxConcurrentOperations": "2147483647",
}


def read_plugins(top: Fields) -> Iterator[Plugin]:
    """Make the plug-ins.

    Raises:
        ScenarioError: see the message.
    """
    for fields in top.objects("endpoints"):
        for number in range(1, fields.number("count", 1) + 1):
            yield _stored(fields, _endpoint(fields.numbered(number)))
        fields.finish()
    for fields in top.objects("plug_ins"):
        yield _stored(fields, _other(fields))
        fields.finish()


def _stored(fields: Fields, document: bytes) -> Plugin:
    with refused_at(fields.json_path):
        root = parse_xml(document)
        check_plugin(root)
        plugin = read_plugin(root)
    password = new_password() if plugin.run_as_user else ""
    # byte for byte, with the repeated xmlns that a parser would drop
    return replace(plugin, document=document, run_as_password=password)


def _endpoint(fields: Fields) -> bytes:
    raw = fields.texts("raw")
    if raw:
        return "".join(raw).encode()
    name, version, bits = fields.text("name"), fields.text("version", "5.1"), fields.number("bits", 64)
    attributes = {"Name": name, "Filename": _filename(version, bits), "SDKVersion": "2", "XmlRenderingType": "text"}
    enabled = fields.flag("enabled", default=True)
    if enabled is not None:
        attributes["Enabled"] = str(enabled).lower()
    if bits == 32:
        attributes["Architecture"] = "32"
    run_as = fields.text("run_as", "")
    if run_as:
        attributes |= {"RunAsUser": run_as, "RunAsPassword": ""}
    virtual = fields.take("virtual_account", False)
    if virtual:
        attributes |= {
            "RunAsVirtualAccount": "true",
            "RunAsVirtualAccountGroups": "" if virtual is True else str(virtual),
        }
    uri = names.POWERSHELL_PREFIX + name
    exact = fields.texts("exact_match")
    securities = [
        security_element(uri, exact[index] if index < len(exact) else "true", sddl)
        for index, sddl in enumerate(fields.texts("sddl"))
    ]
    default_version = version if version.startswith(("2", "3", "4", "5")) else version.split(".")[0] + ".0"
    return plugin_document(
        attributes,
        [resource_element(uri, securities, ["Shell"], exact_match=True)],
        {"PSVersion": default_version, **fields.mapping("parameters")},
        fields.mapping("quotas", dict(QUOTA_DEFAULTS)),
    )


def _filename(version: str, bits: int) -> str:
    if not version.startswith(("2", "3", "4", "5")):
        return rf"%windir%\system32\PowerShell\{version}\pwrshplugin.dll"
    return rf"%windir%\{'syswow64' if bits == 32 else 'system32'}\pwrshplugin.dll"


def _other(fields: Fields) -> bytes:
    resources = []
    for resource in fields.objects("resources"):
        securities = [security_element("", "false", sddl) for sddl in resource.texts("sddl")]
        capabilities = resource.texts("capabilities")
        resources.append(resource_element(resource.text("uri"), securities, capabilities, exact_match=False))
        resource.finish()
    attributes = {
        "Name": fields.text("name"),
        "Filename": fields.text("filename"),
        "SDKVersion": "1",
        "XmlRenderingType": "text",
        "Enabled": "true",
    }
    return plugin_document(attributes, resources, {}, _OTHER_QUOTAS)

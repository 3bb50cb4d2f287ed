r"""Read the scenario files of resources/practice/, which describe a practice host as data.

Keys of a file (everything else is refused):
  about           what the scenario shows, for people
  host            computer name
  machine_sid     SID of the machine's accounts;  domain_sid (optional) of its domain
  build           Windows build, as in "10.0.20348"
  root_sddl       (optional) RootSDDL of the service
  accounts        user (DOMAIN\name), sid, groups, role: who can log on
  names           SID -> DOMAIN\name, what the host can resolve beyond accounts and well-known SIDs, or calls those
  machine         (optional) service, listeners, firewall rules, system: see app/gatepost/practice/state/scenario_machine.py
  endpoints       PowerShell's plug-ins, see _endpoint
  plug_ins        other plug-ins: name, filename, resources (uri, capabilities, sddl)
A ``{machine}`` or ``{domain}`` in SID and SDDL text stands for the two SIDs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from gatepost.assets import resource_path
from gatepost.practice.accounts.access_check import Authority
from gatepost.practice.accounts.accounts import Account, new_password
from gatepost.practice.state.machine import SimulatedMachine
from gatepost.practice.state.plugin import Plugin, read_plugin
from gatepost.practice.state.plugin_writer import ResourceSpec, plugin_document
from gatepost.practice.state.scenario_fields import Fields, ScenarioError
from gatepost.practice.state.scenario_machine import read_machine
from gatepost.practice.state.stored_document import QUOTA_DEFAULTS
from gatepost.practice.state.validation import check_plugin, check_sddl
from gatepost.practice.wire import names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import parse_xml

DEFAULT_ROOT_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
ROLES = ("administrator", "remote-management-user", "user")
_T = TypeVar("_T")
_USER = re.compile(r"[^\\:\r\n]+\\[^\\:\r\n]+")
_OTHER_QUOTAS = {
    "MaxConcurrentUsers": "2147483647",
    "MaxConcurrentOperationsPerUser": "2147483647",
    "MaxConcurrentOperations": "2147483647",
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """Initial state of a practice host."""

    name: str
    host: str
    authority: Authority
    build: str
    root_sddl: str
    accounts: tuple[Account, ...]
    names: Mapping[str, str]
    plugins: tuple[Plugin, ...]
    machine: SimulatedMachine


def scenario_names() -> list[str]:
    """Return the names of the scenarios that come with the program."""
    return sorted(path.stem for path in resource_path("practice").glob("*.json"))


def load_scenario(name: str) -> Scenario:
    """Read a scenario by its name, or from a file if the name ends in .json.

    Raises:
        ScenarioError: there is no such scenario, or its file is not usable.
    """
    if not name.endswith(".json") and name not in scenario_names():
        raise ScenarioError(f"there is no scenario {name!r}; there are: {', '.join(scenario_names())}")
    path = Path(name) if name.endswith(".json") else resource_path("practice", name + ".json")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ScenarioError(f"{path.name}: {error}") from error
    return read_scenario(data, path.stem)


def read_scenario(data: object, name: str) -> Scenario:
    """Make a scenario from parsed JSON.

    Raises:
        ScenarioError: see the message.
    """
    top = Fields(data, name)
    authority = Authority(top.sid("machine_sid"), top.text("domain_sid", ""))
    top.replacements = {"{machine}": authority.machine, "{domain}": authority.domain}
    host = top.text("host")
    root_sddl = top.text("root_sddl", DEFAULT_ROOT_SDDL)
    _check(top.json_path, lambda: check_sddl(root_sddl, authority))
    scenario = Scenario(
        name=name,
        host=host,
        authority=authority,
        build=top.text("build"),
        root_sddl=root_sddl,
        accounts=tuple(_account(fields) for fields in top.objects("accounts")),
        names={top.expand(sid): user for sid, user in top.mapping("names").items()},
        plugins=tuple(_plugins(top, authority)),
        machine=read_machine(top.object("machine")),
    )
    top.text("about")
    top.finish()
    _check_whole(scenario)
    return scenario


def _check_whole(scenario: Scenario) -> None:
    missing = [role for role in ROLES if role not in {account.role for account in scenario.accounts}]
    if missing:
        raise ScenarioError(f"{scenario.name}: no account has the role {missing[0]}")
    seen: set[str] = set()
    for plugin in scenario.plugins:
        if plugin.name.lower() in seen:
            raise ScenarioError(f"{scenario.name}: two plug-ins are named {plugin.name!r}")
        seen.add(plugin.name.lower())


def _account(fields: Fields) -> Account:
    account = Account(
        user=fields.text("user"),
        sid=fields.sid("sid"),
        groups=tuple(fields.texts("groups")),
        role=fields.text("role"),
        password=new_password(),
    )
    fields.finish()
    if account.role not in ROLES:
        raise ScenarioError(f"{fields.json_path}: role is one of {', '.join(ROLES)}")
    if not _USER.fullmatch(account.user):
        raise ScenarioError(f"{fields.json_path}: user is DOMAIN\\name")
    return account


def _plugins(top: Fields, authority: Authority) -> Iterator[Plugin]:
    for fields in top.objects("endpoints"):
        for number in range(1, fields.number("count", 1) + 1):
            yield _stored(fields, _endpoint(fields.numbered(number)), authority)
        fields.finish()
    for fields in top.objects("plug_ins"):
        yield _stored(fields, _other(fields), authority)
        fields.finish()


def _stored(fields: Fields, document: bytes, authority: Authority) -> Plugin:
    def check() -> Plugin:
        root = parse_xml(document)
        check_plugin(root, authority)
        plugin = read_plugin(root)
        password = new_password() if plugin.run_as_user else ""
        # byte for byte, with the repeated xmlns that a parser would drop
        return replace(plugin, document=document, run_as_password=password)

    return _check(fields.json_path, check)


def _endpoint(fields: Fields) -> bytes:
    """Write a PowerShell plug-in.

    Keys: name; sddl (text, list of texts for several Security elements, [] for none); enabled (null: no such
    attribute); version ("5.1"; 6 and above live under their own folder); bits (64, 32); run_as; virtual_account
    (true, or a text of groups); parameters; quotas (null: no Quotas element); exact_match (texts, one per sddl);
    count (makes several; {n} in the name is the number, from 01); raw (lines of XML instead of all that).
    """
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
    securities = tuple(
        (uri, exact[index] if index < len(exact) else "true", sddl) for index, sddl in enumerate(fields.texts("sddl"))
    )
    default_version = version if version.startswith(("2", "3", "4", "5")) else version.split(".")[0] + ".0"
    return plugin_document(
        attributes,
        (ResourceSpec(uri, securities, ("Shell",)),),
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
        securities = tuple(("", "false", sddl) for sddl in resource.texts("sddl"))
        capabilities = tuple(resource.texts("capabilities"))
        resources.append(ResourceSpec(resource.text("uri"), securities, capabilities, exact_match=False))
        resource.finish()
    attributes = {
        "Name": fields.text("name"),
        "Filename": fields.text("filename"),
        "SDKVersion": "1",
        "XmlRenderingType": "text",
        "Enabled": "true",
    }
    return plugin_document(attributes, resources, {}, _OTHER_QUOTAS)


def _check(json_path: str, action: Callable[[], _T]) -> _T:
    try:
        return action()
    except Fault as fault:
        raise ScenarioError(f"{json_path}: {fault.text}") from fault

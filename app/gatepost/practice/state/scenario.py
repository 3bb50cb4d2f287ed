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
  endpoints, plug_ins   PowerShell's plug-ins and others, see app/gatepost/practice/state/scenario_plugins.py
A ``{machine}`` or ``{domain}`` in SID and SDDL text stands for the two SIDs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gatepost.assets import resource_path
from gatepost.practice.accounts.access_check import Authority
from gatepost.practice.accounts.accounts import Account, new_password
from gatepost.practice.state.machine import SimulatedMachine
from gatepost.practice.state.plugin import Plugin
from gatepost.practice.state.scenario_fields import Fields, ScenarioError, refused_at
from gatepost.practice.state.scenario_machine import read_machine
from gatepost.practice.state.scenario_plugins import read_plugins
from gatepost.practice.state.validation import check_sddl

DEFAULT_ROOT_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
ROLES = ("administrator", "remote-management-user", "user")
_USER = re.compile(r"[^\\:\r\n]+\\[^\\:\r\n]+")


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
    authority = Authority(top.sid("machine_sid"), top.sid("domain_sid", ""))
    top.replacements = {"{machine}": authority.machine, "{domain}": authority.domain}
    host = top.text("host")
    root_sddl = top.text("root_sddl", DEFAULT_ROOT_SDDL)
    with refused_at(top.json_path):
        check_sddl(root_sddl)
    scenario = Scenario(
        name=name,
        host=host,
        authority=authority,
        build=top.text("build"),
        root_sddl=root_sddl,
        accounts=tuple(_account(fields) for fields in top.objects("accounts")),
        names={top.expand(sid): user for sid, user in top.mapping("names").items()},
        plugins=tuple(read_plugins(top)),
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
        role=fields.one_of("role", ROLES),
        password=new_password(),
    )
    fields.finish()
    if not _USER.fullmatch(account.user):
        raise ScenarioError(f"{fields.json_path}: user is DOMAIN\\name")
    return account

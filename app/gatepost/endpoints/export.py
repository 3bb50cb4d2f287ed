"""Generated code of a change, to read, keep, and run elsewhere. No name or descriptor can break out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gatepost.endpoints.changes.powershell import comment, head, quoted
from gatepost.endpoints.changes.wsman_drive_script import wsman_drive_script
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.visible import visible
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange
from gatepost.security import NETWORK, dacl_entries
from gatepost.security.edit.windows_cmdlets import is_full_deny

_PATTERN = frozenset("*?[]`")
_ANSIBLE_LIMITS = (
    "Tasks for community.windows.win_pssession_configuration, which works through Windows PowerShell 5.1 on the host.",
    "The module restarts WinRM after every change, which ends all WinRM connections, and doesn't compare access modes.",
    "Not tried on an endpoint of PowerShell 7. The module deletes a descriptor before it writes the new one.",
)
_DSC_LIMITS = (
    "Requires the module xPSDesiredStateConfiguration, which works through Windows PowerShell 5.1 on the host.",
    "The resource might restart WinRM, which ends open sessions and might end a run that was started over WinRM.",
    "Not tried on an endpoint of PowerShell 7. The resource deletes a descriptor before it writes the new one.",
)


def ansible_tasks(change_set: ChangeSet) -> str:
    """Return tasks with community.windows.win_pssession_configuration, to be imported into a play.

    An empty list where nothing can be given to the module.
    """
    taken, left_out = _for_cmdlets(change_set, loses_file=True)
    tasks = [line for number, after in enumerate(taken, 1) for line in _task(number, after)]
    return "\n".join([*head(change_set, _ANSIBLE_LIMITS), *left_out, *(tasks or ["[]"])])


def _task(number: int, after: SessionConfiguration) -> list[str]:
    task = [
        "",
        f"- name: Session configuration {number}",
        "  community.windows.win_pssession_configuration:",
        f"    name: {unsafe(after.name)}",
        f"    access_mode: {_cmdlet_mode(after).lower()}",
    ]
    return task + ([f"    security_descriptor_sddl: {unsafe(after.sddl)}"] if after.sddl else [])


def unsafe(value: str) -> str:
    """Return ``value`` as a double-quoted YAML scalar in which Ansible looks for no templates."""
    return f'!unsafe "{"".join(map(_escaped, value))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable() and visible(character) == character:
        return character
    number = ord(character)
    return f"\\x{number:02X}" if number <= 0xFF else f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


def dsc_configuration(change_set: ChangeSet) -> str:
    """Return a configuration for the local node with xPSEndpoint of xPSDesiredStateConfiguration.

    Comments alone where nothing can be given to the resource.
    """
    taken, left_out = _for_cmdlets(change_set, loses_file=False)
    lines = [*head(change_set, _DSC_LIMITS), *left_out]
    if taken:
        lines += [
            "Configuration SessionConfigurations {",
            "    Import-DscResource -ModuleName xPSDesiredStateConfiguration",
            "    Node localhost {",
            *(line for number, after in enumerate(taken, 1) for line in _resource(number, after)),
            "    }",
            "}",
        ]
    return "\n".join(lines)


def _resource(number: int, after: SessionConfiguration) -> list[str]:
    values = {"Name": quoted(after.name), "Ensure": "'Present'", "AccessMode": f"'{_cmdlet_mode(after)}'"}
    if after.sddl:
        values["SecurityDescriptorSDDL"] = quoted(after.sddl)
    width = max(map(len, values))
    lines = [f"            {name:<{width}} = {value}" for name, value in values.items()]
    return [f"        xPSEndpoint Endpoint{number} {{", *lines, "        }"]


def _for_cmdlets(change_set: ChangeSet, *, loses_file: bool) -> tuple[list[SessionConfiguration], list[str]]:
    """Return the endpoints that a tool built on Windows' cmdlets may be given, and a comment for each left out.

    ``loses_file``: the tool registers an endpoint again that has a session configuration file.
    """
    taken, left_out = [], []
    for change in change_set.effective:
        why = _why_left_out(change, loses_file=loses_file)
        if why:
            left_out.append(comment(f"{change.name} is skipped: {why}."))
        else:
            taken.append(change.after)
    return taken, left_out


def _why_left_out(change: EndpointChange, *, loses_file: bool) -> str:
    after = change.after
    if _PATTERN & set(change.name):
        return "its name would be read as a wildcard pattern"
    if after.run_as.is_managed_account:
        return "it runs as a managed service account, which its session configuration file specifies"
    if after.run_as.user:
        return "it runs as a user whose password would have to be entered again"
    if loses_file and any(name.lower() == "configfilepath" for name, _ in after.parameters):
        return "it would be registered again without its session configuration file"
    if len(set(after.sddls)) > 1:
        return "it has several descriptors, but only one can be set"
    return ""


def _cmdlet_mode(configuration: SessionConfiguration) -> str:
    """Return the AccessMode with which the cmdlets leave the descriptor as it stands: Remote, Local or Disabled.

    They add or take away a Deny for NETWORK with the mask of all rights, and no other entry.
    """
    if not configuration.enabled:
        return "Disabled"
    return "Local" if _denies_network(configuration.sddl or "") else "Remote"


def _denies_network(sddl: str) -> bool:
    return any(is_full_deny(a) and a.sid == NETWORK for a in dacl_entries(sddl))


@dataclass(frozen=True, slots=True)
class CodeForm:
    """One form of code: its title, the suffix of its files, how it is made, and whether it can express a change."""

    title: Text
    suffix: str
    make: Callable[[ChangeSet], str]
    applies: Callable[[ChangeSet], bool] = lambda _: True


CODE_FORMS = (
    CodeForm(ENDPOINTS.tr("PowerShell (WSMan: drive)"), ".ps1", wsman_drive_script),
    CodeForm(
        ENDPOINTS.tr("PowerShell (Windows cmdlets)"),
        ".ps1",
        lambda change_set: change_set.powershell,
        lambda change_set: bool(change_set.powershell),
    ),
    CodeForm(ENDPOINTS.tr("Ansible tasks"), ".yml", ansible_tasks),
    CodeForm(ENDPOINTS.tr("DSC configuration"), ".ps1", dsc_configuration),
)


def file_content(form: CodeForm, change_set: ChangeSet) -> bytes:
    """Return the code as a file: PowerShell with the byte order mark without which 5.1 misreads what is not ASCII."""
    code = form.make(change_set).rstrip("\n") + "\n"
    return code.encode("utf-8-sig" if form.suffix == ".ps1" else "utf-8")

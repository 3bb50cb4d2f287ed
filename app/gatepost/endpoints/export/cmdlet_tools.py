"""Code that works through Windows' cmdlets.

Ansible tasks with community.windows.win_pssession_configuration, and a DSC configuration with xPSEndpoint of
xPSDesiredStateConfiguration.
"""

from __future__ import annotations

from gatepost.endpoints.changes.powershell import quoted
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.export.selection import cmdlet_mode, for_cmdlets, head
from gatepost.endpoints.visible import visible
from gatepost.endpoints.writes.change_set import ChangeSet

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
    """Return a list of tasks, to be imported into a play; an empty list where nothing can be given to the module."""
    taken, left_out = for_cmdlets(change_set, loses_file=True)
    tasks = [line for number, after in enumerate(taken, 1) for line in _task(number, after)]
    return "\n".join([*head(change_set, _ANSIBLE_LIMITS), *left_out, *(tasks or ["[]"])])


def _task(number: int, after: SessionConfiguration) -> list[str]:
    task = [
        "",
        f"- name: Session configuration {number}",
        "  community.windows.win_pssession_configuration:",
        f"    name: {unsafe(after.name)}",
        f"    access_mode: {cmdlet_mode(after).lower()}",
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
    """Return a configuration for the local node; comments alone where nothing can be given to the resource."""
    taken, left_out = for_cmdlets(change_set, loses_file=False)
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
    values = {"Name": quoted(after.name), "Ensure": "'Present'", "AccessMode": f"'{cmdlet_mode(after)}'"}
    if after.sddl:
        values["SecurityDescriptorSDDL"] = quoted(after.sddl)
    width = max(map(len, values))
    lines = [f"            {name:<{width}} = {value}" for name, value in values.items()]
    return [f"        xPSEndpoint Endpoint{number} {{", *lines, "        }"]

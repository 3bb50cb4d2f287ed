"""A change as Ansible tasks with community.windows.win_pssession_configuration."""

from __future__ import annotations

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.export.selection import cmdlet_mode, for_cmdlets, head
from gatepost.endpoints.visible import visible
from gatepost.endpoints.writes.change_set import ChangeSet

_LIMITS = (
    "Tasks for community.windows.win_pssession_configuration, which works through Windows PowerShell 5.1 on the host.",
    "The module restarts WinRM after every change, which ends all WinRM connections, and doesn't compare access modes.",
    "Not tried on an endpoint of PowerShell 7. The module deletes a descriptor before it writes the new one.",
)


def ansible_tasks(change_set: ChangeSet) -> str:
    """Return a list of tasks, to be imported into a play; an empty list where nothing can be given to the module."""
    taken, left_out = for_cmdlets(change_set, loses_file=True)
    tasks = [line for number, after in enumerate(taken, 1) for line in _task(number, after)]
    return "\n".join([*head(change_set, _LIMITS), *left_out, *(tasks or ["[]"])])


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

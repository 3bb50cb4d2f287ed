"""Generated code of a change, to read, keep, and run elsewhere. No name or descriptor can break out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gatepost.endpoints.export.cmdlet_tools import ansible_tasks, dsc_configuration
from gatepost.endpoints.export.wsman_drive import wsman_drive_script
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.change_set import ChangeSet


@dataclass(frozen=True, slots=True)
class CodeForm:
    """One form of code: how it is called, how its files end, how it is made, and whether it has words for a change."""

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

"""A change as a DSC configuration with xPSEndpoint of xPSDesiredStateConfiguration."""

from __future__ import annotations

from gatepost.endpoints.changes.powershell import quoted
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.export.selection import cmdlet_mode, for_cmdlets, head
from gatepost.endpoints.writes.change_set import ChangeSet

_LIMITS = (
    "Requires the module xPSDesiredStateConfiguration, which works through Windows PowerShell 5.1 on the host.",
    "The resource might restart WinRM, which ends open sessions and might end a run that was started over WinRM.",
    "Not tried on an endpoint of PowerShell 7. The resource deletes a descriptor before it writes the new one.",
)


def dsc_configuration(change_set: ChangeSet) -> str:
    """Return a configuration for the local node; comments alone where nothing can be given to the resource."""
    taken, left_out = for_cmdlets(change_set, loses_file=False)
    lines = [*head(change_set, _LIMITS), *left_out]
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

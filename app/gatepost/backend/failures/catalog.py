"""What a host says, and what is left: the last catalog of causes."""

from __future__ import annotations

from gatepost.backend.failures.explained import TRY_AGAIN, Explained
from gatepost.endpoints.text import text


class Cause(Explained):
    """Why a host that was reached did not do what it was asked for."""

    # What the host says
    ACCESS_DENIED = (
        text("Access to {host} is denied."),
        text(
            "Reading and changing endpoints needs a member of Administrators. Remote Management Users are not enough: "
            "by default RootSDDL opens the configuration to Administrators alone. A local administrator other than the "
            "built-in one is filtered over the network, unless LocalAccountTokenFilterPolicy is 1: use a domain account."
        ),
    )
    NOT_ELEVATED = (
        text("Windows denies access because Gatepost runs without the rights of an administrator."),
        text("Start Gatepost again as administrator."),
    )
    NOT_RUNNING = (text("WinRM does not run on this computer."), text("Start the service WinRM, then try again."))
    LOCAL_CLIENT_MISSING = (
        text("The WS-Management client of Windows isn't available on this computer: {why}"),
        text("Check that the Windows Remote Management files and their registration are intact (winrm id)."),
    )
    SET_BY_POLICY = (
        text("A Group Policy owns this setting on {host}."),
        text("Change it in the policy; here it is read-only."),
    )
    QUOTA = (
        text("{host} has reached a quota: this account has too many shells or requests open."),
        text(
            "Close other sessions of this account on the host, or wait, then repeat. MaxShellsPerUser is in "
            "winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, or set by Group Policy."
        ),
    )
    QUOTA_OF_HOST = (
        text("{host} has reached a quota: there are too many shells, users or requests at the same time."),
        text(
            "Wait until others have closed their sessions, then repeat. MaxConcurrentUsers is in winrm/config/winrs; "
            "each plug-in has quotas of its own."
        ),
    )
    OTHER_QUOTA = (
        text("{host} has reached a quota: {said}"),
        text(
            "Close other sessions on the host, or wait, then try again. Quotas are in winrm/config/winrs, in winrm/config/service "
            "and in each plug-in."
        ),
    )
    NO_MEMORY = (
        text("{host} has no memory left for the request: {said}"),
        text(
            "Close other sessions on the host or raise MaxMemoryPerShellMB (winrm/config/winrs), then restart WinRM there."
        ),
    )
    PLUGIN_CRASHED = (
        text("A part of WinRM on {host} crashed during the request: {said}"),
        text("Restart WinRM on the host. If it happens again, repair the plug-in that the message names."),
    )
    RUN_AS_NOT_VERIFIED = (
        text("{host} could not verify the password of the endpoint's RunAs user."),
        text("Set it again with Set-PSSessionConfiguration -RunAsCredential, then repeat the change."),
    )
    RUN_AS_FORBIDDEN = (
        text("A policy on {host} forbids storing a RunAs user (DisableRunAs)."),
        text("Change the policy, or take the RunAs user off the endpoint."),
    )
    DESCRIPTOR_NOT_ALONE = (
        text("{host} does not let the permissions of this endpoint be changed by themselves."),
        text("Repeat the change: the confirmation then says what sending the whole configuration risks."),
    )
    BAD_DESCRIPTOR = (
        text("{host} does not accept this security descriptor: {said}"),
        text("Check its SDDL. Windows wants an owner and a group in it."),
    )
    ANSWER_TOO_LARGE = (
        text("The answer of {host} is larger than it is allowed to send."),
        text(
            'Raise MaxEnvelopeSizekb on the host, then try again: winrm set winrm/config @{{MaxEnvelopeSizekb="500"}}.'
        ),
    )
    GAVE_UP = (
        text("{host} ran out of time for this request."),
        text("It may be busy. Wait a moment, then try again."),
    )
    NOT_THERE = (
        text("{host} has not, or no longer, what was asked for."),
        text("Read the host again: somebody may have removed the endpoint."),
    )
    REMOTE_ACCESS_OFF = (
        text("Remote access is switched off on {host}: {said}"),
        text("Switch it on at the host itself: Enable-PSRemoting."),
    )
    DAMAGED = (
        text("The configuration of a plug-in on {host} is damaged."),
        text("Repair it at the host itself: Unregister-PSSessionConfiguration, then register it anew."),
    )
    STOPPING = (
        text("WinRM on {host} is stopping or restarting: {said}"),
        text("Wait a minute, then read the host again to see what holds."),
    )
    NO_LOGON_SERVER = (
        text("{host} reaches no domain controller: {said}"),
        text("Check the network and DNS settings of the host, or log on with a local account of the host."),
    )
    TRUST_BROKEN = (
        text("The domain doesn't trust {host}: {said}"),
        text("Repair the host's machine account there: Test-ComputerSecureChannel -Repair."),
    )
    UNKNOWN_RESOURCE = (
        text("The service on {host} doesn't know what was asked for: {said}"),
        text(
            "It might not be that of Windows (OMI, openwsman or a management controller use the same protocol). Check the "
            "address and the port."
        ),
    )
    REFUSED_REQUEST = (
        text("{host} refused the request: {said}"),
        text("The event log Microsoft-Windows-WinRM/Operational on the host might say why."),
    )

    # Everything else
    OTHER_SERVICE = (
        text("{host} runs {said}, which is not WinRM. It has no session configurations."),
        text("Connect to a Windows host. Other WS-Management services use the same ports."),
    )
    UNREADABLE = (
        text("The answer from {host} can't be understood."),
        text("Try again. If it stays so, something on the way changes the answers."),
    )
    OTHER = (text("The request to {host} failed."), TRY_AGAIN)

"""What a host says, and what is left: the last catalog of causes."""

from __future__ import annotations

from gatepost.backend.failures.explained import TRY_AGAIN, Explained
from gatepost.backend.text import BACKEND


class Cause(Explained):
    """Why a host that was reached did not do what it was asked for."""

    # What the host says
    ACCESS_DENIED = (
        BACKEND.tr("Access to {host} is denied."),
        BACKEND.tr(
            "Reading and changing endpoints needs a member of Administrators. Remote Management Users are not enough: "
            "by default RootSDDL opens the configuration to Administrators alone. A local administrator other than the "
            "built-in one is filtered over the network, unless LocalAccountTokenFilterPolicy is 1: use a domain account."
        ),
    )
    NOT_ELEVATED = (
        BACKEND.tr("Windows denies access because Gatepost runs without the rights of an administrator."),
        BACKEND.tr("Start Gatepost again as administrator."),
    )
    NOT_RUNNING = (
        BACKEND.tr("WinRM does not run on this computer."),
        BACKEND.tr("Start the service WinRM, then try again."),
    )
    LOCAL_CLIENT_MISSING = (
        BACKEND.tr("The WS-Management client of Windows isn't available on this computer: {why}"),
        BACKEND.tr("Check that the Windows Remote Management files and their registration are intact (winrm id)."),
    )
    SET_BY_POLICY = (
        BACKEND.tr("A Group Policy owns this setting on {host}."),
        BACKEND.tr("Change it in the policy; here it is read-only."),
    )
    QUOTA = (
        BACKEND.tr("{host} has reached a quota: this account has too many shells or requests open."),
        BACKEND.tr(
            "Close other sessions of this account on the host, or wait, then repeat. MaxShellsPerUser is in "
            "winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, or set by Group Policy."
        ),
    )
    QUOTA_OF_HOST = (
        BACKEND.tr("{host} has reached a quota: there are too many shells, users or requests at the same time."),
        BACKEND.tr(
            "Wait until others have closed their sessions, then repeat. MaxConcurrentUsers is in winrm/config/winrs; "
            "each plug-in has quotas of its own."
        ),
    )
    OTHER_QUOTA = (
        BACKEND.tr("{host} has reached a quota: {said}"),
        BACKEND.tr(
            "Close other sessions on the host, or wait, then try again. Quotas are in winrm/config/winrs, in winrm/config/service "
            "and in each plug-in."
        ),
    )
    NO_MEMORY = (
        BACKEND.tr("{host} has no memory left for the request: {said}"),
        BACKEND.tr(
            "Close other sessions on the host or raise MaxMemoryPerShellMB (winrm/config/winrs), then restart WinRM there."
        ),
    )
    PLUGIN_CRASHED = (
        BACKEND.tr("A part of WinRM on {host} crashed during the request: {said}"),
        BACKEND.tr("Restart WinRM on the host. If it happens again, repair the plug-in that the message names."),
    )
    RUN_AS_NOT_VERIFIED = (
        BACKEND.tr("{host} could not verify the password of the endpoint's RunAs user."),
        BACKEND.tr("Set it again with Set-PSSessionConfiguration -RunAsCredential, then repeat the change."),
    )
    RUN_AS_FORBIDDEN = (
        BACKEND.tr("A policy on {host} forbids storing a RunAs user (DisableRunAs)."),
        BACKEND.tr("Change the policy, or take the RunAs user off the endpoint."),
    )
    DESCRIPTOR_NOT_ALONE = (
        BACKEND.tr("{host} does not let the permissions of this endpoint be changed by themselves."),
        BACKEND.tr("Repeat the change: the confirmation then says what sending the whole configuration risks."),
    )
    BAD_DESCRIPTOR = (
        BACKEND.tr("{host} does not accept this security descriptor: {said}"),
        BACKEND.tr("Check its SDDL. Windows wants an owner and a group in it."),
    )
    ANSWER_TOO_LARGE = (
        BACKEND.tr("The answer of {host} is larger than it is allowed to send."),
        BACKEND.tr(
            'Raise MaxEnvelopeSizekb on the host, then try again: winrm set winrm/config @{{MaxEnvelopeSizekb="500"}}.'
        ),
    )
    GAVE_UP = (
        BACKEND.tr("{host} ran out of time for this request."),
        BACKEND.tr("It may be busy. Wait a moment, then try again."),
    )
    NOT_THERE = (
        BACKEND.tr("{host} has not, or no longer, what was asked for."),
        BACKEND.tr("Read the host again: somebody may have removed the endpoint."),
    )
    REMOTE_ACCESS_OFF = (
        BACKEND.tr("Remote access is switched off on {host}: {said}"),
        BACKEND.tr("Switch it on at the host itself: Enable-PSRemoting."),
    )
    DAMAGED = (
        BACKEND.tr("The configuration of a plug-in on {host} is damaged."),
        BACKEND.tr("Repair it at the host itself: Unregister-PSSessionConfiguration, then register it anew."),
    )
    STOPPING = (
        BACKEND.tr("WinRM on {host} is stopping or restarting: {said}"),
        BACKEND.tr("Wait a minute, then read the host again to see what holds."),
    )
    NO_LOGON_SERVER = (
        BACKEND.tr("{host} reaches no domain controller: {said}"),
        BACKEND.tr("Check the network and DNS settings of the host, or log on with a local account of the host."),
    )
    TRUST_BROKEN = (
        BACKEND.tr("The domain doesn't trust {host}: {said}"),
        BACKEND.tr("Repair the host's machine account there: Test-ComputerSecureChannel -Repair."),
    )
    UNKNOWN_RESOURCE = (
        BACKEND.tr("The service on {host} doesn't know what was asked for: {said}"),
        BACKEND.tr(
            "It might not be that of Windows (OMI, openwsman or a management controller use the same protocol). Check the "
            "address and the port."
        ),
    )
    REFUSED_REQUEST = (
        BACKEND.tr("{host} refused the request: {said}"),
        BACKEND.tr("The event log Microsoft-Windows-WinRM/Operational on the host might say why."),
    )

    # Everything else
    OTHER_SERVICE = (
        BACKEND.tr("{host} runs {said}, which is not WinRM. It has no session configurations."),
        BACKEND.tr("Connect to a Windows host. Other WS-Management services use the same ports."),
    )
    UNREADABLE = (
        BACKEND.tr("The answer from {host} can't be understood."),
        BACKEND.tr("Try again. If it stays so, something on the way changes the answers."),
    )
    OTHER = (BACKEND.tr("The request to {host} failed."), TRY_AGAIN)

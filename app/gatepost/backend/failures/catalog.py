"""Causes reported by the host itself: faults, quotas, policies."""

from __future__ import annotations

from gatepost.backend.failures.explained import TRY_AGAIN, Explained
from gatepost.endpoints.text import BACKEND, english


class Cause(Explained):
    """Cause of a failure after the host was reached."""

    # What the host says
    ACCESS_DENIED = (
        BACKEND.tr("Access to {host} is denied."),
        BACKEND.tr(
            "Use an account that is a member of Administrators. By default, RootSDDL gives access to "
            "Administrators only, not to Remote Management Users. Local administrators other than the "
            "built-in Administrator get a filtered token over the network unless "
            "LocalAccountTokenFilterPolicy is 1: use a domain account instead."
        ),
    )
    NOT_ELEVATED = (
        BACKEND.tr("Windows denied access because Gatepost isn't running as administrator."),
        BACKEND.tr("Restart Gatepost as administrator."),
    )
    NOT_RUNNING = (
        BACKEND.tr("WinRM isn't running on this computer."),
        BACKEND.tr("Start the WinRM service, then try again."),
    )
    LOCAL_CLIENT_MISSING = (
        BACKEND.tr("The Windows WS-Management client isn't available on this computer: {why}"),
        BACKEND.tr("Check that the Windows Remote Management files and their registration are intact (winrm id)."),
    )
    SET_BY_POLICY = (
        BACKEND.tr("This setting is controlled by Group Policy on {host}."),
        BACKEND.tr("Change it in the policy."),
    )
    QUOTA = (
        BACKEND.tr("{host} has reached a quota: this account has too many shells or requests open."),
        BACKEND.tr(
            "Close this account's other sessions on the host, or wait, then try again. MaxShellsPerUser is in "
            "winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, or set by Group Policy."
        ),
    )
    QUOTA_OF_HOST = (
        BACKEND.tr("{host} has reached a quota: too many shells, users or requests are active at the same time."),
        BACKEND.tr(
            "Wait until others have closed their sessions, then try again. MaxConcurrentUsers is in "
            "winrm/config/winrs; each plug-in has its own quotas."
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
        BACKEND.tr("{host} doesn't have enough memory for the request: {said}"),
        BACKEND.tr(
            "Close other sessions on the host or raise MaxMemoryPerShellMB (winrm/config/winrs), then restart WinRM there."
        ),
    )
    PLUGIN_CRASHED = (
        BACKEND.tr("A WinRM component on {host} crashed during the request: {said}"),
        BACKEND.tr("Restart WinRM on the host. If it happens again, repair the plug-in that the message names."),
    )
    RUN_AS_NOT_VERIFIED = (
        BACKEND.tr("{host} couldn't verify the password of the endpoint's RunAs user."),
        BACKEND.tr("Set it again with Set-PSSessionConfiguration -RunAsCredential, then try the change again."),
    )
    RUN_AS_FORBIDDEN = (
        BACKEND.tr("A policy on {host} doesn't allow storing a RunAs user (DisableRunAs)."),
        BACKEND.tr("Change the policy, or remove the RunAs user from the endpoint."),
    )
    SECURITY_ELEMENT_NOT_WRITABLE = (
        BACKEND.tr("{host} doesn't allow changing only the permissions of this endpoint."),
        BACKEND.tr("Try the change again. The confirmation will explain the risk of sending the whole configuration."),
    )
    BAD_DESCRIPTOR = (
        BACKEND.tr("{host} didn't accept this security descriptor: {said}"),
        BACKEND.tr("Check its SDDL. It must have an owner and a group."),
    )
    ANSWER_TOO_LARGE = (
        BACKEND.tr("The response from {host} is larger than its MaxEnvelopeSizekb allows."),
        BACKEND.tr(
            "Raise MaxEnvelopeSizekb on the host (default 500) with winrm set winrm/config "
            '@{{MaxEnvelopeSizekb="2048"}}, then try again.'
        ),
    )
    GAVE_UP = (
        BACKEND.tr("The request timed out on {host}."),
        BACKEND.tr("It might be busy. Wait a moment, then try again."),
    )
    NOT_THERE = (
        BACKEND.tr("The requested item doesn't exist on {host}."),
        BACKEND.tr("Refresh the host: the endpoint might have been removed."),
        english("Run the command again: the endpoint might have been removed."),
    )
    REMOTE_ACCESS_OFF = (
        BACKEND.tr("Remote access is turned off on {host}: {said}"),
        BACKEND.tr("On the host, run Enable-PSRemoting to turn on remote access."),
    )
    DAMAGED = (
        BACKEND.tr("The configuration of a plug-in on {host} is damaged."),
        BACKEND.tr(
            "Repair it on the host: run Unregister-PSSessionConfiguration, then register it again. This "
            "deletes its permissions and settings."
        ),
    )
    STOPPING = (
        BACKEND.tr("WinRM on {host} is stopping or restarting: {said}"),
        BACKEND.tr("Wait a minute, then refresh the host to check its state."),
        english("Wait a minute, then run the command again."),
    )
    NO_LOGON_SERVER = (
        BACKEND.tr("{host} can't reach a domain controller: {said}"),
        BACKEND.tr("Check the network and DNS settings of the host, or use a local account of the host."),
    )
    TRUST_BROKEN = (
        BACKEND.tr("The domain doesn't trust {host}: {said}"),
        BACKEND.tr("Repair the computer account on the host: Test-ComputerSecureChannel -Repair."),
    )
    UNKNOWN_RESOURCE = (
        BACKEND.tr("The service on {host} doesn't support the request: {said}"),
        BACKEND.tr(
            "It might not be a Windows host (OMI, openwsman and management controllers use the same "
            "protocol). Check the address and the port."
        ),
    )
    REFUSED_REQUEST = (
        BACKEND.tr("{host} refused the request: {said}"),
        BACKEND.tr("The event log Microsoft-Windows-WinRM/Operational on the host might say why."),
    )

    # Everything else
    OTHER_SERVICE = (
        BACKEND.tr("{host} runs {said}, not WinRM. It has no session configurations."),
        BACKEND.tr("Connect to a Windows host. Other WS-Management services use the same ports."),
    )
    UNREADABLE = (
        BACKEND.tr("The response from {host} couldn't be understood."),
        BACKEND.tr("Try again. If this keeps happening, see Help > Report a problem."),
        english("Try again. {detail}."),
    )
    OTHER = (BACKEND.tr("The request to {host} failed."), TRY_AGAIN)

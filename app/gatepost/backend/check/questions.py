"""Questions of the host check: what Gatepost assumes about Windows without having seen it, each with its number.

``gatepost --host-check`` asks a real host and says of each whether it is so. What the program decides by is in
``wsman/assumptions.py``; the other questions are asked to learn, and it does the same whatever their answer.
"""

from __future__ import annotations

from enum import Enum

from gatepost.wsman import assumptions
from gatepost.wsman.fault_codes import FaultCode


def _yes(assumed: object) -> str:
    return "yes" if assumed else "no"


class Question(Enum):
    """Number, question, and what Gatepost assumes to be the answer."""

    ITEMS = (
        1,
        "Is each plug-in of the list (Enumerate) equal to the one that is read alone (Get)?",
        "equal" if assumptions.PLUGINS_ARE_WHOLE else "different",
    )
    PAGES = 2, "Does the first answer to an Enumerate hold all plug-ins?", "all of them"
    LANGUAGE = 3, "Does a plug-in's document have an xml:lang attribute?", "no"
    RUN_AS_PASSWORD = 4, "What is in RunAsPassword where RunAsUser is set?", "nothing"
    RUN_AS_KEPT = (
        5,
        "Does a Put with an empty RunAsPassword keep the stored one?",
        _yes(assumptions.RUN_AS_PASSWORD_KEPT),
    )
    SECURITY_RESOURCE = (
        6,
        "Does config/service/security return an endpoint's own descriptor?",
        "the same as config/plugin" if assumptions.SECURITY_ELEMENT_WRITABLE else "something else",
    )
    UNKNOWN_PLUGIN = 7, "How is a Get of an unknown plug-in refused?", f"fault {FaultCode.RESOURCE_NOT_FOUND:d}"
    BAD_FILTER = 8, "How is a malformed WQL filter refused?", f"fault {FaultCode.ENUMERATE_CANNOT_PROCESS_FILTER:d}"
    UNKNOWN_SID = 9, "What does Win32_SID return for a SID that no account has?", "an instance without a name"
    FIREWALL = 10, "Are the firewall rules of WinRM found by InstanceID like 'WINRM-%'?", "yes"
    REGISTRY = 11, "Is the registry provider (StdRegProv) in root/cimv2?", _yes(assumptions.REGISTRY_IN_CIMV2)
    ROOT_SDDL = 12, "Is RootSDDL an element of config/service?", "yes"
    LISTENERS = 13, "Are listeners elements in the namespace of config/listener?", "yes"
    SERVICE = 14, "Does Win32_Service return State and StartMode of WinRM?", "yes"
    SHELLS = 15, "Are open shells listed by Enumerate on windows/shell?", "yes"
    MEMBERS = 16, "Does an association query (Win32_GroupUser) return a group's members?", "as whole accounts"
    SCHEDULED_TASKS = 17, "Is there a class PS_ScheduledTask?", "yes"
    NOT_ADMINISTRATOR = (
        18,
        "How is an account refused that isn't an administrator?",
        f"fault {FaultCode.ACCESS_DENIED:d}",
    )
    CREATE = 19, "Can an endpoint be created with the document of another one?", "yes"
    CREATE_RESTART = 20, "Does a new endpoint accept sessions before WinRM restarts?", "yes"
    PUT_TEXT = 21, "Does a Put keep the text of the descriptor?", "letter for letter"
    ENABLED = (
        22,
        "How is a session on a disabled endpoint refused?",
        f"fault {FaultCode.REMOTE_CONNECTION_NOT_ALLOWED:d}",
    )
    DESCRIPTOR_AT_ONCE = 23, "Does a changed descriptor apply to new sessions before WinRM restarts?", "yes"
    OPEN_SESSION = 24, "Does an open session continue after the endpoint's descriptor denies access?", "yes"
    BAD_DESCRIPTOR = (
        25,
        "How is an invalid security descriptor refused?",
        f"fault {FaultCode.INVALID_SECURITY_DESCRIPTOR:d}",
    )
    BAD_DOCUMENT = (
        26,
        "How is a document refused that doesn't match the schema?",
        f"fault {FaultCode.SCHEMA_VALIDATION_ERROR:d}",
    )
    PUT_ALONE = (
        27,
        "Does a Put on config/service/security write the descriptor alone?",
        _yes(assumptions.SECURITY_ELEMENT_WRITABLE),
    )
    PUT_DEFAULTS = 28, "Does a Put keep the attributes that were there?", "yes"
    DELETED = 29, "Are sessions on a deleted endpoint refused before WinRM restarts?", "yes"

    def __init__(self, number: int, text: str, assumed: str) -> None:
        self.number = number
        self.text = text
        self.assumed = assumed

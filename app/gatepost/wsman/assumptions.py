"""What Gatepost assumes about Windows without having seen it on a host, each with its number.

``gatepost --host-check`` asks a real host and says of each whether it is so. The constants are what the program decides
by: an answer that differs is a change of one line here, and of the test that names it. The other questions are asked to
learn; the program does the same whatever their answer.
"""

from __future__ import annotations

from enum import Enum

PLUGINS_ARE_WHOLE = True
"""1: a plug-in as Enumerate lists it is the one that Get gives. If not, each is read by a Get of its own."""
RUN_AS_PASSWORD_KEPT = True
"""5: a Put with an empty RunAsPassword keeps the stored one. If not, no document with a RunAs user is sent."""
DESCRIPTORS_GO_ALONE = True
"""6 and 27: config/service/security holds an endpoint's own descriptor and writes it alone. If not, documents go whole."""
UNKNOWN_PLUGIN_FAULT = 2150858752
"""7: what a Get of a plug-in, a listener or a file that is not there is refused with."""
BAD_FILTER_FAULT = 2150858778
"""8: what a malformed query is refused with."""
FIREWALL_RULES = "select * from MSFT_NetFirewallRule where InstanceID like 'WINRM-%'"
"""10: the rules of WinRM have names that begin so, whatever the language of Windows."""
REGISTRY_IN_CIMV2 = True
"""11: StdRegProv is in root/cimv2. If not, root/default is asked first."""
ACCESS_DENIED_FAULT = 5
"""18: what somebody who is no administrator is refused with."""
PLUGIN_DISABLED_FAULT = 2150859235
"""22: what a session on a disabled endpoint is refused with."""
BAD_DESCRIPTOR_FAULT = 2150859100
"""25: what a descriptor that is none is refused with; nothing is changed then."""
BAD_DOCUMENT_FAULT = 2150858817
"""26: what a document that does not match the schema is refused with; nothing is changed then."""


def _yes(assumed: object) -> str:
    return "yes" if assumed else "no"


class Question(Enum):
    """Number, question, and what Gatepost assumes to be the answer."""

    ITEMS = (
        1,
        "Are the plug-ins of Enumerate whole, and equal to those of Get?",
        "equal" if PLUGINS_ARE_WHOLE else "different",
    )
    PAGES = 2, "Does the first answer of an optimized Enumerate hold all plug-ins?", "all of them"
    LANGUAGE = 3, "Does a plug-in's document carry xml:lang?", "no"
    RUN_AS_PASSWORD = 4, "What is in RunAsPassword where RunAsUser is set?", "nothing"
    RUN_AS_KEPT = 5, "Does a Put with an empty RunAsPassword keep the stored one?", _yes(RUN_AS_PASSWORD_KEPT)
    SECURITY_RESOURCE = (
        6,
        "Does config/service/security give an endpoint's own descriptor?",
        "the same as config/plugin" if DESCRIPTORS_GO_ALONE else "something else",
    )
    UNKNOWN_PLUGIN = 7, "How is a Get of an unknown plug-in refused?", f"fault {UNKNOWN_PLUGIN_FAULT}"
    BAD_FILTER = 8, "How is a malformed WQL filter refused?", f"fault {BAD_FILTER_FAULT}"
    UNKNOWN_SID = 9, "What is Win32_SID for a SID that nobody has?", "an instance without a name"
    FIREWALL = 10, "Are the firewall rules of WinRM found by InstanceID like 'WINRM-%'?", "yes"
    REGISTRY = 11, "Is StdRegProv in root/cimv2?", _yes(REGISTRY_IN_CIMV2)
    ROOT_SDDL = 12, "Is RootSDDL an element of config/service?", "yes"
    LISTENERS = 13, "Are listeners elements in the namespace of config/listener?", "yes"
    SERVICE = 14, "Does Win32_Service tell State and StartMode of WinRM?", "yes"
    SHELLS = 15, "Are open shells listed by Enumerate on windows/shell?", "yes"
    MEMBERS = 16, "Are a group's members given by the association dialect?", "as whole accounts"
    SCHEDULED_TASKS = 17, "Is there a class PS_ScheduledTask?", "yes"
    NOT_ADMINISTRATOR = 18, "How is somebody refused who is no administrator?", f"fault {ACCESS_DENIED_FAULT}"
    CREATE = 19, "Can an endpoint be made by Create with another one's document?", "yes"
    CREATE_RESTART = 20, "Does a new endpoint take sessions before WinRM restarts?", "yes"
    PUT_TEXT = 21, "Does a Put keep the text of the descriptor?", "letter for letter"
    ENABLED = 22, "How is a session on a disabled endpoint refused?", f"fault {PLUGIN_DISABLED_FAULT}"
    DESCRIPTOR_AT_ONCE = 23, "Does a changed descriptor count for new sessions before WinRM restarts?", "yes"
    OPEN_SESSION = 24, "Does an open session go on after its endpoint's descriptor denies it?", "yes"
    BAD_DESCRIPTOR = 25, "How is a descriptor refused that is none?", f"fault {BAD_DESCRIPTOR_FAULT}"
    BAD_DOCUMENT = 26, "How is a document refused that does not match the schema?", f"fault {BAD_DOCUMENT_FAULT}"
    PUT_ALONE = 27, "Does a Put on config/service/security write the descriptor alone?", _yes(DESCRIPTORS_GO_ALONE)
    PUT_DEFAULTS = 28, "Does a Put keep the attributes that were there?", "yes"
    DELETED = 29, "Are sessions on a deleted endpoint refused before WinRM restarts?", "yes"

    def __init__(self, number: int, text: str, assumed: str) -> None:
        self.number = number
        self.text = text
        self.assumed = assumed

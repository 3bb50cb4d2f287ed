"""Settings of a host as values, for the tests of what is said and done about them."""

from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import Carrier, FirewallRule, Listener, Profile, WinrmService
from gatepost.endpoints.text import english

HOST = HostIdentity("srv01", "SRV01", "LAB\\admin", "NTLM", True)
FAILED = HostError(english("It does not answer."))
HTTP_ANY = Listener("*", "HTTP", 5985)
HTTPS_ONE = Listener("IP:192.0.2.1", "HTTPS", 5986)
PRIVATE = FirewallRule("WINRM-HTTP-In-TCP", "HTTP-In", Profile.DOMAIN | Profile.PRIVATE, True)
PUBLIC = FirewallRule("WINRM-HTTP-In-TCP-PUBLIC", "HTTP-In", Profile.PUBLIC, True)
OVER_TLS = FirewallRule("WINRM-HTTPS-In-TCP", "HTTPS-In", Profile.DOMAIN, True)
COMPAT = FirewallRule("WINRM-HTTP-Compat-In-TCP", "Compatibility", Profile.DOMAIN, False)
ROOT = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)"


def exposure(**parts: object) -> RemainingExposure:
    """A host as Enable-PSRemoting leaves it, reached over HTTP; ``parts`` are what is different."""
    usual = {
        "carrier": Carrier.HTTP,
        "service": WinrmService("Running", "Auto"),
        "listeners": (HTTP_ANY,),
        "rules": (PRIVATE, PUBLIC, COMPAT),
        "token_policy": TokenPolicy(1),
    }
    return RemainingExposure(**(usual | parts))


def snapshot(*configurations) -> HostSnapshot:
    return HostSnapshot(HOST, configurations, ROOT)

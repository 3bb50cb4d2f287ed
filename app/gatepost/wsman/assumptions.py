"""What Gatepost decides by without having seen it on a host, each with the number of the question that the host check asks.

An answer that differs is a change of one line here, and of the test that names it. What hosts refuse with is in
``FaultCode``: RESOURCE_NOT_FOUND (7), ENUMERATE_CANNOT_PROCESS_FILTER (8), ACCESS_DENIED (18),
REMOTE_CONNECTION_NOT_ALLOWED (22), INVALID_SECURITY_DESCRIPTOR (25) and SCHEMA_VALIDATION_ERROR (26).
"""

from __future__ import annotations

PLUGINS_ARE_WHOLE = True
"""1: a plug-in as Enumerate lists it is the one that Get gives. If not, each is read by a Get of its own."""
RUN_AS_PASSWORD_KEPT = True
"""5: a Put with an empty RunAsPassword keeps the stored one. If not, no document with a RunAs user is sent."""
SECURITY_ELEMENT_WRITABLE = True
"""6 and 27: config/service/security holds an endpoint's own descriptor and writes it alone. If not, documents go whole."""
FIREWALL_RULES = "select * from MSFT_NetFirewallRule where InstanceID like 'WINRM-%'"
"""10: the rules of WinRM have names that begin so, whatever the language of Windows."""
REGISTRY_IN_CIMV2 = True
"""11: StdRegProv is in root/cimv2. If not, root/default is asked first."""

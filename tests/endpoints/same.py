"""Whether two readings of an endpoint agree."""

from gatepost.endpoints.configuration.endpoint_state import same_descriptors
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration


def same_on_host(left: SessionConfiguration, right: SessionConfiguration) -> bool:
    """Tell whether two readings of an endpoint agree in what this program shows and writes.

    Descriptors are compared by value, because a host may rewrite their text.
    """
    if left.enabled != right.enabled or left.run_as != right.run_as or left.bare_resources != right.bare_resources:
        return False
    return same_descriptors(left, right)

"""The text that Windows gives a descriptor, whatever text it was read from."""

from dataclasses import replace

from gatepost.security import Acl, SecurityDescriptor


def windows_text(descriptor: SecurityDescriptor) -> str:
    return SecurityDescriptor(
        descriptor.owner, descriptor.group, written_anew(descriptor.dacl), written_anew(descriptor.sacl)
    ).to_sddl()


def written_anew(acl: Acl | None) -> Acl | None:
    return None if acl is None else replace(acl, aces=tuple(replace(ace) for ace in acl.aces))

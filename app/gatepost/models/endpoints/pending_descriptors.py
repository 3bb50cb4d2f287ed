"""The descriptors that are wanted for an endpoint: one value in the history of what can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field

from gatepost.endpoints.changes.pending_change import PendingChangeMisfitError, Sddls, with_sddls
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration


@dataclass(frozen=True, slots=True)
class PendingDescriptors:
    """The descriptors that are wanted, and what the host held when they were edited.

    ``made`` is the endpoint with them, held so that to undo and redo does not work it out again; None where they don't
    fit.
    """

    sddls: Sddls
    base: SessionConfiguration = field(compare=False)
    made: SessionConfiguration | None = field(compare=False)

    @classmethod
    def of(cls, edited: SessionConfiguration, base: SessionConfiguration) -> PendingDescriptors:
        """Return those of an edited endpoint."""
        sddls = edited.sddls
        try:
            return cls(sddls, base, with_sddls(base, sddls))
        except PendingChangeMisfitError:
            return cls(sddls, base, None)

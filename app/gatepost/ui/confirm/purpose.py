"""What the user asks for: apply or preview, and access modes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from gatepost.endpoints.configuration.access_mode import AccessMode


class Purpose(Enum):
    """Whether the page that shows a change has the button that applies it."""

    APPLY = auto()
    PREVIEW = auto()


@dataclass(frozen=True, slots=True)
class ModeRequest:
    """One access mode for the named endpoints of the host that is shown."""

    names: tuple[str, ...]
    mode: AccessMode
    purpose: Purpose = Purpose.APPLY

"""The one exception of this package."""

from __future__ import annotations


class SddlError(ValueError):
    """Text or bytes that are not a security descriptor (or cannot be written as one).

    ``position`` is the 0-based offset, in characters of the text or in bytes of the binary form, of the part at fault.
    ``account_name`` is set where the fault is a name that stands in the place of a SID.
    Raising it changes nothing anywhere.
    """

    def __init__(self, message: str, position: int = 0, account_name: str = "") -> None:
        super().__init__(f"{message} (at {position})")
        self.message = message
        self.position = position
        self.account_name = account_name

    def moved(self, offset: int) -> SddlError:
        """The same error, told in positions of a text that holds this one at ``offset``."""
        return SddlError(self.message, self.position + offset, self.account_name)


_QUOTED = 40  # characters


def excerpt(text: str) -> str:
    """Quote ``text`` for a message: escaped but for backslashes, and cut where it is long."""
    return ascii(text if len(text) <= _QUOTED else text[:_QUOTED] + "...").replace("\\\\", "\\")

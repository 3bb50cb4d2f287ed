"""An action for several hosts as a value: its words, and what it would do to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import WINDOW, Text, listed
from gatepost.endpoints.writes.change_set import ChangeSet, Skipped
from gatepost.models.window_text import one_line
from gatepost.ui.widgets.plain_widgets import shortened
from gatepost.work import WorkContext

LONGEST_NAME = 60  # characters of a host, an account, or an endpoint in a sentence
LONGEST_REASON = 400
_LONGEST_FIRST = 34  # characters of an endpoint that stands by itself, which can't be broken into lines


@dataclass(frozen=True, slots=True)
class Proposal:
    """The change of one host as it was read for it, ``snapshot``.

    ``about`` says what its number of endpoints doesn't; ``left_out`` what stays as it is, and why.
    """

    snapshot: HostSnapshot
    change_set: ChangeSet
    about: tuple[Text, ...] = ()
    left_out: tuple[Text, ...] = ()


def left_out(skipped: Iterable[Skipped]) -> tuple[Text, ...]:
    """Return the endpoints that an action leaves as they are, each with the reason."""
    return tuple(
        WINDOW.tr("{name}: {reason}", name=shortened(one_line(each.name), _LONGEST_FIRST), reason=each.reason)
        for each in skipped
    )


def first_names(names: Sequence[str], most: int) -> Text:
    """Return the first few names, shortened, and how many more there are."""
    more = [f"+{len(names) - most}"] if len(names) > most else []
    return listed([*(shortened(one_line(name), LONGEST_NAME) for name in names[:most]), *more])


class BulkAction(Protocol):
    """Interface of an action."""

    @property
    def takes_access(self) -> bool:
        """Whether it takes access away by its nature, whatever a host has."""

    @property
    def name(self) -> Text:
        """What is done, for the report."""

    @property
    def effect(self) -> Text:
        """What happens on every host."""

    @property
    def by_itself(self) -> Text:
        """How to do it on a host that is left alone here."""

    def title(self, count: int) -> Text:
        """Return the question about as many hosts."""

    def verb(self, count: int) -> Text:
        """Return what the button says."""

    def plan(self, host: Host, snapshot: HostSnapshot, context: WorkContext) -> Proposal | Text:
        """Return what would be done to a host that was read just now, or why nothing can be. In the host's lane.

        Raises:
            HostError: the host could not be asked.
        """


class BulkDisable(BulkAction):
    """Denies NETWORK on every enabled endpoint of each host."""

    @property
    @override
    def takes_access(self) -> bool:
        return True

    @property
    @override
    def name(self) -> Text:
        return WINDOW.tr("Disable remoting")

    @property
    @override
    def effect(self) -> Text:
        return WINDOW.tr(
            "Remote sessions will be blocked. Local sessions still follow the remaining entries. WinRM keeps "
            "running; winrs, WMI and SSH aren't affected. Disabled endpoints aren't changed."
        )

    @property
    @override
    def by_itself(self) -> Text:
        return WINDOW.tr("Disable remoting on this host by itself.")

    @override
    def title(self, count: int) -> Text:
        return WINDOW.tr("Disable remoting on %n host?", "Disable remoting on %n hosts?", count)

    @override
    def verb(self, count: int) -> Text:
        return WINDOW.tr("Disable on %n host", "Disable on %n hosts", count)

    @override
    def plan(self, host: Host, snapshot: HostSnapshot, context: WorkContext) -> Proposal | Text:
        return Proposal(snapshot, disable_remoting(snapshot))

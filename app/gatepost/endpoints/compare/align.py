"""Aligning the right side of a comparison (the target) with the left one (the source) in the chosen differences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from gatepost.endpoints.compare.comparison import Comparison, Difference, EndpointComparison, state_for
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.moments import moment_text
from gatepost.endpoints.text import ENDPOINTS, Text, listed
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped
from gatepost.endpoints.writes.differences import Part, rows
from gatepost.endpoints.writes.merge import merged
from gatepost.endpoints.writes.restore_document import MisfitError, with_state
from gatepost.security import SddlError, read_descriptor

_ACCOUNT = re.compile(r"S-1-5-21(?:-\d{1,10}){3,15}")

Chosen = Mapping[str, Collection[Difference]]  # by the name that the endpoint has on the right side


def can_be_aligned(endpoint: EndpointComparison, difference: Difference) -> bool:
    """Whether the right side can be given what the left one has: Enabled and descriptors, on endpoints of both."""
    if endpoint.left is None or endpoint.right is None or difference.part is Part.SETTING:
        return False
    if difference.part is not Part.DESCRIPTOR:
        return True
    right = endpoint.right.configuration
    if difference.left is None:  # taking the only one away leaves the endpoint to RootSDDL, as the left one is
        return not endpoint.left.configuration.security_nodes and len(right.security_nodes) == 1
    if not isinstance(difference.left, str) or read_descriptor(difference.left) is None:
        return False  # one that cannot be read is not spread
    return difference.right is not None or len(right.bare_resources) == 1


def align(comparison: Comparison, chosen: Chosen) -> ChangeSet:
    """Return the change that gives the right side's endpoints the chosen parts of the left side's.

    A host that is given an earlier state of its own is restored, any other one aligned.
    """
    source, target = comparison.left, comparison.right
    verb = _restoring if source.host.name == target.host.name else _aligning
    changes, skipped = [], []
    for endpoint in comparison.endpoints:
        to_align = [d for d in _wanted(endpoint, chosen) if can_be_aligned(endpoint, d)]
        if not to_align or endpoint.left is None or endpoint.right is None:
            continue
        try:
            after = _taken_over(endpoint.left.configuration, endpoint.right.configuration, to_align)
        except (SddlError, MisfitError, DocumentError) as error:
            skipped.append(
                Skipped(endpoint.name, ENDPOINTS.tr("Can't apply the selected differences: {error}", error=error))
            )
            continue
        changes.append(EndpointChange(endpoint.right, after))
    return ChangeSet(
        action=ActionKind.ALIGN,
        verb=verb([change.name for change in changes], source),
        host=target.host,
        changes=tuple(changes),
        skipped=tuple(skipped),
        powershell="",
        warnings=tuple(_foreign_accounts([c.after for c in changes], source, target)),
    )


def _wanted(endpoint: EndpointComparison, chosen: Chosen) -> Collection[Difference]:
    return chosen.get(endpoint.right.name, ()) if endpoint.right is not None else ()


def _taken_over(
    source: SessionConfiguration, target: SessionConfiguration, differences: Collection[Difference]
) -> SessionConfiguration:
    source_state, target_state = state_for(source, target), EndpointState.of(target)
    taken = [row for difference in differences for row in difference.rows]
    return with_state(target, merged(source_state, target_state, rows(source_state, target_state), taken))


def _restoring(names: list[str], source: HostSnapshot) -> Text:
    moment = moment_text(source.read_at)
    if len(names) == 1:
        return ENDPOINTS.tr("Restore {name} to its state at {moment}", name=names[0], moment=moment)
    return ENDPOINTS.tr(
        "Restore %n endpoint to its state at {moment}",
        "Restore %n endpoints to their state at {moment}",
        len(names),
        moment=moment,
    )


def _aligning(names: list[str], source: HostSnapshot) -> Text:
    model = source.host.name
    if len(names) == 1:
        return ENDPOINTS.tr("Align {name} with {model}", name=names[0], model=model)
    return ENDPOINTS.tr("Align %n endpoint with {model}", "Align %n endpoints with {model}", len(names), model=model)


def _foreign_accounts(after: list[SessionConfiguration], source: HostSnapshot, target: HostSnapshot) -> Iterator[Text]:
    """Warn of accounts of a machine or domain that the target shows no sign of: there they may be nobody."""
    known = {_authority(sid) for c in target.configurations for sid in _accounts(c)} | set(
        map(_authority, target.accounts.names)
    )
    foreign = [sid for sid in dict.fromkeys(s for c in after for s in _accounts(c)) if _authority(sid) not in known]
    if foreign:
        yield ENDPOINTS.tr(
            "{accounts}: from another computer or domain. These SIDs might not exist on {host}.",
            accounts=listed([_named(sid, source) for sid in foreign]),
            host=target.host.name,
        )


def _accounts(configuration: SessionConfiguration) -> list[str]:
    """The account SIDs in the descriptors, those in conditions included."""
    return _ACCOUNT.findall("\n".join(configuration.sddls))


def _authority(sid: str) -> str:
    return sid.rpartition("-")[0]


def _named(sid: str, source: HostSnapshot) -> str:
    name = source.accounts.names.get(sid)
    return f"{name} ({sid})" if name else sid

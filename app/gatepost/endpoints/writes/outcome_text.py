"""Sentences about how a write ended, which the journal keeps and History recognizes."""

from __future__ import annotations

from gatepost.endpoints.text import ENDPOINTS, Text

APPLIED = ENDPOINTS.tr("Applied and verified.")
CONFLICT = ENDPOINTS.tr("Changed on the host since it was last read. Not applied. Refresh and try again.")
NOT_APPLIED = ENDPOINTS.tr("Not applied.")
NOT_READ = ENDPOINTS.tr("Not applied: the current state couldn't be read before the change.")
REFRESH = ENDPOINTS.tr("Refresh and try again.")
SKIPPED = ENDPOINTS.tr("Skipped after an earlier error.")
SAME_ALREADY = ENDPOINTS.tr("No change needed: it was changed in the same way since it was last read.")
OWN_ERROR = ENDPOINTS.tr("Unexpected error in Gatepost; see the log. Refresh to check the state of the host.")
NOT_SAVED = ENDPOINTS.tr("This result couldn't be saved in History.")
ACCEPTED = ENDPOINTS.tr("The host accepted the change.")
ACCEPTED_PARTLY = ENDPOINTS.tr("The host accepted {accepted}, not {pending}.")
ACCEPTED_WITHOUT_EFFECT = ENDPOINTS.tr("The host accepted the change but still shows the old state.")
LOST = ENDPOINTS.tr("The host's response was lost, so it isn't known whether the change was applied.")
DOUBT = ENDPOINTS.tr("It isn't known whether the change was applied.")
SHOWN_ALL_THE_SAME = ENDPOINTS.tr("However, the host shows the change.")
OLD_STATE = ENDPOINTS.tr("The host still shows the old state.")
DIFFERENT_STATE = ENDPOINTS.tr("The host shows a different state.")
GONE = ENDPOINTS.tr("It is no longer on the host.")
NOT_READ_BACK = ENDPOINTS.tr("It couldn't be read back.")
CHECK = ENDPOINTS.tr("Open History and select Check again.")
ENDED = ENDPOINTS.tr(
    "The host accepted this and ended the connection, so Gatepost can't see whether it's done. "
    "When the host can be reached again, connect, open History, and select Check again."
)
SENT = ENDPOINTS.tr(
    "Sent; couldn't be verified because the connection ended. Connect again, then open History and select Check again."
)
MISDIRECTED = ENDPOINTS.tr("The host applied the change to {name} instead. Check the permissions of both endpoints.")
CHANGED_PARTLY = ENDPOINTS.tr("Changed: {done}. Not changed: {missing}.")
CHECKED_CHANGED = ENDPOINTS.tr("Checked: the host shows the change.")
CHECKED_UNCHANGED = ENDPOINTS.tr(
    "Checked: the host shows the previous state. The change wasn't applied, or has been reverted."
)
CHECKED_PARTLY = ENDPOINTS.tr("Checked: the host shows only part of the change.")
CHECKED_DIFFERENT = ENDPOINTS.tr(
    "Checked: the host shows neither the previous state nor the change. It might have been changed again later."
)
CHECKED_GONE = ENDPOINTS.tr("Checked: it is no longer on the host.")
STILL_UNDER_WAY = ENDPOINTS.tr(
    "The host still shows the previous state, but the change might still be in progress. Check again in two minutes."
)
CHANGED_BESIDES = ENDPOINTS.tr("Something else changed at the same time: {names}.")
SERVICE_STOPPED = ENDPOINTS.tr("The service is no longer running.")
# Only in rows that older versions wrote.
NOT_REACHED = ENDPOINTS.tr("The host couldn't be reached.")
LOGON_FAILED = ENDPOINTS.tr("The logon failed.")
SENTENCES = tuple(each for each in globals().values() if isinstance(each, Text))

# ruff: noqa: F401 - imported to be there
"""What a window on a host needs and what itself needs no Qt; it is loaded before Qt.

PySide looks into the source of every module that is imported after it, for a mention of PySide. Without this that would be 420
files of ours and of the client's libraries.
"""

import gatepost.backend.connect.credentials
import gatepost.backend.connect.this_computer
import gatepost.backend.files.snapshots
import gatepost.backend.host.host
import gatepost.endpoints.changes.permission_edits
import gatepost.endpoints.changes.reorder
import gatepost.endpoints.host.setting_change_set
import gatepost.endpoints.writes.action_text
import gatepost.endpoints.writes.outcome_text
import gatepost.models.endpoints.endpoint_row
import gatepost.wsman.login.pywinrm_session
import gatepost.wsman.login.remote

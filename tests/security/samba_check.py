"""Samba's own access check, for the system's Python: reads and writes a JSON line for each case. First the version."""

import json
import sys

import samba
import samba.security
from samba.dcerpc import security

DENIED = 0xC0000022


def is_granted(sddl, sids, desired):
    descriptor = security.descriptor.from_sddl(sddl, security.dom_sid("S-1-5-21-9-9-9"))
    token = security.token()
    token.sids = [security.dom_sid(sid) for sid in sids]
    token.num_sids = len(sids)
    if hasattr(token, "evaluate_claims"):
        token.evaluate_claims = security.CLAIMS_EVALUATION_ALWAYS
    try:
        samba.security.access_check(descriptor, token, desired)
    except samba.NTSTATUSError as error:
        if error.args[0] == DENIED:
            return False
        raise
    return True


sys.stdout.write(json.dumps(samba.version) + "\n")
for line in sys.stdin:
    sys.stdout.write(json.dumps(is_granted(*json.loads(line))) + "\n")

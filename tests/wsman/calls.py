"""Asking a host that misbehaves, and what comes of it: never a secret."""

import pytest

from gatepost.wsman.errors import ConnectionFailed
from gatepost.wsman.messages import uris

SECRET = "s3cret-in-clear"


def failure_of(operation, kind=ConnectionFailed):
    with pytest.raises(kind) as caught:
        operation()
    error = caught.value
    while error is not None:
        assert SECRET not in str(error) and SECRET not in repr(error)
        error = error.__cause__
    return caught.value


def put(host):
    return host.put(uris.CONFIG_PLUGIN, {"Name": "x"}, b"<P/>")


def get(host):
    return host.get(uris.CONFIG, {})

"""PartialReading of one reading: each for itself, until the host is gone."""

from datetime import UTC, datetime

import pytest

from gatepost.backend.host.host_reader import PartialReading
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.work import Cancelled, CancelToken, WorkContext
from gatepost.wsman.certificates import CertificateFacts, CertificateProblem
from gatepost.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    CertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
    HttpError,
    ReplyError,
    WsmanError,
    WsmanFault,
)

CERTIFICATE = CertificateFacts("CN=srv", "CN=ca", datetime.now(UTC), datetime.now(UTC), "ab" * 32, ("srv",))
GONE = [
    ConnectionFailed(ConnectionFailureReason.REFUSED, delivery=Delivery.NOT_SENT),
    AuthenticationFailed("no"),
    AuthenticationUnavailable("a package is missing"),
    CertificateRefused(CertificateProblem.UNTRUSTED, CERTIFICATE),
    EncryptionMissing("no encryption"),
]
HERE = [WsmanFault(5, "w:AccessDenied", "", ""), ReplyError("odd"), HttpError(503), DocumentError("odd")]


def failing(error: Exception) -> str:
    raise error


@pytest.mark.parametrize("error", GONE, ids=lambda error: type(error).__name__)
def test_once_the_host_is_gone_no_other_part_is_asked_for(error: WsmanError) -> None:
    asked: list[str] = []
    parts = PartialReading("srv", WorkContext())
    first = parts.read(lambda: failing(error))
    assert isinstance(first, HostError)
    assert parts.read(lambda: asked.append("second")) is first
    assert asked == []


@pytest.mark.parametrize("error", HERE, ids=lambda error: type(error).__name__)
def test_a_part_that_the_host_refuses_does_not_stop_the_others(error: Exception) -> None:
    parts = PartialReading("srv", WorkContext())
    assert isinstance(parts.read(lambda: failing(error)), HostError)
    assert parts.read(lambda: "second") == "second"


def test_once_it_is_cancelled_no_further_part_is_asked_for():
    token = CancelToken()
    parts = PartialReading("srv", WorkContext(token))

    def interrupted() -> str:
        token.cancel()
        raise ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.MAYBE)

    parts.read(interrupted)
    with pytest.raises(Cancelled):
        parts.read(lambda: pytest.fail("the host was asked again"))

"""Message encryption with the key of a logon ([MS-WSMV] 2.2.9.1), by pywinrm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from winrm.encryption import Encryption

from gatepost.wsman.errors import EncryptionMissing, UnsealFailed

_SEALED = ("multipart/encrypted", "multipart/x-multi-encrypted")
_BOUNDARY = re.compile(r"""boundary\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;]+))""", re.IGNORECASE)
_USUAL_BOUNDARY = "Encrypted Boundary"
_MAX_BOUNDARY = 70  # RFC 2046 5.1.1; a long one that almost matches everywhere would be looked for during minutes
_LENGTH = re.compile(rb"Length\s*=\s*(\d{1,10})", re.IGNORECASE)
_HEADER = re.compile(rb"[ \t]*Content-Type:[^\r\n]*\r\n", re.IGNORECASE)


class MessageSealing:
    """Seals the messages of one session that is logged on, and unseals the answers.

    Raises:
        EncryptionMissing: there was no login, or its key does not protect.
    """

    def __init__(self, session: requests.Session, url: str) -> None:
        self._url = url
        self._host = urlsplit(url).hostname
        login: Any = session.auth
        encryption: Encryption | None = login.encryption(session)
        if encryption is None:
            raise EncryptionMissing("Nothing was sent: the host did not ask for authentication, so there is no key.")
        self._encryption = encryption
        self._requests: Any = _AlikeRequests(session, url)

    def seal(self, envelope: bytes) -> requests.PreparedRequest:
        """Return the request that carries an envelope.

        Raises:
            EncryptionMissing: it could not be sealed; nothing is sent.
        """
        try:
            return self._encryption.prepare_encrypted_request(self._requests, self._url, envelope)
        except Exception as error:
            raise EncryptionMissing("Nothing was sent: the message could not be sealed.") from error

    def unseal(self, content_type: str, body: bytes) -> bytes:
        """Return the envelope in an answer.

        Raises:
            UnsealFailed: it is no sealed answer, or was not sealed with the key of this session.
        """
        try:
            return b"".join(self._messages(content_type, body))
        except Exception as error:
            raise UnsealFailed("The answer could not be unsealed.") from error

    def _messages(self, content_type: str, body: bytes) -> Iterator[bytes]:
        for part in sealed_parts(content_type, body):
            message = self._encryption._decrypt_message(part.payload, self._host)
            if len(message) != part.length:
                raise ValueError("a message does not have the length that was announced")
            yield message


class _AlikeRequests:
    """Stands in for a session where requests differ in nothing but their bodies: preparing each costs more than sending."""

    def __init__(self, session: requests.Session, url: str) -> None:
        self._first = session.prepare_request(requests.Request("POST", url, data=b"."))

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        prepared = requests.PreparedRequest()
        prepared.url = self._first.url
        prepared.headers = self._first.headers.copy()
        prepared.body = request.data
        return prepared


@dataclass(frozen=True, slots=True)
class SealedPart:
    """One message: what is sealed with its signature, and how many octets it has unsealed."""

    length: int
    payload: bytes


def is_sealed(content_type: str) -> bool:
    """Whether an answer says that it is encrypted."""
    return content_type.partition(";")[0].strip().lower() in _SEALED


def sealed_parts(content_type: str, body: bytes) -> Iterator[SealedPart]:
    """Take an answer apart: a header and its data, once or, with CredSSP, several times.

    Raises:
        ValueError: it is no such answer.
    """
    match = _BOUNDARY.search(content_type)
    boundary = next(filter(None, match.groups()), _USUAL_BOUNDARY) if match else _USUAL_BOUNDARY
    if len(boundary) > _MAX_BOUNDARY:
        raise ValueError("the boundary of the answer is too long")
    # Exchange writes a space after the dashes; the last boundary may lack its line end.
    delimiter = re.compile(
        rb"--[ \t]*" + re.escape(boundary.encode("latin-1", "replace")) + rb"(?:--)?[ \t]*(?:\r\n|\Z)"
    )
    pieces = [piece for piece in delimiter.split(body) if piece.strip(b" \t\r\n")]
    if not pieces or len(pieces) % 2:
        raise ValueError("the answer does not have two parts for each message")
    for header, data in zip(pieces[::2], pieces[1::2], strict=True):
        length, named = _LENGTH.search(header), _HEADER.match(data)
        if length is None or named is None:
            raise ValueError("a part of the answer has no length or no type")
        yield SealedPart(int(length[1]), data[named.end() :])

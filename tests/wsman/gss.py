"""The acceptor's side of a login in C, behind GSSAPI (RFC 2744): it shares no line with the client.

Debian's gss-ntlmssp accepts NTLM, with accounts from the file that ``NTLM_USER_FILE`` names; MIT accepts Kerberos.
"""

from __future__ import annotations

import ctypes

from tests.wsman.acceptor import Refused

_LIBRARY = "libgssapi_krb5.so.2"
_MECHANISM = bytes.fromhex("2b06010401823702020a")  # 1.3.6.1.4.1.311.2.2.10
_SIGNATURE_SIZE = 16  # [MS-NLMP] 2.2.2.9
_CONTINUE_NEEDED = 1
_CHANNEL_BOUND = 0x800


class _Octets(ctypes.Structure):
    """gss_buffer_desc; gss_OID_desc begins with 32 bits and has the same layout on little-endian machines."""

    _fields_ = (("length", ctypes.c_size_t), ("value", ctypes.c_void_p))


class _Bindings(ctypes.Structure):
    """gss_channel_bindings_struct."""

    _fields_ = (
        ("initiator_kind", ctypes.c_uint32),
        ("initiator", _Octets),
        ("acceptor_kind", ctypes.c_uint32),
        ("acceptor", _Octets),
        ("application_data", _Octets),
    )


class _OidSet(ctypes.Structure):
    _fields_ = (("count", ctypes.c_size_t), ("elements", ctypes.POINTER(_Octets)))


def has_ntlm() -> bool:
    """Whether GSSAPI has the mechanism."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return False
    minor, found = ctypes.c_uint32(), ctypes.POINTER(_OidSet)()
    library.gss_indicate_mechs(ctypes.byref(minor), ctypes.byref(found))
    kinds = [found.contents.elements[i] for i in range(found.contents.count)]
    return _MECHANISM in [ctypes.string_at(kind.value, kind.length & 0xFFFFFFFF) for kind in kinds]


class Gss:
    """One security context on the acceptor's side. ``pinned_to_connection``:
    whether the client named the same channel ``bindings``.
    """

    def __init__(self, bindings: bytes = b"") -> None:
        self.user = ""
        self.pinned_to_connection = False
        self._bindings = _Bindings(application_data=_octets(bindings)) if bindings else None
        self._library = ctypes.CDLL(_LIBRARY)
        self._handle = ctypes.c_void_p()

    def step(self, token: bytes) -> bytes:
        name, out = ctypes.c_void_p(), _Octets()
        handle, given, nothing = ctypes.byref(self._handle), _given(token), None
        flags = ctypes.c_uint32()
        outcome = (ctypes.byref(name), nothing, ctypes.byref(out), ctypes.byref(flags), nothing, nothing)
        bindings = ctypes.byref(self._bindings) if self._bindings else nothing
        status = self._call("gss_accept_sec_context", handle, nothing, given, bindings, *outcome)
        self.pinned_to_connection = bool(flags.value & _CHANNEL_BOUND)
        if status != _CONTINUE_NEEDED:
            shown = _Octets()
            self._call("gss_display_name", name, ctypes.byref(shown), nothing)
            self.user = self._taken(shown).decode().rstrip("\0")  # it counts the end of its string
            self._call("gss_release_name", ctypes.byref(name))
        return self._taken(out)

    def open(self, header: bytes, sealed: bytes) -> bytes:
        out, was_sealed = _Octets(), ctypes.c_int()
        given = _given(header + sealed)
        self._call("gss_unwrap", self._handle, given, ctypes.byref(out), ctypes.byref(was_sealed), None)
        assert was_sealed.value
        return self._taken(out)

    def seal(self, plain: bytes) -> tuple[bytes, bytes]:
        out = _Octets()
        self._call("gss_wrap", self._handle, 1, 0, _given(plain), None, ctypes.byref(out))
        whole = self._taken(out)
        return whole[:_SIGNATURE_SIZE], whole[_SIGNATURE_SIZE:]

    def __del__(self) -> None:
        if self._handle:
            self._call("gss_delete_sec_context", ctypes.byref(self._handle), None)

    def _call(self, function: str, *arguments: object) -> int:
        minor = ctypes.c_uint32()
        status: int = getattr(self._library, function)(ctypes.byref(minor), *arguments) & 0xFFFFFFFF
        if status not in (0, _CONTINUE_NEEDED):
            raise Refused(f"{function}: {status:#x}, {minor.value:#x}")
        return status

    def _taken(self, octets: _Octets) -> bytes:
        found = ctypes.string_at(octets.value, octets.length) if octets.value else b""
        self._call("gss_release_buffer", ctypes.byref(octets))
        return found


def _given(data: bytes) -> object:
    return ctypes.byref(_octets(data))


def _octets(data: bytes) -> _Octets:
    return _Octets(len(data), ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p))

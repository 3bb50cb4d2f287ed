"""Taking what looks like a secret out of a text that people may hand on."""

from __future__ import annotations

import re

REMOVED = "[removed]"
_SENSITIVE = r"[\w.-]*(?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|credential|private[-_]?key)[\w.-]*"
_QUOTED = r"""[bru]*"[^"\\\r\n]*"|[bru]*'[^'\\\r\n]*'"""
# Any other value has no certain end, one with a backslash before its quote included, which escapes it in some languages
# and ends it in others: everything up to the end of the line goes.
_ASSIGNED = re.compile(rf"""(?i)(["']?\b{_SENSITIVE}["']?\s*(?:=>|[=:])\s*)(?:{_QUOTED}|[^\r\n]+)""")
_ELEMENT = re.compile(rf"(?is)(<(?:\w+:)?({_SENSITIVE})\b[^>]*>).*?(</|$)")
_HEADER = re.compile(r"(?i)((?:proxy-|www-)?auth(?:orization|enticate)[\"']?\s*[:=]\s*)[^\r\n]+")
_SCHEME = re.compile(r"(?i)\b(basic|bearer|negotiate|ntlm|kerberos|credssp)[ \t]+[A-Za-z0-9+/=_.~-]{8,}")
_USERINFO = re.compile(r"(://)[^/\s@]+@")


def scrubbed(text: str) -> str:
    """Return ``text`` without what looks like a password, a token or an authorization header."""
    text = _HEADER.sub(rf"\1{REMOVED}", text)
    text = _SCHEME.sub(rf"\1 {REMOVED}", text)
    text = _USERINFO.sub(rf"\1{REMOVED}@", text)
    text = _ELEMENT.sub(rf"\1{REMOVED}\3", text)
    return _ASSIGNED.sub(rf"\1{REMOVED}", text)

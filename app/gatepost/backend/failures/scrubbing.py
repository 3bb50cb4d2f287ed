"""Taking what looks like a secret out of a text that people may hand on. Takes time in proportion to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

REMOVED = "[removed]"
_WORDS = r"(?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|credential|private[-_]?key)"
# A whole name that holds such a word. It is looked at once, from its start, and never given back in part.
_NAME = rf"(?<![\w.-])(?=[\w.-]*?{_WORDS})[\w.-]++"
_QUOTED = r"""[bru]*"[^"\\\r\n]*"|[bru]*'[^'\\\r\n]*'"""
# Any other value has no certain end, one with a backslash before its quote included, which escapes it in some languages
# and ends it in others: everything up to the end of the line goes.
_ASSIGNED = re.compile(rf"""(?i)({_NAME}["']?\s*+(?:=>|[=:])\s*+)(?:{_QUOTED}|[^\r\n]+)""")
_ELEMENT = re.compile(rf"(?is)(<(?:\w++:)?{_NAME}[^<>]*+>).*?(</|$)")
_HEADER = re.compile(r"(?i)((?:proxy-|www-)?auth(?:orization|enticate)[\"']?\s*+[:=]\s*+)[^\r\n]+")
_SCHEME = re.compile(r"(?i)\b(basic|bearer|negotiate|ntlm|kerberos|credssp)[ \t]++([A-Za-z0-9+/=_.~-]{8,}+)")
_ORDINARY = re.compile(r"[A-Za-z]?[a-z]+(?:[-./][a-z]+)*+\.?")  # "Kerberos database", "NTLM authentication."
_USERINFO = re.compile(r"(://)[^/\s@]+@")


def scrubbed(text: str) -> str:
    """Return ``text`` without what looks like a password, a token or an authorization header."""
    text = _HEADER.sub(rf"\1{REMOVED}", text)
    text = _SCHEME.sub(_without_token, text)
    text = _USERINFO.sub(rf"\1{REMOVED}@", text)
    text = _ELEMENT.sub(rf"\1{REMOVED}\2", text)
    return _ASSIGNED.sub(rf"\1{REMOVED}", text)


def whole_names(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds these names as whole words, in any case, the longest first; there must be one."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first), re.IGNORECASE)


def _without_token(found: re.Match[str]) -> str:
    return found[0] if _ORDINARY.fullmatch(found[2]) else f"{found[1]} {REMOVED}"

"""Taking what looks like a secret out of a text that people may hand on. Takes time in proportion to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

REMOVED = "[removed]"
# Patterns that re compiles, and keeps, when they are first used: that takes 10 ms, and a window rarely uses them.
_PASSWORD = r"(?:password|passwd|passphrase|passcode|pwd|passwort|kennwort|mot de passe|contrase[nñ]a)"  # noqa: S105 - words, not a password
# LocalAccountTokenFilterPolicy is a setting, and no secret.
_WORDS = rf"(?:{_PASSWORD}|secret|token(?!filter)|api[-_]?key|credential|private[-_]?key)"
# A whole name that holds such a word. It is looked at once, from its start, and never given back in part.
_NAME = rf"(?<![\w.-])(?:(?=[\w.-]*?{_WORDS})[\w.-]++|mot de passe\b)"
_QUOTE = r"""(?:["']|&quot;|&\#34;)"""
_QUOTED = r"""[bru]*"[^"\\\r\n]*"|[bru]*'[^'\\\r\n]*'"""
# Any other value has no certain end, one with a backslash or a second quote at its own quote included, which escape it in
# some languages and end it in others: everything up to the end of the line goes.
_VALUE = rf"""(?:(?:{_QUOTED})(?![\w"'])|[^\r\n]+)"""
_ASSIGNED = rf"""(?i)((?:{_NAME}{_QUOTE}?\s*+(?:=>|[=:]|%3D)|(?<![\w.-])(?:pass|pw)=)\s*+){_VALUE}"""
_OPTION = rf"""(?i)((?<!\S)(?:(?=-)|/){_NAME}[ \t]++)(?:{_QUOTED}|\S+)"""
_IN_PAIR = rf"""(?i)(["']{_NAME}["']\s*+,\s*+)(?:{_QUOTED})"""
_IN_WORDS = rf"""(?i)(\b{_PASSWORD}[ \t]++(?:(?:is|was)[ \t]++)?)(?:{_QUOTED})"""
_SECURE_STRING = rf"""(?i)(\bConvertTo-SecureString[ \t]++(?:-String[ \t]++)?)(?:{_QUOTED}|\S+)"""
_PRIVATE_KEY = r"(?s)(-----BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY-----).*?(-----END [A-Z0-9 ]{0,20}PRIVATE KEY-----|\Z)"
_NTLM = r"\bTlRMTVNTUA[A-Za-z0-9+/=]++|\b[0-9A-Fa-f]{32}:[0-9A-Fa-f]{32}\b"  # a message, or hashes
_ELEMENT = rf"(?is)(<(?:\w++:)?{_NAME}[^<>]*+>).*?(</|$)"
_HEADER = r"(?i)((?:(?:proxy-|www-)?auth(?:orization|enticate)|\b(?:set-)?cookie)[\"']?\s*+[:=]\s*+)[^\r\n]+"
_SCHEME = r"(?i)\b(basic|bearer|negotiate|ntlm|kerberos|credssp)[ \t]++([A-Za-z0-9+/=_.~-]{8,}+)"
_ORDINARY = r"[A-Za-z]?[a-z]+(?:[-./][a-z]+)*+\.?"  # "Kerberos database", "NTLM authentication."
# Names after a scheme: "Kerberos HTTP/srv01.contoso.com", "NTLM SERVER01". What these schemes send is longer.
_NAME_AFTER_SCHEME = r"(?:[A-Za-z0-9-]{1,20}[./]){1,5}+[A-Za-z0-9-]{1,20}|[A-Z0-9-]{1,15}|S-1[0-9-]{1,40}"
_SHORTEST_MESSAGE = 40
_USERINFO = r"(://)[^/\s@]+@"


def scrubbed(text: str) -> str:
    """Return ``text`` without what looks like a password, a token or an authorization header."""
    text = re.sub(_HEADER, rf"\1{REMOVED}", text)
    text = re.sub(_SCHEME, _without_token, text)
    text = re.sub(_USERINFO, rf"\1{REMOVED}@", text)
    text = re.sub(_ELEMENT, rf"\1{REMOVED}\2", text)
    text = re.sub(_PRIVATE_KEY, rf"\1{REMOVED}\2", text)
    text = re.sub(_NTLM, REMOVED, text)
    for value_after in (_SECURE_STRING, _IN_PAIR, _OPTION, _IN_WORDS, _ASSIGNED):
        text = re.sub(value_after, rf"\1{REMOVED}", text)
    return text


def whole_names(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds these names as whole words, in any case, the longest first; there must be one."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first), re.IGNORECASE)


def _without_token(found: re.Match[str]) -> str:
    scheme, value = found[1], found[2]
    is_name = scheme.lower() not in ("basic", "bearer") and len(value) < _SHORTEST_MESSAGE
    if re.fullmatch(_ORDINARY, value) or (is_name and re.fullmatch(_NAME_AFTER_SCHEME, value)):
        return found[0]
    return f"{scheme} {REMOVED}"

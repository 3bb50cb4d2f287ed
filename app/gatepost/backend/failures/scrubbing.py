"""Removing secrets from text that people may pass on. Takes time in proportion to the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

REMOVED = "[removed]"
_PASSWORD = (
    r"(?:password|passwd|passphrase|passcode|pwd|passwort|kennwort|mot de passe|contrase[nñ]a|senha|parola|wachtwoord"  # noqa: S105 - words, not a password
    r"|lösenord|adgangskode|salasana|hasło|heslo|jelszó|пароль|密码|密碼)"
)
# LocalAccountTokenFilterPolicy is a setting, and no secret.
_WORDS = rf"(?:{_PASSWORD}|secret|token(?!filter)|(?:api|private|access|account|signing)[-_]?key|credential)"
# A whole name that holds such a word. It is looked at once, from its start, and never given back in part.
_NAME = rf"(?<![\w.-])(?:(?=[\w.-]*?{_WORDS})[\w.-]++|mot de passe\b)"
_QUOTE = r"""(?:["']|&quot;|&\#34;)"""
_QUOTED = r"""[bru]*"[^"\\\r\n]*"|[bru]*'[^'\\\r\n]*'"""
# Any other value has no certain end, one with a backslash or a second quote at its own quote included, which escape it in
# some languages and end it in others: everything up to the end of the line goes.
_VALUE = rf"""(?:(?:{_QUOTED})(?![\w"'])|[^\r\n]+)"""
_ASSIGNED = re.compile(
    rf"""(?i)((?:(?P<name>{_NAME}){_QUOTE}?\s*+(?:=>|[=:]|%3D)|(?<![\w.-])(?:pass|pw)[=:])\s*+)(?P<value>{_VALUE})"""
)
# What stands there in place of a secret, and what a token or credentials are called.
_NO_SECRET = re.compile(
    r"(?i)(?:none|null|nil|true|false|yes|no|[01]|empty|unknown|n/a|not "
    r"(?:set|given|saved|stored|shown|required|needed|known|available|found|supported|used|configured|applicable))[.,;]?"
)
_TOKEN_OR_CREDENTIALS = re.compile(r"(?i)tokens?|credentials?")
# Whole names of what is said about passwords, and numbers, dates and times, which it is said in.
_ABOUT_PASSWORDS = re.compile(
    r"(?i)(?:min|minimum|max|maximum)?password(?:last(?:set|changed?)|expire[ds]|expir(?:y|ation)date|neverexpires|length|age"
    r"|history(?:count|length|size)|(?:not)?required|complexity(?:enabled)?)"
)
_NUMBER_OR_DATE = re.compile(
    r"""(?i)["']?(?:never|-?\d[\d.,:/-]*+(?:[T ]\d[\d.,:]*+)?(?:Z|[+-]\d\d:?\d\d)?(?: [AP]M| days?)?)["']?[.,;]?"""
)
_KIND = r"(?:current user|user|password|and|full|filtered|elevated|limited|default|anonymous|certificate|kerberos|ntlm)"
_KINDS = re.compile(rf"(?i){_KIND}(?:[ ,(]{{1,2}}{_KIND}\)?){{0,4}}[.,;]?")
_OPTION = re.compile(rf"""(?i)((?<!\S)(?:(?=-)|/){_NAME}[ \t]++)(?:{_QUOTED}|\([^()\r\n]*\)|\S+)""")
_SHORT_OPTION = re.compile(rf"""(?i)((?<!\S)(?:[-/](?:p|pw|rp)(?:[ \t]++|[:=])|/(?:pass)[:=]))({_QUOTED}|\S+)""")
_PORT_OR_PATH = re.compile(  # 8080:80, /tmp, ./a, ~/a, $HOME/a, $env:TEMP, %TEMP%\\a, C:\\a, another option
    r"(?:[\d.:]*[.:])?\d{1,5}(?:/tcp|/udp)?|(?:\.{0,2}|~)/.*|\$[A-Z_]+(?:/.*)?|\$env:.*|%\w+%.*|[A-Za-z]:[\\/].*"
    r"|--?[A-Za-z][\w-]*"
)
# curl -u user:password; PSCredential("user", "password"); net user NAME password; net use \\\\srv\\share password
_USER_OPTION = r"(?<!\S)(?:-u|--(?:proxy-)?user)[ \t=]++"
_CREDENTIAL_OF = re.compile(
    rf"(?i)(PSCredential(?:(?:\]::new)?[ \t]*+\(|[ \t]++-Arg\w{{0,20}}[ \t]++@?\(?)[ \t]*+(?:{_QUOTED}|[^\s,]{{1,64}})[ \t]*+,[ \t]*+)"
    rf"(?:{_QUOTED}|\S+)"
)
# "docker run -it -u 1000:1000": a user and a group, directly after a command that takes them and its other options.
_ID = r"(?:\d{1,10}|root|nobody|nogroup|www-data)"
_USER_AND_GROUP = (
    r"(?m:^|[|;&(]|[$#>][ \t])[ \t]*+(?:sudo[ \t]++)?(?:docker|podman)[ \t]++(?:run|exec|create)(?:[ \t]++-[\w=-]++){0,20}?"
    rf"[ \t]++(?:-u|--user)[ \t=]++{_ID}:{_ID}(?!\S)"
)
_AFTER_USER = re.compile(rf"(?i){_USER_AND_GROUP}|({_USER_OPTION}[^\s:\"']{{1,64}}:)(?:{_QUOTED}|\S+)")
_QUOTED_WITH_USER = re.compile(
    rf"""(?i)({_USER_OPTION})(?:"[^"\s:]{{1,64}}:[^"\r\n]*+"|'[^'\s:]{{1,64}}:[^'\r\n]*+')"""
)
_NET_USER = re.compile(
    r"(?i)(\bnet[ \t]++(?:user[ \t]++[^\s/]\S{0,63}|use[ \t]++(?:[\w*]:?[ \t]++)?\\\\\S{1,256}(?:[ \t]++/user:\S{1,64})?)[ \t]++(?![/*]))(\S+)"
)
# mysql -psecret, sshpass -psecret, ldapsearch -w secret, smbclient -U user%secret
_OF_TOOL = re.compile(
    r"(?i)(\b(?:(?:mysql|mariadb|sshpass)\w*[^\r\n|;&]{0,200}?[ \t]-p|ldap\w{1,20}[^\r\n|;&]{0,200}?[ \t]-w[ \t]++)"
    r"|(?<!\S)-U[ \t=]*+[^\s%]{1,64}%)(?:\S+)"
)
_IN_PAIR = re.compile(rf"""(?i)(["']{_NAME}["']\s*+,\s*+)(?:{_QUOTED})""")
_IN_WORDS = re.compile(
    rf"""(?i)(\b{_PASSWORD}[ \t]++(?:(?:is|was)[ \t]++)?)(?:{_QUOTED}|“[^”\r\n]{{0,99}}+”|„[^“\r\n]{{0,99}}+“|«[^»\r\n]{{0,99}}+»)"""
)
# "The password is swordfish", unlike "the password is wrong": what is said of passwords is known, and they are not.
_THE_SECRET = rf"\b(?:{_PASSWORD}|secret|token)[ \t]++(?:(?:for|of|von)[ \t]++\S{{1,64}}[ \t]++)?"
_CHANGED = r"(?:(?:was|is|has been)[ \t])?(?:changed|set|reset)[ \t]"
_IS = rf"(?:{_CHANGED}(?:from|to)|is|was|ist|war|lautet|est|es):?"
_STATED = re.compile(rf"(?i)({_THE_SECRET}{_IS}[ \t]++(?:(?:now|still|jetzt)[ \t]++)?)((?:{_QUOTED})(?![\w\"'])|\S+)")
_FROM_TO = re.compile(
    rf"(?i)({_THE_SECRET}{_CHANGED}from[ \t]++)(\S[^\r\n]{{0,99}}?)([ \t]++to[ \t]++)((?:{_QUOTED})(?![\w\"'])|\S+)"
)
_WITH = re.compile(rf"""(?i)(\b(?:with|using)[ \t]++(?:the[ \t]++)?{_PASSWORD}[ \t]++)(\S+)""")
_SAID = (
    "a an the this that these it its i in on at by for from of to as with without within under over up or and if but when "
    "not no never now still already also only again about too very more less longer shorter being been is was are has had "
    "wrong incorrect invalid bad right correct valid ok okay fine good weak strong simple complex old new same safe secure "
    "insecure plain clear short long different identical equal case empty blank missing absent null none unknown known "
    "required needed necessary optional mandatory expected requested asked prompted expired expiring due outdated locked "
    "disabled enabled rejected refused denied accepted verified checked tried used reused sent read given entered typed passed "
    "taken set reset changed unchanged saved stored kept cached remembered forgotten lost hidden masked removed deleted cleared "
    "protected encrypted decrypted unencrypted hashed encoded shown visible available unavailable ignored allowed forbidden "
    "permitted supported unsupported managed generated synchronized limited restricted compromised case-sensitive "
    "case-insensitive failed fails returned authentication policy hash hashes file prompt manager protection logon filtered "
    "elevated full expires what who "
    "falsch richtig korrekt ungültig gültig abgelaufen leer nicht nie noch schon zu unbekannt bekannt erforderlich nötig gesperrt "
    "gespeichert geändert gesetzt gesendet verschlüsselt abgelehnt zurückgesetzt ein eine kein das der die "
    "incorrecte faux expiré requis vide obligatoire manquant invalide valide trop pas le la un une el una no incorrecta "
    "inválida válida caducada obligatoria necesaria vacía"
)
_SAID_OF_PASSWORDS = frozenset(_SAID.split())
_SMALL_NUMBER = re.compile(r"\d{1,3}[.,;:]?")
_SECURE_STRING = re.compile(rf"""(?i)(\bConvertTo-SecureString[ \t]++(?:-String[ \t]++)?)(?:{_QUOTED}|\S+)""")
_PRIVATE_KEY = re.compile(
    r"(?s)(-----BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY-----).*?(-----END [A-Z0-9 ]{0,20}PRIVATE KEY-----|\Z)"
)
_NTLM = re.compile(r"\bTlRMTVNTUA[A-Za-z0-9+/=]++|\b[0-9A-Fa-f]{32}:[0-9A-Fa-f]{32}\b")  # a message, or hashes
_ELEMENT = re.compile(rf"(?is)(<(?:\w++:)?{_NAME}[^<>]*+>).*?(</|$)")
_HEADER = re.compile(
    r"(?i)((?:(?:proxy-|www-)?auth(?:orization|enticate)|\b(?:set-)?cookie)[\"']?\s*+[:=]\s*+)[^\r\n]+"
)
_SCHEME = re.compile(r"(?i)\b(basic|bearer|negotiate|ntlm|kerberos|credssp)[ \t]++([A-Za-z0-9+/=_.~-]{8,}+)")
_ORDINARY = re.compile(r"[A-Za-z]?[a-z]+(?:[-./][a-z]+)*+\.?")  # "Kerberos database", "NTLM authentication."
# Names after a scheme: "Kerberos HTTP/srv01.contoso.com", "NTLM SERVER01". What these schemes send is longer.
_NAME_AFTER_SCHEME = re.compile(r"(?:[A-Za-z0-9-]{1,20}[./]){1,5}+[A-Za-z0-9-]{1,20}|[A-Z0-9-]{1,15}|S-1[0-9-]{1,40}")
_SHORTEST_MESSAGE = 40
_USERINFO = re.compile(r"(://)[^/\s]+@")
_ACCOUNT_AT_HOST = re.compile(r"(?<![\w.\\+:/@-])((?![OGDS]:)[\w.\\+-]{1,64}+):([^\s/]{1,256})@(?=[\w\[])")
_LABELS = ("mailto", "sip", "account", "user", "username", "upn", "from", "to", "cc", "principal", "login", "name")


def scrubbed(text: str) -> str:
    """Return ``text`` without what looks like a password, a token or an authorization header."""
    text = _HEADER.sub(rf"\1{REMOVED}", text)
    text = _SCHEME.sub(_without_token, text)
    text = _USERINFO.sub(rf"\1{REMOVED}@", text)
    text = _ACCOUNT_AT_HOST.sub(_without_password, text)
    text = _ELEMENT.sub(rf"\1{REMOVED}\2", text)
    text = _PRIVATE_KEY.sub(rf"\1{REMOVED}\2", text)
    text = _NTLM.sub(REMOVED, text)
    for value_after in (_SECURE_STRING, _IN_PAIR, _OPTION, _IN_WORDS, _OF_TOOL, _CREDENTIAL_OF, _QUOTED_WITH_USER):
        text = value_after.sub(rf"\1{REMOVED}", text)
    text = _AFTER_USER.sub(lambda match: f"{match[1]}{REMOVED}" if match[1] else match[0], text)
    text = _FROM_TO.sub(_without_old_and_new, text)
    text = _SHORT_OPTION.sub(_unless(_PORT_OR_PATH.fullmatch), text)
    for stated in (_STATED, _WITH, _NET_USER):
        text = stated.sub(_unless(_is_said_of_passwords), text)
    return _ASSIGNED.sub(_without_assigned, text)


def whole_names(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds these names as whole words, in any case, the longest first; there must be one."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first), re.IGNORECASE)


def _unless(is_ordinary: Callable[[str], object]) -> Callable[[re.Match[str]], str]:
    """Take the value out where it isn't ordinary."""
    return lambda match: match[0] if is_ordinary(match[2]) else f"{match[1]}{REMOVED}"


def _is_said_of_passwords(value: str) -> bool:
    """Whether it is a small number, or a word that is said of passwords, in quotes or parentheses or with punctuation."""
    word = value.rstrip(")\"'.,;:!?").lower()
    word = word[1:] if word.startswith(("(", '"', "'")) else word
    return word in _SAID_OF_PASSWORDS or _SMALL_NUMBER.fullmatch(value) is not None


def _without_old_and_new(match: re.Match[str]) -> str:
    old, new = (value if _is_said_of_passwords(value) else REMOVED for value in match.group(2, 4))
    return f"{match[1]}{old}{match[3]}{new}"


def _without_assigned(match: re.Match[str]) -> str:
    name, value = match["name"] or "", match["value"].strip()
    is_label = _TOKEN_OR_CREDENTIALS.fullmatch(name) is not None and match[1].rstrip().endswith(":")
    is_ordinary = (
        _NO_SECRET.fullmatch(value)
        or (_ABOUT_PASSWORDS.fullmatch(name) and _NUMBER_OR_DATE.fullmatch(value))
        or (is_label and _KINDS.fullmatch(value))
    )
    return match[0] if is_ordinary else f"{match[1]}{REMOVED}"


def _without_password(match: re.Match[str]) -> str:
    """Of ``user:password@host``; ``mailto:ann@contoso.com`` is none."""
    account, value = match[1], match[2]
    is_name = account.lower() in _LABELS and _ORDINARY.fullmatch(value)
    return match[0] if is_name else f"{account}:{REMOVED}@"


def _without_token(match: re.Match[str]) -> str:
    scheme, value = match[1], match[2]
    is_name = scheme.lower() not in ("basic", "bearer") and len(value) < _SHORTEST_MESSAGE
    if _ORDINARY.fullmatch(value) or (is_name and _NAME_AFTER_SCHEME.fullmatch(value)):
        return match[0]
    return f"{scheme} {REMOVED}"

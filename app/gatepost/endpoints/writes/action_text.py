"""The actions in words: alone, with their host, and as they are recognized in the journal, which keeps them in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from string import Formatter

from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, english, sentences
from gatepost.endpoints.writes.outcome_text import SENTENCES

# Each action, and the same with its host.
_ACTIONS = (
    (ENDPOINTS.tr("Revert: {action}"), ENDPOINTS.tr('Revert "{action}" on {host}')),
    (ENDPOINTS.tr("Reapply: {action}"), ENDPOINTS.tr('Reapply "{action}" on {host}')),
    (ENDPOINTS.tr("Disable remoting"), ENDPOINTS.tr("Disable remoting on {host}")),
    (ENDPOINTS.tr("Enable remoting"), ENDPOINTS.tr("Enable remoting on {host}")),
    (ENDPOINTS.tr("Set {name} to Remote"), ENDPOINTS.tr("Set {name} to Remote on {host}")),
    (ENDPOINTS.tr("Set {name} to Local"), ENDPOINTS.tr("Set {name} to Local on {host}")),
    (ENDPOINTS.tr("Set {name} to Disabled"), ENDPOINTS.tr("Set {name} to Disabled on {host}")),
    (
        ENDPOINTS.tr("Set %n endpoint to Remote", "Set %n endpoints to Remote", 2),
        ENDPOINTS.tr("Set %n endpoint to Remote on {host}", "Set %n endpoints to Remote on {host}", 2),
    ),
    (
        ENDPOINTS.tr("Set %n endpoint to Local", "Set %n endpoints to Local", 2),
        ENDPOINTS.tr("Set %n endpoint to Local on {host}", "Set %n endpoints to Local on {host}", 2),
    ),
    (
        ENDPOINTS.tr("Set %n endpoint to Disabled", "Set %n endpoints to Disabled", 2),
        ENDPOINTS.tr("Set %n endpoint to Disabled on {host}", "Set %n endpoints to Disabled on {host}", 2),
    ),
    (
        ENDPOINTS.tr("Change permissions of %n endpoint", "Change permissions of %n endpoints", 2),
        ENDPOINTS.tr("Change permissions of %n endpoint on {host}", "Change permissions of %n endpoints on {host}", 2),
    ),
    (ENDPOINTS.tr("Change permissions of {name}"), ENDPOINTS.tr("Change permissions of {name} on {host}")),
    (
        ENDPOINTS.tr(
            "Restore %n endpoint to its state at {moment}", "Restore %n endpoints to their state at {moment}", 2
        ),
        ENDPOINTS.tr(
            "Restore %n endpoint on {host} to its state at {moment}",
            "Restore %n endpoints on {host} to their state at {moment}",
            2,
        ),
    ),
    (
        ENDPOINTS.tr("Restore {name} to its state at {moment}"),
        ENDPOINTS.tr("Restore {name} on {host} to its state at {moment}"),
    ),
    (
        ENDPOINTS.tr("Align %n endpoint with {model}", "Align %n endpoints with {model}", 2),
        ENDPOINTS.tr("Align %n endpoint on {host} with {model}", "Align %n endpoints on {host} with {model}", 2),
    ),
    (ENDPOINTS.tr("Align {name} with {model}"), ENDPOINTS.tr("Align {name} on {host} with {model}")),
    (ENDPOINTS.tr("Set startup type to Disabled"), ENDPOINTS.tr("Set startup type to Disabled on {host}")),
    (ENDPOINTS.tr("Set startup type to Manual"), ENDPOINTS.tr("Set startup type to Manual on {host}")),
    (ENDPOINTS.tr("Set startup type to Automatic"), ENDPOINTS.tr("Set startup type to Automatic on {host}")),
    (ENDPOINTS.tr("Stop WinRM"), ENDPOINTS.tr("Stop WinRM on {host}")),
    (ENDPOINTS.tr("Turn off remote UAC filtering"), ENDPOINTS.tr("Turn off remote UAC filtering on {host}")),
    (ENDPOINTS.tr("Turn on remote UAC filtering"), ENDPOINTS.tr("Turn on remote UAC filtering on {host}")),
    (
        ENDPOINTS.tr("Remove LocalAccountTokenFilterPolicy"),
        ENDPOINTS.tr("Remove LocalAccountTokenFilterPolicy on {host}"),
    ),
    (ENDPOINTS.tr("Delete the listener {name}"), ENDPOINTS.tr("Delete the listener {name} on {host}")),
    (ENDPOINTS.tr("Create the HTTP listener"), ENDPOINTS.tr("Create the HTTP listener on {host}")),
    (ENDPOINTS.tr("Enable the listener {name}"), ENDPOINTS.tr("Enable the listener {name} on {host}")),
    (ENDPOINTS.tr("Enable the firewall rules"), ENDPOINTS.tr("Enable the firewall rules on {host}")),
    (ENDPOINTS.tr("Disable the firewall rules"), ENDPOINTS.tr("Disable the firewall rules on {host}")),
)

_MOST_SENTENCES = 12
_SENTENCE_END = re.compile(r"(?<=\.) (?!\()|(?<=\d\)) ")  # or after a code


def on_host(action: Text, host: str) -> Text:
    """Return an action with the host it is for; one that is not known here after the host's name."""
    for alone, with_host in _ACTIONS:
        if alone.template == action.template:
            return replace(with_host, values=(*action.values, ("host", host)), count=action.count)
    return english("{host}: {action}", host=host, action=action)


@lru_cache(4096)
def recalled_action(kept: str) -> Text:
    """Return an action as the journal keeps it, so that it can be translated; as it is where it is not recognized."""
    recognized = _recognized(kept, (alone for alone, _ in _ACTIONS))
    if recognized is None:
        return english("{kept}", kept=kept)
    values = [(name, recalled_action(str(value)) if name == "action" else value) for name, value in recognized.values]
    return replace(recognized, values=tuple(values))


def recalled_message(kept: str, known: Collection[Text] = SENTENCES) -> Text:
    """Return what the journal keeps of a result, sentence by sentence; what is not ``known`` stays as it is."""
    if kept.count(". ") > _MOST_SENTENCES:  # a host's own words, which may be long
        return english("{kept}", kept=kept)
    possible = [text for text in known if all(map(kept.__contains__, _literals(text.template)))]
    possible.sort(key=lambda text: -sum(map(len, _literals(text.template))))  # what says most is what was meant
    constant = (text for text in possible if not _pattern(text.template).groups)
    whole = next((text for text in constant if f"{kept} ".startswith(f"{text} ")), None)
    if whole is not None:  # one of several sentences may begin with one of fewer
        return sentences(whole, recalled_message(kept[len(str(whole)) + 1 :], possible))
    ends = [*(match.start() for match in _SENTENCE_END.finditer(kept)), len(kept)]
    for end in ends:
        recognized = _recognized(kept[:end], possible)
        if recognized is not None:
            return sentences(recognized, recalled_message(kept[end + 1 :], possible))
    first, rest = kept[: ends[0]], kept[ends[0] + 1 :]
    return sentences(english("{kept}", kept=first), recalled_message(rest, possible)) if first else NOTHING


def _recognized(kept: str, known: Iterable[Text]) -> Text | None:
    for text in sorted(known, key=lambda each: not each.many):  # a number is no name
        match = _pattern(text.many or text.template).fullmatch(kept)
        if match is None and text.many:
            match = _pattern(text.template).fullmatch(kept)
        if match is not None:
            values = match.groupdict()
            count = int(values.pop("number")) if text.many and "number" in values else None
            return replace(text, values=tuple(values.items()), count=count)
    return None


@cache
def _literals(template: str) -> tuple[str, ...]:
    """What a template says besides its values and its count."""
    return tuple(part for literal, *_ in Formatter().parse(template) for part in literal.split("%n"))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    pattern, seen = "", set[str]()
    for literal, name, *_ in Formatter().parse(template):
        pattern += re.escape(literal).replace("%n", r"(?P<number>\d+)")
        if name is not None:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.+)"
            seen.add(name)
    return re.compile(pattern, re.DOTALL)

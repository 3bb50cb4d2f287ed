"""Calling of listeners: a bug in one is reported, and stops neither the others nor the lane."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid


def report_bug(error: BaseException) -> None:
    """Hand an unexpected exception to the crash reporter, from any thread."""
    sys.excepthook(type(error), error, error.__traceback__)


def call_listener(listener: Callable[..., object] | None, *values: object) -> None:
    """Tell one listener; a bug in it stops neither the others nor the lane."""
    if listener is None or _is_deleted(listener):
        return
    try:
        listener(*values)
    except Exception as error:  # noqa: BLE001 - as in a slot
        report_bug(error)


def _is_deleted(listener: Callable[..., object]) -> bool:
    function: object = listener
    while isinstance(function, partial):
        function = function.func
    owner = getattr(function, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)

"""Reading what may fail in part: each part is its value, or the error that stands for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.host.return_values import MethodFailed
from gatepost.backend.text import BACKEND
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError, Reading
from gatepost.wsman.errors import WsmanError

T = TypeVar("T")


class PartialReading:
    """One reading of one host. Once it is gone, the parts that follow fail at once instead of waiting for it."""

    def __init__(self, host_name: str) -> None:
        self._host_name = host_name
        self._gone: HostError | None = None

    def read(self, ask: Callable[[], T]) -> Reading[T]:
        """Return what was asked for, or why it is not known. Raises only what is a bug, or Cancelled."""
        if self._gone is not None:
            return self._gone
        try:
            return ask()
        except MethodFailed as failure:
            return HostError(BACKEND.tr("The host didn't say."), details=str(failure))
        except (WsmanError, DocumentError) as error:
            said = host_error(error, self._host_name)
            if isinstance(error, WsmanError) and error.host_is_gone:
                self._gone = said
            return said

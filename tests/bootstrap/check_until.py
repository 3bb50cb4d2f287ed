"""Runs a host check that kills its own process before or after its N-th request; only the guard is left then."""

from __future__ import annotations

import os
import signal
import sys

from gatepost.__main__ import main
from gatepost.wsman.client import WsmanClient


def killed_at(step: int, *, sent: bool) -> None:
    really = WsmanClient._exchange

    def exchange(self: WsmanClient, request: object, understand: object) -> object:
        if self.exchanges + 1 == step and not sent:
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            return really(self, request, understand)
        finally:
            if self.exchanges == step:
                os.kill(os.getpid(), signal.SIGKILL)

    WsmanClient._exchange = exchange


if __name__ == "__main__":
    killed_at(int(sys.argv[1]), sent=sys.argv[2] == "sent")
    sys.exit(main(sys.argv[3:]))

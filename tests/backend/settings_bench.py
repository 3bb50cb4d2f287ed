"""Changing the settings of a practice host, and what it holds afterwards."""

from __future__ import annotations

from gatepost.work import WorkContext


def exposure(bench):
    return bench.host.reader.exposure(WorkContext())


def carry_out(bench, order, reason="CHG-7"):
    return bench.host.change_settings(order, bench.host.identity, reason, WorkContext()).outcomes


def machine(bench):
    return {name: value for name, value in bench.tell("machine").items() if name != "ok"}

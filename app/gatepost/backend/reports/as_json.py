"""A review as JSON, for programs. Values are as the host gave them."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import Enum

from gatepost.backend.reports.review import Review

SCHEMA = 1


def as_json(review: Review) -> bytes:
    """Return the review as one JSON object with a schema version."""
    document = {
        "format": "gatepost report",
        "schema": SCHEMA,
        "made_at": review.made_at,
        "app_version": review.app_version,
        "hosts": [asdict(host) for host in review.hosts],
    }
    return (json.dumps(document, indent=1, default=_value) + "\n").encode()


def _value(member: Enum) -> object:
    return member.value

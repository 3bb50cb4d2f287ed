"""Sentences about a write that failed, which the journal keeps in English and History recognizes."""

from __future__ import annotations

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import DOUBTS, REFUSALS
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.backend.host import refusals
from gatepost.endpoints.writes import outcome_text

_OF_CAUSES = (text for each in (*Cause, *ReachCause, *LoginCause) for text in (each.summary, each.next_step))
KEPT_SENTENCES = tuple(dict.fromkeys((*outcome_text.SENTENCES, *refusals.SENTENCES, *REFUSALS, *DOUBTS, *_OF_CAUSES)))

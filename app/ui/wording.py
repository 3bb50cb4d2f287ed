"""Sentences of the lower rooms in the language of the window."""

from app.models.sentences import shown

__all__ = ["shown"]

"""Translation marker of this package."""

from gatepost.endpoints.text import TextContext

BACKEND = TextContext("BACKEND")

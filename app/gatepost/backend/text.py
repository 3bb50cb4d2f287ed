"""Translation marker of this package."""

from gatepost.endpoints.text import Room

BACKEND = Room("BACKEND")

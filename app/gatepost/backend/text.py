"""The marker for the texts of this room."""

from gatepost.endpoints.text import Room

BACKEND = Room("BACKEND")

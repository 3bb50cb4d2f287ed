"""Translation marker of the packages from models upwards; without Qt, since reports are written where there is none."""

from gatepost.endpoints.text import TextContext

WINDOW = TextContext("WINDOW")  # where there is no ``self.tr`` at hand, and for all that counts

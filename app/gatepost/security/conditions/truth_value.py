"""Three-valued logic of conditions ([MS-DTYP] 2.4.4.17.5)."""

from __future__ import annotations

from enum import Enum


class TruthValue(Enum):
    """Outcome of a condition. UNKNOWN: a claim is missing, or the condition cannot be evaluated.

    From false to true, so that "and" is the lower of two and "or" the higher.
    """

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    @staticmethod
    def of(known: object) -> TruthValue:
        """TRUE or FALSE, as Python takes ``known``."""
        return TruthValue.TRUE if known else TruthValue.FALSE

    def __and__(self, other: TruthValue) -> TruthValue:
        return self if self.value < other.value else other

    def __or__(self, other: TruthValue) -> TruthValue:
        return self if self.value > other.value else other

    def __invert__(self) -> TruthValue:
        return TruthValue(2 - self.value)

"""Discord's own AutoMod, as far as rules go: its limits."""

from __future__ import annotations

PATTERN_LENGTH = 260
"""Characters of one regular expression."""

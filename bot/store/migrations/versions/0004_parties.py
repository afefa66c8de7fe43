"""Tables of feature D (watch parties, series and the party clock), filled by its engineer."""

from __future__ import annotations

revision = "0004_parties"
down_revision = "0003_polls"


def upgrade() -> None:
    """Nothing yet."""

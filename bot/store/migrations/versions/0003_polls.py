"""Tables of feature C (polls and arcs), filled by its engineer."""

from __future__ import annotations

revision = "0003_polls"
down_revision = "0002_horizons"


def upgrade() -> None:
    """Nothing yet."""

"""Tables of feature B (recaps, horizons and spoiler-safe talk), filled by its engineer."""

from __future__ import annotations

revision = "0002_horizons"
down_revision = "0001_core"


def upgrade() -> None:
    """Nothing yet."""

"""Tables of feature E (set-up, privacy, care), filled by its engineer."""

from __future__ import annotations

revision = "0005_care"
down_revision = "0004_parties"


def upgrade() -> None:
    """Nothing yet."""

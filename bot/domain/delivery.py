"""What is sent once: by which name it is known, and what is on record of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryKey:
    """One message that must not be sent twice.

    `subject_id` is the party, poll or server that it is about, `purpose` what it is for. `user_id` is whom it concerns
    alone, 0 where that is everybody: no id of a member ever stands in a `purpose`, so that it can be forgotten.
    """

    guild_id: int
    subject_id: int
    purpose: str
    user_id: int = 0

    @property
    def nonce(self) -> str:
        """25 characters, the same for the same message, whichever process sends it. Discord takes one of each for some
        minutes."""
        name = f"{self.subject_id}:{self.purpose}:{self.user_id}"
        return "e" + hashlib.blake2s(name.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message that was tried: when first (aware UTC), and where it stands, once it is known to have arrived.
    `user_id`: whom it concerns alone (0: everybody)."""

    purpose: str
    tried_at: datetime
    channel_id: int | None
    message_id: int | None
    user_id: int = 0

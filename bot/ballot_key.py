"""The secret that keeps anonymous ballots anonymous: it lies outside the database.

A ballot of an anonymous poll is stored under HMAC-SHA256(key of the poll, member's id), where the key of the poll is
derived from the secret. Who holds only the database cannot tell who voted, nor that a member voted in two polls; who
holds only the secret has no ballots. The bot itself can still find the ballots of a member who asks for deletion.

With another secret the same member would count twice. So a fingerprint of the secret stands in the database, and while
it does not match, anonymous polls take no ballots.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
from functools import lru_cache
from pathlib import Path

from bot.errors import EtoileError, StartupError
from bot.settings import Settings
from bot.store import meta
from bot.store.engine.database import Database, Transaction

SECRET_BYTES = 32
FILE = "ballot.key"
META = "ballot_key"

_log = logging.getLogger(__name__)


class BallotKey:
    """The secret in use. `matches` is False when the ballots of this database were made with another one."""

    def __init__(self, secret: bytes, *, matches: bool = True) -> None:
        self._secret = secret
        self.matches = matches
        self._poll_key = lru_cache(maxsize=4096)(self._derive)

    def voter(self, poll_id: int, user_id: int) -> str:
        """Under which name the ballot of this member is stored in this anonymous poll.

        Raises EtoileError("poll-key-differs") while the secret is not the one of this database.
        """
        if not self.matches:
            raise EtoileError("poll-key-differs")
        digest = hmac.digest(self._poll_key(poll_id), str(user_id).encode(), "sha256")
        return digest[:16].hex()

    def _derive(self, poll_id: int) -> bytes:
        return hmac.digest(self._secret, f"poll:{poll_id}".encode(), "sha256")

    @property
    def fingerprint(self) -> str:
        """Tells two secrets apart and gives neither away."""
        return hmac.digest(self._secret, b"fingerprint", "sha256")[:8].hex()


async def open_ballot_key(settings: Settings, db: Database) -> BallotKey:
    """The secret of the setting, else of the file in the state directory, which is made on first start.

    Raises StartupError when PostgreSQL is used without the setting, or when the file cannot be read or made.
    """
    if settings.ballot_key:
        secret = _given(settings.ballot_key)
    elif db.kind == "postgresql":
        raise StartupError("poll-key-missing")
    else:
        try:
            secret = _read_or_make(settings.state_dir / FILE)
        except (OSError, ValueError) as error:
            raise StartupError("poll-key-unreadable", path=str(settings.state_dir / FILE)) from error
    fingerprint = BallotKey(secret).fingerprint
    known = await db.read(meta.load, META)
    if known is None:
        known = await db.write(_remember, fingerprint)
    if known != fingerprint:
        _log.error("the ballot key is not the one of this database: anonymous polls take no ballots until it is back")
    return BallotKey(secret, matches=known == fingerprint)


async def known_key(settings: Settings, db: Database) -> BallotKey | None:
    """The secret as `open_ballot_key` would find it, and nothing made or remembered; None where there is none yet.

    Raises StartupError when PostgreSQL is used without the setting, or when the file cannot be read.
    """
    file = settings.state_dir / FILE
    if not settings.ballot_key and db.kind == "sqlite" and not file.exists():
        return None
    if settings.ballot_key:
        secret = _given(settings.ballot_key)
    elif db.kind == "postgresql":
        raise StartupError("poll-key-missing")
    else:
        try:
            secret = _read_or_make(file)
        except (OSError, ValueError) as error:
            raise StartupError("poll-key-unreadable", path=str(file)) from error
    known = await db.read(meta.load, META)
    key = BallotKey(secret)
    return key if known in (None, key.fingerprint) else BallotKey(secret, matches=False)


def _remember(fingerprint: str) -> Transaction[str]:
    """Stores the fingerprint unless another process was faster. Returns the one that stands."""
    known = yield from meta.load(META)
    if known is None:
        yield from meta.save(META, fingerprint)
        known = fingerprint
    return known


def _given(text: str) -> bytes:
    """The secret of a setting: any text of 32 bytes or more, brought to one length."""
    raw = text.encode()
    if len(raw) < SECRET_BYTES:
        raise StartupError("poll-key-short", least=SECRET_BYTES)
    return hashlib.sha256(raw).digest()


def _read_or_make(path: Path) -> bytes:
    """The secret in the file, which only its owner may read; a new one when there is no file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
        if len(secret) != SECRET_BYTES:
            raise ValueError("not a ballot key") from None
        return secret
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_bytes(SECRET_BYTES)
        file.write(secret.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    return secret

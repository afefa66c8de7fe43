"""`etoile doctor`: looks at everything that an installation stands on, and says what to do about what is wrong.

Nothing is changed, on Discord or here. It may run beside the bot.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Literal

import aiohttp

from bot.ballot_key import known_key
from bot.clock import wall_seconds
from bot.domain.permissions import NEEDS
from bot.errors import EtoileError, StartupError
from bot.settings import Settings
from bot.store import jobs
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from bot.text import Words

DISCORD = "https://discord.com/api/v10"
ADMINISTRATOR = 1 << 3
FREE_BYTES = 500 * 1024 * 1024
"""Below that a day's growth, a migration's copy or a backup may fill the disk."""
SKEW_SECONDS = 5.0
"""Discord's snowflakes and our reminders would be told apart by more."""
LATE = timedelta(minutes=5)
"""A job later than that is not just being done."""
BACKUP_AGE = timedelta(days=2)
WAIT_SECONDS = 10

Grade = Literal["fine", "odd", "bad"]
MARK: dict[Grade, str] = {"fine": "✓", "odd": "!", "bad": "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `odd` should be looked into, `bad` has to be mended."""

    grade: Grade
    sentence: str


async def examine(settings: Settings, words: Words, backups: Path, *, say: Callable[[str], None]) -> int:
    """Say what was found, thing by thing, and return the exit code: 0, or 1 where something is bad.

    `backups` is the folder in which backups lie.
    """
    bad = odd = 0
    parts = (_disk(settings, words), _database(settings, words), _backups(backups, words), _discord(settings, words))
    for part in parts:
        async for finding in part:
            say(f"{MARK[finding.grade]} {finding.sentence}")
            bad += finding.grade == "bad"
            odd += finding.grade == "odd"
    say(words("doctor-summary", bad=bad, odd=odd))
    return 1 if bad else 0


async def _disk(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    folder = settings.state_dir
    above = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not os.access(above, os.W_OK):
        yield Finding("bad", words("doctor-disk-locked", folder=str(folder)))
        return
    free = shutil.disk_usage(above).free
    grade: Grade = "fine" if free >= FREE_BYTES else "odd"
    yield Finding(grade, words(f"doctor-disk-{grade}", folder=str(folder), free=_megabytes(free)))


async def _database(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    place = settings.database.partition("@")[2] or settings.database
    if settings.database.startswith("sqlite:///") and not _is_there(settings.database.removeprefix("sqlite:///")):
        yield Finding("odd", words("doctor-database-none", place=place))
        return
    try:
        db = await open_database(settings.database, migrate=False, expect_data=True)
    except StartupError as error:
        yield Finding("bad", words.error(error))
        return
    try:
        size = await db.size()
        yield Finding("fine", words("doctor-database", place=place, kind=db.kind, size=_megabytes(size)))
        faults = await db.faults()
        if faults:
            yield Finding("bad", words("doctor-database-faults", first=faults[0], count=len(faults)))
        yield await _due(db, words)
        yield await _key(settings, db, words)
    except EtoileError as error:
        yield Finding("bad", words.error(error))
    finally:
        await db.close()


async def _due(db: Database, words: Words) -> Finding:
    now = datetime.fromtimestamp(wall_seconds(), UTC)
    waiting, overdue = await db.read(jobs.count_waiting, now=now)
    oldest = await db.read(jobs.oldest_overdue, now=now)
    late = timedelta() if oldest is None else now - oldest
    if late <= LATE:
        return Finding("fine", words("doctor-due", waiting=waiting - overdue))
    return Finding("odd", words("doctor-due-late", overdue=overdue, minutes=round(late.total_seconds() / 60)))


async def _key(settings: Settings, db: Database, words: Words) -> Finding:
    try:
        key = await known_key(settings, db)
    except StartupError as error:
        return Finding("bad", words.error(error))
    if key is None:
        return Finding("odd", words("doctor-key-none"))
    grade: Grade = "fine" if key.matches else "bad"
    return Finding(grade, words(f"doctor-key-{grade}", fingerprint=key.fingerprint))


async def _backups(folder: Path, words: Words) -> AsyncIterator[Finding]:
    newest = _newest(folder)
    if newest is None:
        yield Finding("odd", words("doctor-backup-none", folder=str(folder)))
        return
    age = timedelta(seconds=wall_seconds() - newest.stat().st_mtime)
    grade: Grade = "fine" if age <= BACKUP_AGE else "odd"
    yield Finding(grade, words(f"doctor-backup-{grade}", file=newest.name, hours=round(age.total_seconds() / 3600)))


def _newest(folder: Path) -> Path | None:
    files = [path for path in folder.glob("*") if path.is_file()] if folder.is_dir() else []
    return max(files, key=lambda path: path.stat().st_mtime, default=None)


def _is_there(path: str) -> bool:
    return Path(path).exists()


async def _discord(settings: Settings, words: Words) -> AsyncIterator[Finding]:
    if not settings.token:
        yield Finding("odd", words("doctor-token-none"))
        return
    base = f"{settings.stage_url.rstrip('/')}/api/v10" if settings.stage_url else DISCORD
    headers = {"Authorization": f"Bot {settings.token}"}
    timeout = aiohttp.ClientTimeout(total=WAIT_SECONDS)
    try:
        async with aiohttp.ClientSession(base_url=f"{base}/", headers=headers, timeout=timeout) as session:
            async for finding in _asked(session, words):
                yield finding
    except (aiohttp.ClientError, TimeoutError, OSError):
        yield Finding("bad", words("doctor-no-network"))


async def _asked(session: aiohttp.ClientSession, words: Words) -> AsyncIterator[Finding]:
    async with session.get("users/@me") as response:
        if response.status == 401:
            yield Finding("bad", words("doctor-token-refused"))
            return
        if response.status != 200:
            yield Finding("bad", words("doctor-refused", status=response.status))
            return
        me = await response.json()
        date = response.headers.get("Date")
    yield Finding("fine", words("doctor-token", name=str(me.get("username", "?"))))
    if date is not None:
        skew = wall_seconds() - parsedate_to_datetime(date).timestamp()
        grade: Grade = "fine" if abs(skew) <= SKEW_SECONDS else "bad"
        yield Finding(grade, words(f"doctor-clock-{grade}", seconds=round(skew)))
    async with session.get("gateway/bot") as response:
        limit: Any = (await response.json()).get("session_start_limit", {})
    left, total = int(limit.get("remaining", 0)), int(limit.get("total", 0))
    grade = "fine" if left * 10 > total else "odd"
    yield Finding(grade, words(f"doctor-sessions-{grade}", left=left, total=total))
    async for finding in _servers(session, words):
        yield finding


async def _servers(session: aiohttp.ClientSession, words: Words) -> AsyncIterator[Finding]:
    """What the bot's own roles lack on each server, two hundred at a time; a channel may take more away."""
    after, count = 0, 0
    while True:
        async with session.get("users/@me/guilds", params={"limit": 200, "after": after}) as response:
            page: list[dict[str, Any]] = await response.json()
        for guild in page:
            count += 1
            allowed = int(guild.get("permissions", 0))
            lacking = [need for need in NEEDS if not allowed & (need.bit | ADMINISTRATOR)]
            if lacking:
                names = ", ".join(words(need.title) for need in lacking)
                grade: Grade = "bad" if any(need.basic for need in lacking) else "odd"
                yield Finding(grade, words("doctor-server-lacks", server=str(guild.get("name", "?")), names=names))
        if len(page) < 200:
            break
        after = int(page[-1]["id"])
        await asyncio.sleep(1)  # Discord counts calls to this route by the second
    yield Finding("fine" if count else "odd", words("doctor-servers", count=count))


def _megabytes(count: int) -> str:
    return f"{count / 1024 / 1024:.1f}"

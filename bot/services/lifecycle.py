"""What keeps the installation itself in order: registered commands, the roster of servers, what is deleted when."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.show import Status
from bot.store import (
    clubs,
    deliveries,
    flags,
    interaction_claims,
    jobs,
    lifecycle,
    log_lines,
    meta,
    posts,
    server_notes,
)
from bot.store import guild_settings as places
from bot.store.engine.database import Database, Kind, Transaction
from bot.store.parties import searches
from bot.store.polls import polls
from bot.store.quiz import nights

_COMMANDS, _COMMAND_IDS = "commands", "command_ids"

GRACE = timedelta(days=30)
"""How long a server's data is kept after the bot has left it: whoever removed it by mistake finds all of it again."""
DRAFTS_KEPT = timedelta(days=2)
IMPORTS_KEPT = timedelta(days=1)
RECIPIENTS_KEPT = timedelta(days=30)
"""How long it stays on record whom a message reached, and that a line could not be posted."""
NEW = timedelta(days=1)
"""How long a server counts as one that the bot has just come to."""
SWEPT = timedelta(hours=1)
"""How often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the installation stands, as far as one server's moderators need it."""

    due: lifecycle.DueWork
    database: Kind
    standing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingNews:
    """What a server is to be told: in which channel, in which language, and which version of the standing."""

    channel_id: int
    locale: Locale
    status: Status
    version: int


class LifecycleService:
    """Small facts about this installation that must survive a restart, and its housekeeping."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, *, retention_days: int, greet: bool) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._retention = timedelta(days=retention_days)
        self._greet = greet

    async def synced_commands(self) -> str | None:
        """The mark of the commands that were registered with Discord last."""
        return await self._db.read(meta.load, _COMMANDS)

    async def remember_synced_commands(self, mark: str) -> None:
        """Remember that the commands with this mark are registered."""
        await self._db.write(meta.save, _COMMANDS, mark)

    async def command_ids(self) -> dict[str, int]:
        """The ids that Discord gave the registered commands, by name; none when they are not known."""
        return json.loads(await self._db.read(meta.load, _COMMAND_IDS) or "{}")

    async def remember_command_ids(self, ids: Mapping[str, int]) -> None:
        """Remember them: they are told only when the commands are registered."""
        await self._db.write(meta.save, _COMMAND_IDS, json.dumps(dict(ids)))

    async def health(self, guild_id: int) -> Health:
        """How the due work of a server stands, and on what the bot runs."""
        due = await self._db.read(lifecycle.due_work, guild_id=guild_id, now=self._clock.now())
        return Health(due=due, database=self._db.kind, standing=self._pack.standing_version)

    async def overall(self) -> tuple[int, int]:
        """(jobs waiting, jobs overdue) of the whole installation. Raises StoreUnavailable."""
        return await self._db.read(jobs.count_waiting, now=self._clock.now())

    # -- coming and going

    async def arrive(self, guild_id: int) -> bool:
        """The bot was added to a server (again). Whether hello will be said: once, ever."""
        hello_at = self._clock.now() if self._greet else None
        return await self._db.write(lifecycle.arrive, guild_id=guild_id, hello_at=hello_at)

    async def may_greet(self, guild_id: int) -> bool:
        """Whether hello is still to be said on this server: it was not yet, and the bot is there."""
        return await self._db.read(lifecycle.may_greet, guild_id=guild_id)

    async def mark_greeted(self, guild_id: int) -> None:
        """Hello was said on this server, or cannot be."""
        await self._db.write(lifecycle.mark_greeted, guild_id=guild_id, at=self._clock.now())

    async def leave(self, guild_id: int) -> None:
        """The bot was removed from a server: what is stored of it goes after the grace period."""
        now = self._clock.now()
        await self._db.write(lifecycle.leave, guild_id=guild_id, at=now, purge_at=now + GRACE)

    async def take_stock(self, present: Mapping[int, datetime | None], mine: Callable[[int], bool]) -> list[int]:
        """Compare the roster with the servers that Discord says the bot is on, and when it came to each. `mine` tells
        which servers belong to the shards of this process.

        Of servers that are not on record, those are greeted that the bot came to a short while ago: before its first
        start, or while it was away. The others know it, from before there was a roster or from after the backup that
        was restored: nobody expects a greeting from an old acquaintance. Returns who is greeted.
        """
        now = self._clock.now()
        roster = await self._db.read(lifecycle.load_roster)
        unknown = sorted(present.keys() - roster.here - roster.gone)
        new = [guild_id for guild_id in unknown if (at := present[guild_id]) is not None and now - at < NEW]
        await self._db.write(lifecycle.enrol, sorted(set(unknown) - set(new)), greeted_at=now)
        for guild_id in sorted(roster.gone & present.keys()):
            await self._db.write(lifecycle.arrive, guild_id=guild_id)
        for guild_id in sorted(guild_id for guild_id in roster.here - present.keys() if mine(guild_id)):
            await self.leave(guild_id)
        return [guild_id for guild_id in new if await self.arrive(guild_id)]

    async def purge(self, guild_id: int, *, still_there: bool) -> bool:
        """The grace period is over. Delete everything of the server, unless the bot turns out to be there."""
        if still_there:
            await self._db.write(lifecycle.arrive, guild_id=guild_id)
            return False
        return await self._db.write(_purge, guild_id, self._clock.now())

    # -- a changed standing

    async def schedule_news(self) -> int:
        """See that servers that asked for it hear of a standing that is new in this show pack. Returns how many."""
        return await self._db.write(
            lifecycle.schedule_standings, version=self._pack.standing_version, at=self._clock.now()
        )

    async def news_for(self, guild_id: int) -> StandingNews | None:
        """What this server is to be told now; None when it knows, no longer asks, or names no channel for it."""
        version = self._pack.standing_version
        settings = await self._db.read(places.load_guild, guild_id=guild_id)
        channel_id = settings.party_channel_id or settings.poll_channel_id
        if not settings.announce or channel_id is None:
            return None
        if not await self._db.read(lifecycle.lacks_standing, guild_id=guild_id, version=version):
            return None
        locale = settings.locale or Locale.EN
        status = self._pack.view(0, locale).status
        return StandingNews(channel_id=channel_id, locale=locale, status=status, version=version)

    async def mark_told(self, guild_id: int) -> None:
        """The server knows the present standing."""
        await self._db.write(lifecycle.know_standing, guild_id=guild_id, version=self._pack.standing_version)

    # -- retention

    async def begin_sweeping(self) -> None:
        """See that what is older than its time goes while the bot runs, beginning now."""
        await self._db.write(jobs.schedule, kind=JobKind.CARE_SWEEP, subject_id=0, due_at=self._clock.now())

    async def sweep(self) -> tuple[int, int]:
        """Delete what was left unfinished, and closed polls and past parties that are older than the retention setting
        (if there is one); again in an hour. Returns how many polls and parties."""
        now = self._clock.now()
        swept = await self._db.write(_sweep, now, now - self._retention if self._retention else None)
        await self._db.scrub()
        return swept


def _purge(guild_id: int, now: datetime) -> Transaction[bool]:
    if not (yield from lifecycle.has_left(guild_id=guild_id)):
        return False
    yield from lifecycle.purge_guild(guild_id=guild_id)
    yield from _purge_unfinished(now)  # drafts name their server too
    return True


def _sweep(now: datetime, before: datetime | None) -> Transaction[tuple[int, int]]:
    yield from _purge_unfinished(now)
    yield from deliveries.purge_deliveries(before=now - RECIPIENTS_KEPT)
    yield from log_lines.purge_lines(before=now - RECIPIENTS_KEPT)
    yield from flags.purge_flags(before=now - RECIPIENTS_KEPT)
    yield from server_notes.purge_notes(now=now)
    yield from clubs.purge_clubs(before=now - DRAFTS_KEPT)
    yield from interaction_claims.purge_claims(before=now - SWEPT)
    yield from jobs.schedule(kind=JobKind.CARE_SWEEP, subject_id=0, due_at=now + SWEPT)
    if before is None:
        return 0, 0
    yield from posts.purge_posts(before=before)
    yield from nights.purge_nights(before=before)
    yield from searches.purge_searches(before=before)
    closed = yield from polls.purge_polls(closed_before=before)
    return closed, (yield from lifecycle.purge_past(before=before))


def _purge_unfinished(now: datetime) -> Transaction[None]:
    yield from lifecycle.purge_unfinished(drafts_before=now - DRAFTS_KEPT, imports_before=now - IMPORTS_KEPT)

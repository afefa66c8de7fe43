"""Flags: what readers say spoils them, and when that decides. Nobody is told who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.flag import PER_DAY, PER_HOUR, SETTLED_IN, WRONG, WRONG_FOR, Flag, FlagState, decision
from bot.domain.readers import Asker
from bot.domain.veil import BY_MODERATOR, BY_READERS, Original, Veil, obstacle
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE, may_see
from bot.errors import EtoileError
from bot.services.horizons import HorizonsService
from bot.store import flags as store
from bot.store import guild_settings as places
from bot.store import veils
from bot.store.engine.database import Database, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """A server's horizon and those of its channels that have their own, by id; and its log."""

    server: int
    own: dict[int, int]
    log_id: int | None

    def horizon_of(self, channel_id: int) -> int:
        """What may be said in a channel."""
        return self.own.get(channel_id, self.server)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says it: `joined_at` is when they came to the server, `moderates` that they look after the channel of the
    message."""

    asker: Asker
    joined_at: datetime | None
    moderates: bool = False


class FlagsService:
    """`edited_at`: when the text of a message was last edited, in milliseconds; 0 for never."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, horizons: HorizonsService) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._horizons = horizons

    async def check(self, asker: Asker, original: Original) -> int:
        """The episode that the form suggests. Raises EtoileError with the reason why this member may not flag this
        message, or not now."""
        return (await self._db.read(_checked, asker, original, self._clock.now())) + 1

    async def places(self, guild_id: int) -> Places:
        """Where what may be said on a server."""
        settings = await self._horizons.settings(guild_id)
        own = await self._db.read(places.list_channel_horizons, guild_id=guild_id)
        return Places(server=settings.horizon, own=own, log_id=settings.log_channel_id)

    def level_of(self, text: str, said: int) -> int:
        """What a message spoils: what was said, or more where it reads so. Raises EtoileError for no episode."""
        if not FIRST_EPISODE <= said <= LAST_EPISODE:
            raise EtoileError("veil-no-such-episode")
        return max(said, self._pack.level_of_text(text))

    async def flag(self, said: Said, original: Original, *, edited_at: int, episode: int) -> Flag:
        """A reader says that a message spoils up to `episode`. The flag as it is then. Raises EtoileError."""
        return await self._db.write(_flagged, said, original, edited_at, episode, self._clock.now())

    async def say(self, said: Said, flag_id: int, *, agrees: bool, author_id: int) -> Flag:
        """Somebody says whether a flagged message, by `author_id`, spoils. The flag as it is then. Raises EtoileError,
        also when the voice does not count, with the reason."""
        return await self._db.write(_said, said, flag_id, agrees, author_id, self._clock.now())

    async def load(self, flag_id: int) -> Flag | None:
        """A flag; None when it is not known any more."""
        return await self._db.read(store.load_flag, flag_id=flag_id)

    async def asked(self, flag_id: int, channel_id: int, message_ids: Sequence[int]) -> None:
        """Remember where readers are asked."""
        await self._db.write(store.set_question, flag_id=flag_id, channel_id=channel_id, message_ids=message_ids)

    async def end(self, flag_id: int) -> Flag | None:
        """Nothing is decided any more: the message was edited or is gone, or nobody said anything. The flag then."""
        return await self._db.write(_ended, flag_id, self._clock.now())

    async def begin_veil(self, flag: Flag, original: Original) -> Veil:
        """Claim the message before its copies are posted. Raises EtoileError("veil-already") while somebody else is at
        it, or did it."""
        return await self._db.write(_veiling, flag, original, self._clock.now())

    async def veil_of(self, flag: Flag) -> Veil | None:
        """The veil that was posted for a flag."""
        return None if flag.veil_id is None else await self._db.read(veils.load_veil, veil_id=flag.veil_id)

    async def readers_decide(self, guild_id: int) -> bool:
        """Whether a server has its readers decide."""
        return await self._db.read(store.has_readers_decide, guild_id=guild_id)

    async def set_readers_decide(self, asker: Asker, *, wanted: bool) -> int:
        """Say whether readers decide; the server's id. Raises EtoileError without Manage Server."""
        guild_id = self._horizons.authorise(asker)
        await self._db.write(store.have_readers_decide, guild_id=guild_id, wanted=wanted, at=self._clock.now())
        return guild_id


def _checked(asker: Asker, original: Original, now: datetime) -> Transaction[int]:
    """The horizon of the message's place."""
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    if (reason := obstacle(original)) is not None:
        raise EtoileError(reason)
    if asker.user_id == original.author_id:
        raise EtoileError("flag-own")
    if not (yield from store.has_readers_decide(guild_id=asker.guild_id)):
        raise EtoileError("flag-off")
    yield from _may_judge(asker.user_id, now)
    here = yield from places.load_audience(
        guild_id=asker.guild_id, channel_id=asker.channel_id, parent_id=asker.parent_id
    )
    if here.horizon >= LAST_EPISODE:
        raise EtoileError("flag-allowed-here", episode=LAST_EPISODE)
    return here.horizon


def _may_judge(user_id: int, now: datetime) -> Transaction[None]:
    wrong = yield from store.list_wrong(user_id=user_id, since=now - WRONG_FOR)
    if len(wrong) >= WRONG:
        raise EtoileError("flag-wrong", days=(wrong[WRONG - 1] + WRONG_FOR - now).days + 1)


def _flagged(said: Said, original: Original, edited_at: int, episode: int, now: datetime) -> Transaction[Flag]:
    asker = said.asker
    horizon = yield from _checked(asker, original, now)
    if episode <= horizon:
        raise EtoileError("flag-allowed-here", episode=episode)
    if (yield from store.count_flagged(user_id=asker.user_id, since=now - timedelta(hours=1))) >= PER_HOUR:
        raise EtoileError("flag-often", count=PER_HOUR)
    raised = yield from store.raise_flag(
        guild_id=asker.guild_id or 0,
        channel_id=original.channel_id,
        message_id=original.message_id,
        edited_at=edited_at,
        episode=episode,
        at=now,
    )
    if raised.state is not FlagState.OPEN:
        raise EtoileError("flag-settled")
    counts = (yield from _why_not(said, raised, now)) is None
    yield from store.set_voice(
        flag_id=raised.id, user_id=asker.user_id, agrees=True, counts=counts, flagged=True, at=now
    )
    return (yield from _decided(raised, now))


def _said(said: Said, flag_id: int, agrees: bool, author_id: int, now: datetime) -> Transaction[Flag]:
    asker = said.asker
    flag = yield from store.lock_flag(flag_id=flag_id)
    if flag is None or flag.guild_id != asker.guild_id or flag.state is not FlagState.OPEN:
        raise EtoileError("flag-settled")
    if said.moderates:
        state = FlagState.AGREED if agrees else FlagState.FINE
        yield from store.settle_flag(flag_id=flag_id, state=state, at=now, by_moderator=True)
        return (yield from store.load_flag(flag_id=flag_id)) or flag
    if asker.user_id == author_id:
        raise EtoileError("flag-own")
    if not (yield from store.has_readers_decide(guild_id=flag.guild_id)):
        raise EtoileError("flag-off")
    yield from _may_judge(asker.user_id, now)
    if (reason := (yield from _why_not(said, flag, now))) is not None:
        raise EtoileError(reason, episode=flag.episode)
    yield from store.set_voice(
        flag_id=flag_id, user_id=asker.user_id, agrees=agrees, counts=True, flagged=False, at=now
    )
    return (yield from _decided(flag, now))


def _why_not(said: Said, flag: Flag, now: datetime) -> Transaction[str | None]:
    """Why a voice does not decide, as the key of a sentence; None when it does."""
    reader = yield from places.reading_context(said.asker)
    if not may_see(reader.level, flag.episode):
        return "flag-not-reached"
    if said.joined_at is None or now - said.joined_at < SETTLED_IN:
        return "flag-new-here"
    decided = yield from store.count_decided(user_id=said.asker.user_id, since=now - timedelta(days=1))
    return "flag-enough" if decided >= PER_DAY else None


def _decided(flag: Flag, now: datetime) -> Transaction[Flag]:
    state = decision((yield from store.list_voices(flag_id=flag.id)))
    if state is not FlagState.OPEN:
        yield from store.settle_flag(flag_id=flag.id, state=state, at=now)
    return (yield from store.load_flag(flag_id=flag.id)) or flag


def _ended(flag_id: int, now: datetime) -> Transaction[Flag | None]:
    flag = yield from store.lock_flag(flag_id=flag_id)
    if flag is not None and flag.state in (FlagState.OPEN, FlagState.AGREED):
        yield from store.settle_flag(flag_id=flag_id, state=FlagState.OVER, at=now)
    return (yield from store.load_flag(flag_id=flag_id))


def _veiling(flag: Flag, original: Original, now: datetime) -> Transaction[Veil]:
    """The claim of an earlier try is taken up again."""
    veiled_by = BY_MODERATOR if flag.by_moderator else BY_READERS
    veil_id = flag.veil_id
    if veil_id is None or not (yield from veils.is_claimed(veil_id=veil_id)):
        veil_id = yield from veils.begin_veil(
            original=original, guild_id=flag.guild_id, veiled_by=veiled_by, episode=flag.episode, at=now
        )
        if veil_id is None:
            raise EtoileError("veil-already")
        yield from store.set_veil(flag_id=flag.id, veil_id=veil_id)
    return Veil(
        id=veil_id,
        guild_id=flag.guild_id,
        channel_id=flag.channel_id,
        author_id=original.author_id,
        veiled_by=veiled_by,
        episode=flag.episode,
        opened=False,
        message_ids=(),
    )

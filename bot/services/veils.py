"""Veiling and unveiling: who may, claimed so that two people at once make one copy, and recorded once it is posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.log_note import LogNote
from bot.domain.post import PostKind
from bot.domain.readers import Asker
from bot.domain.veil import Original, Veil, may_lift, may_veil, obstacle, suggested_episode
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.store import flags, posts, veils
from bot.store import guild_settings as places
from bot.store.engine.database import Database, Transaction
from bot.store.log_lines import noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A claimed message: the veil's id, and the language of the place."""

    veil_id: int
    locale: Locale


class VeilsService:
    """`moderates` says that the asker may delete other people's messages in the channel, or manages the server."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack

    async def weigh(self, asker: Asker, original: Original, *, moderates: bool) -> int:
        """The episode that the form suggests. Raises EtoileError with the reason why it cannot or may not be veiled."""
        _check(asker, original, moderates=moderates)
        reader = await self._db.read(
            places.reading_context,
            asker,
        )
        return suggested_episode(reader.horizon)

    def reads_as(self, text: str) -> int:
        """Up to which episode a text reads as if it spoiled; 0 for none."""
        return self._pack.level_of_text(text)

    async def begin(self, asker: Asker, original: Original, episode: int, *, moderates: bool) -> Begun:
        """Claim the message before its copies are posted.

        Raises EtoileError("veil-already") when somebody else is at it or it was veiled, and what `weigh` raises.
        """
        guild_id = _check(asker, original, moderates=moderates)
        if not FIRST_EPISODE <= episode <= LAST_EPISODE:
            raise EtoileError("veil-no-such-episode")
        settings = await self._db.read(places.load_guild, guild_id=guild_id)
        veil_id = await self._db.write(
            veils.begin_veil,
            original=original,
            guild_id=guild_id,
            veiled_by=asker.user_id,
            episode=episode,
            at=self._clock.now(),
        )
        if veil_id is None:
            raise EtoileError("veil-already")
        return Begun(veil_id=veil_id, locale=settings.locale or asker.server_locale)

    async def finish(self, veil_id: int, message_ids: Sequence[int], note: LogNote | None = None) -> None:
        """Record the posted copies. Only after this may the original be deleted. Raises EtoileError("veil-already")."""
        if not await self._db.write(noted(_finished, note), veil_id, message_ids, self._clock.now()):
            raise EtoileError("veil-already")

    async def abandon(self, veil_id: int) -> None:
        """Give the claim back: nothing could be posted."""
        await self._db.write(veils.abandon_veil, veil_id=veil_id)

    async def find(self, message_id: int) -> Veil | None:
        """The veil that a message is a copy of; None for any other message."""
        return await self._db.read(veils.find_veil, message_id=message_id)

    async def of_copy(self, message_id: int) -> Veil:
        """The veil that a message is a copy of. Raises EtoileError("veil-none") for any other message."""
        found = await self.find(message_id)
        if found is None:
            raise EtoileError("veil-none")
        return found

    async def ask_review(self, asker: Asker, veil_id: int, note: LogNote | None = None) -> Veil | None:
        """Remember that the author asks the moderators to look again; the veil, or None when they had asked before."""
        return await self._db.write(noted(_ask_review, note), veil_id, asker.user_id, self._clock.now())

    async def turn(
        self, asker: Asker, veil_id: int, *, opened: bool, moderates: bool, note: LogNote | None = None
    ) -> tuple[Veil, Locale]:
        """Lift a veil or draw it again; the veil as it is now, and the language of the place.

        Raises EtoileError("veil-none") when it is not known any more, EtoileError("veil-not-yours-to-lift"), and
        EtoileError("veil-moderators-lift") for the author of a message that somebody else veiled.
        """
        found = await self._db.read(veils.load_veil, veil_id=veil_id)
        if found is None or found.guild_id != asker.guild_id:
            raise EtoileError("veil-none")
        if not may_veil(asker.user_id, found.author_id, moderates=moderates):
            raise EtoileError("veil-not-yours-to-lift")
        if opened and not may_lift(asker.user_id, found, moderates=moderates):
            raise EtoileError("veil-moderators-lift")
        turned = replace(found, opened=opened)
        change = noted(_turned, note and note.about(turned))
        await self._db.write(change, found, asker.parent_id, opened, self._clock.now())
        settings = await self._db.read(places.load_guild, guild_id=found.guild_id)
        return turned, settings.locale or asker.server_locale

    async def lower(
        self, asker: Asker, veil_id: int, episode: int, note: LogNote | None = None
    ) -> tuple[Veil, Locale, int]:
        """Who veiled a text says that it spoils only up to `episode`: the veil as it is now, the language of the place,
        and what stood there before. Raises EtoileError("veil-none") when it is not known any more, and
        EtoileError("veil-not-yours") for anybody else."""
        found = await self._db.read(veils.load_veil, veil_id=veil_id)
        if found is None or found.guild_id != asker.guild_id or not FIRST_EPISODE <= episode <= LAST_EPISODE:
            raise EtoileError("veil-none")
        if found.veiled_by != asker.user_id:
            raise EtoileError("veil-not-yours")
        lowered = replace(found, episode=min(episode, found.episode))
        await self._db.write(
            noted(veils.set_episode, note and note.about(found)), veil_id=veil_id, episode=lowered.episode
        )
        settings = await self._db.read(places.load_guild, guild_id=found.guild_id)
        return lowered, settings.locale or asker.server_locale, found.episode

    async def draw_again(self, veil_id: int) -> Veil | None:
        """Draw a lifted veil again, because less may be said in its place now; None when it is not known any more."""
        found = await self._db.read(veils.load_veil, veil_id=veil_id)
        if found is None:
            return None
        await self._db.write(veils.set_opened, veil_id=veil_id, opened=False)
        return replace(found, opened=False)


def _finished(veil_id: int, message_ids: Sequence[int], now: datetime) -> Transaction[bool]:
    """Records the copies, and that readers need not be asked any more. Whether the claim still held."""
    if not (yield from veils.finish_veil(veil_id=veil_id, message_ids=message_ids)):
        return False
    yield from flags.veil_posted(veil_id=veil_id, at=now)
    return True


def _ask_review(veil_id: int, author_id: int, now: datetime) -> Transaction[Veil | None]:
    if not (yield from veils.mark_review(veil_id=veil_id, author_id=author_id, at=now)):
        return None
    return (yield from veils.load_veil(veil_id=veil_id))


def _turned(veil: Veil, parent_id: int | None, opened: bool, now: datetime) -> Transaction[None]:
    """Remembers that a veil was lifted, or drawn again. What was lifted is covered when less may be said there; whoever
    lifts a veil over more than may be said there finds that it covers nothing."""
    yield from veils.set_opened(veil_id=veil.id, opened=opened)
    yield from flags.veil_turned(veil_id=veil.id, opened=opened, at=now)
    yield from posts.forget_subject(kind=PostKind.LIFTED, subject_id=veil.id)
    if not opened:
        return
    here = yield from places.load_audience(guild_id=veil.guild_id, channel_id=veil.channel_id, parent_id=parent_id)
    for message_id in veil.message_ids:
        yield from posts.begin_post(
            guild_id=veil.guild_id,
            channel_id=veil.channel_id,
            parent_id=parent_id,
            kind=PostKind.LIFTED,
            subject_id=veil.id,
            message_id=message_id,
            level=min(veil.episode, here.horizon),
            at=now,
        )


def _check(asker: Asker, original: Original, *, moderates: bool) -> int:
    """The server's id, when this member may veil this message and it can be veiled."""
    if asker.guild_id is None:
        raise EtoileError("error-server-only")
    if not may_veil(asker.user_id, original.author_id, moderates=moderates):
        raise EtoileError("veil-not-yours")
    if (reason := obstacle(original)) is not None:
        raise EtoileError(reason)
    return asker.guild_id

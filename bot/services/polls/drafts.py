"""Polls that are still being written: kept as typed, checked, shown to their author alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.content import ShowPack
from bot.content.folding import words as folded
from bot.domain.guild_settings import GuildSettings
from bot.domain.hosting import may_host
from bot.domain.poll_draft import Draft
from bot.domain.readers import Asker, Audience
from bot.domain.show import Match, Results
from bot.domain.visibility import is_level
from bot.errors import EtoileError
from bot.services.polls.texts import PollTexts
from bot.services.polls.values import DraftView
from bot.store import zones
from bot.store.engine.database import Database, Transaction
from bot.store.guild_settings import load_audience, load_guild, reading_context
from bot.store.ids import new_id
from bot.store.polls import drafts as poll_drafts
from bot.when import parse_when

DEFAULT_ZONE = "UTC"


class PollDrafts:
    """Drafts of polls. Every change answers with the draft as it is now, and what still keeps it from being posted."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, texts: PollTexts) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._texts = texts

    async def find_presets(self, asker: Asker, query: str, *, arc: bool) -> list[Match]:
        """Shipped polls that the typist may see and that match what they typed, best first."""
        reader = await self._db.read(reading_context, asker)
        found = self._pack.view(reader.level, asker.locale).find("presets", query)
        return [match for match in found if not arc or self._pack.presets[match.id].arc]

    async def from_preset(self, asker: Asker, preset_id: str, *, closes: str, arc: bool) -> DraftView:
        """Begin a shipped poll, or the arc of one. Raises EtoileError for who may not, or has not reached it."""
        blank = await self._blank(asker)
        reader = await self._db.read(reading_context, asker)
        rules = self._pack.presets.get(preset_id)
        view = self._pack.view(reader.level, asker.locale)
        if rules is None:  # clients that lose a suggestion's value send its label
            offered = view.find("presets", preset_id)
            same = [each for each in offered if folded(each.label) == folded(preset_id)]
            fitting = same or [each for each in offered if " ".join(folded(preset_id)) in " ".join(folded(each.label))]
            preset_id = fitting[0].id if len(fitting) == 1 else preset_id
            rules = self._pack.presets.get(preset_id)
        preset = view.preset(preset_id)
        if rules is None or preset is None:
            raise EtoileError("poll-no-such-preset")
        if arc and not rules.arc:
            raise EtoileError("poll-not-an-arc")
        draft = replace(
            blank,
            preset_id=preset_id,
            arc=arc,
            most=0 if rules.several else 1,
            results=rules.visibility,
            gate=rules.gate,
            lowest_gate=rules.gate,
        )
        return await self._keep(asker, await self._with_end(asker, draft, closes))

    async def from_form(
        self,
        asker: Asker,
        *,
        draft_id: int | None,
        question: str,
        labels: str,
        most: int,
        results: Results,
        closes: str,
    ) -> DraftView:
        """Keep what was typed into the form, whatever it is; `problem` says what still has to change.

        Raises EtoileError for who may not create polls here.
        """
        blank = await self._blank(asker)
        draft = blank if draft_id is None else await self.load(asker, draft_id)
        if draft.preset_id is None:
            draft = replace(draft, question=question, labels=labels, most=most)
        return await self._keep(asker, await self._with_end(asker, replace(draft, results=results), closes))

    async def load(self, asker: Asker, draft_id: int) -> Draft:
        """The asker's own draft. Raises EtoileError("poll-draft-gone") when there is none."""
        draft = await self._db.read(poll_drafts.load_draft, draft_id=draft_id)
        if draft is None or draft.author_id != asker.user_id:
            raise EtoileError("poll-draft-gone")
        return self._texts.gated_draft(draft)

    async def ready(self, asker: Asker, draft_id: int) -> Draft:
        """The draft, to be posted now. Raises EtoileError for the first thing that speaks against it.

        Where its words spoil more than its author said and its channel allows, their level is the gate: the preview
        said so beside the button that was pressed.
        """
        await self.check_host(asker)
        draft = await self.load(asker, draft_id)
        draft.check(now=self._clock.now())
        spoken, audience = self._texts.words_in(draft), await self._db.read(_audience_of, draft)
        return draft if spoken <= max(draft.gate, audience.horizon) else replace(draft, gate=spoken)

    async def set_gate(self, asker: Asker, draft_id: int, gate: int) -> DraftView:
        """Set what the poll spoils. A shipped poll cannot go below what it spoils anyway."""
        draft = await self.load(asker, draft_id)
        if not is_level(gate) or gate < draft.lowest_gate:
            raise EtoileError("poll-gate-too-low", lowest=draft.lowest_gate)
        return await self._keep(asker, replace(draft, gate=gate))

    async def clear(self, asker: Asker, draft_id: int) -> DraftView:
        """Its author says that what reads as a spoiler gives nothing away. Other words are looked at again."""
        draft = await self.load(asker, draft_id)
        return await self._keep(asker, replace(draft, cleared=self._texts.seems(draft)))

    async def set_anonymous(self, asker: Asker, draft_id: int, *, anonymous: bool) -> DraftView:
        """Make the poll anonymous or named. An arc is always anonymous."""
        draft = await self.load(asker, draft_id)
        return await self._keep(asker, replace(draft, anonymous=anonymous or draft.arc))

    async def set_roles(self, asker: Asker, draft_id: int, role_ids: list[int]) -> DraftView:
        """Say which roles may vote; none: everybody."""
        draft = await self.load(asker, draft_id)
        return await self._keep(asker, replace(draft, role_ids=tuple(role_ids)))

    async def drop(self, asker: Asker, draft_id: int) -> None:
        """Throw a draft away."""
        await self.load(asker, draft_id)
        await self._db.write(poll_drafts.drop_draft, draft_id=draft_id)

    async def _with_end(self, asker: Asker, draft: Draft, closes: str) -> Draft:
        """The draft with its end as typed, and as understood in the member's zone, else the server's."""
        typed = closes.strip()
        if typed == draft.closes and (draft.closes_at is not None or not typed):
            return draft
        try:
            closes_at = await understood(self._db, asker, typed, now=self._clock.now()) if typed else None
        except EtoileError:
            closes_at = None
        return replace(draft, closes=typed, closes_at=closes_at)

    async def _keep(self, asker: Asker, draft: Draft) -> DraftView:
        now = self._clock.now()
        await self._db.write(poll_drafts.save_draft, draft, at=now)
        reader = await self._db.read(
            reading_context, replace(asker, channel_id=draft.channel_id, parent_id=draft.parent_id)
        )
        problem: EtoileError | None = None
        try:
            if draft.closes and draft.closes_at is None:
                await understood(self._db, asker, draft.closes, now=now)  # to say what is wrong with it
            draft.check(now=now)
        except EtoileError as error:
            problem = error
        return DraftView(
            draft=draft,
            wording=self._texts.draft_wording(draft, level=reader.level, locale=asker.locale),
            problem=problem,
            horizon=reader.horizon,
            spoken=self._texts.words_in(draft),
        )

    async def check_host(self, asker: Asker) -> GuildSettings:
        """The server's settings. Raises EtoileError for who may not create polls here."""
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        settings = await self._db.read(load_guild, guild_id=asker.guild_id)
        if not may_host(asker, settings):
            raise EtoileError("poll-hosts-only", roles=settings.host_role_ids)
        return settings

    async def _blank(self, asker: Asker) -> Draft:
        """An empty draft, for the channel that the server set aside for polls, else for the one where it is begun.

        It spoils what may be discussed there, until its author says otherwise.
        """
        settings = await self.check_host(asker)
        aside = settings.poll_channel_id
        draft = Draft(
            id=new_id(),
            author_id=asker.user_id,
            guild_id=settings.guild_id,
            channel_id=aside or asker.channel_id or 0,
            parent_id=None if aside else asker.parent_id,
            locale=settings.locale or asker.server_locale,
        )
        audience = await self._db.read(_audience_of, draft)
        return replace(draft, gate=audience.horizon)


def _audience_of(draft: Draft) -> Transaction[Audience]:
    """Those who will see the poll."""
    return load_audience(guild_id=draft.guild_id, channel_id=draft.channel_id, parent_id=draft.parent_id)


async def understood(db: Database, asker: Asker, typed: str, *, now: datetime) -> datetime:
    """What a member means by a time, in their own zone if it is known, else the server's. Raises EtoileError."""
    own, server = await db.read(zones.load_zone, user_id=asker.user_id, guild_id=asker.guild_id)
    return parse_when(typed, now=now, zone=own or server or DEFAULT_ZONE, locale=asker.locale).instant

"""The course of a night, carried on by its job: every step may be run again at any point."""

from __future__ import annotations

import logging
from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, outcome_of, told
from bot.domain.delivery import DeliveryKey
from bot.domain.job_kinds import JobKind
from bot.domain.quiz_night import CALLED, Night, Standing
from bot.jobs import Job
from bot.services.quiz.night_picture import draw_podium
from bot.services.quiz.night_values import NightEnd
from bot.text import Words
from cogs.ui.kit.controls import custom_id_of
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter, send, send_once
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.pictures import attached, gallery
from cogs.ui.quiz.announcing import announce
from cogs.ui.quiz.controls import HostButton, MeButton
from cogs.ui.quiz.night_panel import end_panel, night_panel
from cogs.ui.quiz.refresh import night_drawer_of

PODIUM = 3
CALLED_TOGETHER = 60
"""Mentions of one message: 2,000 characters hold them."""
NAME = 40
PICTURE = "etoile-quiz.png"

_log = logging.getLogger(__name__)


class QuizJobs:
    """What is done when a step of a night is due."""

    def __init__(self, bot: EtoileBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Let the runner of jobs call these handlers."""
        self._bot.app.jobs.handle(JobKind.QUIZ_STEP, self.on_step, given_up=self.on_given_up)
        self._bot.app.jobs.handle(JobKind.QUIZ_DAILY, self.on_daily)

    async def on_step(self, job: Job, now: datetime) -> None:
        """Do what the night owes: announce it, call who comes, put the question, show its answer, or tell the end."""
        course = self._bot.app.quiz_course
        step = await course.step(job.subject_id)
        if step is None:
            return
        try:
            if step.do == "call":
                await announce(self._bot, step.night, now)
                if now >= step.night.starts_at - CALLED:
                    await self._call(step.night, now)
            elif step.do == "ask":
                await self._ask(step.night, now)
            elif step.do == "tell":
                await night_drawer_of(self._bot).draw_now(step.night.id)
                await course.told(step.night.id, step.night.number)
            elif step.do == "end":
                await self._tell_end(step.night, now)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            channel_id = step.night.channel_id
            _log.warning("night %d ends: channel %d is closed to me (%s)", step.night.id, channel_id, told(error))
            await self._lose(step.night.id)

    async def on_daily(self, job: Job, now: datetime) -> None:
        """Have today's question put, or take leave where nobody plays any more."""
        step = await self._bot.app.quiz_daily.step(job.subject_id)
        if step is None or step.do == "wait":
            return
        daily = step.daily
        key = DeliveryKey(guild_id=daily.guild_id, subject_id=daily.id, purpose="quiz:farewell")
        channel = self._bot.get_partial_messageable(daily.channel_id, guild_id=daily.guild_id)
        words = await server_words(self._bot, daily.guild_id)
        try:
            await send_once(self._bot, key, channel, Letter(content=words("quiz-daily-farewell"), silent=True), now)
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            _log.info("nobody could be told that the question of the day ends: %s", told(error))
        await self._bot.app.quiz_daily.ended(daily.id)

    async def on_given_up(self, job: Job) -> None:
        """A step failed too often."""
        await self._lose(job.subject_id)

    async def _call(self, night: Night, now: datetime) -> None:
        """Call those who want to be called, so many in one message as fit."""
        guests = await self._bot.app.quiz_course.guests(night.id)
        words = self._bot.app.text.words(night.locale)
        for number, start in enumerate(range(0, len(guests), CALLED_TOGETHER)):
            called = guests[start : start + CALLED_TOGETHER]
            who = " ".join(f"<@{user_id}>" for user_id in called)
            content = words("quiz-call", soon=stamp(night.starts_at, "R"), who=who)
            await self._send(night, f"quiz:call:{number}", Letter(content=content, users=called), now)
        await self._bot.app.quiz_course.called(night)

    async def _ask(self, night: Night, now: datetime) -> None:
        card = await self._bot.app.quiz_course.card(night.id)
        if card is None:
            return
        view = night_panel(card, self._bot.app.text.words(card.locale))
        marker = custom_id_of(HostButton.route, {"number": night.number, "night": night.id})
        message_id = await self._send(night, f"quiz:{night.number}", Letter(view=view, marker=marker), now)
        await self._bot.app.quiz_course.asked(night.id, night.number, message_id)
        night_drawer_of(self._bot).changed(night.id)  # until when one can answer is known now

    async def _tell_end(self, night: Night, now: datetime) -> None:
        end = await self._bot.app.quiz_course.end(night.id)
        if end is None:
            return
        words = self._bot.app.text.words(end.locale)
        shown = end.named and end.players
        picture = await draw_podium(end, await self._names(end, words), words) if shown else None
        file = None if picture is None else attached(picture, PICTURE)
        view = end_panel(end, words, picture=None if file is None else gallery(file))
        letter = Letter(view=view, files=[] if file is None else [file], marker=MeButton.route)
        message_id = await self._send(night, "quiz:end", letter, now)
        await self._bot.app.quiz_course.ended(night.id, message_id)

    async def _send(self, night: Night, purpose: str, letter: Letter, now: datetime) -> int:
        key = DeliveryKey(guild_id=night.guild_id, subject_id=night.id, purpose=purpose)
        channel = self._bot.get_partial_messageable(night.channel_id, guild_id=night.guild_id)
        return await send_once(self._bot, key, channel, letter, now)

    async def _names(self, end: NightEnd, words: Words) -> list[str]:
        """What the best are called on this server: asked of Discord, kept nowhere."""
        return [await self._name(end.night.guild_id, player, words) for player in end.players[:PODIUM]]

    async def _name(self, guild_id: int, player: Standing, words: Words) -> str:
        guild = self._bot.get_guild(guild_id) if player.named else None
        try:
            member = None if guild is None else await guild.fetch_member(player.user_id)
        except UNANSWERED:
            member = None
        return words("quiz-somebody") if member is None else one_line(member.display_name, NAME)

    async def _lose(self, night_id: int) -> None:
        """The night cannot go on: say so where moderators read, and to the host."""
        night = await self._bot.app.quiz_course.lost(night_id)
        if night is None:
            return
        words = await server_words(self._bot, night.guild_id)
        key = "quiz-log-lost" if night.daily_id is None else "quiz-log-daily-lost"
        line = words(key, channel=f"<#{night.channel_id}>")
        await log_line(self._bot, night.guild_id, line)
        if night.host_id:
            try:
                direct = await self._bot.create_dm(discord.Object(night.host_id))
                await send(direct, Letter(content=line), nonce=f"lost-{night.id:x}"[:25])
            except UNANSWERED as error:
                _log.info("the host of a night cannot be written to: %s", told(error))

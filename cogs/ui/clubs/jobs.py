"""What happens by itself in a club. Each job may run again after a crash."""

from __future__ import annotations

from datetime import datetime

from bot.client import EtoileBot
from bot.domain.job_kinds import JobKind
from bot.jobs import Job
from cogs.ui.clubs.drawing import draw_board
from cogs.ui.clubs.nudging import nudge_all
from cogs.ui.clubs.rooms import open_room
from cogs.ui.clubs.season import draw_season, post_season


class ClubJobs:
    """The handlers of the jobs of clubs."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot

    def register(self) -> None:
        """Say who does what."""
        self.bot.app.jobs.handle(JobKind.CLUB_BOARD, self.on_board, owed=True)
        self.bot.app.jobs.handle(JobKind.CLUB_ROOM, self.on_room, owed=True)
        self.bot.app.jobs.handle(JobKind.CLUB_SEASON, self.on_season, owed=True)
        self.bot.app.jobs.handle(JobKind.CLUB_NUDGE, self.on_nudge)

    async def on_board(self, job: Job, now: datetime) -> None:
        await draw_board(self.bot, job.subject_id, now)
        await draw_season(self.bot, job.subject_id, now)

    async def on_season(self, job: Job, now: datetime) -> None:
        await post_season(self.bot, job.subject_id, now)

    async def on_room(self, job: Job, now: datetime) -> None:
        await open_room(self.bot, job.subject_id, now)

    async def on_nudge(self, job: Job, now: datetime) -> None:
        await nudge_all(self.bot, job.subject_id, now)

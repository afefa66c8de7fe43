""" "Something wrong?": from whoever noticed to whoever can put it right. Nothing of it is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.domain.visibility import LAST_EPISODE
from bot.errors import EtoileError
from bot.services.facts_bodies import name_of
from bot.services.facts_values import request_of
from bot.services.floods import Flooded, Floods
from bot.store import guild_settings as places
from bot.store.engine.database import Database

Reader = Literal["moderators", "operator"]
LONGEST = 1000
BURST = 3
REFILL = timedelta(minutes=30)
_ABOUT = re.compile(r"[a-z0-9./-]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who reads a report, and in which channel and language."""

    reader: Reader
    channel_id: int
    locale: Locale


class ReportService:
    """Finds who reads, and keeps a member from filling their channel."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, operator_channel: int) -> None:
        self._db = db
        self._pack = pack
        self._operator = operator_channel
        self.floods = Floods(clock, burst=BURST, refill=REFILL, key="report-too-many")

    async def desks(self, asker: Asker) -> list[Desk]:
        """Who would read it, the nearest first: the server's log channel, then who runs the bot.

        Raises EtoileError("report-nobody") where there is neither.
        """
        found: list[Desk] = []
        if asker.guild_id is not None:
            settings = await self._db.read(places.load_guild, guild_id=asker.guild_id)
            if settings.log_channel_id is not None:
                locale = settings.locale or asker.server_locale
                found.append(Desk(reader="moderators", channel_id=settings.log_channel_id, locale=locale))
        if self._operator:
            found.append(Desk(reader="operator", channel_id=self._operator, locale=Locale.EN))
        if not found:
            raise EtoileError("report-nobody")
        return found

    def name_of(self, page: str, record: str, locale: Locale) -> str:
        """What the page below which somebody reported is called, whatever it spoils; nothing where it has no name."""
        if page == "episode":
            return ""
        try:
            asked = request_of(page, record, 0)
        except EtoileError:
            return ""
        return name_of(self._pack.view(LAST_EPISODE, locale, True), asked)

    def take(self, asker: Asker, text: str) -> str:
        """The report's text, if the member may report (again). Raises EtoileError."""
        if not text.strip():
            raise EtoileError("report-empty")
        try:
            self.floods.use(asker.user_id)
        except Flooded:
            raise EtoileError("report-too-many") from None
        return text.strip()[:LONGEST]


def about(text: str) -> str:
    """What a report is about, as its button says: a place in the show pack, such as "fact/renewal". Made-up ones are
    refused, because the text stands in the moderators' channel."""
    if not _ABOUT.fullmatch(text):
        raise EtoileError("error-not-allowed")
    return text

"""Polls for tests: a service over an open database, members who ask, and a poll made through the front door."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.ballot_key import BallotKey
from bot.clock import FunctionClock
from bot.content import ShowPack, load_pack
from bot.domain.locale import Locale
from bot.domain.poll import Poll
from bot.domain.readers import Asker
from bot.domain.show import Results
from bot.jobs import JobRunner
from bot.resources import data_path
from bot.services.facts import FactsService
from bot.services.polls.service import PollService
from bot.services.progress import ProgressService
from bot.store.engine.database import Database

GUILD, CHANNEL = 1000, 2000
NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
SECRET = b"s" * 32


@cache
def shipped_pack() -> ShowPack:
    """The show pack, read once for all tests."""
    return load_pack()


@cache
def stricter_pack(preset: str, gate: int) -> ShowPack:
    """The show pack of a later release, which came to know that a shipped poll spoils an episode."""
    with TemporaryDirectory() as folder:
        shutil.copytree(data_path() / "show", folder, dirs_exist_ok=True)
        path = Path(folder) / "polls.toml"
        text = path.read_text("utf-8")
        assert f'id = "{preset}"\ngate = 0\n' in text
        path.write_text(text.replace(f'id = "{preset}"\ngate = 0\n', f'id = "{preset}"\ngate = {gate}\n'), "utf-8")
        return load_pack(Path(folder))


class Polls:
    """The poll service with a clock that stands where the test puts it."""

    def __init__(self, db: Database, *, key: BallotKey | None = None, pack: ShowPack | None = None) -> None:
        self.now = NOON
        pack = pack or shipped_pack()
        clock = FunctionClock(lambda: self.now)
        self.jobs = JobRunner(db, clock)
        self.service = PollService(db, clock, pack, key or BallotKey(SECRET))
        self.voting = self.service.voting
        self.facts = FactsService(db, pack, clock)
        self.progress = ProgressService(db, clock)

    async def make(
        self,
        question: str = "Who?",
        labels: str = "Jack\nGeneviève",
        *,
        most: int = 1,
        results: Results = "live",
        closes: str = "",
        gate: int = 0,
        anonymous: bool = True,
    ) -> Poll:
        """A poll that Margot (1) wrote and posted."""
        author = asker(1)
        drafts = self.service.drafts
        preview = await drafts.from_form(
            author, draft_id=None, question=question, labels=labels, most=most, results=results, closes=closes
        )
        if gate:
            await drafts.set_gate(author, preview.draft.id, gate)
        if not anonymous:
            await drafts.set_anonymous(author, preview.draft.id, anonymous=False)
        return (await self.service.post(author, preview.draft.id)).poll

    async def make_preset(self, preset: str, *, arc: bool = False) -> Poll:
        """A shipped poll that Margot, who has seen everything, posted."""
        author = asker(1)
        await self.progress.tell(1, 8)
        preview = await self.service.drafts.from_preset(author, preset, closes="", arc=arc)
        return (await self.service.post(author, preview.draft.id)).poll


def asker(
    user_id: int, *, guild_id: int | None = GUILD, role_ids: frozenset[int] = frozenset(), manages: bool = False
) -> Asker:
    """A member in the poll's channel."""
    return Asker(
        user_id=user_id,
        guild_id=guild_id,
        channel_id=CHANNEL,
        parent_id=None,
        locale=Locale.EN,
        server_locale=Locale.EN,
        role_ids=role_ids,
        manages_server=manages,
        may_view=lambda channel: True,
    )

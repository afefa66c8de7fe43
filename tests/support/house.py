"""All services over an open database, with a clock that the test moves, and a server in which things have happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from bot.app import App, build_app
from bot.ballot_key import BallotKey
from bot.clock import FunctionClock
from bot.domain.club import Club, ClubState
from bot.domain.locale import Locale
from bot.domain.party import ReminderChoice, Rsvp
from bot.domain.post import Openly
from bot.domain.quiz_night import City, Sides
from bot.domain.readers import Asker
from bot.domain.series import Rule
from bot.domain.veil import Original
from bot.resources import data_path
from bot.services.flags import Said
from bot.services.parties.values import Wish as PartyWish
from bot.services.quiz.night_values import Wish
from bot.services.quiz.own import OwnWish
from bot.settings import Settings
from bot.store import clubs, veils
from bot.store.engine.database import Database, Row, Transaction, sql
from bot.store.ids import new_id
from bot.store.parties import people as party_people
from bot.text import Catalogue, load_catalogue
from tests.support.polls import shipped_pack

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
SECRET = b"h" * 32
GUILD, OTHER_GUILD = 700_000_000_000_000_001, 700_000_000_000_000_002
FOYER, PROJECTION, LOG = 710_000_000_000_000_001, 710_000_000_000_000_002, 710_000_000_000_000_003
HOSTS = 720_000_000_000_000_001
MARGOT, CAMILLE, THEO, NOOR = (730_000_000_000_000_000 + n for n in range(1, 5))
WISH = Wish(
    when="", length=3, seconds=20, level=0, kind=None, quick=True, cities=Sides.CHOSEN, channel_id=FOYER, parent_id=None
)
MEMBERS = (MARGOT, CAMILLE, THEO, NOOR)


@cache
def sentences() -> Catalogue:
    """The catalogue, read once for all tests."""
    return load_catalogue(data_path() / "locales")


class House:
    """The services of one installation."""

    def __init__(self, db: Database, *, settings: Settings | None = None, secret: bytes = SECRET) -> None:
        self.db = db
        self.now = NOON
        self.key = BallotKey(secret)
        clock = FunctionClock(lambda: self.now)
        used = settings or Settings(state_dir=Path("unused"))
        self.app: App = build_app(used, clock, db, shipped_pack(), sentences(), self.key)

    async def rows(self, table: str) -> list[Row]:
        """All rows of a table."""
        return await self.db.read(_rows, f"SELECT * FROM {table}")

    async def tables(self) -> list[str]:
        """Every table of the database but the revision's."""
        query = (
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            if self.db.kind == "sqlite"
            else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
        )
        found = await self.db.read(_rows, query)
        return sorted(row["name"] for row in found if row["name"] != "alembic_version")

    async def everything(self) -> list[tuple[str, str, str]]:
        """(table, column, value as text) of every cell that holds something."""
        found: list[tuple[str, str, str]] = []
        for table in await self.tables():
            for row in await self.rows(table):
                found += [(table, name, str(row[name])) for name in row.keys() if row[name] is not None]  # noqa: SIM118
        return found

    async def live_a_little(self, guild_id: int = GUILD) -> None:
        """Members tell, vote, host and answer on a server, so that every table of theirs holds something."""
        app = self.app
        margot = member(MARGOT, guild_id=guild_id, manages=True)
        await app.setup.set_channels(margot, party_channel_id=PROJECTION, poll_channel_id=FOYER)
        await app.horizons.log_to(margot, LOG)
        await app.setup.set_locale(margot, Locale.FR)
        await app.setup.set_zone(margot, "Europe/Paris")
        await app.setup.set_hosts(margot, [HOSTS])
        await app.horizons.move(margot, channel_id=None, parent_id=None, episode=2)
        await app.setup.set_announce(margot, announce=True)
        await app.horizons.move(margot, channel_id=PROJECTION, parent_id=None, episode=4)
        for user_id in MEMBERS:
            await app.progress.tell(user_id, 8)
            await app.progress.tell(user_id, 4)
            await app.zones.tell(user_id, "America/New_York")
            choice = ReminderChoice(minutes=frozenset({15, 60}), direct=True)
            await self.db.write(party_people.save_choice, choice, user_id=user_id, at=self.now)
        await self._vote(guild_id)
        await self._plan(guild_id)
        await self._veil(guild_id)
        for user_id in MEMBERS:
            noted = await app.posts.begin_share(member(user_id, guild_id=guild_id), Openly(level=4))
            assert noted is not None
            await app.posts.end_share(noted, new_id())
            view = await self.app.quiz.begin(member(user_id, guild_id=guild_id))
            await self.app.quiz.answer(member(user_id, guild_id=guild_id), view.round.id, 1, 0)
        await self._quiz(guild_id)
        await self._look_for_a_time(guild_id)

    async def _look_for_a_time(self, guild_id: int) -> None:
        slots = tuple(self.now + timedelta(days=days) for days in (3, 4, 5))
        wish = PartyWish(
            channel_id=FOYER, first_episode=2, last_episode=2, starts_at=slots[0], zone="Europe/Paris",
            locale=Locale.FR,
        )  # fmt: skip
        for host in (CAMILLE, THEO):
            asker = member(host, guild_id=guild_id, roles=frozenset({HOSTS}))
            search = await self.app.time_searches.propose(asker, wish, slots)
            await self.app.time_searches.post(asker, search.id)
            await self.app.clubs.begin(asker, FOYER)
            await self.db.write(_nudge_all, guild_id)
            for user_id in MEMBERS:
                await self.app.time_searches.tick(member(user_id, guild_id=guild_id), search.id, slots[:2])

    async def _quiz(self, guild_id: int) -> None:
        night = await self.app.quiz_nights.begin(member(MARGOT, guild_id=guild_id, manages=True), WISH)
        await self.app.quiz_course.step(night.id)
        await self.app.quiz_course.asked(night.id, 1, discord_id(self.now))
        press_id = discord_id(self.now)
        for user_id in MEMBERS:
            asker = member(user_id, guild_id=guild_id)
            await self.app.quiz_nights.pick(asker, night.id, 1, user_id % 4, press_id=press_id)
            await self.app.quiz_nights.choose_city(asker, night.id, City.PARIS)
            await self.app.quiz_table.set_named(asker, named=False)
            wish = OwnWish(question="Tea?", right="Yes", wrong=("No", "Later", "Two"), explanation="", said=0)
            await self.app.quiz_own.add(member(user_id, guild_id=guild_id, roles=frozenset({HOSTS})), wish)
        self.now += timedelta(seconds=30)
        await self.app.quiz_course.step(night.id)  # the points are given
        self.now -= timedelta(seconds=30)
        host = member(CAMILLE, guild_id=guild_id, roles=frozenset({HOSTS}))
        ahead = await self.app.quiz_nights.begin(host, replace(WISH, when="in 2 hours"))
        for user_id in MEMBERS:
            await self.app.quiz_nights.come(member(user_id, guild_id=guild_id), ahead.id)
        await self.app.quiz_daily.begin(host, channel_id=FOYER, parent_id=None, at="18:00")

    async def _veil(self, guild_id: int) -> None:
        for author, veiled_by in ((CAMILLE, MARGOT), (THEO, THEO)):
            original = Original(message_id=new_id(), channel_id=FOYER, author_id=author)
            veil_id = await self.db.write(
                veils.begin_veil, original=original, guild_id=guild_id, veiled_by=veiled_by, episode=5, at=self.now
            )
            assert veil_id is not None
            await self.db.write(veils.finish_veil, veil_id=veil_id, message_ids=[new_id()])

        original = Original(message_id=new_id(), channel_id=FOYER, author_id=1)
        for user_id in MEMBERS:
            said = Said(asker=member(user_id, guild_id=guild_id), joined_at=self.now)
            await self.app.flags.flag(said, original, edited_at=0, episode=5)

    async def _vote(self, guild_id: int) -> None:
        for anonymous in (True, False):
            for close in (True, False):
                poll_id = await self.post_poll(MARGOT, anonymous=anonymous, guild_id=guild_id)
                for user_id in MEMBERS:
                    await self.app.polls.voting.press(member(user_id, guild_id=guild_id), poll_id, user_id % 2)
                if close:
                    await self.app.polls.close(member(MARGOT, guild_id=guild_id, manages=True), poll_id)
        await self.draft_poll(CAMILLE, guild_id=guild_id)

    async def draft_poll(self, author: int, *, question: str = "Tea?", guild_id: int = GUILD) -> int:
        """A draft of a poll; returns its id."""
        preview = await self.app.polls.drafts.from_form(
            member(author, guild_id=guild_id, roles=frozenset({HOSTS})),
            draft_id=None, question=question, labels="Yes\nNo", most=1, results="live", closes="",
        )  # fmt: skip
        return preview.draft.id

    async def post_poll(self, author: int, *, anonymous: bool, question: str = "Tea?", guild_id: int = GUILD) -> int:
        """An open poll; returns its id."""
        asker = member(author, guild_id=guild_id, roles=frozenset({HOSTS}))
        draft_id = await self.draft_poll(author, question=question, guild_id=guild_id)
        if not anonymous:
            await self.app.polls.drafts.set_anonymous(asker, draft_id, anonymous=False)
        return (await self.app.polls.post(asker, draft_id)).poll.id

    async def _plan(self, guild_id: int) -> None:
        for host, series in ((CAMILLE, False), (MARGOT, True)):
            party_id = await self.post_party(host, series=series, guild_id=guild_id)
            for user_id in MEMBERS:
                await self.app.parties.answer(member(user_id, guild_id=guild_id), party_id, Rsvp.GOING)

    async def post_party(
        self, host: int, *, series: bool = False, guild_id: int = GUILD, days: int = 7, seats: int | None = 2
    ) -> int:
        """An announced party on a Friday at eight in Paris; returns its id."""
        starts_at = (self.now + timedelta(days=days)).replace(hour=19, minute=0)
        wish = PartyWish(
            channel_id=PROJECTION, first_episode=1, last_episode=8 if series else 1, starts_at=starts_at,
            zone="Europe/Paris", locale=Locale.FR, seats=seats, note="Bring tea.",
        )  # fmt: skip
        if series:
            first = date(starts_at.year, starts_at.month, starts_at.day)
            wish = replace(wish, rule=Rule(zone="Europe/Paris", first_day=first, at=time(20, 0), times=8))
        asker = member(host, guild_id=guild_id, roles=frozenset({HOSTS}))
        preview = await self.app.parties.draft(asker, wish)
        await self.app.parties.post(asker, preview.view.party.id)
        return preview.view.party.id


def _nudge_all(guild_id: int) -> Transaction[None]:
    """Everybody wants to be nudged in a club of the server's series."""
    rows = yield sql("SELECT id, host_id FROM party_series WHERE guild_id = :guild_id", guild_id=guild_id)
    club = Club(
        id=rows[0]["id"] + 1, guild_id=guild_id, channel_id=FOYER, host_id=rows[0]["host_id"],
        series_id=rows[0]["id"], room_place_id=FOYER, locale=Locale.FR, state=ClubState.OPEN,
    )  # fmt: skip
    yield from clubs.save_club(club, at=NOON)
    for user_id in MEMBERS:
        yield from clubs.set_nudge(club_id=club.id, user_id=user_id, locale=Locale.FR, wanted=True)


def discord_id(at: datetime) -> int:
    """An id of something that Discord made at this instant."""
    return (int(at.timestamp() * 1000) - 1_420_070_400_000) << 22


def _rows(query: str) -> Transaction[list[Row]]:
    return (yield sql(query))


def member(
    user_id: int,
    *,
    guild_id: int | None = GUILD,
    manages: bool = False,
    roles: frozenset[int] = frozenset(),
    locale: Locale = Locale.EN,
) -> Asker:
    """Somebody in #foyer."""
    return Asker(
        user_id=user_id,
        guild_id=guild_id,
        channel_id=FOYER,
        parent_id=None,
        may_view=lambda _channel: True,
        locale=locale,
        server_locale=Locale.EN,
        manages_server=manages,
        role_ids=roles,
    )

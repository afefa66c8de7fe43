"""The composition root: everything is built and wired here, once, for production, for tests and for the rehearsal."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ballot_key import BallotKey, open_ballot_key
from bot.clock import Clock
from bot.content import PackError, ShowPack, kept_pack
from bot.errors import StartupError
from bot.jobs import JobRunner
from bot.resources import data_path
from bot.services.clubs.arcs import ClubArcs
from bot.services.clubs.nudges import NudgesService
from bot.services.clubs.pausing import PausingService
from bot.services.clubs.rooms import RoomsService
from bot.services.clubs.seasons import SeasonsService
from bot.services.clubs.service import ClubsService
from bot.services.deliveries import DeliveryService
from bot.services.facts import FactsService
from bot.services.flags import FlagsService
from bot.services.floods import Floods
from bot.services.guard import GuardService
from bot.services.horizons import HorizonsService
from bot.services.interaction_claims import InteractionClaims
from bot.services.lifecycle import LifecycleService
from bot.services.moderator_log import ModeratorLogService
from bot.services.mydata import MyDataService
from bot.services.parties.clock import PartyClockService
from bot.services.parties.due import PartyDueService
from bot.services.parties.editing import PartyChangesService
from bot.services.parties.outdated import PartyLinesService
from bot.services.parties.places import PartyPlacesService
from bot.services.parties.searches import TimeSearchService
from bot.services.parties.service import PartiesService
from bot.services.polls.service import PollService
from bot.services.polls.texts import PollTexts
from bot.services.posts import PostsService
from bot.services.progress import ProgressService
from bot.services.quiz.daily import DailyService
from bot.services.quiz.night import NightService
from bot.services.quiz.night_course import NightCourse
from bot.services.quiz.own import OwnQuestions
from bot.services.quiz.solo import SoloQuiz
from bot.services.quiz.table import QuizTable
from bot.services.recaps import RecapsService
from bot.services.reports import ReportService
from bot.services.server_notes import ServerNotesService
from bot.services.setup import SetupService
from bot.services.untold import UntoldService
from bot.services.veils import VeilsService
from bot.services.zones import ZonesService
from bot.settings import Settings
from bot.store.engine.database import Database
from bot.store.engine.opening import open_database
from bot.text import Catalogue, load_catalogue

if TYPE_CHECKING:
    from bot.services.transfer.service import TransferService

PRESSES_BACK = timedelta(seconds=10)
"""In which time all commands and presses that a member has at once come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """All that cogs may call. One per process."""

    settings: Settings
    clock: Clock
    text: Catalogue
    pack: ShowPack
    db: Database
    jobs: JobRunner
    lifecycle: LifecycleService
    setup: SetupService
    mydata: MyDataService
    reports: ReportService
    moderator_log: ModeratorLogService
    floods: Floods
    interaction_claims: InteractionClaims
    untold: UntoldService
    progress: ProgressService
    facts: FactsService
    horizons: HorizonsService
    server_notes: ServerNotesService
    recaps: RecapsService
    veils: VeilsService
    guard: GuardService
    flags: FlagsService
    zones: ZonesService
    parties: PartiesService
    party_changes: PartyChangesService
    party_clock: PartyClockService
    party_due: PartyDueService
    party_lines: PartyLinesService
    party_places: PartyPlacesService
    time_searches: TimeSearchService
    clubs: ClubsService
    club_rooms: RoomsService
    club_nudges: NudgesService
    club_pauses: PausingService
    club_arcs: ClubArcs
    club_seasons: SeasonsService
    deliveries: DeliveryService
    polls: PollService
    posts: PostsService
    quiz: SoloQuiz
    quiz_nights: NightService
    quiz_course: NightCourse
    quiz_daily: DailyService
    quiz_table: QuizTable
    quiz_own: OwnQuestions

    @property
    def transfer(self) -> TransferService:
        """Export and import: rare, and all that still needs pydantic once the bot runs, so imported when asked for."""
        from bot.services.transfer.service import TransferService

        return TransferService(self.db, self.clock, self.pack.standing_version)


def build_app(
    settings: Settings, clock: Clock, db: Database, pack: ShowPack, text: Catalogue, ballot_key: BallotKey
) -> App:
    """Wire the services over parts that are open already."""
    progress = ProgressService(db, clock)
    runner = JobRunner(db, clock)
    hold = timedelta(minutes=settings.seat_hold_minutes)
    parties = PartiesService(db, clock, pack, hold=hold)
    changes = PartyChangesService(db, clock, pack.level_of_text, hold=hold)
    searches = TimeSearchService(db, clock, parties, changes)
    clubs = ClubsService(db, clock, parties, changes, searches, progress)
    polls = PollService(db, clock, pack, ballot_key)
    untold = UntoldService(clock)
    floods = Floods(clock, burst=settings.flood_limit, refill=PRESSES_BACK)
    horizons = HorizonsService(db, clock)
    reports = ReportService(db, clock, pack, settings.operator_channel)
    return App(
        settings=settings,
        clock=clock,
        text=text,
        pack=pack,
        db=db,
        jobs=runner,
        lifecycle=LifecycleService(db, clock, pack, retention_days=settings.retention_days, greet=settings.hello),
        setup=SetupService(db, clock, pack.standing_version),
        mydata=MyDataService(db, clock, polls.voting, PollTexts(pack), pack, floods, reports.floods, untold),
        reports=reports,
        moderator_log=ModeratorLogService(db, clock),
        floods=floods,
        interaction_claims=InteractionClaims(db, clock),
        untold=untold,
        progress=progress,
        facts=FactsService(db, pack, clock),
        horizons=horizons,
        server_notes=ServerNotesService(db, clock, pack, horizons),
        recaps=RecapsService(db, pack),
        veils=VeilsService(db, clock, pack),
        guard=GuardService(db, clock, pack, horizons),
        flags=FlagsService(db, clock, pack, horizons),
        zones=ZonesService(db, clock),
        parties=parties,
        party_changes=changes,
        party_clock=PartyClockService(db, clock, parties, progress),
        party_due=PartyDueService(db, parties, hold=hold),
        party_lines=PartyLinesService(db),
        party_places=PartyPlacesService(db),
        time_searches=searches,
        clubs=clubs,
        club_pauses=PausingService(db, clock, clubs),
        club_nudges=NudgesService(db, clock, clubs, progress),
        club_rooms=RoomsService(db, clock, pack),
        club_arcs=ClubArcs(db, clock, pack, polls),
        club_seasons=SeasonsService(db, clock, pack, clubs),
        deliveries=DeliveryService(db),
        polls=polls,
        posts=PostsService(db, clock),
        quiz=SoloQuiz(db, clock, pack),
        quiz_nights=NightService(db, clock, pack, ballot_key),
        quiz_course=NightCourse(db, clock, pack),
        quiz_daily=DailyService(db, clock, pack),
        quiz_table=QuizTable(db, clock),
        quiz_own=OwnQuestions(db, pack),
    )


@asynccontextmanager
async def open_app(settings: Settings, clock: Clock, *, pack: ShowPack | None = None) -> AsyncGenerator[App]:
    """The app over its database, which is migrated when it is behind and closed at the end. `pack`: the show pack, for
    whoever has read it.

    Raises StartupError when the database cannot be opened or the show pack is faulty.
    """
    try:
        pack = pack or kept_pack(data_path() / "show", settings.state_dir)
    except PackError as error:
        raise StartupError("pack-faulty", count=len(error.problems), first=str(error.problems[0])) from None
    text = load_catalogue(data_path() / "locales")
    db = await open_database(settings.database, expect_data=settings.expect_data)
    try:
        yield build_app(settings, clock, db, pack, text, await open_ballot_key(settings, db))
    finally:
        await db.close()

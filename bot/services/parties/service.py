"""Watch parties: planned, announced, shown, answered. What happens by itself lies in `party_due`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain import seats
from bot.domain.hosting import host_roles, may_host
from bot.domain.locale import Locale
from bot.domain.party import AHEAD, CURRENT, Answer, Party, Person, Place, ReminderChoice, State, may_manage
from bot.domain.playback import Playback
from bot.domain.reading import Asker, Audience
from bot.errors import EtoileError
from bot.services.parties import drafts as party_drafts
from bot.services.parties.schedule import changed
from bot.services.parties.series_dates import first_date, following, to_come
from bot.services.parties.values import Answered, PartyView, Preview, Wish
from bot.store import guild_settings as places
from bot.store import zones
from bot.store.engine.database import Database, Work
from bot.store.jobs import schedule
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store
from bot.store.parties.people import AtStake
from bot.store.parties.series import Series


class PartiesService:
    """Planning, showing and answering. `hold` is how long a freed seat is kept for the next in the line."""

    def __init__(
        self, db: Database, clock: Clock, pack: ShowPack, *, hold: timedelta, nudge: Callable[[], None]
    ) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._hold = hold
        self._nudge = nudge

    # -- planning

    async def draft(self, asker: Asker, wish: Wish) -> Preview:
        """Keep what somebody wants to host as a draft, which outlives a restart, and tell how it would look.

        Raises EtoileError when they may not host here, or when something about the wish cannot be.
        """
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        now = self._clock.now()
        settings = await self._db.read(places.load_guild, guild_id=asker.guild_id)
        if not may_host(asker, settings):
            raise EtoileError("party-may-not-host", roles=host_roles(settings))
        if wish.rule is not None:
            wish = replace(wish, starts_at=first_date(wish.rule, now))
        party_drafts.check(wish, now)
        party = party_drafts.party_of(wish, asker, now)
        await self._db.write(party_drafts.draft, party, wish, now)
        return await self.preview(asker, party.id)

    async def preview(self, asker: Asker, party_id: int) -> Preview:
        """A draft once more. Raises EtoileError when it is not theirs or no draft any more."""
        view = await self.view(party_id)
        party = view.party
        if party.state is not State.DRAFT or party.host_id != asker.user_id:
            raise EtoileError("party-draft-gone")
        clashes = await self._db.read(
            store.find_clashes,
            guild_id=party.guild_id,
            start=party.starts_at,
            end=party.starts_at + party.length,
            besides=party.id,
        )
        own, server = await self._db.read(zones.load_zone, user_id=asker.user_id, guild_id=party.guild_id)
        return Preview(view=view, clashes=tuple(clashes), own_zone=own, server_zone=server)

    async def discard(self, asker: Asker, party_id: int) -> None:
        """Drop a draft. Raises EtoileError when it is not theirs or no draft any more."""
        await self._db.write(party_drafts.discard, party_id, asker.user_id)

    async def post(self, asker: Asker, party_id: int) -> PartyView:
        """Make a draft a party that everybody can join. Raises EtoileError, also when its start has passed."""
        now = self._clock.now()
        await self._db.write(party_drafts.opened, party_id, asker.user_id, now)
        self._nudge()
        return await self.view(party_id)

    async def placed(self, party_id: int, *, message_id: int | None = None, thread_id: int | None = None) -> None:
        """Remember where the card or the thread stands; in the thread, the party's episodes may be talked about."""
        await self._db.write(party_drafts.placed, party_id, message_id, thread_id, self._clock.now())

    # -- showing

    async def view(self, party_id: int) -> PartyView:
        """A party with all that its card shows. Raises EtoileError("party-gone")."""
        return self._seen(await self._db.read(_look, party_id))

    def _seen(self, looked: _Looked) -> PartyView:
        party, audience, series = looked.party, looked.audience, looked.series
        title = None
        if party.first_episode == party.last_episode:
            shown = self._pack.view(audience.horizon, party.locale, titles=audience.titles_shown)
            title = shown.episodes[party.first_episode].title
        return PartyView(
            party=party,
            people=looked.people,
            clock=looked.clock,
            title=title,
            rule=None if series is None else series.rule,
            following=() if series is None else following(series, party),
        )

    async def here(self, asker: Asker, party_id: int) -> PartyView:
        """A party of the asker's server. Raises EtoileError("party-gone") for any other, and for others' drafts."""
        view = await self.view(party_id)
        theirs = view.party.state is not State.DRAFT or view.party.host_id == asker.user_id
        if view.party.guild_id != asker.guild_id or not theirs:
            raise EtoileError("party-gone")
        return view

    async def upcoming(self, guild_id: int) -> list[Party]:
        """The server's parties that are on or ahead, the earliest first."""
        return await self._db.read(store.list_parties, guild_id=guild_id, states=CURRENT)

    async def joined(self, asker: Asker) -> set[int]:
        """Those of the server's parties that the asker comes to or waits for."""
        return await self._db.read(store.find_joined, user_id=asker.user_id, guild_id=asker.guild_id or 0)

    async def public_locale(self, asker: Asker) -> Locale:
        """The language of public messages on the asker's server."""
        settings = await self._db.read(places.load_guild, guild_id=asker.guild_id or 0)
        return settings.locale or asker.server_locale

    async def home_channel(self, asker: Asker) -> int | None:
        """The channel in which the server wants its parties, None where nobody chose."""
        settings = await self._db.read(places.load_guild, guild_id=asker.guild_id or 0)
        return settings.party_channel_id

    async def calendar(
        self, asker: Asker, *, party_id: int | None = None, whole_series: bool = False
    ) -> list[PartyView]:
        """The parties for a calendar file: one, all of its series, or all that are ahead on the server; those that
        were called off lately are among them, so that calendars learn of it."""
        if party_id is not None and not whole_series:
            return [await self.here(asker, party_id)]
        states = (*CURRENT, State.CANCELLED)
        if party_id is not None:
            view = await self.here(asker, party_id)
            if view.party.series_id is None:
                return [view]
            made = await self._db.read(store.list_series, series_id=view.party.series_id, states=states)
            series = await self._db.read(series_store.load_series, series_id=view.party.series_id)
            later = [] if series is None else to_come(series, made, self._clock.now())
            return [await self.view(party.id) for party in made] + [replace(view, party=each) for each in later]
        found = await self._db.read(store.list_parties, guild_id=asker.guild_id or 0, states=states, limit=300)
        lately = self._clock.now() - timedelta(days=30)
        return [await self.view(party.id) for party in found if party.starts_at > lately]

    async def guard(self, asker: Asker, party_id: int) -> PartyView:
        """The party, for who may manage it. Raises EtoileError."""
        view = await self.view(party_id)
        if not may_manage(view.party, asker):
            raise EtoileError("party-may-not-manage")
        return view

    # -- answering

    async def answer(self, asker: Asker, party_id: int, answer: Answer) -> Answered:
        """Record what a member says to the invitation. Raises EtoileError when it is over or closed."""
        now = self._clock.now()
        answered, scheduled = await self._db.write(self._answer, asker, party_id, answer, now)
        if scheduled:
            self._nudge()
        return answered

    async def at_home(self, asker: Asker, party_id: int) -> Asker:
        """The asker as a member of the party's server, for buttons in direct messages that were sent to them alone.

        Only who has a part in the party already; their rights on the server are not known there, so they have none.
        """
        view = await self.view(party_id)
        if all(person.user_id != asker.user_id for person in view.people):
            raise EtoileError("party-gone")
        return replace(asker, guild_id=view.party.guild_id, manages_events=False, manages_server=False)

    def _answer(self, asker: Asker, party_id: int, answer: Answer, now: datetime) -> Work[tuple[Answered, bool]]:
        """What the answer led to, and whether there is something new to be done."""
        party = yield from store.lock_party(party_id=party_id)
        if party is None or party.guild_id != asker.guild_id:
            raise EtoileError("party-gone")
        if party.state not in CURRENT:
            raise EtoileError("party-closed")
        me = yield from people_store.load_person(party_id=party_id, user_id=asker.user_id)
        if answer.comes and not party.open_to(now) and (me is None or me.place not in (Place.SEAT, Place.OFFER)):
            raise EtoileError("party-answers-closed")
        if me is not None and seats.moves_nobody(me, answer):
            stake = AtStake(people={me.user_id: me}, seats=1, turn=me.turn)
        else:
            stake = yield from people_store.load_at_stake(party_id=party_id, user_id=asker.user_id, seats=party.seats)
        after = seats.answered(
            stake.people, stake.seats, user_id=asker.user_id, answer=answer, turn=stake.turn, now=now,
            hold_until=party_drafts.hold_until(party, now, self._hold),
        )  # fmt: skip
        me = after[asker.user_id]
        if me.turn == 0:
            me = after[asker.user_id] = replace(me, turn=stake.turn)
        yield from people_store.save_people(party_id=party_id, before=stake.people, after=after)
        scheduled = yield from changed(party, now, mirror=False)
        if party.state in AHEAD and any(_untold(person) for person in after.values()):
            yield from schedule(kind="party.offer", subject_id=party.id, due_at=now)
            scheduled = True
        waiting = 0
        if me.place is Place.LINE:
            waiting = yield from people_store.count_before(party_id=party_id, turn=me.turn)
        offer_until = me.offer_until if me.place is Place.OFFER else None
        return Answered(party=party, place=me.place, waiting=waiting, offer_until=offer_until), scheduled

    # -- reminders

    async def reminder_choice(self, user_id: int) -> ReminderChoice:
        """When the member wants to be reminded; the usual when they never chose."""
        found = await self._db.read(people_store.load_choices, user_ids=[user_id])
        return found[user_id][0] if user_id in found else ReminderChoice()

    async def no_direct(self, user_id: int) -> None:
        """Direct messages do not reach the member: remind them in the thread from now on."""
        choice = await self.reminder_choice(user_id)
        if choice.direct:
            await self.choose_reminders(user_id, replace(choice, direct=False))

    async def choose_reminders(self, user_id: int, choice: ReminderChoice) -> None:
        """Remember when the member wants to be reminded, on every server."""
        await self._db.write(people_store.save_choice, choice, user_id=user_id, at=self._clock.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """All that a party's card is made of, read at once."""

    party: Party
    people: tuple[Person, ...]
    clock: Playback | None
    audience: Audience
    series: Series | None


def _look(party_id: int) -> Work[_Looked]:
    """Reads a party. Raises EtoileError("party-gone")."""
    party = yield from store.load_party(party_id=party_id)
    if party is None:
        raise EtoileError("party-gone")
    people = yield from people_store.load_people(party_id=party_id)
    clock = yield from people_store.load_clock(party_id=party_id)
    audience = yield from places.load_audience(guild_id=party.guild_id, channel_id=party.channel_id, parent_id=None)
    series = None
    if party.series_id is not None:
        series = yield from series_store.load_series(series_id=party.series_id)
    return _Looked(party=party, people=tuple(people.values()), clock=clock, audience=audience, series=series)


def _untold(person: Person) -> bool:
    """Whether the member has been given something that they do not know of yet."""
    return person.offer_until is not None and not person.offer_told and person.place in (Place.SEAT, Place.OFFER)

"""Watch parties: planned, announced, shown, answered. What happens by itself lies in `due`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.hosting import may_host
from bot.domain.locale import Locale
from bot.domain.member_text import Author
from bot.domain.party import CURRENT, Party, ReminderChoice, Rsvp, State, may_know, may_manage
from bot.domain.readers import Asker
from bot.domain.series import Evening
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties import drafts as party_drafts
from bot.services.parties.answering import record_answer, record_regular
from bot.services.parties.loading import Looked, look, look_around, note_spoils
from bot.services.parties.series_dates import (
    all_evenings,
    evenings_after,
    first_date,
    following,
    idle_skips,
    skipped_ahead,
    to_come,
)
from bot.services.parties.values import Answered, PartyView, Preview, Wish
from bot.store import guild_settings as places
from bot.store import zones
from bot.store.engine.database import Database
from bot.store.parties import parties as store
from bot.store.parties import people as people_store
from bot.store.parties import series as series_store


class PartiesService:
    """Planning, showing and answering. `hold` is how long a freed seat is kept for the next in the line."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, *, hold: timedelta) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._hold = hold

    # -- planning

    async def draft(self, asker: Asker, wish: Wish) -> Preview:
        """Keep what somebody wants to host as a draft, which outlives a restart, and tell how it would look.

        Raises EtoileError when they may not host here, or when something about the wish cannot be.
        """
        if asker.guild_id is None:
            raise EtoileError("error-server-only")
        now = self._clock.now()
        settings = await self._db.read(places.load_guild, guild_id=asker.guild_id)
        audience = await self._db.read(
            places.load_audience, guild_id=asker.guild_id, channel_id=wish.channel_id, parent_id=None
        )
        if not may_host(asker, settings):
            raise EtoileError("party-may-not-host", roles=settings.host_role_ids)
        if wish.rule is not None:
            wish = replace(wish, starts_at=first_date(wish.rule, now))
        party_drafts.check_wish(wish, now)
        note_level = max(audience.horizon, self._pack.level_of_text(wish.note or ""))
        party = party_drafts.party_of(wish, asker, note_level, now)
        await self._db.write(party_drafts.insert_draft, party, wish, now)
        return await self.preview(asker, party.id)

    async def preview(self, asker: Asker, party_id: int) -> Preview:
        """A draft once more. Raises EtoileError when it is not theirs or no draft any more."""
        looked = await self._db.read(look, party_id, asker)
        view = self._seen(looked)
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
        _, server = await self._db.read(zones.load_zone, user_id=asker.user_id, guild_id=party.guild_id)
        rule, series = view.rule, looked.series
        moved = rule is not None and wall_of(party.starts_at, rule.zone).date() != rule.first_day
        return Preview(
            view=view, clashes=tuple(clash for clash in clashes if may_know(clash, asker)), server_zone=server,
            evenings=() if series is None else all_evenings(series, party),
            last_episode=None if series is None else series.last_episode,
            idle_skips=() if rule is None else idle_skips(rule),
            first_day=rule.first_day if rule is not None and moved else None,
            note_spoils=note_spoils(party, looked.audience),
        )  # fmt: skip

    async def discard(self, asker: Asker, party_id: int) -> None:
        """Drop a draft. Raises EtoileError when it is not theirs or no draft any more."""
        await self._db.write(party_drafts.delete_draft, party_id, asker.user_id, self._clock.now())

    async def post(self, asker: Asker, party_id: int) -> PartyView:
        """Make a draft a party that everybody can join. Raises EtoileError, also when its start has passed."""
        now = self._clock.now()
        await self._db.write(party_drafts.open_draft, party_id, asker.user_id, now)
        return await self.view(party_id)

    async def remember_messages(
        self, party_id: int, *, message_id: int | None = None, thread_id: int | None = None
    ) -> None:
        """Remember where the card or the thread stands."""
        await self._db.write(party_drafts.set_messages, party_id, message_id, thread_id, self._clock.now())

    # -- showing

    async def view(self, party_id: int) -> PartyView:
        """A party as its card shows it to everybody. Raises EtoileError("party-gone")."""
        return self._seen(await self._db.read(look, party_id))

    async def find(self, party_id: int) -> PartyView | None:
        """The same for jobs, which outlive what was deleted: None when it is gone."""
        try:
            return await self.view(party_id)
        except EtoileError as error:
            if error.key != "party-gone":
                raise
            return None

    async def view_of(self, party: Party) -> PartyView:
        """The same of a party that was just read."""
        return self._seen(await self._db.read(look_around, party))

    def _seen(self, looked: Looked) -> PartyView:
        """What is shown: to everybody who sees the card or, when a `reader` asks, to them alone."""
        party, reader, audience, series = looked.party, looked.reader, looked.audience, looked.series
        viewer = audience if reader is None else reader
        level = audience.horizon if reader is None else reader.level
        own_draft = party.state is State.DRAFT  # drafts are shown to nobody but their host
        title = None
        if party.first_episode == party.last_episode:
            shown = self._pack.view(level, party.locale, titles=viewer.titles_shown)
            title = shown.episodes[party.first_episode].title
        return PartyView(
            party=party,
            people=looked.people,
            clock=looked.clock,
            title=title,
            note=None if party.note is None else party.note.opened(Author() if own_draft else viewer),
            rule=None if series is None else series.rule,
            following=() if series is None else following(series, party),
            skipped=() if series is None or reader is None else skipped_ahead(series, self._clock.now()),
            regulars=looked.regulars,
            pieces=looked.pieces,
        )

    async def here(self, asker: Asker, party_id: int) -> PartyView:
        """A party of the asker's server, as they alone may see it: its title and note as far as they have watched.

        Raises EtoileError("party-gone") for any other, for others' drafts, and for those in hidden channels.
        """
        looked = await self._db.read(look, party_id, asker)
        theirs = looked.party.state is not State.DRAFT or looked.party.host_id == asker.user_id
        if not may_know(looked.party, asker) or not theirs:
            raise EtoileError("party-gone")
        return self._seen(looked)

    async def upcoming(self, asker: Asker) -> list[Party]:
        """The server's parties that are on or ahead and of which the asker may know, the earliest first."""
        found = await self._db.read(store.list_parties, guild_id=asker.guild_id or 0, states=CURRENT)
        return [party for party in found if may_know(party, asker)]

    async def endings(self, asker: Asker, parties: Sequence[Party]) -> dict[int, Evening]:
        """The last date of each series of these parties that goes on beyond them, by the series' id."""
        last = {party.series_id: party for party in parties if party.series_id is not None}  # they come in order
        found: dict[int, Evening] = {}
        for series in await self._db.read(series_store.list_open_series, guild_id=asker.guild_id or 0):
            later = tuple(evenings_after(series, last[series.id])) if series.id in last else ()
            if later:
                found[series.id] = later[-1]
        return found

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
            made = await self._db.read(store.list_series, series_id=view.party.series_id, states=tuple(State))
            series = await self._db.read(series_store.load_series, series_id=view.party.series_id)
            later = [] if series is None else to_come(series, made, self._clock.now())
            dates = 1 + max((each.occurrence or 0) for each in (*made, *later, view.party))
            if series is not None and dates > series.handed:
                await self._db.write(series_store.note_handed, series_id=series.id, dates=dates)
            made = [party for party in made if party.state in states]
            return [await self.view_of(party) for party in made] + [replace(view, party=each) for each in later]
        found = await self._db.read(store.list_parties, guild_id=asker.guild_id or 0, states=states, limit=300)
        lately = self._clock.now() - timedelta(days=30)
        shown = (party for party in found if party.starts_at > lately and may_know(party, asker))
        return [await self.view_of(party) for party in shown]

    async def guard(self, asker: Asker, party_id: int) -> PartyView:
        """The party, for whoever may manage it. Raises EtoileError."""
        looked = await self._db.read(look, party_id, asker)
        if not may_manage(looked.party, asker):
            raise EtoileError("party-may-not-manage")
        return self._seen(looked)

    # -- answering

    async def answer(self, asker: Asker, party_id: int, answer: Rsvp) -> Answered:
        """Record what a member says to the invitation. Raises EtoileError when it is over, closed, or not theirs to
        know of."""
        return await self._db.write(record_answer, asker, party_id, answer, self._clock.now(), hold=self._hold)

    async def come_to_all(self, asker: Asker, party_id: int, *, comes: bool) -> None:
        """Take a seat at every evening of the party's series from this one on, also at those that are not announced
        yet; or, at new ones, no longer. Raises EtoileError."""
        await self._db.write(record_regular, asker, party_id, self._clock.now(), comes=comes, hold=self._hold)

    async def at_home(self, asker: Asker, party_id: int) -> Asker:
        """The asker as a member of the party's server, for buttons in direct messages that were sent to them alone.

        Only who has a part in the party already; their rights on the server are not known there, so they have none.
        """
        view = await self.view(party_id)
        if all(person.user_id != asker.user_id for person in view.people):
            raise EtoileError("party-gone")
        return replace(asker, guild_id=view.party.guild_id, manages_events=False, manages_server=False)

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

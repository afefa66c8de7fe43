"""`/party`: watch parties, their series, reminders and the party clock. On servers only."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.locale import Locale
from bot.domain.party import AHEAD, Answer
from bot.domain.playback import position_of
from bot.domain.series import Every, Rule
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.party_values import Edit, PartyView, Wish
from bot.services.zones import find_zones
from bot.when import parse_day, parse_weekdays, parse_when
from cogs.ui import party_card, party_clock, party_list, party_manage, party_preview, party_reminders
from cogs.ui.party_card import card, place_line, private
from cogs.ui.party_clock import clock, where_line
from cogs.ui.party_drawing import is_there, post_again
from cogs.ui.party_files import calendar
from cogs.ui.party_jobs import PartyJobs
from cogs.ui.party_mirror import details, differs
from cogs.ui.party_options import call_role, party_id_of, party_label, place_for, seat_role_of
from cogs.ui.party_posting import post_once
from cogs.ui.party_words import city, host_of, hour
from cogs.ui.reply import answer, asker_of, say, words_of
from cogs.ui.routes import Press

EpisodeNumber = app_commands.Range[int, FIRST_EPISODE, LAST_EPISODE]
Seats = app_commands.Range[int, 1, 500]
Minutes = app_commands.Range[int, 1, 240]
Note = app_commands.Range[str, 1, 300]
RHYTHMS: dict[str, tuple[Every, int, int | None]] = {
    "week": ("week", 1, None),
    "two-weeks": ("week", 2, None),
    "month-first": ("month", 1, 1),
    "month-second": ("month", 1, 2),
    "month-third": ("month", 1, 3),
    "month-last": ("month", 1, -1),
}
CONTROLS = (
    party_card.AnswerButton,
    party_card.TakeButton,
    party_card.WhoButton,
    party_clock.ReadyButton,
    party_clock.SteerButton,
    party_clock.JumpButton,
    party_clock.EndButton,
    party_clock.WhereButton,
    party_clock.WatchedButton,
    party_clock.CatchUpButton,
    party_clock.AttendanceButton,
    party_list.ListButton,
    party_manage.CalendarButton,
    party_manage.ManageButton,
    party_manage.EditButton,
    party_manage.CancelButton,
    party_manage.SkipButton,
    party_manage.MirrorButton,
    party_preview.PostButton,
    party_preview.DiscardButton,
    party_preview.ZoneSelect,
    party_reminders.RemindersButton,
    party_reminders.MinutesSelect,
    party_reminders.QuietSelect,
    party_reminders.DirectButton,
    party_reminders.StopButton,
)


@app_commands.guild_only()
class Parties(
    commands.GroupCog,
    group_name="party",
    group_description=locale_str("Watch the series together", key="party-command"),
):
    """Parses, asks the services, shows what they returned."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS)
        PartyJobs(self.bot).register()

    # -- planning

    @app_commands.command(name="schedule", description=locale_str("Plan a watch party", key="party-schedule-command"))
    @app_commands.describe(
        when=locale_str("“friday 9pm”, “4 december 20:30”, “in 3 days”, or @time", key="party-option-when"),
        episode=locale_str("Which episode", key="party-option-episode"),
        to=locale_str("Up to which episode, when it is several", key="party-option-to"),
        channel=locale_str("Where the card is posted; here if you leave it out", key="party-option-channel"),
        voice=locale_str("The voice channel to meet in; left out: at home", key="party-option-voice"),
        seats=locale_str("How many seats; left out: as many as come", key="party-option-seats"),
        note=locale_str("What those who come should know", key="party-option-note"),
        call=locale_str("A role to call at the start", key="party-option-call"),
        seat_role=locale_str("A role for those with a seat, until it is over", key="party-option-seat-role"),
        close_before=locale_str("Answers close so many minutes before", key="party-option-close"),
        minimum=locale_str("Called off an hour before when fewer come", key="party-option-minimum"),
        length=locale_str("How many minutes an episode takes, if you know", key="party-option-length"),
        event=locale_str("Show it among the server’s events as well (yes)", key="party-option-event"),
    )
    async def schedule(
        self,
        interaction: Press,
        when: str,
        episode: EpisodeNumber,
        to: EpisodeNumber | None = None,
        channel: discord.TextChannel | None = None,
        voice: discord.VoiceChannel | discord.StageChannel | None = None,
        seats: Seats | None = None,
        note: Note | None = None,
        call: discord.Role | None = None,
        seat_role: discord.Role | None = None,
        close_before: app_commands.Range[int, 1, 10080] | None = None,
        minimum: Seats | None = None,
        length: Minutes | None = None,
        event: bool = True,
    ) -> None:
        asker = asker_of(interaction)
        start, zone, sure = await self._read(interaction, when)
        wish = Wish(
            channel_id=await place_for(interaction, channel),
            first_episode=episode,
            last_episode=to or episode,
            starts_at=start,
            zone=zone,
            zone_sure=sure,
            locale=await self.app.parties.public_locale(asker),
            voice_id=None if voice is None else voice.id,
            seats=seats,
            note=note,
            call_role_id=call_role(interaction, call),
            seat_role_id=seat_role_of(interaction, seat_role),
            closes_before=close_before,
            minimum=minimum,
            length_minutes=length,
            mirror=event,
        )
        found = await self.app.parties.draft(asker, wish)
        await answer(interaction, party_preview.preview(found, words_of(interaction)))

    @app_commands.command(
        name="series",
        description=locale_str("Plan an episode every week, or at another rhythm", key="party-series-command"),
    )
    @app_commands.describe(
        first=locale_str("The first evening: “friday 4 december 21:00”", key="party-option-first"),
        every=locale_str("At which rhythm", key="party-option-every"),
        episode=locale_str("Which episode comes first; 1 if you leave it out", key="party-option-first-episode"),
        last=locale_str("Which episode is the last; 8 if you leave it out", key="party-option-last-episode"),
        weekdays=locale_str("Several days a week: “mon thu”; left out: that of the first", key="party-option-weekdays"),
        until=locale_str("No evening after this day", key="party-option-until"),
        skip=locale_str("Days to leave out, with commas: “25 december, 1 january”", key="party-option-skip"),
        channel=locale_str("Where the cards are posted; here if you leave it out", key="party-option-channels"),
        voice=locale_str("The voice channel to meet in; left out: at home", key="party-option-voice"),
        seats=locale_str("How many seats; left out: as many as come", key="party-option-seats"),
        note=locale_str("What those who come should know", key="party-option-note"),
        length=locale_str("How many minutes an episode takes, if you know", key="party-option-length"),
        event=locale_str("Show it among the server’s events as well (yes)", key="party-option-event"),
    )
    @app_commands.choices(
        every=[
            app_commands.Choice(name=locale_str("every week", key="party-choice-week"), value="week"),
            app_commands.Choice(name=locale_str("every second week", key="party-choice-two-weeks"), value="two-weeks"),
            app_commands.Choice(name=locale_str("first of the month", key="party-choice-first"), value="month-first"),
            app_commands.Choice(
                name=locale_str("second of the month", key="party-choice-second"), value="month-second"
            ),
            app_commands.Choice(name=locale_str("third of the month", key="party-choice-third"), value="month-third"),
            app_commands.Choice(name=locale_str("last of the month", key="party-choice-last"), value="month-last"),
        ]
    )
    async def series(
        self,
        interaction: Press,
        first: str,
        every: str,
        episode: EpisodeNumber = FIRST_EPISODE,
        last: EpisodeNumber = LAST_EPISODE,
        weekdays: str | None = None,
        until: str | None = None,
        skip: str | None = None,
        channel: discord.TextChannel | None = None,
        voice: discord.VoiceChannel | discord.StageChannel | None = None,
        seats: Seats | None = None,
        note: Note | None = None,
        length: Minutes | None = None,
        event: bool = True,
    ) -> None:
        asker, now = asker_of(interaction), self.app.clock.now()
        start, zone, sure = await self._read(interaction, first)
        wall = wall_of(start, zone)
        rhythm, step, nth = RHYTHMS[every]
        rule = Rule(
            zone=zone,
            first_day=wall.date(),
            at=wall.time().replace(second=0, microsecond=0),
            every=rhythm,
            step=step,
            weekdays=frozenset() if weekdays is None else parse_weekdays(weekdays),
            nth=nth,
            until=None if until is None else parse_day(until, now=now, zone=zone),
            skips=frozenset(parse_day(day, now=now, zone=zone) for day in (skip or "").split(",") if day.strip()),
        )
        wish = Wish(
            channel_id=await place_for(interaction, channel),
            first_episode=episode,
            last_episode=last,
            starts_at=start,
            zone=zone,
            zone_sure=sure,
            locale=await self.app.parties.public_locale(asker),
            voice_id=None if voice is None else voice.id,
            seats=seats,
            note=note,
            length_minutes=length,
            mirror=event,
            rule=rule,
        )
        found = await self.app.parties.draft(asker, wish)
        await answer(interaction, party_preview.preview(found, words_of(interaction)))

    # -- looking

    @app_commands.command(name="list", description=locale_str("The parties that are ahead", key="party-list-command"))
    async def list(self, interaction: Press) -> None:
        asker = asker_of(interaction)
        found = await self.app.parties.upcoming(asker.guild_id or 0)
        joined = await self.app.parties.joined(asker)
        await answer(interaction, party_list.listed(found, joined, words_of(interaction), page=0))

    @app_commands.command(
        name="show",
        description=locale_str("One party; posts its card again if it was deleted", key="party-show-command"),
    )
    @app_commands.describe(party=locale_str("Which one", key="party-option-party"))
    async def show(self, interaction: Press, party: str) -> None:
        view = await self._here(interaction, party)
        await interaction.response.defer(ephemeral=True, thinking=True)
        words = words_of(interaction)
        if view.party.state in AHEAD and view.party.message_id is not None and not await is_there(self.bot, view):
            await post_again(self.bot, view, view.party.channel_id, self.app.clock.now())
            await say(interaction, words("party-posted-again", channel=f"<#{view.party.channel_id}>"))
            return
        await answer(interaction, card(private(view), words))

    @app_commands.command(
        name="calendar", description=locale_str("Parties for your own calendar (.ics)", key="party-calendar-command")
    )
    @app_commands.describe(
        party=locale_str("Which one; all that are ahead if you leave it out", key="party-option-calendar"),
        series=locale_str("True: with all of its series", key="party-option-calendar-series"),
    )
    async def calendar(self, interaction: Press, party: str | None = None, series: bool = False) -> None:
        words, asker = words_of(interaction), asker_of(interaction)
        party_id = None if party is None else (await self._here(interaction, party)).party.id
        await interaction.response.defer(ephemeral=True, thinking=True)
        views = await self.app.parties.calendar(asker, party_id=party_id, whole_series=series)
        if not views:
            await say(interaction, words("party-list-empty"))
            return
        file = await calendar(views, words, self.app.clock.now())
        await interaction.followup.send(words("party-calendar-here", count=len(views)), file=file, ephemeral=True)

    # -- answering and steering, also where buttons cannot be reached

    @app_commands.command(name="answer", description=locale_str("Say whether you come", key="party-answer-command"))
    @app_commands.describe(
        party=locale_str("Which one", key="party-option-party"),
        come=locale_str("Do you come?", key="party-option-come"),
    )
    @app_commands.choices(
        come=[
            app_commands.Choice(name=locale_str("going", key="party-choice-going"), value="going"),
            app_commands.Choice(name=locale_str("going, but late", key="party-choice-late"), value="late"),
            app_commands.Choice(name=locale_str("maybe", key="party-choice-maybe"), value="maybe"),
            app_commands.Choice(name=locale_str("cannot", key="party-choice-no"), value="no"),
        ]
    )
    async def answer(self, interaction: Press, party: str, come: str) -> None:
        found = await self.app.parties.answer(asker_of(interaction), party_id_of(party), Answer(come))
        await say(interaction, place_line(found, words_of(interaction)))

    @app_commands.command(
        name="clock", description=locale_str("Where are we? And, for hosts: steer", key="party-clock-command")
    )
    @app_commands.describe(
        party=locale_str("Which one", key="party-option-party"),
        do=locale_str("For hosts; leave it out to see where we are", key="party-option-do"),
        position=locale_str("Where to jump to: 17:42", key="party-option-position"),
    )
    @app_commands.choices(
        do=[
            app_commands.Choice(name=locale_str("start", key="party-choice-go"), value="go"),
            app_commands.Choice(name=locale_str("pause", key="party-choice-pause"), value="pause"),
            app_commands.Choice(name=locale_str("resume", key="party-choice-resume"), value="resume"),
            app_commands.Choice(name=locale_str("back 10 seconds", key="party-choice-back"), value="back"),
            app_commands.Choice(name=locale_str("jump", key="party-choice-jump"), value="jump"),
            app_commands.Choice(name=locale_str("break of 5 minutes", key="party-choice-break"), value="break"),
            app_commands.Choice(name=locale_str("undo", key="party-choice-undo"), value="undo"),
            app_commands.Choice(name=locale_str("next episode", key="party-choice-next"), value="next"),
            app_commands.Choice(name=locale_str("end", key="party-choice-end"), value="end"),
        ]
    )
    async def clock(self, interaction: Press, party: str, do: str | None = None, position: str | None = None) -> None:
        words, now = words_of(interaction), self.app.clock.now()
        party_id = (await self._here(interaction, party)).party.id
        if do is None:
            await say(
                interaction, where_line(await self.app.party_clock.where(asker_of(interaction), party_id), words, now)
            )
            return
        to = position_of(position or "") if do == "jump" else None
        if do == "jump" and to is None:
            raise EtoileError("party-no-position")
        view = await self.app.party_clock.press(asker_of(interaction), party_id, do, to=to)
        await answer(interaction, clock(view, words, now))

    # -- changing

    @app_commands.command(
        name="edit", description=locale_str("Change a party, or it and all that follow", key="party-edit-command")
    )
    @app_commands.describe(
        party=locale_str("Which one", key="party-option-party"),
        when=locale_str("The new start", key="party-option-new-when"),
        episode=locale_str("Which episode", key="party-option-episode"),
        seats=locale_str("How many seats; 0 for as many as come", key="party-option-new-seats"),
        note=locale_str("What those who come should know", key="party-option-note"),
        length=locale_str("How many minutes an episode takes, if you know", key="party-option-length"),
        add_host=locale_str("Somebody who may edit and steer as well", key="party-option-cohost"),
        remove_host=locale_str("Somebody who may no longer", key="party-option-no-cohost"),
        following=locale_str("True: this one and all that follow", key="party-option-following"),
    )
    async def edit(
        self,
        interaction: Press,
        party: str,
        when: str | None = None,
        episode: EpisodeNumber | None = None,
        seats: app_commands.Range[int, 0, 500] | None = None,
        note: Note | None = None,
        length: Minutes | None = None,
        add_host: discord.Member | None = None,
        remove_host: discord.User | None = None,
        following: bool = False,
    ) -> None:
        asker, words = asker_of(interaction), words_of(interaction)
        view = await self.app.parties.guard(asker, party_id_of(party))
        start = None
        if when is not None:
            zone = await self.app.zones.zone_of(asker) or view.party.zone
            start = await parse_when(when, now=self.app.clock.now(), zone=zone, locale=asker.locale)
        edit = Edit(
            starts_at=start,
            first_episode=episode,
            seats=seats,
            note=note,
            length_minutes=length,
            add_cohost=None if add_host is None else add_host.id,
            remove_cohost=None if remove_host is None else remove_host.id,
        )
        if edit == Edit():
            await answer(interaction, party_manage.manage(view, words))
            return
        await self.app.party_changes.edit(asker, view.party.id, edit, following=following)
        await say(interaction, words("party-edited-all" if following else "party-edited"))

    @app_commands.command(name="cancel", description=locale_str("Call a party off", key="party-cancel-command"))
    @app_commands.describe(party=locale_str("Which one", key="party-option-party"))
    async def cancel(self, interaction: Press, party: str) -> None:
        view = await self.app.parties.guard(asker_of(interaction), party_id_of(party))
        await answer(interaction, party_manage.ask_cancel(view, words_of(interaction)))

    @app_commands.command(
        name="skip",
        description=locale_str("Leave out one evening of a series; the episodes move on", key="party-skip-command"),
    )
    @app_commands.describe(party=locale_str("Which one", key="party-option-party"))
    async def skip(self, interaction: Press, party: str) -> None:
        await self.app.party_changes.skip(asker_of(interaction), party_id_of(party))
        await say(interaction, words_of(interaction)("party-skipped"))

    # -- one's own

    @app_commands.command(
        name="remind", description=locale_str("When and where I remind you of parties", key="party-remind-command")
    )
    async def remind(self, interaction: Press) -> None:
        choice = await self.app.parties.reminder_choice(interaction.user.id)
        await answer(interaction, party_reminders.reminders(choice, words_of(interaction)))

    @app_commands.command(
        name="zone",
        description=locale_str("On which clock you live, so that I read your times right", key="party-zone-command"),
    )
    @app_commands.describe(
        city=locale_str("A large city near you; leave it out to see your zone", key="party-option-city")
    )
    async def zone(self, interaction: Press, city: str | None = None) -> None:
        asker, words = asker_of(interaction), words_of(interaction)
        own = (await self.app.zones.of(asker)).own if city is None else await self.app.zones.tell(asker.user_id, city)
        if own is None:
            await say(interaction, words("when-zone-none"))
        else:
            await say(
                interaction, words("when-zone-set", zone=own, time=hour(words, wall_of(self.app.clock.now(), own)))
            )

    # -- suggestions

    @show.autocomplete("party")
    @calendar.autocomplete("party")
    @answer.autocomplete("party")
    @clock.autocomplete("party")
    @edit.autocomplete("party")
    @cancel.autocomplete("party")
    @skip.autocomplete("party")
    async def _suggest_parties(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        asker, words = asker_of(interaction), words_of(interaction)
        zone = await self.app.zones.zone_of(asker)
        found = [
            (party_label(party, words, zone or party.zone), str(party.id))
            for party in await self.app.parties.upcoming(asker.guild_id or 0)
        ]
        wanted = typed.casefold().strip()
        return [
            app_commands.Choice(name=name[:100], value=value)
            for name, value in found
            if not wanted or wanted in name.casefold() or wanted == value
        ][:25]

    @zone.autocomplete("city")
    async def _suggest_zones(self, interaction: Press, typed: str) -> list[app_commands.Choice[str]]:
        words, now = words_of(interaction), self.app.clock.now()
        return [
            app_commands.Choice(name=f"{city(zone)} · {zone} · {hour(words, wall_of(now, zone))}"[:100], value=zone)
            for zone in find_zones(typed)
        ]

    # -- the server's own events

    @commands.Cog.listener()
    async def on_scheduled_event_update(self, before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> None:
        """Somebody changed the mirror: ours is the truth."""
        party = await self.app.party_due.by_event(after.id)
        if party is None or party.state not in AHEAD:
            return
        if after.status is discord.EventStatus.cancelled:
            await self._event_gone(after.id)
        elif differs(after, details(party, self.app.text.words(party.locale))):
            await self.app.party_due.mirror_soon(party, self.app.clock.now())

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        """Somebody removed the mirror: the organiser is asked."""
        await self._event_gone(event.id)

    async def _event_gone(self, event_id: int) -> None:
        party = await self.app.party_due.by_event(event_id)
        if party is None or party.state not in AHEAD:
            return
        await self.app.party_due.mirrored(party.id, event_id=event_id, mirror="off")
        words = self.app.text.words(party.locale)
        ask = discord.ui.View(timeout=None)
        ask.add_item(party_manage.CancelButton.draw(words("party-cancel"), scope="ask", party_id=party.id))
        ask.add_item(party_manage.MirrorButton.draw(words("party-keep"), party_id=party.id))
        text = f"{host_of(words, party)}\n{words('party-event-gone')}"
        await post_once(
            self.bot, party, f"event-gone:{event_id}", party.channel_id, self.app.clock.now(), content=text, view=ask,
            users=[party.host_id] if party.host_id else [],
        )  # fmt: skip

    # -- helpers

    async def _read(self, interaction: Press, text: str) -> tuple[datetime, str, bool]:
        """The instant that was typed, the zone in which it was read, and whether that is sure.

        Until the member has told a zone, the city of their language is taken; the preview asks when it matters.
        """
        asker, now = asker_of(interaction), self.app.clock.now()
        known = await self.app.zones.zone_of(asker)
        zone = known or (PARIS if asker.locale is Locale.FR else NEW_YORK)
        start = await parse_when(text, now=now, zone=zone, locale=asker.locale)
        if known is not None:
            return start, zone, True
        try:
            elsewhere = await parse_when(text, now=now, zone=NEW_YORK if zone == PARIS else PARIS, locale=asker.locale)
        except EtoileError:
            elsewhere = None
        return start, zone, elsewhere == start

    async def _here(self, interaction: Press, party: str) -> PartyView:
        """The party of an option, if it is one of this server's."""
        return await self.app.parties.here(asker_of(interaction), party_id_of(party))


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Parties(bot))

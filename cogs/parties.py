"""`/party`: watch parties, their series, reminders and the party clock. On servers only.

Here stand the commands and their options; what they do stands in `cogs.ui`, beside the buttons that do the same.
"""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import EtoileBot
from bot.domain.party import CURRENT, MAX_SEATS, Rsvp
from bot.domain.playback import ClockPress
from bot.domain.walltime import wall_of
from bot.services.parties.values import Edit
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, ask, asker_of, begin, say, words_of
from cogs.ui.parties import clock_presses, manage_presses, presses, reminder_presses
from cogs.ui.parties.calendar import calendar, google_link
from cogs.ui.parties.card import card, place_line
from cogs.ui.parties.clock_panel import where_line
from cogs.ui.parties.controls import CONTROLS
from cogs.ui.parties.jobs import PartyJobs
from cogs.ui.parties.manage_panel import ask_cancel
from cogs.ui.parties.option_texts import LESS_OFTEN, EpisodeNumber, Minutes, Note, Voice, shared
from cogs.ui.parties.options import (
    CLEARED,
    call_role,
    chosen_id,
    chosen_lost,
    chosen_party,
    cleared,
    for_roles,
    party_here,
    place_for,
    seat_role_of,
    suggest_lost,
    suggest_parties,
    suggest_zones,
    tells_all,
)
from cogs.ui.parties.planning_commands import PlanningCommands
from cogs.ui.parties.refresh import is_there, post_again
from cogs.ui.parties.search_controls import SEARCH_CONTROLS
from cogs.ui.parties.search_jobs import SearchJobs
from cogs.ui.parties.seat_form import SeatForm, seat_by_hand
from cogs.ui.parties.surroundings import Surroundings
from cogs.ui.parties.text import hour


@app_commands.guild_only()
class Parties(
    PlanningCommands,
    commands.GroupCog,
    group_name="party",
    group_description=localised("party-command"),
):
    """Parses, asks the services, shows what they returned."""

    def __init__(self, bot: EtoileBot) -> None:
        self.bot = bot
        self.app = bot.app

    async def cog_load(self) -> None:
        self.bot.add_dynamic_items(*CONTROLS, *SEARCH_CONTROLS)
        PartyJobs(self.bot).register()
        SearchJobs(self.bot).register()

    # -- looking

    @app_commands.command(name="list", description=localised("party-list-command"))
    async def list_ahead(self, interaction: Press) -> None:
        await answer(interaction, await presses.list_of(interaction, page=0))

    @app_commands.command(
        name="show",
        description=localised("party-show-command"),
    )
    @app_commands.describe(**shared("party"))
    @app_commands.autocomplete(party=suggest_parties)
    async def show(self, interaction: Press, party: str) -> None:
        view = await chosen_party(interaction, party)
        await begin(interaction, thinking=True)
        words = words_of(interaction)
        if view.party.state in CURRENT and view.party.message_id is not None and not await is_there(self.bot, view):
            posted = await post_again(self.bot, view, self.app.clock.now())
            key = "party-cannot-post" if posted is None else "party-posted-again"
            await say(interaction, words(key, channel=f"<#{view.party.channel_id}>"))
            return
        await answer(interaction, card(view, words, self.app.clock.now()))

    @app_commands.command(
        name="calendar",
        description=localised("party-calendar-command"),
    )
    @app_commands.describe(
        party=localised("party-option-calendar"),
        series=localised("party-option-calendar-series"),
    )
    @app_commands.autocomplete(party=suggest_parties)
    async def save_calendar(self, interaction: Press, party: str | None = None, series: bool = False) -> None:
        words, asker = words_of(interaction), asker_of(interaction)
        party_id = None if party is None else (await chosen_party(interaction, party)).party.id
        await begin(interaction, thinking=True)
        views = await self.app.parties.calendar(asker, party_id=party_id, whole_series=series)
        if not views:
            await say(interaction, words("party-list-empty"))
            return
        file = await calendar(views, asker.user_id, words, self.app.clock.now(), interaction.guild)
        google = google_link(views[0], asker.user_id, words, interaction.guild)
        await say(interaction, words("party-calendar-here", count=len(views)), files=[file], view=google)

    # -- answering and steering, also where buttons cannot be reached

    @app_commands.command(name="answer", description=localised("party-answer-command"))
    @app_commands.describe(come=localised("party-option-come"), **shared("party"))
    @app_commands.choices(
        come=[
            Choice(name=localised("party-choice-going"), value="going"),
            Choice(name=localised("party-choice-late"), value="late"),
            Choice(name=localised("party-choice-maybe"), value="maybe"),
            Choice(name=localised("party-choice-no"), value="no"),
        ]
    )
    @app_commands.autocomplete(party=suggest_parties)
    async def answer_invitation(self, interaction: Press, party: str, come: str) -> None:
        found = await self.app.parties.answer(asker_of(interaction), await chosen_id(interaction, party), Rsvp(come))
        await say(interaction, place_line(found, words_of(interaction)))

    @app_commands.command(name="clock", description=localised("party-clock-command"))
    @app_commands.describe(
        do=localised("party-option-do"),
        position=localised("party-option-position"),
        **shared("party"),
    )
    @app_commands.choices(
        do=[
            Choice(name=localised("party-choice-go"), value="go"),
            Choice(name=localised("party-choice-pause"), value="pause"),
            Choice(name=localised("party-choice-resume"), value="resume"),
            Choice(name=localised("party-choice-back"), value="back"),
            Choice(name=localised("party-choice-jump"), value="jump"),
            Choice(name=localised("party-choice-break"), value="break"),
            Choice(name=localised("party-choice-undo"), value="undo"),
            Choice(name=localised("party-choice-next"), value="next"),
            Choice(name=localised("party-choice-end"), value="end"),
        ]
    )
    @app_commands.autocomplete(party=suggest_parties)
    async def clock(
        self, interaction: Press, do: str | None = None, position: str | None = None, party: str | None = None
    ) -> None:
        view = await party_here(interaction, party)
        if do is not None:
            await clock_presses.steer(interaction, view, ClockPress(do), position)
            return
        where = await self.app.party_clock.where(asker_of(interaction), view.party.id)
        await say(interaction, where_line(where, words_of(interaction), self.app.clock.now()))

    # -- changing

    @app_commands.command(name="edit", description=localised("party-edit-command"))
    @app_commands.describe(
        when=localised("party-option-new-when"),
        seats=localised("party-option-new-seats"),
        channel=localised("party-option-new-channel"),
        clear=localised("party-option-clear"),
        add_host=localised("party-option-cohost"),
        remove_host=localised("party-option-no-cohost"),
        following=localised("party-option-following"),
        **shared("party", "episode", "to", "voice", "note", "for_role", *LESS_OFTEN, "length", "event", "wait"),
    )
    @app_commands.choices(clear=CLEARED)
    @app_commands.autocomplete(party=suggest_parties)
    async def edit(
        self,
        interaction: Press,
        party: str,
        when: str | None = None,
        episode: EpisodeNumber | None = None,
        to: EpisodeNumber | None = None,
        channel: discord.TextChannel | None = None,
        voice: Voice | None = None,
        seats: app_commands.Range[int, 0, MAX_SEATS] | None = None,
        note: Note | None = None,
        for_role: discord.Role | None = None,
        call: discord.Role | None = None,
        seat_role: discord.Role | None = None,
        close_before: app_commands.Range[int, 0, 10080] | None = None,
        minimum: app_commands.Range[int, 0, MAX_SEATS] | None = None,
        length: Minutes | None = None,
        event: bool | None = None,
        wait: bool | None = None,
        clear: str | None = None,
        add_host: discord.Member | None = None,
        remove_host: discord.User | None = None,
        following: bool = False,
    ) -> None:
        place = None if channel is None else await place_for(interaction, channel)
        if event is None and place is not None and not tells_all(interaction, place):
            event = False
        edit = Edit(
            channel_id=place,
            role_ids=for_roles(for_role),
            first_episode=episode,
            last_episode=to,
            voice_id=None if voice is None else voice.id,
            call_role_id=call_role(interaction, call),
            seat_role_id=seat_role_of(interaction, seat_role),
            closes_before=close_before,
            minimum=minimum,
            mirror=event,
            wait_pauses=wait,
            seats=seats,
            note=note,
            length_minutes=length,
            add_cohost=None if add_host is None else add_host.id,
            remove_cohost=None if remove_host is None else remove_host.id,
        )
        edit = edit if clear is None else replace(edit, **cleared(clear))
        await manage_presses.change(interaction, await chosen_id(interaction, party), when, edit, following=following)

    @app_commands.command(name="cancel", description=localised("party-cancel-command"))
    @app_commands.describe(**shared("party"))
    @app_commands.autocomplete(party=suggest_parties)
    async def cancel(self, interaction: Press, party: str) -> None:
        view = await self.app.parties.guard(asker_of(interaction), await chosen_id(interaction, party))
        await answer(interaction, ask_cancel(view, words_of(interaction)))

    @app_commands.command(
        name="skip",
        description=localised("party-skip-command"),
    )
    @app_commands.describe(**shared("party"))
    @app_commands.autocomplete(party=suggest_parties)
    async def skip(self, interaction: Press, party: str) -> None:
        view = await self.app.parties.guard(asker_of(interaction), await chosen_id(interaction, party))
        await answer(interaction, ask_cancel(view, words_of(interaction)))

    @app_commands.command(
        name="revive",
        description=localised("party-revive-command"),
    )
    @app_commands.describe(party=localised("party-option-lost"))
    @app_commands.autocomplete(party=suggest_lost)
    async def revive(self, interaction: Press, party: str) -> None:
        await manage_presses.bring_back(interaction, await chosen_lost(interaction, party))

    @app_commands.command(name="seat", description=localised("party-seat-command"))
    @app_commands.describe(
        give=localised("party-option-give"),
        take=localised("party-option-take"),
        **shared("party"),
    )
    @app_commands.autocomplete(party=suggest_parties)
    async def seat(
        self,
        interaction: Press,
        party: str,
        give: discord.Member | None = None,
        take: discord.User | None = None,
    ) -> None:
        view = await self.app.parties.guard(asker_of(interaction), await chosen_id(interaction, party))
        if give is None and take is None:
            await ask(interaction, SeatForm(view.party, words_of(interaction)))
        else:
            await seat_by_hand(interaction, view.party, give=give, take=take)

    # -- one's own

    @app_commands.command(
        name="remind",
        description=localised("party-remind-command"),
    )
    async def remind(self, interaction: Press) -> None:
        await reminder_presses.show(interaction)

    @app_commands.command(
        name="zone",
        description=localised("party-zone-command"),
    )
    @app_commands.describe(city=localised("party-option-city"))
    @app_commands.autocomplete(city=suggest_zones)
    async def zone(self, interaction: Press, city: str | None = None) -> None:
        asker, words = asker_of(interaction), words_of(interaction)
        own = (await self.app.zones.of(asker)).own if city is None else await self.app.zones.tell(asker.user_id, city)
        if own is None:
            await say(interaction, words("when-zone-none"))
        else:
            await say(
                interaction, words("when-zone-set", zone=own, time=hour(wall_of(self.app.clock.now(), own), words))
            )


async def setup(bot: EtoileBot) -> None:
    """Called by discord.py when the client loads this extension."""
    await bot.add_cog(Parties(bot))
    await bot.add_cog(Surroundings(bot))

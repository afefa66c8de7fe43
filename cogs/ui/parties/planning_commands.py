"""`/party schedule` and `/party series`: the options with which a party is planned. The cog of parties has them."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.phrases import LONGEST_LIST
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from cogs.ui.kit.commands import localised
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import asker_of
from cogs.ui.parties.option_texts import LESS_OFTEN, EpisodeNumber, Minutes, Note, Seats, Voice, shared
from cogs.ui.parties.planning import propose, read_start, rule_of, wish_of
from cogs.ui.parties.rhythms import suggest_rhythms
from cogs.ui.parties.search_presses import propose_search, read_times, typed_first


class PlanningCommands(commands.Cog):
    """Parse, and show the preview of what was asked for."""

    @app_commands.command(name="schedule", description=localised("party-schedule-command"))
    @app_commands.describe(
        when=localised("party-option-when"),
        channel=localised("party-option-channel"),
        **shared("episode", "to", "voice", "seats", "note", "for_role", *LESS_OFTEN, "length", "event", "wait"),
    )
    async def schedule(
        self,
        interaction: Press,
        when: str,
        episode: EpisodeNumber,
        to: EpisodeNumber | None = None,
        channel: discord.TextChannel | None = None,
        voice: Voice | None = None,
        seats: Seats | None = None,
        note: Note | None = None,
        for_role: discord.Role | None = None,
        call: discord.Role | None = None,
        seat_role: discord.Role | None = None,
        close_before: app_commands.Range[int, 1, 10080] | None = None,
        minimum: Seats | None = None,
        length: Minutes | None = None,
        event: bool | None = None,
        wait: bool = False,
    ) -> None:
        typed = await read_start(interaction, when)
        wish = await wish_of(
            interaction, typed, first=episode, last=to or episode,
            channel=channel, voice=voice, seats=seats, note=note, length=length, event=event, wait=wait,
            for_role=for_role, call=call, seat_role=seat_role, close_before=close_before, minimum=minimum,
        )  # fmt: skip
        await propose(interaction, typed, wish)

    @app_commands.command(name="find", description=localised("party-find-command"))
    @app_commands.describe(
        times=localised("party-option-times"),
        channel=localised("party-option-find-channel"),
        **shared("episode", "to", "voice", "seats", "note", "for_role", *LESS_OFTEN, "length", "event", "wait"),
    )
    async def find(
        self,
        interaction: Press,
        times: app_commands.Range[str, 1, LONGEST_LIST],
        episode: EpisodeNumber,
        to: EpisodeNumber | None = None,
        channel: discord.TextChannel | None = None,
        voice: Voice | None = None,
        seats: Seats | None = None,
        note: Note | None = None,
        for_role: discord.Role | None = None,
        call: discord.Role | None = None,
        seat_role: discord.Role | None = None,
        close_before: app_commands.Range[int, 1, 10080] | None = None,
        minimum: Seats | None = None,
        length: Minutes | None = None,
        event: bool | None = None,
        wait: bool = False,
    ) -> None:
        slots, zone = await read_times(interaction, times)
        wish = await wish_of(
            interaction, typed_first(slots, zone), first=episode, last=to or episode,
            channel=channel, voice=voice, seats=seats, note=note, length=length, event=event, wait=wait,
            for_role=for_role, call=call, seat_role=seat_role, close_before=close_before, minimum=minimum,
        )  # fmt: skip
        await propose_search(interaction, wish, slots)

    @app_commands.command(
        name="series",
        description=localised("party-series-command"),
    )
    @app_commands.describe(
        first=localised("party-option-first"),
        every=localised("party-option-every"),
        per_evening=localised("party-option-per-evening"),
        episode=localised("party-option-first-episode"),
        last=localised("party-option-last-episode"),
        weekdays=localised("party-option-weekdays"),
        evenings=localised("party-option-evenings"),
        until=localised("party-option-until"),
        skip=localised("party-option-skip"),
        channel=localised("party-option-channels"),
        **shared("voice", "seats", "note", "for_role", *LESS_OFTEN, "length", "event", "wait"),
    )
    @app_commands.autocomplete(every=suggest_rhythms)
    async def series(
        self,
        interaction: Press,
        first: str,
        every: str,
        per_evening: EpisodeNumber = 1,
        episode: EpisodeNumber = FIRST_EPISODE,
        last: EpisodeNumber = LAST_EPISODE,
        weekdays: str | None = None,
        evenings: app_commands.Range[int, 1, LAST_EPISODE] | None = None,
        until: str | None = None,
        skip: str | None = None,
        channel: discord.TextChannel | None = None,
        voice: Voice | None = None,
        seats: Seats | None = None,
        note: Note | None = None,
        for_role: discord.Role | None = None,
        call: discord.Role | None = None,
        seat_role: discord.Role | None = None,
        close_before: app_commands.Range[int, 1, 10080] | None = None,
        minimum: Seats | None = None,
        length: Minutes | None = None,
        event: bool | None = None,
        wait: bool = False,
    ) -> None:
        typed = await read_start(interaction, first)
        wish = await wish_of(
            interaction, typed, first=episode, last=last,
            channel=channel, voice=voice, seats=seats, note=note, length=length, event=event, wait=wait,
            for_role=for_role, call=call, seat_role=seat_role, close_before=close_before, minimum=minimum,
        )  # fmt: skip
        now, locale = interaction.client.app.clock.now(), asker_of(interaction).locale
        rule = rule_of(
            wish, now, locale, every=every, weekdays=weekdays, evenings=evenings, until=until, skip=skip
        )  # fmt: skip
        await propose(interaction, typed, replace(wish, rule=rule, per_evening=per_evening))

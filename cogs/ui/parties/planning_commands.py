"""`/party schedule` and `/party series`: the options with which a party is planned. The cog of parties has them."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.domain.phrases import LONGEST_LIST
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import asker_of
from cogs.ui.parties.option_texts import LESS_OFTEN, EpisodeNumber, Minutes, Note, Seats, Voice, shared
from cogs.ui.parties.planning import propose, read_start, rule_of, wish_of
from cogs.ui.parties.rhythms import suggest_rhythms
from cogs.ui.parties.search_presses import propose_search, read_times, typed_first


class PlanningCommands(commands.Cog):
    """Parse, and show the preview of what was asked for."""

    @app_commands.command(name="schedule", description=locale_str("Plan a watch party", key="party-schedule-command"))
    @app_commands.describe(
        when=locale_str("“friday 9pm”, “4 december 20:30”, “in 3 days”, or @time", key="party-option-when"),
        channel=locale_str("Where I post the card; leave empty for here", key="party-option-channel"),
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

    @app_commands.command(
        name="find", description=locale_str("Ask everybody when they can come, then plan", key="party-find-command")
    )
    @app_commands.describe(
        times=locale_str("“weekday evenings next week”, “sat or sun 20h Paris”", key="party-option-times"),
        channel=locale_str(
            "Where I ask, and later post the card; leave empty for here", key="party-option-find-channel"
        ),
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
        event: bool = True,
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
        description=locale_str("Plan an episode every week, or at another pace", key="party-series-command"),
    )
    @app_commands.describe(
        first=locale_str("The first evening: “friday 4 december 21:00”", key="party-option-first"),
        every=locale_str(
            "How often: “every week”, “every 3 days”, “third friday of the month”", key="party-option-every"
        ),
        per_evening=locale_str("How many episodes an evening; leave empty for one", key="party-option-per-evening"),
        episode=locale_str("The first episode; leave empty for 1", key="party-option-first-episode"),
        last=locale_str("The last episode; leave empty for 8", key="party-option-last-episode"),
        weekdays=locale_str(
            "Several days a week: “mon thu”; leave empty for that of the first", key="party-option-weekdays"
        ),
        evenings=locale_str("How many evenings at most", key="party-option-evenings"),
        until=locale_str("No evening after this day", key="party-option-until"),
        skip=locale_str("Days to skip, with commas: “25 december, 1 january”", key="party-option-skip"),
        channel=locale_str("Where I post the cards; leave empty for here", key="party-option-channels"),
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

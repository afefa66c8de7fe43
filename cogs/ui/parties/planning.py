"""From what somebody typed to a wish, for one party or for a series, and to its preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import discord

from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.locale import Locale
from bot.domain.series import Rule
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties.values import Wish
from bot.when import Asked, Reading, parse_day, parse_days, parse_rhythm, parse_weekdays, parse_when
from cogs.ui.kit.controls import Press
from cogs.ui.kit.reply import answer, asker_of, words_of
from cogs.ui.parties.options import call_role, for_roles, place_for, seat_role_of, tells_all
from cogs.ui.parties.preview import preview
from cogs.ui.parties.start_question import ask_draft_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The start that somebody typed: what it can mean, the zone in which it was read, and whether that is sure."""

    readings: tuple[Reading, ...]
    zone: str
    sure: bool


async def wish_of(
    interaction: Press,
    typed: Typed,
    *,
    first: int,
    last: int,
    channel: discord.TextChannel | None,
    voice: discord.VoiceChannel | discord.StageChannel | None,
    seats: int | None,
    note: str | None,
    length: int | None,
    event: bool | None,
    wait: bool,
    for_role: discord.Role | None,
    call: discord.Role | None,
    seat_role: discord.Role | None,
    close_before: int | None,
    minimum: int | None,
) -> Wish:
    """What one party and a series have in common. Raises EtoileError for a time or a place that cannot be."""
    asker, app = asker_of(interaction), interaction.client.app
    place = await place_for(interaction, channel)
    return Wish(
        channel_id=place,
        first_episode=first,
        last_episode=last,
        starts_at=typed.readings[0].instant,
        zone=typed.zone,
        zone_sure=typed.sure,
        locale=await app.parties.public_locale(asker),
        voice_id=None if voice is None else voice.id,
        seats=seats,
        note=note,
        length_minutes=length,
        mirror=tells_all(interaction, place) if event is None else event,
        wait_pauses=wait,
        role_ids=frozenset(for_roles(for_role) or ()),
        call_role_id=call_role(interaction, call),
        seat_role_id=seat_role_of(interaction, seat_role),
        closes_before=close_before,
        minimum=minimum,
    )


def rule_of(
    wish: Wish,
    now: datetime,
    locale: Locale,
    *,
    every: str,
    weekdays: str | None,
    evenings: int | None,
    until: str | None,
    skip: str | None,
) -> Rule:
    """The rule of a series that begins with this wish; `locale` is that of whoever typed the days.

    Raises EtoileError for a rhythm or a day that cannot be read, and for days of the week that contradict the rhythm.
    """
    zone, wall, rhythm = wish.zone, wall_of(wish.starts_at, wish.zone), parse_rhythm(every)
    days = rhythm.weekdays if weekdays is None else parse_weekdays(weekdays)
    if rhythm.every == "day" and weekdays is not None:
        if rhythm.step > 1:
            raise EtoileError("party-days-and-weekdays")
        rhythm = replace(rhythm, every="week")  # every day, of these days
    nth = rhythm.nth
    if rhythm.every == "month" and nth is None:
        nth = (wall.day - 1) // 7 + 1 if wall.day <= 28 else -1
    return Rule(
        zone=zone,
        first_day=wall.date(),
        at=wall.time().replace(second=0, microsecond=0),
        every=rhythm.every,
        step=rhythm.step,
        weekdays=days,
        nth=nth,
        times=evenings,
        until=None if until is None else parse_day(until, now=now, zone=zone, locale=locale),
        skips=frozenset() if skip is None else parse_days(skip, now=now, zone=zone, locale=locale),
    )


async def propose(interaction: Press, typed: Typed, wish: Wish) -> None:
    """Keep the wish as a draft, and show it to whoever wished for it; or ask first which moment was meant.

    Raises EtoileError when it cannot be.
    """
    app, words = interaction.client.app, words_of(interaction)
    found = await app.parties.draft(asker_of(interaction), wish)
    if len(typed.readings) == 1:
        await answer(interaction, preview(found, words, app.clock.now()))
        return
    starts = [reading.instant for reading in typed.readings]
    await answer(interaction, ask_draft_start(found.view.party, starts, words))


async def read_start(interaction: Press, text: str) -> Typed:
    """What somebody typed as the start of a party. Raises EtoileError for what cannot be read.

    Until the member has told a zone, the city of their language is taken; the preview asks when it matters.
    """
    app, asker = interaction.client.app, asker_of(interaction)
    now, known = app.clock.now(), await app.zones.zone_of(asker)
    zone = known or (PARIS if asker.locale is Locale.FR else NEW_YORK)
    readings = _readings(text, now=now, zone=zone, locale=asker.locale)
    if known is not None:
        return Typed(readings=readings, zone=zone, sure=True)
    try:
        elsewhere = _readings(text, now=now, zone=NEW_YORK if zone == PARIS else PARIS, locale=asker.locale)
    except EtoileError:
        elsewhere = ()
    same = [one.instant for one in elsewhere] == [one.instant for one in readings]
    return Typed(readings=readings, zone=zone, sure=same)


def _readings(text: str, *, now: datetime, zone: str, locale: Locale) -> tuple[Reading, ...]:
    try:
        return (parse_when(text, now=now, zone=zone, locale=locale),)
    except Asked as asked:
        return asked.readings

"""What presses do while a club is set up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
from discord import ui

from bot.domain.club import Piece
from bot.domain.party import MAX_SEATS
from bot.domain.phrases import LONGEST_LIST, text_of
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.errors import EtoileError
from bot.services.clubs.values import ClubDraft
from bot.services.parties.values import Edit, Wish
from bot.text import Words
from cogs.ui.clubs.controls import (
    DropButton,
    PiecesSelect,
    PlaceSelect,
    RolesSelect,
    RoomPlaceSelect,
    SeatsButton,
    StepButton,
    TimesButton,
    VoiceSelect,
    WhenButton,
)
from cogs.ui.clubs.setup_panel import setup_panel
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal, pressed
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.reply import answer, ask, asker_of, redraw, words_of
from cogs.ui.parties.options import place_for, tells_all
from cogs.ui.parties.planning import Typed, read_start, rule_of
from cogs.ui.parties.search_panel import search_preview
from cogs.ui.parties.search_presses import read_times, typed_first

WEEKLY = "every week"


async def start(
    interaction: Press, *, first: str | None, every: str | None, per_evening: int, skip: str | None
) -> None:
    """Take up what was left, or begin; with a first evening, that is read at once."""
    app, asker = interaction.client.app, asker_of(interaction)
    draft = await app.clubs.begin(asker, await place_for(interaction, None))
    if first is not None:
        draft = await plan(interaction, draft, first, every or WEEKLY, per_evening, skip)
    step = "when" if draft.preview is None or first is not None else "preview"
    await answer(interaction, setup_panel(draft, step, words_of(interaction)))


async def plan(
    interaction: Press, draft: ClubDraft, first: str, every: str, per_evening: int, skip: str | None
) -> ClubDraft:
    """Read the first evening and the rhythm. What cannot be read is handed back with the reason."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    try:
        typed = await read_start(interaction, first)
        if len(typed.readings) > 1:
            raise EtoileError("club-when-which", choices=" · ".join(f"`{each.text}`" for each in typed.readings))
        if not typed.sure:
            raise EtoileError("party-find-zone")
        wish = await _wish(interaction, draft, typed, per_evening)
        rule = rule_of(
            wish, app.clock.now(), asker.locale, every=every, weekdays=None, evenings=None, until=None,
            skip=skip or None,
        )  # fmt: skip
        return await app.clubs.plan(asker, draft.club.id, replace(wish, rule=rule))
    except EtoileError as error:
        raise _handed_back(error, words, first, every, skip or "") from None


def _handed_back(error: EtoileError, words: Words, *typed: str) -> EtoileError:
    quoted = " · ".join(f"`{one_line(each, 100).replace('`', '’')}`" for each in typed if each)
    return EtoileError("party-find-unread", why=words.error(error), typed=quoted)


async def _wish(interaction: Press, draft: ClubDraft, typed: Typed, per_evening: int) -> Wish:
    app, asker = interaction.client.app, asker_of(interaction)
    place = draft.club.channel_id if draft.preview is None else draft.preview.view.party.channel_id
    return Wish(
        channel_id=0,  # that of the club
        first_episode=FIRST_EPISODE,
        last_episode=LAST_EPISODE,
        starts_at=typed.readings[0].instant,
        zone=typed.zone,
        locale=await app.parties.public_locale(asker),
        per_evening=per_evening,
        mirror=tells_all(interaction, place),
    )


def _labelled(field: ui.TextInput[Any], words: Words, key: str, hint: str | None = None) -> ui.Label[Any]:
    return ui.Label(text=words(key), description=None if hint is None else words(hint), component=field)


class WhenForm(RoutedModal):
    """The first evening, the rhythm, episodes an evening, days to skip."""

    def __init__(self, draft: ClubDraft, words: Words) -> None:
        super().__init__(title=words("club-when-form"))
        self.draft = draft
        party = None if draft.preview is None else draft.preview.view.party
        first = None if party is None else text_of(party.starts_at, party.zone)
        self.first: ui.TextInput[WhenForm] = ui.TextInput(max_length=100, default=first)
        self.every: ui.TextInput[WhenForm] = ui.TextInput(max_length=60, default=words("club-every-week"))
        self.per_evening: ui.TextInput[WhenForm] = ui.TextInput(max_length=1, default="1")
        self.skip: ui.TextInput[WhenForm] = ui.TextInput(max_length=200, required=False)
        self.add_item(_labelled(self.first, words, "club-form-first", "club-form-first-hint"))
        self.add_item(_labelled(self.every, words, "club-form-every", "club-form-every-hint"))
        self.add_item(_labelled(self.per_evening, words, "club-form-per-evening"))
        self.add_item(_labelled(self.skip, words, "club-form-skip", "club-form-skip-hint"))

    async def submitted(self, interaction: Press) -> None:
        count = self.per_evening.value.strip()
        first, every, skip = self.first.value, self.every.value, self.skip.value.strip()
        if not count.isdecimal() or not FIRST_EPISODE <= int(count) <= LAST_EPISODE:
            wrong = EtoileError("club-per-evening-wrong", typed=one_line(count, 5))
            raise _handed_back(wrong, words_of(interaction), first, every, skip)
        draft = await plan(interaction, self.draft, first, every, int(count), skip)
        await redraw(interaction, setup_panel(draft, "when", words_of(interaction)))


class TimesForm(RoutedModal):
    """For which moments everybody is asked, and the rhythm from then on."""

    def __init__(self, draft: ClubDraft, words: Words) -> None:
        super().__init__(title=words("club-times-form"))
        self.draft = draft
        self.times: ui.TextInput[TimesForm] = ui.TextInput(max_length=LONGEST_LIST, style=discord.TextStyle.paragraph)
        self.every: ui.TextInput[TimesForm] = ui.TextInput(max_length=60, default=words("club-every-week"))
        self.add_item(_labelled(self.times, words, "party-find-form-times", "party-find-form-hint"))
        self.add_item(_labelled(self.every, words, "club-form-every", "club-form-every-hint"))

    async def submitted(self, interaction: Press) -> None:
        app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
        slots, zone = await read_times(interaction, self.times.value)
        wish = await _wish(interaction, self.draft, typed_first(slots, zone), 1)
        try:
            rule = rule_of(
                wish, app.clock.now(), asker.locale, every=self.every.value, weekdays=None, evenings=None,
                until=None, skip=None,
            )  # fmt: skip
        except EtoileError as error:
            raise _handed_back(error, words, self.times.value, self.every.value) from None
        search_id = await app.clubs.look_for_time(asker, self.draft.club.id, replace(wish, rule=rule), slots)
        await redraw(interaction, search_preview(await app.time_searches.draft(asker, search_id), words))


class SeatsForm(RoutedModal):
    """How many seats an evening has."""

    def __init__(self, draft: ClubDraft, words: Words) -> None:
        super().__init__(title=words("club-who-seats"))
        self.draft = draft
        self.seats: ui.TextInput[SeatsForm] = ui.TextInput(max_length=3, required=False)
        self.add_item(_labelled(self.seats, words, "party-edit-seats", "party-edit-seats-hint"))

    async def submitted(self, interaction: Press) -> None:
        written = self.seats.value.strip()
        if written and not written.isdecimal():
            raise EtoileError("party-seats-wrong", most=MAX_SEATS)
        await _changed(interaction, self.draft.club.id, Edit(seats=int(written or 0)), "who")


async def _changed(interaction: Press, club_id: int, edit: Edit, step: str) -> None:
    draft = await interaction.client.app.clubs.change(asker_of(interaction), club_id, edit)
    await redraw(interaction, setup_panel(draft, step, words_of(interaction)))


@pressed(StepButton)
async def turn(interaction: Press, control: StepButton) -> None:
    draft = await interaction.client.app.clubs.draft(asker_of(interaction), control.number("club_id"))
    await redraw(interaction, setup_panel(draft, control.word("step"), words_of(interaction)))


@pressed(WhenButton)
async def type_when(interaction: Press, control: WhenButton) -> None:
    draft = await interaction.client.app.clubs.draft(asker_of(interaction), control.number("club_id"))
    await ask(interaction, WhenForm(draft, words_of(interaction)))


@pressed(TimesButton)
async def type_times(interaction: Press, control: TimesButton) -> None:
    draft = await interaction.client.app.clubs.draft(asker_of(interaction), control.number("club_id"))
    await ask(interaction, TimesForm(draft, words_of(interaction)))


@pressed(PlaceSelect)
async def choose_place(interaction: Press, control: PlaceSelect) -> None:
    channel = interaction.guild.get_channel(control.channel_id or 0) if interaction.guild is not None else None
    text = channel if isinstance(channel, discord.TextChannel) else None
    place = await place_for(interaction, text)
    edit = Edit(channel_id=place, mirror=tells_all(interaction, place))
    await _changed(interaction, control.number("club_id"), edit, "where")


@pressed(RoomPlaceSelect)
async def choose_room_place(interaction: Press, control: RoomPlaceSelect) -> None:
    if control.channel_id is not None:
        _check_room_place(interaction, control.channel_id)
    clubs = interaction.client.app.clubs
    draft = await clubs.set_room_place(asker_of(interaction), control.number("club_id"), control.channel_id)
    await redraw(interaction, setup_panel(draft, "where", words_of(interaction)))


def _check_room_place(interaction: Press, channel_id: int) -> None:
    """Raises EtoileError where the member could not open a room themselves, and where I could not."""
    guild, member = interaction.guild, interaction.user
    channel = None if guild is None else guild.get_channel(channel_id)
    if guild is None or not isinstance(channel, discord.ForumChannel | discord.TextChannel):
        raise EtoileError("club-no-room-place")
    if isinstance(member, discord.Member):
        rights = channel.permissions_for(member)
        if not rights.view_channel or not rights.send_messages:
            raise EtoileError("party-place-not-yours")
    mine = channel.permissions_for(guild.me)
    forum = isinstance(channel, discord.ForumChannel)
    if not mine.view_channel or not mine.send_messages or not (forum or mine.create_public_threads):
        raise EtoileError("club-room-place-closed", channel=f"<#{channel_id}>")


@pressed(VoiceSelect)
async def choose_voice(interaction: Press, control: VoiceSelect) -> None:
    await _changed(interaction, control.number("club_id"), Edit(voice_id=control.channel_id or 0), "where")


@pressed(PiecesSelect)
async def choose_pieces(interaction: Press, control: PiecesSelect) -> None:
    if not set(control.values) <= set(Piece):
        raise EtoileError("error-button-gone")
    clubs, pieces = interaction.client.app.clubs, frozenset(map(Piece, control.values))
    draft = await clubs.set_pieces(asker_of(interaction), control.number("club_id"), pieces)
    await redraw(interaction, setup_panel(draft, "what", words_of(interaction)))


@pressed(RolesSelect)
async def choose_roles(interaction: Press, control: RolesSelect) -> None:
    everyone = interaction.guild_id
    roles = tuple(role_id for role_id in control.role_ids if role_id != everyone)
    await _changed(interaction, control.number("club_id"), Edit(role_ids=roles), "who")


@pressed(SeatsButton)
async def type_seats(interaction: Press, control: SeatsButton) -> None:
    draft = await interaction.client.app.clubs.draft(asker_of(interaction), control.number("club_id"))
    await ask(interaction, SeatsForm(draft, words_of(interaction)))


@pressed(DropButton)
async def drop(interaction: Press, control: DropButton) -> None:
    await interaction.client.app.clubs.drop(asker_of(interaction), control.number("club_id"))
    await redraw(interaction, panel.stack([panel.box(panel.text(words_of(interaction)("party-discarded")))]))

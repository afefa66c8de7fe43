"""What presses do while a time is looked for, and how a search begins."""

from __future__ import annotations

import logging
from datetime import datetime

import discord
from discord import ui

from bot.discordpy.codes import UNANSWERED, told
from bot.domain.cities import NEW_YORK, PARIS
from bot.domain.instants import from_ms
from bot.domain.locale import Locale
from bot.domain.phrases import LONGEST_LIST, Reading, text_of
from bot.domain.time_search import TimeSearch
from bot.errors import EtoileError
from bot.services.parties.searches import OwnTicks, check_slots
from bot.services.parties.values import Wish
from bot.text import Words
from bot.when import parse_slots
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal, pressed
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.links import jump
from cogs.ui.kit.reply import answer, ask, asker_of, begin, must_write, redraw, words_of
from cogs.ui.parties.planning import Typed
from cogs.ui.parties.preview import preview
from cogs.ui.parties.search_controls import (
    SearchDropButton,
    SearchEndButton,
    SearchHostButton,
    SearchPostButton,
    SearchTakeButton,
    SearchTakeSelect,
    SearchTimesButton,
    TickButton,
    TickSelect,
    TickWholeButton,
)
from cogs.ui.parties.search_drawing import draw_search, search_redraws_of
from cogs.ui.parties.search_panel import host_panel, own_ticks, search_preview, ticked_line

log = logging.getLogger(__name__)


async def read_times(interaction: Press, text: str) -> tuple[tuple[datetime, ...], str]:
    """The moments that somebody typed, and the zone of their clock. Raises EtoileError for what cannot be read, and
    where nobody has said on whose clock it was meant."""
    app, asker = interaction.client.app, asker_of(interaction)
    now, known = app.clock.now(), await app.zones.zone_of(asker)
    zone = known or (PARIS if asker.locale is Locale.FR else NEW_YORK)
    try:
        slots = parse_slots(text, now=now, zone=zone, locale=asker.locale)
        if known is None:
            other = NEW_YORK if zone == PARIS else PARIS
            if parse_slots(text, now=now, zone=other, locale=asker.locale) != slots:
                raise EtoileError("party-find-zone")
        check_slots(slots)
    except EtoileError as error:
        words = words_of(interaction)
        typed = f"`{one_line(text, LONGEST_LIST).replace('`', '’')}`"
        raise EtoileError("party-find-unread", why=words.error(error), typed=typed) from None
    return slots, zone


async def propose_search(interaction: Press, wish: Wish, slots: tuple[datetime, ...]) -> None:
    """Keep the wish and its moments as drafts, and show how they were read. Raises EtoileError."""
    search = await interaction.client.app.time_searches.propose(asker_of(interaction), wish, slots)
    await answer(interaction, search_preview(search, words_of(interaction)))


def typed_first(slots: tuple[datetime, ...], zone: str) -> Typed:
    """The first moment as the start that a wish needs."""
    reading = Reading(instant=slots[0], text=text_of(slots[0], zone), zone=zone)
    return Typed(readings=(reading,), zone=zone, sure=True)


class TimesForm(RoutedModal):
    """Other moments, with those that stand so far."""

    def __init__(self, search: TimeSearch, words: Words) -> None:
        super().__init__(title=words("party-find-form"))
        self.search = search
        listed = "; ".join(text_of(slot, search.zone) for slot in search.slots)
        self.times: ui.TextInput[TimesForm] = ui.TextInput(
            default=listed[:LONGEST_LIST], max_length=LONGEST_LIST, style=discord.TextStyle.paragraph
        )
        self.add_item(
            ui.Label(
                text=words("party-find-form-times"), description=words("party-find-form-hint"), component=self.times
            )
        )

    async def submitted(self, interaction: Press) -> None:
        app, asker = interaction.client.app, asker_of(interaction)
        slots, _ = await read_times(interaction, self.times.value)
        search = await app.time_searches.offer_instead(asker, self.search.id, slots)
        await redraw(interaction, search_preview(search, words_of(interaction)))


@pressed(SearchTimesButton)
async def type_other_times(interaction: Press, control: SearchTimesButton) -> None:
    search = await interaction.client.app.time_searches.draft(asker_of(interaction), control.number("search_id"))
    await ask(interaction, TimesForm(search, words_of(interaction)))


@pressed(SearchDropButton)
async def drop_search(interaction: Press, control: SearchDropButton) -> None:
    await interaction.client.app.time_searches.discard(asker_of(interaction), control.number("search_id"))
    await redraw(interaction, panel.stack([panel.box(panel.text(words_of(interaction)("party-discarded")))]))


@pressed(SearchPostButton)
async def post_search(interaction: Press, control: SearchPostButton) -> None:
    must_write(interaction)
    app, words, search_id = interaction.client.app, words_of(interaction), control.number("search_id")
    await begin(interaction)
    search = await app.time_searches.post(asker_of(interaction), search_id)
    try:
        await draw_search(interaction.client, search_id, app.clock.now())
    except UNANSWERED as error:  # its job posts it as soon as Discord takes it
        log.warning("a search for a time in channel %s is posted later: %s", search.channel_id, told(error))
    view = await app.time_searches.find(search_id)
    search = search if view is None else view.search
    key = "party-find-posted" if search.message_id else "party-find-posted-later"
    link = panel.link(words("party-to-card"), jump(search.guild_id, search.channel_id, search.message_id))
    text = panel.text(words(key, channel=f"<#{search.channel_id}>"))
    await redraw(interaction, panel.stack([panel.box(text, panel.row(link if search.message_id else None))]))


@pressed(TickButton)
async def open_own_ticks(interaction: Press, control: TickButton) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    own = await app.time_searches.look(asker, control.number("search_id"))
    if not own.view.search.open_at(app.clock.now()):
        raise EtoileError("party-find-closed")
    zones = await app.zones.of(asker)
    await answer(interaction, own_ticks(own, zones.own, words_of(interaction), app.clock.now()))


@pressed(TickSelect)
async def tick(interaction: Press, control: TickSelect) -> None:
    await _ticked(interaction, control.number("search_id"), {from_ms(number) for number in control.numbers})


@pressed(TickWholeButton)
async def tick_whole(interaction: Press, control: TickWholeButton) -> None:
    search_id, what = control.number("search_id"), control.word("what")
    own = await interaction.client.app.time_searches.look(asker_of(interaction), search_id)
    every = set(own.view.search.slots)
    wanted = {"all": every, "none": set[datetime](), "back": None}
    if what not in wanted:
        raise EtoileError("error-button-gone")
    await _ticked(interaction, search_id, wanted[what])


async def _ticked(interaction: Press, search_id: int, slots: set[datetime] | None) -> None:
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    own: OwnTicks = await app.time_searches.tick(asker, search_id, slots)
    zones = await app.zones.of(asker)
    await redraw(interaction, own_ticks(own, zones.own, words, app.clock.now(), told=ticked_line(own, words)))
    search_redraws_of(interaction.client).changed(search_id)


@pressed(SearchHostButton)
async def open_host_panel(interaction: Press, control: SearchHostButton) -> None:
    app = interaction.client.app
    view = await app.time_searches.steered(asker_of(interaction), control.number("search_id"))
    await answer(interaction, host_panel(view, words_of(interaction), app.clock.now()))


@pressed(SearchTakeButton)
async def take_best(interaction: Press, control: SearchTakeButton) -> None:
    await _take(interaction, control.number("search_id"), control.number("at"))


@pressed(SearchTakeSelect)
async def take_other(interaction: Press, control: SearchTakeSelect) -> None:
    await _take(interaction, control.number("search_id"), control.numbers[0])


async def _take(interaction: Press, search_id: int, at_ms: int) -> None:
    """The draft at this moment, as planning shows it."""
    app = interaction.client.app
    try:
        slot = from_ms(at_ms)
    except OverflowError:  # no date is that far off: the button was not drawn by the bot
        raise EtoileError("error-button-gone") from None
    found = await app.time_searches.choose(asker_of(interaction), search_id, slot)
    await redraw(interaction, preview(found, words_of(interaction), app.clock.now()))


@pressed(SearchEndButton)
async def end_search(interaction: Press, control: SearchEndButton) -> None:
    app = interaction.client.app
    view = await app.time_searches.end(asker_of(interaction), control.number("search_id"))
    search_redraws_of(interaction.client).changed(view.search.id)
    await redraw(interaction, host_panel(view, words_of(interaction), app.clock.now()))

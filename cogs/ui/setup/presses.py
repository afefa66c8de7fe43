"""What presses in the set-up do: store the choice at once, then show the page again."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.domain.locale import Locale
from bot.domain.visibility import NOTHING
from bot.domain.zone_names import find_zones
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.admin import move_log, noting_move, show_titles
from cogs.ui.kit.controls import (
    Press,
    RoutedModal,
    pressed,
)
from cogs.ui.kit.reply import answer, ask, asker_of, begin, redraw, words_of
from cogs.ui.setup.controls import (
    CityButton,
    GoSelect,
    HorizonSelect,
    HostsSelect,
    LocaleSelect,
    NewsButton,
    PageButton,
    PlaceSelect,
    ProposedButton,
    TitlesSelect,
    UsualButton,
    ZoneSelect,
)
from cogs.ui.setup.test_card import RemoveButton, TestButton
from cogs.ui.setup.usual import names_of, usual_for
from cogs.ui.setup.wizard import FOLLOW, PAGES, Page, wizard


@pressed(PageButton)
async def on_page(interaction: Press, button: PageButton) -> None:
    settings = await interaction.client.app.setup.open(asker_of(interaction))
    view = await wizard(interaction, _page(button.word("page")), settings)
    private = interaction.message is not None and interaction.message.flags.ephemeral
    await (redraw(interaction, view) if private else answer(interaction, view))


@pressed(UsualButton)
async def on_usual(interaction: Press, button: UsualButton) -> None:
    usual = usual_for(interaction)
    settings = await interaction.client.app.setup.use_usual(
        asker_of(interaction), zone=usual.zone, channel_id=usual.channel_id
    )
    await redraw(interaction, await wizard(interaction, "start", settings))


@pressed(ProposedButton)
async def on_proposed(interaction: Press, button: ProposedButton) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    proposed = await app.horizons.proposed(asker, names_of(interaction.guild))
    await begin(interaction)
    for channel_id, episode in proposed.items():
        async with noting_move(interaction) as note:
            await app.horizons.move(asker, channel_id=channel_id, parent_id=None, episode=episode, note=note)
    await redraw(interaction, await wizard(interaction, "start", await app.setup.open(asker)))


@pressed(GoSelect)
async def on_go(interaction: Press, select: GoSelect) -> None:
    settings = await interaction.client.app.setup.open(asker_of(interaction))
    await redraw(interaction, await wizard(interaction, _page(select.values[0]), settings))


@pressed(LocaleSelect)
async def on_locale(interaction: Press, select: LocaleSelect) -> None:
    chosen = None if select.values[0] == FOLLOW else Locale.of(select.values[0])
    settings = await interaction.client.app.setup.set_locale(asker_of(interaction), chosen)
    await redraw(interaction, await wizard(interaction, "language", settings))


@pressed(ZoneSelect)
async def on_zone(interaction: Press, select: ZoneSelect) -> None:
    name = None if select.values[0] == FOLLOW else select.values[0]
    settings = await interaction.client.app.setup.set_zone(asker_of(interaction), name)
    await redraw(interaction, await wizard(interaction, "zone", settings))


@pressed(CityButton)
async def on_city(interaction: Press, button: CityButton) -> None:
    await interaction.client.app.setup.open(asker_of(interaction))
    await ask(interaction, CityForm(words_of(interaction)))


class CityForm(RoutedModal):
    """A city: its zone, when there is just one of that name, else those that it can mean."""

    def __init__(self, words: Words) -> None:
        super().__init__(title=words("setup-city-title"))
        self._city: ui.TextInput[Any] = ui.TextInput(max_length=60, placeholder=words("setup-city-example"))
        self.add_item(ui.Label(text=words("setup-city-label"), component=self._city))

    async def submitted(self, interaction: Press) -> None:
        setup, asker = interaction.client.app.setup, asker_of(interaction)
        found = find_zones(self._city.value)
        try:
            settings = await setup.set_zone(asker, self._city.value)
        except EtoileError as error:
            if error.key != "when-zone-unknown":
                raise
            if not found:
                raise EtoileError("setup-city-unknown") from None
            settings = await setup.open(asker)
            await redraw(interaction, await wizard(interaction, "zone", settings, zones=found))
        else:
            await redraw(interaction, await wizard(interaction, "zone", settings))


@pressed(PlaceSelect)
async def on_place(interaction: Press, select: PlaceSelect) -> None:
    app, asker, use = interaction.client.app, asker_of(interaction), select.word("use")
    if use == "log":
        settings = await app.setup.open(asker)
        if select.channel_id != settings.log_channel_id:
            await begin(interaction)
            await move_log(interaction, select.channel_id)
            settings = await app.setup.open(asker)
        await redraw(interaction, await wizard(interaction, "log", settings))
        return
    field = "party_channel_id" if use == "parties" else "poll_channel_id"
    settings = await app.setup.set_channels(asker, **{field: select.channel_id})
    await redraw(interaction, await wizard(interaction, "channels", settings))


@pressed(HostsSelect)
async def on_hosts(interaction: Press, select: HostsSelect) -> None:
    settings = await interaction.client.app.setup.set_hosts(asker_of(interaction), select.role_ids)
    await redraw(interaction, await wizard(interaction, "hosts", settings))


@pressed(HorizonSelect)
async def on_horizon(interaction: Press, select: HorizonSelect) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    episode = int(select.values[0]) if select.values[0].isdecimal() else NOTHING
    async with noting_move(interaction) as note:
        await app.horizons.move(asker, channel_id=None, parent_id=None, episode=episode, note=note)
    await redraw(interaction, await wizard(interaction, "spoilers", await app.setup.open(asker)))


@pressed(TitlesSelect)
async def on_titles(interaction: Press, select: TitlesSelect) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    await show_titles(interaction, shown=select.values[0] == "shown")
    await redraw(interaction, await wizard(interaction, "spoilers", await app.setup.open(asker)))


@pressed(NewsButton)
async def on_news(interaction: Press, button: NewsButton) -> None:
    settings = await interaction.client.app.setup.set_announce(asker_of(interaction), announce=button.number("on") == 1)
    await redraw(interaction, await wizard(interaction, "news", settings))


def _page(written: str) -> Page:
    return written if written in PAGES else "start"


CONTROLS = (
    PageButton,
    UsualButton,
    ProposedButton,
    GoSelect,
    LocaleSelect,
    ZoneSelect,
    CityButton,
    PlaceSelect,
    HostsSelect,
    HorizonSelect,
    TitlesSelect,
    NewsButton,
    TestButton,
    RemoveButton,
)

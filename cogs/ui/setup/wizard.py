"""The set-up: one panel that only the moderator sees, a page for each question. Every choice is stored at once, so the
panel can be left at any page; opened again it shows what was chosen."""

from __future__ import annotations

from typing import Any, Literal, get_args

import discord
from discord import ui

from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.visibility import LAST_EPISODE, NOTHING
from bot.domain.walltime import wall_of
from bot.domain.zone_names import find_zones
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.admin import log_moved, move_log
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedChannelSelect, RoutedModal, RoutedRoleSelect, RoutedSelect
from cogs.ui.parties.text import hour
from cogs.ui.setup.checks import Checks, check, check_lines, grant_link
from cogs.ui.setup.test_card import RemoveButton, TestButton

Page = Literal["start", "language", "zone", "channels", "hosts", "spoilers", "log", "news", "check"]
PAGES: tuple[Page, ...] = get_args(Page)
STEPS = PAGES[1:]
FOLLOW = "follow"
"""Stands for "as Discord says" among the languages, and for "none" among the zones."""


class PageButton(RoutedButton, route="v1:setup:page:{page}"):
    """Turns to a page. On a public message (the hello) it opens the panel for the presser alone."""

    async def pressed(self, interaction: Press) -> None:
        settings = await interaction.client.app.setup.open(asker_of(interaction))
        view = wizard(interaction, _page(self.word("page")), settings)
        private = interaction.message is not None and interaction.message.flags.ephemeral
        await (redraw(interaction, view) if private else answer(interaction, view))


class GoSelect(RoutedSelect, route="v1:setup:go"):
    """Turns to any page."""

    async def pressed(self, interaction: Press) -> None:
        settings = await interaction.client.app.setup.open(asker_of(interaction))
        await redraw(interaction, wizard(interaction, _page(self.values[0]), settings))


class LocaleSelect(RoutedSelect, route="v1:setup:locale"):
    """The language of public messages."""

    async def pressed(self, interaction: Press) -> None:
        chosen = None if self.values[0] == FOLLOW else Locale.of(self.values[0])
        settings = await interaction.client.app.setup.set_locale(asker_of(interaction), chosen)
        await redraw(interaction, wizard(interaction, "language", settings))


class ZoneSelect(RoutedSelect, route="v1:setup:zone"):
    """The server's zone."""

    async def pressed(self, interaction: Press) -> None:
        name = None if self.values[0] == FOLLOW else self.values[0]
        settings = await interaction.client.app.setup.set_zone(asker_of(interaction), name)
        await redraw(interaction, wizard(interaction, "zone", settings))


class CityButton(RoutedButton, route="v1:setup:city"):
    """Asks for a city that is not in the list."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.setup.open(asker_of(interaction))
        await interaction.response.send_modal(CityForm(words_of(interaction)))


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
            await redraw(interaction, wizard(interaction, "zone", settings, zones=found))
        else:
            await redraw(interaction, wizard(interaction, "zone", settings))


class PlaceSelect(RoutedChannelSelect, route="v1:setup:place:{use}"):
    """The channel for parties, for polls, or for the log."""

    async def pressed(self, interaction: Press) -> None:
        app, asker, use = interaction.client.app, asker_of(interaction), self.word("use")
        if use == "log":
            settings = await app.setup.open(asker)
            if self.channel_id != settings.log_channel_id:
                await interaction.response.defer()
                await move_log(interaction, self.channel_id)
                settings = await app.setup.open(asker)
            await redraw(interaction, wizard(interaction, "log", settings))
            return
        field = "party_channel_id" if use == "parties" else "poll_channel_id"
        settings = await app.setup.set_channels(asker, **{field: self.channel_id})
        await redraw(interaction, wizard(interaction, "channels", settings))


class HostsSelect(RoutedRoleSelect, route="v1:setup:hosts"):
    """Who may host."""

    async def pressed(self, interaction: Press) -> None:
        settings = await interaction.client.app.setup.set_hosts(asker_of(interaction), self.role_ids)
        await redraw(interaction, wizard(interaction, "hosts", settings))


class HorizonSelect(RoutedSelect, route="v1:setup:horizon"):
    """The server's horizon."""

    async def pressed(self, interaction: Press) -> None:
        app, asker = interaction.client.app, asker_of(interaction)
        episode = int(self.values[0]) if self.values[0].isdecimal() else NOTHING
        change = await app.horizons.move(asker, channel_id=None, parent_id=None, episode=episode)
        await redraw(interaction, wizard(interaction, "spoilers", await app.setup.open(asker)))
        await log_moved(interaction, change)


class TitlesSelect(RoutedSelect, route="v1:setup:titles"):
    """Whether episode titles are spoilers."""

    async def pressed(self, interaction: Press) -> None:
        app, asker = interaction.client.app, asker_of(interaction)
        await app.horizons.show_titles(asker, shown=self.values[0] == "shown")
        await redraw(interaction, wizard(interaction, "spoilers", await app.setup.open(asker)))


class NewsButton(RoutedButton, route="v1:setup:news:{on:int}"):
    """Whether the server hears of a changed standing of the series."""

    async def pressed(self, interaction: Press) -> None:
        settings = await interaction.client.app.setup.set_announce(
            asker_of(interaction), announce=self.number("on") == 1
        )
        await redraw(interaction, wizard(interaction, "news", settings))


CONTROLS = (
    PageButton,
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


def _page(written: str) -> Page:
    return written if written in PAGES else "start"


def wizard(interaction: Press, page: Page, settings: GuildSettings, *, zones: list[str] | None = None) -> ui.LayoutView:
    """The panel at one page. `zones`: what a city can mean that was typed."""
    words = words_of(interaction)
    checks = check(interaction.guild, settings)
    if page == "start":
        items = _start(settings, checks, words)
    elif page == "check":
        items = _check(interaction, checks, words)
    else:
        items = _step(page, settings, words, zones)
        if zones is None:
            items[1:1] = _remarks(interaction, page, settings, checks, words)
    return panel.stack([panel.box(*items, *_turning(page, words))])


def _turning(page: Page, words: Words) -> list[panel.Item]:
    """Back, on, and to any page."""
    at = PAGES.index(page)
    buttons: list[panel.Item] = []
    if at > 0:
        buttons.append(PageButton.draw("◀", page=PAGES[at - 1]))
    if at + 1 < len(PAGES):
        label = words("setup-begin") if at == 0 else words("setup-next")
        buttons.append(PageButton.draw(label, style=discord.ButtonStyle.primary, page=PAGES[at + 1]))
    elif at > 0:
        buttons.append(PageButton.draw(words("setup-overview"), page="start"))
    return [*panel.rows(buttons)]


def _start(settings: GuildSettings, checks: Checks, words: Words) -> list[panel.Item | None]:
    """What was chosen so far, and the way to every page."""
    lines = [f"**{words(f'setup-{page}-title')}** · {_chosen(page, settings, words)}" for page in STEPS[:-1]]
    health = "setup-check-fine" if checks.fine else "setup-check-not-fine"
    lines.append(f"**{words('setup-check-title')}** · {words(health, count=len(checks.missing))}")
    options = [discord.SelectOption(label=words(f"setup-{page}-title"), value=page) for page in STEPS]
    return [
        panel.text(f"## {words('setup-title')}\n{words('setup-intro')}"),
        panel.rule(),
        panel.text("\n".join(lines)),
        panel.rule(),
        panel.row(GoSelect.draw(options, placeholder=words("setup-go"))),
    ]


def _chosen(page: Page, settings: GuildSettings, words: Words) -> str:
    """What was chosen on a page, on one line."""
    open_choice = words("setup-not-chosen")
    if page == "language":
        return words("setup-language-follow") if settings.locale is None else words(f"setup-language-{settings.locale}")
    if page == "zone":
        return settings.zone or open_choice
    if page == "channels":
        named = ((settings.party_channel_id, "parties"), (settings.poll_channel_id, "polls"))
        found = [f"{words(f'setup-check-{use}')} <#{channel}>" for channel, use in named if channel is not None]
        return ", ".join(found) or words("setup-channels-none")
    if page == "hosts":
        roles = " ".join(f"<@&{role_id}>" for role_id in sorted(settings.host_role_ids))
        return roles or words("setup-hosts-all")
    if page == "spoilers":
        titles = words("setup-titles-shown" if settings.titles_shown else "setup-titles-hidden")
        return f"{words('admin-level-short', episode=settings.horizon)} · {titles}"
    if page == "log":
        return words("setup-log-none") if settings.log_channel_id is None else f"<#{settings.log_channel_id}>"
    if settings.announce and settings.party_channel_id is None and settings.poll_channel_id is None:
        return words("setup-news-waits")
    return words("setup-news-on" if settings.announce else "setup-news-off")


def _step(page: Page, settings: GuildSettings, words: Words, zones: list[str] | None) -> list[panel.Item | None]:
    """One question: where we are, what it is about, and its controls."""
    count = f"-# {words('setup-step', step=PAGES.index(page), steps=len(STEPS))}"
    head = panel.text(f"{count}\n## {words(f'setup-{page}-title')}\n{words(f'setup-{page}-text')}")
    return [head, *_controls(page, settings, words, zones), panel.text(f"-# {words('setup-saved')}")]


def _remarks(
    interaction: Press, page: Page, settings: GuildSettings, checks: Checks, words: Words
) -> list[panel.Item | None]:
    """What a choice that was made comes to: the time on the server's clock, who can read the log."""
    if page == "zone" and settings.zone is not None:
        wall = wall_of(interaction.client.app.clock.now(), settings.zone)
        return [panel.text(words("setup-zone-now", zone=settings.zone, time=hour(wall, words)))]
    if page == "log" and checks.public_log:
        return [panel.text(words("setup-log-public", channel=f"<#{settings.log_channel_id}>"))]
    return []


def _controls(page: Page, settings: GuildSettings, words: Words, zones: list[str] | None) -> list[panel.Item | None]:
    if page == "language":
        options = [
            _option(words("setup-language-follow"), FOLLOW, chosen=settings.locale is None),
            *(
                _option(words(f"setup-language-{locale}"), locale, chosen=settings.locale is locale)
                for locale in Locale
            ),
        ]
        return [panel.row(LocaleSelect.draw(options))]
    if page == "zone":
        return _zone_controls(settings, words, zones)
    if page == "channels":
        return [
            panel.text(words("setup-channels-parties")),
            panel.row(_place(settings.party_channel_id, "parties", words)),
            panel.text(words("setup-channels-polls")),
            panel.row(_place(settings.poll_channel_id, "polls", words)),
        ]
    if page == "hosts":
        return [panel.row(HostsSelect.draw(sorted(settings.host_role_ids), placeholder=words("setup-hosts-all")))]
    if page == "spoilers":
        return _spoiler_controls(settings, words)
    if page == "log":
        return [panel.row(_place(settings.log_channel_id, "log", words))]
    return _news_controls(settings, words)


def _option(label: str, value: str, *, chosen: bool, description: str | None = None) -> discord.SelectOption:
    return discord.SelectOption(label=label[:100], value=value, default=chosen, description=description)


def _place(chosen: int | None, use: str, words: Words) -> PlaceSelect:
    return PlaceSelect.draw(chosen, placeholder=words("setup-place-none"), use=use)


def _zone_controls(settings: GuildSettings, words: Words, zones: list[str] | None) -> list[panel.Item | None]:
    # What somebody is asked back stands unchosen: choosing what is chosen already would tell the bot nothing.
    chosen = settings.zone if zones is None else None
    offered = (zones or find_zones(""))[:23]
    if chosen is not None and chosen not in offered:
        offered.insert(0, chosen)
    options = [
        _option(zone.rsplit("/", 1)[-1].replace("_", " "), zone, chosen=zone == chosen, description=zone)
        for zone in offered
    ]
    options.append(_option(words("setup-zone-none"), FOLLOW, chosen=False))
    hint = None if zones is None else panel.text(words("setup-zone-which"))
    return [
        hint,
        panel.row(ZoneSelect.draw(options, placeholder=words("setup-zone-choose"))),
        panel.row(CityButton.draw(words("setup-zone-other"))),
    ]


def _spoiler_controls(settings: GuildSettings, words: Words) -> list[panel.Item | None]:
    levels = [
        _option(words("admin-level-short", episode=level).capitalize(), str(level), chosen=level == settings.horizon)
        for level in range(NOTHING, LAST_EPISODE + 1)
    ]
    titles = [
        _option(words(f"setup-titles-{key}").capitalize(), key, chosen=settings.titles_shown is (key == "shown"))
        for key in ("hidden", "shown")
    ]
    return [
        panel.row(HorizonSelect.draw(levels)),
        panel.text(words("setup-titles-text")),
        panel.row(TitlesSelect.draw(titles)),
    ]


def _news_controls(settings: GuildSettings, words: Words) -> list[panel.Item | None]:
    channel = settings.party_channel_id or settings.poll_channel_id
    where = words("setup-news-nowhere") if channel is None else words("setup-news-where", channel=f"<#{channel}>")
    return [
        panel.text(where),
        panel.row(
            NewsButton.draw(
                words("setup-news-yes"),
                style=discord.ButtonStyle.success if settings.announce else discord.ButtonStyle.secondary,
                on=1,
            ),
            NewsButton.draw(
                words("setup-news-no"),
                style=discord.ButtonStyle.secondary if settings.announce else discord.ButtonStyle.success,
                on=0,
            ),
        ),
    ]


def _check(interaction: Press, checks: Checks, words: Words) -> list[panel.Item | None]:
    """What is missing where, and the test card."""
    count = f"-# {words('setup-step', step=PAGES.index('check'), steps=len(STEPS))}"
    look = "setup-check-look" if checks.missing else "setup-status-not-fine"
    verdict = words("setup-check-all-fine" if checks.fine else look)
    return [
        panel.text(f"{count}\n## {words('setup-check-title')}\n{verdict}"),
        *panel.paragraphs(check_lines(checks, words)),
        panel.row(
            TestButton.draw(words("setup-test")),
            PageButton.draw(words("setup-check-again"), page="check"),
            grant_link(interaction, checks, words),
        ),
    ]

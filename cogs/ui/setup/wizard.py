"""The set-up: one panel that only the moderator sees, a page for each question. Every choice is stored at once, so the
panel can be left at any page; opened again it shows what was chosen."""

from __future__ import annotations

from typing import Literal, get_args

import discord
from discord import ui

from bot.domain.guild_settings import GuildSettings
from bot.domain.locale import Locale
from bot.domain.visibility import LAST_EPISODE, NOTHING
from bot.domain.walltime import wall_of
from bot.domain.zone_names import find_zones
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.reply import words_of
from cogs.ui.kit.routes import (
    Press,
)
from cogs.ui.parties.text import hour
from cogs.ui.setup.checks import Checks, check, check_lines, grant_link
from cogs.ui.setup.controls import (
    CityButton,
    GoSelect,
    HorizonSelect,
    HostsSelect,
    LocaleSelect,
    NewsButton,
    PageButton,
    PlaceSelect,
    TitlesSelect,
    ZoneSelect,
)
from cogs.ui.setup.test_card import TestButton

Page = Literal["start", "language", "zone", "channels", "hosts", "spoilers", "log", "news", "check"]
PAGES: tuple[Page, ...] = get_args(Page)
STEPS = PAGES[1:]
FOLLOW = "follow"
"""Stands for "as Discord says" among the languages, and for "none" among the zones."""


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

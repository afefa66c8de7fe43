"""The set-up: one panel that only the moderator sees, a page for each question. Every choice is stored at once, so the
panel can be left at any page; opened again it shows what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
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
from cogs.ui.kit.controls import (
    Press,
)
from cogs.ui.kit.reply import asker_of, words_of
from cogs.ui.parties.text import city, hour
from cogs.ui.setup.checks import MISSING, Checks, check, check_lines, grant_link
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
from cogs.ui.setup.test_card import TestButton
from cogs.ui.setup.usual import Usual, is_open, names_of, usual_for

Page = Literal["start", "language", "zone", "channels", "hosts", "spoilers", "log", "news", "check"]
PAGES: tuple[Page, ...] = get_args(Page)
STEPS = PAGES[1:]
OPEN, DONE = "○", "✔"
PROPOSED = 6
"""So many proposed horizons are named; the press sets all of them."""
FOLLOW = "follow"
"""Stands for "as Discord says" among the languages, and for "none" among the zones."""


async def wizard(
    interaction: Press, page: Page, settings: GuildSettings, *, zones: list[str] | None = None
) -> ui.LayoutView:
    """The panel at one page. `zones`: what a city can mean that was typed."""
    words = words_of(interaction)
    checks = check(interaction.guild, settings)
    if page in ("start", "spoilers"):
        names = names_of(interaction.guild)
        proposed = await interaction.client.app.horizons.proposed(asker_of(interaction), names)
    else:
        proposed = {}
    if page == "start":
        items = _start(settings, checks, words, usual_for(interaction), proposed)
    elif page == "check":
        items = _check(interaction, checks, words)
    else:
        items = _step(page, settings, words, zones)
        if zones is None:
            items[1:1] = _remarks(interaction, page, settings, checks, words)
        items += _proposed(proposed, words)
    return panel.stack([panel.box(*items, *_turning(page, words, offered=page == "start" and is_open(settings)))])


def _turning(page: Page, words: Words, *, offered: bool = False) -> list[panel.Item]:
    """Back, on, and to any page. `offered`: what is likelier stands above."""
    at = PAGES.index(page)
    buttons: list[panel.Item] = []
    if at > 0:
        buttons.append(PageButton.draw("◀", page=PAGES[at - 1]))
    if at + 1 < len(PAGES):
        label = words("setup-begin") if at == 0 else words("setup-next")
        style = discord.ButtonStyle.secondary if offered else discord.ButtonStyle.primary
        on = PageButton.draw(label, style=style, page=PAGES[at + 1])
        usual = UsualButton.draw(words("setup-usual"), style=discord.ButtonStyle.primary) if offered else None
        buttons += [usual, on] if usual is not None else [on]
    elif at > 0:
        buttons.append(PageButton.draw(words("setup-overview"), page="start"))
    return [*panel.rows(buttons)]


def _start(
    settings: GuildSettings, checks: Checks, words: Words, usual: Usual, proposed: Mapping[int, int]
) -> list[panel.Item | None]:
    """What was chosen so far, what is still open, one press that settles it, and the way to every page."""
    lines = [
        f"{_tick(page, settings)} **{words(f'setup-{page}-title')}** · {_chosen(page, settings, words)}"
        for page in STEPS[:-1]
    ]
    health = "setup-check-fine" if checks.fine else "setup-check-not-fine"
    mark = DONE if checks.fine else MISSING
    lines.append(f"{mark} **{words('setup-check-title')}** · {words(health, count=len(checks.missing))}")
    options = [discord.SelectOption(label=words(f"setup-{page}-title"), value=page) for page in STEPS]
    return [
        panel.text(f"## {words('setup-title')}\n{words('setup-intro')}"),
        panel.text("\n".join(lines)),
        *_proposed(proposed, words),
        panel.text(f"-# {_usual_line(usual, words)}") if is_open(settings) else None,
        panel.row(GoSelect.draw(options, placeholder=words("setup-go"))),
    ]


def _usual_line(usual: Usual, words: Words) -> str:
    if usual.channel_id is None:
        return words("setup-usual-zone", zone=city(usual.zone))
    return words("setup-usual-what", zone=city(usual.zone), channel=f"<#{usual.channel_id}>")


def _tick(page: Page, settings: GuildSettings) -> str:
    """Whether a page still wants an answer. Most have a usual one."""
    unset = {
        "zone": settings.zone is None,
        "channels": settings.party_channel_id is None or settings.poll_channel_id is None,
        "log": settings.log_channel_id is None,
    }
    return OPEN if unset.get(page, False) else DONE


def _proposed(proposed: Mapping[int, int], words: Words) -> list[panel.Item]:
    """Horizons for channels whose names ask for one, with the press that sets them all."""
    if not proposed:
        return []
    named = [f"<#{channel}> · {words('admin-level-short', episode=level)}" for channel, level in proposed.items()]
    lines = [*named[:PROPOSED], *(["…"] if len(named) > PROPOSED else [])]
    told = "\n".join([words("setup-proposed"), *(f"- {line}" for line in lines)])
    return [panel.section(told, ProposedButton.draw(words("setup-proposed-set")))]


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

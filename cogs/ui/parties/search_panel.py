"""How a search for a time looks: to its host before it is posted, to everybody, to whoever ticks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import discord
from discord import ui

from bot.domain.cities import two_cities
from bot.domain.instants import to_ms
from bot.domain.time_search import SearchState, TimeSearch
from bot.domain.walltime import wall_of
from bot.pictures.easel import Picture
from bot.services.parties.search_picture import draw_overlap
from bot.services.parties.searches import OwnTicks, SearchView
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
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
from cogs.ui.parties.text import cities, city, episodes_named, hour, wall_time

BAR = 8
"""Fields of the longest bar."""
FEW = 5
"""So many moments are also told on the clocks of both cities; of more, a phone would show a part alone."""


def search_preview(search: TimeSearch, words: Words) -> ui.LayoutView:
    """The moments as they were read, for the host alone."""
    lines = [words("party-find-preview", name=_name(search, words), count=len(search.slots))]
    few = len(search.slots) <= FEW
    for number, slot in enumerate(search.slots, start=1):
        lines.append(f"{number}. **{wall_time(slot, search.zone, words)}**")
        lines += [f"-# {_both(slot, words)}"] if few else []
    odd = _remark(search.slots, words)
    place = words("party-find-where", channel=f"<#{search.channel_id}>", city=city(search.zone))
    buttons = [
        SearchPostButton.draw(words("party-find-post"), style=discord.ButtonStyle.success, search_id=search.id),
        SearchTimesButton.draw(words("party-find-other-times"), search_id=search.id),
        SearchDropButton.draw(words("party-discard"), search_id=search.id),
    ]
    text = "\n".join([*lines, *odd, place])
    return panel.stack([panel.box(panel.text(text), panel.row(*buttons))])


def search_card(view: SearchView, words: Words, now: datetime, *, picture: Item | None = None) -> ui.LayoutView:
    """The public message: the moments, how many each suits, and the way to tick."""
    search = view.search
    lines = [f"### {words('party-find-title', name=_name(search, words))}", _standing(view, words, now)]
    if view.role_ids and search.state is SearchState.OPEN:
        roles = " ".join(f"<@&{role_id}>" for role_id in sorted(view.role_ids))
        lines.append(words("party-only-for", roles=roles))
    items: list[Item | None] = [panel.text("\n".join(lines))]
    if search.state in (SearchState.OPEN, SearchState.CLOSED):
        heat = _heat(view, words, now, pictured=picture is not None)
        items += [panel.text("\n".join(heat)), picture, _buttons(view, words, now)]
    return panel.stack([panel.box(*items)])


def _standing(view: SearchView, words: Words, now: datetime) -> str:
    """Who asks, until when, or how it ended."""
    search = view.search
    if search.state is SearchState.DONE and search.chosen is not None:
        return words("party-find-done", when=stamp(search.chosen), soon=stamp(search.chosen, "R"))
    if search.state is SearchState.OVER:
        return words("party-find-was-over")
    if not search.open_at(now):
        return words("party-find-was-closed", host=f"<@{search.host_id}>")
    closes = stamp(search.closes_at)
    return words("party-find-asks", host=f"<@{search.host_id}>", until=closes, soon=stamp(search.closes_at, "R"))


def _heat(view: SearchView, words: Words, now: datetime, *, pictured: bool) -> list[str]:
    """The moments and how many each suits, with bars once somebody ticked, unless a picture has them. Each reader sees
    the moment in their own zone; of a few, both cities stand below."""
    most = max((slot.count for slot in view.slots), default=0)
    best = view.best(now)
    lines: list[str] = []
    for slot in view.slots:
        bar = heat_bar(slot.count, most)
        star = " ⭐" if best is not None and slot.at == best.at else ""
        moment = stamp(slot.at) if slot.at > now else f"~~{stamp(slot.at)}~~"
        count = words("party-find-count", count=slot.count)
        short = pictured or not most
        lines.append(f"**{moment}**{star} · {count}" if short else f"**{moment}**{star}\n{bar} {count}")
        lines += [f"-# {_both(slot.at, words)}"] if len(view.slots) <= FEW else []
    lines += _remark([slot.at for slot in view.slots], words)
    lines.append(f"-# {words('party-find-voters', count=view.voters)}")
    return lines


def heat_bar(count: int, most: int) -> str:
    """A bar of eight fields, as long as the count is beside the most."""
    full = -(-count * BAR // most) if most else 0
    return "▰" * full + "▱" * (BAR - full)


def _both(instant: datetime, words: Words) -> str:
    return cities(instant, words).split("\n")[0]


def _remark(slots: Sequence[datetime], words: Words) -> list[str]:
    """That the two cities are not six hours apart at one of these moments."""
    odd = next((slot for slot in slots if not two_cities(slot).usual), None)
    return [] if odd is None else cities(odd, words).split("\n")[1:]


def _buttons(view: SearchView, words: Words, now: datetime) -> Item | None:
    search = view.search
    tick = TickButton.draw(words("party-find-tick"), style=discord.ButtonStyle.success, emoji="🗓️", search_id=search.id)
    host = SearchHostButton.draw(words("party-find-host"), search_id=search.id)
    return panel.row(tick if search.open_at(now) else None, host)


# -- for one member alone


def own_ticks(own: OwnTicks, zone: str | None, words: Words, now: datetime, *, told: str = "") -> ui.LayoutView:
    """The moments on the member's own clock, with both cities beside; what they ticked is chosen already. `zone`:
    theirs, None while it is not known."""
    search = own.view.search
    used = zone or search.zone
    text = [told] if told else []
    text.append(words("party-find-mine", city=city(used), own=int(zone is not None)))
    ahead = search.ahead(now)
    options = [
        discord.SelectOption(
            label=wall_time(slot, used, words)[:100],
            description=_both(slot, words)[:100],
            value=str(to_ms(slot)),
            default=own.slots is not None and slot in own.slots,
        )
        for slot in ahead
    ]
    select = TickSelect.draw(
        options, placeholder=words("party-find-choose"), max_values=len(options), search_id=search.id
    )
    buttons = [
        TickWholeButton.draw(words("party-find-all"), what="all", search_id=search.id),
        TickWholeButton.draw(words("party-find-none"), what="none", search_id=search.id),
    ]
    if own.slots is not None:
        buttons.append(TickWholeButton.draw(words("party-find-back"), what="back", search_id=search.id))
    return panel.stack([panel.box(panel.text("\n".join(text)), panel.row(select), panel.row(*buttons))])


def ticked_line(own: OwnTicks, words: Words) -> str:
    """What is on record of a member now."""
    if own.slots is None:
        return words("party-find-taken-back")
    return words("party-find-kept", count=len(own.slots))


def host_panel(view: SearchView, words: Words, now: datetime) -> ui.LayoutView:
    """For the host: how it stands, how many cannot come at all, and the presses that end it."""
    search, best = view.search, view.best(now)
    lines = [
        words("party-find-voters", count=view.voters),
        words("party-find-never", count=view.never),
    ]
    items: list[Item | None] = []
    if search.state in (SearchState.OPEN, SearchState.CLOSED):
        if best is None:
            lines.append(words("party-find-no-best"))
        else:
            lines.append(words("party-find-best", when=stamp(best.at), count=best.count))
            take = SearchTakeButton.draw(
                words("party-find-take"), style=discord.ButtonStyle.success, at=to_ms(best.at), search_id=search.id
            )
            items.append(panel.row(take))
        by_count = sorted(view.slots, key=lambda slot: (-slot.count, slot.at))
        options = [
            discord.SelectOption(
                label=wall_time(slot.at, search.zone, words)[:100],
                description=words("party-find-count", count=slot.count),
                value=str(to_ms(slot.at)),
            )
            for slot in by_count
            if slot.at > now
        ]
        if options:
            choose = SearchTakeSelect.draw(options, placeholder=words("party-find-take-other"), search_id=search.id)
            items.append(panel.row(choose))
        label = "party-find-close" if search.state is SearchState.OPEN else "party-find-give-up"
        items.append(panel.row(SearchEndButton.draw(words(label), search_id=search.id)))
    else:
        lines.append(words("party-find-over"))
    return panel.stack([panel.box(panel.text("\n".join(lines)), *items)])


def result_text(view: SearchView, words: Words, now: datetime) -> str:
    """What the host is told when nobody can tick any more."""
    best = view.best(now)
    name = _name(view.search, words)
    if best is None:
        return words("party-find-result-none", name=name, never=view.never)
    return words("party-find-result", name=name, when=stamp(best.at), count=best.count, never=view.never)


async def overlap(view: SearchView, words: Words, now: datetime) -> Picture | None:
    """The heat map as a picture, once somebody ticked."""
    search, best = view.search, view.best(now)
    if best is None or search.state not in (SearchState.OPEN, SearchState.CLOSED):
        return None

    def day(when: date) -> str:
        weekday = words(f"party-weekday-{when.weekday()}")
        return words("party-find-day", weekday=weekday[:3], day=str(when.day), month=words(f"date-month-{when.month}"))

    where = city(search.zone)
    at, best_day = hour(wall_of(best.at, search.zone), words), day(wall_of(best.at, search.zone).date())
    return await draw_overlap(
        view,
        now,
        title=words("party-find-picture"),
        headline=_name(search, words),
        foot=words("party-find-foot", city=where, count=view.voters),
        alt=words("party-find-alt", best=f"{best_day}, {at}", city=where, count=best.count),
        day=day,
        hour=lambda when: hour(when, words),
    )


def _name(search: TimeSearch, words: Words) -> str:
    return episodes_named(search.first_episode, search.last_episode, words)

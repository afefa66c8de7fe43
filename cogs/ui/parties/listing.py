"""The server's parties, page by page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from discord import ui

from bot.domain.party import Party, State
from bot.domain.series import Evening
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import ListButton
from cogs.ui.parties.text import episodes, episodes_named

PAGE = 8


def listed(
    parties: Sequence[Party],
    joined: Collection[int],
    words: Words,
    *,
    page: int,
    endings: Mapping[int, Evening],
) -> ui.LayoutView:
    """Parties that are on or ahead, with a mark where the reader comes. `endings`: the last date of each series, by its
    id, that has more dates than stand here."""
    last = {party.series_id: party.id for party in parties if party.series_id is not None}
    last_of = {last[series_id]: ending for series_id, ending in endings.items() if series_id in last}
    pages = max(1, -(-len(parties) // PAGE))
    page = min(max(page, 0), pages - 1)
    head = [f"### {words('party-list-title')}"]
    if not parties:
        head.append(words("party-list-empty"))
    if pages > 1:
        head.append(f"-# {words('party-page', page=page + 1, pages=pages)}")
    entries: list[Item] = []
    for party in parties[page * PAGE : (page + 1) * PAGE]:
        lines = [_entry(party, party.id in joined, words)]
        if party.id in last_of:
            lines.append(f"-# {_goes_on(last_of[party.id], words)}")
        entries.append(panel.text("\n".join(lines)))
    turn: list[Item] = []
    if pages > 1:
        turn = [
            ListButton.draw("◀", disabled=page == 0, page=page - 1),
            ListButton.draw("▶", disabled=page + 1 == pages, page=page + 1),
        ]
    return panel.stack([panel.box(panel.text("\n".join(head)), *entries, *panel.rows(turn))])


def _goes_on(ending: Evening, words: Words) -> str:
    name = episodes_named(ending.first_episode, ending.last_episode, words)
    return words("party-list-goes-on", until=stamp(ending.occurrence.instant, "D"), name=name)


def _entry(party: Party, comes: bool, words: Words) -> str:
    """What it is, how soon, and whether the reader comes; below it the date."""
    name = episodes(party, words)
    if party.message_id is not None:
        name = f"[{name}]({jump(party.guild_id, party.channel_id, party.message_id)})"
    marks = [f"✅ {words('party-list-you')}"] if comes else []
    if party.state is State.LIVE:
        marks.append(words("party-list-live"))
    if party.state is State.PLANNED:
        marks.append(words("party-list-planned"))
    told = " · ".join([f"**{name}**", stamp(party.starts_at, "R"), *marks])
    return f"{told}\n-# {stamp(party.starts_at)}"

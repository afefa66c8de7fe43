"""After a party: the end card, counting what was watched, catching up, who was there."""

from __future__ import annotations

import discord
from discord import ui

from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui import recaps
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, words_of
from cogs.ui.kit.routes import Press, RoutedButton
from cogs.ui.parties.text import heading, names
from cogs.ui.polls.refresh import url_of
from cogs.ui.progress import UndoButton, standing


class WatchedButton(RoutedButton, route="v1:party:watched:{party_id:int}"):
    """Counts the party's episode as watched; the only way in which a party moves anybody's progress."""

    async def pressed(self, interaction: Press) -> None:
        words = words_of(interaction)
        asker = asker_of(interaction)
        change, episode = await interaction.client.app.party_clock.watched(asker, self.number("party_id"))
        poll = await _next_question(interaction)
        line = words("party-counted", episode=episode) if change.moved else words("party-counted-already")
        undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None
        private = f"-# {words('progress-private')}"
        more = [panel.text(words("party-next-question"))] if poll is not None else []
        await answer(
            interaction,
            panel.stack(
                [
                    panel.box(
                        panel.text(f"{line} {standing(change.now, words)}\n{private}"), *more, panel.row(undo, poll)
                    )
                ]
            ),
        )


async def _next_question(interaction: Press) -> Item | None:
    """The way to an arc of the server, which asks at each episode, while the presser has not answered all of theirs."""
    poll = await interaction.client.app.polls.voting.next_question(asker_of(interaction))
    url = None if poll is None else url_of(poll)
    return None if url is None else panel.link(words_of(interaction)("party-to-poll"), url)


class CatchUpButton(RoutedButton, route="v1:party:catchup:{party_id:int}"):
    """What happened so far, up to where the presser is."""

    async def pressed(self, interaction: Press) -> None:
        await recaps.reply(interaction, await interaction.client.app.recaps.so_far(asker_of(interaction), "upto"))


class AttendanceButton(RoutedButton, route="v1:party:there:{party_id:int}"):
    """Who was there, for the hosts alone: it tells who counted the episode."""

    async def pressed(self, interaction: Press) -> None:
        words = words_of(interaction)
        view = await interaction.client.app.parties.guard(asker_of(interaction), self.number("party_id"))
        there = view.attended
        line = words("party-there", count=len(there), names=names(words, there, most=60))
        await answer(interaction, panel.stack([panel.box(panel.text(line if there else words("party-there-nobody")))]))


def after(view: PartyView, words: Words) -> list[Item]:
    """What can be pressed when it is over, by all and, below, by the hosts."""
    party = view.party
    episode = party.last_episode if view.clock is None else view.clock.watched(party.first_episode)
    for_all = [
        WatchedButton.draw(words("party-count", episode=episode), style=discord.ButtonStyle.success, party_id=party.id),
        CatchUpButton.draw(words("party-catch-up"), party_id=party.id),
    ]
    for_hosts = [AttendanceButton.draw(words("party-attendance"), party_id=party.id)]
    return [*panel.rows(for_all), panel.text(f"-# {words('party-for-hosts')}"), *panel.rows(for_hosts)]


def over(view: PartyView, words: Words) -> ui.LayoutView:
    """The end card: what was watched, what can be pressed, what comes next."""
    lines = [
        f"### {words('party-clock-over', name=heading(view, words))}",
        words(f"party-over-{view.party.ended or 'host'}"),
    ]
    if view.following:
        following = view.following[0].instant
        lines.append(words("party-next-time", when=stamp(following), soon=stamp(following, "R")))
    return panel.stack([panel.box(panel.text("\n".join(lines)), *after(view, words))])

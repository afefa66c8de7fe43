"""The sheet: a poll for one member alone, with their ballot; the gate before it; and what comes of presses on both."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

import discord
from discord import ui

from bot.domain.poll import MOST_BUTTONS, NotReached
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.services.polls.values import Recorded, Sheet
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedSelect
from cogs.ui.polls import text as lines
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.polls.results import results_message
from cogs.ui.progress import UndoButton, noted

T = TypeVar("T")


class SheetButton(RoutedButton, route="v1:poll:sheet:{poll:int}"):
    """Vote, or My ballot: the poll for the presser alone."""

    async def pressed(self, interaction: Press) -> None:
        await show_sheet(interaction, self.number("poll"))


async def show_sheet(interaction: Press, poll_id: int) -> None:
    """Answer with the poll as this member sees it, or with the gate before it."""
    sheet = await or_gate(interaction, interaction.client.app.polls.voting.sheet(asker_of(interaction), poll_id))
    if sheet is not None:
        await answer(interaction, sheet_panel(sheet, words_of(interaction)))


class ResultsButton(RoutedButton, route="v1:poll:results:{poll:int}"):
    """The outcome so far, for the presser alone."""

    async def pressed(self, interaction: Press) -> None:
        await show_results(interaction, self.number("poll"))


class PictureButton(RoutedButton, route="v1:poll:picture:{poll:int}"):
    """On results of before the picture stood in them: the results, with it."""

    async def pressed(self, interaction: Press) -> None:
        await show_results(interaction, self.number("poll"))


async def show_results(interaction: Press, poll_id: int) -> None:
    """Answer with what this member may see of the outcome, or with the gate before it."""
    result = await or_gate(interaction, interaction.client.app.polls.voting.result(asker_of(interaction), poll_id))
    if result is not None:
        view, files = await results_message(result, words_of(interaction))
        await answer(interaction, view, files=files)


async def or_gate(interaction: Press, asked: Awaitable[T]) -> T | None:
    """What was asked for; or None, where the member has not reached it and is answered with the gate before it."""
    try:
        return await asked
    except NotReached as gate:
        await answer(interaction, gate_panel(gate, words_of(interaction)))
        return None


class PickButton(RoutedButton, route="v1:poll:pick:{poll:int}:{episode:int}:{place:int}"):
    """One answer on a member's own sheet."""

    async def pressed(self, interaction: Press) -> None:
        voting, poll_id = interaction.client.app.polls.voting, self.number("poll")
        await _redraw_sheet(
            interaction,
            await voting.press(asker_of(interaction), poll_id, self.number("place"), episode=self.number("episode")),
        )


class PickSelect(RoutedSelect, route="v1:poll:choose:{poll:int}:{episode:int}"):
    """All answers on a member's own sheet."""

    async def pressed(self, interaction: Press) -> None:
        voting, poll_id = interaction.client.app.polls.voting, self.number("poll")
        await _redraw_sheet(
            interaction,
            await voting.choose(asker_of(interaction), poll_id, places_of(self.values), episode=self.number("episode")),
        )


class BackButton(RoutedButton, route="v1:poll:back:{poll:int}:{episode:int}"):
    """Takes the ballot back."""

    async def pressed(self, interaction: Press) -> None:
        voting, poll_id = interaction.client.app.polls.voting, self.number("poll")
        await _redraw_sheet(
            interaction, await voting.withdraw(asker_of(interaction), poll_id, episode=self.number("episode"))
        )


class EpisodeSelect(RoutedSelect, route="v1:poll:episode:{poll:int}"):
    """In an arc: about which episode the sheet is."""

    async def pressed(self, interaction: Press) -> None:
        sheet = await interaction.client.app.polls.voting.sheet(
            asker_of(interaction), self.number("poll"), episode=self.numbers[0]
        )
        await redraw(interaction, sheet_panel(sheet, words_of(interaction)))


class SeenButton(RoutedButton, route="v1:poll:seen:{poll:int}:{episode:int}"):
    """ "I have seen it": sets the progress, shows the poll, and offers to undo."""

    async def pressed(self, interaction: Press) -> None:
        app, words = interaction.client.app, words_of(interaction)
        change = await app.progress.tell(interaction.user.id, self.number("episode"))
        sheet = await app.polls.voting.sheet(asker_of(interaction), self.number("poll"))
        undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None
        told = noted(words("progress-noted"), change.now, words) if change.moved else None
        await redraw(interaction, sheet_panel(sheet, words, told=told, undo=undo))


class NeverMindButton(RoutedButton, route="v1:poll:never"):
    """Closes the gate again."""

    async def pressed(self, interaction: Press) -> None:
        await redraw(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("poll-never-minded")))))


async def _redraw_sheet(interaction: Press, recorded: Recorded) -> None:
    """The sheet with what was recorded: one answer, which also says it. The public card follows by itself."""
    words = words_of(interaction)
    await redraw(interaction, sheet_panel(recorded.sheet, words, told=outcome_line(recorded, words)))
    if recorded.outcome != "unchanged":
        drawer_of(interaction.client).changed(recorded.sheet.poll.id)


def places_of(values: list[str]) -> frozenset[int]:
    """The answers that a select's values mean; anything else in them is ignored."""
    return frozenset(int(value) for value in values if value.isdecimal())


# -- how they look


def outcome_line(recorded: Recorded, words: Words) -> str:
    """What was recorded, in one sentence; in an arc also for which episode."""
    sheet = recorded.sheet
    if recorded.outcome == "withdrawn" or not sheet.mine:
        gone = "poll-withdrawn" if recorded.outcome == "withdrawn" else "poll-nothing-to-take-back"
        return words(gone, episode=sheet.episode)
    chosen = lines.chosen(sheet.wording, sheet.mine, words)
    return words(f"poll-{recorded.outcome}", answers=chosen, episode=sheet.episode)


def sheet_panel(
    sheet: Sheet, words: Words, *, told: str | None = None, undo: UndoButton | None = None
) -> ui.LayoutView:
    """The poll for one member: their ballot, and the counts if they may see them."""
    poll, wording = sheet.poll, sheet.wording
    head = lines.question(wording)
    if poll.arc:
        head += f"\n{words('poll-about-episode', episode=sheet.episode)}"
    elif wording.blurb:
        head += f"\n{wording.blurb}"
    if sheet.tally is not None:
        body = lines.counted(wording, sheet.tally, words, mine=sheet.mine)
    else:
        body = lines.listed(wording, words, mine=sheet.mine)
    last: list[panel.Item] = []
    if poll.state == "open" and sheet.mine:
        last.append(BackButton.draw(words("poll-take-back"), poll=poll.id, episode=sheet.episode))
    last.append(ResultsButton.draw(words("poll-results"), poll=poll.id))
    return panel.stack(
        [
            panel.box(
                panel.text(told) if told else None,
                panel.text(head),
                _episodes(sheet, words),
                panel.text(body),
                *(_picks(sheet, words) if poll.state == "open" else []),
                panel.row(*last, undo),
                panel.text(f"-# {lines.secrecy(poll, words)}\n-# {lines.facts(poll, sheet.voters, words)}"),
                colour=lines.colour(wording, sheet.tally),
            )
        ]
    )


def _episodes(sheet: Sheet, words: Words) -> ui.ActionRow[ui.LayoutView] | None:
    if not sheet.poll.arc:
        return None
    options = [
        discord.SelectOption(
            label=words("poll-episode", episode=episode),
            value=str(episode),
            description=words("poll-episode-voted" if episode in sheet.ballots else "poll-episode-open"),
            default=episode == sheet.episode,
        )
        for episode in range(FIRST_EPISODE, min(sheet.reached, LAST_EPISODE) + 1)
    ]
    return panel.row(EpisodeSelect.draw(options, poll=sheet.poll.id))


def _picks(sheet: Sheet, words: Words) -> list[ui.ActionRow[ui.LayoutView] | None]:
    poll = sheet.poll
    if len(poll.answers) <= MOST_BUTTONS:
        return [
            panel.row(
                *(
                    PickButton.draw(
                        lines.button_label(label),
                        style=discord.ButtonStyle.success if place in sheet.mine else discord.ButtonStyle.secondary,
                        emoji="✔️" if place in sheet.mine else None,
                        poll=poll.id,
                        episode=sheet.episode,
                        place=place,
                    )
                    for place, label in enumerate(sheet.wording.answers)
                )
            )
        ]
    options = [
        discord.SelectOption(label=lines.button_label(label), value=str(place), default=place in sheet.mine)
        for place, label in enumerate(sheet.wording.answers)
    ]
    select = PickSelect.draw(
        options,
        placeholder=words("poll-choose"),
        max_values=poll.most,
        poll=poll.id,
        episode=sheet.episode,
    )
    return [panel.row(select)]


def gate_panel(gate: NotReached, words: Words) -> ui.LayoutView:
    """What who has not reached the poll gets: what it spoils, a way in, and a way out. Nothing of the poll itself."""
    never = NeverMindButton.draw(words("poll-never-mind"))
    if gate.arc and gate.episode == FIRST_EPISODE:
        seen = [
            SeenButton.draw(words("poll-episode", episode=episode), poll=gate.poll_id, episode=episode)
            for episode in range(FIRST_EPISODE, LAST_EPISODE + 1)
        ]
        text = words("poll-gate-arc")
        return panel.stack([panel.box(panel.text(text), *panel.rows([*seen, never], width=3))])
    style = discord.ButtonStyle.primary
    seen_it = SeenButton.draw(words("poll-have-seen"), style=style, poll=gate.poll_id, episode=gate.episode)
    text = f"{words('poll-not-reached', episode=gate.episode)}\n-# {words('poll-gate-about')}"
    return panel.stack([panel.box(panel.text(text), panel.row(seen_it, never))])

"""What whoever may manage a poll does with it: from its panel, its forms and the commands of the same names."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
from discord import ui

from bot.domain.hosting import may_moderate
from bot.domain.log_note import LogNote
from bot.domain.poll import ANSWER_LENGTH, MOST_ANSWERS, QUESTION_LENGTH, NotReached, Poll
from bot.errors import EtoileError
from bot.services.polls.export import HEADS
from bot.services.polls.values import Listed
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import escaped, many_lines, one_line
from cogs.ui.kit.links import card_url
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, begin, redraw, say, words_of
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import (
    AddButton,
    CloseButton,
    DeleteButton,
    EndButton,
    ExportButton,
    PageButton,
    ReopenButton,
    RewordButton,
    SpoilsSelect,
)
from cogs.ui.polls.listing import list_panel
from cogs.ui.polls.manage_panel import delete_panel, manage_panel, title_of
from cogs.ui.polls.refresh import drawer_of

MOST_NAMES = 100
"""So many voters of an export are named: each one is asked for."""
TYPED = 2000


async def close(interaction: Press, poll_id: int) -> None:
    """Close the poll now; its result follows."""
    words = words_of(interaction)
    named = title_of(await interaction.client.app.polls.managed(asker_of(interaction), poll_id), words)
    async with noting_poll(interaction, "closed") as note:
        poll = await interaction.client.app.polls.close(asker_of(interaction), poll_id, note)
    await say(interaction, f"{named}\n{words('poll-closing', channel=f'<#{poll.channel_id}>')}")


async def reopen(interaction: Press, poll_id: int, typed: str) -> None:
    """Open a closed poll again."""
    words = words_of(interaction)
    named = title_of(await interaction.client.app.polls.managed(asker_of(interaction), poll_id), words)
    async with noting_poll(interaction, "reopened") as note:
        poll = await interaction.client.app.polls.reopen(asker_of(interaction), poll_id, typed, note)
    drawer_of(interaction.client).changed(poll_id)
    await say(interaction, f"{named}\n{words('poll-reopened', until=lines.until(poll, words))}")


async def ask_delete(interaction: Press, poll_id: int) -> None:
    """Ask before a poll is deleted: its ballots cannot be brought back."""
    words = words_of(interaction)
    listed = await interaction.client.app.polls.managed(asker_of(interaction), poll_id)
    await answer(interaction, delete_panel(listed, words))


async def export(interaction: Press, poll_id: int) -> None:
    """The counts as a file, for the asker alone."""
    words = words_of(interaction)
    heads = {head: words(f"poll-csv-{head}") for head in HEADS}

    async def names_of(user_ids: Sequence[int]) -> dict[int, str]:
        if interaction.guild is None:
            return {}
        await begin(interaction, thinking=True)
        found = {user_id: await _name(interaction.guild, user_id) for user_id in user_ids[:MOST_NAMES]}
        return {user_id: name for user_id, name in found.items() if name is not None}

    table = await interaction.client.app.polls.export(asker_of(interaction), poll_id, heads, names_of)
    file = discord.File(io.BytesIO(table), filename=f"etoile-poll-{poll_id}.csv")
    await say(interaction, words("poll-exported"), files=[file])


async def _name(guild: discord.Guild, user_id: int) -> str | None:
    try:
        member = guild.get_member(user_id) or await guild.fetch_member(user_id)
    except discord.HTTPException:  # they left, or Discord does not answer: the id stands there alone
        return None
    return member.display_name


async def manage(interaction: Press, poll_id: int) -> None:
    """The panel of whoever may manage the poll."""
    asker = asker_of(interaction)
    listed = await interaction.client.app.polls.managed(asker, poll_id)
    moderates = may_moderate(asker, listed.poll.channel)
    await answer(interaction, manage_panel(listed, words_of(interaction), moderates=moderates))


def noting_poll(interaction: Press, what: str) -> AbstractAsyncContextManager[LogNote | None]:
    """One line for the moderators."""

    def line(words: Words, poll: Poll | None) -> str | None:
        return None if poll is None else poll_line(interaction, poll, what, words)

    return noting(interaction, line)


def poll_line(interaction: Press, poll: Poll, what: str, words: Words, **values: int) -> str:
    """Who did what to which poll. What was asked is not in it: a log is read at every point of the season."""
    who, url = f"<@{interaction.user.id}>", card_url(poll)
    card = f"<#{poll.channel_id}>" + (f" · [{words('poll-to-card')}]({url})" if url else "")
    return words(f"poll-log-{what}", who=who, card=card, **values)


@pressed(AddButton)
async def open_add(interaction: Press, button: AddButton) -> None:
    """Ask for one more option."""
    await interaction.client.app.polls.managed(asker_of(interaction), button.number("poll"))
    await ask(interaction, AnswerForm(words_of(interaction), button.number("poll")))


@pressed(RewordButton)
async def open_reword(interaction: Press, button: RewordButton) -> None:
    """Ask for other words, before the first ballot."""
    listed = await interaction.client.app.polls.managed(asker_of(interaction), button.number("poll"))
    if listed.wording is None:
        raise NotReached(listed.poll)
    if listed.voters:
        raise EtoileError("poll-has-ballots")
    await ask(interaction, RewordForm(words_of(interaction), listed))


@pressed(EndButton)
async def open_end(interaction: Press, button: EndButton) -> None:
    """Ask for another end."""
    await interaction.client.app.polls.managed(asker_of(interaction), button.number("poll"))
    await ask(interaction, EndForm(words_of(interaction), button.number("poll")))


@pressed(CloseButton)
async def press_close(interaction: Press, button: CloseButton) -> None:
    """The end, now."""
    await close(interaction, button.number("poll"))


@pressed(ReopenButton)
async def press_reopen(interaction: Press, button: ReopenButton) -> None:
    """Open again."""
    await reopen(interaction, button.number("poll"), "")


@pressed(DeleteButton)
async def press_delete(interaction: Press, button: DeleteButton) -> None:
    """Ask first, then delete."""
    poll_id = button.number("poll")
    if not button.number("sure"):
        await ask_delete(interaction, poll_id)
        return
    named = title_of(await interaction.client.app.polls.managed(asker_of(interaction), poll_id), words_of(interaction))
    async with noting_poll(interaction, "deleted") as note:
        await interaction.client.app.polls.delete(asker_of(interaction), poll_id, note)
    drawer_of(interaction.client).changed(poll_id)
    await redraw(interaction, panel.panel(panel.box(panel.text(f"{named}\n{words_of(interaction)('poll-deleted')}"))))


@pressed(SpoilsSelect)
async def set_gate(interaction: Press, select: SpoilsSelect) -> None:
    """A moderator says what the poll spoils; its card follows at once."""
    poll_id, asker, words = select.number("poll"), asker_of(interaction), words_of(interaction)
    async with noting_poll(interaction, "gated") as note:
        await interaction.client.app.polls.set_gate(asker, poll_id, select.numbers[0], note)
    drawer_of(interaction.client).changed(poll_id)
    listed = await interaction.client.app.polls.managed(asker, poll_id)
    await redraw(interaction, manage_panel(listed, words, moderates=True))


@pressed(ExportButton)
async def press_export(interaction: Press, button: ExportButton) -> None:
    """The counts as a file."""
    await export(interaction, button.number("poll"))


@pressed(PageButton)
async def turn_page(interaction: Press, button: PageButton) -> None:
    """Another page of the list."""
    page = await interaction.client.app.polls.list(asker_of(interaction), button.number("page"))
    await redraw(interaction, list_panel(page, words_of(interaction)))


# -- forms


class AnswerForm(RoutedModal):
    """One more answer."""

    def __init__(self, words: Words, poll_id: int) -> None:
        super().__init__(title=words("poll-add"))
        self._poll_id = poll_id
        self._label: ui.TextInput[Any] = ui.TextInput(max_length=ANSWER_LENGTH)
        self.add_item(ui.Label(text=words("poll-add-label"), component=self._label))

    async def submitted(self, interaction: Press) -> None:
        words = words_of(interaction)
        label = one_line(self._label.value, TYPED)
        async with noting_poll(interaction, "added") as note:
            await interaction.client.app.polls.add_answer(asker_of(interaction), self._poll_id, label, note)
        drawer_of(interaction.client).changed(self._poll_id)
        await say(interaction, words("poll-added-done", answer=escaped(label)))


class RewordForm(RoutedModal):
    """Question and answers in other words."""

    def __init__(self, words: Words, listed: Listed) -> None:
        super().__init__(title=words("poll-reword"))
        self._poll_id = listed.poll.id
        wording = listed.wording
        self._question: ui.TextInput[Any] = ui.TextInput(
            max_length=QUESTION_LENGTH, default=wording.question if wording else None
        )
        self._labels: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=MOST_ANSWERS * 120,
            default="\n".join(label.text for label in wording.answers) if wording else None,
        )
        self.add_item(ui.Label(text=words("poll-form-question"), component=self._question))
        self.add_item(ui.Label(text=words("poll-form-answers"), component=self._labels))

    async def submitted(self, interaction: Press) -> None:
        labels = [line for line in many_lines(self._labels.value, TYPED).split("\n") if line.strip()]
        question = one_line(self._question.value, TYPED)
        await interaction.client.app.polls.reword(
            asker_of(interaction), self._poll_id, question=question, labels=labels
        )
        drawer_of(interaction.client).changed(self._poll_id)
        await say(interaction, f"{words_of(interaction)('poll-reworded')}\n**{escaped(question)}**")


class EndForm(RoutedModal):
    """When the poll ends; nothing typed means that it stays open."""

    def __init__(self, words: Words, poll_id: int) -> None:
        super().__init__(title=words("poll-move-end"))
        self._poll_id = poll_id
        self._closes: ui.TextInput[Any] = ui.TextInput(
            required=False, max_length=100, placeholder=words("poll-form-closes-example")
        )
        self.add_item(
            ui.Label(
                text=words("poll-form-closes"), description=words("poll-form-closes-about"), component=self._closes
            )
        )

    async def submitted(self, interaction: Press) -> None:
        words = words_of(interaction)
        typed = one_line(self._closes.value, TYPED)
        poll = await interaction.client.app.polls.move_end(asker_of(interaction), self._poll_id, typed)
        drawer_of(interaction.client).changed(self._poll_id)
        if poll.closes_at is None:
            await say(interaction, words("poll-open-end-long"))
        else:
            when, left = stamp(poll.closes_at, "F"), stamp(poll.closes_at, "R")
            await say(interaction, words("poll-ends-now-on", when=when, left=left))

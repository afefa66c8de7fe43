"""Looking after polls: the panel of who may, its forms, and the list of a server's polls."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import ui

from bot.domain.poll import ANSWER_LENGTH, MOST_ANSWERS, QUESTION_LENGTH, Poll
from bot.errors import EtoileError
from bot.services.polls.export import HEADS
from bot.services.polls.values import Listed
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.escaping import many_lines, one_line
from cogs.ui.kit.links import card_url
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedModal
from cogs.ui.polls import text as lines
from cogs.ui.polls.ballot_panel import NeverMindButton
from cogs.ui.polls.refresh import drawer_of

TYPED = 2000
PAGE = 5


# -- what is done


async def close(interaction: Press, poll_id: int) -> None:
    """Close the poll now; its result follows."""
    poll = await interaction.client.app.polls.close(asker_of(interaction), poll_id)
    await say(interaction, words_of(interaction)("poll-closing", channel=f"<#{poll.channel_id}>"))
    await _log(interaction, poll, "closed")


async def reopen(interaction: Press, poll_id: int, typed: str) -> None:
    """Open a closed poll again."""
    poll = await interaction.client.app.polls.reopen(asker_of(interaction), poll_id, typed)
    drawer_of(interaction.client).changed(poll_id)
    await say(interaction, words_of(interaction)("poll-reopened", until=lines.until(poll, words_of(interaction))))
    await _log(interaction, poll, "reopened")


async def ask_delete(interaction: Press, poll_id: int) -> None:
    """Ask before a poll is deleted: its ballots cannot be brought back."""
    words = words_of(interaction)
    await interaction.client.app.polls.cared_for(asker_of(interaction), poll_id)
    sure = DeleteButton.draw(words("poll-delete"), style=discord.ButtonStyle.danger, poll=poll_id, sure=1)
    never = NeverMindButton.draw(words("poll-never-mind"))
    await answer(interaction, panel.panel(panel.box(panel.text(words("poll-delete-sure")), *panel.rows([sure, never]))))


async def export(interaction: Press, poll_id: int) -> None:
    """The counts as a file, for the asker alone."""
    words = words_of(interaction)
    heads = {head: words(f"poll-csv-{head}") for head in HEADS}
    table = await interaction.client.app.polls.export(asker_of(interaction), poll_id, heads)
    file = discord.File(io.BytesIO(table), filename=f"etoile-poll-{poll_id}.csv")
    await interaction.response.send_message(words("poll-exported"), file=file, ephemeral=True)


async def manage(interaction: Press, poll_id: int) -> None:
    """The panel of who looks after the poll."""
    listed = await interaction.client.app.polls.managed(asker_of(interaction), poll_id)
    await answer(interaction, care_panel(listed, words_of(interaction)))


async def _log(interaction: Press, poll: Poll, what: str) -> None:
    """One line for the moderators. What was asked is not in it: a log is read at every point of the season."""
    words = await server_words(interaction.client, poll.guild_id)
    who, card = f"<@{interaction.user.id}>", card_url(poll) or f"<#{poll.channel_id}>"
    await log_line(interaction.client, poll.guild_id, words(f"poll-log-{what}", who=who, card=card))


# -- the panel


class AddButton(RoutedButton, route="v1:poll:add:{poll:int}"):
    """One more answer."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.polls.cared_for(asker_of(interaction), self.number("poll"))
        await interaction.response.send_modal(AnswerForm(words_of(interaction), self.number("poll")))


class RewordButton(RoutedButton, route="v1:poll:reword:{poll:int}"):
    """Other words, before the first ballot."""

    async def pressed(self, interaction: Press) -> None:
        listed = await interaction.client.app.polls.managed(asker_of(interaction), self.number("poll"))
        if listed.wording is None:
            raise EtoileError("poll-not-reached", episode=listed.poll.lowest)
        if listed.voters:
            raise EtoileError("poll-has-ballots")
        await interaction.response.send_modal(RewordForm(words_of(interaction), listed))


class EndButton(RoutedButton, route="v1:poll:end:{poll:int}"):
    """Another end."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.polls.cared_for(asker_of(interaction), self.number("poll"))
        await interaction.response.send_modal(EndForm(words_of(interaction), self.number("poll")))


class CloseButton(RoutedButton, route="v1:poll:close:{poll:int}"):
    """The end, now."""

    async def pressed(self, interaction: Press) -> None:
        await close(interaction, self.number("poll"))


class ReopenButton(RoutedButton, route="v1:poll:reopen:{poll:int}"):
    """Open again."""

    async def pressed(self, interaction: Press) -> None:
        await reopen(interaction, self.number("poll"), "")


class DeleteButton(RoutedButton, route="v1:poll:delete:{poll:int}:{sure:int}"):
    """Asks first, then deletes."""

    async def pressed(self, interaction: Press) -> None:
        poll_id = self.number("poll")
        if not self.number("sure"):
            await ask_delete(interaction, poll_id)
            return
        poll = await interaction.client.app.polls.delete(asker_of(interaction), poll_id)
        drawer_of(interaction.client).changed(poll_id)
        text = panel.text(words_of(interaction)("poll-deleted"))
        await redraw(interaction, panel.panel(panel.box(text)))
        await _log(interaction, poll, "deleted")


class ExportButton(RoutedButton, route="v1:poll:export:{poll:int}"):
    """The counts as a file."""

    async def pressed(self, interaction: Press) -> None:
        await export(interaction, self.number("poll"))


def care_panel(listed: Listed, words: Words) -> ui.LayoutView:
    """All that can be done with a poll, for who may."""
    poll = listed.poll
    title = lines.question(listed.wording) if listed.wording else f"### {_neutral(poll, words)}"
    url = card_url(poll)
    opened = [
        AddButton.draw(words("poll-add"), disabled=len(poll.answers) >= MOST_ANSWERS, poll=poll.id),
        None if poll.arc else RewordButton.draw(words("poll-reword"), disabled=listed.voters > 0, poll=poll.id),
        EndButton.draw(words("poll-move-end"), poll=poll.id),
        CloseButton.draw(words("poll-close"), style=discord.ButtonStyle.primary, poll=poll.id),
    ]
    closed = [ReopenButton.draw(words("poll-reopen"), style=discord.ButtonStyle.primary, poll=poll.id)]
    return panel.stack(
        [
            panel.box(
                panel.text(f"{title}\n-# {lines.facts(poll, listed.voters, words)}"),
                panel.row(*(opened if poll.state == "open" else closed)),
                panel.row(
                    ExportButton.draw(words("poll-export"), poll=poll.id),
                    DeleteButton.draw(words("poll-delete"), style=discord.ButtonStyle.danger, poll=poll.id, sure=0),
                    panel.link(words("poll-to-card"), url) if url else None,
                ),
            )
        ]
    )


def _neutral(poll: Poll, words: Words) -> str:
    return words("poll-neutral", spoils=lines.spoils(words, poll.lowest))


# -- its forms


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
        poll = await interaction.client.app.polls.add_answer(asker_of(interaction), self._poll_id, label)
        drawer_of(interaction.client).changed(self._poll_id)
        await say(interaction, words("poll-added-done"))
        await _log(interaction, poll, "added")


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
        await say(interaction, words_of(interaction)("poll-reworded"))


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
            await say(interaction, words("poll-preview-closes", when=when, left=left))


# -- the list


class PageButton(RoutedButton, route="v1:poll:list:{page:int}"):
    """Another page of the list."""

    async def pressed(self, interaction: Press) -> None:
        found = await interaction.client.app.polls.list(asker_of(interaction))
        await redraw(interaction, list_panel(found, self.number("page"), words_of(interaction)))


def list_panel(found: list[Listed], page: int, words: Words) -> ui.LayoutView:
    """Open polls, then closed ones, with where they stand. Questions beyond the reader's progress are left out."""
    if not found:
        return panel.panel(panel.box(panel.text(f"### {words('poll-list')}\n{words('poll-list-none')}")))
    last = (len(found) - 1) // PAGE
    page = min(max(page, 0), last)
    parts = [_entry(listed, words) for listed in found[page * PAGE : (page + 1) * PAGE]]
    count = sum(listed.poll.state == "open" for listed in found)
    about = words("poll-list-about", open=count, closed=len(found) - count)
    buttons = [
        PageButton.draw("◀", disabled=page == 0, page=page - 1),
        PageButton.draw("▶", disabled=page == last, page=page + 1),
    ]
    return panel.stack(
        [
            panel.box(
                panel.text(f"### {words('poll-list')}\n-# {about}"),
                panel.text("\n".join(parts)),
                panel.row(*buttons) if last else None,
            )
        ]
    )


def _entry(listed: Listed, words: Words) -> str:
    poll = listed.poll
    title = _title(listed, words)
    url = card_url(poll)
    where = f"[{words('poll-to-card')}]({url})" if url else words("poll-no-card")
    return f"**{title}**\n-# {lines.facts(poll, listed.voters, words)} · {where}"


def _title(listed: Listed, words: Words) -> str:
    if listed.wording is None:
        return _neutral(listed.poll, words)
    heading = lines.question(listed.wording).removeprefix("### ")
    return words("poll-arc-of", question=heading) if listed.poll.arc else heading


def choice_label(listed: Listed, words: Words) -> str:
    """One poll in a list of suggestions: plain text, at most 100 characters."""
    poll = listed.poll
    opened = day(words, poll.opened_at.date())
    title = listed.wording.question if listed.wording else _neutral(poll, words)
    if poll.arc:
        title = words("poll-arc-of", question=title)
    state = words("poll-choice-open" if poll.state == "open" else "poll-choice-closed")
    label = f"{title} · {state} · {opened}"
    return label if len(label) <= 100 else f"{title[: 100 - (len(label) - len(title)) - 1]}… · {state} · {opened}"

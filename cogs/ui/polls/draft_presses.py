"""What presses on the preview of a poll do, and the form in which it is written.

What was typed is kept by the service, so a form that does not pass opens again as it was.
"""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import ui

from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, outcome_of, told
from bot.domain.poll import MOST_ANSWERS, QUESTION_LENGTH, Poll
from bot.domain.poll_draft import Draft
from bot.domain.readers import Audience
from bot.domain.show import Results
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedModal, pressed
from cogs.ui.kit.escaping import many_lines, one_line
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, ask, asker_of, begin, must_write, redraw, words_of
from cogs.ui.polls.controls import ClearButton, DropDraft, EditDraft, GateSelect, NamesButton, PostButton, RolesSelect
from cogs.ui.polls.manage_presses import poll_line
from cogs.ui.polls.preview import preview
from cogs.ui.polls.refresh import drawer_of

log = logging.getLogger(__name__)

WHEN: tuple[Results, ...] = ("live", "voted", "end")
TYPED = 2000


class PollForm(RoutedModal):
    """Question, answers, how many, who sees results when, and the end. Of a shipped poll only the last two."""

    def __init__(self, words: Words, draft: Draft | None = None) -> None:
        super().__init__(title=words("poll-form-title"))
        self._draft = draft
        shipped = draft is not None and draft.preset_id is not None
        self._question: ui.TextInput[Any] = ui.TextInput(
            max_length=QUESTION_LENGTH, default=draft.question if draft else None
        )
        self._labels: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=MOST_ANSWERS * 120,
            default=draft.labels if draft else None,
            placeholder=words("poll-form-answers-example"),
        )
        self._most = _choice(words, "poll-form-most", ("1", "2", "3", "0"), str(draft.most if draft else 1))
        self._results = _choice(words, "poll-form-results", WHEN, draft.results if draft else "live")
        self._closes: ui.TextInput[Any] = ui.TextInput(
            required=False,
            max_length=100,
            default=draft.closes if draft else None,
            placeholder=words("poll-form-closes-example"),
        )
        if not shipped:
            self.add_item(_labelled(words, "poll-form-question", self._question))
            self.add_item(_labelled(words, "poll-form-answers", self._labels))
            self.add_item(_labelled(words, "poll-form-most", self._most))
        self.add_item(_labelled(words, "poll-form-results", self._results))
        self.add_item(_labelled(words, "poll-form-closes", self._closes))

    async def submitted(self, interaction: Press) -> None:
        view = await interaction.client.app.polls.drafts.from_form(
            asker_of(interaction),
            draft_id=self._draft.id if self._draft else None,
            question=one_line(self._question.value, TYPED),
            labels=many_lines(self._labels.value, TYPED),
            most=int(self._most.value or 1),
            results=_when(self._results.value),
            closes=one_line(self._closes.value, TYPED),
        )
        view = preview(view, words_of(interaction))
        if interaction.message is not None and self._draft is not None:
            await redraw(interaction, view)
        else:
            await answer(interaction, view)


def _when(value: str | None) -> Results:
    return "voted" if value == "voted" else "end" if value == "end" else "live"


def _choice(words: Words, key: str, values: tuple[str, ...], chosen: str) -> ui.RadioGroup[Any]:
    group: ui.RadioGroup[Any] = ui.RadioGroup()
    for value in values:
        group.add_option(label=words(f"{key}-{value}"), value=value, default=value == chosen)
    return group


def _labelled(words: Words, key: str, item: panel.Item) -> ui.Label[Any]:
    about = words(f"{key}-about") if words.has(f"{key}-about") else None
    return ui.Label(text=words(key), description=about, component=item)


@pressed(EditDraft)
async def edit(interaction: Press, button: EditDraft) -> None:
    """Open the form again, with what was typed."""
    draft = await interaction.client.app.polls.drafts.load(asker_of(interaction), button.number("draft"))
    await ask(interaction, PollForm(words_of(interaction), draft))


@pressed(GateSelect)
async def set_gate(interaction: Press, select: GateSelect) -> None:
    """Say up to which episode the poll spoils."""
    drafts = interaction.client.app.polls.drafts
    view = await drafts.set_gate(asker_of(interaction), select.number("draft"), select.numbers[0])
    await redraw(interaction, preview(view, words_of(interaction)))


@pressed(ClearButton)
async def clear(interaction: Press, button: ClearButton) -> None:
    """Say that the words give nothing away."""
    view = await interaction.client.app.polls.drafts.clear(asker_of(interaction), button.number("draft"))
    await redraw(interaction, preview(view, words_of(interaction)))


@pressed(NamesButton)
async def set_anonymous(interaction: Press, button: NamesButton) -> None:
    """Make the poll anonymous or named."""
    view = await interaction.client.app.polls.drafts.set_anonymous(
        asker_of(interaction), button.number("draft"), anonymous=bool(button.number("anonymous"))
    )
    await redraw(interaction, preview(view, words_of(interaction)))


@pressed(RolesSelect)
async def set_roles(interaction: Press, select: RolesSelect) -> None:
    """Say which roles may vote."""
    drafts = interaction.client.app.polls.drafts
    view = await drafts.set_roles(asker_of(interaction), select.number("draft"), select.role_ids)
    await redraw(interaction, preview(view, words_of(interaction)))


@pressed(DropDraft)
async def drop(interaction: Press, button: DropDraft) -> None:
    """Throw the draft away."""
    await interaction.client.app.polls.drafts.drop(asker_of(interaction), button.number("draft"))
    await redraw(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("poll-draft-dropped")))))


@pressed(PostButton)
async def post(interaction: Press, button: PostButton) -> None:
    """Post the poll for everybody."""
    must_write(interaction)
    words = words_of(interaction)
    await begin(interaction)
    draft = await interaction.client.app.polls.drafts.load(asker_of(interaction), button.number("draft"))

    def cleared(words: Words, opened: tuple[Poll, Audience]) -> str | None:
        poll, audience = opened
        if draft.cleared <= max(poll.gate, audience.horizon):
            return None
        return poll_line(interaction, poll, "cleared", words, episode=draft.cleared)

    async with noting(interaction, cleared) as note:
        poll = (await interaction.client.app.polls.post(asker_of(interaction), draft.id, note)).poll
    try:
        message_id = await drawer_of(interaction.client).post(poll.id)
    except UNANSWERED as error:
        log.warning("the card of poll %d could not be posted: %s", poll.id, told(error))
        key = "poll-cannot-post" if outcome_of(error) in PLACE_CLOSED else "poll-posted-later"
        text = words(key, channel=f"<#{poll.channel_id}>")
        await redraw(interaction, panel.panel(panel.box(panel.text(text))))
        return
    to_card = panel.link(words("poll-to-card"), jump(poll.guild_id, poll.channel_id, message_id))
    await redraw(
        interaction,
        panel.panel(panel.box(panel.text(words("poll-posted", channel=f"<#{poll.channel_id}>")), panel.row(to_card))),
    )

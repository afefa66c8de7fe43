"""Writing a poll: the form, and the preview that only its author sees, with everything that can be set before it is
posted. What was typed is kept by the service, so a form that does not pass opens again as it was."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.discordpy.codes import PLACE_CLOSED, outcome_of
from bot.domain.poll import MOST_ANSWERS, QUESTION_LENGTH, Poll
from bot.domain.poll_draft import Draft
from bot.domain.show import Results
from bot.domain.visibility import LAST_EPISODE
from bot.services.polls.values import DraftSheet, Wording
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import many_lines, one_line
from cogs.ui.kit.reply import answer, asker_of, must_write, redraw, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedModal, RoutedRoleSelect, RoutedSelect
from cogs.ui.polls import text as lines
from cogs.ui.polls.refresh import drawer_of

WHEN: tuple[Results, ...] = ("live", "voted", "end")
TYPED = 2000
"""Unknown channel, missing access, missing permissions."""


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
        sheet = await interaction.client.app.polls.drafts.from_form(
            asker_of(interaction),
            draft_id=self._draft.id if self._draft else None,
            question=one_line(self._question.value, TYPED),
            labels=many_lines(self._labels.value, TYPED),
            most=int(self._most.value or 1),
            results=_when(self._results.value),
            closes=one_line(self._closes.value, TYPED),
        )
        view = preview(sheet, words_of(interaction))
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


class EditDraft(RoutedButton, route="v1:poll:edit:{draft:int}"):
    """Opens the form again, with what was typed."""

    async def pressed(self, interaction: Press) -> None:
        draft = await interaction.client.app.polls.drafts.load(asker_of(interaction), self.number("draft"))
        await interaction.response.send_modal(PollForm(words_of(interaction), draft))


class GateSelect(RoutedSelect, route="v1:poll:gate:{draft:int}"):
    """Up to which episode the poll spoils."""

    async def pressed(self, interaction: Press) -> None:
        gate = self.numbers[0]
        sheet = await interaction.client.app.polls.drafts.set_gate(asker_of(interaction), self.number("draft"), gate)
        await redraw(interaction, preview(sheet, words_of(interaction)))


class NamesButton(RoutedButton, route="v1:poll:names:{draft:int}:{anonymous:int}"):
    """Anonymous or named."""

    async def pressed(self, interaction: Press) -> None:
        sheet = await interaction.client.app.polls.drafts.set_anonymous(
            asker_of(interaction), self.number("draft"), anonymous=bool(self.number("anonymous"))
        )
        await redraw(interaction, preview(sheet, words_of(interaction)))


class RolesSelect(RoutedRoleSelect, route="v1:poll:roles:{draft:int}"):
    """Which roles may vote."""

    async def pressed(self, interaction: Press) -> None:
        sheet = await interaction.client.app.polls.drafts.set_roles(
            asker_of(interaction), self.number("draft"), self.role_ids
        )
        await redraw(interaction, preview(sheet, words_of(interaction)))


class DropDraft(RoutedButton, route="v1:poll:drop:{draft:int}"):
    """Throws the draft away."""

    async def pressed(self, interaction: Press) -> None:
        await interaction.client.app.polls.drafts.drop(asker_of(interaction), self.number("draft"))
        await redraw(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("poll-draft-dropped")))))


class PostButton(RoutedButton, route="v1:poll:post:{draft:int}"):
    """Posts the poll for everybody."""

    async def pressed(self, interaction: Press) -> None:
        must_write(interaction)
        words = words_of(interaction)
        await interaction.response.defer()
        card = await interaction.client.app.polls.post(asker_of(interaction), self.number("draft"))
        try:
            message = await drawer_of(interaction.client).post(card.poll.id, nonce=nonce_of(card.poll, "card"))
        except discord.HTTPException as error:
            if outcome_of(error) not in PLACE_CLOSED:
                raise
            text = words("poll-cannot-post", channel=f"<#{card.poll.channel_id}>")
            await redraw(interaction, panel.panel(panel.box(panel.text(text))))
            return
        to_card = panel.link(words("poll-to-card"), message.jump_url)
        await redraw(interaction, panel.panel(panel.box(panel.text(words("poll-posted")), panel.row(to_card))))


def nonce_of(poll: Poll, what: str) -> str:
    """The same for the same message, so that one that is sent twice stands once. At most 25 characters."""
    return f"{what}-{poll.id:x}-{poll.round % 1000}"


def preview(sheet: DraftSheet, words: Words) -> ui.LayoutView:
    """The poll as it will be, what keeps it from being posted, and what can still be set."""
    draft, wording = sheet.draft, sheet.wording
    parts = [f"-# {words('poll-preview')}"]
    if wording is not None and wording.question:
        parts.append(lines.question(wording))
        if wording.blurb:
            parts.append(wording.blurb)
    shown = _answers(sheet, wording, words) if wording is not None else None
    problem = f"⚠️ {words.error(sheet.problem)}" if sheet.problem is not None else None
    names = NamesButton.draw(
        words("poll-make-named" if draft.anonymous else "poll-make-anonymous"),
        draft=draft.id,
        anonymous=int(not draft.anonymous),
    )
    return panel.stack(
        [
            panel.box(
                panel.text("\n".join(parts)),
                panel.text(shown) if shown else None,
                panel.rule(),
                panel.text(_settings(sheet, words)),
                panel.row(_gates(draft, words)),
                panel.row(
                    RolesSelect.draw(draft.role_ids, placeholder=words("poll-roles-placeholder"), draft=draft.id)
                ),
                panel.text(problem) if problem else None,
                panel.row(
                    PostButton.draw(
                        words("poll-post"),
                        style=discord.ButtonStyle.success,
                        disabled=sheet.problem is not None,
                        draft=draft.id,
                    ),
                    EditDraft.draw(words("poll-edit"), draft=draft.id),
                    names if not draft.arc else None,
                    DropDraft.draw(words("poll-cancel"), draft=draft.id),
                ),
            )
        ]
    )


def _answers(sheet: DraftSheet, wording: Wording, words: Words) -> str:
    # While something is wrong there may be too many answers, and longer ones than a message takes.
    if sheet.problem is None:
        return lines.listed(wording, words)
    return "\n".join(f"**{lines.short(answer)}**" for answer in wording.answers[:MOST_ANSWERS])


def _settings(sheet: DraftSheet, words: Words) -> str:
    draft = sheet.draft
    told = [
        words("poll-preview-arc") if draft.arc else words(f"poll-results-{draft.results}"),
        words("poll-secret-arc" if draft.arc else "poll-secret" if draft.anonymous else "poll-named"),
    ]
    if draft.closes_at is not None:
        told.append(words("poll-preview-closes", when=stamp(draft.closes_at, "F"), left=stamp(draft.closes_at, "R")))
    else:
        told.append(words("poll-open-end-long"))
    told.append(words("poll-preview-channel", channel=f"<#{draft.channel_id}>"))
    if draft.gate > sheet.horizon:
        told.append(words("poll-preview-neutral"))
    return "\n".join(f"- {line}" for line in told)


def _gates(draft: Draft, words: Words) -> GateSelect:
    options = [
        discord.SelectOption(label=words("poll-gate-choice", episode=gate), value=str(gate), default=gate == draft.gate)
        for gate in range(draft.lowest_gate, LAST_EPISODE + 1)
    ]
    return GateSelect.draw(options, placeholder=words("poll-gate-placeholder"), draft=draft.id)

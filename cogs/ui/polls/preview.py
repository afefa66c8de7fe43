"""The preview that only a poll's author sees, with everything that can be set before it is posted."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_ANSWERS
from bot.domain.poll_draft import Draft
from bot.domain.visibility import LAST_EPISODE
from bot.services.polls.values import DraftView, Wording
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.polls import text as lines
from cogs.ui.polls.controls import ClearButton, DropDraft, EditDraft, GateSelect, NamesButton, PostButton, RolesSelect


def preview(view: DraftView, words: Words) -> ui.LayoutView:
    """The poll as it will be, what keeps it from being posted, and what can still be set."""
    draft, wording = view.draft, view.wording
    parts = [f"-# {words('poll-preview')}"]
    if wording is not None and wording.question:
        parts.append(lines.question(wording))
        if wording.blurb:
            parts.append(wording.blurb)
    shown = _answers(view, wording, words) if wording is not None else None
    asks = view.asks and view.problem is None
    post = words("poll-post-spoiling", episode=view.spoken) if asks else words("poll-post")
    spoken = f"⚠️ {words('poll-preview-spoken', episode=view.spoken)}" if asks else None
    if not asks and draft.cleared > max(draft.gate, view.horizon):
        spoken = f"-# {words('poll-preview-cleared', episode=draft.cleared)}"
    problem = f"⚠️ {words.error(view.problem)}" if view.problem is not None else None
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
                panel.text(_settings(view, words)),
                panel.row(_gates(draft, words)),
                panel.row(
                    RolesSelect.draw(draft.role_ids, placeholder=words("poll-roles-placeholder"), draft=draft.id)
                ),
                panel.text(problem) if problem else panel.text(spoken) if spoken else None,
                panel.row(
                    PostButton.draw(
                        post,
                        style=discord.ButtonStyle.success,
                        disabled=view.problem is not None,
                        draft=draft.id,
                    ),
                    ClearButton.draw(words("poll-clear"), draft=draft.id) if asks else None,
                    EditDraft.draw(words("poll-edit"), draft=draft.id),
                    names if not draft.arc else None,
                    DropDraft.draw(words("poll-cancel"), draft=draft.id),
                ),
            )
        ]
    )


def _answers(view: DraftView, wording: Wording, words: Words) -> str:
    # While something is wrong there may be too many answers, and longer ones than a message takes.
    if view.problem is None:
        return lines.named(wording)
    return "\n".join(f"**{lines.short(answer)}**" for answer in wording.answers[:MOST_ANSWERS])


def _settings(view: DraftView, words: Words) -> str:
    """Of which kind it will be, until when, and where: in one line, and what its gate leads to below it."""
    draft = view.draft
    told = [words("poll-badge-arc")] if draft.arc else []
    told.append(words("poll-badge-anonymous" if draft.anonymous else "poll-badge-named"))
    if draft.results != "live":
        told.append(words(f"poll-badge-{draft.results}"))
    if draft.closes_at is not None:
        told.append(words("poll-preview-closes", when=stamp(draft.closes_at, "F"), left=stamp(draft.closes_at, "R")))
    told.append(f"<#{draft.channel_id}>")
    lines = [" · ".join(told)]
    if draft.gate and not draft.anonymous and not draft.arc:
        lines.append(f"-# {words('poll-named-gated')}")
    if draft.gate > view.horizon:
        lines.append(f"-# {words('poll-preview-neutral')}")
    return "\n".join(lines)


def _gates(draft: Draft, words: Words) -> GateSelect:
    options = [
        discord.SelectOption(label=words("poll-gate-choice", episode=gate), value=str(gate), default=gate == draft.gate)
        for gate in range(draft.lowest_gate, LAST_EPISODE + 1)
    ]
    return GateSelect.draw(options, placeholder=words("poll-gate-placeholder"), draft=draft.id)

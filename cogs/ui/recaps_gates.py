"""What stands before a recap: the gate, and the question how far somebody is."""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.domain.visibility import LAST_EPISODE
from bot.services.recaps import GateBody, Request
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.panel import Item
from cogs.ui.progress import tell_row
from cogs.ui.recaps_controls import AnywayButton, GoButton, SeenButton, ToldButton, ids_of


def gate_box(body: GateBody, request: Request, words: Words) -> Item:
    """What it would spoil, and the ways on: the likeliest first, which is what the reader can have already."""
    ids, primary = ids_of(request), discord.ButtonStyle.primary
    instead = None
    if body.progress:
        kind = "upto" if request.kind == "episode" else request.kind
        asked = replace(request, kind=kind, last=body.progress, sheet=0)
        instead = GoButton.draw(words("recaps-instead", episode=body.progress), style=primary, **ids_of(asked))
    here = words("progress-standing-unset") if body.progress is None else words("recaps-here", episode=body.progress)
    # Whatever unlocks the whole season is never what catches the eye.
    plain = instead is not None or request.last == LAST_EPISODE
    seen = discord.ButtonStyle.secondary if plain else primary
    return panel.box(
        panel.text(
            f"### 🔒 {words(f'recaps-head-{request.kind}', episode=request.last)}\n"
            f"{words('recaps-would-spoil', episode=request.last)} {here}"
        ),
        panel.row(
            instead,
            SeenButton.draw(words("recaps-seen", episode=request.last), style=seen, **ids),
            AnywayButton.draw(words("recaps-anyway"), **ids_of(request, anyway=True)),
        ),
    )


def question_box(request: Request, words: Words) -> Item:
    """ "How far are you?", before anything can be told."""
    ids = ids_of(request)
    return panel.box(
        panel.text(f"{words('recaps-ask')}\n**{words('progress-how-far')}**"),
        *tell_row(lambda episode, label, style: ToldButton.draw(label, style=style, episode=episode, **ids), words),
        panel.text(f"-# {words('progress-private')}"),
    )

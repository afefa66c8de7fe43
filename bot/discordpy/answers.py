"""Answering an interaction so that the member reads what became of it, whatever Discord does with a single call.

There are three ways, and each is repeated where that is safe: the first answer (Discord takes one of each), the edit of
an answer that was put off (an edit may be made twice), and a further message. The last has no nonce: a private one is
sent again when nobody knows whether it arrived, because reading something twice is better than never; a public one is
never sent this way.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Sequence
from typing import Any, TypeAlias

import discord
from discord import app_commands, ui

from bot.discordpy.codes import LOST, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.errors import EtoileError

_log = logging.getLogger(__name__)

WITHIN = 1.6
"""Seconds for a redraw as the first answer: then there is still time for another one, within Discord's three."""
OTHERWISE = frozenset({Outcome.EDITS_SPENT, Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE, Outcome.CLOSED, Outcome.LATER})
"""What a message that cannot be redrawn is replaced by: a new one."""
_FILLED, _UNCLEAR, ANSWERED = "etoile filled", "etoile unclear", "etoile answered"
"""What is noted of an interaction: that what was put off is there; that nobody knows whether Discord took the first
answer; that the member has been shown something."""

Interaction: TypeAlias = discord.Interaction[Any]


def used(interaction: Interaction) -> str:
    """What was used, for the log: a command or a control, without anything that a member typed."""
    if isinstance(interaction.command, app_commands.Command | app_commands.ContextMenu):
        return f"/{interaction.command.qualified_name}"
    custom_id = str((interaction.data or {}).get("custom_id", ""))
    if not custom_id.startswith("v1:"):  # a form, whose id is random
        return f"/{interaction.type.name}"
    return ":".join(custom_id.split(":")[:3])


class AnswerLost(Exception):
    """What was asked for was done, but Discord did not take the answer to it. Raised from what Discord said."""


async def defer(interaction: Interaction, *, thinking: bool = False) -> None:
    """Have Discord wait for the answer; `thinking`: a private one. To be called before anything is changed.

    Raises EtoileError("error-not-begun") where Discord does not let it begin: nothing was done, then.
    """
    try:
        await interaction.response.defer(ephemeral=thinking, thinking=thinking)
    except UNANSWERED as error:
        _log.warning("Discord did not let %s be answered later: %s; nothing was begun", used(interaction), told(error))
        if thinking and _nobody_knows(error):
            interaction.extras[_UNCLEAR] = True
        raise EtoileError("error-not-begun") from None


async def ask(interaction: Interaction, form: ui.Modal) -> None:
    """Show a form. Raises EtoileError("error-not-begun") where Discord does not show it."""
    try:
        await interaction.response.send_modal(form)
    except UNANSWERED as error:
        _log.warning("Discord did not show the form of %s: %s; nothing was begun", used(interaction), told(error))
        raise EtoileError("error-not-begun") from None


async def give(
    interaction: Interaction,
    content: str | None = None,
    *,
    view: ui.LayoutView | ui.View | None = None,
    files: Sequence[discord.File] = (),
) -> None:
    """Answer the member alone, in whatever state the interaction is. Raises AnswerLost."""
    parts = _Parts(content, view, files)
    try:
        if interaction.extras.pop(_UNCLEAR, False):
            await _fill_or_begin(interaction, parts)
        elif not interaction.response.is_done():
            await _begin(interaction, parts, private=True)
        elif _waits(interaction):
            await _fill(interaction, parts)
        else:
            await _follow(interaction, parts)
    except UNANSWERED as error:
        raise AnswerLost from error
    interaction.extras[ANSWERED] = True


async def post(interaction: Interaction, view: ui.LayoutView, files: Sequence[discord.File] = ()) -> int | None:
    """Answer for everybody here: always as the first answer, of which Discord takes one, so that nothing stands there
    twice. It also works where the app is only installed for the user. Returns the message's id, None where Discord does
    not tell. Raises what Discord answers."""
    await _begin(interaction, _Parts(None, view, files), private=False)
    interaction.extras[ANSWERED] = True
    try:
        return (await again(interaction.original_response)).id
    except UNANSWERED as error:
        _log.info("what %s posted for everybody could not be looked at: %s", used(interaction), told(error))
        return None


async def redraw(interaction: Interaction, view: ui.LayoutView, files: Sequence[discord.File] | None) -> None:
    """Replace the message whose control was pressed; where that is not possible and only the presser sees it, show a
    new one. `files` of None leaves the attached files as they are. Raises AnswerLost."""
    parts = _Parts(None, view, files or ())
    try:
        if interaction.response.is_done():
            await again(lambda: interaction.edit_original_response(**parts.edit(files=files is not None)))
        else:
            async with asyncio.timeout(WITHIN):
                await interaction.response.edit_message(**parts.edit(files=files is not None))
    except UNANSWERED as error:
        private = interaction.message is not None and interaction.message.flags.ephemeral
        if private and outcome_of(error) in OTHERWISE:
            _log.info("the panel of %s could not be redrawn (%s); it is shown anew", used(interaction), told(error))
            await give(interaction, view=view, files=files or ())
            return
        raise AnswerLost from error
    interaction.extras[ANSWERED] = True


async def _begin(interaction: Interaction, parts: _Parts, *, private: bool) -> None:
    async def first() -> None:
        await interaction.response.send_message(**parts.new(), ephemeral=private)

    await again(first)


async def _follow(interaction: Interaction, parts: _Parts) -> None:
    async def further() -> None:
        await interaction.followup.send(**parts.new(), ephemeral=True)

    await again(further)


def _waits(interaction: Interaction) -> bool:
    """Whether an answer was put off that is not there yet."""
    put_off = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return put_off and not interaction.extras.get(_FILLED)


async def _fill(interaction: Interaction, parts: _Parts) -> None:
    """Put the answer where Discord shows that one is coming; where that is gone, into a new message."""
    try:
        await again(lambda: interaction.edit_original_response(**parts.edit(files=True)))
    except UNANSWERED as error:
        if outcome_of(error) is not Outcome.MESSAGE_GONE:
            raise
        await _follow(interaction, parts)
    interaction.extras[_FILLED] = True


async def _fill_or_begin(interaction: Interaction, parts: _Parts) -> None:
    """Nobody knows whether Discord waits for an answer that was put off, or for a first one."""
    try:
        await again(lambda: interaction.edit_original_response(**parts.edit(files=True)))
    except UNANSWERED as error:
        if outcome_of(error) not in (Outcome.TOKEN_GONE, Outcome.MESSAGE_GONE):
            raise
        await _begin(interaction, parts, private=True)


def _nobody_knows(error: BaseException) -> bool:
    return isinstance(error, (*LOST, discord.DiscordServerError))


class _Parts:
    """What an answer is made of, made anew for each try: a file can be sent once."""

    def __init__(
        self, content: str | None, view: ui.LayoutView | ui.View | None, files: Sequence[discord.File]
    ) -> None:
        self._content = content
        self._view = view
        self._files = [(file.filename, file.description, file.fp.read()) for file in files]

    def new(self) -> dict[str, Any]:
        """For a new message."""
        parts: dict[str, Any] = {"content": self._content, "files": self._fresh()}
        return parts if self._view is None else parts | {"view": self._view}

    def edit(self, *, files: bool) -> dict[str, Any]:
        """For an edit."""
        parts: dict[str, Any] = {} if self._content is None else {"content": self._content}
        if self._view is not None:
            parts["view"] = self._view
        return parts | {"attachments": self._fresh()} if files else parts

    def _fresh(self) -> list[discord.File]:
        return [discord.File(io.BytesIO(raw), filename=name, description=text) for name, text, raw in self._files]

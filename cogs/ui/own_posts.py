"""What can be done with the bot's own posts, from the menu of a message: cover them, take them away.

Moderators may do both, and whoever shared an answer may with theirs. A poll's card and the note of a party are covered
by saying what they spoil, as a member's message is.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

import discord
from discord import ui

from bot.discordpy.codes import CARD_STAYS, Outcome, outcome_of
from bot.discordpy.retry import again
from bot.domain.log_note import LogNote
from bot.domain.post import Post, PostedCard, PostKind, PostState
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui import veil
from cogs.ui.covering import cover, is_share
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.links import card_url
from cogs.ui.kit.moderator_log import noting, server_words
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of


class CoverButton(RoutedButton, route="v1:posts:cover:{message_id:int}"):
    """Covers a post of the bot's where it stands."""


class RemoveButton(RoutedButton, route="v1:posts:remove:{message_id:int}"):
    """Takes a post of the bot's away."""


async def offer(interaction: Press, message: discord.Message) -> PostedCard | None:
    """Answer with what can be done with a post of the bot's. Returns the poll or party whose card it is, for which a
    form is to be shown instead. Raises EtoileError."""
    app, asker, moderates = interaction.client.app, asker_of(interaction), veil.moderates(interaction)
    post = await app.posts.of_message(asker, message.id)
    if post is None or post.kind is PostKind.LIFTED:
        if (card := await app.posts.card_of(asker, message.id)) is not None:
            return card
        veiled = await app.veils.find(message.id)
        if veiled is not None:
            if not veiled.opened:
                raise EtoileError("veil-already")
            await veil.turn(interaction, veiled.id, opened=False)
            return None
        if not is_share(message):
            raise EtoileError("posts-nothing")
        if not moderates:
            raise EtoileError("posts-not-yours")
        await app.posts.adopt(asker, message.id)  # posted before there was a record
    post = await app.posts.checked(asker, message.id, moderates=moderates)
    await answer(interaction, _what_now(post, words_of(interaction)))
    return None


def _what_now(post: Post, words: Words) -> ui.LayoutView:
    message_id = post.message_id or 0
    covered = post.state is PostState.COVERED
    sure = CoverButton.draw(
        words("posts-cover"), style=discord.ButtonStyle.primary, disabled=covered, message_id=message_id
    )
    away = RemoveButton.draw(words("posts-remove"), style=discord.ButtonStyle.danger, message_id=message_id)
    key = "posts-is-covered" if covered else f"posts-what-{post.kind}"
    return panel.panel(panel.box(panel.text(words(key)), *panel.rows([sure, away])))


@pressed(CoverButton)
async def on_cover(interaction: Press, button: CoverButton) -> None:
    post = await _checked(interaction, button)
    await begin(interaction)
    bot, words = interaction.client, words_of(interaction)
    async with _noting(interaction, post, "covered") as note:
        stands = await cover(bot, post, await server_words(bot, post.guild_id), note)
    key = {PostState.COVERED: "posts-now-covered", PostState.LOST: "posts-lost"}.get(stands or PostState.OPEN)
    await redraw(interaction, panel.panel(panel.box(panel.text(words(key or "posts-gone")))))


@pressed(RemoveButton)
async def on_remove(interaction: Press, button: RemoveButton) -> None:
    post = await _checked(interaction, button)
    await begin(interaction)
    bot, words = interaction.client, words_of(interaction)
    channel = bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id)
    key = "posts-removed"
    try:
        await again(channel.get_partial_message(post.message_id or 0).delete)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        if outcome_of(error) is not Outcome.MESSAGE_GONE:
            key = "posts-lost"
    if key == "posts-removed":
        async with _noting(interaction, post, "removed") as note:
            await bot.app.posts.drop(post.id, note)
    await redraw(interaction, panel.panel(panel.box(panel.text(words(key)))))


async def _checked(interaction: Press, button: RoutedButton) -> Post:
    return await interaction.client.app.posts.checked(
        asker_of(interaction), button.number("message_id"), moderates=veil.moderates(interaction)
    )


def _noting(interaction: Press, post: Post, what: str) -> AbstractAsyncContextManager[LogNote | None]:
    place = card_url(post) if what == "covered" else f"<#{post.channel_id}>"
    values = {"who": interaction.user.mention, "place": place or f"<#{post.channel_id}>"}
    return noting(interaction, lambda words, _: words(f"posts-logged-{what}", **values))


CONTROLS: Sequence[type[RoutedButton]] = (CoverButton, RemoveButton)

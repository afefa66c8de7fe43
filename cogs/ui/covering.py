"""Covering what the bot posted itself, where it stands: when less may be said there than before, or somebody asks.

What stands openly in a shared answer is put into a closed box; the result of a poll says only that there is one; a
lifted veil is drawn again. Every post is marked after it was covered: whoever dies in between is followed by a job.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, Outcome, outcome_of
from bot.discordpy.retry import again
from bot.domain.log_note import LogNote
from bot.domain.poll import PollState
from bot.domain.post import Post, PostKind, PostState
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.jobs import Job
from bot.text import Words
from cogs.ui import veil
from cogs.ui.kit import panel
from cogs.ui.kit.delivery import SKEW
from cogs.ui.kit.links import card_url
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.polls.card import card_panel
from cogs.ui.polls.refresh import Drawn, drawer_of
from cogs.ui.polls.results import neutral_ending
from cogs.ui.quiz.refresh import night_drawer_of

_NOBODY = discord.AllowedMentions.none()

POSTED_WITHIN = timedelta(minutes=2)
"""How long after it was noted a shared answer can still have arrived."""
LOOKED_THROUGH = 100
MARKS = ("v1:facts:mine:", "v1:recaps:mine:")
"""Parts of custom ids by which a shared answer is known."""
ANSWERS = "v1:quiz:pick:"


@dataclass(slots=True)
class Covered:
    """What became of the posts that tell too much: how many are covered, and the addresses of those that could not be
    reached."""

    count: int = 0
    lost: list[str] = field(default_factory=list[str])


async def cover_owed(bot: EtoileBot, guild_id: int) -> Covered:
    """Cover whatever of the bot's own tells more than its place allows, and draw the cards of its polls anew. What
    cannot be reached is written down for the moderators. Raises what Discord answers, and may be called again."""
    found = Covered()
    words = await server_words(bot, guild_id)
    while owed := await bot.app.posts.owed(guild_id):
        for post, made_at in owed:
            for each in await _arrived(bot, post, made_at):
                await _settle(bot, each, words, found)
    await _draw_cards(bot, guild_id, found)
    for address in found.lost:
        await log_line(bot, guild_id, words("posts-logged-lost", url=address))
    return found


async def on_cover(bot: EtoileBot, job: Job, now: datetime) -> None:
    """The job of a server in which less may be said than before."""
    await cover_owed(bot, job.subject_id)


async def _settle(bot: EtoileBot, post: Post, words: Words, found: Covered) -> None:
    outcome = await cover(bot, post, words)
    if outcome is PostState.COVERED:
        found.count += 1
        if (
            post.kind in (PostKind.SHARE, PostKind.WRITTEN) and post.subject_id
        ):  # a quiz may be going on there: it is played on, each alone
            night_drawer_of(bot).changed(post.subject_id)
    elif outcome is PostState.LOST:
        found.lost.append(card_url(post) or f"<#{post.channel_id}>")


async def _arrived(bot: EtoileBot, post: Post, made_at: datetime) -> list[Post]:
    """The post, with its message. Of one that was noted, and not known to have arrived, what may be it; none, where it
    never did."""
    if post.message_id is not None:
        return [post]
    channel = bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id)
    known = await bot.app.posts.known_in(post.channel_id, made_at - SKEW)
    me = bot.application_id if bot.user is None else bot.user.id
    found: list[int] = []
    try:
        async for message in channel.history(limit=LOOKED_THROUGH, after=made_at - SKEW, oldest_first=True):
            if message.created_at > made_at + POSTED_WITHIN:
                break
            if message.author.id == me and message.id not in known and is_share(message):
                found.append(message.id)
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        await bot.app.posts.mark(post, PostState.LOST)
        return []
    if not found:
        await bot.app.posts.drop(post.id)
        return []
    await bot.app.posts.end_share(post.id, found[0])
    return [replace(post, message_id=message_id) for message_id in found]


def is_share(message: discord.Message) -> bool:
    """Whether a message of the bot's is a shared answer."""
    ids = [str(getattr(each, "custom_id", "")) for each in ui.LayoutView.from_message(message).walk_children()]
    return any(custom_id.startswith(MARKS) for custom_id in ids)


async def cover(bot: EtoileBot, post: Post, words: Words, note: LogNote | None = None) -> PostState | None:
    """Cover one post and note it; `note`: for the moderators' log, where somebody did it. Returns how it stands then,
    None when it is gone. Raises what else Discord says."""
    try:
        if post.kind is PostKind.LIFTED:
            await veil.draw_again(bot, post.subject_id)
        elif post.kind is PostKind.RESULT:
            await _cover_result(bot, post, words)
        else:
            await _cover_share(bot, post, words)
    except discord.HTTPException as error:
        outcome = outcome_of(error)
        if outcome in (Outcome.MESSAGE_GONE, Outcome.CHANNEL_GONE):
            await bot.app.posts.drop(post.id)
            return None
        if outcome not in CARD_STAYS:
            raise
        await bot.app.posts.mark(post, PostState.LOST)
        return PostState.LOST
    await bot.app.posts.mark(post, PostState.COVERED, note)
    return PostState.COVERED


def _message_of(bot: EtoileBot, post: Post) -> discord.PartialMessage:
    channel = bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id)
    return channel.get_partial_message(post.message_id or 0)


async def _cover_result(bot: EtoileBot, post: Post, words: Words) -> None:
    """A poll has ended: no more than that. Of a deleted poll, as its card has it."""
    card = await bot.app.polls.voting.card(post.subject_id)
    if card is None:
        await _cover_share(bot, post, words)
        return
    view = card_panel(card, words) if card.poll.state is PollState.DELETED else neutral_ending(card, words)
    await _redraw(_message_of(bot, post), view)


async def _cover_share(bot: EtoileBot, post: Post, words: Words) -> None:
    message = _message_of(bot, post)
    if post.kind is PostKind.WRITTEN:
        await _redraw(message, panel.panel(panel.box(panel.text(words("posts-covered-whole")))))
        return
    try:
        view = covered_view(await message.fetch(), words, level=post.level)
    except discord.HTTPException as error:
        if outcome_of(error) is not Outcome.NOT_ALLOWED:
            raise
        # It may be changed all the same, though not read.
        view = panel.panel(panel.box(panel.text(words("posts-covered-whole"))))
    await _redraw(message, view)


async def _redraw(message: discord.PartialMessage, view: ui.LayoutView) -> None:
    await again(lambda: message.edit(view=view, attachments=[], allowed_mentions=_NOBODY))


def covered_view(message: discord.Message, words: Words, *, level: int) -> ui.LayoutView:
    """A message as it stands, with everything in closed boxes that stood openly in one, without its pictures."""
    items: list[panel.Item] = []
    told = False
    shown = ui.LayoutView.from_message(message, timeout=None)
    children = list(shown.children)
    shown.clear_items()
    for item in children:
        if isinstance(item, ui.Container) and not item.spoiler:
            for child in [each for each in item.children if _tells_uncovered(each)]:
                item.remove_item(child)
            item.spoiler = True
            if not told:
                spoils = min(max(level, FIRST_EPISODE), LAST_EPISODE)
                items.append(panel.text(words("posts-covered", episode=spoils)))
            told = True
        if not isinstance(item, ui.Container) or item.children:
            items.append(item)
    return panel.panel(*items)


def _tells_uncovered(item: panel.Item) -> bool:
    """Whether something would tell also from a closed box: pictures and files, and the answers on a quiz's buttons."""
    if isinstance(item, ui.ActionRow):
        ids = [str(getattr(each, "custom_id", "")) for each in item.children]
        return any(custom_id.startswith(ANSWERS) for custom_id in ids)
    return isinstance(item, ui.MediaGallery | ui.File)


async def _draw_cards(bot: EtoileBot, guild_id: int, found: Covered) -> None:
    drawer = drawer_of(bot)
    try:
        for poll_id, _ in await bot.app.polls.stale(guild_id):
            drawn = await drawer.draw_now(poll_id)
            found.count += drawn is Drawn.STANDS
            if drawn is Drawn.REFUSED and (card := await bot.app.polls.voting.card(poll_id)) is not None:
                found.lost.append(card_url(card.poll) or f"<#{card.poll.channel_id}>")
    finally:
        await drawer.note()

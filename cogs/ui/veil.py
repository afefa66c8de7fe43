"""How a veiled message looks: who wrote it and what it spoils in a neutral line, everything else in a closed box.

The text stands letter by letter, escaped: a box cannot be opened by what stands in it, and nothing in it is rendered
that could ping, unfold or hide. Files keep nothing but their kind: names and descriptions tell plot as well.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import CARD_STAYS, UNANSWERED, outcome_of, told
from bot.discordpy.retry import again
from bot.domain.veil import BY_READERS, Veil
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.escaping import escaped, many_lines
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import noting, server_words
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of

_log = logging.getLogger(__name__)

PAGE = 3400
"""Characters of escaped text in one copy: room for the neutral line within Discord's 4,000."""
LONGEST = 4000
BARS = r"\|\|"
"""Bars of the author's own, as they stand escaped in a copy. One part of a message may hold just one end of a pair."""
KEPT = "_covered"
"""In the name of a file that its author had marked as a spoiler."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp4", ".mov", ".webm"})
_GAP = re.compile(r"\n{3,}")
_EMOJI = re.compile(r"<a?:(\w{2,32}):\d+>")


class OpenButton(RoutedButton, route="v1:veil:open:{veil_id:int}"):
    """Lifts a veil, for the author and for moderators."""


class LowerButton(RoutedButton, route="v1:veil:lower:{veil_id:int}:{episode:int}"):
    """Says that a veiled text spoils no more than who veiled it said at first."""


class CloseButton(RoutedButton, route="v1:veil:close:{veil_id:int}"):
    """Draws a veil again."""


def moderates(interaction: Press) -> bool:
    """Whether somebody looks after other people's messages here."""
    return interaction.permissions.manage_messages or interaction.permissions.manage_guild


def pages_of(written: str) -> list[str]:
    """A member's text as escaped pages, each short enough for one copy; custom emoji by name, the rest as typed."""
    cleaned = many_lines(_EMOJI.sub(r":\1:", written), LONGEST)
    pages: list[str] = []
    for piece in _pieces(_GAP.sub("\n\n", cleaned)):
        safe = escaped(piece)
        if pages and len(pages[-1]) + len(safe) <= PAGE:
            pages[-1] += safe
        else:
            pages.append(safe)
    return pages


def _pieces(cleaned: str) -> list[str]:
    """The text cut after words, and within words that would not fit whole after escaping."""
    words = re.findall(r"\S+\s*", cleaned)
    return [word[start : start + PAGE // 3] for word in words for start in range(0, len(word), PAGE // 3)]


def file_name(number: int, original: str, *, covered: bool = False) -> str:
    """A name that tells nothing but the kind of file, and marks it as a spoiler for clients that go by names; and that
    its author had `covered` it, so that it stays so when the veil is lifted."""
    suffix = PurePath(original).suffix.lower()
    return f"SPOILER_{number}{KEPT if covered else ''}{suffix if re.fullmatch(r'[.][a-z0-9]{1,8}', suffix) else ''}"


def copy(
    veil: Veil,
    page: str | None,
    words: Words,
    *,
    part: int,
    parts: int,
    files: Sequence[str] = (),
    barred: tuple[int, int] | None = None,
) -> ui.LayoutView:
    """One copy of a veiled message, closed unless the veil was lifted. `files` are names of attached files, `barred`
    is where the part of the page lies that its author may have covered (see `barred_in`).

    What its author had covered stays covered: that part of a text, and files that they had marked. Lifting is in the
    menu of the message: a button below would be pressed by everybody who wants to read.
    """
    closed = not veil.opened
    author = f"<@{veil.author_id}>" if veil.author_id is not None else words("veil-somebody")
    line = words("veil-line", author=author, episode=veil.episode)
    if parts > 1:
        line += f" · {words('veil-part', part=part + 1, parts=parts)}"
    by = "readers" if veil.veiled_by == BY_READERS else "author" if veil.veiled_by == veil.author_id else "moderator"
    below = words("veil-opened") if veil.opened else words(f"veil-by-{by}")
    media = media_of(files, words, closed=closed)
    last = part + 1 == parts
    button = CloseButton.draw(words("veil-close"), veil_id=veil.id) if veil.opened and last else None
    boxes = [panel.box(panel.text(piece), closed=covered) for piece, covered in _pieces_of(page or "", closed, barred)]
    if media and boxes and boxes[-1].spoiler is closed:
        for item in media:
            boxes[-1].add_item(item)
    elif media:
        boxes.append(panel.box(*media, closed=closed))
    return panel.stack([panel.text(f"{line}\n-# {below}"), *boxes, panel.row(button)])


def _pieces_of(page: str, closed: bool, barred: tuple[int, int] | None) -> list[tuple[str, bool]]:
    """The page of a copy in its boxes: the texts, and which of them are covered."""
    if closed or barred is None:
        return [(page, closed)] if page else []
    start, end = barred
    pieces = [(page[:start], False), (page[start:end], True), (page[end:], False)]
    return [(piece, covered) for piece, covered in pieces if piece.strip()]


def barred_in(pages: Sequence[str | None]) -> list[tuple[int, int] | None]:
    """For each page of a message, from where to where its author may have covered it: from their first bars to their
    last. Between those, no reader of ours can tell for sure how Discord would have read them."""
    whole = "".join(page or "" for page in pages)
    first, last = whole.find(BARS), whole.rfind(BARS)
    found: list[tuple[int, int] | None] = []
    begin = 0
    for page in pages:
        end = begin + len(page or "")
        start, stop = max(first, begin), min(last + len(BARS), end)
        found.append((start - begin, stop - begin) if -1 < first < last and start < stop else None)
        begin = end
    return found


def media_of(files: Sequence[str], words: Words, *, closed: bool) -> list[panel.Item]:
    """Attached files as they stand below a text."""
    pictures = [name for name in files if PurePath(name).suffix in PICTURES]
    items: list[panel.Item] = []
    if pictures:
        gallery: ui.MediaGallery[Any] = ui.MediaGallery()
        for name in pictures:
            gallery.add_item(
                media=f"attachment://{name}", spoiler=closed or KEPT in name, description=words("veil-picture")
            )
        items.append(gallery)
    others = [name for name in files if name not in pictures]
    return [*items, *(ui.File(f"attachment://{name}", spoiler=closed or KEPT in name) for name in others)]


async def turn(interaction: Press, veil_id: int, *, opened: bool) -> None:
    """Lift a veil or draw it again, on all of its copies, wherever it was asked for."""
    asker = asker_of(interaction)
    await begin(interaction, thinking=True)
    try:
        async with noting(interaction, lambda words, veil: _turned_line(interaction, veil, words)) as note:
            veil, locale = await interaction.client.app.veils.turn(
                asker, veil_id, opened=opened, moderates=moderates(interaction), note=note
            )
    except EtoileError as error:
        if error.key == "veil-moderators-lift":
            await _ask_review(interaction, veil_id)
            return
        raise
    words = interaction.client.app.text.words(locale)
    try:
        drawn = await _draw(interaction.client, veil, words)
    except UNANSWERED as error:
        _log.warning("veil %d cannot be redrawn: %s", veil.id, told(error))
        drawn = _Redrawn(missing=len(veil.message_ids), kept=False)
    own = interaction.client.app.text.words(asker.locale)
    key = "veil-turned-missing" if drawn.missing else "veil-turned-open" if opened else "veil-turned-closed"
    lines = [own(key), *([own("veil-turned-kept")] if opened and drawn.kept else [])]
    await answer(interaction, panel.stack([panel.box(panel.text("\n".join(lines)))]))


@pressed(OpenButton)
async def lift(interaction: Press, button: OpenButton) -> None:
    """On copies of the first version, which had this button."""
    await turn(interaction, button.number("veil_id"), opened=True)


@pressed(CloseButton)
async def close(interaction: Press, button: CloseButton) -> None:
    """Draw the veil again."""
    await turn(interaction, button.number("veil_id"), opened=False)


@pressed(LowerButton)
async def lower(interaction: Press, button: LowerButton) -> None:
    """Say again what the text spoils, although it reads as if it were more; the moderators read that."""
    asker, episode = asker_of(interaction), button.number("episode")
    await begin(interaction)

    def line(words: Words, before: Veil) -> str | None:
        if before.episode <= episode:
            return None
        values = {"episode": episode, "reads": before.episode, **_place(interaction, before)}
        return words("veil-logged-lower", **values)

    async with noting(interaction, line) as note:
        veil, locale, _ = await interaction.client.app.veils.lower(asker, button.number("veil_id"), episode, note)
    await _draw(interaction.client, veil, interaction.client.app.text.words(locale))
    await redraw(
        interaction, panel.panel(panel.box(panel.text(words_of(interaction)("veil-lowered", episode=episode))))
    )


async def draw_again(bot: EtoileBot, veil_id: int) -> None:
    """Draw a lifted veil again. Raises what Discord answers but for copies that are gone or out of reach."""
    veil = await bot.app.veils.draw_again(veil_id)
    if veil is not None:
        await _draw(bot, veil, await server_words(bot, veil.guild_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Redrawn:
    """What became of the copies of a veil: how many could not be drawn, and whether their author had covered some of
    it, which stays so."""

    missing: int
    kept: bool


async def _draw(bot: EtoileBot, veil: Veil, words: Words) -> _Redrawn:
    """Draw all copies of a veil as it is now."""
    copies = [await _fetch(bot, veil, message_id) for message_id in veil.message_ids]
    barred = barred_in([None if copy is None else text_in(copy) for copy in copies])
    missing = 0
    for part, (message, bars) in enumerate(zip(copies, barred, strict=True)):
        missing += message is None or not await _redraw(message, veil, words, part=part, barred=bars)
    files = [file.filename for copy in copies if copy is not None for file in copy.attachments]
    return _Redrawn(missing=missing, kept=any(barred) or any(KEPT in name for name in files))


async def _ask_review(interaction: Press, veil_id: int) -> None:
    """The author of a message that a moderator veiled would lift it: the moderators are asked to look again, once."""
    asker = asker_of(interaction)

    def line(words: Words, veil: Veil | None) -> str | None:
        return None if veil is None else words("veil-logged-review", **_place(interaction, veil))

    async with noting(interaction, line) as note:
        veil = await interaction.client.app.veils.ask_review(asker, veil_id, note)
    words = interaction.client.app.text.words(asker.locale)
    key = "veil-review-asked-before" if veil is None else "veil-review-asked"
    await answer(interaction, panel.panel(panel.box(panel.text(words(key)))))


async def _fetch(bot: EtoileBot, veil: Veil, message_id: int) -> discord.Message | None:
    """A copy as it stands; None where it cannot be read any more."""
    channel = bot.get_partial_messageable(veil.channel_id, guild_id=veil.guild_id)
    try:
        return await again(lambda: channel.fetch_message(message_id))
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        _log.info("a copy of veil %d cannot be read: %s", veil.id, told(error))
        return None


async def _redraw(
    message: discord.Message, veil: Veil, words: Words, *, part: int, barred: tuple[int, int] | None
) -> bool:
    """Draw a copy anew from what it says itself; whether that was possible."""
    view = copy(
        veil,
        text_in(message),
        words,
        part=part,
        parts=len(veil.message_ids),
        files=[attachment.filename for attachment in message.attachments],
        barred=barred,
    )
    try:
        await again(lambda: message.edit(view=view, allowed_mentions=discord.AllowedMentions.none()))
    except discord.HTTPException as error:
        if outcome_of(error) not in CARD_STAYS:
            raise
        _log.warning("a copy of veil %d cannot be redrawn: %s", veil.id, told(error))
        return False
    return True


def text_in(message: discord.Message) -> str | None:
    """The escaped text that stands in the boxes of a copy."""
    texts = [
        child.content
        for component in message.components
        if isinstance(component, discord.Container)
        for child in component.children
        if isinstance(child, discord.TextDisplay)
    ]
    return "".join(texts) or None


def saying(page: str | None, files: Sequence[str]) -> Callable[[discord.Message], bool]:
    """Tells whether a message shows just this escaped text and these files in its boxes."""

    def is_it(message: discord.Message) -> bool:
        boxed = any(isinstance(each, discord.Container) for each in message.components)
        return boxed and text_in(message) == page and [file.filename for file in message.attachments] == list(files)

    return is_it


def _turned_line(interaction: Press, veil: Veil, words: Words) -> str:
    """Who lifted a veil, or drew it again."""
    key = "veil-logged-open" if veil.opened else "veil-logged-close"
    return words(key, episode=veil.episode, **_place(interaction, veil))


def _place(interaction: Press, veil: Veil) -> dict[str, str]:
    """Who did something to a veil, and where it stands."""
    url = jump(veil.guild_id, veil.channel_id, next(iter(veil.message_ids), None))
    return {"who": interaction.user.mention, "place": f"<#{veil.channel_id}>", "url": url or ""}


CONTROLS: Sequence[type[RoutedButton]] = (OpenButton, CloseButton, LowerButton)

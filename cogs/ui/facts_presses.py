"""What presses on the pages of `/etoile` do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.visibility import LAST_EPISODE
from bot.services.facts_values import FactsPage, Request, request_of
from cogs.ui.facts import private, public
from cogs.ui.facts_controls import (
    AnywayButton,
    MineButton,
    MoreButton,
    OpenSelect,
    ShareButton,
    ToldButton,
    TurnButton,
    UntoldButton,
    ids_of,
)
from cogs.ui.facts_pictures import picture_for_all, picture_of
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.kit.shares import post
from cogs.ui.progress import RATHER_NOT, noted
from cogs.ui.recaps_links import PageButton


async def reply(interaction: Press, found: FactsPage) -> None:
    """Show an answer to the asker alone, and remember when it asked how far they are."""
    words = words_of(interaction)
    picture = await picture_of(found, words)
    await answer(interaction, private(found, words, picture=picture), files=[picture] if picture else [])
    if found.ask:
        await interaction.client.app.progress.mark_asked(interaction.user.id)


async def _redrawn(interaction: Press, found: FactsPage, *, notice: Sequence[Item] = (), more: bool = False) -> None:
    """Show it in place of the answer whose control was pressed; a picture goes with the page that it belongs to."""
    words = words_of(interaction)
    picture = await picture_of(found, words)
    view = private(found, words, picture=picture, notice=notice, more=more)
    await redraw(interaction, view, files=[picture] if picture else [])


@pressed(TurnButton)
async def on_turn(interaction: Press, button: TurnButton) -> None:
    anyway = button.number("anyway") == 1
    await _redrawn(
        interaction, await interaction.client.app.facts.answer(asker_of(interaction), button.request, anyway=anyway)
    )


@pressed(MoreButton)
async def on_more(interaction: Press, button: MoreButton) -> None:
    anyway = button.number("anyway") == 1
    found = await interaction.client.app.facts.answer(asker_of(interaction), button.request, anyway=anyway)
    await _redrawn(interaction, found, more=True)


@pressed(OpenSelect)
async def on_open(interaction: Press, select: OpenSelect) -> None:
    page, _, record = select.values[0].partition("/")
    asked = request_of(page, record, 0)
    await _redrawn(interaction, await interaction.client.app.facts.answer(asker_of(interaction), asked))


@pressed(AnywayButton)
async def on_anyway(interaction: Press, button: AnywayButton) -> None:
    found = await interaction.client.app.facts.answer(asker_of(interaction), button.request, anyway=True)
    await _redrawn(interaction, found)


@pressed(ShareButton)
async def on_share(interaction: Press, button: ShareButton) -> None:
    app = interaction.client.app
    shown = min(max(button.number("shown"), 0), LAST_EPISODE)
    shared = await app.facts.share(asker_of(interaction), button.request, shown=shown)
    words = app.text.words(shared.locale)
    picture = await picture_for_all(shared, words) if interaction.app_permissions.attach_files else None
    view = public(shared, words, sharer_id=interaction.user.id, picture=picture)
    files = [picture] if picture is not None else []
    await post(interaction, view, shared.openly, files=files)


@pressed(MineButton)
async def on_mine(interaction: Press, button: MineButton) -> None:
    await reply(interaction, await interaction.client.app.facts.answer(asker_of(interaction), button.request))


@pressed(ToldButton)
async def on_told(interaction: Press, button: ToldButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    episode = button.number("episode")
    declined = episode == RATHER_NOT
    change = await app.progress.tell(interaction.user.id, None if declined else episode)
    found = await app.facts.answer(asker_of(interaction), button.request)
    line = words("progress-declined") if declined else noted(words("progress-noted"), change.now, words)
    undo = None
    if change.moved:
        undo = UntoldButton.draw(words("progress-undo"), stamp=change.stamp, **ids_of(button.request))
    await _redrawn(interaction, found, notice=[item for item in (panel.text(line), panel.row(undo)) if item])


@pressed(UntoldButton)
async def on_untold(interaction: Press, button: UntoldButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    now = await app.progress.undo(interaction.user.id, button.number("stamp"))
    found = await app.facts.answer(asker_of(interaction), button.request)
    await _redrawn(interaction, found, notice=[panel.text(noted(words("progress-undone"), now, words))])


@pressed(PageButton)
async def open_page_of_episode(interaction: Press, button: PageButton) -> None:
    """Below a recap: the page of its episode, beside it."""
    episodes = interaction.client.app.pack.ids("episodes")
    record = episodes[min(max(button.number("episode"), 1), len(episodes)) - 1]
    asked = Request(page="episode", id=record)
    await reply(interaction, await interaction.client.app.facts.answer(asker_of(interaction), asked))

"""What the presses of `/etoile` do."""

from __future__ import annotations

from bot.domain.visibility import LAST_EPISODE
from bot.services.facts_values import FactsPage, Request, request_of
from cogs.ui.facts import (
    AnywayButton,
    MineButton,
    OpenSelect,
    ShareButton,
    ToldButton,
    TurnButton,
    UntoldButton,
    ids_of,
    private,
    public,
)
from cogs.ui.facts_pictures import picture_of
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, words_of
from cogs.ui.kit.routes import Press, pressed
from cogs.ui.kit.shares import post
from cogs.ui.progress import RATHER_NOT, noted
from cogs.ui.recaps_links import PageButton


@pressed(TurnButton)
async def turn_sheet(interaction: Press, button: TurnButton) -> None:
    found = await interaction.client.app.facts.answer(
        asker_of(interaction), button.request, anyway=button.number("anyway") == 1
    )
    await redraw(interaction, private(found, words_of(interaction)))


@pressed(OpenSelect)
async def open_entry(interaction: Press, select: OpenSelect) -> None:
    page, _, record = select.values[0].partition("/")
    found = await interaction.client.app.facts.answer(asker_of(interaction), request_of(page, record, 0))
    await redraw(interaction, private(found, words_of(interaction)))


@pressed(AnywayButton)
async def show_anyway(interaction: Press, button: AnywayButton) -> None:
    found = await interaction.client.app.facts.answer(asker_of(interaction), button.request, anyway=True)
    await redraw(interaction, private(found, words_of(interaction)))


@pressed(ShareButton)
async def share(interaction: Press, button: ShareButton) -> None:
    app = interaction.client.app
    shown = min(max(button.number("shown"), 0), LAST_EPISODE)
    shared = await app.facts.share(asker_of(interaction), button.request, shown=shown)
    words = app.text.words(shared.locale)
    picture = await picture_of(shared, words) if interaction.app_permissions.attach_files else None
    view = public(shared, words, sharer_id=interaction.user.id, picture=picture)
    files = [picture] if picture is not None else []
    await post(interaction, view, shared.openly, files=files)


@pressed(MineButton)
async def show_mine(interaction: Press, button: MineButton) -> None:
    await reply(interaction, await interaction.client.app.facts.answer(asker_of(interaction), button.request))


@pressed(ToldButton)
async def tell_progress(interaction: Press, button: ToldButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    episode = button.number("episode")
    declined = episode == RATHER_NOT
    change = await app.progress.tell(interaction.user.id, None if declined else episode)
    found = await app.facts.answer(asker_of(interaction), button.request)
    line = words("progress-declined") if declined else noted(words("progress-noted"), change.now, words)
    undo = None
    if change.moved:
        undo = UntoldButton.draw(words("progress-undo"), stamp=change.stamp, **ids_of(button.request))
    notice = [item for item in (panel.text(line), panel.row(undo)) if item is not None]
    await redraw(interaction, private(found, words, notice=notice))


@pressed(UntoldButton)
async def take_back_progress(interaction: Press, button: UntoldButton) -> None:
    app, words = interaction.client.app, words_of(interaction)
    now = await app.progress.undo(interaction.user.id, button.number("stamp"))
    found = await app.facts.answer(asker_of(interaction), button.request)
    notice = [panel.text(noted(words("progress-undone"), now, words))]
    await redraw(interaction, private(found, words, notice=notice))


@pressed(PageButton)
async def open_page_of_episode(interaction: Press, button: PageButton) -> None:
    """Below a recap: the page of its episode, beside it."""
    episodes = interaction.client.app.pack.ids("episodes")
    record = episodes[min(max(button.number("episode"), 1), len(episodes)) - 1]
    asked = Request(page="episode", id=record)
    await reply(interaction, await interaction.client.app.facts.answer(asker_of(interaction), asked))


async def reply(interaction: Press, found: FactsPage) -> None:
    """Show an answer to the asker alone, and remember when it asked how far they are."""
    await answer(interaction, private(found, words_of(interaction)))
    if found.ask:
        await interaction.client.app.progress.mark_asked(interaction.user.id)

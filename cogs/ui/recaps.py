"""How recaps look: a neutral line, a box with the plot, and the controls below it.

The line and the controls are fit for everybody. Whatever tells plot stands inside the box, which is closed wherever
its reader, or the place, may not be at that point of the season.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import discord
from discord import ui

from bot.domain.locale import Locale
from bot.domain.post import Openly
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE, NOTHING
from bot.errors import EtoileError
from bot.services.progress import Change
from bot.services.recaps import (
    AskBody,
    EpisodesBody,
    GateBody,
    Length,
    Levels,
    Missing,
    NothingBody,
    RecapPage,
    Request,
    Shared,
    StoryBody,
    WhoBody,
)
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, RoutedSelect, pressed
from cogs.ui.kit.panel import Item
from cogs.ui.kit.reply import answer, asker_of, redraw, say
from cogs.ui.kit.shares import post
from cogs.ui.progress import RATHER_NOT, standing
from cogs.ui.recaps_controls import (
    AnywayButton,
    GoButton,
    LanguageButton,
    LengthButton,
    LengthSelect,
    MineButton,
    MoreButton,
    NeverMindButton,
    OfRequest,
    RecapButton,
    SeenButton,
    ShareButton,
    ShareUpToSelect,
    SoFarButton,
    ToldButton,
    TurnButton,
    UntoldButton,
    ids_of,
)
from cogs.ui.recaps_gates import gate_box, question_box
from cogs.ui.recaps_links import PageButton, page_button
from cogs.ui.recaps_pages import neutral_head, sheets_of
from cogs.ui.reports import ReportButton

LENGTHS: tuple[Length, ...] = ("line", "minute", "full", "beats")
LABEL = 80


async def retell(interaction: Press, button: OfRequest) -> None:
    """Tell what the control carries, in place and as openly as the telling before it."""
    found = await interaction.client.app.recaps.answer(asker_of(interaction), button.request, anyway=button.anyway)
    await redraw(interaction, private(found, words_for(interaction, found.request)))


for _control in (TurnButton, LengthButton, LanguageButton, GoButton, AnywayButton):
    pressed(_control)(retell)


@pressed(LengthSelect)
async def on_length(interaction: Press, select: LengthSelect) -> None:
    length = select.values[0]
    if length not in LENGTHS:
        raise EtoileError("recaps-gone")
    request = replace(select.request, length=length, sheet=0)
    found = await interaction.client.app.recaps.answer(asker_of(interaction), request, anyway=select.anyway)
    await redraw(interaction, private(found, words_for(interaction, request)))


@pressed(MoreButton)
async def on_more(interaction: Press, button: MoreButton) -> None:
    found = await interaction.client.app.recaps.answer(asker_of(interaction), button.request, anyway=button.anyway)
    await redraw(interaction, private(found, words_for(interaction, found.request), more=True))


@pressed(SeenButton)
async def on_seen(interaction: Press, button: SeenButton) -> None:
    change = await interaction.client.app.progress.tell(interaction.user.id, button.request.last)
    await _told(interaction, button.request, change)


@pressed(ToldButton)
async def on_told(interaction: Press, button: ToldButton) -> None:
    episode = int(button.ids["episode"])
    progress = None if episode == RATHER_NOT else episode
    change = await interaction.client.app.progress.tell(interaction.user.id, progress)
    if progress is None:
        words = words_for(interaction, button.request)
        await redraw(interaction, panel.stack([panel.box(panel.text(words("recaps-declined")))]))
    else:
        await _told(interaction, button.request, change)


@pressed(UntoldButton)
async def on_untold(interaction: Press, button: UntoldButton) -> None:
    app, words = interaction.client.app, words_for(interaction, button.request)
    now = await app.progress.undo(interaction.user.id, button.number("stamp"))
    found = await app.recaps.answer(asker_of(interaction), button.request)
    notice = [panel.text(f"{words('progress-undone')} {standing(now, words)}")]
    await redraw(interaction, private(found, words, notice=notice))


@pressed(NeverMindButton)
async def on_never_mind(interaction: Press, button: NeverMindButton) -> None:
    words = words_for(interaction, button.request)
    await redraw(interaction, panel.stack([panel.box(panel.text(words("recaps-kept")))]))


@pressed(ShareButton)
async def on_share(interaction: Press, button: ShareButton) -> None:
    levels = await interaction.client.app.recaps.levels_to_share(
        asker_of(interaction), button.request, anyway=button.anyway
    )
    if levels is None:
        await _share(interaction, button.request, anyway=button.anyway)
        return
    words = words_for(interaction, button.request)
    await answer(interaction, _share_up_to(levels, button.request, words, anyway=button.anyway))


@pressed(ShareUpToSelect)
async def on_share_up_to(interaction: Press, select: ShareUpToSelect) -> None:
    await _share(interaction, replace(select.request, last=select.numbers[0], sheet=0), anyway=select.anyway)
    words = words_for(interaction, select.request)
    await say(interaction, words("recaps-shared"))


async def _share(interaction: Press, request: Request, *, anyway: bool) -> None:
    app = interaction.client.app
    shared = await app.recaps.share(asker_of(interaction), request, anyway=anyway)
    words = app.text.words(shared.request.locale)
    level = NOTHING if shared.closed else shared.request.last
    await post(interaction, public(shared, words, sharer_id=interaction.user.id), Openly(level=level))


@pressed(MineButton)
async def on_mine(interaction: Press, button: MineButton) -> None:
    await reply(interaction, await interaction.client.app.recaps.mine(asker_of(interaction), button.request))


@pressed(SoFarButton)
async def on_so_far(interaction: Press, button: SoFarButton) -> None:
    await reply(interaction, await interaction.client.app.recaps.so_far(asker_of(interaction), "upto"))


@pressed(RecapButton)
async def on_recap(interaction: Press, button: RecapButton) -> None:
    asker = asker_of(interaction)
    episode = min(max(button.number("episode"), FIRST_EPISODE), LAST_EPISODE)
    request = Request(kind="episode", last=episode, locale=asker.locale)
    await reply(interaction, await interaction.client.app.recaps.answer(asker, request))


def recap_button(episode: int, words: Words, *, named: bool = False) -> RecapButton:
    """The way from an episode to its recap. `named`: which one stands on it."""
    return RecapButton.draw(
        words("recaps-recap-of", episode=episode) if named else words("recaps-recap"), episode=episode
    )


def words_for(interaction: Press, request: Request) -> Words:
    """The sentences in the language of a telling, which its reader may have changed."""
    return interaction.client.app.text.words(request.locale)


async def reply(interaction: Press, found: RecapPage) -> None:
    """Show a telling, or the gate before it, to the asker alone."""
    await answer(interaction, private(found, words_for(interaction, found.request)))


async def _told(interaction: Press, request: Request, change: Change) -> None:
    """Redraw after the reader has told how far they are, with the way back on top."""
    words = words_for(interaction, request)
    found = await interaction.client.app.recaps.again(asker_of(interaction), request)
    line = f"{words('progress-noted')} {standing(change.now, words)}"
    undo = UntoldButton.draw(words("progress-undo"), stamp=change.stamp, **ids_of(request)) if change.moved else None
    notice = [item for item in (panel.text(line), panel.row(undo)) if item is not None]
    await redraw(interaction, private(found, words, notice=notice))


def private(found: RecapPage, words: Words, *, notice: Sequence[Item] = (), more: bool = False) -> ui.LayoutView:
    """The answer for the asker alone. `notice` stands on top, when a press has changed something; `more` adds what is
    less often wanted."""
    top = panel.box(*notice) if notice else None
    body, request = found.body, found.request
    match body:
        case GateBody():
            return panel.stack([top, gate_box(body, request, words)])
        case AskBody():
            return panel.stack([top, question_box(request, words)])
        case NothingBody():
            return panel.stack([top, panel.box(panel.text(words(body.why, episode=request.last)))])
        case EpisodesBody() | StoryBody() | WhoBody():
            sheets = sheets_of(body, request, words)
            sheet = min(request.sheet, len(sheets) - 1)
            head = panel.text(f"-# {neutral_head(request, words, sheet=sheet, sheets=len(sheets))}")
            return panel.stack(
                [
                    top,
                    head if found.anyway else None,  # what is closed is named before it is opened
                    panel.box(None if found.anyway else head, panel.text(sheets[sheet]), closed=found.anyway),
                    *_controls(found, words, sheet=sheet, sheets=len(sheets), more=more),
                ]
            )


def public(shared: Shared, words: Words, *, sharer_id: int) -> ui.LayoutView:
    """The telling for everybody."""
    sheets = sheets_of(shared.body, shared.request, words)
    sheet = min(shared.request.sheet, len(sheets) - 1)
    head = neutral_head(shared.request, words, sheet=sheet, sheets=len(sheets))
    return panel.stack(
        [
            panel.text(f"**{head}**\n-# {words('recaps-shared-by', name=f'<@{sharer_id}>')}"),
            panel.box(panel.text(sheets[sheet]), closed=shared.closed),
            panel.row(MineButton.draw(words("recaps-mine"), **ids_of(shared.request))),
        ]
    )


def _share_up_to(levels: Levels, request: Request, words: Words, *, anyway: bool) -> ui.LayoutView:
    """Asks up to which episode a story is shared: everybody will read that number."""
    options = [
        discord.SelectOption(
            label=words("recaps-up-to", episode=level),
            value=str(level),
            description=words("recaps-up-to-open" if level <= levels.horizon else "recaps-up-to-covered"),
        )
        for level in range(FIRST_EPISODE, levels.last + 1)
    ]
    menu = ShareUpToSelect.draw(options, placeholder=words("recaps-share-up-to"), **ids_of(request, anyway=anyway))
    return panel.panel(panel.box(panel.text(words("recaps-share-which")), *panel.rows([menu])))


def missing(found: Missing, words: Words) -> ui.LayoutView:
    """Nobody goes by that name: the nearest, one press away."""
    buttons = [
        GoButton.draw(
            match.label[:LABEL], **ids_of(Request(kind="who", who=match.id, last=found.last, locale=found.locale))
        )
        for match in found.matches
    ]
    sentence = words("recaps-missing-near") if buttons else words("recaps-missing")
    return panel.stack([panel.box(panel.text(sentence), *panel.rows(buttons, width=1))])


def _controls(found: RecapPage, words: Words, *, sheet: int, sheets: int, more: bool) -> list[Item | None]:
    """Length, sheets, neighbours, sharing, and the rest: all neutral, so that they may stand outside the box."""
    request, anyway = found.request, found.anyway
    lengths = _lengths(request, words, anyway=anyway) if request.kind in {"episode", "season"} else None
    turns: list[Item] = []
    if sheets > 1:
        back, on = replace(request, sheet=sheet - 1), replace(request, sheet=sheet + 1)
        turns = [
            TurnButton.draw("◀", disabled=sheet == 0, **ids_of(back, anyway=anyway)),
            TurnButton.draw("▶", disabled=sheet + 1 >= sheets, **ids_of(on, anyway=anyway)),
        ]
    last: list[Item] = []
    if request.kind != "catchup" and found.shareable:
        last.append(ShareButton.draw(words("recaps-share"), **ids_of(request, anyway=anyway)))
    if not more:
        last.append(MoreButton.draw("⋯", **ids_of(request, anyway=anyway)))
    near = _neighbours(found, words)
    rows = [turns, [*near, *last]] if len(turns) + len(near) + len(last) > 5 else [[*turns, *near, *last]]
    return [panel.row(lengths), *(panel.row(*row) for row in rows), *(_more(found, words) if more else ())]


def _more(found: RecapPage, words: Words) -> list[Item | None]:
    """What is less often wanted: the other language, the page of the episode, and saying what is wrong."""
    request = found.request
    other = replace(request, locale=Locale.EN if request.locale is Locale.FR else Locale.FR)
    whose = f"{request.who}/" if request.kind == "who" else ""
    return [
        panel.row(
            LanguageButton.draw(words("recaps-other-language"), **ids_of(other, anyway=found.anyway)),
            page_button(request.last, words) if request.kind == "episode" else None,
            ReportButton.draw_for(words, f"recap-{request.kind}/{whose}{request.last}"),
        )
    ]


def _lengths(request: Request, words: Words, *, anyway: bool) -> Item:
    options = [
        discord.SelectOption(label=words(f"recaps-length-{length}"), value=length, default=request.length == length)
        for length in LENGTHS
    ]
    return LengthSelect.draw(options, **ids_of(replace(request, sheet=0), anyway=anyway))


def _neighbours(found: RecapPage, words: Words) -> list[Item]:
    """The episodes before and after, or the rest of a character's story: each asks first where it must."""
    request = replace(found.request, sheet=0)
    if isinstance(found.body, WhoBody) and found.body.more:
        rest = words("recaps-rest", episode=LAST_EPISODE)
        return [GoButton.draw(rest, **ids_of(replace(request, last=LAST_EPISODE)))]
    if request.kind != "episode":
        return []
    numbers = {"before": request.last - 1, "after": request.last + 1}
    return [
        GoButton.draw(words(f"recaps-{which}", episode=number), **ids_of(replace(request, last=number)))
        for which, number in numbers.items()
        if NOTHING < number <= LAST_EPISODE
    ]


CONTROLS: Sequence[type[RoutedButton | RoutedSelect]] = (
    TurnButton,
    LengthButton,
    LengthSelect,
    MoreButton,
    LanguageButton,
    GoButton,
    AnywayButton,
    SeenButton,
    ToldButton,
    UntoldButton,
    NeverMindButton,
    ShareButton,
    ShareUpToSelect,
    MineButton,
    RecapButton,
    SoFarButton,
    PageButton,
)

"""A member's own season, for them alone; being named; and the next programme with one press."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import NotReached
from bot.errors import EtoileError
from bot.services.clubs.season_picture import draw_season
from bot.services.clubs.seasons import MySeason
from bot.services.polls.values import BallotView
from bot.text import Words
from cogs.ui.clubs.controls import MySeasonButton, NameMeButton, NextSeasonButton
from cogs.ui.clubs.setup_panel import setup_panel
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.pictures import attached, gallery
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of
from cogs.ui.parties.options import tells_all
from cogs.ui.polls.text import label


async def show_mine(interaction: Press, club_id: int | None = None) -> None:
    """The presser's own season."""
    await begin(interaction, thinking=True)
    mine = await interaction.client.app.club_seasons.mine(asker_of(interaction), club_id)
    await _show(interaction, mine, fresh=True)


@pressed(MySeasonButton)
async def press_mine(interaction: Press, control: MySeasonButton) -> None:
    await show_mine(interaction, control.number("club_id"))


@pressed(NameMeButton)
async def name_me(interaction: Press, control: NameMeButton) -> None:
    """Agree to be named, or no longer; the answer is one's own season."""
    named, words = control.number("on") == 1, words_of(interaction)
    alone = interaction.message is not None and interaction.message.flags.ephemeral
    await begin(interaction, thinking=not alone)
    mine = await interaction.client.app.club_seasons.set_named(
        asker_of(interaction), control.number("club_id"), named=named
    )
    await _show(interaction, mine, fresh=not alone, told=words("club-named" if named else "club-unnamed"))


@pressed(NextSeasonButton)
async def plan_next(interaction: Press, control: NextSeasonButton) -> None:
    """The next programme, as a preview that its host can change or post."""
    clubs, asker = interaction.client.app.club_seasons, asker_of(interaction)
    view = await interaction.client.app.clubs.here(asker, control.number("club_id"))
    draft = await clubs.plan_next(asker, view.club.id, mirror=tells_all(interaction, view.club.channel_id))
    step = "when" if draft.preview is None else "preview"
    await answer(interaction, setup_panel(draft, step, words_of(interaction)))


async def _show(interaction: Press, mine: MySeason, *, fresh: bool, told: str = "") -> None:
    words, ballot = words_of(interaction), None
    arc_id = mine.view.club.arc_id
    if arc_id is not None:
        try:
            ballot = await interaction.client.app.polls.voting.ballot(asker_of(interaction), arc_id)
        except (NotReached, EtoileError):
            ballot = None  # nothing that they may read yet
    picture = None
    if mine.view.past:
        picture = await draw_season(mine.view, words, mine=mine.came)
    file = None if picture is None else attached(picture, "my-season.png")
    shown = my_season(mine, words, ballot=ballot, picture=file, told=told)
    await (answer if fresh else redraw)(interaction, shown, files=[] if file is None else [file])


def my_season(
    mine: MySeason,
    words: Words,
    *,
    ballot: BallotView | None = None,
    picture: discord.File | None = None,
    told: str = "",
) -> ui.LayoutView:
    """Which evenings they came to, what they had right, and what they answered after every episode."""
    past = mine.view.past
    lines = [told] if told else []
    lines.append(f"## {words('club-my-season')}")
    lines.append(words("club-my-evenings", came=len(mine.came), count=len(past)))
    if mine.answered:
        lines.append(words("club-my-quiz", right=mine.right, count=mine.answered))
    if mine.score is not None:
        lines.append(words("club-my-place", place=mine.score.place, points=mine.score.points))
    if ballot is not None and ballot.ballots:
        lines.append(f"**{words('club-my-arc')}**")
        for episode in sorted(ballot.ballots):
            chosen = sorted(ballot.ballots[episode].choices)
            said = ", ".join(label(ballot.wording.answers[place]) for place in chosen)
            lines.append(words("poll-pair", name=words("poll-episode", episode=episode), said=said))
    lines.append(f"-# {words('club-my-named' if mine.named else 'club-my-unnamed')}")
    name = NameMeButton.draw(
        words("club-unname-me" if mine.named else "club-may-name-me"), on=int(not mine.named), club_id=mine.view.club.id
    )
    shown = None if picture is None else gallery(picture)
    return panel.stack([panel.box(panel.text("\n".join(lines)), shown, panel.row(name))])

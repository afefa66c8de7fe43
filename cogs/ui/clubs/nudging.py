"""The nudge: one direct message to each who asked for it, with the recap, "I've seen it", and "late"."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, Outcome, outcome_of
from bot.domain.party import Party
from bot.services.clubs.nudges import Nudge
from bot.text import Words
from cogs.ui import recaps
from cogs.ui.clubs.board import programme
from cogs.ui.clubs.controls import NudgeButton, NudgeSeenButton
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.reply import asker_of, redraw, say, words_of
from cogs.ui.parties.controls import StillButton
from cogs.ui.parties.sending import for_each, write_directly
from cogs.ui.parties.text import episodes


async def nudge_all(bot: EtoileBot, party_id: int, now: datetime) -> None:
    """Write to everybody who asked for it and has episodes to go; who left the server is left alone. Who was written to
    by an earlier try is not written to again."""
    found = await bot.app.club_nudges.due(party_id)
    if found is None:
        return
    party = found.party
    purpose = f"nudge:{int(party.starts_at.timestamp())}"

    async def nudge(one: Nudge) -> None:
        if await _has_left(bot, party, one.user_id):
            return
        words = bot.app.text.words(one.locale)
        text = words(
            "club-nudge", name=episodes(party, words), at=stamp(party.starts_at), soon=stamp(party.starts_at, "R"),
            count=len(one.to_go), episode=one.to_go[0],
        )  # fmt: skip
        await write_directly(bot, party, purpose, one.user_id, now, words, text, _buttons(party, one, words), owed=True)

    await for_each(bot, nudge, found.nudges)


async def _has_left(bot: EtoileBot, party: Party, user_id: int) -> bool:
    try:
        await bot.http.get_member(party.guild_id, user_id)
    except UNANSWERED as error:
        return outcome_of(error) is Outcome.MEMBER_GONE
    return False


def _buttons(party: Party, one: Nudge, words: Words) -> ui.View:
    view = ui.View(timeout=None)
    view.add_item(recaps.recap_button(one.to_go[0], words, named=True))
    seen = words("club-nudge-seen", count=len(one.to_go), episode=one.to_go[-1])
    view.add_item(NudgeSeenButton.draw(seen, style=discord.ButtonStyle.success, party_id=party.id))
    view.add_item(StillButton.draw(words("party-answer-late"), emoji="🕐", answer="late", party_id=party.id))
    return view


@pressed(NudgeButton)
async def ask_for_nudges(interaction: Press, control: NudgeButton) -> None:
    words, wanted = words_of(interaction), control.number("on") == 1
    nudges = interaction.client.app.club_nudges
    found = await nudges.ask(asker_of(interaction), control.number("club_id"), wanted=wanted)
    told = words("club-nudge-on" if wanted else "club-nudge-off")
    await redraw(interaction, programme(found, words, told=told))


@pressed(NudgeSeenButton)
async def say_seen(interaction: Press, control: NudgeSeenButton) -> None:
    words = words_of(interaction)
    seen = await interaction.client.app.club_nudges.say_seen(asker_of(interaction), control.number("party_id"))
    await say(interaction, words("club-you-are", progress=seen))

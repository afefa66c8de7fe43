"""A seat by hand: given, taken away, or handed from one member to another."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.party import Party
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.kit.controls import Press, RoutedModal
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import asker_of, begin, say, words_of
from cogs.ui.parties.sending import write_directly
from cogs.ui.parties.text import episodes, host_of

Chosen = discord.Member | discord.User | None


class SeatForm(RoutedModal):
    """Who gets a seat, and whose it was: one of both is enough."""

    def __init__(self, party: Party, words: Words) -> None:
        super().__init__(title=words("party-seat-title"))
        self.party = party
        self.give: ui.UserSelect[SeatForm] = ui.UserSelect(min_values=0, max_values=1, required=False)
        self.take: ui.UserSelect[SeatForm] = ui.UserSelect(min_values=0, max_values=1, required=False)
        give, take = words("party-seat-give-hint"), words("party-seat-take-hint")
        self.add_item(ui.Label(text=words("party-seat-give"), description=give, component=self.give))
        self.add_item(ui.Label(text=words("party-seat-take"), description=take, component=self.take))

    async def submitted(self, interaction: Press) -> None:
        await seat_by_hand(interaction, self.party, give=_only(self.give), take=_only(self.take))


def _only(select: ui.UserSelect[SeatForm]) -> Chosen:
    return select.values[0] if select.values else None


async def seat_by_hand(interaction: Press, party: Party, *, give: Chosen, take: Chosen) -> None:
    """Do it, tell whoever it concerns, the host and the log. Raises EtoileError, and then nothing was done."""
    app, words, now = interaction.client.app, words_of(interaction), interaction.client.app.clock.now()
    if give is not None:
        _check_guest(interaction, party, give)
    await begin(interaction, thinking=True)
    what = "moved" if give is not None and take is not None else "given" if give is not None else "taken"
    marks = {"who": "" if give is None else f"<@{give.id}>", "whose": "" if take is None else f"<@{take.id}>"}

    def said(public: Words, party: Party) -> str:
        return public(
            f"party-log-seat-{what}", **marks, host=f"<@{interaction.user.id}>", name=episodes(party, public),
            when=stamp(party.starts_at), channel=f"<#{party.channel_id}>",
        )  # fmt: skip

    given, taken = None if give is None else give.id, None if take is None else take.id
    async with noting(interaction, said) as note:
        party = await app.party_changes.seat(asker_of(interaction), party.id, give=given, take=taken, note=note)
    lines = [words(f"party-seat-hand-{what}", **marks)]
    if take is not None and take.id != interaction.user.id:
        told = await _tell_of_loss(interaction, party, take.id)
        lines.append(words("party-seat-told" if told else "party-seat-not-told", whose=marks["whose"]))
    await app.party_due.draw_at(party.id, now)
    await say(interaction, "\n".join(lines))


def _check_guest(interaction: Press, party: Party, guest: discord.Member | discord.User) -> None:
    """Raises EtoileError for a bot, and for who is not on the server or may not see the party's channel."""
    if guest.bot:
        raise EtoileError("party-seat-bot")
    channel = None if interaction.guild is None else interaction.guild.get_channel(party.channel_id)
    if not isinstance(guest, discord.Member) or (
        channel is not None and not channel.permissions_for(guest).view_channel
    ):
        raise EtoileError("party-seat-cannot-see", who=f"<@{guest.id}>", channel=f"<#{party.channel_id}>")


async def _tell_of_loss(interaction: Press, party: Party, user_id: int) -> bool:
    """Write to whose seat it was, if they take direct messages from the bot. Whether it arrived."""
    app = interaction.client.app
    choice = await app.parties.reminder_choice(user_id)
    if not choice.direct:
        return False
    words = app.text.words(choice.locale or party.locale)
    text = words("party-seat-lost", name=episodes(party, words), at=stamp(party.starts_at), host=host_of(party, words))
    return await write_directly(
        interaction.client, party, f"seat-lost:{interaction.id}", user_id, app.clock.now(), words, text
    )

"""What went wrong around a party, for its host and for the moderators' log: what happened, and what to do."""

from __future__ import annotations

from datetime import datetime

import discord

from bot.client import EtoileBot
from bot.domain.delivery import DeliveryKey
from bot.domain.party import Party
from bot.domain.party_trouble import Trouble
from bot.jobs import Job
from bot.services.parties.values import Call, PartyView
from bot.text import Words
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.parties.sending import call_people, write_directly
from cogs.ui.parties.text import episodes, host_of


async def tell_troubles(bot: EtoileBot, job: Job, now: datetime) -> None:
    """Tell what was noted for a party: a line in the moderators' log, and whoever hosts it."""
    view = await bot.app.parties.find(job.subject_id)
    if view is None:
        return
    for purpose, trouble in await bot.app.party_places.untold(view.party.id):
        key = DeliveryKey(guild_id=view.party.guild_id, subject_id=view.party.id, purpose=f"logged:{purpose}")
        words = await server_words(bot, view.party.guild_id)
        await log_line(bot, view.party.guild_id, sentence(view.party, trouble, words), once=key)
        await _tell_hosts(bot, view, purpose, trouble, now)
        await bot.app.party_places.mark_told(view.party, purpose)


def sentence(party: Party, trouble: Trouble, words: Words) -> str:
    """What happened, and what to do about it."""
    return words(
        f"party-trouble-{trouble.value}",
        name=episodes(party, words), when=stamp(party.starts_at), host=host_of(party, words),
        channel=f"<#{party.channel_id}>", link=jump(party.guild_id, party.channel_id, party.message_id),
    )  # fmt: skip


async def _tell_hosts(bot: EtoileBot, view: PartyView, purpose: str, trouble: Trouble, now: datetime) -> None:
    """By direct message whoever wants that, the others where the party talks; and where nothing can be written there,
    directly all the same: it is their party, and there is no other way."""
    party = view.party
    alone = trouble is not Trouble.HOST_GONE and party.host_id
    whom = [party.host_id] if alone else sorted(party.cohost_ids)
    choices = {user_id: await bot.app.parties.reminder_choice(user_id) for user_id in whom}
    call = Call(
        view=view, purpose=f"host:{purpose}", late=False,
        here=tuple(user_id for user_id in whom if not choices[user_id].direct),
        direct=tuple(user_id for user_id in whom if choices[user_id].direct),
        locales={user_id: choice.locale for user_id, choice in choices.items() if choice.locale is not None},
    )  # fmt: skip

    def text(words: Words) -> str:
        return sentence(party, trouble, words)

    await call_people(bot, call, now, text=text, alone=False)
    reached = await bot.app.deliveries.reached(party.id, call.purpose)
    for user_id in set(whom) - reached:
        words = bot.app.text.words(call.locale_of(user_id))
        await write_directly(bot, party, f"{call.purpose}:last", user_id, now, words, text(words))


async def role_to_call(bot: EtoileBot, party: Party, now: datetime) -> list[int]:
    """The role that is pinged at the start, as long as it is there. That nobody would be pinged by it is told."""
    role_id = party.call_role_id
    guild = bot.get_guild(party.guild_id)
    if role_id is None or guild is None:  # another process sees this server: try
        return [] if role_id is None else [role_id]
    role = guild.get_role(role_id)
    if role is None:
        await bot.app.party_places.let_go(party, role_id, Trouble.CALL_ROLE_GONE, now)
        return []
    if not role.mentionable and not _may_mention(guild, party):
        await bot.app.party_places.note(party, Trouble.CALL_ROLE_SILENT, now)
    return [role_id]


def _may_mention(guild: discord.Guild, party: Party) -> bool:
    channel = guild.get_channel(party.channel_id)
    return channel is None or channel.permissions_for(guild.me).mention_everyone

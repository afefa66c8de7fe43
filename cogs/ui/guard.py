"""The rules of AutoMod that the bot keeps in step with a server's horizons. It touches none that it did not make."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, told
from bot.discordpy.retry import again
from bot.domain.automod import GuardMode, Plan, Rule
from bot.domain.member_text import Channel
from bot.errors import EtoileError
from bot.jobs import Job
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.moderator_log import log_line, noting, server_words
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of
from cogs.ui.kit.viewing import everybody_may_view

_log = logging.getLogger(__name__)

MESSAGE_LENGTH = 150
"""Characters of what Discord tells the author of a message that a rule stops."""


class MendButton(RoutedButton, route="v1:guard:mend"):
    """Puts rules right that somebody changed or deleted."""


class ReadersButton(RoutedButton, route="v1:guard:readers:{decide:int}"):
    """Has readers decide, too, what is veiled (1), or moderators alone (0)."""


CONTROLS: Sequence[type[RoutedButton]] = (MendButton, ReadersButton)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How the rules stand beside how they should: rules of ours to change (None: to make anew), and those too many."""

    plan: Plan
    others: int
    wrong: tuple[tuple[discord.AutoModRule | None, dict[str, Any]], ...]
    surplus: tuple[discord.AutoModRule, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is not as it should be."""
        return bool(self.wrong or self.surplus)


async def compare(bot: EtoileBot, guild_id: int, mode: GuardMode) -> Step:
    """Look at the server's rules. Raises discord.Forbidden without Manage Server, and EtoileError("guard-needs-log")
    where alerts would go nowhere."""
    guild = _guild(bot, guild_id)
    rules = await again(guild.fetch_automod_rules)
    me = bot.application_id if bot.user is None else bot.user.id
    mine = sorted((rule for rule in rules if rule.creator_id == me), key=lambda rule: rule.id)
    keyword = discord.AutoModRuleTriggerType.keyword
    others = sum(rule.creator_id != me and rule.trigger.type is keyword for rule in rules)
    channels = [channel.id for channel in guild.channels if channel.type is not discord.ChannelType.category]
    plan = await bot.app.guard.plan(guild_id, channels, others=others)
    wanted = [] if mode is GuardMode.OFF else await _wanted(bot, guild, plan, mode)
    wrong = [
        (mine[number] if number < len(mine) else None, fields)
        for number, fields in enumerate(wanted)
        if number >= len(mine) or not _same(mine[number], fields)
    ]
    return Step(plan=plan, others=others, wrong=tuple(wrong), surplus=tuple(mine[len(wanted) :]))


async def bring_into_step(bot: EtoileBot, guild_id: int, step: Step) -> None:
    """Change what differs. Raises what Discord says; what is left then is found by the next look."""
    for rule in step.surplus:
        await again(rule.delete)
    for rule, fields in step.wrong:
        if rule is None:
            trigger = discord.AutoModRuleEventType.message_send
            await _guild(bot, guild_id).create_automod_rule(event_type=trigger, **fields)
        else:
            await rule.edit(**fields)


async def _wanted(bot: EtoileBot, guild: discord.Guild, plan: Plan, mode: GuardMode) -> list[dict[str, Any]]:
    words = await server_words(bot, guild.id)
    log_id = (await bot.app.horizons.settings(guild.id)).log_channel_id
    if log_id is not None and guild.get_channel_or_thread(log_id) is None:
        log_id = None  # it was deleted
    if log_id is None and mode is GuardMode.TELL:
        raise EtoileError("guard-needs-log")
    return [
        {
            "name": words("guard-rule", number=number, first=rule.first, last=rule.last),
            "trigger": discord.AutoModTrigger(
                type=discord.AutoModRuleTriggerType.keyword, regex_patterns=list(rule.patterns)
            ),
            "actions": _actions(guild, rule, words, log_id=log_id, stops=mode is GuardMode.STOP),
            "enabled": True,
            "exempt_channels": [discord.Object(channel_id) for channel_id in rule.exempt],
        }
        for number, rule in enumerate(plan.rules, start=1)
    ]


def _actions(
    guild: discord.Guild, rule: Rule, words: Words, *, log_id: int | None, stops: bool
) -> list[discord.AutoModRuleAction]:
    actions: list[discord.AutoModRuleAction] = []
    if stops:
        # Everybody reads this sentence: a channel that is hidden from somebody is not named.
        public = (each for each in rule.exempt if everybody_may_view(guild, Channel(each)))
        place = next((found.name for each in public if (found := guild.get_channel(each)) is not None), None)
        said = words("guard-stopped") if place is None else words("guard-stopped-there", place=f"#{place}")
        said = said if len(said) <= MESSAGE_LENGTH else words("guard-stopped")
        actions.append(discord.AutoModRuleAction(custom_message=said))
    if log_id is not None:
        actions.append(discord.AutoModRuleAction(channel_id=log_id))
    return actions


def _same(rule: discord.AutoModRule, fields: dict[str, Any]) -> bool:
    stands = [(each.type, each.channel_id, each.custom_message) for each in rule.actions]
    wanted = [(each.type, each.channel_id, each.custom_message) for each in fields["actions"]]
    return (
        rule.enabled
        and rule.name == fields["name"]
        and list(rule.trigger.regex_patterns) == list(fields["trigger"].regex_patterns)
        and not rule.trigger.keyword_filter
        and not rule.exempt_role_ids
        and set(rule.exempt_channel_ids) == {each.id for each in fields["exempt_channels"]}
        and sorted(map(str, stands)) == sorted(map(str, wanted))
    )


def _guild(bot: EtoileBot, guild_id: int) -> discord.Guild:
    guild = bot.get_guild(guild_id)
    if guild is None:
        raise EtoileError("error-server-only")
    return guild


async def set_mode(interaction: Press, mode: GuardMode) -> None:
    """Switch AutoMod on or off, and say what it will do. Off also where the rules cannot be reached."""
    app, bot, words = interaction.client.app, interaction.client, words_of(interaction)
    guild_id = await app.guard.check(asker_of(interaction), mode)
    await begin(interaction, thinking=True)
    step = await _look(bot, guild_id, mode)
    if step is None and mode is not GuardMode.OFF:
        raise EtoileError("guard-forbidden")
    who = interaction.user.mention
    async with noting(interaction, lambda public, _: public(f"guard-logged-{mode}", who=who)) as note:
        await app.guard.set_mode(guild_id, mode, note)
    remark = "guard-left-over" if step is None else await _brought(bot, guild_id, step)
    await answer(interaction, _state(mode, step, words, remark=remark))


async def show(interaction: Press) -> None:
    """Say how the rules stand."""
    app, words = interaction.client.app, words_of(interaction)
    guild_id = app.horizons.authorise(asker_of(interaction))
    await begin(interaction, thinking=True)
    mode = await app.guard.mode(guild_id)
    step = await _look(interaction.client, guild_id, mode)
    if step is None and mode is not GuardMode.OFF:
        raise EtoileError("guard-forbidden")
    remark = None
    if step is not None and step.differs:
        remark = "guard-still-there" if mode is GuardMode.OFF else "guard-differs"
    readers = await app.flags.readers_decide(guild_id)
    await answer(interaction, _state(mode, step, words, remark=remark, mend=remark is not None, readers=readers))


@pressed(ReadersButton)
async def let_readers_decide(interaction: Press, button: ReadersButton) -> None:
    """Open or close "This spoils me" to those who do not moderate."""
    bot, words, wanted = interaction.client, words_of(interaction), bool(button.number("decide"))
    guild_id = await bot.app.flags.set_readers_decide(asker_of(interaction), wanted=wanted)
    public = await server_words(bot, guild_id)
    key = "on" if wanted else "off"
    await log_line(bot, guild_id, public(f"flag-logged-{key}", who=interaction.user.mention))
    await redraw(interaction, panel.panel(panel.box(panel.text(words(f"flag-readers-{key}")), _readers(words, wanted))))


def _readers(words: Words, decide: bool) -> panel.Item | None:
    key = "flag-turn-off" if decide else "flag-turn-on"
    return panel.row(ReadersButton.draw(words(key), decide=int(not decide)))


@pressed(MendButton)
async def mend(interaction: Press, button: MendButton) -> None:
    """Put the rules right."""
    app, words = interaction.client.app, words_of(interaction)
    guild_id = app.horizons.authorise(asker_of(interaction))
    await begin(interaction)
    mode = await app.guard.mode(guild_id)
    step = await _look(interaction.client, guild_id, mode)
    if step is None:
        raise EtoileError("guard-forbidden")
    remark = await _brought(interaction.client, guild_id, step)
    await redraw(interaction, _state(mode, step, words, remark=remark, mend=remark is not None))


async def _look(bot: EtoileBot, guild_id: int, mode: GuardMode) -> Step | None:
    """How the rules stand; None without Manage Server. Raises EtoileError("guard-not-now") when Discord is silent."""
    try:
        return await compare(bot, guild_id, mode)
    except discord.Forbidden:
        return None
    except UNANSWERED as error:
        _log.warning("the rules of AutoMod on server %s cannot be looked at: %s", guild_id, told(error))
        raise EtoileError("guard-not-now") from None


async def _brought(bot: EtoileBot, guild_id: int, step: Step) -> str | None:
    """Bring the rules into step: None, or the key of what is to be said of it."""
    try:
        await bring_into_step(bot, guild_id, step)
    except UNANSWERED as error:
        _log.warning("the rules of AutoMod on server %s are not in step, a job tries again: %s", guild_id, told(error))
        await bot.app.guard.follow(guild_id)
        return "guard-later"
    return None


def _state(
    mode: GuardMode,
    step: Step | None,
    words: Words,
    *,
    remark: str | None,
    mend: bool = False,
    readers: bool | None = None,
) -> ui.LayoutView:
    """How the rules stand; where `readers` is given, also whether readers decide what is veiled."""
    lines = [words(f"guard-{mode}")]
    if step is not None and mode is not GuardMode.OFF:
        lines.append(words("guard-rules", count=len(step.plan.rules), others=step.others))
        lines += [words("guard-unguarded", first=first, last=last) for first, last in step.plan.unguarded]
        if step.plan.left_out:
            lines.append(f"-# {words('guard-left-out', count=step.plan.left_out)}")
        lines.append(f"-# {words('guard-not-managers')}")
    if remark is not None:
        lines.append(f"⚠️ {words(remark)}")
    button = MendButton.draw(words("guard-mend"), style=discord.ButtonStyle.primary) if mend else None
    items: list[panel.Item | None] = [panel.text("\n".join(lines)), panel.row(button)]
    if readers is not None:
        items += [panel.rule(), panel.text(words(f"flag-readers-{'on' if readers else 'off'}"))]
        items.append(_readers(words, readers))
    return panel.stack([panel.box(*items)])


async def on_guard(bot: EtoileBot, job: Job, now: datetime) -> None:
    """The job of a server whose horizons, channels or mode changed. What the bot may not do any more is said once, in
    the log."""
    mode = await bot.app.guard.mode(job.subject_id)
    if bot.get_guild(job.subject_id) is None:
        return
    try:
        await bring_into_step(bot, job.subject_id, await compare(bot, job.subject_id, mode))
    except EtoileError as error:  # alerts would go nowhere: the rules stay as they are, until somebody chooses a log
        _log.warning("the rules of AutoMod on server %s stay as they are: %s", job.subject_id, error.key)
    except discord.Forbidden:
        if mode is GuardMode.OFF:
            return  # whoever switched it off was told
        words = await server_words(bot, job.subject_id)
        await log_line(bot, job.subject_id, words("guard-logged-forbidden"))

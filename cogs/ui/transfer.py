"""Export and import of a server: the file, the dry run, and the press that applies it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.discordpy.codes import UNANSWERED
from bot.domain.guild_settings import GuildSettings
from bot.errors import EtoileError
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.escaping import one_line
from cogs.ui.kit.moderator_log import noting
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of

if TYPE_CHECKING:  # imported where it is needed: it brings pydantic along
    from bot.services.transfer.importing import Here
    from bot.services.transfer.service import Checked, Plan

SHOWN = 10
"""Problems of a file, and channels, that are named; the others are counted."""


class ApplyButton(RoutedButton, route="v1:setup:apply:{import_id:int}"):
    """Does what the dry run said."""


@pressed(ApplyButton)
async def on_apply(interaction: Press, button: ApplyButton) -> None:
    bot, words = interaction.client, words_of(interaction)

    def line(public: Words, plan: Plan) -> str:
        counts = {"polls": plan.polls, "parties": plan.ahead + plan.past}
        return public("transfer-logged", who=interaction.user.mention, **counts)

    async with noting(interaction, line) as note:
        import_id = button.number("import_id")
        plan = await bot.app.transfer.apply(asker_of(interaction), import_id, here_of(interaction), note)
    await redraw(interaction, _done(plan, words))


class DiscardButton(RoutedButton, route="v1:setup:discard:{import_id:int}"):
    """Throws the file away."""


@pressed(DiscardButton)
async def on_discard(interaction: Press, button: DiscardButton) -> None:
    await interaction.client.app.transfer.discard(asker_of(interaction), button.number("import_id"))
    await redraw(interaction, panel.stack([panel.box(panel.text(words_of(interaction)("transfer-discarded")))]))


CONTROLS = (ApplyButton, DiscardButton)


def here_of(interaction: Press) -> Here:
    """What exists on the server of an interaction."""
    from bot.services.transfer.importing import Here

    guild = interaction.guild
    if guild is None:
        raise EtoileError("error-server-only")
    return Here(
        channels=frozenset(channel.id for channel in (*guild.channels, *guild.threads)),
        roles=frozenset(role.id for role in guild.roles if not role.is_default()),
        channel_id=interaction.channel_id or 0,
    )


async def export(interaction: Press) -> None:
    """Hand the server's file over, to the moderator alone."""
    app, words = interaction.client.app, words_of(interaction)
    asker = asker_of(interaction)
    await app.setup.open(asker)
    await begin(interaction, thinking=True)
    document = await app.transfer.export(asker)
    counts: dict[str, Any] = json.loads(document)
    name = f"SPOILER_etoile-{asker.guild_id}.json"
    view = panel.stack(
        [
            panel.box(
                panel.text(words("transfer-exported", polls=len(counts["polls"]), parties=len(counts["parties"]))),
                ui.File(f"attachment://{name}", spoiler=True),
            )
        ]
    )
    await answer(interaction, view, files=[discord.File(io.BytesIO(document), filename=name)])


async def dry_run(interaction: Press, file: discord.Attachment) -> None:
    """Say what a file would change."""
    app, words = interaction.client.app, words_of(interaction)
    await app.setup.open(asker_of(interaction))
    from bot.services.transfer.form import LARGEST

    if file.size > LARGEST:
        raise EtoileError("transfer-too-large", megabytes=LARGEST // (1024 * 1024))
    await begin(interaction, thinking=True)
    try:
        raw = await file.read()
    except UNANSWERED:
        raise EtoileError("transfer-not-read") from None
    checked = await app.transfer.check(asker_of(interaction), raw, here_of(interaction))
    view = _refused(checked, words) if checked.plan is None else _planned(checked.plan, checked.import_id, words)
    await answer(interaction, view)


def _refused(checked: Checked, words: Words) -> ui.LayoutView:
    lines = [words("transfer-refused", count=len(checked.problems))]
    for problem in checked.problems[:SHOWN]:
        key = f"transfer-problem-{problem.kind}"
        place = one_line(problem.place.replace("`", "ˋ"), 80) or "…"
        lines.append(f"- {words(key, place=place) if problem.kind in _PLACED else words(key)}")
    if len(checked.problems) > SHOWN:
        lines.append(words("transfer-more", count=len(checked.problems) - SHOWN))
    text = "\n".join(lines)
    return panel.stack([panel.box(panel.text(f"## {words('transfer-refused-title')}\n{text}"))])


_PLACED = frozenset({"missing", "unknown", "wrong"})


def _planned(plan: Plan, import_id: int, words: Words) -> ui.LayoutView:
    buttons: list[panel.Item] = []
    if not plan.empty:
        apply = ApplyButton.draw(words("transfer-apply"), style=discord.ButtonStyle.primary, import_id=import_id)
        buttons = [apply, DiscardButton.draw(words("transfer-discard"), import_id=import_id)]
    text = "\n".join(_plan_lines(plan, words))
    return panel.stack([panel.box(panel.text(f"## {words('transfer-plan-title')}\n{text}"), panel.row(*buttons))])


def _done(plan: Plan, words: Words) -> ui.LayoutView:
    text = "\n".join(_plan_lines(plan, words))
    return panel.stack([panel.box(panel.text(f"## {words('transfer-applied-title')}\n{text}"))])


def _plan_lines(plan: Plan, words: Words) -> list[str]:
    lines: list[str] = []
    if plan.elsewhere:
        lines.append(f"-# {words('transfer-plan-elsewhere')}")
    if plan.empty:
        lines.append(words("transfer-plan-nothing"))
    for name in plan.settings:
        before, now = _setting(name, plan.before, words), _setting(name, plan.after, words)
        field = words(f"transfer-field-{name.replace('_', '-')}")
        lines.append(f"- {words('transfer-plan-setting', field=field, before=before, now=now)}")
    if plan.horizons <= SHOWN:
        lines += [
            f"- {words('transfer-plan-horizon', channel=f'<#{channel_id}>', episode=episode)}"
            for channel_id, episode in plan.moved
        ]
    else:
        lines.append(f"- {words('transfer-plan-horizons', count=plan.horizons)}")
    new = {
        "polls": plan.polls,
        "series": plan.series,
        "ahead": plan.ahead,
        "past": plan.past,
        "notes": plan.notes,
        "questions": plan.questions,
        "clubs": plan.clubs,
    }
    for name, count in new.items():
        if count:
            lines.append(f"- {words(f'transfer-plan-{name}', count=count)}")
    for name, count in (("known", plan.known), ("left-out", plan.left_out)):
        if count and not (plan.empty and name == "known"):
            lines.append(f"-# {words(f'transfer-plan-{name}', count=count)}")
    return lines


def _setting(name: str, settings: GuildSettings, words: Words) -> str:
    """What is chosen for one setting, as the set-up says it."""
    match name:
        case "locale":
            return words(f"setup-language-{settings.locale or 'follow'}")
        case "zone":
            return settings.zone or words("setup-not-chosen")
        case "horizon":
            return words("admin-level-short", episode=settings.horizon)
        case "titles_shown":
            return words("admin-choice-shown" if settings.titles_shown else "admin-choice-hidden")
        case "host_role_ids":
            return " ".join(f"<@&{role_id}>" for role_id in sorted(settings.host_role_ids)) or words("setup-hosts-all")
        case "announce":
            return words("setup-news-on" if settings.announce else "setup-news-off")
        case _:
            channel_id: int | None = getattr(settings, name)
            return words("setup-log-none") if channel_id is None else f"<#{channel_id}>"

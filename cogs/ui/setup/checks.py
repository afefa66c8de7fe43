"""What the bot may do in a server, and how it is doing there: in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from math import isfinite

import discord

from bot.client import EtoileBot
from bot.domain.guild_settings import GuildSettings
from bot.domain.permissions import INVITED, SCOPES, Need
from bot.domain.readiness import Finding, Use, inspect
from bot.services.lifecycle import Health
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.reply import asker_of
from cogs.ui.setup.controls import PageButton

FINE, MISSING = "✓", "⚠"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """Every place that was looked at."""

    findings: tuple[Finding, ...]

    @property
    def missing(self) -> list[Need]:
        """Everything that is missing anywhere, each once, in the order of the invite link."""
        found: dict[str, Need] = {}
        for finding in self.findings:
            found |= {need.name: need for need in finding.missing}
        return sorted(found.values(), key=lambda need: not need.basic)

    @property
    def fine(self) -> bool:
        return all(finding.fine for finding in self.findings)

    @property
    def grantable(self) -> bool:
        """Whether Discord's own page would help: it grants for the server, and changes nothing in single channels."""
        return any(finding.use == "server" and finding.missing for finding in self.findings)

    @property
    def public_log(self) -> bool:
        """Whether everybody can read the moderators' log."""
        return any(finding.public for finding in self.findings)


def check(guild: discord.Guild | None, settings: GuildSettings) -> Checks:
    """The bot's permissions on the server and in every channel that was chosen for something."""
    if guild is None:
        return Checks(findings=())
    found = [inspect("server", None, guild.me.guild_permissions.value)]
    chosen: tuple[tuple[Use, int | None], ...] = (
        ("parties", settings.party_channel_id),
        ("polls", settings.poll_channel_id),
        ("log", settings.log_channel_id),
    )
    for use, channel_id in chosen:
        if channel_id is not None:
            channel = guild.get_channel_or_thread(channel_id)
            bits = None if channel is None else channel.permissions_for(guild.me).value
            everybody = 0 if channel is None else channel.permissions_for(guild.default_role).value
            found.append(inspect(use, channel_id, bits, everybody))
    return Checks(findings=tuple(found))


def check_lines(checks: Checks, words: Words) -> str:
    """What is fine and what is missing where, then what each missing permission is for."""
    lines = [_finding(finding, words) for finding in checks.findings]
    if checks.missing:
        lines += ["", words("setup-check-what-for")]
        lines += [f"- **{words(need.title)}** · {words(need.why)}" for need in checks.missing]
    return "\n".join(lines)


def _finding(finding: Finding, words: Words) -> str:
    place = words(f"setup-check-{finding.use}")
    if finding.channel_id is not None:
        place = f"<#{finding.channel_id}> · {place}"
    if finding.gone:
        return f"{MISSING} {place} · {words('setup-check-gone')}"
    if finding.fine:
        return f"{FINE} {place}"
    if finding.public:
        place += f" · {words('setup-check-public')}"
    if not finding.missing:
        return f"{MISSING} {place}"
    names = ", ".join(words(need.title) for need in finding.missing)
    return f"{MISSING} {place} · {words('setup-check-missing', count=len(finding.missing), names=names)}"


def grant_link(interaction: Press, checks: Checks, words: Words) -> panel.Item | None:
    """Discord's own page that gives the bot everything it asks for on this server, where it lacks some of it."""
    if not checks.grantable:
        return None
    return panel.link(
        words("setup-grant"),
        "https://discord.com/oauth2/authorize"
        f"?client_id={interaction.client.application_id or 0}&permissions={INVITED}&scope={'+'.join(SCOPES)}"
        f"&guild_id={interaction.guild_id}&disable_guild_select=true",
    )


async def status(interaction: Press, words: Words) -> discord.ui.LayoutView:
    """The answer to `/etoile-admin status`."""
    app = interaction.client.app
    settings = await app.setup.open(asker_of(interaction))
    health = await app.lifecycle.health(settings.guild_id)
    checks = check(interaction.guild, settings)
    unsettled = _unsettled(settings, words)
    fine = checks.fine and not _stuck(health) and not unsettled
    title = words("setup-status-fine" if fine else "setup-status-not-fine")
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('setup-status-title')}\n{title}"),
                panel.text("\n".join(_work_lines(health, words))),
                panel.rule(),
                *panel.paragraphs(check_lines(checks, words)),
                *([panel.text("\n".join(unsettled))] if unsettled else []),
                panel.row(
                    PageButton.draw(words("setup-hello-begin"), style=discord.ButtonStyle.primary, page="start")
                    if unsettled
                    else None,
                    grant_link(interaction, checks, words),
                ),
                panel.rule(),
                panel.text(_about(interaction.client, health, words)),
                colour=panel.STANDS if fine else panel.DOUBTED,
            )
        ]
    )


def _unsettled(settings: GuildSettings, words: Words) -> list[str]:
    """What nobody chose, though it makes a difference: the zone, and where cards go."""
    lines = [] if settings.zone is not None else [words("setup-status-no-zone")]
    if settings.party_channel_id is None and settings.poll_channel_id is None:
        lines.append(words("setup-status-no-channel"))
    return [f"{MISSING} {line}" for line in lines]


def _stuck(health: Health) -> bool:
    return health.due.overdue > 0


def _work_lines(health: Health, words: Words) -> Sequence[str]:
    due = health.due
    sent = words("setup-status-never") if due.last_sent is None else stamp(due.last_sent, "R")
    lines = [words("setup-status-sent", when=sent), words("setup-status-waiting", count=due.waiting)]
    if due.overdue:
        lines.append(words("setup-status-overdue", count=due.overdue))
    return lines


def _about(bot: EtoileBot, health: Health, words: Words) -> str:
    as_of = bot.app.pack.view(0, words.locale).status.as_of
    database = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[health.database]
    delay = round(bot.latency * 1000) if isfinite(bot.latency) else None
    parts = [
        f"Étoile {own_version(words)} · discord.py {discord.__version__} · {database}",
        words("setup-status-pack", date=day(words, as_of), number=health.standing),
    ]
    if delay is not None:
        parts.append(words("setup-status-latency", ms=delay))
    return "\n".join(f"-# {part}" for part in parts)


def own_version(words: Words) -> str:
    """The installed version, or that there is none."""
    try:
        return version("etoile-bot")
    except PackageNotFoundError:
        return words("cli-version-unknown")

"""The gateway client and the command tree.

The client asks for no privileged intent and keeps no member or message cache: interactions bring the member and the
roles along. By default nothing that it sends can ping anybody.

`EtoileTree.on_error` is the one path that every error takes, of commands, buttons, forms and autocomplete.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.app import App
from bot.discordpy.answers import AnswerLost, give, used
from bot.discordpy.codes import SENTENCES, UNANSWERED, outcome_of, told
from bot.discordpy.dispatch import answering_tasks, is_open_form, route_presses, texts_of
from bot.discordpy.forms import OpenForms
from bot.discordpy.gateway import outlive_events
from bot.discordpy.names import link_mentions, translate_names
from bot.discordpy.pace import Pace
from bot.discordpy.suggestions import wrap_suggestions
from bot.discordpy.traffic import Traffic
from bot.domain.locale import Locale
from bot.errors import EtoileError, StoreUnavailable
from bot.logs import place_of, reference
from bot.resources import data_path
from bot.services.floods import Flooded
from bot.settings import parse_shards

_log = logging.getLogger(__name__)

COGS = (
    "cogs.admin",
    "cogs.clubs",
    "cogs.facts",
    "cogs.lifecycle",
    "cogs.mydata",
    "cogs.parties",
    "cogs.polls",
    "cogs.progress",
    "cogs.quiz",
    "cogs.recaps",
    "cogs.veil",
)
LONGEST_SLEEP = timedelta(minutes=5)
RETRY_AFTER = timedelta(seconds=5)
LAST_ANSWERS = timedelta(seconds=8)
"""How long the end waits for what is being answered: an operator's service manager kills after ten seconds."""
LONGEST_LIMIT = 60.0
"""Seconds: what Discord holds up for longer is tried again by a job, or said to be left undone."""
TYPING = 0.2
"""What a letter typed into an option counts against the flood limit, in presses."""
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class EtoileBot(commands.AutoShardedBot):
    """The bot of one or more shards of one process."""

    tree: EtoileTree  # pyright: ignore[reportIncompatibleMethodOverride]  (given as tree_cls)

    def __init__(self, app: App) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_scheduled_events = True
        shard_ids, shard_count = parse_shards(app.settings.shards)
        self.traffic = Traffic()
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=EtoileTree,
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_ids=shard_ids,  # pyright: ignore[reportArgumentType]  (None is the default, the annotation omits it)
            shard_count=shard_count,
            max_ratelimit_timeout=LONGEST_LIMIT,
            http_trace=self.traffic.trace,
        )
        route_presses(self)
        outlive_events(self)
        self.app = app
        self.pace = Pace()
        self.forms = OpenForms()
        self._ticking = self._restarting = False
        self._woken = False

    async def setup_hook(self) -> None:
        """Load every cog (half a bot is worse than none) and register the commands if they changed."""
        for name in COGS:
            await self.load_extension(name)
        self.tree.guard_suggestions()
        translate_names(self.tree)
        await self.tree.set_translator(FluentTranslator(self.app))
        await self.tree.sync_if_changed()
        link_mentions(self.tree, await self.app.lifecycle.command_ids(), self.app.text)
        self.app.jobs.on_earlier = self.wake
        self._tick.start()

    async def close(self) -> None:
        """Take nothing new, answer what has been taken, then go."""
        self._tick.cancel()
        for shard in self.shards.values():
            await shard.disconnect()
        if under_way := answering_tasks():
            await asyncio.wait(under_way, timeout=LAST_ANSWERS.total_seconds())
        await super().close()

    @tasks.loop(seconds=0)
    async def _tick(self) -> None:
        """Run what is due, then sleep until the next due instant. Never raises: the loop would stop for good."""
        self._ticking, self._restarting = True, False
        try:
            due = await self._run_due()
        finally:
            self._ticking = False
        wait = (due or _NEVER) - self.app.clock.now()
        self._tick.change_interval(seconds=min(max(wait.total_seconds(), 0.05), LONGEST_SLEEP.total_seconds()))

    async def _run_due(self) -> datetime | None:
        """Run what is due until nothing earlier was scheduled meanwhile, and return the next due instant."""
        while True:
            self._woken = False
            try:
                await self.app.jobs.run_due()
                due = await self.app.jobs.next_due()
            except StoreUnavailable:
                return self.app.clock.now() + RETRY_AFTER
            except Exception:
                _log.exception("the job runner failed; trying again")
                return self.app.clock.now() + RETRY_AFTER
            if not self._woken:
                return due

    @_tick.before_loop
    async def _wait_for_gateway(self) -> None:
        await self.wait_until_ready()

    def wake(self) -> None:
        """Something was scheduled that may be due before the tick would wake. A tick at work is not interrupted: it
        looks again before it sleeps."""
        self._woken = True
        if not self._ticking and not self._restarting and self._tick.is_running():
            self._restarting = True  # discord.py would start the loop once for each call
            self._tick.restart()

    async def claim_and_throttle(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether a command, a press or what is being typed is to be handled: no, when it belongs to a flood.

        Every command and every routed control passes here. Forms do not: each was opened by a press that did.
        """
        typing = interaction.type is discord.InteractionType.autocomplete
        if not typing and not await self.app.interaction_claims.claim(interaction.id):
            return False
        try:
            self.app.floods.use(interaction.user.id, TYPING if typing else 1.0)
        except Flooded:
            return False
        except EtoileError as error:
            await self.tree.on_error(cast("discord.Interaction[EtoileBot]", interaction), error)
            return False
        return True

    async def tell_earlier(self, interaction: discord.Interaction[Any]) -> None:
        """After an answer: what the member could not be told before, because Discord took no answer then."""
        untold = self.app.untold
        if not untold:
            return
        kept = untold.take(interaction.user.id)
        if kept is None:
            return
        words = self.app.text.words(Locale.of(interaction.locale.value))
        when = discord.utils.format_dt(kept.at, "R")
        await _tell(
            cast("discord.Interaction[EtoileBot]", interaction), words("error-earlier", when=when, said=kept.sentence)
        )

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Of interactions only forms are an event, unless somebody listens: a task for each press would do nothing."""
        listened = event_name != "interaction" or self.extra_events.get("on_interaction")
        if not listened and args[0].type is not discord.InteractionType.modal_submit:
            return
        super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """A form that was open when the process ended, or that was let go: nobody else answers it, so its text is
        handed back."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        custom_id = str((interaction.data or {}).get("custom_id", ""))
        if is_open_form(self, custom_id):
            return
        if not await self.app.interaction_claims.claim(interaction.id):
            return
        press = cast("discord.Interaction[EtoileBot]", interaction)
        written = "\n\n".join(texts_of((interaction.data or {}).get("components", [])))
        words = self.app.text.words(Locale.of(press.locale.value))
        message = words("error-form-outlived")
        if written:
            message += "\n```\n" + written.replace("```", "ˋˋˋ")[:1500] + "\n```"
        await _tell(press, message)


class EtoileTree(app_commands.CommandTree[EtoileBot]):
    """The command tree, with the one error path and a sync that knows when it has nothing to do."""

    async def on_error(self, interaction: discord.Interaction[EtoileBot], error: Exception, /) -> None:
        """Answer an error in the member's language: expected ones with their sentence, others with a reference."""
        cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) and error.__cause__ else error
        words = interaction.client.app.text.words(Locale.of(interaction.locale.value))
        done = False
        if isinstance(cause, EtoileError):
            _log.debug("refused: %s", cause.key)
            sentence = words.error(cause)
        elif isinstance(cause, AnswerLost):
            done = True
            sentence = words("error-answer-lost")
        elif isinstance(cause, app_commands.CheckFailure):
            sentence = words("error-not-allowed")
        elif (key := SENTENCES.get(outcome_of(cause))) is not None:
            _log.warning("Discord did not do its part in %s: %s at %s", used(interaction), told(cause), place_of(cause))
            sentence = words(key)
        else:
            code = reference()
            if outcome_of(cause) is not None:  # its own text repeats what was sent
                _log.error(
                    "error %s in %s: Discord refuses %s at %s", code, used(interaction), told(cause), place_of(cause)
                )
            else:
                _log.error("unexpected error %s in %s", code, used(interaction), exc_info=cause)
            sentence = words("error-unexpected", reference=code)
        if await _tell(interaction, sentence) and done:
            why = told(cause.__cause__ or cause)
            _log.info("%s is done; that its answer got lost (%s) was said otherwise", used(interaction), why)

    async def interaction_check(self, interaction: discord.Interaction[EtoileBot], /) -> bool:
        return await interaction.client.claim_and_throttle(interaction)

    def guard_suggestions(self) -> None:
        """Send what goes wrong while somebody types the one way of all errors: discord.py would only log it."""
        wrap_suggestions(self, _guarded)

    async def sync_if_changed(self) -> bool:
        """Register the commands with Discord unless the same ones were registered last. Returns whether it did.

        Putting all commands together takes time, so nothing is compared while the files that say them are the same.
        """
        lifecycle, sources = self.client.app.lifecycle, f"{interaction_scope(self.client)}:{_command_sources()}"
        last = await lifecycle.synced_commands() or ""
        if last.startswith(f"{sources}:"):
            return False
        translator = self.translator
        payload: list[dict[str, Any]] = []
        for command in self.get_commands():
            if translator is None:
                payload.append(command.to_dict(self))
            else:
                payload.append(await command.get_translated_payload(self, translator))
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()
        changed = last.rpartition(":")[2] != digest or not last.startswith(f"{interaction_scope(self.client)}:")
        if changed or not await lifecycle.command_ids():
            await lifecycle.remember_command_ids({command.name: command.id for command in await self.sync()})
        await lifecycle.remember_synced_commands(f"{sources}:{digest}")
        return changed


def _guarded(suggest: Any) -> Any:
    @wraps(suggest)  # discord.py keeps marks on the function
    async def guarded(*given: Any) -> list[app_commands.Choice[Any]]:
        try:
            return await suggest(*given)
        except Exception as error:
            interaction: discord.Interaction[EtoileBot] = given[-2]
            await interaction.client.tree.on_error(interaction, error)
            return []

    return guarded


def _command_sources() -> str:
    """A digest of everything that the commands' names, options and descriptions come from."""
    found = hashlib.sha256(f"{discord.__version__} {COGS}".encode())
    cogs = Path(__file__).resolve().parent.parent / "cogs"
    for path in (Path(__file__), *sorted(cogs.glob("*.py")), *sorted((data_path() / "locales").rglob("*.ftl"))):
        found.update(path.read_bytes())
    return found.hexdigest()


def interaction_scope(client: EtoileBot) -> str:
    """Whose commands these are: a database that moves to another application must register them anew."""
    return str(client.application_id or 0)


async def _tell(interaction: discord.Interaction[EtoileBot], sentence: str) -> bool:
    """Say `sentence` to the member alone, whatever state the interaction is in; where Discord does not take it, with
    their next press. Whether they have read it now."""
    if interaction.type is discord.InteractionType.autocomplete:
        try:
            if not interaction.response.is_done():
                await interaction.response.autocomplete([])
        except UNANSWERED as error:  # most often the three seconds are over
            _log.info("suggestions for %s came too late: %s", used(interaction), told(error))
        return True
    try:
        await give(interaction, sentence)
    except AnswerLost as lost:
        interaction.client.app.untold.keep(interaction.user.id, sentence)
        _log.warning(
            "could not answer %s (%s); the member reads what became of it with their next press",
            used(interaction),
            told(lost.__cause__ or lost),
        )
        return False
    return True


class FluentTranslator(app_commands.Translator):
    """Names and descriptions of commands in French. A `locale_str` carries its key in `extras["key"]`."""

    def __init__(self, app: App) -> None:
        self._words = app.text.words(Locale.FR)

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        key = string.extras.get("key")
        if locale is not discord.Locale.french or key is None or not self._words.has(key):
            return None
        return self._words(key)

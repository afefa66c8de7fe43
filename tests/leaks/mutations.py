"""Faults, one for each way in which the bot could give something away, each breaking one rule of the house.

A mutation changes the product's code in this process and names the scenario that must then fail. `rule` is the surface
that the rule is about.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord
from pytest import MonkeyPatch

from bot.content.view_building import ViewBuilder
from bot.domain.member_text import Author
from bot.domain.readers import Audience, Reader
from bot.domain.visibility import LAST_EPISODE
from bot.services.facts import FactsService
from bot.services.polls.texts import PollTexts
from bot.services.recaps import RecapsService
from cogs.ui import facts, facts_presses, recaps, veil
from cogs.ui.facts_pages import page
from cogs.ui.kit import panel
from cogs.ui.polls import jobs as poll_jobs
from tests.leaks.case import LeakError
from tests.support.reading import walk

Apply = Callable[[MonkeyPatch], None]

RULES = (
    "message content and embeds",
    "public plot",
    "anything per viewer",
    "autocomplete, options and labels",
    "names of threads, events and files",
    "attachments with plot",
    "gated polls and cards",
    "sharing",
    "members' own text",
    "what is never markdown",
    "links",
    "logs",
    "spoilered is not gated",
)
"""The spoiler rules, one a surface. Each needs a mutation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One fault. It shows when `scenario` is played by somebody at `progress` in a place with `horizon`."""

    rule: str
    name: str
    scenario: str
    apply: Apply
    progress: int | None = 8
    horizon: int = 0
    noticed: type[AssertionError] = LeakError


MUTATIONS: list[Mutation] = []


def mutation(
    rule: str,
    *,
    scenario: str,
    progress: int | None = 8,
    horizon: int = 0,
    noticed: type[AssertionError] = LeakError,
) -> Callable[[Apply], Apply]:
    """Register a mutation under the name of its function."""

    def mark(apply: Apply) -> Apply:
        name = apply.__name__.replace("_", " ")
        MUTATIONS.append(
            Mutation(
                rule=rule,
                name=name,
                scenario=scenario,
                apply=apply,
                progress=progress,
                horizon=horizon,
                noticed=noticed,
            )
        )
        return apply

    return mark


SHARED_FACT = "facts: an answer is shared and others ask for their own"
SHARED_RECAP = "recaps: recaps are shared and each reader gets their own"


# --- message content and embeds ---------------------------------------------------------------------------------------
@mutation("message content and embeds", scenario=SHARED_FACT)
def shared_plot_goes_into_the_content_between_bars(patch: MonkeyPatch) -> None:
    async def post(interaction: Any, view: discord.ui.LayoutView, *_: Any, **__: Any) -> None:
        await interaction.response.send_message(f"||{_plain(view)[:1900]}||")

    patch.setattr(facts_presses, "post", post)


@mutation("message content and embeds", scenario=SHARED_RECAP)
def a_shared_recap_goes_into_an_embed(patch: MonkeyPatch) -> None:
    async def post(interaction: Any, view: discord.ui.LayoutView, *_: Any, **__: Any) -> None:
        await interaction.response.send_message(embed=discord.Embed(description=f"||{_plain(view)[:4000]}||"))

    patch.setattr(recaps, "post", post)


# --- public plot ------------------------------------------------------------------------------------------------------
@mutation("public plot", scenario=SHARED_FACT)
def closed_boxes_are_open(patch: MonkeyPatch) -> None:
    box = panel.box

    def open_box(*items: Any, closed: bool = False, **rest: Any) -> Any:
        return box(*items, **rest)

    patch.setattr(panel, "box", open_box)


@mutation("public plot", scenario=SHARED_RECAP)
def the_line_above_a_closed_recap_tells_it(patch: MonkeyPatch) -> None:
    sheets_of = recaps.sheets_of
    told: list[str] = []

    def remembering(*given: Any) -> list[str]:
        told[:] = sheets_of(*given)
        return list(told)

    patch.setattr(recaps, "sheets_of", remembering)
    patch.setattr(recaps, "neutral_head", lambda *_, **__: told[0][:300])


# --- anything per viewer ----------------------------------------------------------------------------------------------
@mutation("anything per viewer", scenario=SHARED_FACT)
def private_answers_are_seen_by_all(patch: MonkeyPatch) -> None:
    async def answer(interaction: Any, view: discord.ui.LayoutView, **_: Any) -> None:
        await interaction.response.send_message(view=view)

    patch.setattr(facts_presses, "answer", answer)


# --- autocomplete, options and labels ---------------------------------------------------------------------------------
@mutation("autocomplete, options and labels", scenario="facts: options are typed", progress=0, horizon=3)
def autocomplete_finds_what_is_hidden(patch: MonkeyPatch) -> None:
    async def suggest(self: FactsService, asker: Any, page: Any, typed: str) -> Any:
        return self._finder.suggest(self._pack.view(LAST_EPISODE, asker.locale), page, typed)

    patch.setattr(FactsService, "suggest", suggest)


@mutation("autocomplete, options and labels", scenario="recaps: options are typed", progress=3, horizon=3)
def episodes_are_offered_with_their_titles(patch: MonkeyPatch) -> None:
    suggest = RecapsService.suggest

    async def untitled(self: RecapsService, asker: Any, shelf: Any, typed: str) -> Any:
        if shelf == "episodes":
            return self._pack.view(LAST_EPISODE, asker.locale).find(shelf, typed, 25)
        return await suggest(self, asker, shelf, typed)

    patch.setattr(RecapsService, "suggest", untitled)


@mutation("autocomplete, options and labels", scenario=SHARED_FACT, horizon=8)
def a_public_button_names_what_it_opens(patch: MonkeyPatch) -> None:
    """Also where the horizon covers it: labels reach notifications and search whatever the place."""
    draw = facts.MineButton.draw
    patch.setattr(facts.MineButton, "draw", lambda label, **ids: draw("Heart of Glass", **ids))


# --- names ------------------------------------------------------------------------------------------------------------
@mutation("names of threads, events and files", scenario=SHARED_FACT, progress=2)
def titles_are_shown_to_everybody(patch: MonkeyPatch) -> None:
    patch.setattr(ViewBuilder, "_sees_title", lambda self, episode: True)


VEILED = "veil: a message that says too much is veiled"
ENDED = "polls: a poll ends and its result is told"
EVENING = "evenings: a party is joined watched and over"


@mutation("names of threads, events and files", scenario=EVENING)
def threads_name_the_episode_by_its_title(patch: MonkeyPatch) -> None:
    patch.setattr("cogs.ui.parties.thread.episodes", lambda party, words: "The Rat")


@mutation("names of threads, events and files", scenario=EVENING)
def events_name_the_episode_by_its_title(patch: MonkeyPatch) -> None:
    patch.setattr("cogs.ui.parties.scheduled_events.episodes", lambda party, words: "The Rat")


@mutation("names of threads, events and files", scenario="parties: a party is planned answered and looked at")
def calendar_entries_tell_the_recap(patch: MonkeyPatch) -> None:
    patch.setattr("cogs.ui.parties.calendar.episodes", lambda party, words: "Jack at the cemetery")


@mutation("names of threads, events and files", scenario=VEILED)
def veiled_files_keep_their_names(patch: MonkeyPatch) -> None:
    patch.setattr(veil, "file_name", lambda number, original, **_: f"SPOILER_{original}")


# --- attachments with plot --------------------------------------------------------------------------------------------
@mutation("attachments with plot", scenario=VEILED)
def veiled_files_lie_open(patch: MonkeyPatch) -> None:
    media = veil.media_of
    patch.setattr(veil, "media_of", lambda files, words, *, closed: media(files, words, closed=False))


@mutation("attachments with plot", scenario=VEILED)
def veiled_files_are_named_without_the_mark(patch: MonkeyPatch) -> None:
    patch.setattr(veil, "file_name", lambda number, original, **_: f"{number}.bin")


# --- gated polls and cards --------------------------------------------------------------------------------------------
@mutation("gated polls and cards", scenario="polls: a gated poll is read and answered")
def the_public_card_shows_a_gated_question(patch: MonkeyPatch) -> None:
    _forget_gates(patch, Audience)


@mutation("gated polls and cards", scenario="polls: a gated poll is read and answered", progress=3)
def who_has_not_reached_a_poll_reads_it_all_the_same(patch: MonkeyPatch) -> None:
    patch.setattr("bot.services.polls.voting.check_gate", lambda poll, *, level: None)
    _forget_gates(patch, Reader)


@mutation("gated polls and cards", scenario=ENDED)
def the_end_of_a_gated_poll_is_told_openly(patch: MonkeyPatch) -> None:
    _forget_gates(patch, Audience)
    ending_message = poll_jobs.ending_message

    async def told(ending: Any, words: Any, **rest: Any) -> Any:
        return await ending_message(replace(ending, covered=False), words, **rest)

    patch.setattr(poll_jobs, "ending_message", told)


def _forget_gates(patch: MonkeyPatch, forgotten: type[Audience] | type[Reader]) -> None:
    """Texts of polls are opened for such viewers as if they had written them."""
    wording = PollTexts.wording

    def ungated(self: PollTexts, poll: Any, viewer: Any, locale: Any) -> Any:
        return wording(self, poll, Author() if isinstance(viewer, forgotten) else viewer, locale)

    patch.setattr(PollTexts, "wording", ungated)


# --- members' own text ------------------------------------------------------------------------------------------------
@mutation("members' own text", scenario=VEILED)
def a_veil_of_bars_trusts_what_stands_in_it(patch: MonkeyPatch) -> None:
    """As before there were boxes: bars around the text as it was typed."""
    box = panel.box

    def barred(*items: Any, closed: bool = False, **rest: Any) -> Any:
        for item in items:
            if closed and isinstance(item, discord.ui.TextDisplay):
                item.content = f"||{item.content}||"
        return box(*items, **rest)

    patch.setattr(veil, "escaped", lambda text: text)
    patch.setattr(panel, "box", barred)


@mutation("members' own text", scenario=VEILED)
def a_veil_of_bars_stands_in_a_fence(patch: MonkeyPatch) -> None:
    """Bars are literal inside a code block, escaped or not."""
    box = panel.box

    def fenced(*items: Any, closed: bool = False, **rest: Any) -> Any:
        for item in items:
            if closed and isinstance(item, discord.ui.TextDisplay):
                item.content = f"```\n||{item.content}||\n```"
        return box(*items, **rest)

    patch.setattr(panel, "box", fenced)


# --- links ------------------------------------------------------------------------------------------------------------
@mutation("links", scenario="evenings: who asked for it is reminded directly", progress=4)
def links_in_reminders_unfold(patch: MonkeyPatch) -> None:
    send = discord.abc.Messageable.send

    async def unfolding(self: Any, content: str | None = None, **rest: Any) -> Any:
        return await send(self, content, **(rest | {"suppress_embeds": False}))

    patch.setattr(discord.abc.Messageable, "send", unfolding)


# --- sharing ----------------------------------------------------------------------------------------------------------
@mutation("sharing", scenario=SHARED_FACT, progress=4)
def sharing_tells_all_there_is(patch: MonkeyPatch) -> None:
    share = FactsService.share

    async def generous(self: FactsService, asker: Any, request: Any, *, shown: int) -> Any:
        shared = await share(self, asker, request, shown=shown)
        if shared.covered is None:
            return shared
        return replace(shared, covered=replace(shared.covered, body=self._whole(self._meant(request), shared.locale)))

    patch.setattr(FactsService, "share", generous)


@mutation("sharing", scenario=SHARED_FACT)
def sharing_forgets_the_horizon(patch: MonkeyPatch) -> None:
    patch.setattr("bot.services.facts.open_level", lambda *, shown, horizon: shown)


@mutation("sharing", scenario=SHARED_RECAP)
def recaps_forget_the_horizon(patch: MonkeyPatch) -> None:
    patch.setattr("bot.services.recaps.open_level", lambda *, shown, horizon: shown)


@mutation("sharing", scenario="facts: an answer is shared between two users", progress=5, noticed=AssertionError)
def sharing_sends_to_the_channel(patch: MonkeyPatch) -> None:
    async def post(interaction: Any, view: discord.ui.LayoutView, *_: Any, **__: Any) -> None:
        await interaction.channel.send(view=view)

    patch.setattr(facts_presses, "post", post)


# --- what is never markdown -------------------------------------------------------------------------------------------
@mutation("what is never markdown", scenario=SHARED_FACT)
def bars_are_trusted_on_a_label(patch: MonkeyPatch) -> None:
    draw = facts.MineButton.draw
    patch.setattr(facts.MineButton, "draw", lambda label, **ids: draw("Mine ||the gravestone||", **ids))


# --- logs -------------------------------------------------------------------------------------------------------------
@mutation("logs", scenario="facts: what nobody knows is asked for", progress=0, horizon=3)
def what_was_typed_is_logged(patch: MonkeyPatch) -> None:
    look_up = FactsService.look_up

    async def talkative(self: FactsService, asker: Any, page: Any, query: str) -> Any:
        logging.getLogger("bot.services.facts").debug("looking up %r", query)
        return await look_up(self, asker, page, query)

    patch.setattr(FactsService, "look_up", talkative)


@mutation("logs", scenario=SHARED_FACT)
def what_was_shared_is_logged(patch: MonkeyPatch) -> None:
    public = facts_presses.public

    def talkative(shared: Any, words: Any, **rest: Any) -> Any:
        view = public(shared, words, **rest)
        logging.getLogger("cogs.ui.facts").info("posting %s", view.to_components())
        return view

    patch.setattr(facts_presses, "public", talkative)


# --- spoilered is not gated -------------------------------------------------------------------------------------------
@mutation("spoilered is not gated", scenario=SHARED_FACT, progress=2, horizon=4)
def what_is_withheld_is_sent_in_a_closed_box(patch: MonkeyPatch) -> None:
    answer_of = FactsService.answer
    private = facts_presses.private

    async def both(self: FactsService, asker: Any, request: Any, *, anyway: bool = False) -> Any:
        found = await answer_of(self, asker, request, anyway=anyway)
        wholes.append(await answer_of(self, asker, request, anyway=True))
        return found

    wholes: list[Any] = []

    def generous(found: Any, words: Any, **rest: Any) -> Any:
        view = private(found, words, **rest)
        if wholes:
            view.add_item(panel.box(*page(wholes[-1], words), closed=True))
        return view

    patch.setattr(FactsService, "answer", both)
    patch.setattr(facts_presses, "private", generous)


def _plain(view: discord.ui.LayoutView) -> str:
    return "\n".join(str(part["content"]) for part in walk(view.to_components()) if "content" in part)


def missing_rules(found: Sequence[Mutation]) -> list[str]:
    """The rules that no mutation breaks."""
    return [rule for rule in RULES if rule not in {each.rule for each in found}]

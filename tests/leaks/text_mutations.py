"""Faults in the rules about members' own words and the places where they stand. Each changes the product's code in this
process; on a generated server, the same story that passes without it must then end with somebody who received words
that were not for them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from pytest import MonkeyPatch

from bot.domain.member_text import Channel, MemberText
from bot.domain.readers import Audience, Reader
from bot.domain.visibility import may_see
from bot.services.parties import drafts as party_drafts
from bot.services.parties.service import PartiesService
from bot.services.polls import transactions as polls
from bot.services.polls.service import PollService
from bot.services.polls.texts import PollTexts
from bot.services.posts import PostsService
from bot.store import posts
from tests.leaks.generated import Plan

Step = tuple[str, int, int, int]
"""What is done, by which member, in which channel, at which level."""

OPEN_AND_SHUT = Plan(
    server=0, channels=((8, 0), (0, 0)), members=((8, True, True), (None, True, True), (3, True, True))
)
"""All may be said in the first channel, nothing in the second. Who has seen all, who has not begun, who is at 3."""
KEPT_IN = Plan(server=8, channels=((None, 1), (None, 0)), members=((8, True, True), (8, False, False), (8, True, True)))
"""Everybody has seen all, and may say so anywhere; the second member may not view the first channel."""
BOTH_OPEN = Plan(server=8, channels=((None, 0), (None, 0)), members=OPEN_AND_SHUT.members)
NOTHING_SAID = Plan(server=0, channels=((0, 0), (0, 0)), members=OPEN_AND_SHUT.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMutation:
    """One fault. It shows when these steps are played on a server of `plan`, or when everybody then reads all."""

    name: str
    plan: Plan
    steps: Sequence[Step]
    apply: Callable[[MonkeyPatch], None]


TEXT_MUTATIONS: list[TextMutation] = []


def mutation(plan: Plan, *steps: Step) -> Callable[[Callable[[MonkeyPatch], None]], Callable[[MonkeyPatch], None]]:
    """Register a mutation under the name of its function."""

    def mark(apply: Callable[[MonkeyPatch], None]) -> Callable[[MonkeyPatch], None]:
        name = apply.__name__.replace("_", " ")
        TEXT_MUTATIONS.append(TextMutation(name=name, plan=plan, steps=steps, apply=apply))
        return apply

    return mark


def nothing(*_: Any, **__: Any) -> Generator[Any, Any, None]:
    """A step of a transaction that was forgotten."""
    return
    yield


# --- who reads --------------------------------------------------------------------------------------------------------
@mutation(OPEN_AND_SHUT, ("poll", 0, 0, 8))
def who_has_not_seen_as_much_reads_words_of_an_open_channel(patch: MonkeyPatch) -> None:
    patch.setattr(Reader, "may_read", lambda self, level, channel: self.views(channel))


@mutation(KEPT_IN, ("poll", 0, 0, 8))
def who_may_not_view_a_channel_reads_its_polls(patch: MonkeyPatch) -> None:
    patch.setattr(Reader, "views", lambda self, channel: True)


@mutation(KEPT_IN, ("party", 0, 0, 8))
def who_may_not_view_a_channel_reads_the_notes_of_its_parties(patch: MonkeyPatch) -> None:
    patch.setattr(Reader, "views", lambda self, channel: True)
    patch.setattr("bot.services.parties.service.may_know", lambda party, asker: True)


@mutation(OPEN_AND_SHUT, ("note", 0, 0, 8))
def notes_of_moderators_are_told_to_everybody(patch: MonkeyPatch) -> None:
    patch.setattr(Reader, "may_read", lambda self, level, channel: True)


@mutation(OPEN_AND_SHUT, ("poll", 0, 0, 8))
def what_is_typed_finds_questions_beyond_the_typist(patch: MonkeyPatch) -> None:
    patch.setattr(PollTexts, "question", lambda self, entry, viewer, locale: entry.question.to_store())
    patch.setattr(PollService, "_entry", _told_whole)


def _told_whole(self: Any, poll: Any, voters: int, reader: Any, locale: Any) -> Any:
    from bot.domain.member_text import Author
    from bot.services.polls.values import Listed

    return Listed(poll=poll, wording=self._texts.wording(poll, Author(), locale), voters=voters)


# --- what everybody sees ----------------------------------------------------------------------------------------------
@mutation(BOTH_OPEN, ("poll", 0, 0, 8), ("share", 0, 1, 0))
def a_shared_status_names_polls_of_other_channels(patch: MonkeyPatch) -> None:
    patch.setattr(Audience, "may_read", lambda self, level, channel: may_see(self.horizon, level))


@mutation(NOTHING_SAID, ("poll", 0, 0, 8))
def a_card_shows_what_may_not_be_said_there(patch: MonkeyPatch) -> None:
    patch.setattr(Audience, "may_read", lambda self, level, channel: channel.id == self.channel_id)


@mutation(OPEN_AND_SHUT, ("note", 0, 0, 8), ("share", 0, 1, 0))
def a_shared_status_tells_what_moderators_noted_for_others(patch: MonkeyPatch) -> None:
    patch.setattr(Audience, "may_read", lambda self, level, channel: True)


@mutation(BOTH_OPEN, ("poll", 0, 0, 0), ("standing", 0, 1, 0))
def how_a_poll_stands_is_shared_anywhere(patch: MonkeyPatch) -> None:
    patch.setattr(Audience, "may_read", lambda self, level, channel: True)


@mutation(NOTHING_SAID, ("poll", 0, 1, 0), ("take down", 0, 1, 0))
def everybody_moves_every_poll(patch: MonkeyPatch) -> None:
    async def allowed(self: Any, asker: Any, poll_id: int) -> bool:
        return True

    async def move(self: Any, asker: Any, poll_id: int) -> None:
        from dataclasses import replace

        await moving(self, replace(asker, manages_server=True), poll_id)

    moving = PollService.move
    patch.setattr(PollService, "may_repost", allowed)
    patch.setattr(PollService, "move", move)


# --- what words may spoil ---------------------------------------------------------------------------------------------
@mutation(OPEN_AND_SHUT, ("poll", 0, 0, 0))
def a_poll_forgets_where_it_was_asked(patch: MonkeyPatch) -> None:
    patch.setattr(polls, "with_level", lambda poll, level, **_: poll)


@mutation(OPEN_AND_SHUT, ("party", 0, 0, 8))
def a_note_forgets_where_it_was_written(patch: MonkeyPatch) -> None:
    def harmless(written: str, channel_id: int, level: int) -> MemberText | None:
        return MemberText(written, level=0, channel=Channel(channel_id)) if written else None

    patch.setattr(party_drafts, "note_of", harmless)


@mutation(OPEN_AND_SHUT, ("party", 0, 0, 8))
def the_note_of_a_party_is_opened_for_nobody_in_particular(patch: MonkeyPatch) -> None:
    seen = PartiesService._seen

    def told(self: Any, looked: Any) -> Any:
        from dataclasses import replace

        note = looked.party.note
        return replace(seen(self, looked), note=None if note is None else note.to_store())

    patch.setattr(PartiesService, "_seen", told)


# --- when a place, a gate or a poll changes ---------------------------------------------------------------------------
@mutation(OPEN_AND_SHUT, ("poll", 0, 0, 8), ("channel", 0, 0, 0))
def cards_stay_as_they_are_when_a_horizon_falls(patch: MonkeyPatch) -> None:
    patch.setattr("bot.store.posts.place_changed", nothing)


@mutation(OPEN_AND_SHUT, ("poll", 0, 0, 8), ("share", 0, 0, 0), ("channel", 0, 0, 0))
def what_was_shared_stays_open_when_a_horizon_falls(patch: MonkeyPatch) -> None:
    async def none(self: Any, guild_id: int) -> list[Any]:
        return []

    patch.setattr(PostsService, "owed", none)


@mutation(OPEN_AND_SHUT, ("veil", 0, 0, 8), ("lift", 0, 0, 0), ("channel", 0, 0, 0))
def a_lifted_veil_stays_lifted_when_a_horizon_falls(patch: MonkeyPatch) -> None:
    async def leave(*_: Any) -> None:
        return None

    patch.setattr("cogs.ui.veil.draw_again", leave)


@mutation(NOTHING_SAID, ("poll", 0, 0, 0), ("share", 0, 0, 0), ("gate", 0, 0, 7))
def a_gate_leaves_what_was_shared_before_it(patch: MonkeyPatch) -> None:
    patch.setattr(posts, "raise_written", nothing)


@mutation(NOTHING_SAID, ("poll", 0, 0, 0), ("standing", 0, 0, 0), ("gate", 0, 0, 7))
def a_gate_leaves_how_a_poll_stood_before_it(patch: MonkeyPatch) -> None:
    patch.setattr(polls, "_spoils_from_now_on", nothing)


@mutation(NOTHING_SAID, ("poll", 0, 0, 0), ("delete by a moderator", 0, 0, 0))
def a_poll_that_a_moderator_deletes_keeps_its_words(patch: MonkeyPatch) -> None:
    patch.setattr(polls, "without_words", lambda poll: poll)


@mutation(NOTHING_SAID, ("poll", 0, 0, 0), ("close", 0, 0, 0), ("delete by a moderator", 0, 0, 0))
def the_result_of_a_deleted_poll_keeps_its_words(patch: MonkeyPatch) -> None:
    patch.setattr(polls, "_spoils_from_now_on", nothing)


@mutation(NOTHING_SAID, ("poll", 0, 0, 0), ("share", 0, 0, 0), ("take down", 0, 1, 0))
def what_was_shared_of_a_poll_stays_where_it_no_longer_stands(patch: MonkeyPatch) -> None:
    patch.setattr(polls, "_spoils_from_now_on", nothing)

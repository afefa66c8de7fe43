"""Units of work on polls that put several statements, or a change and its job, into one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.guild_settings import GuildSettings
from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.member_text import Channel
from bot.domain.poll import Poll, PollState, check_present, with_level, without_words
from bot.domain.post import BEYOND, PostKind
from bot.domain.readers import Asker, Audience, Reader
from bot.domain.tally import Tallies, Tally, total
from bot.domain.visibility import may_see
from bot.errors import EtoileError
from bot.store import clubs, jobs, posts
from bot.store.engine.database import Transaction
from bot.store.guild_settings import load_audience, load_guild, reading_context
from bot.store.polls import ballots, polls
from bot.store.polls import cards as poll_cards
from bot.store.polls import drafts as poll_drafts
from bot.store.polls.polls import Entry

CLOSE = JobKind.POLL_CLOSE
"""The job that ends a poll."""
CARD_OWED = timedelta(seconds=45)
"""After so long somebody else posts a card that whoever opened the poll did not."""


BOARD_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """What is known of a poll apart from any reader. `locale` is the server's choice, else what it was at posting."""

    poll: Poll
    version: int
    audience: Audience
    locale: Locale
    tallies: Tallies

    @property
    def together(self) -> Tally:
        """All ballots, of every episode and group."""
        return total(self.tallies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A poll of the asker's server with whatever says who may do what with it."""

    poll: Poll
    reader: Reader
    settings: GuildSettings
    tallies: Tallies


def find_poll(asker: Asker, poll_id: int) -> Transaction[Found]:
    """A poll that the asker may know of. Raises EtoileError for any other."""
    reader = yield from reading_context(asker)
    poll = check_present((yield from polls.load_poll(poll_id=poll_id)), guild_id=asker.guild_id)
    check_viewed(poll, reader)
    settings = yield from load_guild(guild_id=poll.guild_id)
    tallies = yield from ballots.load_tallies(poll_id=poll_id)
    return Found(poll=poll, reader=reader, settings=settings, tallies=tallies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Which of a server's polls a reader may know of: open ones first, then the newest first."""

    reader: Reader
    entries: tuple[Entry, ...]


def list_entries(asker: Asker, guild_id: int) -> Transaction[Index]:
    """The polls in channels that the asker may view, in few words each."""
    reader = yield from reading_context(asker)
    entries = yield from polls.list_entries(guild_id=guild_id)
    seen: dict[Channel, bool] = {}
    for entry in entries:
        if entry.channel not in seen:
            seen[entry.channel] = reader.views(entry.channel)
    return Index(reader=reader, entries=tuple(entry for entry in entries if seen[entry.channel]))


def load_listed(poll_ids: Sequence[int]) -> Transaction[list[tuple[Poll, int]]]:
    """These polls in this order, with how many ballots each has."""
    found = yield from polls.load_polls(poll_ids=poll_ids)
    voters = yield from ballots.count_voters(poll_ids=poll_ids)
    return [(found[poll_id], voters.get(poll_id, 0)) for poll_id in poll_ids if poll_id in found]


def open_poll(poll: Poll) -> Transaction[tuple[Poll, Audience]]:
    """Turns a draft into a poll, and schedules its end. What may be discussed in its channel, its words may spoil.

    Returns the poll as it is stored, and those who see it.
    """
    if not (yield from poll_drafts.drop_draft(draft_id=poll.id)):
        raise EtoileError("poll-draft-gone")
    audience = yield from load_audience(guild_id=poll.guild_id, channel_id=poll.channel_id, parent_id=poll.parent_id)
    if poll.preset_id is None:
        poll = with_level(poll, audience.horizon)
    yield from polls.insert_poll(poll)
    if poll.closes_at is not None:
        yield from jobs.schedule(kind=CLOSE, subject_id=poll.id, due_at=poll.closes_at)
    # Whoever opens it posts its card; should they die, or Discord refuse, a job does.
    yield from jobs.schedule(kind=JobKind.POLL_CARD, subject_id=poll.id, due_at=poll.opened_at + CARD_OWED)
    return poll, audience


def note_drawn(versions: Mapping[int, int], now: datetime) -> Transaction[None]:
    """Remembers at which versions cards stand. What changed them, the boards of clubs may show as well."""
    yield from poll_cards.note_drawn(versions)
    yield from clubs.boards_changed(arc_ids=tuple(versions), at=now + BOARD_AFTER)


def place_card(
    poll_id: int, *, channel_id: int, parent_id: int | None, message_id: int | None, version: int
) -> Transaction[None]:
    """Remembers where a card stands and what it shows."""
    yield from polls.save_place(poll_id=poll_id, channel_id=channel_id, parent_id=parent_id, message_id=message_id)
    if message_id is not None:
        yield from jobs.unschedule(kind=JobKind.POLL_CARD, subject_id=poll_id)
        yield from poll_cards.note_drawn({poll_id: version})


def move_card(poll_id: int, channel: Channel, now: datetime) -> Transaction[None]:
    """The poll's card is to stand elsewhere from now on: its words still spoil what they did, and what may be discussed
    there as well. Where it stood, they stand no longer."""
    poll = yield from _touch(poll_id)
    if channel.id != poll.channel_id:
        yield from _spoils_from_now_on(poll, BEYOND, now)
    audience = yield from load_audience(guild_id=poll.guild_id, channel_id=channel.id, parent_id=channel.parent_id)
    if poll.preset_id is None:
        yield from polls.save_wording(with_level(poll, audience.horizon))
    yield from polls.save_place(poll_id=poll_id, channel_id=channel.id, parent_id=channel.parent_id, message_id=None)


def check_viewed(poll: Poll, reader: Reader) -> None:
    """Raises EtoileError for whoever may not view the poll's channel: to them there is no such poll."""
    if not reader.views(poll.channel):
        raise EtoileError("poll-gone")


def check_open(poll: Poll) -> Poll:
    """The poll, if it is open. Raises EtoileError otherwise."""
    if poll.state != PollState.OPEN:
        raise EtoileError("poll-closed-to-changes")
    return poll


def _touch(poll_id: int) -> Transaction[Poll]:
    poll, _ = (yield from polls.touch_poll(poll_id=poll_id)) or (None, 0)
    if poll is None or poll.state == PollState.DELETED:
        raise EtoileError("poll-gone")
    return poll


def change_wording(poll_id: int, how: Callable[[Poll], Poll]) -> Transaction[Poll]:
    """Other words for an open poll, whether or not it has ballots."""
    changed = how(check_open((yield from _touch(poll_id))))
    yield from polls.save_wording(changed)
    return changed


def reword(poll_id: int, how: Callable[[Poll], Poll]) -> Transaction[Poll]:
    """Other words for an open poll that has no ballots yet."""
    poll = check_open((yield from _touch(poll_id)))
    tallies = yield from ballots.load_tallies(poll_id=poll_id)
    if any(tally.voters for tally in tallies.values()):
        raise EtoileError("poll-has-ballots")
    changed = how(poll)
    yield from polls.save_wording(changed)
    return changed


def set_end(poll_id: int, closes_at: datetime | None) -> Transaction[Poll]:
    """Another end for an open poll, None for none."""
    poll = replace(check_open((yield from _touch(poll_id))), closes_at=closes_at)
    yield from polls.save_state(poll)
    yield from _schedule(poll)
    return poll


def _schedule(poll: Poll) -> Transaction[None]:
    if poll.closes_at is None:
        yield from jobs.unschedule(kind=CLOSE, subject_id=poll.id)
    else:
        yield from jobs.schedule(kind=CLOSE, subject_id=poll.id, due_at=poll.closes_at)


def close_poll(poll_id: int, now: datetime, *, by_hand: bool) -> Transaction[Poll | None]:
    """Closes an open poll, by hand or because its end has come. None when it stays as it is."""
    poll, _ = (yield from polls.touch_poll(poll_id=poll_id)) or (None, 0)
    if poll is None or poll.state != PollState.OPEN:
        return None
    if not by_hand and (poll.closes_at is None or poll.closes_at > now):
        return None
    closed = replace(poll, state=PollState.CLOSED, closed_at=now)
    yield from polls.save_state(closed)
    if by_hand:
        yield from jobs.schedule(kind=CLOSE, subject_id=poll_id, due_at=now)
    return closed


def reopen_poll(poll_id: int, closes_at: datetime | None) -> Transaction[Poll]:
    """Opens a closed poll again."""
    poll = yield from _touch(poll_id)
    if poll.state != PollState.CLOSED:
        raise EtoileError("poll-open-already")
    opened = replace(poll, state=PollState.OPEN, closed_at=None, closes_at=closes_at, round=poll.round + 1)
    yield from polls.save_state(opened)
    yield from _schedule(opened)
    return opened


def set_gate(poll_id: int, gate: int, now: datetime) -> Transaction[Poll]:
    """What the poll spoils, as a moderator says: the last word on it. Results that tell too much are covered."""
    poll = yield from _touch(poll_id)
    changed = with_level(replace(poll, gate=gate), gate, lower=True)
    yield from polls.save_wording(changed)
    yield from _spoils_from_now_on(poll, max(changed.level, changed.spoils), now)
    return changed


def _spoils_from_now_on(poll: Poll, level: int, now: datetime) -> Transaction[None]:
    """What was posted of a poll spoils so much, its results and every shared status that may name it."""
    yield from posts.set_level(guild_id=poll.guild_id, subject_id=poll.id, level=level, at=now)
    yield from posts.raise_written(
        guild_id=poll.guild_id, channel_id=poll.channel_id, since=poll.opened_at, level=level, at=now
    )


def announce(poll: Poll, message_id: int, level: int, now: datetime) -> Transaction[None]:
    """Remembers the message that told the end (0: it could not be posted), of which so much stands openly."""
    yield from polls.mark_announced(poll_id=poll.id, round_=poll.round, message_id=message_id)
    if message_id and (yield from posts.find_post(guild_id=poll.guild_id, message_id=message_id)) is None:
        post_id = yield from posts.begin_post(
            guild_id=poll.guild_id,
            channel_id=poll.channel_id,
            parent_id=poll.parent_id,
            kind=PostKind.RESULT,
            subject_id=poll.id,
            level=level,
            at=now,
        )
        yield from posts.end_post(post_id=post_id, message_id=message_id, at=now)


def delete_poll(poll_id: int, now: datetime, *, wordless: bool) -> Transaction[Poll]:
    """Deletes the ballots and the counts, and leaves the poll as a deleted one; `wordless`: without what it asked, too.

    What spoils more than its channel allows keeps no words anyway.
    """
    poll = yield from _touch(poll_id)
    gone = replace(poll, state=PollState.DELETED, closed_at=now)
    audience = yield from load_audience(guild_id=poll.guild_id, channel_id=poll.channel_id, parent_id=poll.parent_id)
    if wordless or not may_see(audience.horizon, poll.level):
        gone = without_words(gone)
        yield from polls.save_wording(gone)
        yield from _spoils_from_now_on(poll, BEYOND, now)
    yield from polls.save_state(gone)
    yield from ballots.drop_ballots(poll_id=poll_id)
    yield from jobs.unschedule(kind=CLOSE, subject_id=poll_id)
    return gone


def read_public(poll_id: int) -> Transaction[Public | None]:
    """A poll as its card needs it, None when there is none."""
    found = yield from polls.load_versioned(poll_id=poll_id)
    if found is None:
        return None
    poll, version = found
    tallies, changes = yield from ballots.load_counts(poll_id=poll_id)
    audience = yield from load_audience(guild_id=poll.guild_id, channel_id=poll.channel_id, parent_id=poll.parent_id)
    return Public(
        poll=poll,
        version=version + changes,
        audience=audience,
        locale=audience.locale or poll.locale,
        tallies=tallies,
    )

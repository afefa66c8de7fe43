"""Units of work on polls that put several statements, or a change and its job, into one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.job_kinds import JobKind
from bot.domain.locale import Locale
from bot.domain.poll import Poll, PollState
from bot.domain.reading import Asker, Reader
from bot.domain.tally import Tally
from bot.errors import EtoileError
from bot.store import jobs
from bot.store.engine.database import Work
from bot.store.guild_settings import load_audience, reading_context
from bot.store.polls import ballots, polls
from bot.store.polls import cards as poll_cards
from bot.store.polls.ballots import Tallies

CLOSE = JobKind.POLL_CLOSE
"""The job that ends a poll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """What is known of a poll apart from any reader. `locale` is the server's choice, else what it was at posting."""

    poll: Poll
    version: int
    horizon: int
    locale: Locale
    tallies: Tallies

    @property
    def together(self) -> Tally:
        """All ballots, of every episode and group."""
        return sum(self.tallies.values(), Tally())


def context_of(asker: Asker) -> Work[Reader]:
    """Where the asker stands."""
    return reading_context(asker)


def context_and_tallies(asker: Asker, poll_id: int) -> Work[tuple[Reader, Tallies]]:
    """Where the asker stands, and the counts of a poll."""
    stand = yield from context_of(asker)
    return stand, (yield from ballots.load_tallies(poll_id=poll_id))


def list_polls(asker: Asker, guild_id: int) -> Work[tuple[Reader, list[tuple[Poll, int]]]]:
    """Where the asker stands, and the server's polls with how many ballots each has."""
    stand = yield from context_of(asker)
    found = yield from polls.list_polls(guild_id=guild_id)
    voters = yield from ballots.count_voters(guild_id=guild_id)
    return stand, [(poll, voters.get(poll.id, 0)) for poll in found]


def open_poll(poll: Poll) -> Work[int]:
    """Turns a draft into a poll, and schedules its end. Returns the horizon of its channel."""
    if not (yield from polls.drop_draft(draft_id=poll.id)):
        raise EtoileError("poll-draft-gone")
    yield from polls.insert_poll(poll)
    if poll.closes_at is not None:
        yield from jobs.schedule(kind=CLOSE, subject_id=poll.id, due_at=poll.closes_at)
    stand = yield from load_audience(guild_id=poll.guild_id, channel_id=poll.channel_id, parent_id=poll.parent_id)
    return stand.horizon


def place_card(
    poll_id: int, *, channel_id: int, parent_id: int | None, message_id: int | None, version: int
) -> Work[None]:
    """Remembers where a card stands and what it shows."""
    yield from polls.save_place(poll_id=poll_id, channel_id=channel_id, parent_id=parent_id, message_id=message_id)
    if message_id is not None:
        yield from poll_cards.note_drawn({poll_id: version})


def check_open(poll: Poll) -> Poll:
    """The poll, if it is open. Raises EtoileError otherwise."""
    if poll.state != PollState.OPEN:
        raise EtoileError("poll-closed-to-changes")
    return poll


def _touched(poll_id: int) -> Work[Poll]:
    poll, _ = (yield from polls.touch_poll(poll_id=poll_id)) or (None, 0)
    if poll is None or poll.state == PollState.DELETED:
        raise EtoileError("poll-gone")
    return poll


def change_wording(poll_id: int, how: Callable[[Poll], Poll]) -> Work[Poll]:
    """Other words for an open poll, whether or not it has ballots."""
    changed = how(check_open((yield from _touched(poll_id))))
    yield from polls.save_wording(changed)
    return changed


def reword(poll_id: int, how: Callable[[Poll], Poll]) -> Work[Poll]:
    """Other words for an open poll that has no ballots yet."""
    poll = check_open((yield from _touched(poll_id)))
    tallies = yield from ballots.load_tallies(poll_id=poll_id)
    if any(tally.voters for tally in tallies.values()):
        raise EtoileError("poll-has-ballots")
    changed = how(poll)
    yield from polls.save_wording(changed)
    return changed


def set_end(poll_id: int, closes_at: datetime | None) -> Work[Poll]:
    """Another end for an open poll, None for none."""
    poll = replace(check_open((yield from _touched(poll_id))), closes_at=closes_at)
    yield from polls.save_state(poll)
    yield from _schedule(poll)
    return poll


def _schedule(poll: Poll) -> Work[None]:
    if poll.closes_at is None:
        yield from jobs.unschedule(kind=CLOSE, subject_id=poll.id)
    else:
        yield from jobs.schedule(kind=CLOSE, subject_id=poll.id, due_at=poll.closes_at)


def close_poll(poll_id: int, now: datetime, *, by_hand: bool) -> Work[Poll | None]:
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


def reopen_poll(poll_id: int, closes_at: datetime | None) -> Work[Poll]:
    """Opens a closed poll again."""
    poll = yield from _touched(poll_id)
    if poll.state != PollState.CLOSED:
        raise EtoileError("poll-open-already")
    opened = replace(poll, state=PollState.OPEN, closed_at=None, closes_at=closes_at, round=poll.round + 1)
    yield from polls.save_state(opened)
    yield from _schedule(opened)
    return opened


def delete_poll(poll_id: int, now: datetime) -> Work[Poll]:
    """Deletes the ballots and the counts, and leaves the poll as a deleted one."""
    poll = yield from _touched(poll_id)
    gone = replace(poll, state=PollState.DELETED, closed_at=now)
    yield from polls.save_state(gone)
    yield from ballots.drop_ballots(poll_id=poll_id)
    yield from jobs.unschedule(kind=CLOSE, subject_id=poll_id)
    return gone


def read_public(poll_id: int) -> Work[Public | None]:
    """A poll as its card needs it, None when there is none."""
    found = yield from polls.load_versioned(poll_id=poll_id)
    if found is None:
        return None
    poll, version = found
    tallies, changes = yield from ballots.load_counts(poll_id=poll_id)
    stand = yield from load_audience(guild_id=poll.guild_id, channel_id=poll.channel_id, parent_id=poll.parent_id)
    return Public(
        poll=poll, version=version + changes, horizon=stand.horizon, locale=stand.locale or poll.locale, tallies=tallies
    )

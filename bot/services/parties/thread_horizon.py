"""What may be talked about openly in a party's thread: as much as in its channel, and what was watched there.

A thread has no horizon of its own at first, so that of its channel holds. When the clock has ended an episode, the
thread is open for it. Nobody raises a horizon by planning a party: as much time has to have passed since its start as
the episodes take.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.party import Party
from bot.domain.playback import Playback, Stored
from bot.store import clubs, guild_settings
from bot.store.engine.database import Transaction

SHORTEST = timedelta(minutes=30)
"""How long it takes at least to watch one. The length that a host states does not count: anybody can state any."""


def ended_episode(party: Party, clock: Playback, now: datetime) -> int | None:
    """The last of the party's episodes that was watched to its end by `now`; None while none was."""
    over = clock.stored is Stored.OVER and clock.position > timedelta()
    ended = clock.episode if over else clock.episode - 1
    possible = party.first_episode - 1 + (now - party.starts_at) // SHORTEST
    ended = min(ended, possible, party.last_episode)
    return ended if ended >= party.first_episode else None


def open_what_was_watched(
    party: Party, clock: Playback, now: datetime, *, before: Playback | None = None
) -> Transaction[None]:
    """Gives the party's thread the horizon of what was watched in it. `before`: the clock before a press, which may
    have taken back the end of an episode. What moderators set there is never lowered by more than the clock raised."""
    yield from _lower_room(party, clock, now)
    if party.thread_id is None:
        return
    ended = ended_episode(party, clock, now)
    took_back = before is not None and (ended_episode(party, before, now) or 0) > (ended or 0)
    if ended is None and not took_back:
        return
    own = (yield from guild_settings.list_channel_horizons(guild_id=party.guild_id)).get(party.thread_id)
    parent = yield from guild_settings.load_audience(
        guild_id=party.guild_id, channel_id=party.channel_id, parent_id=None
    )
    wanted = None if ended is None else max(ended, parent.horizon)
    raised_by_clock = took_back and before is not None and own == ended_episode(party, before, now)
    if (wanted is not None and wanted > (parent.horizon if own is None else own)) or raised_by_clock:
        yield from guild_settings.set_channel_horizon(
            channel_id=party.thread_id, guild_id=party.guild_id, horizon=wanted, at=now
        )


def _lower_room(party: Party, clock: Playback, now: datetime) -> Transaction[None]:
    """The room of a club's evening stands no higher than the evening got, also when its end is taken back."""
    room = yield from clubs.load_room(party_id=party.id)
    reached = ended_episode(party, clock, now) or party.first_episode - 1
    if room is None or room.thread_id is None or room.level <= reached:
        return
    yield from clubs.save_room(replace(room, level=reached))
    yield from guild_settings.set_channel_horizon(
        channel_id=room.thread_id, guild_id=party.guild_id, horizon=reached, at=now
    )

"""What an edit makes of parties, worked out before anything is stored: for the preview and for the change itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.domain.instants import from_ms, to_ms
from bot.domain.party import MAX_SEATS, Party, State
from bot.domain.series import Series
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from bot.domain.walltime import wall_of
from bot.errors import EtoileError
from bot.services.parties.transitions import anchored, edited, moved, relaid, replanned
from bot.services.parties.values import Edit
from bot.store import guild_settings
from bot.store.engine.database import Transaction


def check_edit(edit: Edit, now: datetime) -> None:
    """Raises EtoileError for an edit that cannot be, whatever the party is."""
    if edit.starts_at is not None and edit.starts_at <= now:
        raise EtoileError("when-past")
    if edit.seats is not None and not 0 <= edit.seats <= MAX_SEATS:
        raise EtoileError("party-seats-wrong", most=MAX_SEATS)


def plan_edit(
    series: Series | None, targets: list[Party], edit: Edit, now: datetime, *, spoken: Callable[[str], int]
) -> Transaction[tuple[Series | None, list[Party]]]:
    """The series and the parties as the edit makes them. Reads the horizon of their channel, and stores nothing.
    `spoken`: up to which episode the guarded words in a text spoil."""
    first = targets[0]
    if edit.starts_at is not None and first.state is State.LIVE:
        raise EtoileError("party-has-begun")
    if edit.starts_at is not None and series is not None:
        wall = wall_of(edit.starts_at, series.rule.zone)
        rule = anchored(series.rule, wall, wall_of(first.starts_at, series.rule.zone))
        if rule.times is not None:  # so many are left, this one among them
            rule = replace(rule, times=max(1, rule.times - (first.occurrence or 0) + series.past))
        series = replace(series, rule=rule, past=first.occurrence or 0)
        targets = replanned(series, targets, now)
    elif edit.starts_at is not None:
        targets = [moved(first, edit.starts_at, now)]
    audience = yield from guild_settings.load_audience(
        guild_id=first.guild_id, channel_id=edit.channel_id or first.channel_id, parent_id=None
    )
    shift = 0 if edit.first_episode is None else edit.first_episode - first.first_episode
    if series is not None:
        series = replace(series, channel_id=edit.channel_id or series.channel_id)
        if edit.first_episode is not None or edit.last_episode is not None:
            series, targets = _with_episodes(series, targets, edit)
            edit, shift = replace(edit, first_episode=None, last_episode=None), 0
    return series, [edited(party, edit, shift, horizon=audience.horizon, spoken=spoken) for party in targets]


def _with_episodes(series: Series, targets: list[Party], edit: Edit) -> tuple[Series, list[Party]]:
    """This party and all that follow with other episodes. Another last one for the first means so many for each."""
    first = edit.first_episode or targets[0].first_episode
    last = edit.last_episode or first + series.per_evening - 1
    if not FIRST_EPISODE <= first <= min(last, series.last_episode) or last > LAST_EPISODE:
        raise EtoileError("party-no-such-episode", last=LAST_EPISODE)
    series = replace(series, per_evening=last - first + 1, last_episode=max(last, series.last_episode))
    return series, relaid(series, targets, first)


def changes_of(edit: Edit) -> dict[str, Any]:
    """An edit as plain values, to be stored until it is confirmed."""
    changes = {name: value for name, value in asdict(edit).items() if value is not None}
    if edit.starts_at is not None:
        changes["starts_at"] = to_ms(edit.starts_at)
    return changes


def edit_of(changes: dict[str, Any]) -> Edit:
    """The edit that was stored as plain values."""
    values = dict(changes)
    if "starts_at" in values:
        values["starts_at"] = from_ms(values["starts_at"])
    if "role_ids" in values:
        values["role_ids"] = tuple(values["role_ids"])
    return Edit(**values)

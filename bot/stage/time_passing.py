"""What happens on Discord by itself as time passes: quiet threads are archived, events elsewhere begin and end."""

from __future__ import annotations

from datetime import timedelta

from bot.stage import scheduled, threads
from bot.stage.payloads import Wire, read_stamp, snowflake_ms
from bot.stage.world import THREADS, World


def pass_time(world: World) -> None:
    """Bring the world up to the stage's present instant."""
    for channel in [c for c in world.channels.values() if c["type"] in THREADS]:
        if not channel["thread_metadata"]["archived"] and _quiet(world, channel):
            threads.change(world, channel, {"archived": True})
    for event in list(world.events.values()):
        if event["entity_type"] == scheduled.EXTERNAL:
            _begin_or_end(world, event)


def _quiet(world: World, thread: Wire) -> bool:
    """Whether nothing happened in a thread for as long as it was told to wait."""
    metadata = thread["thread_metadata"]
    last_ms = max(
        snowflake_ms(thread["last_message_id"] or thread["id"]),
        int(read_stamp(metadata["archive_timestamp"]).timestamp() * 1000),
    )
    return world.clock.ms() - last_ms > metadata["auto_archive_duration"] * 60_000


def _begin_or_end(world: World, event: Wire) -> None:
    now = world.clock.now() + timedelta(milliseconds=1)
    if event["status"] == scheduled.SCHEDULED and read_stamp(event["scheduled_start_time"]) <= now:
        event = scheduled.change(world, event, {"status": scheduled.ACTIVE})
    if event["status"] == scheduled.ACTIVE and read_stamp(event["scheduled_end_time"]) <= now:
        scheduled.change(world, event, {"status": scheduled.COMPLETED})

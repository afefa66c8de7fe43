"""Scheduled events of a guild: made and changed under Discord's rules, and who is interested."""

from __future__ import annotations

from bot.stage.component_limits import Problems
from bot.stage.errors import ApiError, invalid_form, unknown
from bot.stage.payloads import Wire, as_dict, read_stamp, stamp
from bot.stage.world import STAGE, VOICE, World

SCHEDULED, ACTIVE, COMPLETED, CANCELLED = 1, 2, 3, 4
IN_STAGE, IN_VOICE, EXTERNAL = 1, 2, 3
MOST = 100
STEPS = {SCHEDULED: {ACTIVE, CANCELLED}, ACTIVE: {COMPLETED}}


def create(world: World, guild_id: str, creator_id: str, payload: Wire) -> Wire:
    """Make an event. Raises ApiError 50035 or 30038."""
    open_ones = [e for e in world.events.values() if e["guild_id"] == guild_id and e["status"] in (SCHEDULED, ACTIVE)]
    if len(open_ones) >= MOST:
        raise ApiError(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
    event: Wire = {
        "id": world.snowflake(),
        "guild_id": guild_id,
        "channel_id": None,
        "creator_id": creator_id,
        "creator": world.users[creator_id],
        "name": None,
        "description": None,
        "scheduled_start_time": None,
        "scheduled_end_time": None,
        "privacy_level": 2,
        "status": SCHEDULED,
        "entity_type": None,
        "entity_id": None,
        "entity_metadata": None,
        "image": None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }
    event = _merged(world, event, payload, fresh=True)
    world.events[event["id"]] = event
    _announce(world, "create", event)
    return event


def change(world: World, event: Wire, payload: Wire) -> Wire:
    """Change an event, start, end or cancel it. Raises ApiError 50035 or 180000."""
    if event["status"] in (COMPLETED, CANCELLED):
        raise ApiError(400, 180000, "Cannot update a finished event")
    status = payload.get("status", event["status"])
    if status != event["status"] and status not in STEPS[event["status"]]:
        raise invalid_form({"status": ("GUILD_SCHEDULED_EVENT_INVALID_STATUS", "Invalid status transition")})
    new = _merged(world, event, payload, fresh=False) | {"status": status}
    world.events[event["id"]] = new
    _announce(world, "update", new)
    if status in (COMPLETED, CANCELLED):
        world.events.pop(event["id"])
        _announce(world, "delete", new)
    return new


def delete(world: World, event: Wire) -> None:
    """Remove an event."""
    world.events.pop(event["id"], None)
    _announce(world, "delete", event)


def get(world: World, guild_id: str, event_id: str) -> Wire:
    """The event, or ApiError 10070."""
    event = world.events.get(event_id)
    if event is None or event["guild_id"] != guild_id:
        raise unknown("event")
    return event


def interest(world: World, event: Wire, user_id: str, *, yes: bool) -> None:
    """A member presses "Interested", or takes it back."""
    people = world.interested[event["id"]]
    if (user_id in people) == yes:
        return
    (people.add if yes else people.discard)(user_id)
    guild_id = event["guild_id"]
    world.tell("event.interested", {"event_id": event["id"], "user_ids": sorted(people)}, guild_id=guild_id)
    wire = {"guild_scheduled_event_id": event["id"], "user_id": user_id, "guild_id": guild_id}
    world.dispatch(f"GUILD_SCHEDULED_EVENT_USER_{'ADD' if yes else 'REMOVE'}", wire, guild_id)


def with_count(world: World, event: Wire) -> Wire:
    """The event with ``user_count``."""
    return event | {"user_count": len(world.interested[event["id"]])}


def _merged(world: World, event: Wire, payload: Wire, *, fresh: bool) -> Wire:
    parts = ("name", "description", "channel_id", "entity_type", "entity_metadata", "privacy_level")
    times = ("scheduled_start_time", "scheduled_end_time")
    new = event | {part: payload[part] for part in parts + times if part in payload}
    if new["channel_id"] is not None:
        new["channel_id"] = str(new["channel_id"])
    problems = Problems()
    problems.length("name", new["name"], 1, 100)
    problems.optional("description", new["description"], 1000)
    _check_place(world, new, problems)
    _check_times(world, new, problems, moved=fresh or "scheduled_start_time" in payload)
    problems.refuse()
    for part in times:
        new[part] = stamp(read_stamp(new[part])) if new[part] else None
    return new


def _check_place(world: World, event: Wire, problems: Problems) -> None:
    kind = event["entity_type"]
    if kind not in (IN_STAGE, IN_VOICE, EXTERNAL):
        problems.choice("entity_type")
    elif kind == EXTERNAL:
        problems.length("entity_metadata.location", as_dict(event["entity_metadata"]).get("location"), 1, 100)
        if not event["scheduled_end_time"]:
            problems.required("scheduled_end_time")
        event["channel_id"] = None
    else:
        channel = world.channels.get(event["channel_id"] or "")
        if channel is None or channel["type"] != (VOICE if kind == IN_VOICE else STAGE):
            problems.required("channel_id")
        event["entity_metadata"] = None


def _check_times(world: World, event: Wire, problems: Problems, *, moved: bool) -> None:
    if not event["scheduled_start_time"]:
        problems.required("scheduled_start_time")
        return
    start = read_stamp(event["scheduled_start_time"])
    if moved and start <= world.clock.now():
        problems.add(
            "scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past."
        )
    if event["scheduled_end_time"] and read_stamp(event["scheduled_end_time"]) <= start:
        problems.add(
            "scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Cannot end an event before it starts."
        )


def _announce(world: World, what: str, event: Wire) -> None:
    world.tell(f"event.{what}", with_count(world, event), guild_id=event["guild_id"])
    world.dispatch(f"GUILD_SCHEDULED_EVENT_{what.upper()}", event, event["guild_id"])

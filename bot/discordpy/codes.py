"""What Discord's refusals mean for this bot: the one table of its error codes.

`outcome_of(error)` says what became of a call; the sets below it say what to do about it: *try again*, *another way*,
or *tell whom*. Codes from Discord's documentation, "JSON error codes"; what is not listed is told by its class.
"""

from __future__ import annotations

from enum import Enum, auto

import aiohttp
import discord


class Outcome(Enum):
    """What became of a call that Discord did not carry out."""

    LATER = auto()
    """Discord is busy, broken or not to be reached: try again. What was asked for may have been done all the same."""
    MESSAGE_GONE = auto()
    """The message was deleted: forget where it stood; what must be read goes into a new one."""
    CHANNEL_GONE = auto()
    """The channel, thread or server is gone: what must be read goes to the host or to the log."""
    MEMBER_GONE = auto()
    """The member left or no longer exists: whatever concerned them is void."""
    ROLE_GONE = auto()
    EVENT_GONE = auto()
    """The server's event is gone, or over."""
    NOT_ALLOWED = auto()
    """We may not see the place or lack a permission in it: another place, and the log."""
    CLOSED = auto()
    """The thread is archived or locked: the channel that it belongs to, or a direct message."""
    DOOR_CLOSED = auto()
    """The member takes no direct messages from us: the thread or channel that both are in."""
    EDITS_SPENT = auto()
    """An old message was edited too often: a new message, or later."""
    ANSWERED = auto()
    """The interaction has an answer already, perhaps from a try that was not confirmed."""
    TOKEN_GONE = auto()
    """The interaction can no longer be answered: by its channel, by a direct message, or at the next press."""
    EXISTS = auto()
    """What was to be made is there, from an earlier try."""
    FULL = auto()
    """One of Discord's limits is reached: go on without, and say so."""
    NOT_HERE = auto()
    """This kind of place does not take it: go on without, and say so."""
    FILTERED = auto()
    """The server's filter (AutoMod, links, names) does not let the text through: tell who wrote it."""
    TOO_LARGE = auto()
    OUR_FAULT = auto()
    """Discord calls the request wrong. Nobody can do anything about it but us."""


_CODES: dict[Outcome, tuple[int, ...]] = {
    Outcome.LATER: (
        20016,  # slow mode
        20022,  # announcements are edited too often
        20026,  # the bot is held back as if it sent spam
        20028,  # the channel is written to too often
        20029,  # the server is written to too often
        40003,  # direct messages are opened too fast
        40004,  # sending is switched off for a while
        40006,  # the feature is switched off for a while
        40062,  # the resource is being rate limited
        40333,  # Cloudflare blocks the request
        110000,
        110001,  # the application is not there yet
        130000,  # the interface is overloaded
    ),
    Outcome.MESSAGE_GONE: (10008, 50021),
    Outcome.CHANNEL_GONE: (10003, 10004, 10001, 50055),
    Outcome.MEMBER_GONE: (10007, 10013, 40007),
    Outcome.ROLE_GONE: (10011, 50028),
    Outcome.EVENT_GONE: (10070, 180000),
    Outcome.NOT_ALLOWED: (
        20009,  # explicit content may not go to that recipient
        20012,
        20018,
        20024,  # an age is asked for
        40001,
        40002,  # an account that is not verified
        40012,  # the connection was revoked
        40027,
        50001,
        50005,  # somebody else's message
        50009,  # the server's verification level
        50013,
        50095,  # the server is not available from here
        50600,
        60003,  # the server asks for two-factor authentication
        160002,  # no reply without Read Message History
        400001,  # the server may take no files for a while
    ),
    Outcome.CLOSED: (50083, 160005),
    Outcome.DOOR_CLOSED: (50007, 50278, 50033),
    Outcome.EDITS_SPENT: (30046,),
    Outcome.ANSWERED: (40060,),
    Outcome.TOKEN_GONE: (
        10015,
        10062,
        40043,
        40094,  # as many further messages as an interaction may have
        50027,
    ),
    Outcome.EXISTS: (160004,),
    Outcome.FULL: (
        30003,  # pins
        30005,  # roles
        30010,  # reactions
        30013,  # channels
        30033,  # members of a thread
        30038,  # scheduled events
        160006,  # active threads
        160007,  # active announcement threads
    ),
    Outcome.NOT_HERE: (50003, 50008, 50024, 50068, 40058, 40067),
    Outcome.FILTERED: (20031, 200000, 200001, 240000),
    Outcome.TOO_LARGE: (30015, 40005, 50045),
    Outcome.OUR_FAULT: (
        10002,
        10014,
        10063,  # a command that is no longer registered
        20001,
        50006,
        50035,
        50041,
        50046,
        50091,
        50109,
        50110,
        50123,
        50146,
        50151,
    ),
}
_OUTCOMES = {code: outcome for outcome, codes in _CODES.items() for code in codes}

SENTENCES: dict[Outcome | None, str] = {
    Outcome.LATER: "error-discord",
    Outcome.EDITS_SPENT: "error-discord",
    Outcome.ANSWERED: "error-discord",
    Outcome.TOKEN_GONE: "error-discord",
    Outcome.MESSAGE_GONE: "error-discord-gone",
    Outcome.CHANNEL_GONE: "error-discord-gone",
    Outcome.MEMBER_GONE: "error-discord-gone",
    Outcome.ROLE_GONE: "error-discord-gone",
    Outcome.EVENT_GONE: "error-discord-gone",
    Outcome.NOT_ALLOWED: "error-discord-forbidden",
    Outcome.NOT_HERE: "error-discord-forbidden",
    Outcome.CLOSED: "error-discord-closed",
    Outcome.DOOR_CLOSED: "error-discord-door",
    Outcome.FULL: "error-discord-full",
    Outcome.FILTERED: "error-discord-filtered",
    Outcome.TOO_LARGE: "error-discord-large",
}
"""What a member reads where a feature has no better sentence for what Discord refused."""

PLACE_CLOSED = frozenset({Outcome.CHANNEL_GONE, Outcome.NOT_ALLOWED, Outcome.CLOSED, Outcome.NOT_HERE})
"""Nothing can be written to this channel: an outcome, not a failure. Another way, and tell the host or the log."""
NOT_REACHED = PLACE_CLOSED | {Outcome.DOOR_CLOSED, Outcome.MEMBER_GONE}
"""As `PLACE_CLOSED`, of a direct message."""
CARD_STAYS = PLACE_CLOSED | {Outcome.MESSAGE_GONE}
"""A message that can no longer be brought up to date: nothing is owed there any more."""

LOST = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, TimeoutError)
"""The connection broke, or nothing came back in time: nobody knows whether the call was carried out."""
UNANSWERED = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)
"""Every way in which a call to Discord may fail. (A TimeoutError is an OSError.)"""


def listed() -> frozenset[int]:
    """The codes whose meaning is known."""
    return frozenset(_OUTCOMES)


def outcome_of(error: BaseException) -> Outcome | None:
    """What the failure of a call means; None for an error that does not come from Discord."""
    if isinstance(error, discord.HTTPException):
        known = _OUTCOMES.get(error.code)
        return known or _by_class(error.status)
    if isinstance(error, discord.RateLimited | discord.DiscordServerError | aiohttp.ClientError | OSError):
        return Outcome.LATER
    return None


def _by_class(status: int) -> Outcome:
    """The meaning of an answer whose code is not listed, or that has none (what stands in between answers so too)."""
    if status == 429 or status >= 500:
        return Outcome.LATER
    if status in (401, 403):
        return Outcome.NOT_ALLOWED
    if status == 404:
        return Outcome.MESSAGE_GONE
    return Outcome.TOO_LARGE if status == 413 else Outcome.OUR_FAULT


def told(error: BaseException) -> str:
    """How a log names what Discord answered: by number, never by its text, which may repeat what a member wrote."""
    if isinstance(error, discord.HTTPException):
        return f"{error.status}/{error.code}" if error.code else str(error.status)
    return type(error).__name__

"""What the options of several `/party` commands take, and how they are described."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.domain.party import MAX_SEATS, NOTE_LENGTH
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE

EpisodeNumber = app_commands.Range[int, FIRST_EPISODE, LAST_EPISODE]
Seats = app_commands.Range[int, 1, MAX_SEATS]
Minutes = app_commands.Range[int, 1, 240]
Note = app_commands.Range[str, 1, NOTE_LENGTH]
Voice = discord.VoiceChannel | discord.StageChannel
SHARED = {
    "party": locale_str("Which party", key="party-option-party"),
    "episode": locale_str("Which episode", key="party-option-episode"),
    "voice": locale_str("The voice channel to meet in; leave empty to stay at home", key="party-option-voice"),
    "seats": locale_str("Number of seats; leave empty for no limit", key="party-option-seats"),
    "note": locale_str("What everybody should know", key="party-option-note"),
    "for_role": locale_str("Only members with this role can take a seat", key="party-option-for-role"),
    "to": locale_str("The last episode, when you watch several", key="party-option-to"),
    "call": locale_str("A role to ping at the start", key="party-option-call"),
    "seat_role": locale_str("A role for those with a seat, until it is over", key="party-option-seat-role"),
    "close_before": locale_str("Close RSVPs this many minutes before the start", key="party-option-close"),
    "minimum": locale_str("Call it off an hour before if fewer than this are coming", key="party-option-minimum"),
    "length": locale_str("How many minutes an episode takes, if you know", key="party-option-length"),
    "wait": locale_str("True: anybody with a seat pauses it at once with Wait!", key="party-option-wait"),
    "event": locale_str(
        "Show it among the server’s events (by default where everybody may view the channel)", key="party-option-event"
    ),
}
"""What several commands ask for."""
LESS_OFTEN = ("call", "seat_role", "close_before", "minimum")


def shared(*names: str) -> dict[str, locale_str]:
    """The descriptions of these options, to be given to `describe`."""
    return {name: SHARED[name] for name in names}

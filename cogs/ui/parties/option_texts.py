"""What the options of several `/party` commands take, and how they are described."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.domain.party import MAX_SEATS, NOTE_LENGTH
from bot.domain.visibility import FIRST_EPISODE, LAST_EPISODE
from cogs.ui.kit.commands import localised

EpisodeNumber = app_commands.Range[int, FIRST_EPISODE, LAST_EPISODE]
Seats = app_commands.Range[int, 1, MAX_SEATS]
Minutes = app_commands.Range[int, 1, 240]
Note = app_commands.Range[str, 1, NOTE_LENGTH]
Voice = discord.VoiceChannel | discord.StageChannel
SHARED = {
    "party": localised("party-option-party"),
    "episode": localised("party-option-episode"),
    "voice": localised("party-option-voice"),
    "seats": localised("party-option-seats"),
    "note": localised("party-option-note"),
    "for_role": localised("party-option-for-role"),
    "to": localised("party-option-to"),
    "call": localised("party-option-call"),
    "seat_role": localised("party-option-seat-role"),
    "close_before": localised("party-option-close"),
    "minimum": localised("party-option-minimum"),
    "length": localised("party-option-length"),
    "wait": localised("party-option-wait"),
    "event": localised("party-option-event"),
}
"""What several commands ask for."""
LESS_OFTEN = ("call", "seat_role", "close_before", "minimum")


def shared(*names: str) -> dict[str, locale_str]:
    """The descriptions of these options, to be given to `describe`."""
    return {name: SHARED[name] for name in names}

"""A poll and a watch party on the stage, and what members do with them: for tests of faults, kills and several
processes. Everything is begun without waiting, so that a fault can be put in its way, and judged by what members see.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from bot.rehearsal.preparation import find
from bot.rehearsal.process import BotProcess
from bot.stage.attachments import walk
from bot.stage.interactions import Invocation
from bot.stage.payloads import Wire
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.support.stage import StageMember, until, visible_text

SIDES = ("New York: Jack", "Paris: Geneviève")
LONG = os.environ.get("ETOILE_TEST_LONG") == "1"
"""Whether the long forms run: fifty kills instead of a few."""


async def up(bot: BotProcess, *, sessions: int = 1) -> None:
    """Start the bot and wait until it is there and has said which commands it has."""
    await bot.start()
    await bot.ready(timeout=60, sessions=sessions)
    await until(lambda: bot.stage.world.commands, what="the commands")


def guest(stage: Stage, name: str) -> StageMember:
    """A new member of the seeded server."""
    user = stage.add_user(name)
    stage.join(stage.world.guild_id, user["id"])
    return StageMember(stage, user["id"])


def begin(member: StageMember, words: str, **options: object) -> Invocation:
    """Use a slash command without waiting for its answer."""
    found = find(member.actor, member.channel_id, words)
    assert found is not None, f"/{words} is not offered"
    return member.actor.slash(member.channel_id, found.command_id, found.path, dict(options))


def control(message: Wire, part: str) -> str:
    """The custom id on a message that has `part` in it."""
    ids = [str(one["custom_id"]) for one in walk(message["components"]) if part in str(one.get("custom_id"))]
    assert ids, f"nothing on the message has {part}: {visible_text(message)}"
    return ids[0]


@dataclass(slots=True, kw_only=True)
class Scene:
    """Where it happens: the cards of a poll about the two companies and of a party with two seats."""

    stage: Stage
    poll: Wire
    party: Wire

    # -- beginnings

    def vote(self, member: StageMember, place: int = 0) -> Invocation:
        return member.actor.press(self.poll["id"], control(self._now(self.poll), f":vote:{self._poll_id}:{place}"))

    def come(self, member: StageMember, answer: str = "going") -> Invocation:
        return member.actor.press(self.party["id"], control(self._now(self.party), f":answer:{answer}:"))

    @property
    def _poll_id(self) -> str:
        return control(self.poll, ":vote:").split(":")[3]

    def _now(self, message: Wire) -> Wire:
        return self.stage.world.find_message(message["id"])

    # -- what became of it

    async def ballot_of(self, member: StageMember) -> int | None:
        """The answer that the member's own ballot of the poll marks as theirs: 0 for New York, 1 for Paris."""
        ballot = member.text(await member.press(self.poll, control(self._now(self.poll), ":sheet:")))
        assert "New York or Paris" in ballot, ballot
        chosen = [place for place, name in enumerate(SIDES) if re.search(rf"{name}\*{{0,2}} ✓", ballot)]
        return chosen[0] if chosen else None

    async def people(self) -> str:
        """Who answered, and what, as a new member reads it behind the card, on all its pages."""
        reader = guest(self.stage, "Reader")  # anew each time: nobody is asked not to press so fast
        more = reader.answer(await reader.press(self.party, control(self._now(self.party), ":more:")))
        shown = reader.answer(await reader.press(more, "Who’s coming?"))
        pages = [visible_text(shown)]
        while any(one.get("label") == "▶" and not one.get("disabled") for one in walk(shown["components"])):
            shown = reader.answer(await reader.press(shown, "▶"))
            pages.append(visible_text(shown))
        return "\n".join(pages)


async def set_up(stage: Stage, host: StageMember | None = None) -> Scene:
    """Let the moderator post a poll and a party, where they are. In hours: a number of days over a change of the clocks
    depends on the zone, and then they would be asked for theirs."""
    host = host or StageMember(stage, "Margot")
    await host.slash("progress set", episode=8)
    poll = await _post(host, ":vote:", "poll preset", name="new-york-or-paris", closes="in 72 hours")
    party = await _post(host, ":answer:", "party schedule", when="in 48 hours", episode=3, seats=100)
    return Scene(stage=stage, poll=poll, party=party)


async def _post(host: StageMember, part: str, words: str, **options: object) -> Wire:
    if "name" in options:
        offered = await host.autocomplete(words, "name", "New York")
        options["name"] = offered[0]["value"]
    before = {one["id"] for one in _cards(host, part)}
    await host.press(host.answer(await host.slash(words, **options)), "Post")
    await until(lambda: {one["id"] for one in _cards(host, part)} - before, what="the card")
    return next(one for one in _cards(host, part) if one["id"] not in before)


def _cards(host: StageMember, part: str) -> list[Wire]:
    """The public messages of the bot with a control that has `part` in its id. It posts other things too: its hello."""
    return [one for one in host.reads() if not one["flags"] & EPHEMERAL and part in str(one["components"])]


def last_private(member: StageMember) -> str:
    """The newest thing that only this member sees."""
    mine = [one for one in member.reads() if one["flags"] & EPHEMERAL]
    return visible_text(mine[-1]) if mine else ""

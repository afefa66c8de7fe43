"""What has happened before the visitor comes: a poll with votes, an arc, a shared recap, a party tonight, a club.

All of it goes through the bot's own commands and buttons, as members use them. A step that the bot does not offer (any
more) is left out: a rehearsal with less in it is better than none.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rehearsal.page.welcome import WELCOME
from bot.rehearsal.preparation import find
from bot.stage import messages
from bot.stage.attachments import walk
from bot.stage.errors import ApiError, Refused
from bot.stage.world import EPHEMERAL

if TYPE_CHECKING:
    from bot.stage.invocation import Invocation
    from bot.stage.server import Stage

FOYER, FINALE, SCREEN = "foyer", "after-the-finale", "salle-de-projection"
SIDES = {
    "Noor": 1, "Théo": 0, "Margot": 1, "Élise": 1, "Solène": 0, "Marcus": 0, "Ines": 1, "Wren": 1, "Amara": 1,
    "Luc": 0, "Priya": 1,
}  # fmt: skip
"""Who voted for New York (0) and who for Paris (1) in the foyer's poll. Camille's vote is still to come."""
COURSES = {
    "Théo": "0.0.1.0.", "Wren": ".0.1.1.0", "Ines": "0.1.1.0.", "Marcus": ".0.0.1.1", "Amara": "1.1.1.0.",
    "Luc": ".1.1.1.1", "Priya": "00..1.00", "Solène": "..110.1.",
}  # fmt: skip
"""The sides that these took at the eight episodes, "." where they did not vote: the arc's shape."""
COMING = {"Noor": "going", "Théo": "going", "Wren": "maybe", "Solène": "going"}
STARTS_IN_MINUTES = 3
SECONDS = 5.0
"""How long a step may take."""


class Missing(Exception):
    """The bot does not offer this step, or did not answer."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A member at the keyboard, who uses commands and presses what they show."""

    stage: Stage
    name: str

    async def slash(self, channel: str, words: str, **options: object) -> str:
        """Use a command; the id of the answer."""
        actor, channel_id = self.stage.member(self.name), self.stage.channel_named(channel)["id"]
        found = find(actor, channel_id, words)
        if found is None:
            raise Missing(f"/{words}")
        return await self._answer(
            lambda: actor.slash(channel_id, found.command_id, found.path, dict(options)), f"/{words}"
        )

    async def press(self, message_id: str, control: str) -> str:
        """Press the button of a message whose custom id matches `control`; the id of the answer, or of the message."""
        custom_id = self._control(message_id, control)
        actor = self.stage.member(self.name)
        return await self._answer(lambda: actor.press(message_id, custom_id), control) or message_id

    async def choose(self, message_id: str, control: str, value: str) -> str:
        """Choose in the select of a message whose custom id matches `control`."""
        custom_id = self._control(message_id, control)
        actor = self.stage.member(self.name)
        return await self._answer(lambda: actor.select(message_id, custom_id, [value]), control) or message_id

    def offers(self, message_id: str, control: str) -> bool:
        """Whether the message has such a control."""
        return any(re.search(control, custom_id) for custom_id in self._ids(message_id))

    def _control(self, message_id: str, control: str) -> str:
        for custom_id in self._ids(message_id):
            if re.search(control, custom_id):
                return custom_id
        raise Missing(control)

    def _ids(self, message_id: str) -> list[str]:
        message = self.stage.world.find_message(message_id)
        return [str(part["custom_id"]) for part in walk(message["components"]) if part.get("custom_id")]

    async def _answer(self, use: Callable[[], Invocation], what: str) -> str:
        try:
            invocation = await use().settled(timeout=SECONDS)
        except (Refused, ApiError, TimeoutError) as why:
            raise Missing(what) from why
        if not invocation.answered:
            raise Missing(what)
        return invocation.message_id or ""


async def prefill(stage: Stage) -> list[str]:
    """Let all of it happen, then have the bot say welcome; gives what could not be done, one line each."""
    scenes: Sequence[Callable[[Stage], Awaitable[None]]] = (_recap, _poll, _arc, _parties)
    missed: list[str] = []

    async def play(scene: Callable[[Stage], Awaitable[None]]) -> None:
        try:
            await scene(stage)
        except (Missing, ApiError) as why:
            missed.append(str(why))

    await play(scenes[0])
    await asyncio.gather(*(play(scene) for scene in scenes[1:]))
    _tidy(stage)
    welcome(stage)
    return missed


def _tidy(stage: Stage) -> None:
    """Everybody dismisses what only they can see."""
    world = stage.world
    for channel_id in list(world.messages):
        for message in list(world.messages[channel_id].values()):
            if message["flags"] & EPHEMERAL:
                messages.delete(world, message)


def welcome(stage: Stage) -> None:
    """The newest message in the foyer: six things to try. The page draws it in its reader's language."""
    channel_id = stage.channel_named(FOYER)["id"]
    message = messages.create(stage.world, channel_id, stage.world.bot_id, {"content": "★"})
    messages.replace(stage.world, message | {WELCOME: True})


async def _recap(stage: Stage) -> None:
    """Théo shares what happened in an episode that the foyer may not speak of: it hangs behind a curtain."""
    theo = Hand(stage, "Théo")
    answer = await theo.slash(FOYER, "recap episode", number=5)
    await theo.press(answer, ":share:")


async def _poll(stage: Stage) -> None:
    card = await _posted(Hand(stage, "Margot"), FOYER, "poll preset", name="jack-or-genevieve")
    await asyncio.gather(
        *(Hand(stage, name).press(card, f"^v1:poll:vote:\\d+:{side}$") for name, side in SIDES.items())
    )


async def _arc(stage: Stage) -> None:
    card = await _posted(Hand(stage, "Théo"), FINALE, "poll arc", preset="jack-or-genevieve")
    await asyncio.gather(*(_course(Hand(stage, name), card, sides) for name, sides in COURSES.items()))


async def _course(member: Hand, card: str, sides: str) -> None:
    """One member's ballots, from the first episode to the last."""
    await member.slash(FINALE, "progress set", episode=len(sides))
    sheet = await member.press(card, "^v1:poll:sheet:")
    for episode, side in enumerate(sides, start=1):
        if side == ".":
            continue
        pick = f"^v1:poll:pick:\\d+:{episode}:{side}$"
        if not member.offers(sheet, pick):
            await member.choose(sheet, "^v1:poll:episode:", str(episode))
        await member.press(sheet, pick)


async def _parties(stage: Stage) -> None:
    """An episode every week, planned in French; and an evening that starts in a few minutes."""
    elise = Hand(stage, "Élise")
    await elise.slash(SCREEN, "party zone", city="Europe/Paris")
    await _posted(elise, SCREEN, "party series", first="vendredi 21h", every="week", episode=2)
    margot = Hand(stage, "Margot")
    await margot.slash(SCREEN, "party zone", city="Europe/Paris")
    card = await _posted(
        margot, SCREEN, "party schedule", when=f"in {STARTS_IN_MINUTES + 1} minutes", episode=1, seats=6
    )
    await asyncio.gather(
        *(Hand(stage, name).press(card, f"^v1:party:answer:{answer}:") for name, answer in COMING.items())
    )


async def _posted(host: Hand, channel: str, words: str, **options: object) -> str:
    """The card that comes of a preview: its id."""
    channel_id = host.stage.channel_named(channel)["id"]
    preview = await host.slash(channel, words, **options)
    before = set(host.stage.world.messages[channel_id])
    await host.press(preview, ":post:")
    return await _new_card(host, channel_id, before, words)


async def _new_card(host: Hand, channel_id: str, before: set[str], words: str) -> str:
    for _ in range(100):
        for message_id, message in host.stage.world.messages[channel_id].items():
            if message_id not in before and not message["flags"] & EPHEMERAL and message["components"]:
                return message_id
        await asyncio.sleep(0.05)
    raise Missing(f"the card of /{words}")

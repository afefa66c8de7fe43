"""Polls with the bot as a process of its own: killed while members press, killed while it tells the end."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage.attachments import walk
from bot.stage.routing import Call
from bot.stage.server import Stage
from bot.stage.world import EPHEMERAL
from tests.process.quick import idle
from tests.support.reading import beside
from tests.support.scene import up
from tests.support.stage import StageMember, until, visible_text

LEASE = 125
"""Seconds after which a job that a killed process had in hand is taken up again."""
VOTERS = 25
ANSWERS = ("Jack", "Geneviève", "Susu")
MESSAGES = "/channels/{channel_id}/messages"


async def ask(stage: Stage, *, closes: str = "", named: bool = True) -> dict[str, Any]:
    """Margot asks, and the card stands."""
    margot = StageMember(stage, "Margot")
    form = await margot.slash("poll create")
    values = ["Whom would you dance with?", "\n".join(ANSWERS), "1", "live", closes]
    fields = [part["custom_id"] for part in walk(form.modal["components"]) if "custom_id" in part]
    preview = await margot.actor.submit(form.id, dict(zip(fields, values, strict=True))).settled()
    if named:
        preview = await margot.press(margot.answer(preview), "Make it named")
    await margot.press(margot.answer(preview), "Post")
    return next(m for m in reversed(margot.reads()) if not m["flags"] & EPHEMERAL)


def voters(stage: Stage, count: int = VOTERS) -> list[StageMember]:
    """New members of the house."""
    users = [stage.add_user(f"Voter {number}", locale="en-US") for number in range(count)]
    for user in users:
        stage.join(stage.world.guild_id, user["id"])
    return [StageMember(stage, user["id"]) for user in users]


def text_now(stage: Stage, message: dict[str, Any]) -> str:
    return visible_text(stage.world.find_message(message["id"]))


async def ballot_of(member: StageMember, card: dict[str, Any]) -> str | None:
    """What their ballot says, by their own ballot."""
    ballot = member.text(await member.press(card, "My ballot"))
    chosen = [answer for answer in ANSWERS if f"{answer}** ✓" in ballot or f"{answer} ✓" in ballot]
    assert len(chosen) <= 1
    return chosen[0] if chosen else None


async def test_killed_while_everybody_presses_no_answered_press_is_lost(stage: Stage, bot: BotProcess) -> None:
    card = await ask(stage)
    stage.interactions.answer_seconds = 1.5
    people = voters(stage)
    answered: dict[str, str | None] = {person.id: None for person in people}
    in_flight: dict[str, str | None] = {}

    async def keep_pressing(person: StageMember, chance: random.Random) -> None:
        while True:
            now = answered[person.id]
            choice = chance.choice([answer for answer in ANSWERS if answer != now])
            in_flight[person.id] = choice
            invocation = person.actor.press(card["id"], place_of(stage, card, choice))
            await invocation.outcome()
            if invocation.state in ("answered", "updated"):
                answered[person.id] = choice
                del in_flight[person.id]
            else:
                return

    pressing = [asyncio.create_task(keep_pressing(each, random.Random(each.id))) for each in people]
    await until(lambda: sum(choice is not None for choice in answered.values()) == VOTERS, what="votes")
    await bot.kill()
    await asyncio.wait(pressing, timeout=10)
    for task in pressing:
        task.cancel()
    await asyncio.gather(*pressing, return_exceptions=True)
    stage.interactions.answer_seconds = 3
    await up(bot)
    held = {person.id: await ballot_of(person, card) for person in people}
    for person in people:  # a press that got no answer may have been stored; one that did must have been
        assert held[person.id] in {answered[person.id], in_flight.get(person.id, answered[person.id])}
    # and the count agrees with the ballots, also after the next press drew the card
    await people[0].press(card, next(answer for answer in ANSWERS if answer != held[people[0].id]))
    assert f"{VOTERS} ballots" in text_now(stage, card)


def place_of(stage: Stage, card: dict[str, Any], label: str) -> str:
    """The custom id of the button that says this, or that stands beside this answer."""
    components = stage.world.find_message(card["id"])["components"]
    said = [part["custom_id"] for part in walk(components) if part.get("label") == label]
    return str(said[0]) if said else beside(components, label)


async def test_a_flood_shares_drawings_and_the_card_ends_with_the_last_count(stage: Stage, bot: BotProcess) -> None:
    card = await ask(stage)
    people = voters(stage)
    for _ in range(4):
        await asyncio.gather(*(person.press(card, "Susu") for person in people))
    await asyncio.gather(*(person.press(card, "Jack") for person in people[:20]))
    await asyncio.gather(*(person.press(card, "Susu") for person in people[20:]))
    await until(lambda: "80%\n-# 20 votes" in text_now(stage, card), what="the last count")
    assert "20%\n-# 5 votes" in text_now(stage, card)
    drawings = [
        call
        for call in stage.calls
        if (call.method == "PATCH" and card["id"] in call.path)
        or (isinstance(call.body, dict) and call.body.get("type") == 7)
    ]
    assert len(drawings) < 20  # of 125 presses


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_while_telling_the_end_it_is_told_exactly_once(
    stage: Stage, bot: BotProcess, arrives: bool
) -> None:
    card = await ask(stage, closes="in 20 minutes")
    people = voters(stage, 3)
    for person in people:
        await person.press(card, "Jack")

    async def strike(call: Call) -> None:
        if call.template == MESSAGES and call.method == "POST" and bot.running:
            await bot.kill()
            if not arrives:
                raise ConnectionResetError

    hooks = stage.after_call if arrives else stage.before_call
    hooks.append(strike)
    await bot.skip(20 * 60 + 5)
    await until(lambda: not bot.running, what="the kill")
    hooks.remove(strike)
    await up(bot)
    await bot.skip(LEASE)
    foyer = people[0]
    await until(lambda: ends(foyer), what="the end")
    await until(lambda: "closed on" in text_now(stage, card), what="the closed card")
    await idle(bot)
    assert len(ends(foyer)) == 1
    assert "**Jack** won." in visible_text(ends(foyer)[0])


def drawings(stage: Stage, card: dict[str, Any]) -> int:
    """How often the card was drawn by its id, not through the answer to a press."""
    return sum(call.method == "PATCH" and call.path.endswith(f"/{card['id']}") for call in stage.calls)


async def test_killed_before_a_card_was_drawn_it_is_drawn_once_after_the_start(stage: Stage, bot: BotProcess) -> None:
    card, other = await ask(stage), await ask(stage)
    people = voters(stage, 3)
    for person in people:  # the first press draws, the others share a drawing that never comes
        await person.press(card, "Jack")
    await people[0].press(other, "Susu")
    await bot.kill()
    assert "· 1 ballot" in text_now(stage, card)
    before = drawings(stage, card)
    await up(bot)
    await until(lambda: "· 3 ballots" in text_now(stage, card), what="the last count")
    assert "100%\n-# 3 votes" in text_now(stage, card)
    await asyncio.sleep(4)  # longer than a card rests
    assert drawings(stage, card) == before + 1

    assert await bot.terminate() == 0  # in order, it has noted what it drew: nothing is left to draw
    before = drawings(stage, card), drawings(stage, other)
    await up(bot)
    await asyncio.sleep(1)
    assert (drawings(stage, card), drawings(stage, other)) == before


async def test_what_a_press_could_not_draw_is_drawn_a_while_later(stage: Stage, bot: BotProcess) -> None:
    card = await ask(stage)
    (person,) = voters(stage, 1)

    async def refuse(call: Call) -> None:
        if isinstance(call.body, dict) and call.body.get("type") == 7:
            raise ConnectionResetError

    stage.before_call.append(refuse)
    person.actor.press(card["id"], place_of(stage, card, "Jack"))
    await until(lambda: "· 1 ballot" in text_now(stage, card), what="the drawing")


@pytest.mark.parametrize("arrives", [True, False])
async def test_killed_while_a_deleted_polls_card_is_frozen_it_is_frozen_after_the_start(
    stage: Stage, bot: BotProcess, arrives: bool
) -> None:
    card = await ask(stage)
    margot = StageMember(stage, "Margot")
    poll = (await margot.autocomplete("poll delete", "poll", ""))[0]["value"]
    sure = await margot.slash("poll delete", poll=poll)

    async def strike(call: Call) -> None:
        if call.method == "PATCH" and call.path.endswith(f"/{card['id']}") and bot.running:
            await bot.kill()
            if not arrives:
                raise ConnectionResetError

    hooks = stage.after_call if arrives else stage.before_call
    hooks.append(strike)
    asked = margot.answer(sure)
    margot.actor.press(asked["id"], place_of(stage, asked, "Delete"))
    await until(lambda: not bot.running, what="the kill")
    hooks.remove(strike)
    assert ("was deleted" in text_now(stage, card)) == arrives
    await up(bot)
    await until(lambda: "was deleted" in text_now(stage, card), what="the frozen card")


def ends(member: StageMember) -> list[dict[str, Any]]:
    return [m for m in member.reads() if "The poll has ended" in visible_text(m) and not m["flags"] & EPHEMERAL]


async def test_away_over_the_end_it_closes_when_it_is_back_and_counts_nothing_more(
    stage: Stage, bot: BotProcess
) -> None:
    card = await ask(stage, closes="in 20 minutes")
    (person,) = voters(stage, 1)
    await person.press(card, "Jack")
    vote = place_of(stage, card, "Susu")
    await bot.kill()
    await bot.skip(3600)
    await up(bot)
    await until(lambda: ends(person), what="the end")
    assert len(ends(person)) == 1
    # a client that still shows the old card presses its button
    stage.world.find_message(card["id"])["components"] = card["components"]
    late = await person.actor.press(card["id"], vote).settled()
    assert "has closed, so this vote wasn’t counted" in person.text(late)


async def test_buttons_of_a_deleted_poll_answer_with_a_sentence_after_a_restart(stage: Stage, bot: BotProcess) -> None:
    card = await ask(stage)
    margot, (person,) = StageMember(stage, "Margot"), voters(stage, 1)
    poll = (await margot.autocomplete("poll delete", "poll", ""))[0]["value"]
    sure = await margot.slash("poll delete", poll=poll)
    await margot.press(margot.answer(sure), "Delete")
    await until(lambda: "was deleted" in text_now(stage, card), what="the frozen card")
    await bot.kill()
    await up(bot)
    stage.world.find_message(card["id"])["components"] = card["components"]
    for label in ("Jack", "My ballot", "Results"):
        pressed = await person.press(card, label)
        assert "This poll was deleted" in person.text(pressed)

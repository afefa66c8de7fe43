"""What is done with the quiz, alone and in a channel."""

from __future__ import annotations

import asyncio

from bot.stage.payloads import Wire
from tests.faults.deeds.kit import (
    Begin,
    Look,
    Ready,
    both,
    command,
    either,
    filling,
    idling,
    in_log,
    kept,
    neighbour,
    no,
    opened,
    pressing,
    saying,
    settle,
    shows,
    standing,
    standing_card,
    written_directly,
)
from tests.process.deeds import Deed, owner, write_down
from tests.support.scene import Scene, begin
from tests.support.stage import StageMember

CURTAIN = either(saying("Curtain"), saying("This quiz never began"))
LOST = both(in_log("I can’t write there any more"), written_directly("I can’t write there any more"))


def night(**options: object) -> Ready:
    """A quiz for this channel."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        await write_down(member)
        return lambda: begin(member, "quiz night", **options)

    return ready


async def asked(member: StageMember, **options: object) -> Wire:
    """The first question of a night, of long questions."""
    await write_down(member)
    await member.slash("quiz night", questions=3, seconds=60, **options)
    return await standing_card(member, ":pick:")


async def pick(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await asked(member), ":pick:")


async def choose_city(scene: Scene, member: StageMember) -> Begin:
    question = await asked(member, sides="chosen")
    await settle(pressing(member, question, ":pick:"))
    await asyncio.sleep(5)
    side = [one for one in member.reads() if one["flags"] & 64 and "Which side" in str(one)][-1]
    return pressing(member, side, ":city:")


def steering(part: str) -> Ready:
    """A press of one of the host's controls."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        question = await asked(member)
        await asyncio.sleep(5)
        return pressing(member, await opened(member, question, ":host:"), part)

    return ready


async def stop_by_command(scene: Scene, member: StageMember) -> Begin:
    await asked(member)
    return lambda: begin(member, "quiz stop")


async def call_off(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("quiz night", when="in 2 hours", questions=3)
    return lambda: begin(member, "quiz stop")


async def question_ends(scene: Scene, member: StageMember) -> Begin:
    """The first question is on, and its time is up soon."""
    question = await asked(member)
    await settle(pressing(neighbour(member), question, ":pick:"))
    await asyncio.sleep(10)
    return idling(member)


async def round_begun(member: StageMember) -> Wire:
    await member.slash("progress set", episode=8)
    return member.answer(await member.slash("quiz me", length=5))


async def answer_alone(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await round_begun(member), ":answer:")


async def next_alone(scene: Scene, member: StageMember) -> Begin:
    shown = await round_begun(member)
    return pressing(member, await opened(member, shown, ":answer:"), ":next:")


async def daily_begun(member: StageMember, at: str = "in 2 hours") -> Wire:
    """A question comes every day; the answer to whoever began it."""
    await write_down(member)
    await member.slash("party zone", city="Paris")
    return member.answer(await member.slash("quiz daily", time=at))


async def begin_daily(scene: Scene, member: StageMember) -> Begin:
    await member.slash("party zone", city="Paris")
    return lambda: begin(member, "quiz daily", time="in 2 hours")


async def stop_daily(scene: Scene, member: StageMember) -> Begin:
    return pressing(member, await daily_begun(member), ":stop-daily:")


async def daily_comes(scene: Scene, member: StageMember) -> Begin:
    await daily_begun(member, "in 3 minutes")
    await asyncio.sleep(100)
    return idling(member)


async def be_unnamed(scene: Scene, member: StageMember) -> Begin:
    await asked(member)
    return pressing(member, member.answer(await member.slash("quiz table")), ":name:0:")


async def come(scene: Scene, member: StageMember) -> Begin:
    await write_down(member)
    await member.slash("quiz night", when="in 2 hours", questions=3)
    return pressing(member, await standing_card(member, ":quiz:come:"), ":quiz:come:")


# -- a server's own questions

WRONG = "A broom\nA chair\nA piano"


async def own_form(scene: Scene, member: StageMember, question: str = "Which shoe?") -> Begin:
    await write_down(member)
    await member.slash("progress set", episode=8)
    form = await settle(pressing(member, member.answer(await member.slash("quiz write")), ":own-write"))
    return filling(member, form, question, "The left one", WRONG, "")


def with_own(part: str, question: str = "Which shoe?") -> Ready:
    """A press beside a question that is written."""

    async def ready(scene: Scene, member: StageMember) -> Begin:
        return pressing(member, member.answer(await settle(await own_form(scene, member, question))), part)

    return ready


async def reword_own(scene: Scene, member: StageMember) -> Begin:
    form = await settle(await with_own(":own-edit:")(scene, member))
    return filling(member, form, "Which other shoe?", None, None, None)


def own(text: str) -> Look:
    """Who may write questions reads it in their list."""
    return shows("quiz write", text)


DAILY = no(shows("quiz daily", "No channel of this server"))
UNNAMED = shows("quiz table", "Name me")
NIGHTS = kept(lambda data: len(data["quiz_nights_hosted"]) == 1)
ANSWERED = kept(lambda data: len(data["quiz_answers"]) == 1)
PLAYED = kept(lambda data: len(data["quiz_nights_played"]) == 1)
LOST_DAILY = in_log("I can’t write there any more")
DEEDS = (
    Deed(name="begin a quiz", ready=night(questions=3, seconds=10), shown="on its way", who=owner, takes=300,
         done=either(both(NIGHTS, CURTAIN), LOST), untouched=both(no(NIGHTS), no(CURTAIN))),
    Deed(name="plan a quiz", ready=night(when="in 2 hours", questions=3), shown="I’ll announce it", who=owner,
         done=both(NIGHTS, either(saying("Quiz night"), LOST)), untouched=both(no(NIGHTS), saying("Quiz night", 0))),
    Deed(name="answer in a quiz", ready=pick, shown="Recorded", done=PLAYED, who=owner),
    Deed(name="choose a side", ready=choose_city, shown="You dance for", who=owner,
         done=kept(lambda data: data["quiz_nights_played"][0].get("city"))),
    Deed(name="pause a quiz", ready=steering(":pause:"), shown="Go on", who=owner,
         done=either(saying("Paused by the host"), LOST), untouched=saying("Paused by the host", 0)),
    Deed(name="skip a question", ready=steering(":skip:"), shown="", done=saying("Skipped: no points"), who=owner,
         untouched=saying("Skipped: no points", 0)),
    Deed(name="stop a quiz", ready=steering(":stop:"), shown="Stopped", done=either(CURTAIN, LOST), who=owner),
    Deed(name="stop a quiz by command", ready=stop_by_command, shown="Stopped", done=either(CURTAIN, LOST), who=owner),
    Deed(name="call a quiz off", ready=call_off, shown="Stopped", done=either(CURTAIN, LOST), who=owner,
         untouched=both(NIGHTS, no(CURTAIN), no(LOST))),
    Deed(name="a quiz goes on", ready=question_ends, shown="", takes=300, done=either(CURTAIN, LOST), who=owner,
         places=("the channel", "the members")),
    Deed(name="begin a daily question", ready=begin_daily, shown="", done=DAILY, who=owner),
    Deed(name="stop a daily question", ready=stop_daily, shown="", done=no(DAILY), who=owner),
    Deed(name="a daily question", ready=daily_comes, shown="", takes=150, done=either(standing(":pick:"), LOST_DAILY),
         who=owner, places=("the channel",)),
    Deed(name="be unnamed", ready=be_unnamed, shown="Name me", done=UNNAMED, who=owner),
    Deed(name="be called to a quiz", ready=come, shown="", who=owner, done=kept(lambda data: data["quiz_reminders"])),
    Deed(name="write a question", ready=own_form, shown="Which shoe?", who=owner, done=own("Which shoe?"),
         also={"the log": in_log("wrote a quiz question")}),
    Deed(name="reword a question", ready=reword_own, shown="Which other shoe?", who=owner,
         done=own("Which other shoe?"), also={"the log": in_log("changed a quiz question")}),
    Deed(name="switch a question off", ready=with_own(":own-switch:"), shown="switched off", who=owner,
         done=own("switched off")),
    Deed(name="open a question", ready=with_own(":own-open:", "Who runs the restaurant of lookalikes?"), shown="",
         who=owner, done=no(own("Words in it point to")), also={"the log": in_log("said that a quiz question")}),
    Deed(name="remove a question", ready=with_own(":own-remove:"), shown="", who=owner, done=no(own("Which shoe?")),
         also={"the log": in_log("deleted a quiz question")}),
    Deed(name="a round alone", ready=command("quiz me"), shown="Question 1 of", who=owner,
         done=kept(lambda data: data["quiz_round"])),
    Deed(name="answer alone", ready=answer_alone, shown="", done=ANSWERED, who=owner),
    Deed(name="go on alone", ready=next_alone, shown="Question 2 of", done=ANSWERED, who=owner, keeps=True),
)  # fmt: skip

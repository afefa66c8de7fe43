"""The veil."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from bot.stage.attachments import Upload
from bot.stage.payloads import Wire
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.support.oracle import oracle

VEIL, UNVEIL, FLAG = "Veil as spoiler…", "Unveil", "This spoils me"
BREAKING = ("", "\\", "`", "```\n", "||", "> ", "# ", "\\||")


def plot(case: Case, level: int = 7) -> str:
    """What only those who have reached an episode may read."""
    told = (text for text in oracle().told if text.where == f"recaps/recap-{level}" and text.field == "line")
    return next(text.value for text in told if text.locale == case.locale.value)


async def veiled(case: Case, words: str, episode: int = 7, files: list[Upload] | None = None) -> Wire:
    """A member's message under a veil: its first copy."""
    case.place.covers = 8  # the words are the member's own
    message = await case.say(words, files=files)
    form = await case.menu(message, VEIL)
    await case.fill(form, [str(episode)])
    return case.posted()


@scenario(progress=(None, 4, 8), horizons=(0, 6))
async def a_message_that_says_too_much_is_veiled(case: Case) -> None:
    picture = Upload(filename="jack-in-a-coma.png", data=b"\x89PNG\r\n\x1a\n", description="Jack at the cemetery")
    text = Upload(filename="cimetière.txt", data=plot(case).encode())
    copy = await veiled(case, f"{OWN_WORDS} {plot(case)}", files=[picture, text])
    await case.menu(copy, VEIL, by=case.beginner)  # a sentence
    for number, before in enumerate(BREAKING):
        await veiled(case, f"{before}{OWN_WORDS} {number} {before}{plot(case)}{before}")


@scenario(progress=(8,), horizons=(8,))
async def a_veil_is_lifted_and_drawn_again_where_all_may_read(case: Case) -> None:
    copy = await veiled(case, plot(case))
    await case.menu(copy, UNVEIL)
    row = deepcopy(case.message(copy)["components"][-1])
    await case.press(copy, "veil:close")
    # A button that lifts stood below copies once; those messages are still there.
    row["components"][0]["custom_id"] = row["components"][0]["custom_id"].replace(":close:", ":open:")
    case.message(copy)["components"].append(row)
    await case.press(copy, "veil:open")


@scenario(progress=(None, 8), horizons=(0,), fresh=True)
async def a_moderator_veils_and_it_is_written_down(case: Case) -> None:
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    case.place.covers = 8
    message = await case.say(f"{OWN_WORDS} {plot(case)}", by=case.member)
    form = await case.menu(message, VEIL, by=case.host)
    await case.fill(form, ["7"], by=case.host)


SHARED = (("recap episode", {"number": 8}, "recaps:share"), ("etoile cast", {"who": "Jack"}, "facts:share"))


@scenario(progress=(8,), horizons=(8,), fresh=True)
async def what_was_shared_is_covered_when_the_horizon_falls(case: Case) -> None:
    for words, options, control in SHARED:
        answer = await case.slash(words, **options)
        await case.press(answer, control)
    copy = await veiled(case, plot(case))
    await case.menu(copy, UNVEIL)
    draft = await case.slash("party schedule", when="in 2 hours", episode=8, note=f"{OWN_WORDS} {plot(case)}")
    await case.press(draft, "party:post")
    case.place.horizon = 0
    await case.slash("etoile-admin horizon", by=case.host, episode="0")
    await case.skip(10)
    await case.look_around()


@scenario(progress=(8,), horizons=(0, 8), fresh=True)
async def what_the_bot_posted_is_covered_and_taken_away_by_hand(case: Case) -> None:
    for words, options, control in SHARED:
        answer = await case.slash(words, **options)
        await case.press(answer, control)
        post = case.posted()
        if control == "facts:share":
            offered = await case.menu(post, VEIL)
            await case.press(offered, "posts:remove")
        else:
            offered = await case.menu(post, VEIL, by=case.host)
            await case.press(offered, "posts:cover", by=case.host)
            await case.menu(post, UNVEIL, by=case.host)
            await case.menu(post, VEIL, by=case.beginner)


@scenario(progress=(None, 8), horizons=(0, 6))
async def something_is_written_under_a_veil(case: Case) -> None:
    case.place.covers = 8  # the words are the member's own
    form = await case.slash("veil write")
    done = await case.fill(form, [f"{OWN_WORDS} Gabin is at the window, {plot(case)}", "1"])
    await case.press(done, "veil:lower", by=case.member)


@scenario(progress=(None, 4, 8), horizons=(0, 6), fresh=True)
async def readers_flag_what_a_moderator_then_covers(case: Case) -> None:
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    case.place.covers = 8  # the words are the author's own
    case.house.places[case.place.log_id] = replace(case.place, channel_id=case.place.log_id, horizon=0)
    author = await case.another(8)
    message = await case.say(f"{OWN_WORDS} {plot(case)}", by=author)
    await case.menu(message, FLAG, by=author)  # a sentence
    form = await case.menu(message, FLAG)
    await case.fill(form, ["7"])
    question = case.newest("flag:voice")
    await case.press(question, "flag:voice", by=case.beginner)
    await case.press(question, "flag:voice")
    await case.press(question, "flag:voice", by=case.host)
    await case.skip(10)
    shown = await case.slash("etoile-admin guard", by=case.host)
    await case.press(shown, "guard:readers", by=case.host)
    other = await case.say(f"{OWN_WORDS} {plot(case)}", by=author)
    await case.menu(other, FLAG, by=case.beginner)  # a sentence

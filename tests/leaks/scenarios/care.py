"""Setting up, taking along, reporting: what moderators and members do around everything else."""

from __future__ import annotations

from bot.stage.attachments import Upload
from bot.stage.interactions import Invocation
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.leaks.scenarios.polls import posted


def files_of(case: Case, done: Invocation) -> list[Upload]:
    """The files that an answer brought."""
    world = case.house.stage.world
    stored = [world.attachment(attachment["id"]) for attachment in case.message(done)["attachments"]]
    return [Upload(filename=file.filename, data=file.data) for file in stored if file is not None]


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def a_server_is_set_up(case: Case) -> None:
    host = case.host
    panel = await case.slash("etoile-admin setup", by=host)
    await case.choose(panel, "setup:go", ["language"], by=host)
    await case.choose(panel, "setup:locale", [case.locale.value], by=host)
    await case.press(panel, "setup:page:zone", by=host)
    await case.choose(panel, "setup:zone", by=host)
    form = await case.press(panel, "setup:city", by=host)
    await case.fill(form, ["Lyon"], by=host)
    await case.press(panel, "setup:page:channels", by=host)
    for use in ("parties", "polls"):
        await case.choose(panel, f"setup:place:{use}", [case.place.channel_id], by=host)
    await case.press(panel, "setup:page:hosts", by=host)
    await case.choose(panel, "setup:hosts", [], by=host)
    await case.press(panel, "setup:page:spoilers", by=host)
    await case.choose(panel, "setup:horizon", ["0"], by=host)
    await case.choose(panel, "setup:titles", ["hidden"], by=host)
    await case.press(panel, "setup:page:log", by=host)
    await case.choose(panel, "setup:place:log", [case.place.log_id], by=host)
    await case.press(panel, "setup:page:news", by=host)
    await case.press(panel, "setup:news:1", by=host)
    await case.press(panel, "setup:page:check", by=host)
    await case.press(panel, "setup:test", by=host)
    await case.press(case.newest("setup:remove"), "setup:remove", by=host)
    await case.slash("etoile-admin status", by=host)
    await case.skip(60)


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def a_server_is_taken_along(case: Case) -> None:
    host = case.host
    await posted(case, "the-triangle")
    exported = await case.slash("etoile-admin export", by=host)
    (file,) = files_of(case, exported)
    await case.slash("etoile-admin import", by=host, file=file)
    await case.slash("etoile-admin titles", by=host, titles=0)
    await case.slash("etoile-admin horizon", by=host, episode="2")
    shown = await case.slash("etoile-admin import", by=host, file=file)
    await case.press(shown, "setup:discard", by=host)
    shown = await case.slash("etoile-admin import", by=host, file=file)
    await case.press(shown, "setup:apply", by=host)
    await case.slash("etoile-admin import", by=host, file=Upload(filename="x.json", data=f'"{OWN_WORDS}"'.encode()))


@scenario(progress=(None, 3, 8), horizons=(0,), fresh=True)
async def somebody_says_that_something_is_wrong(case: Case) -> None:
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    for words, options in (("etoile cast", {"who": "jack"}), ("recap episode", {"number": 1})):
        answer = await case.slash(words, **options)
        if case.has(answer, "care:report"):
            form = await case.press(answer, "care:report")
            await case.fill(form, ["spoiler", OWN_WORDS])


@scenario(progress=(None, 0, 4, 8), horizons=(0, 8), fresh=True)
async def a_member_looks_at_their_data_and_has_it_deleted(case: Case) -> None:
    card = await posted(case, "the-triangle")
    sheet = await case.press(card, "poll:sheet")
    if case.has(sheet, "poll:pick"):
        await case.press(sheet, "poll:pick")
    await case.slash("progress set", episode=0)  # what was voted on is now beyond them
    shown = await case.slash("mydata show")
    if case.has(shown, "mydata:ask"):
        asked = await case.press(shown, "mydata:ask")
        await case.press(asked, "mydata:keep")
        await case.press(shown, "mydata:export")
    await case.slash("mydata export")
    asked = await case.slash("mydata delete")
    await case.press(asked, "mydata:delete")

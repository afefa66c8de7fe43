"""Moderators who have not watched: whoever looks after a server must be able to, without being told the plot."""

from __future__ import annotations

from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario
from tests.leaks.scenarios.polls import id_of
from tests.leaks.scenarios.veil import VEIL, plot


@scenario(progress=(8,), horizons=(0, 4), fresh=True)
async def a_moderator_who_has_not_started_looks_after_the_polls_of_others(case: Case) -> None:
    host = case.host
    await case.house.app.progress.tell(int(host.id), 0)
    await case.slash("etoile-admin log", by=host, channel=case.place.log_id)
    case.place.covers = 8
    for arc in (False, True):
        words, option, preset = (
            ("poll arc", "preset", "jack-or-genevieve") if arc else ("poll preset", "name", "the-triangle")
        )
        preview = await case.slash(words, **{option: preset})
        await case.press(preview, "poll:post")
        card = case.posted()
        sheet = await case.press(card, "poll:sheet")
        await case.press(sheet, "poll:pick")
        poll = id_of(card)
        managed = await case.slash("poll edit", by=host, poll=poll)
        for control in ("poll:export", "poll:end", "poll:add", "poll:reword"):
            if case.has(managed, control):
                await case.press(managed, control, by=host)
        for command in ("export", "show", "results"):
            await case.slash(f"poll {command}", by=host, poll=poll)
        await case.slash("poll list", by=host)
        await case.type("poll close", "poll", "", by=host)
        await case.slash("poll close", by=host, poll=poll)
        await case.skip(5)
        await case.slash("poll export", by=host, poll=poll)
        await case.slash("poll reopen", by=host, poll=poll)
        sure = await case.slash("poll delete", by=host, poll=poll)
        await case.press(sure, "poll:delete", by=host)
    await case.slash("etoile-admin export", by=host)
    await case.slash("etoile-admin status", by=host)
    await case.slash("etoile status", by=host)
    await case.slash("mydata show", by=host)


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def a_moderator_who_has_not_started_veils_and_reads_reports(case: Case) -> None:
    host = case.host
    await case.house.app.progress.tell(int(host.id), 0)
    await case.slash("etoile-admin log", by=host, channel=case.place.log_id)
    case.place.covers = 8
    message = await case.say(f"{OWN_WORDS} {plot(case)}")
    form = await case.menu(message, VEIL, by=host)
    await case.fill(form, ["7"], by=host)
    for words, options in (("etoile facts", {"about": "fact-last-scene"}), ("recap episode", {"number": 8})):
        answer = await case.slash(words, **options)
        await case.press(answer, "facts:more" if case.has(answer, "facts:more") else "recaps:more")
        form = await case.press(answer, "care:report")
        await case.fill(form, [OWN_WORDS])

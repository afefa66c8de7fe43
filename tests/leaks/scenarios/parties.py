"""/party."""

from __future__ import annotations

from bot.stage.payloads import Wire
from tests.leaks.case import OWN_WORDS, Case
from tests.leaks.scenarios import scenario

WHEN = "2027-03-19 21:00"
"""In the weeks in which only New York has changed its clocks."""
FEW = (0, 4, 8)
SOME: tuple[int | None, ...] = (None, 4, 8)


async def planned(case: Case, when: str, episode: int = 5, **options: object) -> Wire:
    """The member plans a party; its card."""
    await case.slash("party zone", city="Europe/Paris")
    draft = await case.slash("party schedule", when=when, episode=episode, **options)
    await case.press(draft, "party:post")
    await case.skip(5)
    return case.newest("party:answer")


async def suggested(case: Case, words: str) -> str:
    """The first party that is offered."""
    return str((await case.type(words, "party", ""))[0]["value"])


@scenario(progress=SOME, horizons=FEW, fresh=True)
async def a_party_is_planned_answered_and_looked_at(case: Case) -> None:
    asked = await case.slash("party schedule", when="friday at 9", episode=7, note=f"{OWN_WORDS} ||tea||")
    form = await case.choose(asked, "party:zone", ["another"])
    asked = await case.fill(form, ["Tokyo"])
    draft = await case.press(asked, "party:start")
    await case.press(draft, "party:discard")
    await case.slash("party zone", city="London")
    chosen = await case.slash("party schedule", when=WHEN, episode=7, note=f"{OWN_WORDS} ||tea||")
    form = await case.press(chosen, "party:edit")
    edited = await case.fill(form, ["2027-03-20 21:00", "3", f"{OWN_WORDS} cake"])
    await case.press(edited, "party:discard")
    card = await planned(case, WHEN, 8, seats=1, note=OWN_WORDS, minimum=1, close_before=30, length=60)
    for answer in ("going", "maybe", "no"):
        await case.press(card, f"party:answer:{answer}", by=case.beginner)
    more = await case.press(card, "party:more", by=case.beginner)
    await case.press(more, "party:answer:late", by=case.beginner)
    await case.press(more, "party:who", by=case.beginner)
    await case.press(more, "party:calendar", by=case.beginner)
    await case.slash("party list")
    party = await suggested(case, "party show")
    await case.slash("party show", party=party)
    await case.slash("party calendar")
    await case.slash("party calendar", party=party, series=True)
    await case.slash("party answer", party=party, come="maybe", by=case.beginner)
    await case.type("party zone", "city", "montre")


@scenario(progress=(8,), horizons=(0, 4), fresh=True)
async def lists_and_attendance_turn_their_pages(case: Case) -> None:
    card = await planned(case, WHEN)
    people = [await case.another(None) for _ in range(41)]
    for person in people:
        await case.press(card, "party:answer:going", by=person)
    shown = await case.press(await case.press(card, "party:more"), "party:who")
    await case.press(shown, "party:who")
    for day in range(10, 18):
        draft = await case.slash("party schedule", when=f"2027-04-{day} 21:00", episode=2)
        await case.press(draft, "party:post")
    listed = await case.slash("party list")
    await case.press(listed, "party:list")


@scenario(progress=(None, 8), horizons=(0, 4), fresh=True)
async def the_line_is_told_and_reminders_are_chosen(case: Case) -> None:
    card = await planned(case, WHEN, seats=1)
    await case.press(card, "party:answer:going", by=case.beginner)
    panel = await case.press(
        await case.press(card, "party:more", by=case.beginner), "party:reminders", by=case.beginner
    )
    await case.choose(panel, "party:minutes", ["15", "60"], by=case.beginner)
    await case.choose(panel, "party:quiet", ["23-7"], by=case.beginner)
    await case.press(panel, "party:direct:1", by=case.beginner)
    await case.press(panel, "party:stop", by=case.beginner)
    await case.slash("party remind")
    await case.press(card, "party:answer:no")
    await case.skip(10)
    await case.press(case.newest("party:take"), "party:take", by=case.beginner)


@scenario(progress=(None, 8), horizons=(0, 4), fresh=True)
async def a_party_is_moved_called_off_and_its_event_removed(case: Case) -> None:
    card = await planned(case, WHEN, 8)
    await case.press(card, "party:answer:going", by=case.beginner)
    party = await suggested(case, "party edit")
    asked = await case.slash("party edit", party=party, when="2027-03-21 21:00", note=OWN_WORDS)
    await case.press(asked, "party:edit-drop")
    asked = await case.slash("party edit", party=party, when="friday at 9")
    shown = await case.press(asked, "party:edit-start")
    await case.press(shown, "party:edit-drop")
    asked = await case.slash("party edit", party=party, when="2027-03-21 21:00", note=OWN_WORDS)
    await case.press(asked, "party:edit-apply")
    await case.skip(5)
    event = next(iter(case.house.stage.world.events.values()))["id"]
    for found in case.house.stage.world.events.values():
        if found["guild_id"] == case.place.guild_id:
            event = found["id"]
    case.host.actor.cancel_event(event)
    await case.skip(5)
    await case.press(case.newest("party:mirror"), "party:mirror")
    managed = await case.press(await case.press(card, "party:more"), "party:manage")
    asked = await case.press(managed, "party:cancel")
    await case.press(asked, "party:keep")
    asked = await case.slash("party cancel", party=party)
    off = await case.press(asked, "party:cancel:one")
    await case.skip(5)
    await case.press(off, "party:revive")
    await case.skip(5)


@scenario(progress=(8,), horizons=(0, 4, 8), fresh=True)
async def a_series_is_planned_skipped_and_ended(case: Case) -> None:
    await case.slash("party zone", city="America/New_York")
    draft = await case.slash("party series", first=WHEN, every="week", episode=6, skip="2027-03-26")
    await case.press(draft, "party:post")
    await case.skip(5)
    card = case.newest("party:answer")
    more = await case.press(card, "party:more", by=case.beginner)
    await case.press(more, "party:to-all", by=case.beginner)
    managed = await case.press(await case.press(card, "party:more"), "party:manage")
    await case.choose(managed, "party:unskip-one")
    managed = await case.press(await case.press(card, "party:more"), "party:manage")
    skipped = await case.press(managed, "party:skip")
    await case.skip(5)
    await case.press(skipped, "party:unskip")
    await case.skip(5)
    party = await suggested(case, "party skip")
    asked = await case.slash("party skip", party=party)
    await case.press(asked, "party:skip")
    await case.slash("party list")
    asked = await case.slash("party cancel", party=party)
    off = await case.press(asked, "party:cancel:all")
    await case.skip(5)
    await case.type("party revive", "party", "")
    await case.press(off, "party:revive-all")
    await case.skip(5)
    asked = await case.slash("party cancel", party=party)
    await case.press(asked, "party:cancel:one")
    lost = await case.type("party revive", "party", "")
    await case.slash("party revive", party=lost[0]["value"])
    await case.skip(5)


@scenario(progress=(8,), horizons=(0, 4), fresh=True)
async def seats_are_given_by_hand_and_a_party_changes_its_channel(case: Case) -> None:
    await case.type("party series", "every", "3 days")
    draft = await case.slash(
        "party series", first=WHEN, every="every 3 days", per_evening=2, evenings=2, note=OWN_WORDS
    )
    await case.press(draft, "party:discard")
    card = await planned(case, WHEN, 8, seats=2, note=OWN_WORDS)
    form = await case.press(await case.press(await case.press(card, "party:more"), "party:manage"), "party:seat")
    await case.fill(form, [[case.beginner.id], None])
    await case.skip(5)
    party = await suggested(case, "party seat")
    await case.slash("party seat", party=party, take=case.beginner.id)
    asked = await case.slash("party edit", party=party, channel=case.place.log_id, by=case.host)
    await case.press(asked, "party:edit-apply", by=case.host)
    await case.skip(10)


@scenario(progress=SOME, horizons=FEW, fresh=True)
async def an_evening_from_the_reminder_to_the_end_card(case: Case) -> None:
    ahead = 7200 - case.house.clock.now().timestamp() % 3600  # on the hour: some minutes are guarded numbers
    card = await planned(case, f"<t:{int(case.house.clock.now().timestamp() + ahead)}>", 8)
    await case.press(card, "party:answer:going", by=case.beginner)
    await case.skip(ahead - 900)
    await case.skip(900)
    clock = case.newest("party:ready")
    await case.press(clock, "party:ready")
    await case.press(clock, "party:where", by=case.beginner)
    hosts = await case.press(clock, "party:hosts")
    await case.press(hosts, "party:steer:go")
    await case.skip(60)
    await case.press(clock, "party:where", by=case.beginner)
    await case.press(case.newest("party:wait"), "party:wait", by=case.beginner)
    await case.press(case.newest("party:steer:pause"), "party:steer:pause")
    form = await case.press(await case.press(clock, "party:hosts"), "party:jump")
    refused = await case.fill(form, ["banana"])
    form = await case.press(refused, "party:jump-again")
    await case.fill(form, ["17:42"])
    party = await suggested(case, "party clock")
    await case.slash("party clock", party=party)
    await case.slash("party clock", party=party, do="resume")
    asked = await case.press(await case.press(clock, "party:hosts"), "party:end")
    await case.press(asked, "party:end:1")
    await case.skip(5)
    over = case.newest("party:watched")
    await case.press(over, "party:there")
    asked = await case.press(over, "party:watched", by=case.beginner)
    counted = await case.press(asked, "party:watched-all", by=case.beginner)
    await case.press(over, "party:catchup", by=case.beginner)
    await case.press(counted, "progress:undo", by=case.beginner)
    await case.press(over, "party:catchup")


@scenario(progress=(4,), horizons=(0, 4), titles=True, fresh=True)
async def titles_are_shown_by_the_server(case: Case) -> None:
    await planned(case, WHEN, 8)
    await case.slash("party calendar")

"""What is stored of a member is shown to them whole, and after its deletion nothing of them is left anywhere."""

from __future__ import annotations

import json

from bot.domain.delivery import DeliveryKey
from bot.domain.party import SeatStatus
from bot.domain.poll import PollState
from bot.services.parties.values import Edit
from bot.store.engine.database import Database, Transaction, sql
from bot.store.engine.sqlite import SqliteDatabase
from tests.support.house import CAMILLE, GUILD, MARGOT, MEMBERS, NOOR, OTHER_GUILD, THEO, House, member

DIRECT = 987_654_321_012_345_678


async def test_after_deletion_neither_the_id_nor_any_hash_is_left(db: Database) -> None:
    house = House(db)
    await house.live_a_little(GUILD)
    await house.live_a_little(OTHER_GUILD)
    poll_ids = [row["id"] for row in await house.rows("polls")]
    for user_id in MEMBERS:
        traces = {str(user_id), *(house.key.voter(poll_id, user_id) for poll_id in poll_ids)}

        def left_of(cells: list[tuple[str, str, str]], traces: set[str] = traces) -> set[tuple[str, str]]:
            return {(table, column) for table, column, value in cells if any(trace in value for trace in traces)}

        assert left_of(await house.everything())  # the scan can find
        deleted = await house.app.mydata.delete(member(user_id))
        assert deleted.complete
        assert deleted.ballots == len(poll_ids)
        assert left_of(await house.everything()) == set()
        assert (await house.app.mydata.show(member(user_id))).empty


async def test_nothing_of_a_forgotten_member_is_left_in_the_files_of_the_database(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    party_id = next(row["id"] for row in await house.rows("parties"))
    for purpose in ("offer:1:direct", "remind:1:15", "start:1"):
        key = DeliveryKey(guild_id=GUILD, subject_id=party_id, purpose=purpose, user_id=THEO)
        await house.app.deliveries.begin(key, house.now)
        await house.app.deliveries.end(key, channel_id=DIRECT, message_id=6)
    await house.app.moderator_log.owe(GUILD, f"<@{THEO}> closed a poll.")
    await house.app.mydata.export(member(THEO))
    assert [row["channel_id"] for row in (await house.app.mydata.show(member(THEO))).member.messages] == [DIRECT] * 3
    await house.app.mydata.delete(member(THEO))
    assert not [cell for cell in await house.everything() if str(THEO) in cell[2] or str(DIRECT) in cell[2]]
    if isinstance(db, SqliteDatabase):
        wal = db.path.with_name(db.path.name + "-wal")
        raw = db.path.read_bytes() + (wal.read_bytes() if wal.exists() else b"")
        for spelled in (str(THEO).encode(), THEO.to_bytes(8, "big")):
            assert spelled not in raw
        assert CAMILLE.to_bytes(8, "big") in raw or str(CAMILLE).encode() in raw, "the search can find"


async def test_counts_of_closed_polls_stay_and_open_ones_lose_the_vote(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    before = await tallies(house)
    await house.app.mydata.delete(member(CAMILLE))
    after = await tallies(house)
    assert {state for _, state, _ in before} == {"open", "closed"}
    for (poll_id, state, voters), (same_id, _, now) in zip(before, after, strict=True):
        assert poll_id == same_id
        assert now == voters if state == PollState.CLOSED else voters - 1


async def tallies(house: House) -> list[tuple[int, str, int]]:
    states = {row["id"]: row["state"] for row in await house.rows("polls")}
    return sorted((row["poll_id"], states[row["poll_id"]], row["voters"]) for row in await house.rows("poll_tallies"))


async def test_a_freed_seat_passes_on_and_a_party_keeps_its_cohost(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    mine = await house.post_party(THEO, seats=None)
    changes = house.app.party_changes
    await changes.edit(member(THEO), mine, Edit(add_cohost=NOOR))
    full = next(row["id"] for row in await house.rows("parties") if row["host_id"] == CAMILLE)

    deleted = await house.app.mydata.delete(member(CAMILLE))
    assert full in deleted.parties
    offers = await house.app.party_due.pass_on_seats(full, house.now)
    assert offers is not None
    assert [person.place for person in offers.view.people].count(SeatStatus.OFFER) == 1

    await house.app.mydata.delete(member(THEO))
    party = (await house.app.parties.view(mine)).party
    assert (party.host_id, party.cohost_ids) == (NOOR, frozenset())
    orphan = (await house.app.parties.view(full)).party
    assert orphan.host_id == 0


async def test_a_series_goes_to_a_cohost_or_ends(db: Database) -> None:
    house = House(db)
    for heir in (NOOR, None):
        party_id = await house.post_party(MARGOT, series=True)
        if heir is not None:
            await house.app.party_changes.edit(member(MARGOT), party_id, Edit(add_cohost=heir))
    await house.app.mydata.delete(member(MARGOT))
    assert sorted((row["host_id"], row["state"]) for row in await house.rows("party_series")) == [
        (0, "cancelled"),
        (NOOR, "open"),
    ]
    for series_id in [row["id"] for row in await house.rows("party_series")]:
        await house.app.party_changes.advance(series_id, house.now)
    assert {row["user_id"] for row in await house.rows("party_people")} <= {NOOR}


async def test_drafts_of_parties_go_and_roles_are_named(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    party_id = next(row["id"] for row in await house.rows("parties") if row["host_id"] == CAMILLE)
    await house.app.party_due.mark_role(party_id, THEO, has_role=True)
    await house.db.write(give_role, party_id, 77)
    assert (await house.app.mydata.delete(member(THEO))).roles == ((GUILD, 77),)


def give_role(party_id: int, role_id: int) -> Transaction[None]:
    yield sql("UPDATE parties SET seat_role_id = :role WHERE id = :id", id=party_id, role=role_id)


async def test_everything_is_shown_as_far_as_the_member_has_watched(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    found = await house.app.mydata.show(member(MARGOT))
    assert found.member.progress is not None
    assert found.member.progress["episode"] == 4
    assert found.votes is not None
    assert len(found.votes) == 4
    assert {vote.question for vote in found.votes} == {"Tea?"}
    assert len(found.member.polls) == 4
    assert [row["part"] for row in found.member.hosted] == ["host"] * len(found.member.hosted)
    assert len(found.member.answers) >= 2

    document = json.loads(await house.app.mydata.export(member(MARGOT)))
    assert document["user_id"] == str(MARGOT)
    assert {ballot["guild_id"] for ballot in document["ballots"]} == {str(GUILD)}
    assert document["reminders"]["minutes"] == "15 60"
    others = {str(user_id) for user_id in MEMBERS if user_id != MARGOT}
    assert not any(user_id in json.dumps(document) for user_id in others)


async def test_what_spoils_the_member_now_is_not_shown_to_them(db: Database) -> None:
    house = House(db)
    author = member(MARGOT, manages=True)
    await house.app.progress.tell(MARGOT, 8)
    preview = await house.app.polls.drafts.from_preset(author, "the-triangle", closes="", arc=False)
    poll = (await house.app.polls.post(author, preview.draft.id)).poll
    await house.app.polls.voting.press(author, poll.id, 0)
    assert poll.gate > 0
    told = await house.app.mydata.show(author)
    assert told.votes is not None
    assert told.votes[0].question is not None
    assert told.written[poll.id] is not None
    await house.app.progress.tell(MARGOT, 0)
    hidden = await house.app.mydata.show(author)
    assert hidden.votes is not None
    assert (hidden.votes[0].question, hidden.votes[0].chosen, hidden.written[poll.id]) == (None, None, None)
    assert poll.question.to_store().encode() not in await house.app.mydata.export(author)


async def test_a_stranger_has_nothing(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    assert (await house.app.mydata.show(member(999))).empty
    deleted = await house.app.mydata.delete(member(999))
    assert (deleted.ballots, deleted.parties, deleted.roles, deleted.complete) == (0, (), (), True)


async def test_with_another_key_the_rest_goes_and_it_is_said(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    other = House(db)
    other.key.matches = False
    assert (await other.app.mydata.show(member(CAMILLE))).votes is None
    deleted = await other.app.mydata.delete(member(CAMILLE))
    assert not deleted.complete
    assert deleted.ballots == 2
    assert [cell for cell in await house.everything() if str(CAMILLE) in cell[2]] == []

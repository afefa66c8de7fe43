"""Export and import: there and back, twice, to another server, and with files made to harm."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import EtoileError
from bot.services.transfer.form import LARGEST, Document, read_document, write_document
from bot.services.transfer.importing import Here
from bot.store.engine.database import Database
from bot.store.lifecycle import purge_guild
from tests.support.house import CAMILLE, FOYER, GUILD, HOSTS, LOG, MARGOT, OTHER_GUILD, PROJECTION, House, member

Wire = dict[str, Any]
HERE = Here(channels=frozenset({FOYER, PROJECTION, LOG}), roles=frozenset({HOSTS}), channel_id=FOYER)
THERE = Here(channels=frozenset({99}), roles=frozenset(), channel_id=99)
MANAGER = member(MARGOT, manages=True)
ELSEWHERE = member(MARGOT, guild_id=OTHER_GUILD, manages=True)
TABLES = ("guilds", "channel_horizons", "polls", "poll_tallies", "parties", "party_series")


async def contents(house: House, *, without: frozenset[str] = frozenset()) -> dict[str, list[Wire]]:
    """The tables that an import may change, without columns that are no part of it."""
    found: dict[str, list[Wire]] = {}
    for table in TABLES:
        rows = [
            {name: row[name] for name in row.keys() if name not in without}  # noqa: SIM118  (a row is no dict)
            for row in await house.rows(table)
            if "state" not in row.keys() or row["state"] != "draft"  # noqa: SIM118  (drafts are not exported)
        ]
        found[table] = sorted(rows, key=str)
    return found


async def exported(house: House) -> Wire:
    return json.loads(await house.app.transfer.export(MANAGER))


async def test_a_purged_server_comes_back(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    raw = await house.app.transfer.export(MANAGER)
    before = await contents(house)
    await house.db.write(purge_guild, guild_id=GUILD)
    assert (await contents(house))["polls"] == []

    checked = await house.app.transfer.check(MANAGER, raw, HERE)
    assert checked.problems == ()
    assert checked.plan is not None
    assert (checked.plan.polls, checked.plan.series, checked.plan.horizons) == (4, 1, 1)
    assert checked.plan.ahead == len(before["parties"])
    assert (await contents(house))["polls"] == []  # a dry run changes nothing

    assert await house.app.transfer.apply(MANAGER, checked.import_id, HERE) == checked.plan
    after = await contents(house)
    assert {row["state"] for row in after["polls"]} == {"closed"}  # an open poll cannot go on without its ballots
    for table in ("poll_tallies", "guilds", "channel_horizons", "party_series", "parties"):
        unimportant = {"updated_at", "created_at", "version", "reminded_to", "changes"}

        def kept(rows: list[Wire], unimportant: set[str] = unimportant) -> list[Wire]:
            return [{name: value for name, value in row.items() if name not in unimportant} for row in rows]

        assert kept(after[table]) == kept(before[table]), table
    (club,) = [row for row in await house.rows("clubs") if row["state"] == "open"]
    assert (club["series_id"], club["room_place_id"], club["board_id"]) == (after["party_series"][0]["id"], FOYER, None)
    waiting = {row["kind"] for row in await house.rows("jobs")}
    assert {"party.start", "party.series", "club.board"} <= waiting


async def test_importing_twice_adds_nothing(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    raw = await house.app.transfer.export(MANAGER)
    for asker, here in ((MANAGER, HERE), (ELSEWHERE, THERE), (ELSEWHERE, THERE)):
        checked = await house.app.transfer.check(asker, raw, here)
        assert checked.plan is not None
        if checked.plan.empty:
            assert checked.import_id == 0
        else:
            await house.app.transfer.apply(asker, checked.import_id, here)
    assert await house.rows("guild_imports") == []
    assert len(await house.rows("polls")) == 8
    assert len({row["guild_id"] for row in await house.rows("parties")}) == 2
    again = await house.app.transfer.check(ELSEWHERE, raw, THERE)
    assert again.plan is not None
    assert again.plan.empty
    parties = [row for row in (await contents(house))["parties"] if row["guild_id"] == GUILD]
    clubs = [row for row in await house.rows("clubs") if row["guild_id"] == GUILD and row["state"] == "open"]
    assert [row["series_id"] is not None for row in clubs] == [True]
    questions = [row for row in await house.rows("quiz_own") if row["guild_id"] == GUILD]
    assert again.plan.known == 4 + 1 + len(parties) + len(questions) + len(clubs)


async def test_elsewhere_unknown_places_and_roles_are_left_out(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    raw = await house.app.transfer.export(MANAGER)
    checked = await house.app.transfer.check(ELSEWHERE, raw, THERE)
    assert checked.plan is not None
    assert checked.plan.elsewhere
    assert checked.plan.left_out == 4  # three channels, one role
    await house.app.transfer.apply(ELSEWHERE, checked.import_id, THERE)
    settings = await house.app.setup.settings(OTHER_GUILD)
    assert (settings.party_channel_id, settings.log_channel_id, settings.host_role_ids) == (None, None, frozenset())
    mine = [row for table in ("polls", "parties") for row in await house.rows(table) if row["guild_id"] == OTHER_GUILD]
    assert {row["channel_id"] for row in mine} == {99}
    assert {row["message_id"] for row in mine} == {None}


async def test_only_who_manages_the_server_and_only_once(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    raw = await house.app.transfer.export(MANAGER)
    with pytest.raises(EtoileError, match="admin-not-yours"):
        await house.app.transfer.export(member(CAMILLE))
    with pytest.raises(EtoileError, match="admin-not-yours"):
        await house.app.transfer.check(member(CAMILLE), raw, HERE)
    late = await house.app.transfer.check(ELSEWHERE, raw, THERE)
    house.now += timedelta(days=2)
    with pytest.raises(EtoileError, match="transfer-gone"):
        await house.app.transfer.apply(ELSEWHERE, late.import_id, THERE)
    checked = await house.app.transfer.check(ELSEWHERE, raw, THERE)
    for asker in (MANAGER, member(CAMILLE, manages=True)):
        with pytest.raises(EtoileError, match="transfer-gone"):
            await house.app.transfer.apply(asker, checked.import_id, THERE)
    await house.app.transfer.apply(ELSEWHERE, checked.import_id, THERE)
    with pytest.raises(EtoileError, match="transfer-gone"):
        await house.app.transfer.apply(ELSEWHERE, checked.import_id, THERE)


async def test_an_export_gives_away_no_ballot_and_no_hidden_count(db: Database) -> None:
    house = House(db)
    few = await house.post_poll(MARGOT, anonymous=True)
    named = await house.post_poll(MARGOT, anonymous=False)
    for poll_id in (few, named):
        await house.app.polls.voting.press(member(CAMILLE), poll_id, 0)
    document = await exported(house)
    tallies = {poll["id"]: poll["tallies"] for poll in document["polls"]}
    assert tallies[str(few)] is None
    assert tallies[str(named)][0]["voters"] == 1
    text = json.dumps(document)
    assert str(CAMILLE) not in text
    assert house.key.voter(few, CAMILLE) not in text


def path_of(document: Wire, *steps: str | int) -> tuple[Any, str | int]:
    holder: Any = document
    for step in steps[:-1]:
        holder = holder[step]
    return holder, steps[-1]


HARMFUL: dict[str, Callable[[Wire], None]] = {
    "another format": lambda d: d.update(format="else"),
    "a later version": lambda d: d.update(version=2),
    "a version as text": lambda d: d.update(version="1"),
    "an unknown field": lambda d: d.update(__proto__={"admin": True}),
    "a missing part": lambda d: d.pop("polls"),
    "an id that is no number": lambda d: d["polls"][0].update(id="1; DROP TABLE polls"),
    "an id beyond 64 bits": lambda d: d["polls"][0].update(id="9" * 19),
    "an id as a number": lambda d: d["polls"][0].update(id=5),
    "an endless number": lambda d: d["polls"][0]["tallies"][0].update(voters=10**400),
    "counts below zero": lambda d: d["polls"][0]["tallies"][0].update(voters=-1),
    "more votes than voters": lambda d: d["polls"][0]["tallies"][0].update(counts=[9**9, 0]),
    "counts for other answers": lambda d: d["polls"][0]["tallies"][0].update(counts=[1]),
    "a truth as a number": lambda d: d["polls"][0].update(gate=True),
    "a gate that does not exist": lambda d: d["polls"][0].update(gate=9),
    "a question of a megabyte": lambda d: d["polls"][0].update(question="x" * 1_000_000),
    "a question with a null": lambda d: d["polls"][0].update(question="a\x00b"),
    "an empty question": lambda d: d["polls"][0].update(question=" \n "),
    "a hundred answers": lambda d: d["polls"][0].update(answers=d["polls"][0]["answers"] * 50),
    "the same poll twice": lambda d: d["polls"].append(d["polls"][0]),
    "a zone that does not exist": lambda d: d["settings"].update(zone="../../etc/passwd"),
    "a language that does not exist": lambda d: d["settings"].update(locale="xx"),
    "a horizon that does not exist": lambda d: d["settings"].update(horizon=99),
    "a date before time": lambda d: d["parties"][0].update(starts_at="0001-01-01T00:00:00Z"),
    "a date without a zone": lambda d: d["parties"][0].update(starts_at="2026-03-13T19:00:00"),
    "episodes backwards": lambda d: d["parties"][0].update(first_episode=5, last_episode=2),
    "no seats": lambda d: d["parties"][0].update(seats=0),
    "a role to give": lambda d: d["parties"][0].update(seat_role_id="1"),
    "a rule of every zero weeks": lambda d: d["series"][0].update(step=0),
    "a rule on the ninth day": lambda d: d["series"][0].update(weekdays=[9]),
    "a thousand horizons too many": lambda d: d.update(
        horizons=[{"channel_id": str(n + 1), "horizon": 1} for n in range(2000)]
    ),
}


@pytest.mark.parametrize("harm", HARMFUL)
async def test_a_harmful_file_is_refused_with_its_place(db: Database, harm: str) -> None:
    house = House(db)
    await house.live_a_little()
    document = await exported(house)
    HARMFUL[harm](document)
    before = await contents(house)
    checked = await house.app.transfer.check(MANAGER, json.dumps(document).encode(), HERE)
    assert checked.plan is None
    assert checked.problems
    assert await contents(house) == before
    assert await house.rows("guild_imports") == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"[" * 200_000,
        b'{"a":' * 50_000,
        b"\xff\xfe\x00",
        b'{"format":"\\ud800"}',
        b'{"version":NaN}',
        b"PK\x03\x04 a zip",
        b" " * (LARGEST + 1),
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    problems = read_document(raw)
    assert isinstance(problems, list)
    assert problems


async def test_a_forged_file_cannot_reach_into_another_server(db: Database) -> None:
    """Ids of another server's poll, party and channel, in a file that claims to be of this one."""
    house = House(db)
    await house.live_a_little(GUILD)
    forged = json.loads(await house.app.transfer.export(MANAGER))
    forged["server"]["id"] = str(OTHER_GUILD)
    for part in ("polls", "parties", "series"):
        for record in forged[part]:
            record["channel_id"] = "1"
            record.update({name: "2" for name in ("message_id", "thread_id", "voice_id") if name in record})
    before = await contents(house)
    checked = await house.app.transfer.check(ELSEWHERE, json.dumps(forged).encode(), HERE)
    plan = await house.app.transfer.apply(ELSEWHERE, checked.import_id, HERE)
    assert (plan.polls, plan.ahead, plan.series) == (0, 0, 0)  # those ids are taken: nothing is overwritten
    after = await contents(house)
    before["guilds"] = after["guilds"]  # its own settings are its own to change
    assert after == before

    for part in ("polls", "parties", "series"):
        for number, record in enumerate(forged[part], start=1):
            record["id"] = str(number)
    for party in forged["parties"]:
        party.update(series_id=None, occurrence=None)
    checked = await house.app.transfer.check(ELSEWHERE, json.dumps(forged).encode(), HERE)
    await house.app.transfer.apply(ELSEWHERE, checked.import_id, HERE)
    for table in ("polls", "parties", "party_series"):
        for row in await house.rows(table):
            if row["guild_id"] == OTHER_GUILD:
                assert row["channel_id"] == FOYER
    for row in await house.rows("parties"):
        if row["guild_id"] == OTHER_GUILD:
            assert (row["message_id"], row["thread_id"], row["voice_id"]) == (None, None, None)
            assert (row["seat_role_id"], row["call_role_id"]) == (None, None)


async def test_a_file_that_contradicts_what_is_there_changes_nothing(db: Database) -> None:
    house = House(db)
    await house.live_a_little()
    document = await exported(house)
    (twice,) = [party for party in document["parties"] if party["occurrence"] == 0]
    document["parties"].append({**twice, "id": "5"})
    document["settings"]["horizon"] = 7
    before = await contents(house)
    checked = await house.app.transfer.check(MANAGER, json.dumps(document).encode(), HERE)
    with pytest.raises(EtoileError, match="transfer-contradicts"):
        await house.app.transfer.apply(MANAGER, checked.import_id, HERE)
    assert await contents(house) == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
SAMPLE = {
    "format": "etoile-server", "version": 1, "exported_at": "2026-03-06T12:00:00Z", "server": {"id": "7"},
    "settings": {
        "locale": "fr", "zone": "Europe/Paris", "horizon": 2, "titles_shown": False, "host_role_ids": ["5"],
        "log_channel_id": None, "party_channel_id": "9", "poll_channel_id": None, "announce": True,
    },
    "horizons": [{"channel_id": "9", "horizon": 3}], "polls": [], "series": [], "parties": [],
}  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_whatever_stands_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    document: Wire = json.loads(json.dumps(SAMPLE))
    where = data.draw(st.sampled_from(["settings", "horizons", "server", ""]))
    holder: Any = document if not where else document[where]
    if isinstance(holder, list):
        holder = holder[0]
    name = data.draw(st.sampled_from(sorted(holder)) | st.text())
    holder[name] = data.draw(json_values)
    result = read_document(json.dumps(document).encode())
    if isinstance(result, Document):
        assert read_document(write_document(result)) == result
    else:
        assert result

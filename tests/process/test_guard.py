"""AutoMod kept in step with the horizons: the bot as a process on the stage, which has Discord's AutoMod."""

from __future__ import annotations

import pytest

from bot.rehearsal.process import BotProcess
from bot.stage import automod
from bot.stage.errors import Refused
from bot.stage.faults import Fault
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.server import Stage
from tests.support.stage import StageMember, until

SPOILER = "so jack and cheyenne kiss in the last minute, the kiss of jack!"


def permit(stage: Stage, bits: int) -> None:
    """Give the bot's role these permissions beside its own, or (0) take Manage Server away again."""
    world = stage.world
    role = world.roles[world.guild_id][world.members[world.guild_id][world.bot_id]["roles"][0]]
    role["permissions"] = str(int(role["permissions"]) & ~P.MANAGE_GUILD | bits)


def rules(stage: Stage) -> list[Wire]:
    return list(automod.rules_of(stage.world, stage.world.guild_id))


def exempt(stage: Stage) -> list[set[str]]:
    return [set(rule["exempt_channels"]) for rule in rules(stage)]


@pytest.fixture
def margot(stage: Stage, bot: BotProcess) -> StageMember:
    """Who manages the server."""
    return StageMember(stage, "Margot")


@pytest.fixture
def log(stage: Stage) -> str:
    """A channel for the log."""
    return str(stage.add_channel(stage.world.guild_id, name="for-moderators")["id"])


async def switched(margot: StageMember, log: str, mode: str) -> str:
    """Choose the log and switch AutoMod to a mode; the answer."""
    await margot.slash("etoile-admin log", channel=log)
    return margot.text(await margot.slash("etoile-admin guard", mode=mode))


async def test_a_spoiler_is_stopped_where_it_may_not_be_said_and_told(
    stage: Stage, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    await margot.at("after-the-finale").slash("etoile-admin horizon", episode="8")
    assert "AutoMod stops" in await switched(margot, log, "stop")
    camille = StageMember(stage, "Camille")

    with pytest.raises(Refused, match="It belongs in #after-the-finale"):
        camille.send(SPOILER)
    camille.at("after-the-finale").send(SPOILER)
    camille.send("gilmore girls tonight, anyone?")
    alerts = [each for each in stage.world.messages[log].values() if each["embeds"]]
    assert {each["embeds"][0]["description"] for each in alerts} == {SPOILER}


async def test_the_rules_follow_a_horizon(stage: Stage, margot: StageMember, log: str) -> None:
    permit(stage, P.MANAGE_GUILD)
    await switched(margot, log, "stop")
    foyer = margot.channel_id
    assert not any(foyer in each for each in exempt(stage))
    await margot.slash("etoile-admin horizon", episode="8")
    await until(lambda: rules(stage) and all(foyer in each for each in exempt(stage)), "a rule that leaves it out")
    StageMember(stage, "Camille").send(SPOILER)
    await margot.slash("etoile-admin horizon", episode="0")
    await until(lambda: not any(foyer in each for each in exempt(stage)), "a rule that holds there")


async def test_tell_lets_the_message_stand_and_needs_a_log(stage: Stage, margot: StageMember, log: str) -> None:
    permit(stage, P.MANAGE_GUILD)
    assert "choose one with" in margot.text(await margot.slash("etoile-admin guard", mode="tell"))
    assert rules(stage) == []
    assert "reports to the log channel" in await switched(margot, log, "tell")
    sent = StageMember(stage, "Camille").send(SPOILER)
    assert sent["content"] == SPOILER
    assert any(each["embeds"] for each in stage.world.messages[log].values())


async def test_without_manage_server_nothing_changes_and_it_is_said(
    stage: Stage, margot: StageMember, log: str
) -> None:
    assert "Manage Server" in await switched(margot, log, "stop")
    assert rules(stage) == []
    permit(stage, P.MANAGE_GUILD)
    await switched(margot, log, "stop")
    before = exempt(stage)
    permit(stage, 0)
    await margot.slash("etoile-admin horizon", episode="8")
    said = "no longer follow the horizons"
    await until(lambda: any(said in each["content"] for each in stage.world.messages[log].values()), said)
    assert exempt(stage) == before


async def test_it_is_switched_off_also_without_manage_server_and_what_is_left_is_said(
    stage: Stage, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    await switched(margot, log, "stop")
    permit(stage, 0)
    off = margot.text(await margot.slash("etoile-admin guard", mode="off"))
    assert "AutoMod is off" in off
    assert "delete them in the server’s settings" in off
    permit(stage, P.MANAGE_GUILD)
    shown = await margot.slash("etoile-admin guard")
    assert "Some of my rules are still there" in margot.text(shown)
    await margot.press(margot.answer(shown), "Put them right")
    assert rules(stage) == []


async def test_what_discord_does_not_take_at_once_a_job_brings_into_step(
    stage: Stage, bot: BotProcess, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    stage.faults.add("POST", "/guilds/*/auto-moderation/rules", Fault.refuse(400, 50035, "Invalid Form Body"))
    assert "I’ll keep trying" in await switched(margot, log, "stop")
    await bot.skip(60)
    await until(lambda: len(rules(stage)) > 1, "the rules")
    assert "AutoMod stops" in margot.text(await margot.slash("etoile-admin guard"))


async def test_a_channel_that_is_made_later_is_left_out_where_everything_may_be_said(
    stage: Stage, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    await margot.slash("etoile-admin horizon", episode="8", server=True)
    await margot.slash("etoile-admin horizon", episode="0")
    await switched(margot, log, "stop")
    made = stage.add_channel(stage.world.guild_id, name="new")["id"]
    await until(lambda: all(made in channels for channels in exempt(stage)), "the exemption")


async def test_nobody_is_sent_to_a_channel_that_is_hidden(stage: Stage, margot: StageMember, log: str) -> None:
    permit(stage, P.MANAGE_GUILD)
    await margot.at("coulisses").slash("etoile-admin horizon", episode="8")
    await switched(margot, log, "stop")
    with pytest.raises(Refused) as refused:
        StageMember(stage, "Camille").send(SPOILER)
    assert "coulisses" not in str(refused.value)


async def test_a_rule_changed_or_deleted_by_hand_is_put_right_when_asked(
    stage: Stage, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    await switched(margot, log, "stop")
    good = [rule["trigger_metadata"] for rule in rules(stage)]
    kept = stage.world.automod[stage.world.guild_id]
    first, second = list(kept)[:2]
    kept[first]["trigger_metadata"] = {"regex_patterns": ["never"]}
    del kept[second]
    shown = await margot.slash("etoile-admin guard")
    assert "Somebody changed or deleted" in margot.text(shown)
    mended = await margot.press(margot.answer(shown), "Put them right")
    assert "Somebody changed" not in margot.text(mended)
    assert sorted(map(str, (rule["trigger_metadata"] for rule in rules(stage)))) == sorted(map(str, good))
    assert "Somebody changed" not in margot.text(await margot.slash("etoile-admin guard"))


async def test_rules_of_others_are_left_alone_and_take_room(stage: Stage, margot: StageMember, log: str) -> None:
    permit(stage, P.MANAGE_GUILD)
    theirs = [
        automod.create(
            stage.world,
            stage.world.guild_id,
            margot.id,
            {
                "name": f"theirs {number}",
                "trigger_type": automod.KEYWORD,
                "trigger_metadata": {"keyword_filter": ["rude"]},
                "actions": [{"type": automod.BLOCK, "metadata": {}}],
                "enabled": True,
            },
        )
        for number in range(5)
    ]
    assert "5 that look for words were made by others" in await switched(margot, log, "stop")
    mine = [rule for rule in rules(stage) if rule["creator_id"] == stage.world.bot_id]
    assert len(mine) == 1
    assert "AutoMod is off" in margot.text(await margot.slash("etoile-admin guard", mode="off"))
    assert rules(stage) == theirs


async def test_sixty_channels_for_spoilers_are_too_many_and_it_is_said(
    stage: Stage, margot: StageMember, log: str
) -> None:
    permit(stage, P.MANAGE_GUILD)
    await margot.slash("etoile-admin horizon", episode="8", server=True)
    await margot.slash("etoile-admin horizon", episode="0")
    for number in range(60):
        stage.add_channel(stage.world.guild_id, name=f"loge-{number}")
    shown = await switched(margot, log, "stop")
    assert "is not looked for" in shown
    assert rules(stage) == []


async def test_in_french(stage: Stage, margot: StageMember, log: str) -> None:
    permit(stage, P.MANAGE_GUILD)
    stage.world.locales[margot.id] = "fr"
    await margot.at("after-the-finale").slash("etoile-admin horizon", episode="8")
    assert "AutoMod arrête" in await switched(margot, log, "stop")
    with pytest.raises(Refused):
        StageMember(stage, "Élise").send("cheyenne embrasse jack à la fin")

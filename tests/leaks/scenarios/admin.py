"""/etoile-admin."""

from __future__ import annotations

from bot.stage.permissions import P
from tests.leaks.case import Case
from tests.leaks.scenarios import scenario
from tests.process.planting import BUTTON, plant


@scenario(progress=(8,), horizons=(0, 8), fresh=True)
async def horizons_are_moved_and_written_down(case: Case) -> None:
    host = case.host
    await case.slash("etoile-admin log", by=host, channel=case.place.log_id)
    for episode in ("4", "8"):
        answer = await case.slash("etoile-admin horizon", by=host, episode=episode)
        case.place.horizon = int(episode)
        # It is offered where the bot may manage the channel; older answers have it everywhere.
        plant(case.house.stage, case.message(answer), f"v1:admin:mark:{case.place.channel_id}:1", BUTTON)
        await case.press(answer, "admin:mark", by=host)
    await case.slash("etoile-admin horizon", by=host, episode="0")
    case.place.horizon = 0
    await case.slash("etoile-admin horizons", by=host)
    await case.slash("etoile-admin titles", by=host, titles=0)
    log = await case.slash("etoile-admin log", by=host)
    await case.press(log, "admin:log-off", by=host)


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def automod_is_switched_on_mended_and_off(case: Case) -> None:
    world, guild_id = case.house.stage.world, case.place.guild_id
    await case.slash("etoile-admin log", by=case.host, channel=case.place.log_id)
    await case.slash("etoile-admin guard", by=case.host, mode="stop")  # not without Manage Server
    role = world.roles[guild_id][world.members[guild_id][world.bot_id]["roles"][0]]
    role["permissions"] = str(int(role["permissions"]) | P.MANAGE_GUILD)
    for mode in ("tell", "stop"):
        await case.slash("etoile-admin guard", by=case.host, mode=mode)
    world.automod[guild_id].popitem()
    shown = await case.slash("etoile-admin guard", by=case.host)
    await case.press(shown, "guard:mend", by=case.host)
    await case.slash("etoile-admin guard", by=case.host, mode="off")


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def the_usual_is_settled_and_horizons_are_proposed(case: Case) -> None:
    host = case.host
    case.house.stage.add_channel(case.place.guild_id, name="ep-3-talk")
    shown = await case.slash("etoile-admin setup", by=host)
    await case.press(shown, "setup:usual", by=host)
    await case.press(shown, "setup:proposed", by=host)
    await case.slash("etoile-admin status", by=host)


@scenario(progress=(8,), horizons=(0,), fresh=True)
async def a_long_list_of_horizons_is_turned(case: Case) -> None:
    for number in range(25):
        channel = case.house.stage.add_channel(case.place.guild_id, name=f"loge-{number}")
        await case.slash("etoile-admin horizon", by=case.host, episode="3", channel=channel["id"])
    answer = await case.slash("etoile-admin horizons", by=case.host)
    await case.press(answer, "admin:horizons", by=case.host)

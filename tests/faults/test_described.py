"""What Discord's own documentation says, held against the bot's calls, the stage's answers and the table of outcomes.

The documentation is not part of this project. `ETOILE_DISCORD_OPENAPI` says where the description of the interface is
(`openapi.json` of discord/discord-api-spec; else `../shared/discord/openapi.json` is looked for), and
`ETOILE_DISCORD_CODES` where the page about codes is (`opcodes-and-status-codes` of discord/discord-api-docs).
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import pytest

from bot.discordpy.codes import listed

ROOT = Path(__file__).resolve().parents[2]
OPENAPI = Path(os.environ.get("ETOILE_DISCORD_OPENAPI") or ROOT.parent / "shared/discord/openapi.json")
CODES = Path(os.environ.get("ETOILE_DISCORD_CODES") or "opcodes-and-status-codes.mdx")
ELSEWHERE = {
    0, *range(10005, 10007), 10009, 10010, 10012, *range(10016, 10034), 10036, 10038, 10049, 10050, 10057, 10059,
    10060, 10061, *range(10065, 10070), 10071, 10087, 10097, 10124, 10129, 20002, 20015, 20035, 30001, 30002, 30004,
    30007, 30008, 30011, 30016, 30018, 30019, 30030, 30031, 30032, 30034, 30035, 30037, 30039, 30040, 30042, 30045,
    30047, 30048, 30052, 30056, 30058, 30060, 30061, 40009, 40018, 40019, 40032, 40033, 40041, 40061, 40066, 40074,
    50002, 50004, 50010, 50011, 50012, 50014, 50015, 50016, 50017, 50019, 50020, 50025, 50026, 50034, 50036, 50039,
    50054, 50057, 50067, 50070, 50073, 50074, 50080, 50081, 50084, 50085, 50086, 50097, 50101, 50124, 50131, 50132,
    50138, 50144, 50145, *range(50159, 50164), 50167, 50173, 50178, 50192, 80004, 90001, 90002, 150006, 160014,
    *range(170001, 170008), 180002, *range(220001, 220005), 340015, 350000, 350001, 500000, *range(520000, 520007),
    *range(530000, 530008),
}  # fmt: skip
"""Codes of what the bot never does: invites, bans, emojis, stickers, stages, voice, webhooks of others, shops, polls of
Discord's own. Should one come all the same, its class says what it means."""


@pytest.mark.skipif(not OPENAPI.exists(), reason="Discord's description of its interface is not here")
async def test_the_bot_calls_and_the_stage_answers_as_discord_describes() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.matrix", "--step", "100000", "--described", str(OPENAPI),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert out, err.decode()[-3000:]
    assert json.loads(out)["undescribed"] == {}


@pytest.mark.skipif(not CODES.exists(), reason="Discord's list of its codes is not here")
def test_every_code_that_discord_names_for_our_routes_has_an_outcome() -> None:
    page = CODES.read_text(encoding="utf-8")
    start = page.index("JSON Error Codes")
    table = page[start : page.find("## RPC", start)]
    named = {int(code) for code in re.findall(r"^\|\s*(\d+)\s*\|", table, re.MULTILINE)}
    assert len(named) > 200
    assert sorted(named - listed() - ELSEWHERE) == []


def test_no_code_is_both_ours_and_elsewhere() -> None:
    assert sorted(listed() & ELSEWHERE) == []

"""What a closed client leaves behind: nothing. Tests open hundreds of them in one process."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

from bot.app import open_app
from bot.client import EtoileBot
from bot.clock import SystemClock
from bot.settings import Settings
from cogs.ui.polls.card import card_panel
from cogs.ui.polls.refresh import CardDrawer, drawer_of
from tests.support.begun import begin_in


async def test_the_drawer_of_cards_does_not_keep_its_client(tmp_path: Path) -> None:
    async with open_app(Settings(state_dir=begin_in(tmp_path), shards="0/1"), SystemClock()) as app:
        bot = EtoileBot(app)
        drawer = CardDrawer(bot, card_panel)
        assert drawer_of(bot) is drawer
        del drawer
        gone = ref(bot)
        del bot
        gc.collect()
        assert gone() is None

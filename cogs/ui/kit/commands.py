"""What commands, options and choices say of themselves in Discord's list."""

from __future__ import annotations

from functools import cache

from discord.app_commands import locale_str

from bot.domain.locale import Locale
from bot.resources import data_path
from bot.text import Words, load_catalogue


def localised(key: str) -> locale_str:
    """The sentence of the catalogue under `key`: in English, and in French for those whose Discord is French."""
    return locale_str(_english()(key), key=key)


@cache
def _english() -> Words:
    return load_catalogue(data_path() / "locales").words(Locale.EN)

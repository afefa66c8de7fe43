"""Commands and options have French names that Discord takes, and sentences call them as their reader's picker does."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import simcord

from bot.client import EtoileBot
from bot.discordpy.names import Named, named
from bot.domain.locale import Locale
from bot.resources import data_path
from bot.text import Words

ONE_NAME = {"etoile", "etoile-admin"}
"""The bot goes by the same name everywhere."""
MENTION = re.compile(r"`(/[^`{}]+)`")
NAME = re.compile(r"[-_\w]{1,32}")


@pytest.fixture
def everything(simcord_env: simcord.Env, simcord_bot: EtoileBot) -> list[Named]:
    """Every command, group and option of the running bot."""
    return list(named(simcord_bot.tree))


def called(each: Named, words: Words) -> str:
    """What it is called in one language."""
    return words(each.key) if each.key is not None and words.has(each.key) else each.name


def typed(everything: list[Named], words: Words) -> set[str]:
    """Every command as it is typed in one language: "/party schedule", "/soirée planifier"."""
    tops = {each.name: called(each, words) for each in everything if not each.of}
    nested = {f"/{tops[each.of]} {called(each, words)}" for each in everything if each.of in tops}
    return nested | {f"/{name}" for name in tops.values()}


def test_every_command_and_option_has_a_french_name(everything: list[Named], simcord_bot: EtoileBot) -> None:
    words = simcord_bot.app.text.words(Locale.FR)
    missing = [each for each in everything if each.name not in ONE_NAME and not (each.key and words.has(each.key))]

    assert missing == []


def test_french_names_are_names_that_discord_takes(everything: list[Named], simcord_bot: EtoileBot) -> None:
    words = simcord_bot.app.text.words(Locale.FR)
    found = [(each.of, called(each, words)) for each in everything]

    assert [name for _, name in found if not NAME.fullmatch(name) or name != name.lower()] == []
    assert [each for each, count in Counter(found).items() if count > 1] == [], "two siblings share a name"


def test_every_name_in_the_catalogue_belongs_to_a_command(everything: list[Named], simcord_bot: EtoileBot) -> None:
    used = {each.key for each in everything}
    for locale in Locale:
        for path in (data_path() / "locales" / locale.value).glob("*.ftl"):
            written = set(re.findall(r"^([a-z]+-name-[a-z-]+) =", path.read_text("utf-8"), re.MULTILINE))
            assert written <= used, path.name


def test_sentences_call_commands_as_the_picker_of_their_reader_does(
    everything: list[Named], simcord_bot: EtoileBot
) -> None:
    for locale in Locale:
        known = typed(everything, simcord_bot.app.text.words(locale))
        wrong = [
            f"{path.name}: {mention}"
            for path in sorted((data_path() / "locales" / locale.value).glob("*.ftl"))
            for mention in MENTION.findall(path.read_text("utf-8"))
            if re.sub(r" [^ ]+:.*", "", mention) not in known
        ]
        assert wrong == []


def test_english_names_in_the_catalogue_are_the_names_in_the_code(
    everything: list[Named], simcord_bot: EtoileBot
) -> None:
    words = simcord_bot.app.text.words(Locale.EN)
    assert [each for each in everything if called(each, words) != each.name] == []

"""Commands and options have French names that Discord takes, and sentences call them as their reader's picker does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import simcord
from discord.app_commands import Command, Group, locale_str

from bot.client import EtoileBot
from bot.discordpy.names import named
from bot.domain.locale import Locale
from bot.resources import data_path
from bot.text import load_catalogue

ONE_NAME = {"etoile", "etoile-admin"}
"""The bot goes by the same name everywhere."""
MENTION = re.compile(r"`(/[^`{}]+)`")
NAME = re.compile(r"[-_\w]{1,32}")


def names(bot: EtoileBot) -> Iterator[tuple[str, str, str]]:
    """(where, English name, French name) of every command and option; the French one is "" where there is none."""
    words = bot.app.text.words(Locale.FR)

    def french(key: object) -> str:
        return words(str(key)) if isinstance(key, str) and words.has(key) else ""

    for command, key in named(bot.tree):
        yield str(command.parent and command.parent.qualified_name), command.name, french(key)
        for parameter in command._params.values() if isinstance(command, Command) else ():
            assert isinstance(parameter._rename, locale_str), (
                f"{command.qualified_name} {parameter.name} has no description"
            )
            yield command.qualified_name, parameter.display_name, french(parameter._rename.extras["key"])


def paths(bot: EtoileBot, locale: Locale) -> set[str]:
    """Every command as it is typed in one language: "/party schedule", "/soirée planifier"."""
    words = bot.app.text.words(locale)

    def called(command: Command[object, ..., object] | Group, key: str | None) -> str:
        return words(key) if key is not None and words.has(key) else command.name

    keys = {command.qualified_name: (command, key) for command, key in named(bot.tree)}
    found: set[str] = set()
    for command, key in keys.values():
        above = [] if command.parent is None else [called(*keys[command.parent.qualified_name])]
        found.add("/" + " ".join([*above, called(command, key)]))
    return found


def test_every_command_and_option_has_a_french_name(simcord_env: simcord.Env, simcord_bot: EtoileBot) -> None:
    missing = [f"{where} {name}" for where, name, french in names(simcord_bot) if not french and name not in ONE_NAME]

    assert missing == []


def test_french_names_are_names_that_discord_takes(simcord_env: simcord.Env, simcord_bot: EtoileBot) -> None:
    found = [(where, french or name) for where, name, french in names(simcord_bot)]

    assert [name for _, name in found if not NAME.fullmatch(name) or name != name.lower()] == []
    assert [each for each, count in Counter(found).items() if count > 1] == [], "two siblings share a name"


def test_every_name_in_the_catalogue_belongs_to_a_command(simcord_env: simcord.Env, simcord_bot: EtoileBot) -> None:
    used = {str(key) for _, key in named(simcord_bot.tree)}
    for command in simcord_bot.tree.walk_commands():
        if isinstance(command, Command):
            used |= {str(getattr(each._rename, "extras", {}).get("key")) for each in command._params.values()}
    for locale in Locale:
        for path in (data_path() / "locales" / locale.value).glob("*.ftl"):
            written = set(re.findall(r"^([a-z]+-name-[a-z-]+) =", path.read_text("utf-8"), re.MULTILINE))
            assert written <= used, path.name


def test_sentences_call_commands_as_the_picker_of_their_reader_does(
    simcord_env: simcord.Env, simcord_bot: EtoileBot
) -> None:
    for locale in Locale:
        known = paths(simcord_bot, locale)
        wrong = [
            f"{path.name}: {mention}"
            for path in sorted((data_path() / "locales" / locale.value).glob("*.ftl"))
            for mention in MENTION.findall(path.read_text("utf-8"))
            if re.sub(r" [^ ]+:.*", "", mention) not in known
        ]
        assert wrong == []


def test_english_names_in_the_catalogue_are_the_names_in_the_code(
    simcord_env: simcord.Env, simcord_bot: EtoileBot
) -> None:
    words = load_catalogue(data_path() / "locales").words(Locale.EN)
    for command, key in named(simcord_bot.tree):
        assert key is None or not words.has(key) or words(key) == command.name

"""`docs/commands.md` and `docs/commandes.md` list every command and option, as Discord is told of them.

`ETOILE_WRITE_DOCS=1` in the environment writes the two pages anew, instead of comparing them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import EtoileBot
from bot.domain.locale import Locale

DOCS = Path(__file__).parents[2] / "docs"
SLASH, USER, MESSAGE = 1, 2, 3
SUB_COMMAND, SUB_GROUP = 1, 2
PAGES: Mapping[Locale, tuple[str, str, Mapping[str, str]]] = {
    Locale.EN: (
        "commands.md",
        "en-US",
        {
            "title": "Commands",
            "intro": "Every command and option, as Discord lists them. In French they are called as in "
            "[commandes.md](commandes.md). Options in bold must be filled in.",
            "heads": "| command | what it does | options |",
            "who": "For members with the permission *{right}*, unless the server’s settings say otherwise.",
            "menu": "In the menu of a message or a member",
            "menu-heads": "| entry |",
        },
    ),
    Locale.FR: (
        "commandes.md",
        "fr",
        {
            "title": "Commandes",
            "intro": "Toutes les commandes et leurs options, telles que Discord les présente. En anglais, elles "
            "s’appellent comme dans [commands.md](commands.md). Les options en gras sont obligatoires.",
            "heads": "| commande | à quoi elle sert | options |",
            "who": "Pour les membres qui ont la permission *{right}*, sauf si le serveur en décide autrement.",
            "menu": "Dans le menu d’un message ou d’un membre",
            "menu-heads": "| entrée |",
        },
    ),
}
RIGHTS = {
    "manage_guild": {Locale.EN: "Manage Server", Locale.FR: "Gérer le serveur"},
    "manage_messages": {Locale.EN: "Manage Messages", Locale.FR: "Gérer les messages"},
}


@pytest.mark.parametrize("locale", list(Locale))
async def test_the_page_lists_every_command_and_option(
    simcord_env: simcord.Env, simcord_bot: EtoileBot, locale: Locale
) -> None:
    file = DOCS / PAGES[locale][0]
    written = await page(simcord_bot, locale)
    if os.environ.get("ETOILE_WRITE_DOCS"):
        file.write_text(written, "utf-8")
    assert file.read_text("utf-8") == written, "ETOILE_WRITE_DOCS=1 writes it anew"


async def page(bot: EtoileBot, locale: Locale) -> str:
    """The whole page in one language."""
    _, tongue, words = PAGES[locale]
    translator = bot.tree.translator
    assert translator is not None
    payloads: list[dict[str, Any]] = [
        await command.get_translated_payload(bot.tree, translator) for command in bot.tree.get_commands()
    ]
    for kind in (discord.AppCommandType.user, discord.AppCommandType.message):
        payloads += [
            await each.get_translated_payload(bot.tree, translator) for each in bot.tree.get_commands(type=kind)
        ]
    known = {(each["name"], each["type"]): each for each in payloads}
    lines = [f"# {words['title']}", "", words["intro"], ""]
    for command in sorted(known.values(), key=lambda each: _name(each, tongue)):
        if command["type"] != SLASH:
            continue
        lines += [f"## /{_name(command, tongue)}", "", _said(command, tongue) + ".", ""]
        if (right := _right(command)) is not None:
            lines += [words["who"].format(right=RIGHTS[right][locale]), ""]
        lines += [words["heads"], "| --- | --- | --- |", *_rows(command, f"/{_name(command, tongue)}", tongue), ""]
    entries = sorted(_name(each, tongue) for each in known.values() if each["type"] != SLASH)
    lines += [f"## {words['menu']}", "", words["menu-heads"], "| --- |", *(f"| {name} |" for name in entries), ""]
    return "\n".join(lines)


def _rows(command: Mapping[str, Any], typed: str, tongue: str) -> Iterator[str]:
    inner = [each for each in command.get("options", ()) if each["type"] in (SUB_COMMAND, SUB_GROUP)]
    for each in inner:
        yield from _rows(each, f"{typed} {_name(each, tongue)}", tongue)
    if not inner:
        options = "<br>".join(
            f"{_marked(option, tongue)}: {_said(option, tongue)}" for option in command.get("options", ())
        )
        yield f"| `{typed}` | {_said(command, tongue)} | {options} |"


def _marked(option: Mapping[str, Any], tongue: str) -> str:
    name = f"`{_name(option, tongue)}`"
    return f"**{name}**" if option.get("required") else name


def _name(what: Mapping[str, Any], tongue: str) -> str:
    return str((what.get("name_localizations") or {}).get(tongue, what["name"]))


def _said(what: Mapping[str, Any], tongue: str) -> str:
    return str((what.get("description_localizations") or {}).get(tongue, what["description"])).replace("|", "\\|")


def _right(command: Mapping[str, Any]) -> str | None:
    needed = command.get("default_member_permissions")
    if needed is None:
        return None
    return next(name for name, given in discord.Permissions(int(needed)) if given)

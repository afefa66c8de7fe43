"""Hostile words in every option of every command, in every suggestion and in every form: a sentence, no ping, no error
in the log, nothing given away. The commands are those that are registered, so that a new one cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.locale import Locale
from bot.stage.attachments import Upload
from bot.stage.invocation import Invocation
from bot.stage.payloads import Wire
from tests.leaks.case import Case
from tests.leaks.house import House
from tests.support import visible
from tests.support.behaviour import HOSTILE
from tests.support.reading import walk

SUBCOMMAND, GROUP, TEXT, WHOLE, YES_OR_NO, USER, CHANNEL, ROLE, NUMBER, FILE = 1, 2, 3, 4, 5, 6, 7, 8, 10, 11


TEXTS = (HOSTILE[0], "".join(HOSTILE[1:4]), "".join(HOSTILE[4:8]), "".join(HOSTILE[8:12]), *HOSTILE[12:])
"""What the tests of /etoile try one by one, in fewer and worse texts."""


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("number", range(len(TEXTS)))
async def test_every_command_answers_hostile_words_with_a_sentence(house: House, number: int) -> None:
    text = TEXTS[number]
    case = await house.case(4, 0, (Locale.EN, Locale.FR)[number % 2], fresh=True)
    used = 0
    for words, options in _commands(house):
        for option in options:
            if option.get("autocomplete") and option["type"] == TEXT:
                await case.type(words, option["name"], text[:100], by=case.host)
        with house.stage.world.watch() as watcher:
            done = await case.slash(words, by=case.host, **_filled(case, options, text))
            if done.modal is not None:
                done = await case.fill(done, [_typed(field, text) for field in _fields(done)], by=case.host)
            _expect_an_answer(case, done, words)
            _expect_no_ping(watcher, words)
        used += 1
    assert used > 30


def _commands(house: House) -> Iterator[tuple[str, list[Wire]]]:
    for command in house.stage.world.commands:
        if command.get("type", 1) == 1:
            yield from _leaves(command["name"], command.get("options") or [])


def _leaves(words: str, options: list[Wire]) -> Iterator[tuple[str, list[Wire]]]:
    inner = [option for option in options if option["type"] in (SUBCOMMAND, GROUP)]
    for option in inner:
        yield from _leaves(f"{words} {option['name']}", option.get("options") or [])
    if not inner:
        yield words, options


def _filled(case: Case, options: list[Wire], text: str) -> dict[str, Any]:
    """Every option: words where words are taken, anything valid where Discord's client lets nothing else pass."""
    values: dict[str, Any] = {}
    for option in options:
        kind = option["type"]
        if option.get("choices"):
            values[option["name"]] = option["choices"][-1]["value"]
        elif kind == TEXT:
            values[option["name"]] = text[: option.get("max_length", 4000)]
        elif kind in (WHOLE, NUMBER):
            values[option["name"]] = option.get("max_value", 1)
        elif kind == FILE:
            values[option["name"]] = Upload(filename=f"{text[:20]}.json", data=text.encode("utf-8", "replace"))
        elif option.get("required"):
            values[option["name"]] = {USER: case.beginner.id, CHANNEL: case.place.channel_id}.get(kind, False)
    return values


def _fields(done: Invocation) -> list[Wire]:
    assert done.modal is not None
    return [part for part in walk(done.modal["components"]) if "custom_id" in part]


def _typed(field: Wire, text: str) -> Any:
    return text[: field.get("max_length", 4000)] if field["type"] == 4 else None


def _expect_an_answer(case: Case, done: Invocation, words: str) -> None:
    assert done.state in ("answered", "deferred", "updated"), f"/{words}: {done.state}"
    seen = [text for text in _texts(case, done) if text.strip()]
    assert seen, f"/{words} answers nothing"


def _texts(case: Case, done: Invocation) -> Iterator[str]:
    for message_id in (done.message_id, *done.followup_ids):
        if message_id is not None:
            yield from visible.message(case.house.stage.world.find_message(message_id)).everything()


def _expect_no_ping(watcher: Any, words: str) -> None:
    while not watcher._queue.empty():
        happening = watcher._queue.get_nowait()
        if happening.kind == "message.create":
            message = happening.data
            pinged = [
                *message["mentions"],
                *message["mention_roles"],
                *(["everyone"] if message["mention_everyone"] else []),
            ]
            assert not pinged, f"/{words} pings {pinged}"

"""What Discord refuses, the stage refuses, at the path that Discord would name."""

from __future__ import annotations

from typing import Any

import pytest

from bot.stage import limits
from bot.stage.command_limits import characters, check_commands
from bot.stage.errors import ApiError

V2 = 1 << 15
Wire = dict[str, Any]


def text(words: str) -> Wire:
    return {"type": 10, "content": words}


def button(**more: Any) -> Wire:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go"} | more


def row(*children: Wire) -> Wire:
    return {"type": 1, "components": list(children)}


def select(**more: Any) -> Wire:
    return {"type": 3, "custom_id": "s", "options": [{"label": "A", "value": "a"}]} | more


def embed(**more: Any) -> Wire:
    return {"embeds": [more]}


def v2(*components: Wire) -> Wire:
    return {"components": list(components), "flags": V2}


def options(count: int, **more: Any) -> list[Wire]:
    return [{"label": f"{n}", "value": f"{n}"} | more for n in range(count)]


def paths(tree: Any, at: str = "") -> set[str]:
    """The dotted paths at which a 50035 complains."""
    found = {at} if "_errors" in tree else set[str]()
    for key, node in tree.items():
        if key != "_errors":
            found |= paths(node, f"{at}.{key}".lstrip("."))
    return found


def refused(payload: Wire, *, names: set[str] | None = None, files: int = 0) -> set[str]:
    try:
        limits.check_message(payload, flags=payload.get("flags", 0), names=names or set(), files=files, sizes=[])
    except ApiError as error:
        assert (error.status, error.code) == (400, 50035)
        return paths(error.errors)
    return set()


LONG_NOTE = select(options=options(1, description="x" * 101))
REFUSED = [
    ({"content": "x" * 2001}, "content"),
    ({"content": "x"} | v2(text("y")), "content"),
    (embed(title="t") | v2(text("y")), "embeds"),
    (v2(*(text("y" * 1400) for _ in range(3))), "components"),
    (v2(*(text("y") for _ in range(41))), "components"),
    (v2({"type": 17, "components": [text("y") for _ in range(40)]}), "components"),
    (v2({"type": 17, "components": [{"type": 17, "components": [text("y")]}]}), "components.0.components.0.type"),
    (v2({"type": 17, "components": []}), "components.0.components"),
    (v2(button()), "components.0.type"),
    (v2(text("")), "components.0.content"),
    ({"components": [text("y")]}, "components.0.type"),
    ({"components": [row(button(custom_id=f"{n}")) for n in range(6)]}, "components"),
    ({"components": [row(*(button(custom_id=f"{n}") for n in range(6)))]}, "components.0.components"),
    ({"components": [row()]}, "components.0.components"),
    ({"components": [row(button(), select())]}, "components.0.components"),
    ({"components": [row(button(custom_id="x" * 101))]}, "components.0.components.0.custom_id"),
    ({"components": [row(button(), button())]}, "components.0.components.1.custom_id"),
    ({"components": [row(button(label="x" * 81))]}, "components.0.components.0.label"),
    ({"components": [row(button(label=None))]}, "components.0.components.0"),
    ({"components": [row(button(style=5))]}, "components.0.components.0.url"),
    ({"components": [row(button(style=5, url="javascript:x"))]}, "components.0.components.0.url"),
    ({"components": [row(button(emoji={"name": "A"}))]}, "components.0.components.0.emoji.name"),
    ({"components": [row(select(options=[]))]}, "components.0.components.0.options"),
    ({"components": [row(select(options=options(26)))]}, "components.0.components.0.options"),
    ({"components": [row(select(max_values=2))]}, "components.0.components.0.max_values"),
    ({"components": [row(select(placeholder="x" * 151))]}, "components.0.components.0.placeholder"),
    ({"components": [row(select(options=options(2, value="a")))]}, "components.0.components.0.options.1.value"),
    ({"components": [row(select(options=options(1, label="x" * 101)))]}, "components.0.components.0.options.0.label"),
    ({"components": [row(LONG_NOTE)]}, "components.0.components.0.options.0.description"),
    (v2({"type": 9, "components": [text("y")]}), "components.0.accessory"),
    (v2({"type": 9, "components": [text("y")] * 4, "accessory": button()}), "components.0.components"),
    (v2({"type": 12, "items": []}), "components.0.items"),
    (v2({"type": 12, "items": [{"media": {"url": "attachment://no.png"}}]}), "components.0.items.0.media.url"),
    (v2({"type": 13, "file": {"url": "https://example.org/a.csv"}}), "components.0.file.url"),
    (embed(title="x" * 257), "embeds.0.title"),
    (embed(description="x" * 4097), "embeds.0.description"),
    (embed(fields=[{"name": "n", "value": "v"}] * 26), "embeds.0.fields"),
    (embed(fields=[{"name": "n", "value": "x" * 1025}]), "embeds.0.fields.0.value"),
    ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds"),
    ({"allowed_mentions": {"parse": ["all"]}}, "allowed_mentions.parse.0"),
    ({"allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "allowed_mentions.users"),
    ({"allowed_mentions": {"users": [f"{n}" for n in range(101)]}}, "allowed_mentions.users"),
    ({"nonce": "x" * 26}, "nonce"),
    ({"attachments": [{"id": 0, "description": "x" * 1025}]}, "attachments.0.description"),
]  # fmt: skip


@pytest.mark.parametrize(("payload", "path"), REFUSED, ids=[f"{n}-{path}" for n, (_, path) in enumerate(REFUSED)])
def test_a_message_beyond_a_limit_is_refused_at_its_path(payload: Wire, path: str) -> None:
    assert refused(payload) == {path}


def test_a_message_at_every_limit_is_accepted() -> None:
    assert refused({"content": "x" * 2000, "nonce": "x" * 25}) == set()
    assert refused(v2(text("y" * 3900), *(text("z") for _ in range(39)))) == set()
    full = row(*(button(custom_id=f"{n}" * 50, label="x" * 80) for n in range(10, 15)))
    assert refused({"components": [full, row(select(options=options(25), max_values=25))]}) == set()
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://a.png"}, "description": "d" * 1024}] * 10}
    assert refused(v2(gallery), names={"a.png"}, files=10) == set()
    assert refused({"content": "x"}, files=11) == {"attachments"}


def modal(*components: Wire, **more: Any) -> Wire:
    return {"title": "T", "custom_id": "m", "components": list(components)} | more


def label(component: Wire, **more: Any) -> Wire:
    return {"type": 18, "label": "L", "component": component} | more


def field(**more: Any) -> Wire:
    return {"type": 4, "custom_id": "f", "style": 1} | more


MODALS = [
    (modal(title="x" * 46), {"data.title", "data.components"}),
    (modal(label(field(), label="x" * 46)), {"data.components.0.label"}),
    (modal(label(field(), description="x" * 101)), {"data.components.0.description"}),
    (modal(label(field(placeholder="x" * 101))), {"data.components.0.component.placeholder"}),
    (modal(label(field(max_length=4001))), {"data.components.0.component.max_length"}),
    (modal(label(button())), {"data.components.0.component.type"}),
    (modal(*(label(field(custom_id=f"{n}")) for n in range(6))), {"data.components"}),
    (modal(label(field()), label(field())), {"data.components.1.component.custom_id"}),
    (modal(row(button())), {"data.components.0.components.0.type"}),
    (modal(label(field()), text("a note"), label(select())), set[str]()),
]


@pytest.mark.parametrize(("form", "expected"), MODALS)
def test_a_form_beyond_a_limit_is_refused(form: Wire, expected: set[str]) -> None:
    found: set[str] = set()
    try:
        limits.check_modal(form)
    except ApiError as error:
        found = paths(error.errors)
    assert found == expected


def command(**more: Any) -> Wire:
    return {"type": 1, "name": "facts", "description": "d"} | more


def option(**more: Any) -> Wire:
    return {"type": 3, "name": "about", "description": "d"} | more


COMMANDS = [
    ([command(name="Facts")], "0.name"),
    ([command(name="x" * 33)], "0.name"),
    ([command(name="two words")], "0.name"),
    ([command(name_localizations={"fr": "Étoile"})], "0.name_localizations.fr"),
    ([command(name_localizations={"xx": "facts"})], "0.name_localizations"),
    ([command(description="x" * 101)], "0.description"),
    ([command(description_localizations={"fr": "x" * 101})], "0.description_localizations.fr"),
    ([command(), command()], "1.name"),
    ([command(options=[option(), option()])], "0.options.1.name"),
    ([command(options=[option(), option(name="b", required=True)])], "0.options.1"),
    ([command(options=[option(name=f"o{n}") for n in range(26)])], "0.options"),
    ([command(options=[option(choices=[{"name": "x" * 101, "value": "v"}])])], "0.options.0.choices.0.name"),
    ([command(options=[option(choices=[{"name": "x", "value": "v"}] * 26)])], "0.options.0.choices"),
    ([command(options=[option(choices=[{"name": "x", "value": "v"}], autocomplete=True)])], "0.options.0"),
    ([{"type": 3, "name": "Veil", "description": "no"}], "0.description"),
    ([{"type": 3, "name": f"Menu {n}"} for n in range(16)], "0"),
]  # fmt: skip


@pytest.mark.parametrize(("commands", "path"), COMMANDS, ids=[f"{n}-{p}" for n, (_, p) in enumerate(COMMANDS)])
def test_commands_beyond_a_limit_are_refused(commands: list[Wire], path: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_commands(commands)
    assert paths(caught.value.errors) == {path}


def test_eight_thousand_characters_are_counted_with_the_longest_localization() -> None:
    many = [
        option(name=f"o{n:02}", description="x" * 90, description_localizations={"fr": "x" * 99}) for n in range(25)
    ]
    group = {"type": 1, "name": "sub", "description": "d", "options": many}
    whole = command(options=[group | {"name": f"s{n}"} for n in range(4)])
    assert characters(whole) > 8000
    with pytest.raises(ApiError):
        check_commands([whole])
    check_commands([command(options=[group | {"name": f"s{n}"} for n in range(3)])])


def test_autocomplete_takes_25_choices_of_100_characters() -> None:
    limits.check_choices([{"name": "x" * 100, "value": "y" * 100}] * 25)
    for wrong in (
        [{"name": "x", "value": "y"}] * 26,
        [{"name": "x" * 101, "value": "y"}],
        [{"name": "", "value": "y"}],
    ):
        with pytest.raises(ApiError):
            limits.check_choices(wrong)

"""Custom ids: every control that can be drawn is found again by exactly one class, also by ids of long ago."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import cogs.ui
from bot.client import COGS
from cogs.ui.kit import controls as kit
from cogs.ui.kit.controls import MAX_CUSTOM_ID, RoutedButton, custom_id_of, template_of
from tests.support.first_ids import FIRST_IDS

FIELD = re.compile(r"\{(\w+)(:int)?\}")


def test_each_sample_id_is_matched_by_its_own_class_alone() -> None:
    for each in controls():
        for sample in samples(each.route):
            assert len(sample) <= MAX_CUSTOM_ID
            owners = [other.__name__ for other in controls() if template_of(other.route).fullmatch(sample)]
            assert owners == [each.__name__], sample


@pytest.mark.parametrize("custom_id", FIRST_IDS)
def test_old_ids_are_parsed_for_ever(custom_id: str) -> None:
    assert len([each for each in controls() if template_of(each.route).fullmatch(custom_id)]) == 1


def test_every_control_does_something_when_it_is_pressed() -> None:
    idle = [each.__name__ for each in controls() if each.on_press is None and each.pressed is RoutedButton.pressed]
    assert not idle


def test_routes_say_their_feature_and_carry_no_text() -> None:
    for each in controls():
        assert re.fullmatch(r"v1:[a-z]+:[a-z-]+(:\{\w+(:int)?\})*", each.route), each.route


def controls() -> list[type[Any]]:
    """Every class of routed controls that any module of the skin declares, of whatever kind: what stands below the
    class that all of them share, but for the kinds themselves."""
    for module in (*COGS, *(found.name for found in pkgutil.walk_packages(cogs.ui.__path__, "cogs.ui."))):
        importlib.import_module(module)
    return [each for each in dict.fromkeys(_below(kit._Routed)) if each.__module__ != kit.__name__]


def test_every_kind_of_control_is_seen() -> None:
    kinds = {base.__name__ for each in controls() for base in each.__mro__ if base.__module__ == kit.__name__}
    assert kinds == {kind.__name__ for kind in _below(kit._Routed) if kind.__module__ == kit.__name__} | {"_Routed"}
    assert {"HostsSelect", "RolesSelect", "PlaceSelect"} <= {each.__name__ for each in controls()}


def samples(route: str) -> Iterator[str]:
    """Ids of a route: with small, with large and with negative numbers, with a dash and with a long word for words."""
    fields = {name: bool(number) for name, number in FIELD.findall(route)}
    for number, word in ((0, "-"), (8, "x"), (-1, "status"), (9, "claim-06")):
        yield custom_id_of(route, {name: number if whole else word for name, whole in fields.items()})


def _below(base: type[Any]) -> Iterator[type[Any]]:
    for child in base.__subclasses__():
        yield child
        yield from _below(child)

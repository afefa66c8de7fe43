"""The shipped pack: it loads, quickly and lightly, and no view of it holds a text above its level.

The levels are computed here from the TOML files themselves, not by the code under test.
"""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest

from bot.content import ShowPack, ShowView, check_pack, load_pack
from bot.domain.locale import Locale
from bot.domain.show import Kind
from bot.resources import data_path

SHOW = data_path() / "show"
LEVELS = range(9)
KINDS = get_args(Kind)
LOCALISED = {"en", "fr"}
NO_TEXT = {"id", "sources", "as_of", "topic", "person", "people", "date", "lang", "read_up", "kind"}


@pytest.fixture(scope="module")
def pack() -> ShowPack:
    return load_pack()


def raw_texts(node: Any, locale: Locale, level: int = 0, key: str = "") -> Iterator[tuple[str, int]]:
    """Every text below `node` in one language, with its level: the highest number of an episode above it."""
    if isinstance(node, dict):
        named = [node.get(name) for name in ("visible_from", "gate", "after")]
        if "minute" in node:
            named.append(node["episode"])
        level = max([level, *(number for number in named if isinstance(number, int))])
        if node and node.keys() <= LOCALISED:
            node = {key: node.get(locale.value, "")}
        for name, value in node.items():
            at = level
            if "released" in node and name in ("title", "unofficial", "logline"):
                at = max(level, node["number"] - (name == "logline"))  # a logline is told to whoever comes to it next
            yield from raw_texts(value, locale, at, name)
    elif isinstance(node, list):
        for value in node:
            yield from raw_texts(value, locale, level, key)
    elif isinstance(node, str) and key == "publisher":
        yield node.strip(), 0  # whoever may see a record may know who said it
    elif isinstance(node, str) and node and key not in NO_TEXT:
        yield node.strip(), level


def shipped_texts(locale: Locale) -> dict[str, int]:
    """Every text of the shipped files in one language, with the lowest level at which it may be read."""
    lowest: dict[str, int] = {}
    for path in SHOW.glob("*.toml"):
        if path.name in ("guards.toml", "neutral.toml", "watch.toml"):
            continue
        for text, level in raw_texts(tomllib.loads(path.read_text(encoding="utf-8")), locale):
            lowest[text] = min(level, lowest.get(text, level))
    return lowest


def strings(value: Any) -> Iterator[str]:
    """Every string that a value holds, at any depth."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if not field.name.startswith("_"):
                yield from strings(getattr(value, field.name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def everything(view: ShowView) -> set[str]:
    """All that can be got out of a view, through its collections and through its search."""
    found = set(strings(view))
    for kind in KINDS:
        for match in [*view.find(kind, "", limit=10_000), *view.nearest(kind, "a", 10_000)]:
            found |= {match.label, *match.label.split(" · ")}
    return found


def test_nothing_is_wrong_with_the_shipped_pack() -> None:
    problems = check_pack()

    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("locale", Locale)
def test_no_view_holds_a_text_above_its_level(pack: ShowPack, locale: Locale) -> None:
    texts = shipped_texts(locale)
    assert len(set(texts.values())) == 9, "there is something to hide at every level"
    for level in LEVELS:
        shown = everything(pack.view(level, locale))
        above = {text for text, lowest in texts.items() if lowest > level}

        assert not shown & above
        assert not [text for text in above if len(text) > 40 and any(text in string for string in shown)]


@pytest.mark.parametrize("locale", Locale)
def test_every_text_is_in_the_view_of_who_has_finished(pack: ShowPack, locale: Locale) -> None:
    shown = everything(pack.view(8, locale))
    prose = {text for text in shipped_texts(locale) if " " in text and len(text) > 60}

    assert prose - shown == set()


@pytest.mark.parametrize("locale", Locale)
def test_titles_are_the_only_thing_that_showing_titles_shows(pack: ShowPack, locale: Locale) -> None:
    titles = {t for e in pack.view(8, locale).episodes.values() for t in (e.title, e.unofficial) if t is not None}
    for level in LEVELS:
        more = everything(pack.view(level, locale, titles=True)) - everything(pack.view(level, locale))
        labels = {f"{e.number} · {e.title}" for e in pack.view(8, locale).episodes.values()}

        assert more <= titles | labels


@pytest.mark.parametrize("locale", Locale)
def test_before_its_level_a_source_is_its_publisher_alone(pack: ShowPack, locale: Locale) -> None:
    raw = tomllib.loads((SHOW / "sources.toml").read_text(encoding="utf-8"))["source"]
    opens = {source["id"]: source.get("visible_from", 0) for source in raw}
    for level in LEVELS:
        for source_id, source in pack.view(level, locale).sources.items():
            if opens[source_id] > level:
                assert (source.date, source.url, source.title) == (None, None, None)


def test_a_higher_level_never_shows_less(pack: ShowPack) -> None:
    for locale in Locale:
        for level in LEVELS[1:]:
            lower, higher = pack.view(level - 1, locale), pack.view(level, locale)
            assert set(lower.facts) <= set(higher.facts)
            assert set(lower.people) <= set(higher.people)
            assert set(lower.sources) <= set(higher.sources)
            assert set(lower.recaps) <= set(higher.recaps)


def test_the_pack_is_whole(pack: ShowPack) -> None:
    view = pack.view(8, Locale.EN)

    assert [fact.claim for fact in view.claims] == list(range(1, 18))
    assert list(view.episodes) == list(view.recaps) == list(view.stories) == list(range(1, 9))
    assert all(recap.beats for recap in view.recaps.values())
    for level in LEVELS:
        assert all(topic.facts for topic in pack.view(level, Locale.EN).topics.values()), "no shelf is empty"
    assert any(preset.arc for preset in view.presets.values())


def test_importing_the_pack_does_not_import_the_heavy_parts() -> None:
    code = "import sys, bot.content; print([m for m in ('discord', 'PIL') if m in sys.modules])"

    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=data_path().parent).strip() == "[]"


@pytest.mark.parametrize(
    ("kind", "query", "label"),
    [
        ("cast", "genevieve", "Geneviève"),
        ("cast", "shamble", "Shamblee"),
        ("cast", "gainsbourg", "Geneviève"),
        ("cast", "chyenne", "Cheyenne"),
        ("glossary", "etoile", "étoile"),
        ("topics", "saison 2", "Where the series stands"),
    ],
)
def test_people_find_what_they_look_for(pack: ShowPack, kind: Any, query: str, label: str) -> None:
    assert label.casefold() in pack.view(0, Locale.EN).find(kind, query)[0].label.casefold()


def test_search_is_quick_with_the_whole_pack(pack: ShowPack) -> None:
    view = pack.view(8, Locale.FR)
    view.find("facts", "warm up")
    begun = time.perf_counter()
    for _ in range(50):
        view.find("facts", "renouvelement saison deux")

    assert (time.perf_counter() - begun) / 50 < 0.01

"""The search survives accents, typos and the other language, and never finds what its reader may not know."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from bot.content import ShowView, load_pack
from bot.domain.locale import Locale
from bot.domain.show import Kind

HOSTILE = {
    "4,000 characters": "x" * 4000,
    "4,000 characters of words": "étoile " * 571,
    "control characters": "\x00\x07\x1b[31m\r\n" * 20,
    "right-to-left marks": "\u202e\u200f\u2067étoile\u2069",
    "emoji": "👩🏽‍🚀🩰" * 50,
    "combining marks": "e" + "\u0301" * 3000,
    "markdown": "||```@everyone```|| [a](http://b) \\",
    "lone surrogates": "\ud83d étoile",
    "a pattern": "(.*+)*[",
}


def found(view: ShowView, kind: Kind, query: str) -> list[str]:
    return [match.id for match in view.find(kind, query)]


@pytest.fixture
def everything(tiny: Path) -> ShowView:
    return load_pack(tiny).view(8, Locale.EN)


@pytest.mark.parametrize(
    ("kind", "query", "first"),
    [
        ("glossary", "etoile", "term-etoile"),
        ("glossary", "ÉTOILE", "term-etoile"),
        ("glossary", "E\u0301toile", "term-etoile"),
        ("glossary", "etiole", "term-etoile"),
        ("cast", "genevieve", "genevieve"),
        ("cast", "Geneviève Lavigne", "genevieve"),
        ("cast", "lavigne genevieve", "genevieve"),
        ("cast", "genevive", "genevieve"),
        ("cast", "gene", "genevieve"),
        ("cast", "gigi", "genevieve"),
        ("cast", "camille", "genevieve"),
        ("cast", "camile exempel", "genevieve"),
        ("characters", "lavigne", "story-of-genevieve"),
        ("facts", "exchange", "fact-swap"),
        ("facts", "échange", "fact-swap"),
        ("facts", "l'echange", "fact-swap"),
        ("facts", "swap", "fact-swap"),
        ("facts", "troc", "fact-swap"),
        ("facts", "renouvelee", "claim-one"),
        ("topics", "serie", "series"),
        ("episodes", "5", "episode-5"),
        ("episodes", "episode 5", "episode-5"),
        ("episodes", "épisode 5", "episode-5"),
        ("episodes", "title5", "episode-5"),
        ("episodes", "titre5", "episode-5"),
        ("recaps", "7", "recap-7"),
        ("stories", "7", "story-7"),
        ("bonds", "les deux", "triangle"),
        ("bonds", "dancing pair", "triangle"),
        ("bonds", "duo", "triangle"),
        ("bonds", "frsecret6b", "triangle"),
        ("works", "cygne", "work-swans"),
        ("places", "maison", "place-house"),
        ("timeline", "premiere", "event-premiere"),
        ("presets", "quelle ville", "poll-cities"),
        ("presets", "paris", "poll-cities"),
    ],
)
def test_a_query_finds_what_it_means(everything: ShowView, kind: Kind, query: str, first: str) -> None:
    assert found(everything, kind, query)[:1] == [first]


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("what about fact-swap q0", "facts/fact-swap"),
        ("waht abuot the exchange of stars?", "facts/fact-swap"),
        ("un échange d'etoiles", "facts/fact-swap"),
        ("who is camille exemple", "cast/genevieve"),
        ("where is the house", "places/place-house"),
        ("what does étoile mean", "glossary/term-etoile"),
    ],
)
def test_a_question_finds_its_page_among_all_kinds(everything: ShowView, question: str, page: str) -> None:
    assert [match.id for match in everything.ask(question, 3)][:1] == [page]


def test_a_question_is_understood_only_from_its_level_on(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert pack.view(7, Locale.EN).ask("what about genevieve q7", 1)[0].score > 100
    assert pack.view(6, Locale.EN).ask("what about genevieve q7", 1)[0].score < 100


def test_the_kind_that_was_asked_for_comes_first() -> None:
    view = load_pack().view(0, Locale.EN)

    assert view.ask("choreographer", 1, first=("cast",))[0].id == "cast/tobias"
    assert view.ask("choreographer", 1, first=("glossary",))[0].id == "glossary/term-choreographer"


def test_forms_of_a_word_and_other_words_for_the_same_meet(tiny: Path) -> None:
    asks = tiny / "asks.toml"
    asks.write_text(
        asks.read_text(encoding="utf-8").replace("what about status q0", "was it cancelled"), encoding="utf-8"
    )
    view = load_pack(tiny).view(0, Locale.EN)

    for word in ("cancelled", "canceled", "cancellation", "cancel", "annulée", "annulation", "axed"):
        assert view.ask(word, 1)[0].id == "status/status", word


def test_labels_are_in_the_language_of_the_reader(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert pack.view(0, Locale.FR).find("facts", "swap")[0].label == "L’échange d’étoiles"
    assert pack.view(0, Locale.EN).find("facts", "troc")[0].label == "The exchange of stars"


def test_an_empty_query_lists_everything_in_its_natural_order(everything: ShowView) -> None:
    assert found(everything, "cast", "") == ["genevieve", "anna"]
    assert found(everything, "episodes", "  ") == [f"episode-{number}" for number in range(1, 9)]
    assert len(everything.find("episodes", "", limit=3)) == 3


@pytest.mark.parametrize("query", ["late", "ensecret5c", "frsecret5c", ""])
def test_what_is_hidden_is_neither_found_nor_near(tiny: Path, query: str) -> None:
    pack = load_pack(tiny)

    assert "fact-late" in found(pack.view(5, Locale.EN), "facts", query)
    assert "fact-late" not in found(pack.view(4, Locale.EN), "facts", query)
    assert "fact-late" not in [match.id for match in pack.view(4, Locale.EN).nearest("facts", query)]


@pytest.mark.parametrize("query", ["ensecret6b", "frsecret6b"])
def test_a_line_that_is_hidden_does_not_lead_to_its_bond(tiny: Path, query: str) -> None:
    pack = load_pack(tiny)

    assert found(pack.view(6, Locale.EN), "bonds", query) == ["triangle"]
    assert found(pack.view(5, Locale.EN), "bonds", query) == []


def test_a_hidden_title_does_not_lead_to_its_episode(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert found(pack.view(5, Locale.EN), "episodes", "title5")[:1] == ["episode-5"]
    assert "episode-5" not in found(pack.view(4, Locale.EN), "episodes", "title5")
    assert [match.label for match in pack.view(4, Locale.EN).find("episodes", "5")][:1] == ["5"]
    assert found(pack.view(4, Locale.EN, titles=True), "episodes", "titre5")[:1] == ["episode-5"]


def test_nonsense_finds_nothing_but_has_neighbours(everything: ShowView) -> None:
    assert everything.find("episodes", "zzzzqqqq") == []
    assert len(everything.nearest("episodes", "zzzzqqqq")) == 3
    assert everything.nearest("cast", "jenevyev", 1)[0].id == "genevieve"


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_queries_are_answered_at_once(everything: ShowView, query: str) -> None:
    everything.find("episodes", "warm up")
    begun = time.perf_counter()
    for _ in range(20):
        matches = everything.find("episodes", query)
        nearest = everything.nearest("episodes", query)
    took = (time.perf_counter() - begun) / 20

    assert all(len(match.label) <= 100 for match in [*matches, *nearest])
    assert len(nearest) == 3
    assert took < 0.05


def test_a_long_label_is_cut_to_what_an_option_can_hold(tiny: Path) -> None:
    polls = tiny / "polls.toml"
    polls.write_text(polls.read_text(encoding="utf-8").replace("Which city?", "Which city " * 15), encoding="utf-8")

    label = load_pack(tiny).view(0, Locale.EN).find("presets", "city")[0].label
    assert len(label) <= 100
    assert label.endswith("…")


def test_before_anything_is_typed_all_is_listed_without_a_search(everything: ShowView) -> None:
    listed = everything.find("facts", "  ")

    assert [match.id for match in listed] == [*everything.facts]
    assert not everything.prepared


def test_what_was_prepared_finds_the_same(tiny: Path) -> None:
    prepared, fresh = load_pack(tiny).view(8, Locale.EN), load_pack(tiny).view(8, Locale.EN)
    thread = threading.Thread(target=prepared.prepare)
    thread.start()
    thread.join()

    assert prepared.prepared
    assert prepared.ask("who is camille exemple") == fresh.ask("who is camille exemple")

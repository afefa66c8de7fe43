"""A view gives out what its reader may see, in the reader's language, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content import load_pack
from bot.domain.locale import Locale
from bot.domain.show import PartialDate


def test_a_reader_sees_what_lies_at_or_below_their_level(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert list(pack.view(4, Locale.EN).facts) == ["fact-swap", "claim-one"]
    assert list(pack.view(5, Locale.EN).facts) == ["fact-swap", "fact-late", "claim-one"]


def test_a_view_tells_how_much_it_withholds(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert pack.view(4, Locale.EN).hidden("facts") == 1
    assert pack.view(5, Locale.EN).hidden("facts") == 0
    assert pack.view(0, Locale.EN).hidden("recaps") == 8
    assert pack.view(0, Locale.EN).hidden("cast") == 1


def test_texts_come_in_the_language_of_the_reader(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert pack.view(0, Locale.EN).facts["fact-swap"].title == "The exchange of stars"
    assert pack.view(0, Locale.FR).facts["fact-swap"].title == "L’échange d’étoiles"
    assert pack.view(0, Locale.FR).claims[0].note == "Dépassé par l’annulation."
    assert pack.view(0, Locale.EN).glossary["term-releve"].say == "ruh-luh-VAY"
    assert pack.view(0, Locale.FR).glossary["term-releve"].say is None


@pytest.mark.parametrize(
    ("level", "lines", "hidden", "hidden_until"), [(0, [], 2, 2), (2, [2], 1, 7), (6, [2], 1, 7), (8, [2, 7], 0, None)]
)
def test_a_person_keeps_later_lines_back_and_says_so(
    tiny: Path, level: int, lines: list[int], hidden: int, hidden_until: int | None
) -> None:
    person = load_pack(tiny).view(level, Locale.EN).people["genevieve"]

    assert [line.level for line in person.spoilers] == lines
    assert (person.hidden, person.hidden_until) == (hidden, hidden_until)


def test_a_story_of_a_character_grows_with_the_reader(tiny: Path) -> None:
    pack = load_pack(tiny)
    before, amid, after = (pack.view(level, Locale.FR).characters["story-of-genevieve"] for level in (1, 4, 8))

    assert (before.name, before.parts, before.hidden, before.hidden_until) == ("Geneviève Lavigne", (), 2, 2)
    assert [part.text for part in amid.parts] == ["Elle apprend frsecret2b."]
    assert (len(after.parts), after.hidden, after.hidden_until) == (2, 0, None)


def test_a_bond_shows_itself_and_its_lines_step_by_step(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert "triangle" not in pack.view(2, Locale.EN).bonds
    assert pack.view(3, Locale.EN).bonds["triangle"].hidden == 1
    assert pack.view(6, Locale.EN).bonds["triangle"].spoilers[0].text == "They know ensecret6a."


def test_titles_are_hidden_until_reached_unless_the_server_shows_them(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert [e.title for e in pack.view(2, Locale.EN).episodes.values()] == ["The Title1", "The Title2"] + [None] * 6
    assert pack.view(2, Locale.FR).episodes[2].unofficial == "Le Titre2"
    assert pack.view(2, Locale.FR).episodes[3].unofficial is None
    assert pack.view(2, Locale.EN).episodes[2].unofficial is None
    assert pack.view(0, Locale.EN, titles=True).episodes[8].title == "The Title8"
    assert pack.view(0, Locale.FR, titles=True).episodes[8].unofficial == "Le Titre8"


def test_episodes_carry_the_works_and_places_that_the_reader_may_know(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert [work.title for work in pack.view(0, Locale.FR).episodes[2].works] == ["Les Cygnes"]
    assert pack.view(3, Locale.EN).episodes[4].places == ()
    assert [place.name for place in pack.view(4, Locale.EN).episodes[4].places] == ["The house"]


def test_recaps_stories_and_polls_above_the_level_are_not_there(tiny: Path) -> None:
    view = load_pack(tiny).view(3, Locale.EN)

    assert (view.recap(3), view.recap(4)) == (view.recaps[3], None)
    assert (view.story(3), view.story(4)) == ("Story after3", None)
    assert (view.preset("poll-cities"), view.preset("poll-ending")) == (view.presets["poll-cities"], None)


def test_the_natural_orders(tiny: Path) -> None:
    view = load_pack(tiny).view(8, Locale.EN)

    assert list(view.people) == ["genevieve", "anna"], "billing"
    assert [event.date for event in view.timeline] == [
        PartialDate(year=2023, month=4),
        PartialDate(year=2025, month=4, day=24),
    ]
    assert [term.term for term in view.glossary.values()] == ["étoile", "relevé"], "accents do not sort last"
    assert [fact.id for fact in view.topics["series"].facts] == ["fact-swap", "fact-late"]


def test_a_source_is_cited_with_publisher_date_and_address(tiny: Path) -> None:
    source = load_pack(tiny).view(0, Locale.EN).facts["fact-swap"].sources[0]

    assert (source.publisher, str(source.date), source.url) == (
        "The Gazette",
        "2025-06-06",
        "https://gazette.example/plain",
    )
    assert source.date is not None
    assert source.date.first_day == date(2025, 6, 6)


def test_a_source_known_to_nobody_at_this_level_is_absent(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert "tattler" not in pack.view(4, Locale.EN).sources
    assert pack.view(5, Locale.EN).sources["tattler"].title == "What ensecret5b means"


def test_an_address_that_spoils_is_withheld_from_those_below_it(tiny: Path) -> None:
    facts = tiny / "facts.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace('["gazette"]', '["tattler"]', 1), encoding="utf-8")
    pack = load_pack(tiny)

    below, above = (pack.view(level, Locale.EN).facts["fact-swap"].sources[0] for level in (4, 5))
    assert (below.publisher, below.url, below.title) == ("The Tattler", None, None)
    assert above.url == "https://tattler.example/ensecret5a"


def test_where_a_record_names_two_levels_the_higher_counts(tiny: Path) -> None:
    polls, recaps = tiny / "polls.toml", tiny / "recaps.toml"
    polls.write_text(
        polls.read_text(encoding="utf-8").replace("gate = 0", "gate = 0\nvisible_from = 2"), encoding="utf-8"
    )
    recaps.write_text(
        recaps.read_text(encoding="utf-8").replace("visible_from = 4", "visible_from = 6"), encoding="utf-8"
    )
    pack = load_pack(tiny)

    assert (pack.view(1, Locale.EN).preset("poll-cities"), pack.level_of("presets", "poll-cities")) == (None, 2)
    assert (pack.view(5, Locale.EN).recap(4), pack.level_of("recaps", "recap-4")) == (None, 6)
    assert pack.presets["poll-cities"].gate == 2


def test_the_pack_itself_tells_only_what_gives_nothing_away(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert (pack.version, pack.standing_version) == ("2026.11", 3)
    assert pack.level_of("facts", "fact-late") == 5
    assert (pack.knows("cast", "anna"), pack.knows("cast", "nobody")) == (True, False)
    assert pack.ids("glossary") == ("term-etoile", "term-releve")
    with pytest.raises(KeyError):
        pack.level_of("facts", "nothing")


@pytest.mark.parametrize("level", [-1, 9])
def test_there_is_no_view_for_a_level_that_nobody_can_have(tiny: Path, level: int) -> None:
    with pytest.raises(ValueError, match="no level"):
        load_pack(tiny).view(level, Locale.EN)


def test_a_view_is_made_once(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert pack.view(3, Locale.EN) is pack.view(3, Locale.EN)
    assert pack.view(3, Locale.EN) is not pack.view(3, Locale.EN, titles=True)

"""The oracle and the reader themselves: they see what they are for, and agree with the pack as it is shipped."""

from __future__ import annotations

import pytest

from tests.support import visible
from tests.support.oracle import LEVELS, LOCALES, oracle


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_of_the_pack_is_clean_at_its_own_level(locale: str) -> None:
    mine = [text for text in oracle().told if text.locale in (locale, None)]
    assert len(mine) > 900
    faults = {text.where: leaks for text in mine if (leaks := oracle().leaks_in(text.value, text.level, locale))}
    assert faults == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_nearly_every_longer_text_above_a_level_is_caught_below_it(locale: str) -> None:
    """What is not caught has no run, no guarded word and no name of its own: it gives nothing away."""
    above = [text for text in oracle().told if text.level and text.locale == locale and len(text.value) > 60]
    missed = [text.where for text in above if not oracle().leaks_in(text.value, text.level - 1, locale)]
    assert len(above) > 200
    assert len(missed) < len(above) * 0.05, missed


def test_english_plot_in_a_french_answer_is_caught() -> None:
    told = next(text for text in oracle().told if text.where == "recaps/recap-7" and text.locale == "en")
    assert oracle().leaks_in(told.value, 6, "fr")


@pytest.mark.parametrize("level", LEVELS)
def test_titles_count_until_they_are_reached_unless_the_server_shows_them(level: int) -> None:
    found = oracle().leaks_in("Tonight: The Rat", level, "en")
    assert bool(found) == (level < 5)
    assert oracle().leaks_in("Tonight: The Rat", level, "en", titles_shown=True) == []
    assert bool(oracle().leaks_in("https://example.org/etoile-the-rat-recap", level, "en")) == (level < 5)


def test_a_time_of_day_is_no_guarded_number() -> None:
    assert oracle().leaks_in("she danced it 57 times", 6, "en")
    for time in ("20:57", "20\u00a0h\u00a057", "00:57:57"):
        assert oracle().leaks_in(f"at {time}", 0, "en") == []


def test_a_closed_container_hides_its_text_and_not_its_buttons() -> None:
    text = {"type": 10, "content": "plot"}
    row = {"type": 1, "components": [{"type": 2, "label": "press"}]}
    closed = visible.components([{"type": 17, "spoiler": True, "components": [text, row]}])
    assert (closed.open, closed.covered, closed.named) == ([], ["plot"], ["press"])
    assert visible.components([{"type": 17, "components": [text]}]).open == ["plot"]


def test_bars_hide_in_a_text_display_and_not_in_content_nor_embeds() -> None:
    assert visible.text("so ||plot|| it is").open == ["so  it is"]
    assert "plot" in visible.text("so ||plot|| it is").covered[0]
    pushed = visible.message({"content": "so ||plot|| it is", "embeds": [{"description": "||more||"}]})
    assert "plot" in " ".join(pushed.pushed)
    assert "more" in " ".join(pushed.pushed)


@pytest.mark.parametrize(
    "breaking", ["\\||plot||", "`||plot||`", "```\n||plot||\n```", "||a|| plot ||b||", "||plot\\||"]
)
def test_a_broken_spoiler_hides_nothing(breaking: str) -> None:
    assert any("plot" in shown for shown in visible.text(breaking).open)


def test_an_address_behind_a_link_is_read_too() -> None:
    assert "coma" in " ".join(visible.text("[Elle](https://example.org/jack-coma)").open)

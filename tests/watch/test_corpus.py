"""The corpus of members' messages is large and even enough to judge watchwords by."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.domain.locale import Locale
from tests.watch.corpus import Message, ordinary, spoiling


def both(of: str) -> list[Message]:
    """All messages of one sort, in both languages."""
    read = ordinary if of == "ordinary" else spoiling
    return [message for locale in Locale for message in read(locale)]


@pytest.mark.parametrize(("of", "least"), [("ordinary", 600), ("spoiling", 300)])
def test_there_are_enough_messages_about_half_of_them_in_each_language(of: str, least: int) -> None:
    found = Counter(message.locale for message in both(of))

    assert found.total() >= least
    assert all(0.45 <= count / found.total() <= 0.55 for count in found.values())


def test_no_message_stands_there_twice() -> None:
    texts = Counter(message.text.casefold() for message in both("ordinary") + both("spoiling"))

    assert [text for text, count in texts.items() if count > 1 or not text.strip()] == []


@pytest.mark.parametrize("locale", Locale)
def test_every_episode_is_given_away_in_many_ways(locale: Locale) -> None:
    found = Counter(message.spoils for message in spoiling(locale))

    assert set(found) == set(range(1, 9))
    assert min(found.values()) >= 15


@pytest.mark.parametrize("of", ["ordinary", "spoiling"])
@pytest.mark.parametrize("locale", Locale)
def test_about_a_third_is_kept_apart(of: str, locale: Locale) -> None:
    found = [message.held_out for message in both(of) if message.locale is locale]

    assert 0.26 <= sum(found) / len(found) <= 0.41

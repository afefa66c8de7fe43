"""The page's own sentences: the same in both languages, all of them used, none of them missing."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import bot.rehearsal.page
from bot.rehearsal.page.words import words_for

PAGE = Path(bot.rehearsal.page.__file__).parent
FOUND_AT_RUN_TIME = re.compile(r"actor-|bot-|look-|scheme-|system-|skip-|try-")


def gaps(sentence: str) -> set[str]:
    """The names of a sentence's gaps."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences() -> None:
    english, french = words_for("en-US").all(), words_for("fr_FR.UTF-8").all()
    assert english.keys() == french.keys()
    assert {key: gaps(one) for key, one in english.items()} == {key: gaps(one) for key, one in french.items()}


def test_every_sentence_that_is_asked_for_exists_and_none_is_left_over() -> None:
    sources = [*PAGE.rglob("*.py"), *PAGE.rglob("*.js"), PAGE.parent / "run.py"]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    asked = set(re.findall(r"\bwords\(\s*['\"]([\w-]+)['\"]", text)) | set(re.findall(r"_words\(\"([\w-]+)\"", text))
    known = set(words_for("en").all())
    assert asked <= known
    assert {key for key in known - asked if not FOUND_AT_RUN_TIME.match(key)} == set()


def test_french_is_set_as_french() -> None:
    for key, sentence in words_for("fr").all().items():
        assert not re.search(r"[^\s\u202f\u00a0][;!?](\s|$)| [;:!?»]|'", sentence), key

"""The catalogue of sentences: Project Fluent files under data/locales, one folder a language, one file a feature.

Everything that a member reads and that is not a fact of the show comes from here. Code names a sentence by its key;
a test proves that every key used exists in both languages with the same variables.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.locale import Locale
from bot.errors import EtoileError, Value


class Words:
    """The sentences of one language: `words("poll-closed", count=3)`."""

    def __init__(self, locale: Locale, bundle: FluentBundle) -> None:
        self.locale = locale
        self._bundle = bundle
        self._plain: dict[str, str] = {}

    def __call__(self, key: str, /, **values: Value) -> str:
        """The sentence of `key`, filled with `values`. Raises KeyError for an unknown key or a missing variable."""
        if not values and (plain := self._plain.get(key)) is not None:
            return plain
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors or not isinstance(text, str):
            raise KeyError(f"{key}: {errors}")
        if not values:
            self._plain[key] = text
        return text

    def has(self, key: str) -> bool:
        """Whether this language has a sentence of that key."""
        return self._bundle.has_message(key)

    def error(self, error: EtoileError) -> str:
        """The sentence for an expected error."""
        return self(error.key, **error.values)


class Catalogue:
    """All sentences in all languages."""

    def __init__(self, bundles: Mapping[Locale, FluentBundle]) -> None:
        self._words = {locale: Words(locale, bundle) for locale, bundle in bundles.items()}

    def words(self, locale: Locale) -> Words:
        """The sentences of one language."""
        return self._words[locale]


def load_catalogue(folder: Path) -> Catalogue:
    """Read `folder`/<locale>/*.ftl. Numbers are formatted as each language does; isolation marks are left out,
    because Discord shows them as boxes in places that are not markdown."""
    bundles: dict[Locale, FluentBundle] = {}
    for locale in Locale:
        bundle = FluentBundle([locale.value], use_isolating=False)
        for path in sorted((folder / locale.value).glob("*.ftl")):
            bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        bundles[locale] = bundle
    return Catalogue(bundles)

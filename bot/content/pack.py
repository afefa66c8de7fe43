"""The show pack: asked through views. It holds every text and gives out none by itself.

Importing this is cheap: what checks and builds a pack (`bot.content.loading`) is loaded only where that is to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from bot.content.search import Named
from bot.content.view import ShowView
from bot.domain.locale import Locale
from bot.domain.show import Kind, PresetRules
from bot.domain.visibility import LAST_EPISODE, NOTHING, is_level

if TYPE_CHECKING:
    from bot.content.records import Records


class ShowPack:
    """All that the bot knows about the series. Only `view` gives out text, and only for a reader's level.

    Made from records, whose views are built when they are first asked for; or unpickled, with all of them.
    """

    def __init__(self, records: Records) -> None:
        from bot.content.records import level_of

        self._records: Records | None = records
        self._views: dict[tuple[int, Locale, bool], ShowView] = {}
        self._levels: dict[Kind, dict[str, int]] = {
            kind: {str(getattr(record, "id")): level_of(record) for record in shelf}  # noqa: B009 (they share no base)
            for kind, shelf in records.shelves.items()
        }
        self.version = records.info.version
        """The release of the pack, "2026.11"."""
        self.standing_version = records.status.version
        """Raised whenever the standing of the series changes."""
        self.presets: Mapping[str, PresetRules] = {
            poll.id: PresetRules(
                id=poll.id,
                gate=level_of(poll),
                visibility=poll.visibility,
                several=poll.several,
                arc=poll.arc,
            )
            for poll in records.polls
        }
        """The shipped polls without their texts, by id."""
        self.watch = records.watch
        """What gives an episode away when a fan writes it."""

    def view(self, level: int, locale: Locale, titles: bool = False) -> ShowView:
        """What a reader who has finished episode `level` (0 to 8) may see, in `locale`.

        `titles` shows the titles of all episodes. Views are made once and kept. Raises ValueError for any other level.
        """
        if not is_level(level):
            raise ValueError(f"no level: {level}")
        key = (level, locale, titles)
        if key not in self._views:
            from bot.content.view_building import ViewBuilder

            if self._records is None:
                raise KeyError(key)
            self._views[key] = ViewBuilder(self._records, level=level, locale=locale, titles=titles).build()
        return self._views[key]

    def level_of_text(self, *written: str) -> int:
        """Up to which episode texts spoil that somebody wrote, as far as watchwords tell: 0 where there are none."""
        return self.watch.level_of(*written)

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids of all records of a kind, at any level, in their natural order."""
        return tuple(self._levels[kind])

    def knows(self, kind: Kind, record_id: str) -> bool:
        """Whether there is such a record, at any level."""
        return record_id in self._levels[kind]

    def level_of(self, kind: Kind, record_id: str) -> int:
        """What showing a record would spoil. Raises KeyError when there is no such record."""
        return self._levels[kind][record_id]

    def __getstate__(self) -> dict[str, Any]:
        """Everything that is ever given out, without the records behind it. What is equal is kept once."""
        seen: dict[object, Any] = {}
        views = {
            (level, locale, titles): _plain(self.view(level, locale, titles), self._levels, seen)
            for level in range(NOTHING, LAST_EPISODE + 1)
            for locale in Locale
            for titles in (False, True)
        }
        return self.__dict__ | {"_records": None, "_views": views}


class _Names:
    """The names of a view's records, by kind: what is left of a `Namer` without its records."""

    def __init__(self, by_kind: Mapping[Kind, tuple[Named, ...]]) -> None:
        self._by_kind = by_kind

    def __call__(self, kind: Kind) -> tuple[Named, ...]:
        return self._by_kind[kind]


def _plain(view: ShowView, kinds: Iterable[Kind], seen: dict[object, Any]) -> ShowView:
    """A view that can be pickled, whose records and equal shelves are the same objects as those of the views before."""

    def once(value: Any) -> Any:
        return seen.setdefault(value, value)

    shelves: dict[str, Any] = {}
    for name in view.__dataclass_fields__:
        shelf = getattr(view, name)
        if isinstance(shelf, dict):
            found = {key: once(value) for key, value in cast("dict[Any, Any]", shelf).items()}
            shelves[name] = seen.setdefault((name, *((key, id(value)) for key, value in found.items())), found)
        elif isinstance(shelf, list):
            shelves[name] = [once(value) for value in cast("list[Any]", shelf)]
    names: dict[Kind, tuple[Named, ...]] = {
        kind: tuple(
            once(replace(named, names=tuple(named.names), asks=tuple(named.asks), text=tuple(named.text)))
            for named in view.names_of(kind)
        )
        for kind in kinds
    }
    return replace(view, **shelves | {"_named": _Names(names), "_indexes": {}})

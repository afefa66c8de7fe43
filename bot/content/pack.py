"""The show pack: checked once, then asked through views. It holds every text and gives out none by itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.content.building import Builder
from bot.content.fields import Model
from bot.content.leaks import check_leaks
from bot.content.problems import PackError, Problem, in_order
from bot.content.reading import read_entries
from bot.content.records import Records, gather, level_of
from bot.content.references import check_references
from bot.content.texts import texts_of
from bot.content.view import ShowView
from bot.content.wording import check_wording
from bot.domain.locale import Locale
from bot.domain.show import Kind, PresetRules
from bot.domain.visibility import is_level
from bot.resources import data_path


class ShowPack:
    """All that the bot knows about the series. Only `view` gives out text, and only for a reader's level."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._views: dict[tuple[int, Locale, bool], ShowView] = {}
        self._levels: dict[Kind, dict[str, int]] = {}

    def view(self, level: int, locale: Locale, titles: bool = False) -> ShowView:
        """What a reader who has finished episode `level` (0 to 8) may see, in `locale`.

        `titles` shows the titles of all episodes. Views are made once and kept. Raises ValueError for any other level.
        """
        if not is_level(level):
            raise ValueError(f"no level: {level}")
        key = (level, locale, titles)
        if key not in self._views:
            self._views[key] = Builder(self._records, level=level, locale=locale, titles=titles).build()
        return self._views[key]

    @property
    def version(self) -> str:
        """The release of the pack, "2026.11"."""
        return self._records.info.version

    @property
    def standing_version(self) -> int:
        """Raised whenever the standing of the series changes."""
        return self._records.status.version

    @property
    def episode_count(self) -> int:
        """How many episodes there are."""
        return len(self._records.episodes)

    @property
    def presets(self) -> Mapping[str, PresetRules]:
        """The shipped polls without their texts, by id."""
        return {
            poll.id: PresetRules(
                id=poll.id,
                gate=level_of(poll),
                visibility=poll.visibility,
                several=poll.several,
                arc=poll.arc,
                option_ids=tuple(option.id for option in poll.option),
            )
            for poll in self._records.polls
        }

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids of all records of a kind, at any level, in their natural order."""
        return tuple(self._levels_of(kind))

    def knows(self, kind: Kind, record_id: str) -> bool:
        """Whether there is such a record, at any level."""
        return record_id in self._levels_of(kind)

    def level_of(self, kind: Kind, record_id: str) -> int:
        """What showing a record would spoil. Raises KeyError when there is no such record."""
        return self._levels_of(kind)[record_id]

    def _levels_of(self, kind: Kind) -> dict[str, int]:
        if kind not in self._levels:
            self._levels[kind] = {_id(record): level_of(record) for record in self._records.of(kind)}
        return self._levels[kind]


def _id(record: Model) -> str:
    return str(getattr(record, "id"))  # noqa: B009 (every record has one, but the models share no base that says so)


def read_pack(folder: Path) -> tuple[ShowPack | None, list[Problem]]:
    """Whatever can be read in `folder`, and everything that is wrong there.

    The pack holds the valid records; it is None without a valid status or version. For tools: the bot itself uses
    `load_pack`, which refuses a pack with any problem.
    """
    entries, problems = read_entries(folder)
    texts = texts_of(entries)
    problems += [*check_references(entries), *check_wording(texts), *check_leaks(entries, texts)]
    records = gather(entries)
    return None if records is None else ShowPack(records), in_order(problems)


def load_pack(path: Path | None = None) -> ShowPack:
    """The show pack in `path`, or the shipped one. Raises PackError with every problem of every file."""
    pack, problems = read_pack(path or data_path() / "show")
    if problems or pack is None:
        raise PackError(problems)
    return pack


def check_pack(path: Path | None = None) -> list[Problem]:
    """Every problem of every file of the show pack in `path` (or of the shipped one); none when it can be loaded."""
    return read_pack(path or data_path() / "show")[1]

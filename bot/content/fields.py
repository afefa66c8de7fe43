"""The kinds of value that the files of the show pack are made of, each with its limits.

The limits are Discord's, minus the room that headings, sources and buttons need: a text that passes here fits.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints, WithJsonSchema

from bot.domain.locale import Locale
from bot.domain.show import PartialDate
from bot.domain.visibility import LAST_EPISODE

T = TypeVar("T")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Model(BaseModel):
    """A table of a TOML file. Unknown keys are faults: a key with a typo would otherwise be lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    level_keys: ClassVar[tuple[str, ...]] = ("visible_from",)
    """Where a record names more than one episode, the higher counts."""


class Localised(Model, Generic[T]):
    """A text in every language of the bot."""

    en: T
    fr: T

    def at(self, locale: Locale) -> T:
        """The text in one language."""
        return self.fr if locale is Locale.FR else self.en


def _upto(limit: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=limit)


Str60 = Annotated[str, _upto(60)]
Str80 = Annotated[str, _upto(80)]
Str200 = Annotated[str, _upto(200)]

Text55 = Localised[Annotated[str, _upto(55)]]
Text80 = Localised[Str80]
Name80 = Str80 | Text80
"""A name: one for all languages, or one for each where it is made of words."""
Text160 = Localised[Annotated[str, _upto(160)]]
Text200 = Localised[Str200]
Text250 = Localised[Annotated[str, _upto(250)]]
Text300 = Localised[Annotated[str, _upto(300)]]
Text400 = Localised[Annotated[str, _upto(400)]]
Text500 = Localised[Annotated[str, _upto(500)]]
Text700 = Localised[Annotated[str, _upto(700)]]
Text1000 = Localised[Annotated[str, _upto(1000)]]
Text2600 = Localised[Annotated[str, _upto(2600)]]
Text4500 = Localised[Annotated[str, _upto(4500)]]
SearchWords = Localised[tuple[Str60, ...]]


def name_at(name: str | Localised[str], locale: Locale) -> str:
    """A name in one language."""
    return name if isinstance(name, str) else name.at(locale)


def names_of(name: str | Localised[str]) -> tuple[str, ...]:
    """A name in every language."""
    return (name,) if isinstance(name, str) else (name.en, name.fr)


def read_date(value: object) -> PartialDate:
    """A date as it is written in the files. Raises ValueError for what is on no calendar."""
    match = _PARTIAL_DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('is no date like "2025-06-06", "2025-06" or "2025", in quotes')
    found = PartialDate(year=int(match[1]), month=int(match[2] or 0), day=int(match[3] or 0))
    if match[2] == "00" or match[3] == "00":
        raise ValueError(f"{value} is no date of the calendar")
    try:
        _ = found.first_day
    except ValueError:
        raise ValueError(f"{value} is no date of the calendar") from None
    return found


def _read_day(value: object) -> date:
    found = read_date(value)
    if not found.day:
        raise ValueError('is no day like "2025-06-06"')
    return found.first_day


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""Letters, digits and hyphens, and short: ids travel inside a button's custom id of 100 characters."""
Level = Annotated[int, Field(strict=True, ge=0, le=LAST_EPISODE)]
EpisodeNumber = Annotated[int, Field(strict=True, ge=1, le=LAST_EPISODE)]
Flag = StrictBool
Day = Annotated[date, BeforeValidator(_read_day), WithJsonSchema({"type": "string", "format": "date"})]
When = Annotated[
    PartialDate,
    BeforeValidator(read_date),
    WithJsonSchema({"type": "string", "pattern": rf"^{_PARTIAL_DATE.pattern}$"}),
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>()|`]+$", max_length=400)]

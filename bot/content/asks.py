"""The models of asks.toml and howto.toml: what can be asked, and what can be done with this bot."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.content.fields import Id, Level, Localised, Model, Str80, Text80


class Ask(Model):
    """Questions that a record answers, as fans type them. What gives more away than the record stands apart, with the
    level of the line that answers it."""

    record: Id
    """What answers them: any record of the pack that has a page."""
    visible_from: Level
    """The episode from which on somebody may be led there by these words."""
    asks: Localised[Annotated[tuple[Str80, ...], Field(min_length=1)]]


class HowTo(Model):
    """Something that can be done with this bot. What it says of that stands in the catalogue, under the same id."""

    id: Id
    visible_from: Annotated[int, Field(strict=True, ge=0, le=0)] = 0
    name: Text80

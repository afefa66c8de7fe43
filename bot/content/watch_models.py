"""watch.toml: how fans write what gives an episode away; its models, and the watchwords made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.content.fields import EpisodeNumber, Flag, Id, Localised, Model, Str60, Str200
from bot.domain.watch import WITHIN, Watch, Watchword

NAME = "@"
"""Before the name of a [[named]] whose forms are meant."""

Form = Annotated[str, Field(min_length=2, max_length=40, pattern=r"^@?\w[\w '?-]*\*?$")]
Group = Annotated[tuple[Form, ...], Field(min_length=1)]
Sentences = Localised[Annotated[tuple[Str200, ...], Field(min_length=1)]]


class Named(Model):
    """Somebody whom watchwords name, in all the forms in which fans write them."""

    name: Id
    forms: Group


class WatchRecord(Model):
    """Words that give an episode away when they stand near each other."""

    episode: EpisodeNumber
    note: Str60
    """What it is about, in a few words, for whoever edits this."""
    near: Annotated[tuple[Group, ...], Field(min_length=1, max_length=3)]
    """Groups of forms: one of each must stand there, two in any order, three in theirs. `@name` stands for the forms
    of a [[named]], a `*` at the end for any more letters, a `?` for a letter before it that may be missing. Accents may
    always be missing."""
    within: Annotated[int, Field(strict=True, ge=1, le=200)] = WITHIN
    """How many characters may stand between them."""
    more: tuple[Form, ...] = ()
    """Further forms of the last group. Where not all fits into AutoMod's rules, they are left out first."""
    extra: Flag = False
    """Whether all of it is left out there before others are."""
    must: Sentences
    """What trips it, as fans would write it."""
    never: Annotated[tuple[Str200, ...], Field(min_length=1)]
    """What trips no watchword at all, although it looks alike."""


def named_forms(named: Sequence[Named]) -> Mapping[str, tuple[str, ...]]:
    """The forms of everybody who is named, by name."""
    return {each.name: each.forms for each in named}


def watchwords_of(record: WatchRecord, names: Mapping[str, tuple[str, ...]]) -> list[Watchword]:
    """Its watchwords, with the names that it refers to written out: what is most telling first, then what more there
    is. Raises KeyError for a name that is not listed."""

    def written(group: Sequence[str]) -> tuple[str, ...]:
        return tuple(form for each in group for form in (names[each[1:]] if each.startswith(NAME) else (each,)))

    groups = tuple(map(written, record.near))
    first = Watchword(level=record.episode, groups=groups, within=record.within, extra=record.extra)
    if not record.more:
        return [first]
    return [first, replace(first, groups=(*groups[:-1], written(record.more)), extra=True)]


def watch_of(named: Sequence[Named], listed: Sequence[WatchRecord]) -> Watch:
    """All watchwords whose names are listed; others are faults that the check of the pack reports."""
    names = named_forms(named)
    found: list[Watchword] = []
    for record in listed:
        with suppress(KeyError):
            found += watchwords_of(record, names)
    return Watch(tuple(found))

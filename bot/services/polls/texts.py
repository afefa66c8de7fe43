"""The texts and results of polls, for who may read them. Shipped polls speak both languages, others their author's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.bounded import Bounded
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.poll import Hidden, Option, Poll, PollState, hidden
from bot.domain.poll_draft import Draft
from bot.domain.show import Preset
from bot.domain.tally import Tally, arc_of
from bot.domain.visibility import LAST_EPISODE, may_see
from bot.services.polls.values import Card, Label, Result, Wording

REMEMBERED = 1000


class PollTexts:
    """The only way to the question and the answers of a poll."""

    def __init__(self, pack: ShowPack) -> None:
        self._pack = pack
        self._presets = pack.presets
        self._known: Bounded[tuple[int, int, Locale], tuple[tuple[Option, ...], str, Wording]] = Bounded(REMEMBERED)

    def wording(self, poll: Poll, *, level: int, locale: Locale) -> Wording | None:
        """The poll's texts for a reader (or a place) at `level`; None when they would spoil."""
        if not may_see(level, self._needed(poll)):
            return None
        key = (poll.id, level, locale)
        known = self._known.get(key)
        if known is not None and known[0] is poll.answers and known[1] == poll.question:
            return known[2]
        wording = self._worded(poll, level, locale)
        self._known[key] = (poll.answers, poll.question, wording)
        return wording

    def _worded(self, poll: Poll, level: int, locale: Locale) -> Wording:
        preset = self._preset(poll.preset_id, level, locale)
        if preset is None:
            return Wording(question=poll.question, blurb=None, answers=_labels(poll.answers, None), written=True)
        return Wording(
            question=preset.question, blurb=preset.blurb, answers=_labels(poll.answers, preset), written=False
        )

    def gated_draft(self, draft: Draft) -> Draft:
        """The draft of a shipped poll with the gate that holds, as `gated` has it for a posted one."""
        rules = self._presets.get(draft.preset_id or "")
        if rules is None or rules.gate <= draft.lowest_gate:
            return draft
        return replace(draft, lowest_gate=rules.gate, gate=max(draft.gate, rules.gate))

    def draft_wording(self, draft: Draft, *, level: int, locale: Locale) -> Wording | None:
        """The texts of a draft for its author, who wrote or chose it. None of a shipped poll that they have not reached
        (any more), or that is shipped no longer."""
        if draft.preset_id is not None:
            preset = self._preset(draft.preset_id, min(level, draft.lowest_gate), locale)
            if preset is None:
                return None
            answers = _labels(preset_answers(preset), preset)
            return Wording(question=preset.question, blurb=preset.blurb, answers=answers, written=False)
        return Wording(question=draft.question, blurb=None, answers=_labels(draft.typed_answers(), None), written=True)

    def card(self, poll: Poll, tally: Tally, *, version: int, horizon: int, locale: Locale) -> Card:
        """The public card of a poll whose channel has this horizon. `tally` holds all ballots."""
        poll = self.gated(poll)
        wording = self.wording(poll, level=horizon, locale=locale)
        why = hidden(poll, voted=False, voters=tally.voters, level=LAST_EPISODE)
        shown = wording is not None and why is None and not poll.arc
        return Card(
            poll=poll,
            version=version,
            wording=wording,
            tally=tally if shown else None,
            hidden=why,
            voters=tally.voters,
            locale=locale,
            horizon=horizon,
        )

    def gated(self, poll: Poll) -> Poll:
        """The poll with the gate that holds: its own, or that of the show pack where it has become stricter."""
        needed = self._needed(poll)
        return poll if needed == poll.gate else replace(poll, gate=needed)

    def _needed(self, poll: Poll) -> int:
        if poll.preset_id is None:
            return poll.gate
        rules = self._presets.get(poll.preset_id)
        return max(poll.gate, rules.gate) if rules is not None else poll.gate

    def _preset(self, preset_id: str | None, level: int, locale: Locale) -> Preset | None:
        return None if preset_id is None else self._pack.view(level, locale).preset(preset_id)


def arc_result(
    poll: Poll,
    wording: Wording,
    tallies: Mapping[tuple[int, bool], Tally],
    *,
    level: int,
    voted: frozenset[int],
) -> Result:
    """An arc for a reader who has finished episode `level`. `voted`: at which episodes they did.

    Of ballots it counts those that it shows. How many members gave them is not told: beside the ballots of each episode
    it would say whether the same few gave those of the next, and so how far they are.
    """
    why: Hidden | None = None
    shown = tallies
    if poll.state == PollState.OPEN and poll.results == "end":
        why = "at-the-end"
    elif poll.state == PollState.OPEN and poll.results == "voted":
        shown = {key: tally for key, tally in tallies.items() if key[0] in voted}
        why = None if voted else "after-voting"
    arc = arc_of(shown, upto=level)
    if why is None and not arc.known:
        why = "too-few"
    voters = 0 if why else sum(point.tally.voters for point in arc.known if point.tally is not None)
    return Result(poll=poll, wording=wording, tally=None, arc=None if why else arc, hidden=why, voters=voters)


def preset_answers(preset: Preset) -> tuple[Option, ...]:
    """The answers of a shipped poll, to be stored."""
    return tuple(Option(label=option.label, preset=option.id, side=option.side) for option in preset.options)


def _labels(answers: tuple[Option, ...], preset: Preset | None) -> tuple[Label, ...]:
    shipped = {option.id: option for option in preset.options} if preset is not None else {}
    labels: list[Label] = []
    for answer in answers:
        option = shipped.get(answer.preset or "")
        if option is None:
            labels.append(Label(text=answer.label, blurb=None, side=answer.side, written=True))
        else:
            labels.append(Label(text=option.label, blurb=option.blurb, side=option.side, written=False))
    return tuple(labels)
